// One group seen from the desk: typing in what it wrote on paper, its sheet, its phones.

#include <algorithm>

#include "domain/limits.h"
#include "views/components.h"
#include "views/desk/pages.h"
#include "views/icon.h"

namespace knippe::views {
namespace {

namespace limits = domain::limits;
using domain::Group;
using domain::Stage;

struct GroupScene : DeskScene {
  const Group& group;

  Url to() const { return desk_url(extras.room, "gruppe/" + std::to_string(group.number.value)); }
  std::string_view typed(std::string_view form, const std::string& name, std::string_view otherwise = {}) const {
    return kept.is(form) ? kept.field(name, otherwise) : otherwise;
  }
  std::string error(std::string_view form) const { return error_of(view, kept, form); }
  /// Typing in is possible from the moment a stage has been opened.
  bool may_type(Stage stage) const { return workshop.phase == domain::Phase::open && workshop.has_visited(stage); }
};

void typing_form(Writer& h, const GroupScene& s, std::string_view css, Part content) { desk_form(h, s.view, {.to = s.to(), .css = css}, content); }

void key_option(Writer& h, const GroupScene& s, const domain::Key& key, bool chosen) {
  h.option({value(key.id.value), selected(chosen), spoken(s, key.language)}, key.label, " ", key.short_name);
}

void key_select(Writer& h, const GroupScene& s, std::string_view field_id, std::string_view field_name, std::string_view label, std::string_view none, KeyId chosen) {
  h.div({cls("ds-field")}, [&] {
    h.label({cls("ds-label"), for_id(field_id)}, label);
    h.select({cls("ds-input"), id(field_id), attr::name(field_name)}, [&] {
      h.option({value("")}, none);
      for (const domain::Key& key : s.workshop.keys)
        if (!key.retired || key.id == chosen) key_option(h, s, key, key.id == chosen);
    });
  });
}

void describe_part(Writer& h, const GroupScene& s) {
  const Words& w = s.w;
  std::string members;
  for (const std::string& member : s.group.members) members += member + "\n";
  const std::string people = s.group.stated_people > 0 ? std::to_string(s.group.stated_people) : "";
  panel(h, "", "om-h", w("setup.group.about"), "", [&](Writer&) {
    typing_form(h, s, "panelkropp rutenett", [&](Writer&) {
      text_field(h, w, {.id = "navn", .name = "navn", .label = w("setup.group_name"), .value = s.typed("beskriv", "navn", s.group.name),
                        .error = s.error("beskriv"), .max_length = limits::group_name, .optional_mark = true});
      text_field(h, w, {.id = "antall", .name = "antall", .label = w("setup.how_many"), .value = s.typed("beskriv", "antall", people),
                        .description = w("setup.group.how_many_hint"), .inputmode = "numeric", .optional_mark = true});
      text_area(h, w, {.id = "medlemmer", .name = "medlemmer", .label = w("setup.members"), .value = s.typed("beskriv", "medlemmer", members),
                       .description = w("setup.members_hint"), .optional_mark = true});
      button(h, {.label = w("common.save"), .id = "lagre-om", .name = "op", .value = "beskriv", .variant = Variant::secondary, .about = w("setup.group.about"), .small = true});
    });
  });
}

void supplements_part(Writer& h, const GroupScene& s) {
  const Words& w = s.w;
  panel(h, "", "supp-h", w("setup.new_keys"), "", [&](Writer&) {
    h.div({cls("panelkropp")}, [&] {
      h.ul({cls("typet"), role("list")}, [&] {
        for (const domain::Supplement& one : s.workshop.supplements)
          if (one.group == s.group.number && one.status != domain::SupplementStatus::withdrawn) h.li({spoken(s)}, one.text.empty() ? w("setup.erased") : std::string_view(one.text));
      });
      if (!s.may_type(Stage::supplement)) return h.p({cls("panelhint")}, w("setup.group.not_yet"));
      typing_form(h, s, "", [&](Writer&) {
        text_area(h, w, {.id = "ny", .name = "tekst", .label = w("setup.group.missing_key"), .value = s.typed("suppler", "tekst"), .error = s.error("suppler"),
                         .max_length = limits::supplement_text, .rows = 2, .counter = true});
        button(h, {.label = w("setup.group.add_key"), .id = "legg-til-nokkel", .name = "op", .value = "suppler", .variant = Variant::secondary, .small = true});
      });
    });
  });
}

void ranking_part(Writer& h, const GroupScene& s) {
  const Words& w = s.w;
  const domain::Sheet* sheet = s.workshop.sheet_of(s.group.number, s.workshop.round);
  const std::string hint = sheet && sheet->is_handed_in() ? w.format("setup.group.handed_in_at", w.clock_time(sheet->handed_in_at, s.zone())) : std::string(w("setup.group.not_handed_in"));
  panel(h, "", "rang-h", stage_name(w, Stage::rank), hint, [&](Writer&) {
    h.div({cls("panelkropp")}, [&] {
      if (!s.may_type(Stage::rank)) return h.p({cls("panelhint")}, w("setup.group.not_yet"));
      if (const std::string error = s.error("lever"); !error.empty()) h.p({cls("ds-validation-message")}, error);
      typing_form(h, s, "rutenett", [&](Writer&) {
        for (int place = 1; place <= s.workshop.settings.places; ++place) {
          const std::string name = "plass" + std::to_string(place);
          KeyId chosen = sheet && static_cast<std::size_t>(place) <= sheet->draft.size() ? sheet->draft[static_cast<std::size_t>(place) - 1] : KeyId{};
          if (s.kept.is("lever"))
            for (const domain::Key& key : s.workshop.keys)
              if (std::to_string(key.id.value) == s.kept.field(name)) chosen = key.id;
          key_select(h, s, name, name, w.format("setup.group.place", place), w("setup.group.choose"), chosen);
        }
        button(h, {.label = w("setup.group.hand_in"), .id = "lever", .name = "op", .value = "lever", .variant = Variant::secondary, .small = true});
      });
      if (sheet && sheet->is_handed_in())
        typing_form(h, s, "giver", [&](Writer&) {
          button(h, {.label = w("setup.group.give_back"), .id = "gi-tilbake", .name = "op", .value = "gi-tilbake", .variant = Variant::tertiary, .icon = Icon::arrow_undo, .small = true});
        });
    });
  });
}

void measures_part(Writer& h, const GroupScene& s) {
  const Words& w = s.w;
  panel(h, "", "tilt-h", stage_name(w, Stage::measures), "", [&](Writer&) {
    h.div({cls("panelkropp")}, [&] {
      h.ul({cls("typet"), role("list")}, [&] {
        for (const domain::Measure& one : s.workshop.measures)
          if (one.group == s.group.number && !one.deleted) h.li({spoken(s)}, one.text.empty() ? w("setup.erased") : std::string_view(one.text));
      });
      if (!s.may_type(Stage::measures)) return h.p({cls("panelhint")}, w("setup.group.not_yet"));
      typing_form(h, s, "rutenett", [&](Writer&) {
        text_area(h, w, {.id = "hva", .name = "hva", .label = w("setup.group.what"), .value = s.typed("tiltak", "hva"), .error = s.error("tiltak"), .max_length = limits::measure_text, .rows = 2, .counter = true});
        text_field(h, w, {.id = "hvem", .name = "hvem", .label = w("setup.group.who"), .value = s.typed("tiltak", "hvem"), .max_length = limits::owner_name, .optional_mark = true});
        text_field(h, w, {.id = "naar", .name = "naar", .label = w("setup.group.when"), .value = s.typed("tiltak", "naar"), .type = "date", .optional_mark = true});
        key_select(h, s, "nokkel", "nokkel", w("setup.group.which_key"), w("setup.group.no_key"), {});
        button(h, {.label = w("setup.group.add_measure"), .id = "legg-til-tiltak", .name = "op", .value = "tiltak", .variant = Variant::secondary, .small = true});
      });
    });
  });
}

void notes_part(Writer& h, const GroupScene& s) {
  const Words& w = s.w;
  panel(h, "", "not-h", w("setup.notes"), "", [&](Writer&) {
    h.div({cls("panelkropp")}, [&] {
      h.ul({cls("typet"), role("list")}, [&] {
        for (const domain::Note& one : s.workshop.notes)
          if (one.from == s.group.number && !one.withdrawn)
            h.li([&] {
              h.span({spoken(s)}, one.text.empty() ? w("setup.erased") : std::string_view(one.text));
              h.small(" " + w.format("setup.group.to_group", one.about.value));
            });
      });
      if (!s.may_type(Stage::pitch)) return h.p({cls("panelhint")}, w("setup.group.not_yet"));
      typing_form(h, s, "rutenett", [&](Writer&) {
        h.div({cls("ds-field")}, [&] {
          h.label({cls("ds-label"), for_id("om")}, w("setup.group.about_group"));
          h.select({cls("ds-input"), id("om"), name("om")}, [&] {
            for (const Group& other : s.workshop.groups) {
              const std::string number = std::to_string(other.number.value);
              if (other.number != s.group.number) h.option({value(number), selected(s.typed("notat", "om") == number)}, number, " ", other.name);
            }
          });
        });
        h.div({cls("ds-field")}, [&] {
          h.label({cls("ds-label"), for_id("slag")}, w("setup.group.kind"));
          h.select({cls("ds-input"), id("slag"), name("slag")}, [&] {
            h.option({value("question")}, w("setup.group.question"));
            h.option({value("comment"), selected()}, w("setup.group.comment"));
            h.option({value("new_key")}, w("setup.group.new_key"));
          });
        });
        text_area(h, w, {.id = "notattekst", .name = "tekst", .label = w("setup.group.note"), .value = s.typed("notat", "tekst"), .error = s.error("notat"), .max_length = limits::note_text, .rows = 2, .counter = true});
        button(h, {.label = w("setup.group.add_note"), .id = "legg-til-notat", .name = "op", .value = "notat", .variant = Variant::secondary, .small = true});
      });
    });
  });
}

void phones_part(Writer& h, const GroupScene& s) {
  const Words& w = s.w;
  panel(h, "", "tlf-h", w("setup.group.phones"), w.plural("setup.group.phone_count", s.group.phones), [&](Writer&) {
    h.div({cls("panelkropp")}, [&] {
      if (s.group.phones == 0) return h.p({cls("panelhint")}, w("setup.group.no_phones"));
      h.ul({cls("pko"), role("list")}, [&] {
        for (std::uint32_t phone = 1; phone <= s.workshop.seats.size(); ++phone) {
          if (s.workshop.seats[phone - 1] != s.group.number) continue;
          const auto named = s.workshop.phone_names.find(phone);
          const std::string label = named == s.workshop.phone_names.end() ? w.format("setup.group.phone", phone) : named->second;
          const std::string digits = std::to_string(phone);
          h.li([&] {
            icon(h, Icon::mobile_small);
            h.span({cls("pko__navn")}, label);
            typing_form(h, s, "", [&](Writer&) {
              button(h, {.label = w("setup.group.release"), .id = "slipp-" + digits, .name = "op", .value = "slipp:" + digits, .variant = Variant::tertiary, .about = label, .small = true});
            });
          });
        }
      });
      h.p({cls("panelhint")}, w("setup.group.release_hint"));
    });
  });
}

}  // namespace

std::string group_desk_page(const View& view, const domain::Workshop& workshop, const DeskExtras& extras, GroupNumber number, const Kept& kept) {
  static const Group nobody;
  const Group* found = workshop.find_group(number);
  const GroupScene s{{view, view.words, workshop, extras, kept}, found ? *found : nobody};
  const std::string name = group_name(s.w, s.group);
  Frame frame{.w = view.words, .title = s.w.format("setup.group.title", s.group.number.value, name), .surface = Surface::desk, .main_class = "sideinn", .command = view.form_token, .warning = view.warning, .footer = false};
  return page(
      frame,
      [&](Writer& h) {
        workshop_header(h, s, stage_name(s.w, workshop.stage), [&](Writer&) {
          link_button(h, {.label = s.w("setup.back_to_desk"), .id = "til-styringen", .variant = Variant::secondary, .icon = Icon::arrow_left}, desk_url(extras.room));
        });
      },
      [&](Writer& h) {
        h.div({cls("sidetopp")}, [&] {
          h.div([&] {
            h.h1([&] {
              h.span({cls("gnr")}, s.group.number.value);
              h.text(" ");
              h.span({spoken(s)}, name);
            });
            h.p(s.w("setup.group.intro"));
          });
        });
        if (kept.error && kept.form != "beskriv" && kept.form != "suppler" && kept.form != "lever" && kept.form != "tiltak" && kept.form != "notat") {
          h.div({cls("ds-alert"), data("color", "danger"), role("alert")}, [&] { h.p({cls("ds-paragraph")}, s.w.error(*kept.error)); });
        }
        h.div({cls("tokolonner")}, [&] {
          describe_part(h, s);
          ranking_part(h, s);
          supplements_part(h, s);
          measures_part(h, s);
          notes_part(h, s);
          phones_part(h, s);
        });
      });
}

}  // namespace knippe::views
