// Typing in a group's ranking and what its listeners wrote.

#include "domain/limits.h"
#include "views/components.h"
#include "views/desk/group_forms.h"

namespace knippe::views::desk {
namespace {

using domain::NoteKind;

/// What stands at a place now: what was typed, what lies on the table, or nothing.
std::string chosen_at(const Table& t, const domain::Sheet* sheet, std::size_t place) {
  const std::string field = "plass" + std::to_string(place);
  if (t.keeps("lever")) return std::string(t.d.kept.field(field));
  const bool there = sheet && place <= sheet->draft.size();
  return there ? std::to_string(sheet->draft[place - 1].value) : "";
}

void place_fields(Writer& h, const Table& t, const domain::Sheet* sheet) {
  const std::vector<Option> options = key_options(t.d.workshop, t.w()("desk.choose_key_here"));
  const std::string message = t.error("lever");
  for (std::size_t place = 1; place <= static_cast<std::size_t>(t.d.workshop.settings.places); ++place) {
    const std::string field = "plass" + std::to_string(place);
    select_field(h, {.id = field, .name = field, .label = t.w().format("desk.place", place), .chosen = chosen_at(t, sheet, place),
                     .error = place == 1 ? message : ""},
                 options);
  }
}

/// For who types in a pile of posters: the numbers as they stand on the paper, then Enter, then the next group.
void quick_form(Writer& h, const Table& t) {
  const Words& w = t.w();
  table_form(h, t, "skjema hurtig", [&](Writer&) {
    text_field(h, w, {.id = "hurtig", .name = "hurtig", .label = w("desk.quick"), .value = t.typed("hurtig", "hurtig"),
                      .description = w.format("desk.quick_hint", t.d.workshop.settings.places), .error = t.error("hurtig"), .autocomplete = "off",
                      .max_length = 120, .autofocus = t.keeps("hurtig")});
    button(h, {.label = w("desk.quick_hand_in"), .id = "hurtig-lever", .name = "op", .value = "hurtig", .variant = Variant::secondary, .small = true});
  });
}

/// The next group that has not handed in, in order, beginning after this one.
const domain::Group* next_without_ranking(const Table& t) {
  const domain::Workshop& workshop = t.d.workshop;
  const domain::Group* first = nullptr;
  for (const domain::Group& group : workshop.groups) {
    const domain::Sheet* sheet = workshop.sheet_of(group.number, workshop.round);
    if (group.number == t.group.number || (sheet && sheet->is_handed_in())) continue;
    if (group.number > t.group.number) return &group;
    if (!first) first = &group;
  }
  return first;
}

void next_group(Writer& h, const Table& t) {
  const domain::Group* next = next_without_ranking(t);
  if (!next) return;
  h.p([&] {
    h.a({cls("ds-link"), id("neste-gruppe"), href(desk_url(t.d.extras.room, "gruppe/" + std::to_string(next->number.value) + "#hurtig"))},
        t.w().format("desk.next_without_ranking", group_label(t.w(), *next)));
  });
}

void give_back(Writer& h, const Table& t) {
  fold(h, {.id = "gi-tilbake", .summary = t.w()("desk.give_back_fold")}, [&](Writer&) {
    h.p({cls("panelhint")}, t.w()("desk.give_back_text"));
    table_form(h, t, "", [&](Writer&) {
      button(h, {.label = t.w()("desk.give_back"), .id = "gi-tilbake-knapp", .name = "op", .value = "gi-tilbake:" + std::to_string(t.group.number.value),
                 .variant = Variant::secondary, .icon = Icon::arrow_undo});
    });
  });
}

std::string_view kind_word(const Words& w, NoteKind kind) {
  switch (kind) {
    case NoteKind::question: return w("desk.note_question");
    case NoteKind::comment: return w("desk.note_comment");
    case NoteKind::new_key: return w("desk.note_new_key");
  }
  __builtin_unreachable();
}

void kinds(Writer& h, const Table& t) {
  const std::string_view typed = t.typed("notat", "slag", "comment");
  fieldset(h, t.w()("desk.note_kind"), [&](Writer&) {
    radio(h, {"slag-question", "slag", "question", kind_word(t.w(), NoteKind::question), typed == "question"});
    radio(h, {"slag-comment", "slag", "comment", kind_word(t.w(), NoteKind::comment), typed == "comment"});
    radio(h, {"slag-new_key", "slag", "new_key", kind_word(t.w(), NoteKind::new_key), typed == "new_key"});
  });
}

void note_form(Writer& h, const Table& t) {
  std::vector<Option> others;
  for (const domain::Group& other : t.d.workshop.groups)
    if (other.number != t.group.number) others.push_back({std::to_string(other.number.value), group_label(t.w(), other)});
  if (others.empty()) return h.p({cls("panelhint")}, t.w()("desk.no_other_groups"));
  table_form(h, t, "skjema", [&](Writer&) {
    select_field(h, {.id = "om", .name = "om", .label = t.w()("desk.note_about"), .chosen = t.typed("notat", "om")}, others);
    kinds(h, t);
    text_area(h, t.w(), {.id = "notat-tekst", .name = "tekst", .label = t.w()("desk.note_text"), .value = t.typed("notat", "tekst"),
                         .error = t.error("notat"), .max_length = domain::limits::note_text, .rows = 2, .counter = true});
    button(h, {.label = t.w()("desk.add_note"), .id = "notat", .name = "op", .value = "notat", .icon = Icon::plus});
  });
}

void note(Writer& h, const Table& t, const domain::Note& written) {
  const domain::Group* about = t.d.workshop.find_group(written.about);
  h.li([&] {
    h.b(t.w().format("desk.note_line", kind_word(t.w(), written.kind), about ? group_label(t.w(), *about) : std::string()));
    h.text(" ");
    h.span({t.d.spoken()}, written.text.empty() ? t.w()("desk.erased") : std::string_view(written.text));
  });
}

}  // namespace

void ranking_panel(Writer& h, const Table& t) {
  const domain::Workshop& workshop = t.d.workshop;
  const domain::Sheet* sheet = workshop.sheet_of(t.group.number, workshop.round);
  const bool handed_in = sheet && sheet->is_handed_in();
  const std::string hint = handed_in ? t.w().format("desk.handed_in_at", t.d.clock(sheet->handed_in_at)) : "";
  panel(h, t.d.view, {.id = "rangering", .heading = t.w().format("desk.ranking_of", workshop.settings.places), .hint = hint}, [&](Writer&) {
    h.div({cls("panelkropp")}, [&] {
      if (!t.takes(domain::Stage::rank)) return not_yet(h, t, domain::Stage::rank);
      if (workshop.round > 1) h.p({cls("panelhint")}, t.w().format("desk.round", workshop.round));
      quick_form(h, t);
      table_form(h, t, "skjema", [&](Writer&) {
        place_fields(h, t, sheet);
        button(h, {.label = t.w()(handed_in ? "desk.hand_in_again" : "desk.hand_in"), .id = "lever", .name = "op", .value = "lever", .icon = Icon::checkmark});
      });
      next_group(h, t);
    });
    if (handed_in && t.d.is_open()) give_back(h, t);
  });
}

void notes_panel(Writer& h, const Table& t) {
  panel(h, t.d.view, {.id = "notater", .heading = t.w()("desk.notes")}, [&](Writer&) {
    h.div({cls("panelkropp skjema")}, [&] {
      h.ul({cls("skrevet"), role("list")}, [&] {
        for (const domain::Note& written : t.d.workshop.notes)
          if (written.from == t.group.number && !written.withdrawn) note(h, t, written);
      });
      if (!t.takes(domain::Stage::pitch)) return not_yet(h, t, domain::Stage::pitch);
      note_form(h, t);
    });
  });
}

}  // namespace knippe::views::desk
