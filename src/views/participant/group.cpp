#include "base/text.h"
#include "domain/limits.h"
#include "views/components.h"
#include "views/page.h"
#include "views/participant/participant.h"
#include "views/participant/scene.h"

namespace knippe::views {
namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text.append(text.empty() ? "" : "\n").append(line);
  return text;
}

void describe_form(Writer& h, const Scene& s) {
  const bool here = s.keeps("gruppe");
  const std::string members = joined(s.group.members);
  const bool about_members = s.kept.error && s.kept.error->message_key == "group.too_many_members";
  h.form({cls("kort skriv luft-liten"), id("gruppeskjema"), method_post(), action(room_url(s.room, "gruppe"))}, [&] {
    if (!s.view.form_token.empty()) hidden_field(h, "kommando", s.view.form_token);
    text_field(h, s.w, {.id = "g-navn", .name = "navn", .label = s.w("participant.table.name"),
                        .value = here ? s.kept.field("navn", s.group.name) : std::string_view(s.group.name),
                        .error = about_members ? std::string() : error_in(s, "gruppe"), .autocomplete = "off",
                        .max_length = domain::limits::group_name, .optional_mark = true});
    text_area(h, s.w, {.id = "g-medl", .name = "medlemmer", .label = s.w("participant.table.members"),
                       .value = here ? s.kept.field("medlemmer", members) : std::string_view(members),
                       .description = s.w("participant.table.members_hint"),
                       .error = about_members ? error_in(s, "gruppe") : std::string(), .rows = 5, .optional_mark = true});
    button(h, {.label = s.w("common.save"), .id = "lagre", .name = "op", .value = "lagre", .wide = true});
  });
}

void leave_form(Writer& h, const Scene& s) {
  section(h, "bytt-h", s.w("participant.table.leave_title"), {}, [&](Writer&) {
    h.p({cls("dingress")}, s.w("participant.table.leave_text"));
    h.form({method_post(), action(room_url(s.room, "gruppe"))}, [&] {
      if (!s.view.form_token.empty()) hidden_field(h, "kommando", s.view.form_token);
      button(h, {.label = s.w("participant.table.leave"), .id = "forlat", .name = "op", .value = "forlat",
                 .variant = Variant::secondary, .icon = Icon::leave});
    });
  });
}

void group_body(Writer& h, const Scene& s, PhoneId phone) {
  const bool running = s.workshop.phase == domain::Phase::open;
  h.p({cls("overlinje"), spoken(s)}, s.workshop.about.title);
  h.h1({cls("dtittel")}, group_label(s.w, s.group));
  h.p({cls("dingress")}, s.w.plural("participant.people_here", s.group.people()));
  const auto named = s.workshop.phone_names.find(phone.value);
  if (named != s.workshop.phone_names.end() && !named->second.empty())
    h.p({cls("dingress")}, s.w.format("participant.table.you_are", named->second));
  if (running) {
    describe_form(h, s);
    leave_form(h, s);
  } else {
    h.ul({cls("medlemmer kort"), role("list")}, [&] {
      for (const std::string& member : s.group.members) h.li(member);
    });
  }
  h.p({cls("luft")}, [&] {
    h.a({cls("ds-link"), id("mine-data"), href(room_url(s.room, "mine-data"))}, s.w("erasure.to_own"));
  });
  h.p({cls("luft")}, [&] {
    h.a({cls("ds-link"), id("tilbake"), href(room_url(s.room))}, s.w("participant.table.back"));
  });
}

void group_errors(Writer& h, const Scene& s) {
  if (!s.keeps("gruppe") || !s.kept.error) return;
  const bool about_members = s.kept.error->message_key == "group.too_many_members";
  const FieldError errors[] = {{about_members ? "g-medl" : "g-navn", error_in(s, "gruppe")}};
  error_summary(h, s.w, errors);
}

}  // namespace

std::string own_group_page(const View& view, const domain::Workshop& workshop, const Seat& seat, const Kept& kept,
                           std::string_view status) {
  const domain::Group* group = workshop.find_group(seat.group);
  if (!group) return participant_page(view, workshop, seat, workshop.stage, kept, status);
  const Scene s{view, view.words, workshop, seat.room, *group, workshop.stage, kept};
  const Frame frame{.w = view.words, .title = view.words.format("participant.table.title", group->number.value),
                    .surface = Surface::participant, .main_class = "dmain dmain--utenbunn", .command = view.form_token,
                    .status = std::string(status), .warning = view.warning, .simulated = workshop.simulated, .rehearsal = workshop.rehearsal};
  return page(
      frame, [&](Writer& h) { participant_header(h, s); },
      [&](Writer& h) {
        group_errors(h, s);
        group_body(h, s, seat.phone);
      });
}

}  // namespace knippe::views
