// The ranking so far, publishing the report, and ending the workshop.

#include <algorithm>

#include "base/encoding.h"
#include "views/components.h"
#include "views/desk/regions.h"
#include "views/result.h"

namespace knippe::views::desk {
namespace {

constexpr std::size_t rows_max = 10;

Url report_link(const Desk& d) { return Url::local("/resultater/" + to_base32(d.extras.room.value)); }

void row(Writer& h, const Desk& d, const RankedKey& ranked) {
  const domain::Key* key = d.workshop.find_key(ranked.key);
  if (!key) return;
  h.li({cls("toppliste__rad")}, [&] {
    h.b({cls("toppliste__nr")}, ranked.place);
    h.span({cls("toppliste__navn"), d.spoken(key->language)}, key->short_name);
    h.span({cls("toppliste__poeng tabelltall")}, d.w.plural("common.points", ranked.points));
    bar(h, ranked.percent, "toppliste__spor");
  });
}

/// The answer stands in the report: counting by twenty rules is too dear for what is sent at every change.
void to_other_rules(Writer& h, const Desk& d, const RankingResult& result) {
  if (!result.agreement || result.top_size() >= result.keys.size()) return;
  h.p({cls("panelhint")}, [&] {
    h.a({cls("ds-link"), id("til-tellemaater"), href(Url::local("/resultater/" + to_base32(d.extras.room.value) + "#regler-h"))},
        d.w.format("rules.desk", result.places));
  });
}

void ranking(Writer& h, const Desk& d) {
  const RankingResult result = result_of(d.workshop);
  if (result.empty()) return h.p({cls("panelhint")}, d.w("desk.no_ranking"));
  h.p({cls("panelhint")}, [&] {
    h.text(result.by_persons ? d.w.plural("persons.counted", result.handed_in) : d.w.format("desk.counted", result.handed_in, result.groups));
    if (d.workshop.round > 1) h.text(" " + d.w.format("desk.counted_round", result.round));
    if (result.agreement)
      h.text(" " + d.w.format(result.by_persons ? "persons.agreement" : "desk.agreement", agreement_number(d.w, *result.agreement), result.places));
  });
  if (d.is_open() && d.workshop.stage < domain::Stage::rank) return;  // an earlier round; the numbers are not what one looks for now
  h.ol({cls("toppliste")}, [&] {
    for (std::size_t i = 0; i < std::min(result.top_size(), rows_max); ++i) row(h, d, result.keys[i]);
  });
  to_other_rules(h, d, result);
}

void publishing(Writer& h, const Desk& d) {
  const bool published = d.workshop.published;
  h.div({cls("publisering")}, [&] {
    h.p({cls("stat"), data("color", published ? "success" : "neutral")}, [&] {
      icon(h, published ? Icon::checkmark_circle_fill : Icon::eye_slash);
      h.text(published ? d.w.format("desk.published", d.w.date_and_time(d.workshop.published_at, d.workshop.settings.time_zone))
                       : std::string(d.w("desk.not_published")));
    });
    if (published)
      h.p([&] {
        h.a({cls("ds-link"), id("til-rapporten"), href(report_link(d))}, d.w("desk.see_report"));
        h.span({cls("adresse")}, d.extras.report_url);
      });
    desk_form(h, d, {}, [&](Writer&) {
      button(h, {.label = d.w(published ? "desk.unpublish" : "desk.publish"), .id = "publiser", .name = "op", .value = published ? "avpubliser" : "publiser",
                 .variant = published ? Variant::secondary : Variant::primary});
    });
  });
}

void onward(Writer& h, const Desk& d) {
  const auto link = [&](const char* link_id, std::string_view page, Icon picture, std::string_view label) {
    h.li([&] {
      h.a({id(link_id), href(desk_url(d.extras.room, page))}, [&] {
        icon(h, picture);
        h.text(label);
      });
    });
  };
  h.ul({cls("lenkeliste"), role("list")}, [&] {
    link("til-eksport", "eksport", Icon::download, d.w("export.title"));
    link("til-lysark", "lysark", Icon::monitor, d.w("slides.title"));
    if (d.workshop.published || d.is_closed()) link("til-oppfolging", "tiltak", Icon::clipboard_checkmark, d.w("followup.title"));
  });
}

void closing(Writer& h, const Desk& d) {
  fold(h, {.id = "desk-avslutt", .summary = d.w("desk.close_fold")}, [&](Writer&) {
    h.p({cls("panelhint")}, d.w("desk.close_text"));
    desk_form(h, d, {}, [&](Writer&) {
      button(h, {.label = d.w("desk.close"), .id = "avslutt", .name = "op", .value = "avslutt", .color = "danger"});
    });
  });
}

}  // namespace

void result_region(Writer& h, const Desk& d) {
  if (d.is_draft()) return no_panel(h, d.view, "desk-resultat");
  panel(h, d.view, {.id = "desk-resultat", .heading = d.w("desk.result")}, [&](Writer&) {
    h.div({cls("panelkropp")}, [&] {
      if (d.workshop.settings.hidden_until_revealed && !d.workshop.revealed) h.p({cls("panelhint")}, d.w("desk.only_you_see"));
      ranking(h, d);
      publishing(h, d);
      onward(h, d);
    });
    if (d.is_open()) closing(h, d);
  });
}

}  // namespace knippe::views::desk
