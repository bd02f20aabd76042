// The page before whoever speaks. Everything on it follows the projector's present key.

#include "base/check.h"
#include "domain/workshop/speakers.h"
#include "views/components.h"
#include "views/desk/parts.h"
#include "views/desk/speakers.h"
#include "views/page.h"
#include "views/projector/projector.h"

namespace knippe::views {
namespace {

using namespace desk;
using domain::Key;
using domain::Speaker;

/// Where the room is in its keys.
struct Place {
  std::vector<const Key*> keys;
  std::size_t at = 0;  ///< of the present key; the number of keys when none is presented

  bool is_presenting() const { return at < keys.size(); }
  const Key* now() const { return is_presenting() ? keys[at] : nullptr; }
  const Key* before() const { return is_presenting() && at > 0 ? keys[at - 1] : nullptr; }
  const Key* next() const {
    const std::size_t n = is_presenting() ? at + 1 : 0;
    return n < keys.size() ? keys[n] : nullptr;
  }
};

Place place_in(const domain::Workshop& workshop) {
  Place place{domain::presenting_order(workshop)};
  while (place.at < place.keys.size() && place.keys[place.at]->id != workshop.projector.presented) ++place.at;
  return place;
}

void step_form(Writer& h, const Desk& d, Part content) {
  const Url to = desk_url(d.extras.room, "presentasjon");
  h.form({cls("knapperad"), method_post(), action(to), hx_post(to), hx_swap("none")}, [&] {
    if (!d.view.form_token.empty()) hidden_field(h, "kommando", d.view.form_token);
    content(h);
  });
}

void who(Writer& h, const Desk& d, const Key& key) {
  const Speaker* speaker = domain::speaker_of(d.workshop, key.id);
  if (key.speaker.empty() && !speaker) return;
  h.p({cls("forstaa__hvem")}, [&] {
    if (!key.speaker.empty()) h.b(key.speaker);
    if (speaker && !speaker->affiliation.empty()) h.span(speaker->affiliation);
  });
}

void present_key(Writer& h, const Desk& d, const Place& place) {
  h.section({cls("forstaa__naa"), aria_labelledby("forstaa-naa")}, [&] {
    const Key* key = place.now();
    h.h2({id("forstaa-naa")}, key ? d.w.format("speaker.now_of", place.at + 1, place.keys.size()) : std::string(d.w("speaker.now")));
    if (!key) return h.p({cls("forstaa__ingen")}, d.w("desk.no_key_presented"));
    who(h, d, *key);
    h.p({cls("forstaa__nokkel")}, [&] {
      h.span({cls("forstaa__nr")}, key->label);
      h.b({d.spoken(key->language)}, key->short_name);
    });
    if (key->text != key->short_name) h.p({cls("forstaa__tekst"), d.spoken(key->language)}, key->text);
  });
}

/// Of whoever speaks now; before the first key, of whoever begins.
void notes(Writer& h, const Desk& d, const Place& place) {
  const Key* key = place.now() ? place.now() : place.next();
  const Speaker* speaker = key ? domain::speaker_of(d.workshop, key->id) : nullptr;
  h.section({cls("forstaa__notater"), aria_labelledby("forstaa-notater")}, [&] {
    h.h2({id("forstaa-notater")}, speaker && !speaker->name.empty() ? d.w.format("speaker.notes_for", speaker->name) : std::string(d.w("speaker.notes")));
    if (speaker && !speaker->notes.empty()) return h.p({cls("forstaa__notat")}, speaker->notes);
    h.p({cls("panelhint")}, d.w("speaker.no_notes"));
  });
}

void next_key(Writer& h, const Desk& d, const Place& place) {
  h.section({cls("forstaa__neste"), aria_labelledby("forstaa-neste")}, [&] {
    h.h2({id("forstaa-neste")}, d.w("speaker.next"));
    const Key* key = place.next();
    if (!key) return h.p(d.w("speaker.last"));
    h.p([&] {
      h.span({cls("gnr")}, key->label);
      h.b({d.spoken(key->language)}, key->short_name);
    });
    const bool same = place.now() && place.now()->speaker == key->speaker;
    if (!same && !key->speaker.empty()) h.p({cls("panelhint")}, key->speaker);
  });
}

void time_left(Writer& h, const Desk& d) {
  h.section({cls("forstaa__tid"), aria_labelledby("forstaa-tid")}, [&] {
    h.h2({id("forstaa-tid")}, d.w("speaker.time"));
    if (!d.is_open() || d.workshop.clock.planned_ms <= 0) return h.p(d.w("desk.no_clock"));
    timer(h, d.w, {.clock = d.workshop.clock, .now = d.view.now, .zone = d.workshop.settings.time_zone, .css_class = "forstaa__klokke",
                   .id = "forstaa-klokke", .with_icon = false});
    h.p({cls("panelhint")}, stage_name(d.w, d.workshop.stage));
  });
}

void step_button(Writer& h, const Key* key, std::string_view button_id, std::string_view label, Variant variant, Icon which) {
  if (!key) return;
  button(h, {.label = label, .id = button_id, .name = "op", .value = "nokkel:" + std::to_string(key->id.value), .variant = variant, .icon = which,
             .about = key->short_name});
}

void steps(Writer& h, const Desk& d, const Place& place) {
  step_form(h, d, [&](Writer&) {
    step_button(h, place.next(), "neste-nokkel", d.w("desk.next_key"), Variant::primary, Icon::arrow_right);
    step_button(h, place.before(), "forrige-nokkel", d.w("desk.previous_key"), Variant::secondary, Icon::arrow_left);
    if (place.is_presenting())
      button(h, {.label = d.w("speaker.present_none"), .id = "ingen-nokkel", .name = "op", .value = "nokkel:0", .variant = Variant::tertiary});
  });
}

/// What the wall shows: all keys or one speaker's; and what the hall sees when it is not the keys.
void wall(Writer& h, const Desk& d, const Place& place) {
  const Key* key = place.now() ? place.now() : place.next();
  const Speaker* speaker = key ? domain::speaker_of(d.workshop, key->id) : nullptr;
  const Speaker* alone = d.workshop.find_speaker(d.workshop.projector.speaker);
  const bool away = shown_view(d.workshop) != domain::ProjectorView::keys;
  if (away) h.p({cls("panelhint")}, d.w("speaker.wall_away"));
  else h.p({cls("panelhint")}, alone ? d.w.format("speaker.wall_of", alone->name) : std::string(d.w("speaker.wall_all")));
  step_form(h, d, [&](Writer&) {
    if (away) button(h, {.label = d.w("speaker.show_wall"), .id = "vis-nokler", .name = "op", .value = "vis:keys", .variant = Variant::secondary});
    if (alone) button(h, {.label = d.w("speaker.show_all"), .id = "vis-alle", .name = "op", .value = "innleder:0", .variant = Variant::secondary});
    else if (speaker)
      button(h, {.label = d.w("speaker.show_own"), .id = "vis-egne", .name = "op", .value = "innleder:" + std::to_string(speaker->id.value),
                 .variant = Variant::secondary, .about = speaker->name});
  });
}

void region(Writer& h, const Desk& d) {
  const Place place = place_in(d.workshop);
  h.div({id("presentasjon"), cls("forstaa"), data("seq", d.view.seq)}, [&] {
    present_key(h, d, place);
    notes(h, d, place);
    next_key(h, d, place);
    time_left(h, d);
    h.section({cls("forstaa__styr"), aria_label(d.w("speaker.steering"))}, [&] {
      steps(h, d, place);
      wall(h, d, place);
    });
  });
}

}  // namespace

std::string presenter_page(const View& view, const domain::Workshop& workshop, RoomId room, const Kept& kept) {
  DeskExtras extras;
  extras.room = room;
  const Desk d{view, view.words, workshop, extras, kept};
  const Frame frame{.w = view.words, .title = std::string(view.words("speaker.presenter")), .surface = Surface::desk, .main_class = "sideinn",
                    .command = view.form_token, .stream = desk_url(room, "presentasjon/strom"), .live = true, .style = "speakers.css",
                    .warning = view.warning, .rehearsal = workshop.rehearsal};
  return page(frame, [&](Writer& h) { workshop_header(h, d); },
              [&](Writer& h) {
                if (kept.error)
                  alert(h, Tone::danger, d.w("desk.not_done"), [&](Writer&) { h.p({cls("ds-paragraph")}, d.w.error(*kept.error)); });
                h.div({cls("forstaa__topp")}, [&] {
                  h.h1(d.w("speaker.presenter"));
                  h.a({cls("ds-link"), id("oppdater"), href(desk_url(room, "presentasjon"))}, d.w("common.refresh"));
                  h.a({cls("ds-link"), id("til-innledere"), href(desk_url(room, "innledere"))}, d.w("speaker.title"));
                });
                region(h, d);
              });
}

std::string presenter_fragments(const View& view, const domain::Workshop& workshop, RoomId room) {
  CHECK(view.form_token.empty());
  DeskExtras extras;
  extras.room = room;
  const Kept nothing;
  const Desk d{view, view.words, workshop, extras, nothing};
  Writer h;
  partial(h, "presentasjon", view.seq, [&](Writer&) { region(h, d); });
  return h.take_string();
}

}  // namespace knippe::views
