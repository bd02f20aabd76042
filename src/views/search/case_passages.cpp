// The texts of a case.

#include <algorithm>
#include <initializer_list>

#include "base/encoding.h"
#include "views/involvement/involvement.h"
#include "views/search/passages.h"

namespace knippe::views {

using namespace domain::involvement;

namespace {

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string all;
  for (const std::string_view part : parts)
    if (!part.empty()) all.append(all.empty() ? "" : "\n").append(part);
  return all;
}

const CaseMeasure* measure_at(const Involvement& i, std::uint32_t number) {
  const CaseMeasure* found = i.find_measure(MeasureId{number});
  return found && !found->measure.deleted ? found : nullptr;
}

const RoomItem* item_at(const Involvement& i, std::uint32_t number) {
  const RoomItem* found = i.find_item(ItemId{number});
  return found && !found->withdrawn ? found : nullptr;
}

template <class T, class Key>
const T* at(const std::vector<T>& all, Key number) {
  return number >= 1 && number <= all.size() ? &all[number - 1] : nullptr;
}

bool has_words(const Involvement& i, Place place) {
  const std::uint32_t n = place.number;
  switch (place.kind) {
    case FoundKind::involvement: return n == 0 && !i.title.empty();
    case FoundKind::item: return item_at(i, n) && !item_at(i, n)->text.empty();
    case FoundKind::contribution: return i.find_contribution(ContributionId{n}) && !i.find_contribution(ContributionId{n})->text.empty();
    case FoundKind::theme: return i.find_theme(ThemeId{n}) && !i.find_theme(ThemeId{n})->name.empty();
    case FoundKind::answer: return i.find_theme(ThemeId{n}) && !i.find_theme(ThemeId{n})->answer.reason.empty();
    case FoundKind::decision: return i.find_decision(DecisionId{n}) && !i.find_decision(DecisionId{n})->text.empty();
    case FoundKind::measure: return measure_at(i, n) && !measure_at(i, n)->measure.text.empty();
    case FoundKind::outcome:
      if (n == 0) return i.evaluation.influence != Influence::none;
      return item_at(i, n) && !item_at(i, n)->result.empty();
    case FoundKind::statement: return at(i.statements, n) && !at(i.statements, n)->text.empty();
    default: return false;
  }
}

Seen seen_contribution(const Involvement& i, const Contribution& contribution) {
  return i.phase != Phase::draft && contribution.status == ContributionStatus::published ? Seen::everyone : Seen::desk;
}

std::string told(const Involvement& i) {
  std::string text = joined({i.summary, i.why.problem, i.why.goal, i.why.use, i.why.sign, i.promise.decides, i.promise.answer, i.roles.expected,
                             i.method_reason, i.earliness_reason, i.plan.matter, i.plan.case_number});
  for (const Step* step : i.steps_in_order()) text = joined({text, step->title, step->place});
  return text;
}

std::string told(const CaseMeasure& each) {
  std::string text = joined({each.hypothesis, each.learned});
  for (const domain::Milestone& milestone : each.milestones) text = joined({text, milestone.text});
  for (const domain::FollowUp& answer : each.measure.answers) text = joined({text, answer.text});
  return text;
}

/// "innspill?side=3#innspill-12", in a list of 20 on each page, newest first.
std::string in_list(const std::vector<ContributionId>& list, std::uint32_t number, const std::string& before) {
  const auto found = std::ranges::lower_bound(list, ContributionId{number});
  const std::size_t after = found == list.end() ? 0 : static_cast<std::size_t>(list.end() - found) - 1;
  return before + "side=" + std::to_string(after / contributions_per_page + 1) + "#innspill-" + std::to_string(number);
}

std::string public_address(const Involvement& i, Place place) {
  const std::string number = std::to_string(place.number);
  switch (place.kind) {
    case FoundKind::contribution: return in_list(i.published, place.number, "/innspill?");
    case FoundKind::theme:
    case FoundKind::answer: return "/tema/" + number;
    case FoundKind::measure: return "/tiltak/" + number;
    case FoundKind::decision:
    case FoundKind::outcome: return "/resultat";
    case FoundKind::statement: return "#uttalelse-" + number;
    default: return "";
  }
}

std::string desk_address(const Involvement& i, Place place) {
  if (place.kind != FoundKind::contribution) return "";
  switch (i.find_contribution(ContributionId{place.number})->status) {
    case ContributionStatus::waiting: return in_list(i.waiting, place.number, "/innspill?vis=venter&");
    case ContributionStatus::removed: return in_list(i.removed, place.number, "/innspill?vis=fjernet&");
    case ContributionStatus::published: return in_list(i.published, place.number, "/innspill?vis=publisert&");
  }
  return "";
}

}  // namespace

Seen seen(const Involvement& i, Place place) {
  if (!has_words(i, place)) return Seen::nobody;
  if (place.kind == FoundKind::contribution) return seen_contribution(i, *i.find_contribution(ContributionId{place.number}));
  return i.phase == Phase::draft ? Seen::desk : Seen::everyone;
}

std::vector<Place> places_of(const Involvement& i) {
  std::vector<Place> all;
  const auto add = [&](FoundKind kind, std::size_t count) {
    for (std::uint32_t n = 0; n <= count; ++n)
      if (has_words(i, {kind, n})) all.push_back({kind, n});
  };
  add(FoundKind::involvement, 0);
  add(FoundKind::item, i.items.size());
  add(FoundKind::outcome, i.items.size());
  add(FoundKind::contribution, i.contributions.size());
  add(FoundKind::theme, i.themes.size());
  add(FoundKind::answer, i.themes.size());
  add(FoundKind::decision, i.decisions.size());
  add(FoundKind::measure, i.measures.size());
  add(FoundKind::statement, i.statements.size());
  return all;
}

Passage passage_of(const Involvement& i, RoomId room, Place place) {
  const std::uint32_t n = place.number;
  const bool open = seen(i, place) == Seen::everyone;
  Passage made{{}, {}, i.language, (open ? "/saker/" : "/styring/sak/") + to_base32(room.value) + (open ? public_address(i, place) : desk_address(i, place))};
  switch (place.kind) {
    case FoundKind::involvement: made.heading = i.title, made.text = told(i); break;
    case FoundKind::item: {
      const RoomItem& item = *item_at(i, n);
      made.heading = item.text, made.text = joined({item.reason, item.source});
      break;
    }
    case FoundKind::contribution: {
      const Contribution& c = *i.find_contribution(ContributionId{n});
      made.text = joined({c.text, c.place, c.group_name});
      break;
    }
    case FoundKind::theme: made.heading = i.find_theme(ThemeId{n})->name; break;
    case FoundKind::answer: made.heading = i.find_theme(ThemeId{n})->name, made.text = i.find_theme(ThemeId{n})->answer.reason; break;
    case FoundKind::decision: made.text = joined({i.find_decision(DecisionId{n})->text, i.find_decision(DecisionId{n})->source}); break;
    case FoundKind::measure: made.heading = measure_at(i, n)->measure.text, made.text = told(*measure_at(i, n)); break;
    case FoundKind::outcome:
      if (n == 0) made.text = joined({i.evaluation.changed, i.evaluation.well, i.evaluation.learned, i.evaluation.sign});
      else made.heading = item_at(i, n)->text, made.text = item_at(i, n)->result;
      break;
    case FoundKind::statement: made.heading = at(i.statements, n)->name, made.text = at(i.statements, n)->text; break;
    default: break;
  }
  return made;
}

}  // namespace knippe::views
