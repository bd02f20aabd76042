// The page of the new keys: wording on acceptance, a reason on return, and what has been decided.

#include "domain/limits.h"
#include "views/components.h"
#include "views/desk/arrange.h"
#include "views/desk/supplement_forms.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using namespace desk;
using domain::Key;
using domain::Supplement;
using domain::SupplementStatus;

void from(Writer& h, const Desk& d, const Supplement& supplement) {
  const domain::Group* group = d.workshop.find_group(supplement.group);
  h.p({cls("kilde__fra")}, [&] {
    h.span([&] {
      h.span({cls("gnr"), aria_hidden()}, supplement.group.value);
      if (group) h.span({d.spoken()}, group->name.empty() ? d.w.format("common.group", group->number.value) : group->name);
    });
    h.text(d.w.format("desk.at_time", d.clock(supplement.proposed_at)));
  });
}

/// The wording of a key: what stands now, or what was typed and refused.
struct Wording {
  std::string number, op, message;
  std::string_view text, short_name;
  bool refused;

  Wording(const Desk& d, const Supplement& supplement)
      : number(std::to_string(supplement.id.value)), op("godkjenn:" + number), refused(d.was_refused(op)) {
    const Key* key = d.workshop.find_key(supplement.key);
    text = refused ? d.kept.field("tekst") : key ? std::string_view(key->text) : std::string_view(supplement.text);
    short_name = refused ? d.kept.field("kortnavn") : key ? std::string_view(key->short_name) : std::string_view();
    if (refused) message = d.w.error(*d.kept.error);
  }
  /// A refused length tells which field it was.
  bool short_name_is_wrong(const Desk& d) const { return refused && d.kept.error->detail == std::to_string(domain::limits::short_name); }
};

void wording_form(Writer& h, const Desk& d, const Supplement& supplement) {
  const Wording wording(d, supplement);
  const bool accepted = supplement.status == SupplementStatus::accepted;
  const bool in_short = wording.short_name_is_wrong(d);
  page_form(h, d.view, desk_url(d.extras.room), {.css = "flette"}, [&](Writer&) {
    hidden_field(h, "tilbake", "nokler");
    text_area(h, d.w, {.id = "tekst-" + wording.number, .name = "tekst", .label = d.w("desk.key_text"), .value = wording.text,
                       .error = in_short ? "" : wording.message, .max_length = domain::limits::key_text, .rows = 2});
    text_field(h, d.w, {.id = "kortnavn-" + wording.number, .name = "kortnavn", .label = d.w("desk.short_name"), .value = wording.short_name,
                        .description = d.w("desk.short_name_hint"), .error = in_short ? wording.message : "",
                        .max_length = domain::limits::short_name, .optional_mark = true});
    button(h, {.label = d.w(accepted ? "desk.save_wording" : "desk.accept"), .id = "godkjenn-" + wording.number, .name = "op", .value = wording.op,
               .icon = Icon::checkmark, .about = named_supplement(d.w, supplement)});
  });
}

void waiting_card(Writer& h, const Desk& d, const Supplement& supplement, const AlikeFinder& finder) {
  h.article({cls("forslag"), id("forslag-", supplement.id.value), aria_label(named_supplement(d.w, supplement))}, [&] {
    h.div({cls("kilde")}, [&] {
      from(h, d, supplement);
      h.p([&] { words_of(h, d, supplement); });
    });
    alike_to(h, d, supplement, finder);
    wording_form(h, d, supplement);
    return_form(h, d, supplement, Page::moderation);
  });
}

void queue(Writer& h, const Desk& d, const std::vector<const Supplement*>& waiting, const AlikeFinder& finder) {
  h.section({cls("panel modko"), id("ko"), aria_labelledby("ko-h")}, [&] {
    h.div({cls("panelhode")}, [&] {
      h.h2({id("ko-h")}, d.w("desk.queue"));
      h.span({cls("merketall")}, d.w.format("desk.waiting", waiting.size()));
    });
    h.ol([&] {
      for (const Supplement* supplement : waiting)
        h.li([&] {
          h.a({id("til-forslag-", supplement->id.value), href(Url::local("#forslag-" + std::to_string(supplement->id.value)))}, [&] {
            h.b([&] { words_of(h, d, *supplement); });
            h.small(d.w.format("desk.from_group_at", supplement->group.value, d.clock(supplement->proposed_at)));
            if (finder.to(supplement->text, supplement->id, 1).empty()) return;
            icon(h, Icon::files);
            h.span({cls("ds-sr-only")}, d.w("merge.like_another"));
          });
        });
    });
  });
}

/// The input on this page that the refusal belongs to; empty when there is none.
std::string faulty_input(const Desk& d) {
  for (const Supplement& supplement : d.workshop.supplements) {
    const Wording wording(d, supplement);
    const bool shown = supplement.status == SupplementStatus::waiting || supplement.status == SupplementStatus::accepted;
    if (shown && wording.refused) return (wording.short_name_is_wrong(d) ? "kortnavn-" : "tekst-") + wording.number;
    if (shown && d.was_refused("returner:" + wording.number)) return "grunn-" + wording.number;
  }
  return faulty_arranging(d);
}

void what_went_wrong(Writer& h, const Desk& d) {
  if (!d.kept.error) return;
  const std::string message = d.w.error(*d.kept.error), input = faulty_input(d);
  if (input.empty()) return alert(h, Tone::danger, d.w("desk.not_done"), [&](Writer&) { h.p({cls("ds-paragraph")}, message); });
  const FieldError errors[] = {{input, message}};
  error_summary(h, d.w, errors);
}

void bench(Writer& h, const Desk& d, const std::vector<const Supplement*>& waiting, const AlikeFinder& finder) {
  h.section({cls("panel modbenk"), aria_labelledby("benk-h")}, [&] {
    h.div({cls("panelhode")}, [&] {
      h.h1({id("benk-h")}, d.w("desk.moderation"));
      h.a({cls("ds-link"), id("oppdater"), href(desk_url(d.extras.room, "nokler"))}, d.w("common.refresh"));
    });
    h.div({cls("panelkropp")}, [&] {
      what_went_wrong(h, d);
      h.p({cls("panelhint")}, d.w("desk.moderation_text"));
      if (waiting.empty()) h.p({cls("ingenting")}, d.w("desk.none_waiting"));
      for (const Supplement* supplement : waiting) waiting_card(h, d, *supplement, finder);
    });
  });
}

void accepted_key(Writer& h, const Desk& d, const Supplement& supplement) {
  const Key* key = d.workshop.find_key(supplement.key);
  if (!key) return;
  const std::string number = std::to_string(supplement.id.value);
  h.li({cls("avgjort"), id("forslag-", supplement.id.value)}, [&] {
    h.p([&] {
      h.span({cls("bokstav")}, key->label);
      h.b({d.spoken(key->language)}, key->short_name);
      h.small(groups_behind(d.w, d.workshop, *key));
    });
    theme_form(h, d, supplement);
    fold(h, {.id = "endre-" + number, .summary = d.w("desk.change_wording"), .about = named_supplement(d.w, supplement),
             .open = d.was_refused("godkjenn:" + number)},
         [&](Writer&) { wording_form(h, d, supplement); });
    if (d.workshop.merged_into(supplement.id).empty()) return_form(h, d, supplement, Page::moderation);
  });
}

void returned_key(Writer& h, const Desk& d, const Supplement& supplement) {
  const std::string number = std::to_string(supplement.id.value);
  h.li({cls("avgjort"), id("forslag-", supplement.id.value)}, [&] {
    h.p([&] {
      words_of(h, d, supplement);
      h.small(d.w.format("desk.from_group", supplement.group.value));
    });
    h.p({cls("panelhint")}, d.w.format("desk.reason", supplement.reason));
    page_form(h, d.view, desk_url(d.extras.room), {}, [&](Writer&) {
      hidden_field(h, "tilbake", "nokler");
      button(h, {.label = d.w("desk.accept_after_all"), .id = "godkjenn-" + number, .name = "op", .value = "godkjenn:" + number,
                 .variant = Variant::secondary, .about = named_supplement(d.w, supplement), .small = true});
    });
  });
}

void decided(Writer& h, const Desk& d, std::string_view section_id, std::string_view heading, SupplementStatus status,
             void (*write)(Writer&, const Desk&, const Supplement&)) {
  const auto supplements = supplements_in(d.workshop, status);
  panel(h, d.view, {.id = section_id, .heading = heading, .hint = std::to_string(supplements.size())}, [&](Writer&) {
    if (supplements.empty()) h.p({cls("panelkropp panelhint")}, d.w("desk.none_decided"));
    h.ul({cls("avgjorte"), role("list")}, [&] {
      for (const Supplement* supplement : supplements) write(h, d, *supplement);
    });
  });
}

}  // namespace

std::string moderation_page(const View& view, const domain::Workshop& workshop, const DeskExtras& extras, const Kept& kept) {
  const Desk d{view, view.words, workshop, extras, kept};
  const auto waiting = supplements_in(workshop, SupplementStatus::waiting);
  const AlikeFinder finder(workshop);
  const Frame frame{.w = view.words, .title = std::string(view.words("desk.moderation")), .surface = Surface::desk, .main_class = "mod",
                    .command = view.form_token, .warning = view.warning, .rehearsal = workshop.rehearsal};
  return page(frame, [&](Writer& h) { workshop_header(h, d); },
              [&](Writer& h) {
                queue(h, d, waiting, finder);
                bench(h, d, waiting, finder);
                h.div({cls("modtema modavgjort")}, [&] {
                  themes_panel(h, d);
                  merge_panel(h, d);
                  decided(h, d, "godkjente", d.w("desk.accepted_keys"), SupplementStatus::accepted, accepted_key);
                  decided(h, d, "returnerte", d.w("desk.returned_keys"), SupplementStatus::returned, returned_key);
                });
                merged_panel(h, d);
              });
}

}  // namespace knippe::views
