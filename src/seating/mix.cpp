#include "seating/mix.h"

#include <algorithm>
#include <numeric>

#include "seating/counts.h"

namespace knippe::seating {
namespace {

constexpr int starts_max = 20;
constexpr std::int64_t looks_max = 3'000'000;  // pairs looked at, over all starts
constexpr int lots = 25;
constexpr std::int64_t seatings_max = 5'000;  // up to here every seating is looked at

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers everywhere.
class Lot {
 public:
  explicit Lot(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  void shuffle(std::vector<int>& items) {
    for (std::size_t left = items.size(); left > 1; --left) std::swap(items[left - 1], items[next() % left]);
  }

 private:
  std::uint64_t state_;
};

/// People by what they are, not by where they stood in the list.
std::vector<int> in_order(const People& people) {
  std::vector<int> order(people.list.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, [&](int a, int b) {
    const auto &one = people.list[static_cast<std::size_t>(a)], &other = people.list[static_cast<std::size_t>(b)];
    return one != other ? one < other : a < b;
  });
  return order;
}

/// Back and forth over the tables, so that neighbours in the order are apart and sizes differ by at most one.
Seats serpentine(const std::vector<int>& order, int tables) {
  Seats seats(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const int lap = static_cast<int>(i) / tables, at = static_cast<int>(i) % tables;
    seats[static_cast<std::size_t>(order[i])] = lap % 2 == 0 ? at : tables - 1 - at;
  }
  return seats;
}

/// A shuffled order; for every other start with people of the same kind beside each other, which is nearly even already. The shuffled
/// ones reach what exchanges from there do not.
Seats deal(const People& people, std::vector<int> order, int tables, Lot& lot, bool by_kind) {
  lot.shuffle(order);
  if (!by_kind) return serpentine(order, tables);
  std::vector<std::size_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[static_cast<std::size_t>(order[i])] = i;
  std::ranges::sort(order, [&](int a, int b) {
    const auto one = static_cast<std::size_t>(a), other = static_cast<std::size_t>(b);
    const auto &tags = people.list[one].tags, &others = people.list[other].tags;
    return tags != others ? tags < others : place[one] < place[other];
  });
  return serpentine(order, tables);
}

/// Exchanges pairs while one helps and there are looks left.
void improve(Counts& counts, Seats& seats, const std::vector<int>& order, std::int64_t& looks) {
  for (bool better = true; better && looks > 0;) {
    better = false;
    for (std::size_t i = 0; i < order.size() && looks > 0; ++i)
      for (std::size_t j = i + 1; j < order.size() && looks > 0; ++j) {
        const int a = order[i], b = order[j];
        if (seats[static_cast<std::size_t>(a)] == seats[static_cast<std::size_t>(b)]) continue;
        --looks;
        if (counts.gain(seats, a, b) <= 0) continue;
        counts.exchange(seats, a, b);
        better = true;
      }
  }
}

/// In how many ways these tables fill; people and tables as many as serpentine() deals to.
std::int64_t seatings(int people, int tables) {
  std::int64_t ways = 1;
  int seated = 0;
  for (int table = 0; table < tables; ++table)
    for (int seat = 1; seat <= people / tables + (table < people % tables ? 1 : 0); ++seat) {
      ways = ways * ++seated / seat;  // exact: a product of binomial coefficients, one factor at a time
      if (ways > seatings_max) return ways;
    }
  return ways;
}

/// The most even of all, the first that `order` leads to.
Seats best_of_all(const People& people, const std::vector<int>& order, int tables, std::int64_t bound) {
  Seats best, table_of = serpentine(order, tables);
  std::ranges::sort(table_of);
  std::int64_t lowest = -1;
  do {
    Seats seats(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) seats[static_cast<std::size_t>(order[i])] = table_of[i];
    const std::int64_t cost = unevenness(people, seats, tables);
    if (lowest >= 0 && cost >= lowest) continue;
    lowest = cost;
    best = std::move(seats);
  } while (lowest != bound && std::ranges::next_permutation(table_of).found);
  return best;
}

}  // namespace

Seats draw(const People& people, int tables, std::uint64_t seed) {
  std::vector<int> order = in_order(people);
  Lot(seed).shuffle(order);
  return serpentine(order, tables);
}

Seats mix(const People& people, int tables, std::uint64_t seed) {
  std::vector<int> order = in_order(people);
  const std::int64_t bound = unevenness_min(people, tables);
  Lot lot(seed);
  if (seatings(static_cast<int>(order.size()), tables) <= seatings_max) {
    lot.shuffle(order);
    return best_of_all(people, order, tables, bound);
  }
  std::int64_t looks = looks_max, lowest = -1;
  Seats best;
  for (int start = 0; start < starts_max && looks > 0 && lowest != bound; ++start) {
    Seats seats = deal(people, order, tables, lot, start % 2 == 0);
    Counts counts(people, seats, tables);
    improve(counts, seats, order, looks);
    const std::int64_t cost = counts.unevenness();
    if (lowest < 0 || cost < lowest) {
      lowest = cost;
      best = std::move(seats);
    }
  }
  return best;
}

std::int64_t unevenness(const People& people, const Seats& seats, int tables) { return Counts(people, seats, tables).unevenness(); }

std::int64_t unevenness_min(const People& people, int tables) {
  return Counts(people, serpentine(in_order(people), tables), tables).unevenness_min();
}

std::int64_t unevenness_by_lot(const People& people, int tables) {
  std::vector<std::int64_t> costs;
  for (int n = 0; n < lots; ++n) costs.push_back(unevenness(people, draw(people, tables, static_cast<std::uint64_t>(n)), tables));
  std::ranges::sort(costs);
  return costs[lots / 2];
}

std::vector<std::vector<Spread>> spreads(const People& people, const Seats& seats, int tables) {
  return Counts(people, seats, tables).spreads();
}

}  // namespace knippe::seating
