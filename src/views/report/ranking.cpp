// The ranking as tables: the top list, the rest, the rule, every list, earlier rounds.

#include <vector>

#include "tally/concordance.h"
#include "views/components.h"
#include "views/report/parts.h"

namespace knippe::views::report {
namespace {

void key_cell(Writer& h, const Paper& p, const domain::Key& key) {
  h.th({scope("row")}, [&] {
    h.b({spoken(p.w, p.workshop, key.language)}, key.short_name);
    h.span([&] {
      h.text(key_label(p.w, key) + ". ");
      h.span({cls("rtekst"), spoken(p.w, p.workshop, key.language)}, [&] { breakable(h, key.text); });
    });
  });
}

void row(Writer& h, const Paper& p, const RankedKey& ranked, int handed_in) {
  h.tr({cls(ranked.place == 1 ? "rforst" : "")}, [&] {
    h.td({cls("rnr")}, [&] { h.span(ranked.place); });
    key_cell(h, p, *p.workshop.find_key(ranked.key));
    h.td({cls("poengkol")}, [&] {
      h.div({cls("rbar")}, [&] {
        bar(h, ranked.percent);
        h.b([&] {
          h.text(ranked.points);
          h.span({cls("ds-sr-only")}, " ", p.w("report.points_unit"));
        });
      });
    });
    h.td({cls("num")}, p.w.format("report.chosen_of", ranked.chosen_by, handed_in));
  });
}

void table(Writer& h, const Paper& p, const RankingResult& result, std::size_t from, std::size_t to, std::string_view caption) {
  const Words& w = p.w;
  h.table({cls("rtab")}, [&] {
    h.caption({cls("ds-sr-only")}, caption);
    h.thead([&] {
      h.tr([&] {
        h.th({scope("col")}, [&] { h.span({cls("ds-sr-only")}, w("report.csv_place")); });
        h.th({scope("col")}, w("report.col_key"));
        h.th({scope("col"), cls("poengkol")}, w("report.csv_points"));
        h.th({scope("col"), cls("num")}, w("report.csv_chosen_by"));
      });
    });
    h.tbody([&] {
      for (std::size_t i = from; i < to; ++i) row(h, p, result.keys[i], result.handed_in);
    });
  });
}

void details(Writer& h, std::string_view details_id, std::string_view summary, Part content) {
  h.details({cls("ds-details"), id(details_id)}, [&] {
    h.summary(summary);
    h.div([&] { content(h); });
  });
}

void keys_without_points(Writer& h, const Paper& p) {
  const RankingResult& r = p.result;
  if (r.scored() == r.keys.size()) return;
  h.p({cls("ruten")}, [&] {
    h.text(p.w.plural("report.without_points", static_cast<std::int64_t>(r.keys.size() - r.scored())));
    for (std::size_t i = r.scored(); i < r.keys.size(); ++i) {
      const domain::Key& key = *p.workshop.find_key(r.keys[i].key);
      h.text(i == r.scored() ? " " : ", ");
      h.span({spoken(p.w, p.workshop, key.language)}, key.short_name);
    }
    h.text(".");
  });
}

/// "1. plass gir 5 poeng, 2. plass 4, 3. plass 3 …": the vector as it is.
std::string vector_text(const Paper& p) {
  std::vector<std::string> parts;
  int place = 0;
  for (const int each : p.workshop.settings.points) parts.push_back(p.w.format("report.place_gives", ++place, each));
  return joined(p.w, parts);
}

void ballots_table(Writer& h, const Paper& p, const RankingResult& result) {
  const Words& w = p.w;
  h.div({cls("rlister"), tabindex(0), role("region"), aria_labelledby("lister-h", result.round)}, [&] {
    h.table({cls("ds-table"), data("border"), data("size", "sm")}, [&] {
      h.caption({id("lister-h", result.round)}, w.format(result.by_persons ? "persons.lists_caption" : "report.lists_caption", result.round));
      h.thead([&] {
        h.tr([&] {
          h.th({scope("col")}, w(result.by_persons ? "persons.col_list" : "report.col_group"));
          for (int place = 1; place <= result.places; ++place) h.th({scope("col")}, w.format("report.place", place));
        });
      });
      h.tbody([&] {
        std::int64_t number = 0;
        for (const GroupBallot& ballot : result.ballots)
          h.tr([&] {
            ++number;
            h.th({scope("row")}, [&] {
              if (result.by_persons) h.text(number);
              else h.span({spoken(w, p.workshop)}, group_label(p, ballot.group));
            });
            for (const KeyId id : ballot.choices) {
              const domain::Key& key = *p.workshop.find_key(id);
              h.td([&] {
                h.span({cls("rmerke")}, key.label);
                h.text(" ");
                h.span({spoken(w, p.workshop, key.language)}, key.short_name);
              });
            }
          });
      });
    });
  });
}

/// Two decimals, for people.
std::string hundredths(const Words& w, const tally::Number& exact) { return w.number(exact.convert_to<double>(), 2); }

void agreement_text(Writer& h, const Paper& p) {
  const auto& overlap = p.result.agreement;
  if (!overlap) return h.p(p.w("report.agreement_hidden"));
  h.p(p.w.format(p.result.by_persons ? "persons.agreement_counted" : "report.agreement_counted", overlap->pairs, overlap->shared, agreement_number(p.w, *overlap), p.result.places));
  if (const auto orders = concordance_of(p.result); orders && !p.result.by_persons)
    h.p(p.w.format("report.orders_agree", hundredths(p.w, orders->w), hundredths(p.w, orders->tau)));
}

}  // namespace

void ranking(Writer& h, const Paper& p) {
  const Words& w = p.w;
  const RankingResult& r = p.result;
  section(h, "topp-h", w("report.top_heading"), [&](Writer&) {
    if (r.scored() == 0) return h.p({cls("pingress")}, w("report.nothing_counted"));
    const std::size_t top = r.top_size();
    table(h, p, r, 0, top, w.format("report.top_caption", r.places));
    if (top >= r.scored()) return keys_without_points(h, p);
    details(h, "resten", w.plural("report.rest", static_cast<std::int64_t>(r.scored() - top)), [&](Writer&) {
      table(h, p, r, top, r.scored(), w("report.rest_caption"));
      keys_without_points(h, p);
    });
  });
}

void how_it_was_counted(Writer& h, const Paper& p) {
  if (p.result.empty()) return;
  const Words& w = p.w;
  h.div({cls("rseksjon", "rseksjon--tett")}, [&] {
    details(h, "regnet", w("report.how_heading"), [&](Writer&) {
      h.p(w.format(p.result.by_persons ? "persons.how_points" : "report.how_points", vector_text(p)));
      h.p(w(p.result.by_persons ? "persons.how_ties" : "report.how_ties"));
      if (p.workshop.counted_round() > 1) h.p(w.format("report.how_rounds", p.result.round));
      agreement_text(h, p);
      ballots_table(h, p, p.result);
    });
  });
}

void earlier_rounds(Writer& h, const Paper& p) {
  const std::vector<int> rounds = rounds_of(p.workshop);
  if (rounds.size() < 2) return;
  section(h, "runder-h", p.w("report.rounds_heading"), [&](Writer&) {
    h.p({cls("pingress")}, p.w.format("report.rounds_text", p.result.round));
    for (const int round : rounds) {
      if (round == p.result.round) continue;
      const RankingResult result = result_of(p.workshop, round);
      details(h, "runde-" + std::to_string(round), p.w.plural(result.by_persons ? "persons.round" : "report.round", result.handed_in, round), [&](Writer&) {
        table(h, p, result, 0, result.top_size(), p.w.format("report.round_caption", round));
        ballots_table(h, p, result);
      });
    }
  });
}

}  // namespace knippe::views::report
