// "Kort fortalt": says what was counted and nothing more.

#include <algorithm>

#include "views/report/parts.h"

namespace knippe::views::report {
namespace {

constexpr std::size_t names_at_most = 4;

/// The names of the rows in [from, to), each in its own language; past the limit only their number.
void names(Writer& h, const Paper& p, std::size_t from, std::size_t to) {
  const bool cut = to - from > names_at_most;
  const std::size_t shown = cut ? names_at_most - 1 : to - from;
  for (std::size_t i = 0; i < shown; ++i) {
    const domain::Key& key = *p.workshop.find_key(p.result.keys[from + i].key);
    h.text(separator(p.w, i, cut ? shown + 1 : shown));
    h.span({spoken(p.w, p.workshop, key.language)}, p.w.format("report.quoted", key.short_name));
  }
  if (!cut) return;
  h.text(separator(p.w, shown, shown + 1));
  h.text(p.w.plural("report.more_keys", static_cast<std::int64_t>(to - from - shown)));
}

std::size_t end_of_place(const RankingResult& result, std::size_t from) {
  std::size_t end = from;
  while (end < result.scored() && result.keys[end].place == result.keys[from].place) ++end;
  return end;
}

void first_place(Writer& h, const Paper& p) {
  const RankingResult& r = p.result;
  const std::size_t end = end_of_place(r, 0);
  const std::int64_t best = r.keys.front().points;
  const auto bold = [&] { h.b([&] { names(h, p, 0, end); }); };
  h.text(" ");
  if (end > 1) return h.slots(p.w("report.first_shared"), bold, [&] { h.text(p.w.plural("common.points", best)); });
  h.slots(p.w("report.first"), bold, [&] { h.text(p.w.plural("common.points", best)); }, [&] {
    h.text(p.w.plural(r.by_persons ? "persons.of_lists" : "report.of_lists", r.handed_in, r.keys.front().chosen_by));
  });
}

void next_places(Writer& h, const Paper& p) {
  const std::size_t from = end_of_place(p.result, 0);
  const std::size_t to = std::min(p.result.scored(), p.result.top_size());
  if (from >= to) return;
  h.text(" ");
  h.slots(p.w("report.then"), [&] { names(h, p, from, to); });
}

void agreement(Writer& h, const Paper& p) {
  h.text(" ");
  if (!p.result.agreement) return h.text(p.w("report.no_agreement"));
  h.slots(p.w(p.result.by_persons ? "persons.agreement_sentence" : "report.agreement_sentence"), [&] { h.b(agreement_words(p.w, *p.result.agreement, p.result.places)); },
          [&] { h.text(agreement_number(p.w, *p.result.agreement)); }, p.result.places);
}

void in_words(Writer& h, const Paper& p) {
  if (p.result.empty() || p.result.scored() == 0) return h.p(p.w("report.nothing_counted"));
  h.p([&] {
    h.text(p.result.by_persons ? p.w.plural("persons.counted", p.result.handed_in) : p.w.plural("report.handed_in", p.result.groups, p.result.handed_in));
    first_place(h, p);
    next_places(h, p);
    agreement(h, p);
  });
}

void number(Writer& h, std::string_view what, std::string_view value) {
  h.div([&] {
    h.dt(what);
    h.dd(value);
  });
}

std::int64_t proposed(const domain::Workshop& workshop) {
  return std::ranges::count_if(workshop.supplements, [](const domain::Supplement& each) {
    return each.status != domain::SupplementStatus::withdrawn;
  });
}

}  // namespace

void summary(Writer& h, const Paper& p) {
  const Words& w = p.w;
  h.section({cls("rsum"), aria_labelledby("sum-h")}, [&] {
    h.div({cls("rsum__tekst")}, [&] {
      h.h2({id("sum-h")}, w("report.in_short"));
      in_words(h, p);
    });
    h.dl({cls("rtall")}, [&] {
      number(h, w("report.proposed_keys"), w.number(proposed(p.workshop)));
      number(h, w("report.planned_measures"),
             w.number(static_cast<std::int64_t>(std::ranges::count(p.workshop.measures, false, &domain::Measure::deleted))));
      if (p.result.agreement)
        number(h, w.format(p.result.by_persons ? "persons.keys_in_common" : "report.keys_in_common", p.result.places), agreement_number(w, *p.result.agreement));
      else number(h, w("report.lists_counted"), w.number(static_cast<std::int64_t>(p.result.handed_in)));
    });
  });
}

}  // namespace knippe::views::report
