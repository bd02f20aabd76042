// Choosing a group with the code, or sitting down through the link on the group's sheet.

#include <algorithm>

#include "base/encoding.h"
#include "domain/limits.h"
#include "views/components.h"
#include "views/front/front.h"
#include "views/front/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using domain::Group;
using domain::Phase;
using domain::Workshop;

/// Why nobody can join, as title and sentence.
struct Obstacle {
  MessageKey title;
  MessageKey text;
};

std::optional<Obstacle> obstacle(const Workshop& workshop) {
  if (workshop.phase == Phase::draft) return Obstacle{"front.not_open", "front.not_open_text"};
  if (workshop.phase == Phase::closed) return Obstacle{"front.over", "front.over_text"};
  if (!workshop.door_open) return Obstacle{"front.door_closed", "front.door_closed_text"};
  return std::nullopt;
}

void obstacle_notice(Writer& h, const Words& w, const Obstacle& why, const Url& again) {
  alert(h, Tone::info, w(why.title), [&](Writer&) { h.p({cls("ds-paragraph")}, w(why.text)); });
  h.div({cls("feil__knapper")}, [&] {
    link_button(h, {.label = w("common.refresh"), .id = "oppdater", .icon = Icon::arrow_circlepath, .wide = true}, again);
    link_button(h, {.label = w("front.to_front"), .id = "til-forsiden", .variant = Variant::secondary, .wide = true}, Url(LiteralUrl("/")));
  });
}

std::string grouped(std::string_view code) {
  return code.size() == 6 ? std::string(code.substr(0, 3)) + " " + std::string(code.substr(3)) : std::string(code);
}

void code_header(Writer& h, const Words& w, std::string_view code) {
  h.header({cls("dtopp")}, [&] {
    h.div({cls("dtopp__rad")}, [&] {
      logo(h, w("common.product"));
      if (!code.empty())
        h.span({cls("gruppe tabelltall")}, [&] {
          h.span({cls("ds-sr-only")}, w("front.code"), " ");
          h.text(grouped(code));
        });
    });
  });
}

void card_inside(Writer& h, std::string_view count, Part number, Part label) {
  h.span({cls("gkort__inn")}, [&] {
    h.span({cls("gkort__nr")}, [&] { number(h); });
    h.span({cls("gkort__navn")}, [&] { label(h); });
    if (!count.empty()) h.span({cls("gkort__antall")}, count);
    h.span({cls("gkort__hake")}, [&] { icon(h, Icon::checkmark); });
  });
}

void group_card(Writer& h, const Words& w, const Workshop& workshop, const Group& group, bool chosen) {
  const std::string here = group.people() > 0 ? w.plural("front.here", group.people()) : std::string(w("front.nobody_here"));
  h.label({cls("gkort")}, [&] {
    h.input({id("gruppe-", group.number.value), type("radio"), name("gruppe"), value(group.number.value), checked(chosen), required()});
    card_inside(
        h, here, [&](Writer&) { h.text(group.number.value); },
        [&](Writer&) {
          if (group.name.empty()) h.text(w.format("common.group", group.number.value));
          else h.span({in_language_of(workshop, w)}, group.name);
        });
  });
}

std::string_view error_for(const Kept& kept, bool members, const std::string& message) {
  if (!kept.error) return {};
  return (kept.error->message_key == "group.too_many_members") == members ? std::string_view(message) : std::string_view();
}

void new_group(Writer& h, const Words& w, const Workshop& workshop, const Kept& kept, bool chosen) {
  const std::string message = kept.error ? w.error(*kept.error) : std::string();
  h.label({cls("gkort gkort--ny")}, [&] {
    h.input({id("gruppe-ny"), type("radio"), name("gruppe"), value("ny"), checked(chosen), required()});
    card_inside(h, {}, [&](Writer&) { icon(h, Icon::plus); }, [&](Writer&) { h.text(w("front.new_group")); });
  });
  h.div({cls("nygruppe kort")}, [&] {
    text_field(h, w, {.id = "g-navn", .name = "navn", .label = w("front.group_name"), .value = kept.field("navn"),
                      .description = w.format("front.becomes", workshop.groups.size() + 1),
                      .error = chosen ? error_for(kept, false, message) : std::string_view(), .autocomplete = "off",
                      .max_length = domain::limits::group_name, .optional_mark = true});
    text_area(h, w, {.id = "g-medl", .name = "medlemmer", .label = w("front.members"), .value = kept.field("medlemmer"),
                     .description = w("front.members_hint"), .error = chosen ? error_for(kept, true, message) : std::string_view(),
                     .optional_mark = true});
  });
}

void phone_name_field(Writer& h, const Words& w, const Kept& kept) {
  h.div({cls("luft")}, [&] {
    text_field(h, w, {.id = "fornavn", .name = "fornavn", .label = w("front.first_name"), .value = kept.field("fornavn"),
                      .description = w("front.first_name_hint"), .autocomplete = "given-name",
                      .max_length = domain::limits::phone_name, .optional_mark = true});
  });
}

void join_bar(Writer& h, const Words& w) {
  h.div({cls("bunnlinje")}, [&] {
    h.div({cls("bunnlinje__inn bunnlinje__inn--en")}, [&] {
      h.button({cls("ds-button bred"), id("bli-med"), type("submit")}, [&] {
        h.text(w("front.join_group"));
        icon(h, Icon::arrow_right);
      });
    });
  });
}

void choice_form(Writer& h, const View& view, const Workshop& workshop, std::string_view code, const Kept& kept) {
  const Words& w = view.words;
  const std::string_view wanted = kept.field("gruppe");
  const bool may_make = !workshop.settings.groups_fixed && workshop.groups.size() < domain::limits::groups;
  if (workshop.groups.empty() && !may_make) return h.p({cls("ingenting")}, w("front.no_groups"));
  h.form({id("gruppeskjema"), method_post(), action(Url::local("/v/" + Url::segment(code)))}, [&] {
    if (!view.form_token.empty()) hidden_field(h, "kommando", view.form_token);
    h.fieldset({cls("gruppevalg"), when(kept.error.has_value(), aria_describedby("gruppe-f"))}, [&] {
      h.legend(w("front.which_group"));
      for (const Group& group : workshop.groups)
        group_card(h, w, workshop, group, wanted == std::to_string(group.number.value));
      if (may_make) new_group(h, w, workshop, kept, wanted == "ny" || workshop.groups.empty());
      if (kept.error) h.p({cls("ds-validation-message"), id("gruppe-f")}, w.error(*kept.error));
    });
    phone_name_field(h, w, kept);
    join_bar(h, w);
  });
}

std::string first_choice(const Workshop& workshop, const Kept& kept) {
  if (kept.field("gruppe") == "ny") return kept.error->message_key == "group.too_many_members" ? "g-medl" : "g-navn";
  return workshop.groups.empty() ? "gruppe-ny" : "gruppe-" + std::to_string(workshop.groups.front().number.value);
}

}  // namespace

std::string choose_group_page(const View& view, const Workshop& workshop, std::string_view code, const Kept& kept) {
  const Words& w = view.words;
  const std::optional<Obstacle> why = obstacle(workshop);
  const std::string_view heading = why ? w(why->title) : w("front.choose_group");
  const Frame frame{.w = w, .title = kept.error ? w.format("front.title_error", heading) : std::string(heading),
                    .surface = Surface::participant, .main_class = why ? "dmain dmain--utenbunn" : "dmain",
                    .command = view.form_token, .warning = view.warning, .simulated = workshop.simulated, .rehearsal = workshop.rehearsal};
  return page(
      frame, [&](Writer& h) { code_header(h, w, code); },
      [&](Writer& h) {
        if (kept.error && !why) {
          const FieldError errors[] = {{first_choice(workshop, kept), w.error(*kept.error)}};
          error_summary(h, w, errors);
        }
        workshop_heading(h, w, workshop);
        if (why) obstacle_notice(h, w, *why, Url::local("/v/" + Url::segment(code)));
        else choice_form(h, view, workshop, code, kept);
      });
}

std::string group_link_page(const View& view, const Workshop& workshop, GroupNumber number, std::string_view token, const Kept& kept,
                            bool to_photo) {
  const Words& w = view.words;
  const Group* group = workshop.find_group(number);
  if (!group) return error_page(view, 404);
  const std::optional<Obstacle> why = obstacle(workshop);
  const Url here = Url::local("/g/" + Url::segment(token) + (to_photo ? "?bilde=1" : ""));
  const Frame frame{.w = w, .title = w.format("front.group_link_title", number.value), .surface = Surface::participant,
                    .main_class = "dmain dmain--utenbunn", .command = view.form_token, .warning = view.warning, .simulated = workshop.simulated, .rehearsal = workshop.rehearsal};
  return page(
      frame, [&](Writer& h) { code_header(h, w, {}); },
      [&](Writer& h) {
        workshop_heading(h, w, workshop);
        if (why) return obstacle_notice(h, w, *why, here);
        if (kept.error)
          alert(h, Tone::danger, w("front.not_joined"), [&](Writer&) { h.p({cls("ds-paragraph")}, w.error(*kept.error)); });
        h.form({cls("kort skriv luft"), id("gruppeskjema"), method_post(), action(here)}, [&] {
          if (!view.form_token.empty()) hidden_field(h, "kommando", view.form_token);
          h.div({cls("bordkort")}, [&] {
            h.span({cls("gkort__nr")}, number.value);
            h.h2({cls("alle__tittel")}, group->name.empty() ? w.format("common.group", number.value)
                                                            : w.format("common.group_named", number.value, group->name));
          });
          phone_name_field(h, w, kept);
          button(h, {.label = w("front.join_group"), .id = "bli-med", .wide = true});
        });
      });
}

}  // namespace knippe::views
