#include "views/erasure/parts.h"

#include "base/encoding.h"

namespace knippe::views::erasure {

std::string_view kind_word(const Words& w, domain::TextKind kind) {
  using enum domain::TextKind;
  switch (kind) {
    case group: return w("erasure.kind_group");
    case phone: return w("erasure.kind_phone");
    case supplement: return w("erasure.kind_supplement");
    case reason: return w("erasure.kind_reason");
    case key: return w("erasure.kind_key");
    case measure: return w("erasure.kind_measure");
    case note: return w("erasure.kind_note");
    case photo: return w("erasure.kind_photo");
    case speaker: return w("speaker.kind_name");
    case speaker_notes: return w("speaker.kind_notes");
  }
  return {};
}

std::string one_line(const Words& w, const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words)
    if (!word.empty()) all += (all.empty() ? "" : " · ") + word;
  return all.empty() ? std::string(w("erasure.no_words")) : all;
}

std::set<int> phones_of(const std::vector<std::vector<std::string>>& writers) {
  std::set<int> phones;
  for (const auto& each : writers)
    for (const std::string_view writer : each)
      if (writer.starts_with("phone:"))
        if (const auto number = parse_number(writer.substr(6))) phones.insert(static_cast<int>(*number));
  return phones;
}

void pick(Writer& h, const Words& w, const domain::Workshop& workshop, const TextLine& line) {
  const GroupNumber group = domain::group_of(workshop, line.text);
  pick(h, w, {to_string(line.text), kind_word(w, line.text.kind), group ? w.format("common.group", group.value) : "", line.words, line.wordings});
}

void pick(Writer& h, const Words& w, const Pick& text) {
  const std::string& ref = text.ref;
  const std::string input = "hva-" + std::string(ref).replace(ref.find(':'), 1, "-");
  h.li({cls("sletteliste__linje")}, [&] {
    h.div({cls("ds-field")}, [&] {
      h.input({cls("ds-input"), type("checkbox"), id(input), name("hva"), value(ref)});
      h.label({for_id(input)}, [&] {
        h.b(text.kind);
        if (!text.where.empty()) h.span({cls("sletteliste__hvor")}, " · " + text.where);
        h.span({cls("sletteliste__ord")}, one_line(w, text.words));
        if (text.wordings > 1) h.span({cls("sletteliste__hvor")}, w.plural("erasure.wordings", text.wordings));
      });
    });
  });
}

void what_stays(Writer& h, const Words& w, bool published) {
  h.li(w("erasure.stays_choices"));
  h.li(w("erasure.stays_place"));
  h.li(w(published ? "erasure.stays_published" : "erasure.stays_report"));
  h.li(w("erasure.stays_backups"));
}

}  // namespace knippe::views::erasure
