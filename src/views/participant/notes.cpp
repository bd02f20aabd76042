#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "domain/limits.h"
#include "views/components.h"
#include "views/participant/pitch_parts.h"

namespace knippe::views {
namespace {

using domain::Note;
using domain::NoteKind;

/// How a kind of note looks and what it is called.
struct KindLook {
  NoteKind kind;
  std::string_view value;
  MessageKey label;
  MessageKey heading;
  Icon icon;
  std::string_view color;
};
constexpr std::array kinds = {
    KindLook{NoteKind::question, "question", "participant.note.question", "participant.note.questions", Icon::questionmark_circle, "accent"},
    KindLook{NoteKind::comment, "comment", "participant.note.comment", "participant.note.comments", Icon::chat, "neutral"},
    KindLook{NoteKind::new_key, "new_key", "participant.note.new_key", "participant.note.new_keys", Icon::key_horizontal, "lyng"}};

const KindLook& look(NoteKind kind) { return *std::ranges::find(kinds, kind, &KindLook::kind); }

std::string_view words_of(const Scene& s, const Note& note) {
  return note.text.empty() ? s.w("participant.erased") : std::string_view(note.text);
}

void kind_choice(Writer& h, const Scene& s, std::string_view suffix, std::string_view chosen) {
  h.fieldset({cls("slag")}, [&] {
    h.legend({cls("ds-sr-only")}, s.w("participant.note.kind"));
    for (const KindLook& each : kinds) {
      const std::string choice = "slag-" + std::string(each.value) + "-" + std::string(suffix);
      h.label({cls("slag__valg"), for_id(choice)}, [&] {
        h.input({type("radio"), id(choice), name("slag"), value(each.value), checked(each.value == chosen)});
        h.span([&] {
          icon(h, each.icon);
          h.text(s.w(each.label));
        });
      });
    }
  });
}

}  // namespace

void note_form(Writer& h, const Scene& s, const domain::Group& about, bool first) {
  const std::string number = std::to_string(about.number.value);
  const bool here = s.keeps("notat") && s.kept.fields.contains("tekst") && s.kept.field("til") == number;
  const bool over = s.workshop.pitches.current != about.number;
  post_form(h, s, "pitch?til=" + number, {.id = "notatskjema-" + number, .css = first ? "skriv luft" : "skriv luft skriv--forrige"}, [&](Writer&) {
    hidden_field(h, "til", number);
    h.h2({cls("alle__tittel")}, s.w.format("participant.note.to", group_word(s.w, about)));
    kind_choice(h, s, number, here ? s.kept.field("slag", "comment") : "comment");
    text_area(h, s.w, {.id = "notat-" + number, .name = "tekst", .label = s.w("participant.note.label"),
                       .value = here ? s.kept.field("tekst") : std::string_view(), .error = here ? error_in(s, "notat") : std::string(),
                       .max_length = domain::limits::note_text, .counter = true, .keep_draft = true});
    button(h, {.label = s.w("participant.note.send"), .id = "send-notat-" + number, .name = "op", .value = "send",
               .icon = Icon::paperplane, .about = s.w.format("participant.note.send_to", group_word(s.w, about)), .wide = true});
    if (!over) h.p({cls("lik__hint")}, s.w.format("participant.note.when", about.number.value));
  });
}

void received_notes(Writer& h, const Scene& s) {
  for (const KindLook& kind : {kinds[2], kinds[0], kinds[1]}) {
    std::vector<const Note*> received;
    for (const Note& note : s.workshop.notes)
      if (note.about == s.group.number && !note.withdrawn && note.kind == kind.kind) received.push_back(&note);
    if (received.empty()) continue;
    const std::string heading = "mottatt-" + std::string(kind.value);
    h.section({cls("seksjon seksjon--tett"), aria_labelledby(heading)}, [&] {
      h.div({cls("alle__hode")}, [&] {
        h.h2({id(heading), cls("alle__tittel notat__h"), data("color", kind.color)}, [&] {
          icon(h, kind.icon);
          h.text(s.w(kind.heading));
        });
        h.span({cls("alle__antall")}, received.size());
      });
      h.ul({cls("notater"), role("list")}, [&] {
        for (const Note* note : received)
          h.li([&] {
            h.p({spoken(s)}, words_of(s, *note));
            h.small(s.w.format("common.group", note->from.value));
          });
      });
    });
  }
}

void sent_notes(Writer& h, const Scene& s) {
  std::vector<const Note*> sent;
  for (const Note& note : s.workshop.notes)
    if (note.from == s.group.number && !note.withdrawn) sent.push_back(&note);
  if (sent.empty()) return;
  std::ranges::reverse(sent);
  section(h, "sendt-h", s.w("participant.note.own"), s.w.plural("participant.sent", static_cast<std::int64_t>(sent.size())), [&](Writer&) {
    h.ul({cls("notater"), role("list")}, [&] {
      for (const Note* note : sent) {
        const KindLook& kind = look(note->kind);
        const std::string number = std::to_string(note->id.value);
        h.li({id("sendt-", note->id.value)}, [&] {
          h.span({cls("notat__slag"), data("color", kind.color)}, [&] {
            icon(h, kind.icon);
            h.text(s.w(kind.label));
          });
          h.p({spoken(s)}, words_of(s, *note));
          h.small(s.w.format("participant.note.sent_to", note->about.value,
                             s.w.clock_time(note->taken_at, s.workshop.settings.time_zone)));
          if (!s.is_open()) return;
          post_form(h, s, "pitch", {.css = "bidrag__knapper"}, [&](Writer&) {
            button(h, {.label = s.w("common.withdraw"), .id = "trekk-notat-" + number, .name = "op", .value = "trekk:" + number,
                       .variant = Variant::tertiary, .icon = Icon::arrow_undo,
                       .about = quoted(s.w, shortened(words_of(s, *note))), .small = true});
          });
        });
      }
    });
  });
}

}  // namespace knippe::views
