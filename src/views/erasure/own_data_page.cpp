#include "base/encoding.h"
#include "views/components.h"
#include "views/erasure/parts.h"
#include "views/page.h"
#include "views/participant/scene.h"

namespace knippe::views {
namespace {

using namespace erasure;

void known(Writer& h, const Scene& s, const Seat& seat) {
  section(h, "kjent-h", s.w("erasure.known"), {}, [&](Writer&) {
    h.ul({cls("punktliste")}, [&] {
      h.li(s.w.format("erasure.known_phone", seat.phone.value));
      h.li(s.w.format("erasure.known_group", s.group.number.value));
      h.li(s.w("erasure.known_cookie"));
      h.li(s.w("erasure.known_choices"));
    });
    h.p({cls("luft")}, [&] { h.a({cls("ds-link"), id("ta-med"), href(room_url(s.room, "mine-data.json"))}, s.w("erasure.take_along")); });
  });
}

void texts(Writer& h, const Scene& s, const std::vector<TextLine>& lines) {
  section(h, "tekster-h", s.w("erasure.written"), {}, [&](Writer&) {
    if (lines.empty()) return h.p(s.w("erasure.nothing_here"));
    h.form({cls("sletteskjema"), id("slett"), method_post(), action(room_url(s.room, "mine-data"))}, [&] {
      hidden_field(h, "kommando", s.view.form_token);
      h.p(s.w("erasure.own_hint"));
      h.ul({cls("sletteliste")}, [&] {
        for (const TextLine& line : lines) pick(h, s.w, s.workshop, line);
      });
      button(h, {.label = s.w("erasure.erase_picked"), .id = "slett-valgte", .name = "op", .value = "slett", .variant = Variant::secondary,
                 .color = "danger", .icon = Icon::trash});
    });
  });
}

void everything(Writer& h, const Scene& s) {
  section(h, "alt-h", s.w("erasure.everything"), {}, [&](Writer&) {
    h.p(s.w("erasure.everything_text"));
    h.form({cls("sletteskjema"), id("alt"), method_post(), action(room_url(s.room, "mine-data"))}, [&] {
      hidden_field(h, "kommando", s.view.form_token);
      h.div({cls("ds-field")}, [&] {
        h.input({cls("ds-input"), type("checkbox"), id("forstatt"), name("forstatt"), value("ja")});
        h.label({for_id("forstatt")}, s.w("erasure.understood"));
      });
      button(h, {.label = s.w("erasure.erase_everything"), .id = "slett-alt", .name = "op", .value = "alt", .color = "danger", .icon = Icon::trash});
    });
  });
}

void main_part(Writer& h, const Scene& s, const Seat& seat, const std::vector<TextLine>& lines, bool done) {
  if (s.kept.error) {
    const bool ticking = s.kept.error->message_key == "erasure.not_understood" || lines.empty();
    const FieldError errors[] = {{ticking ? "forstatt" : "hva-" + std::string(domain::to_string(lines.front().text)).replace(
                                                             domain::to_string(lines.front().text).find(':'), 1, "-"),
                                  s.w.error(*s.kept.error)}};
    error_summary(h, s.w, errors);
  }
  h.h1({cls("dtittel")}, s.w("erasure.own_title"));
  h.p({cls("dingress")}, s.w("erasure.own_lead"));
  if (done) alert(h, Tone::info, s.w("erasure.done"), [&](Writer&) { h.p({cls("ds-paragraph")}, s.w("erasure.done_text")); });
  known(h, s, seat);
  texts(h, s, lines);
  everything(h, s);
  section(h, "blir-h", s.w("erasure.stays"), {}, [&](Writer&) {
    h.ul({cls("punktliste")}, [&] { what_stays(h, s.w, s.workshop.published); });
  });
  h.p({cls("luft")}, [&] { h.a({cls("ds-link"), id("tilbake"), href(room_url(s.room))}, s.w("participant.table.back")); });
}

}  // namespace

std::string own_data_page(const View& view, const domain::Workshop& workshop, const Seat& seat, const std::vector<TextLine>& lines, bool done,
                          const Kept& kept) {
  const domain::Group* group = workshop.find_group(seat.group);
  if (!group) return participant_page(view, workshop, seat, workshop.stage, kept);
  const Words& w = view.words;
  const Scene s{view, w, workshop, seat.room, *group, workshop.stage, kept};
  const Frame frame{.w = w, .title = std::string(w("erasure.own_title")), .surface = Surface::participant, .main_class = "dmain dmain--utenbunn minedata",
                    .command = view.form_token, .style = "erasure.css", .warning = view.warning, .simulated = workshop.simulated, .rehearsal = workshop.rehearsal};
  return page(
      frame, [&](Writer& h) { participant_header(h, s); }, [&](Writer& h) { main_part(h, s, seat, lines, done); });
}

}  // namespace knippe::views
