#include "views/erasure/parts.h"

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

std::string one_line(const Words& w, const TextLine& line) {
  std::string all;
  for (const std::string& word : line.words)
    if (!word.empty()) all += (all.empty() ? "" : " · ") + word;
  return all.empty() ? std::string(w("erasure.no_words")) : all;
}

void pick(Writer& h, const Words& w, const domain::Workshop& workshop, const TextLine& line) {
  const std::string ref = domain::to_string(line.text);
  const std::string input = "hva-" + std::string(ref).replace(ref.find(':'), 1, "-");
  h.li({cls("sletteliste__linje")}, [&] {
    h.div({cls("ds-field")}, [&] {
      h.input({cls("ds-input"), type("checkbox"), id(input), name("hva"), value(ref)});
      h.label({for_id(input)}, [&] {
        h.b(kind_word(w, line.text.kind));
        const GroupNumber group = domain::group_of(workshop, line.text);
        if (group) h.span({cls("sletteliste__hvor")}, " · " + w.format("common.group", group.value));
        h.span({cls("sletteliste__ord")}, one_line(w, line));
        if (line.wordings > 1) h.span({cls("sletteliste__hvor")}, w.plural("erasure.wordings", line.wordings));
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
