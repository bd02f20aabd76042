#include "tally/firmness.h"

#include <algorithm>
#include <map>

#include "base/random.h"

namespace knippe::tally {
namespace {

/// What a place gives under a rule of points; nothing for other rules.
std::optional<std::vector<Number>> points_by_place(const Question& question, std::size_t options) {
  std::vector<Number> points(options);
  switch (question.rule) {
    case Rule::points:
      for (std::size_t i = 0; i < std::min(options, question.points.size()); ++i) points[i] = question.points[i];
      return points;
    case Rule::borda:
      for (std::size_t i = 0; i < options; ++i) points[i] = options - i;
      return points;
    case Rule::plurality:
      points[0] = 1;
      return points;
    default: return std::nullopt;
  }
}

/// The largest difference a ballot can make between two options.
Number largest_swing(const std::vector<Number>& points, Unranked unranked) {
  Number highest = std::ranges::max(points), lowest = std::ranges::min(points);
  if (unranked == Unranked::ignored) lowest = std::min<Number>(lowest, 0), highest = std::max<Number>(highest, 0);
  return highest - lowest;
}

/// What a ballot gives each option.
std::vector<Number> given_by(const BallotView& ballot, const std::vector<Number>& points, Unranked unranked) {
  std::vector<Number> given(points.size());
  std::vector<bool> is_named(points.size());
  std::size_t first = 0;
  const auto mean = [&](std::size_t size) {
    Number sum = 0;
    for (std::size_t place = first; place < first + size; ++place) sum += points[place];
    return Number(sum / size);
  };
  for (const std::uint16_t size : ballot.shape) {
    const Number each = mean(size);
    for (const Option option : ballot.choices.subspan(first, size)) given[option] = each, is_named[option] = true;
    first += size;
  }
  if (unranked == Unranked::ignored || first == points.size()) return given;
  const Number each = mean(points.size() - first);
  for (std::size_t option = 0; option < given.size(); ++option)
    if (!is_named[option]) given[option] = each;
  return given;
}

std::vector<Number> approved_by(const BallotView& ballot, std::size_t options, std::size_t approved) {
  std::vector<Number> given(options);
  std::size_t first = 0;
  for (const std::uint16_t size : ballot.shape) {
    if (approved == 0 || first < approved)
      for (const Option option : ballot.choices.subspan(first, size)) given[option] = 1;
    first += size;
  }
  return given;
}

/// How many ballots close how much of a pair's distance, most first.
using Closing = std::map<Number, Weight, std::greater<>>;

Weight fewest(const Closing& closing, Number distance) {
  Weight changed = 0;
  for (const auto& [each, ballots] : closing) {
    if (distance <= 0) break;
    if (each <= 0) break;
    const Number wanted = distance / each;
    const boost::multiprecision::cpp_int whole = (numerator(wanted) + denominator(wanted) - 1) / denominator(wanted);
    const Weight taken = whole > ballots ? ballots : whole.convert_to<Weight>();
    changed += taken;
    distance -= each * taken;
  }
  return changed;
}

struct Border {
  std::vector<Option> inside, outside;
};

/// By pairs of an option inside and one outside: what changing ballots closes.
template <class GivenBy>
Weight fewest_to_alter(const Profile& profile, const Border& border, const std::vector<Number>& scores, const Number& swing,
                       GivenBy given_by_ballot) {
  std::vector<Closing> closing(border.inside.size() * border.outside.size());
  profile.for_each([&](const BallotView& ballot) {
    const auto given = given_by_ballot(ballot);
    auto at = closing.begin();
    for (const Option a : border.inside)
      for (const Option b : border.outside) (*at++)[swing + given[a] - given[b]] += ballot.weight;
  });
  Weight least = profile.total();
  auto at = closing.begin();
  for (const Option a : border.inside)
    for (const Option b : border.outside) least = std::min(least, fewest(*at++, scores[a] - scores[b]));
  return least;
}

Border border_of(const Outcome& outcome) {
  Border border{outcome.winners, {}};
  for (const auto& place : outcome.places)
    for (const Option option : place)
      if (std::ranges::find(border.inside, option) == border.inside.end()) border.outside.push_back(option);
  return border;
}

struct Kept {
  std::vector<Option> choices;
  Shape shape;
  Weight weight = 1;
  std::size_t stands = 0;  ///< how far down it puts the favourite
};

std::vector<Kept> worst_first(const Profile& profile, Option favourite) {
  std::vector<Kept> ballots;
  profile.for_each([&](const BallotView& ballot) {
    const auto at = std::ranges::find(ballot.choices, favourite);
    const auto stands = at == ballot.choices.end() ? profile.option_count() : static_cast<std::size_t>(at - ballot.choices.begin());
    ballots.push_back({{ballot.choices.begin(), ballot.choices.end()}, {ballot.shape.begin(), ballot.shape.end()}, ballot.weight, stands});
  });
  std::ranges::sort(ballots, std::greater<>(), &Kept::stands);
  return ballots;
}

/// The favourite, the others outside, and those inside, the last of them first.
std::vector<Option> turned(const Border& border, Option favourite) {
  std::vector<Option> order{favourite};
  for (const Option option : border.outside)
    if (option != favourite) order.push_back(option);
  order.insert(order.end(), border.inside.rbegin(), border.inside.rend());
  return order;
}

/// So many of the first ballots made into another one.
Profile with_changed(const std::vector<Kept>& ballots, const std::vector<Option>& into, Weight changed) {
  Profile other(into.size());
  if (changed > 0) other.add(into, changed);
  for (const Kept& ballot : ballots) {
    const Weight taken = std::min(changed, ballot.weight);
    changed -= taken;
    if (ballot.weight > taken) other.add(ballot.choices, ballot.shape, ballot.weight - taken);
  }
  return other;
}

bool is_altered(const Profile& profile, const Question& question, std::vector<Option> before) {
  const auto outcome = count(profile, question);
  if (!outcome) return false;
  auto now = outcome->winners;
  std::ranges::sort(now);
  std::ranges::sort(before);
  return now != before;
}

/// Halving between what alters the result and what does not.
std::optional<Weight> enough_to_alter(const Profile& profile, const Question& question, const Border& border) {
  std::optional<Weight> least;
  for (const Option favourite : border.outside) {
    Weight too_few = 0, enough = least ? *least - 1 : profile.total();
    const auto ballots = worst_first(profile, favourite);
    const auto into = turned(border, favourite);
    const auto alters = [&](Weight changed) { return is_altered(with_changed(ballots, into, changed), question, border.inside); };
    if (enough <= 0 || !alters(enough)) continue;
    while (enough - too_few > 1) {
      const Weight middle = too_few + (enough - too_few) / 2;
      (alters(middle) ? enough : too_few) = middle;
    }
    least = enough;
  }
  return least;
}

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}
  /// 0 .. below - 1. The remainder favours none by more than below / 2^64.
  Weight throw_below(Weight below) {
    std::uint64_t thrown = 0;
    random_.fill(std::as_writable_bytes(std::span(&thrown, 1)));
    return static_cast<Weight>(thrown % static_cast<std::uint64_t>(below));
  }

 private:
  SeededRandom random_;
};

Profile drawn_again(const Profile& profile, Dice& dice) {
  std::vector<Weight> thrown(static_cast<std::size_t>(profile.total()));
  for (Weight& ballot : thrown) ballot = dice.throw_below(profile.total());
  std::ranges::sort(thrown);
  Profile drawn(profile.option_count());
  auto next = thrown.begin();
  Weight end = 0;
  profile.for_each([&](const BallotView& ballot) {
    end += ballot.weight;
    const auto until = std::lower_bound(next, thrown.end(), end);
    if (until != next) drawn.add(ballot.choices, ballot.shape, until - next);
    next = until;
  });
  return drawn;
}

}  // namespace

std::optional<Firmness> firmness(const Profile& profile, const Question& asked, std::size_t k) {
  Question question = asked;
  question.seats = k;
  question.ties = {};
  const auto outcome = count(profile, question);
  if (!outcome || profile.total() == 0) return std::nullopt;
  if (outcome->winners.size() > k) return Firmness{0, true};
  const Border border = border_of(*outcome);
  if (border.outside.empty()) return std::nullopt;
  if (question.rule == Rule::approval) {
    const auto given = [&](const BallotView& ballot) { return approved_by(ballot, profile.option_count(), question.approved); };
    return Firmness{fewest_to_alter(profile, border, outcome->scores, 1, given), true};
  }
  if (const auto points = points_by_place(question, profile.option_count())) {
    const auto given = [&](const BallotView& ballot) { return given_by(ballot, *points, question.unranked); };
    const Number swing = largest_swing(*points, question.unranked);
    return Firmness{fewest_to_alter(profile, border, outcome->scores, swing, given), true};
  }
  const auto enough = enough_to_alter(profile, question, border);
  if (!enough) return std::nullopt;
  return Firmness{*enough, false};
}

Result<std::vector<PlaceInterval>> place_intervals(const Profile& profile, const Question& question, std::uint64_t seed,
                                                   std::size_t draws) {
  if (profile.total() > most_for_bootstrap) return refuse("count.too_many_ballots", std::to_string(most_for_bootstrap));
  Dice dice(seed);
  std::vector<std::vector<std::size_t>> landed(profile.option_count());
  for (std::size_t draw = 0; draw < draws; ++draw) {
    const Outcome outcome = TRY(count(drawn_again(profile, dice), question));
    std::size_t above = 0;
    for (const auto& place : outcome.places) {
      for (const Option option : place) landed[option].push_back(above + 1);
      above += place.size();
    }
  }
  std::vector<PlaceInterval> intervals;
  const std::size_t cut = draws / 40;  // 2.5 of 100 at either end
  for (auto& places : landed) {
    std::ranges::sort(places);
    intervals.push_back(places.empty() ? PlaceInterval{} : PlaceInterval{places[cut], places[places.size() - 1 - cut]});
  }
  return intervals;
}

}  // namespace knippe::tally
