// The ranking as it comes in; or, until it is revealed, only how many have handed in.

#include <algorithm>

#include "views/components.h"
#include "views/projector/screen.h"

namespace knippe::views::projector {
namespace {

constexpr std::size_t most_rows = 10;
constexpr std::size_t rows_at_ease = 5;
constexpr std::size_t most_next = 3;

std::string row_id(KeyId key) { return "rad-" + std::to_string(key.value); }

void row(Writer& h, const Screen& s, const RankingResult& result, const RankedKey& ranked, bool small) {
  const domain::Key& key = *s.workshop.find_key(ranked.key);
  h.li({cls(small ? "rad rad--liten" : "rad", !small && ranked.place == 1 ? "rad--en" : ""), id(row_id(ranked.key))}, [&] {
    h.span({cls("rad__nr")}, ranked.place);
    h.div({cls("rad__midt")}, [&] {
      h.div({cls("rad__linje")}, [&] {
        h.span({cls("rad__navn"), s.spoken(key.language)}, key.short_name);
        h.span({cls("rad__ref")}, key_label(s.w, key));
      });
      bar(h, ranked.percent);
    });
    h.div({cls("rad__tall")}, [&] {
      h.b([&] {
        h.text(ranked.points);
        h.span({cls("ds-sr-only")}, " ", s.w("report.points_unit"));
      });
      h.span(s.w.format("projector.chosen_of", ranked.chosen_by, result.handed_in));
    });
  });
}

void top_rows(Writer& h, const Screen& s, const RankingResult& result, std::size_t shown) {
  h.ul({cls("rader", shown > rows_at_ease ? "rader--tett" : ""), role("list"), aria_label(s.w("projector.ranking_label"))}, [&] {
    for (std::size_t i = 0; i < shown; ++i) row(h, s, result, result.keys[i], false);
  });
}

/// Those next in line; never keys without points.
void next_rows(Writer& h, const Screen& s, const RankingResult& result, std::size_t shown) {
  const std::size_t top = result.top_size();
  if (top > shown) return h.p({cls("flere")}, s.w.format("projector.and_more", top - shown));
  if (shown > rows_at_ease || top == result.scored()) return;
  h.div({cls("bak")}, [&] {
    h.h2({cls("bak__tittel")}, s.w("projector.then"));
    h.ul({cls("rader", "rader--liten"), role("list")}, [&] {
      for (std::size_t i = top; i < std::min(result.scored(), top + most_next); ++i) row(h, s, result, result.keys[i], true);
    });
  });
}

void agreement(Writer& h, const Screen& s, const RankingResult& result) {
  const Words& w = s.w;
  h.div({cls("ntall", "ntall--enig")}, [&] {
    h.dt(w("projector.agreement"));
    if (!result.agreement) return h.dd({cls("ntall__setning")}, w("projector.agreement_hidden"));
    h.dd([&] {
      h.b(agreement_words(w, *result.agreement, result.places));
      h.span({cls("av")}, w.format("projector.in_common", agreement_number(w, *result.agreement), result.places));
    });
    h.dd({cls("skala"), aria_hidden()}, [&] {
      h.span({cls("skala__fyll"), data("pct", agreement_percent(*result.agreement, result.places))}, "");
      for (int i = 0; i < 4; ++i) h.i({}, "");
    });
  });
}

void figures(Writer& h, const Screen& s, const RankingResult& result, bool visible) {
  h.dl({cls("nokkeltall")}, [&] {
    if (result.by_persons) figure(h, s.w("persons.projector_handed_in"), s.w.number(static_cast<std::int64_t>(result.handed_in)));
    else progress(h, s, s.w("projector.groups_handed_in"), result.handed_in, result.groups);
    figure(h, s.w("projector.participants"), s.w.number(static_cast<std::int64_t>(s.workshop.people())));
    if (visible) agreement(h, s, result);
    else hint(h, s.w("projector.how_to"), s.w.format("projector.rank_hint", result.places));
  });
}

void hidden_board(Writer& h, const Screen& s, const RankingResult& result) {
  h.div({cls("venteplass")}, [&] {
    h.p({cls("venteplass__tall")}, [&] {
      h.b(result.handed_in);
      if (!result.by_persons) h.span(s.w.format("projector.of", result.groups));
    });
    h.p({cls("venteplass__h")}, s.w(result.by_persons ? "persons.projector_have_handed_in" : "projector.groups_have_handed_in"));
    h.p(s.w("projector.ranking_hidden"));
  });
}

void board(Writer& h, const Screen& s, const RankingResult& result) {
  const std::size_t shown = std::min(result.top_size(), most_rows);
  if (shown == 0) return nothing_yet(h, s.w("projector.nothing_handed_in"), s.w("projector.nothing_handed_in_text"));
  top_rows(h, s, result, shown);
  next_rows(h, s, result, shown);
}

/// While each person ranks alone: what to do, and how many are done. Nobody's choice.
void each_alone(Writer& h, const Screen& s, const domain::AloneRound& alone) {
  h.div({cls("smain")}, [&] {
    heading(h, s, domain::Stage::rank, s.w.format("alone.screen_title", s.workshop.settings.places));
    h.div({cls("tavle"), id("tavle")}, [&] {
      nothing_yet(h, s.w.plural("alone.screen_done", static_cast<std::int64_t>(alone.handed_in.size())), s.w("alone.screen_text"));
    });
  });
}

/// In the ranking stage what the groups do now; later what counts.
RankingResult result_to_show(const domain::Workshop& workshop) {
  return workshop.stage == domain::Stage::rank ? result_of(workshop, workshop.round, Whose::groups) : result_of(workshop);
}

}  // namespace

void top(Writer& h, const Screen& s) {
  const RankingResult result = result_to_show(s.workshop);
  const bool visible = s.workshop.ranking_is_visible();
  const domain::Stage stage = s.workshop.stage == domain::Stage::result ? domain::Stage::result : domain::Stage::rank;
  join_panel(h, s);
  if (const domain::AloneRound* alone = s.workshop.open_alone(); alone && s.workshop.stage == domain::Stage::rank) return each_alone(h, s, *alone);
  h.div({cls("smain")}, [&] {
    heading(h, s, stage, s.w(!visible ? "projector.rank_do" : stage == domain::Stage::result ? "projector.result_title" : "projector.rank_title"));
    h.div({cls("tavle"), id("tavle")}, [&] {
      if (visible) board(h, s, result);
      else hidden_board(h, s, result);
      figures(h, s, result, visible);
    });
  });
}

}  // namespace knippe::views::projector
