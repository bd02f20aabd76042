#include "views/desk/speakers.h"

#include "domain/limits.h"
#include "domain/workshop/speakers.h"
#include "views/components.h"
#include "views/desk/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using namespace desk;
namespace limits = domain::limits;
using domain::Speaker;

/// A speaker's form as it stands, or as it was typed and refused.
struct Typed {
  std::string number, op, faulty, message;
  std::string name, affiliation, keys, notes;
};

std::string labels_of(const Desk& d, const std::vector<KeyId>& keys) {
  std::string labels;
  for (const KeyId id : keys)
    if (const domain::Key* key = d.workshop.find_key(id)) labels += (labels.empty() ? "" : " ") + key->label;
  return labels;
}

/// The field that a refusal belongs to.
std::string_view faulty_field(const Error& error) {
  if (error.message_key == "text.too_long" && error.detail == std::to_string(limits::affiliation)) return "tilhorighet";
  if (error.message_key == "text.too_long" && error.detail == std::to_string(limits::speaker_notes)) return "notater";
  const bool keys = error.message_key.starts_with("ranking.") || error.message_key == "speaker.not_given" || error.message_key == "speaker.key_twice";
  return keys ? "nokler" : "navn";
}

Typed typed_of(const Desk& d, const Speaker* speaker) {
  const std::string number = speaker ? std::to_string(speaker->id.value) : "ny";
  Typed typed;
  typed.number = number;
  typed.op = speaker ? "lagre:" + number : "ny";
  if (speaker) typed = {number, typed.op, "", "", speaker->name, speaker->affiliation, labels_of(d, speaker->keys), speaker->notes};
  if (!d.was_refused(typed.op)) return typed;
  typed.faulty = faulty_field(*d.kept.error);
  typed.message = d.w.error(*d.kept.error);
  typed.name = d.kept.field("navn");
  typed.affiliation = d.kept.field("tilhorighet");
  typed.keys = d.kept.field("nokler");
  typed.notes = d.kept.field("notater");
  return typed;
}

void fields(Writer& h, const Desk& d, const Typed& typed) {
  const auto id_of = [&](std::string_view field) { return std::string(field) + "-" + typed.number; };
  const auto error_of = [&](std::string_view field) { return field == typed.faulty ? std::string_view(typed.message) : std::string_view(); };
  text_field(h, d.w, {.id = id_of("navn"), .name = "navn", .label = d.w("speaker.name"), .value = typed.name, .error = error_of("navn"),
                      .autocomplete = "off", .max_length = limits::speaker_name});
  text_field(h, d.w, {.id = id_of("tilhorighet"), .name = "tilhorighet", .label = d.w("speaker.affiliation"), .value = typed.affiliation,
                      .error = error_of("tilhorighet"), .autocomplete = "off", .max_length = limits::affiliation, .optional_mark = true});
  text_field(h, d.w, {.id = id_of("nokler"), .name = "nokler", .label = d.w("speaker.keys"), .value = typed.keys,
                      .description = d.w("speaker.keys_hint"), .error = error_of("nokler"), .autocomplete = "off"});
  text_area(h, d.w, {.id = id_of("notater"), .name = "notater", .label = d.w("speaker.notes"), .value = typed.notes,
                     .description = d.w("speaker.notes_hint"), .error = error_of("notater"), .max_length = limits::speaker_notes, .rows = 5,
                     .optional_mark = true, .counter = true});
}

std::string_view name_of(const Desk& d, const Speaker& speaker) { return speaker.name.empty() ? d.w("desk.erased") : std::string_view(speaker.name); }

void keys_of(Writer& h, const Desk& d, const Speaker& speaker) {
  if (speaker.keys.empty()) return h.p({cls("panelhint")}, d.w("speaker.no_keys"));
  h.ul({cls("innleder__nokler"), role("list")}, [&] {
    for (const KeyId id : speaker.keys)
      if (const domain::Key* key = d.workshop.find_key(id))
        h.li([&] {
          h.span({cls("gnr")}, key->label);
          h.span({d.spoken(key->language)}, key->short_name);
        });
  });
}

void order_buttons(Writer& h, const Desk& d, const Speaker& speaker, std::size_t place) {
  const std::string number = std::to_string(speaker.id.value);
  page_form(h, d.view, desk_url(d.extras.room, "innledere"), {.css = "innleder__flytt"}, [&](Writer&) {
    icon_button(h, Icon::arrow_up, {.label = d.w("desk.move_up"), .id = "opp-" + number, .name = "op", .value = "opp:" + number,
                                    .about = name_of(d, speaker), .disabled = place == 1});
    icon_button(h, Icon::arrow_down, {.label = d.w("desk.move_down"), .id = "ned-" + number, .name = "op", .value = "ned:" + number,
                                      .about = name_of(d, speaker), .disabled = place == d.workshop.speaker_order.size()});
  });
}

void change(Writer& h, const Desk& d, const Speaker& speaker) {
  const Typed typed = typed_of(d, &speaker);
  fold(h, {.id = "endre-" + typed.number, .summary = d.w("desk.edit"), .about = name_of(d, speaker), .open = !typed.faulty.empty()}, [&](Writer&) {
    page_form(h, d.view, desk_url(d.extras.room, "innledere"), {}, [&](Writer&) {
      fields(h, d, typed);
      h.div({cls("knapperad")}, [&] {
        button(h, {.label = d.w("common.save"), .id = "lagre-" + typed.number, .name = "op", .value = typed.op, .about = name_of(d, speaker)});
        button(h, {.label = d.w("speaker.remove"), .id = "fjern-" + typed.number, .name = "op", .value = "fjern:" + typed.number,
                   .variant = Variant::tertiary, .color = "danger", .about = name_of(d, speaker)});
      });
    });
  });
}

void speaker_line(Writer& h, const Desk& d, const Speaker& speaker, std::size_t place) {
  h.li({cls("innlederkort"), id("innleder-", speaker.id.value)}, [&] {
    h.div({cls("innlederkort__topp")}, [&] {
      h.span({cls("nkrad__nr"), aria_hidden()}, place);
      h.div([&] {
        h.h3(name_of(d, speaker));
        if (!speaker.affiliation.empty()) h.p({cls("panelhint")}, speaker.affiliation);
        if (!speaker.notes.empty()) h.p({cls("panelhint")}, d.w("speaker.has_notes"));
      });
      order_buttons(h, d, speaker, place);
    });
    keys_of(h, d, speaker);
    change(h, d, speaker);
  });
}

void keys_left(Writer& h, const Desk& d) {
  std::string labels;
  for (const domain::KeyRun& run : domain::key_runs(d.workshop))
    if (!run.speaker)
      for (const domain::Key* key : run.keys) labels += (labels.empty() ? "" : ", ") + key->label;
  if (!labels.empty()) h.p({cls("panelkropp panelhint")}, d.w.format("speaker.keys_left", labels));
}

void those_there(Writer& h, const Desk& d) {
  const std::string count = std::to_string(d.workshop.speaker_order.size());
  panel(h, d.view, {.id = "innledere", .heading = d.w("speaker.title"), .hint = count}, [&](Writer&) {
    if (d.workshop.speaker_order.empty()) h.p({cls("panelkropp panelhint")}, d.w("speaker.none"));
    h.ol({cls("innlederliste"), role("list")}, [&] {
      std::size_t place = 0;
      for (const SpeakerId id : d.workshop.speaker_order)
        if (const Speaker* speaker = d.workshop.find_speaker(id)) speaker_line(h, d, *speaker, ++place);
    });
    keys_left(h, d);
  });
}

void another(Writer& h, const Desk& d) {
  panel(h, d.view, {.id = "ny-innleder", .heading = d.w("speaker.new")}, [&](Writer&) {
    page_form(h, d.view, desk_url(d.extras.room, "innledere"), {.css = "panelkropp skjema"}, [&](Writer&) {
      fields(h, d, typed_of(d, nullptr));
      button(h, {.label = d.w("speaker.add"), .id = "lagre-ny", .name = "op", .value = "ny", .icon = Icon::person_plus});
    });
  });
}

void what_went_wrong(Writer& h, const Desk& d) {
  if (!d.kept.error) return;
  const std::string message = d.w.error(*d.kept.error);
  const Speaker* named = nullptr;
  for (const Speaker& speaker : d.workshop.speakers)
    if (!speaker.removed && d.was_refused("lagre:" + std::to_string(speaker.id.value))) named = &speaker;
  if (!named && !d.was_refused("ny")) return alert(h, Tone::danger, d.w("desk.not_done"), [&](Writer&) { h.p({cls("ds-paragraph")}, message); });
  const Typed typed = typed_of(d, named);
  const FieldError errors[] = {{typed.faulty + "-" + typed.number, message}};
  error_summary(h, d.w, errors);
}

void title(Writer& h, const Desk& d) {
  h.div({cls("sidetopp")}, [&] {
    h.div([&] {
      breadcrumbs(h, d.w, d.extras.room, d.workshop.about.title, d.w("speaker.title"));
      h.h1(d.w("speaker.title"));
      h.p(d.w("speaker.lead"));
    });
    link_button(h, {.label = d.w("speaker.open_presenter"), .id = "til-presentasjon", .icon = Icon::megaphone_speaking},
                desk_url(d.extras.room, "presentasjon"));
  });
}

}  // namespace

std::string speakers_page(const View& view, const domain::Workshop& workshop, RoomId room, const Kept& kept) {
  DeskExtras extras;
  extras.room = room;
  const Desk d{view, view.words, workshop, extras, kept};
  const Frame frame{.w = view.words, .title = std::string(view.words("speaker.title")), .surface = Surface::desk, .main_class = "sideinn",
                    .command = view.form_token, .style = "speakers.css", .warning = view.warning, .rehearsal = workshop.rehearsal};
  return page(frame, [&](Writer& h) { workshop_header(h, d); },
              [&](Writer& h) {
                what_went_wrong(h, d);
                title(h, d);
                h.div({cls("tospalter")}, [&] {
                  those_there(h, d);
                  another(h, d);
                });
              });
}

}  // namespace knippe::views
