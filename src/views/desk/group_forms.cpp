#include "views/desk/group_forms.h"

#include "domain/limits.h"
#include "views/components.h"
#include "views/photos.h"

namespace knippe::views::desk {
namespace {

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

}  // namespace

void table_form(Writer& h, const Table& t, std::string_view css, Part content) {
  page_form(h, t.d.view, desk_url(t.d.extras.room, "gruppe/" + std::to_string(t.group.number.value)), {.css = css}, content);
}

void not_yet(Writer& h, const Table& t, domain::Stage stage) {
  h.p({cls("panelhint")}, t.d.is_closed() ? std::string(t.w()("desk.closed_for_typing")) : t.w().format("desk.typed_in_later", stage_name(t.w(), stage)));
}

std::string faulty_input(const Kept& kept) {
  if (!kept.error) return {};
  if (kept.is("beskriv")) return std::string(faulty_group_field(*kept.error));
  if (kept.is("suppler")) return "suppler-tekst";
  if (kept.is("lever")) return "plass1";
  if (kept.is("hurtig")) return "hurtig";
  if (kept.is("tiltak")) return kept.error->message_key == "measure.bad_date" ? "naar" : "hva";
  if (kept.is("notat")) return "notat-tekst";
  if (const std::string input = photo_input(kept); !input.empty()) return input;
  return {};
}

void description_panel(Writer& h, const Table& t) {
  const Words& w = t.w();
  const domain::Group& group = t.group;
  const std::string message = t.error("beskriv"), faulty = t.keeps("beskriv") ? faulty_input(t.d.kept) : "";
  const auto error = [&](std::string_view field) { return faulty == field ? std::string_view(message) : std::string_view(); };
  const std::string members = joined_lines(group.members), size = group.stated_people > 0 ? std::to_string(group.stated_people) : "";
  panel(h, t.d.view, {.id = "om-gruppa", .heading = w("desk.about_group")}, [&](Writer&) {
    table_form(h, t, "panelkropp skjema", [&](Writer&) {
      text_field(h, w, {.id = "navn", .name = "navn", .label = w("desk.group_name"), .value = t.typed("beskriv", "navn", group.name),
                        .error = error("navn"), .max_length = domain::limits::group_name, .optional_mark = true});
      text_area(h, w, {.id = "medlemmer", .name = "medlemmer", .label = w("desk.group_members"), .value = t.typed("beskriv", "medlemmer", members),
                       .description = w("desk.members_hint"), .error = error("medlemmer"), .rows = 4, .optional_mark = true});
      text_field(h, w, {.id = "antall", .name = "antall", .label = w("desk.group_size"), .value = t.typed("beskriv", "antall", size),
                        .description = w("desk.size_hint"), .error = error("antall"), .inputmode = "numeric", .css_class = "kort-felt", .optional_mark = true});
      button(h, {.label = w("desk.save_group"), .id = "lagre-gruppa", .name = "op", .value = "beskriv", .variant = Variant::secondary});
    });
  });
}

void phones_panel(Writer& h, const Table& t) {
  const Words& w = t.w();
  const domain::Workshop& workshop = t.d.workshop;
  panel(h, t.d.view, {.id = "telefoner", .heading = w("desk.phones"), .hint = w.plural("common.phones", t.group.phones)}, [&](Writer&) {
    if (t.group.phones == 0) h.p({cls("panelkropp panelhint")}, w("desk.no_phones"));
    table_form(h, t, "", [&](Writer&) {
      h.ul({cls("telefonliste"), role("list")}, [&] {
        for (std::size_t i = 0; i < workshop.seats.size(); ++i) {
          if (workshop.seats[i] != t.group.number) continue;
          const std::string number = std::to_string(i + 1);
          const auto named = workshop.phone_names.find(static_cast<std::uint32_t>(i + 1));
          const std::string called = named == workshop.phone_names.end() ? w.format("desk.phone", i + 1) : w.format("desk.phone_named", i + 1, named->second);
          h.li([&] {
            icon(h, Icon::mobile_small);
            h.span(called);
            button(h, {.label = w("desk.release"), .id = "slipp-" + number, .name = "op", .value = "slipp:" + number,
                       .variant = Variant::tertiary, .about = called, .small = true});
          });
        }
      });
    });
    h.p({cls("panelfot")}, w("desk.release_text"));
  });
}

void supplement_panel(Writer& h, const Table& t) {
  const Words& w = t.w();
  panel(h, t.d.view, {.id = "nye-nokler", .heading = w("desk.new_keys")}, [&](Writer&) {
    h.div({cls("panelkropp skjema")}, [&] {
      h.ul({cls("skrevet"), role("list")}, [&] {
        for (const domain::Supplement& supplement : t.d.workshop.supplements)
          if (supplement.group == t.group.number && supplement.status != domain::SupplementStatus::withdrawn)
            h.li({t.d.spoken()}, supplement.text.empty() ? w("desk.erased") : std::string_view(supplement.text));
      });
      if (!t.takes(domain::Stage::supplement)) return not_yet(h, t, domain::Stage::supplement);
      table_form(h, t, "skjema", [&](Writer&) {
        text_area(h, w, {.id = "suppler-tekst", .name = "tekst", .label = w("desk.new_key"), .value = t.typed("suppler", "tekst"),
                         .error = t.error("suppler"), .max_length = domain::limits::supplement_text, .rows = 2, .counter = true});
        button(h, {.label = w("desk.add_key"), .id = "suppler", .name = "op", .value = "suppler", .icon = Icon::plus});
      });
    });
  });
}

void measures_panel(Writer& h, const Table& t) {
  const Words& w = t.w();
  const std::string message = t.error("tiltak"), faulty = t.keeps("tiltak") ? faulty_input(t.d.kept) : "";
  panel(h, t.d.view, {.id = "tiltak", .heading = w("desk.measures")}, [&](Writer&) {
    h.div({cls("panelkropp skjema")}, [&] {
      h.ul({cls("skrevet"), role("list")}, [&] {
        for (const domain::Measure& measure : t.d.workshop.measures)
          if (measure.group == t.group.number && !measure.deleted)
            h.li({t.d.spoken()}, measure.text.empty() ? w("desk.erased") : std::string_view(measure.text));
      });
      if (!t.takes(domain::Stage::measures)) return not_yet(h, t, domain::Stage::measures);
      table_form(h, t, "rutenett", [&](Writer&) {
        text_area(h, w, {.id = "hva", .name = "hva", .label = w("desk.measure_what"), .value = t.typed("tiltak", "hva"),
                         .error = faulty == "hva" ? message : "", .max_length = domain::limits::measure_text, .rows = 2, .counter = true});
        h.div({cls("b3")}, [&] {
          text_field(h, w, {.id = "hvem", .name = "hvem", .label = w("desk.measure_who"), .value = t.typed("tiltak", "hvem"),
                            .max_length = domain::limits::owner_name, .optional_mark = true});
        });
        h.div({cls("b3")}, [&] {
          text_field(h, w, {.id = "naar", .name = "naar", .label = w("desk.measure_when"), .value = t.typed("tiltak", "naar"),
                            .error = faulty == "naar" ? message : "", .type = "date", .optional_mark = true});
        });
        select_field(h, {.id = "nokkel", .name = "nokkel", .label = w("desk.measure_key"), .chosen = t.typed("tiltak", "nokkel")},
                     key_options(t.d.workshop, w("desk.no_key")));
        h.div([&] { button(h, {.label = w("desk.add_measure"), .id = "tiltak-lagre", .name = "op", .value = "tiltak", .icon = Icon::plus}); });
      });
    });
  });
}

}  // namespace knippe::views::desk
