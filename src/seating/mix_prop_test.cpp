#include "seating/mix.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <functional>
#include <map>

namespace knippe::seating {
namespace {

People some_people(std::size_t count_min, std::size_t count_max) {
  const auto count = *rc::gen::inRange<std::size_t>(count_min, count_max + 1);
  People people{{"Sted", "Rolle"}, {}};
  for (std::size_t n = 0; n < count; ++n) {
    const int place = *rc::gen::inRange(0, 4), role = *rc::gen::inRange(0, 3);
    people.list.push_back({"P" + std::to_string(n), {place == 0 ? "" : "sted" + std::to_string(place), "rolle" + std::to_string(role)}});
  }
  return people;
}

int some_tables(const People& people) { return *rc::gen::inRange(1, std::min(12, static_cast<int>(people.list.size())) + 1); }

/// Who sits together, as sets of names, table by table.
std::vector<std::vector<std::string>> by_table(const People& people, const Seats& seats, int tables) {
  std::vector<std::vector<std::string>> found(static_cast<std::size_t>(tables));
  for (std::size_t n = 0; n < seats.size(); ++n) found[static_cast<std::size_t>(seats[n])].push_back(people.list[n].name);
  for (auto& table : found) std::ranges::sort(table);
  return found;
}

RC_GTEST_PROP(Mix, seats_everyone_at_tables_that_differ_by_one_at_most, ()) {
  const People people = some_people(1, 40);
  const int tables = some_tables(people);
  std::vector<int> sizes(static_cast<std::size_t>(tables));
  for (const int table : mix(people, tables, *rc::gen::arbitrary<std::uint64_t>())) {
    RC_ASSERT(table >= 0 && table < tables);
    ++sizes[static_cast<std::size_t>(table)];
  }
  const auto [least, most] = std::ranges::minmax(sizes);
  RC_ASSERT(most - least <= 1 && least >= 1);
}

RC_GTEST_PROP(Mix, the_order_of_the_list_does_not_matter, ()) {
  const People people = some_people(2, 30);
  const int tables = some_tables(people);
  const auto seed = *rc::gen::arbitrary<std::uint64_t>();
  People shuffled = people;
  std::ranges::reverse(shuffled.list);
  std::ranges::rotate(shuffled.list, shuffled.list.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(people.list.size())));
  RC_ASSERT(by_table(people, mix(people, tables, seed), tables) == by_table(shuffled, mix(shuffled, tables, seed), tables));
}

RC_GTEST_PROP(Mix, is_never_worse_than_by_lot_nor_better_than_the_bound, ()) {
  const People people = some_people(2, 40);
  const int tables = some_tables(people);
  const std::int64_t cost = unevenness(people, mix(people, tables, *rc::gen::arbitrary<std::uint64_t>()), tables);
  RC_ASSERT(cost <= unevenness_by_lot(people, tables));
  RC_ASSERT(cost >= unevenness_min(people, tables));
}

/// Every seating with sizes as the deal has them.
std::int64_t lowest_of_all(const People& people, int tables) {
  std::vector<int> room(static_cast<std::size_t>(tables));
  for (const int table : draw(people, tables, 0)) ++room[static_cast<std::size_t>(table)];
  Seats seats(people.list.size());
  std::int64_t lowest = -1;
  const std::function<void(std::size_t)> place = [&](std::size_t n) {
    if (n == seats.size()) {
      const std::int64_t cost = unevenness(people, seats, tables);
      if (lowest < 0 || cost < lowest) lowest = cost;
      return;
    }
    for (int table = 0; table < tables; ++table)
      if (room[static_cast<std::size_t>(table)] > 0) {
        --room[static_cast<std::size_t>(table)];
        seats[n] = table;
        place(n + 1);
        ++room[static_cast<std::size_t>(table)];
      }
  };
  place(0);
  return lowest;
}

RC_GTEST_PROP(Mix, is_the_best_there_is_for_small_halls, ()) {
  const People people = some_people(2, 8);
  const int tables = *rc::gen::inRange(1, std::min(4, static_cast<int>(people.list.size())) + 1);
  const std::int64_t lowest = lowest_of_all(people, tables);
  RC_ASSERT(unevenness(people, mix(people, tables, *rc::gen::arbitrary<std::uint64_t>()), tables) == lowest);
  RC_ASSERT(unevenness_min(people, tables) <= lowest);
}

TEST(Mix, spreads_a_hall_of_ninety_as_evenly_as_it_goes) {
  People people{{"Rolle"}, {}};
  for (int n = 0; n < 90; ++n) people.list.push_back({"P" + std::to_string(n), {n < 25 ? "politiker" : n < 60 ? "innbygger" : "ansatt"}});
  const Seats seats = mix(people, 15, 7);
  const auto roles = spreads(people, seats, 15).front();
  for (const Spread& spread : roles) EXPECT_TRUE(spread.is_best()) << spread.value;
  EXPECT_EQ(unevenness(people, seats, 15), unevenness_min(people, 15));
  EXPECT_LT(unevenness(people, seats, 15), unevenness_by_lot(people, 15) / 5);
}

TEST(Mix, another_seed_seats_others_together_just_as_well) {
  People people{{"Rolle"}, {}};
  for (int n = 0; n < 30; ++n) people.list.push_back({"P" + std::to_string(n), {n % 3 == 0 ? "politiker" : "innbygger"}});
  const Seats one = mix(people, 5, 1), other = mix(people, 5, 2);
  EXPECT_EQ(one, mix(people, 5, 1));
  EXPECT_NE(by_table(people, one, 5), by_table(people, other, 5));
  EXPECT_EQ(unevenness(people, one, 5), unevenness(people, other, 5));
}

TEST(Spreads, count_the_known_values_only) {
  const People people{{"Sted"}, {{"A", {"Nord"}}, {"B", {""}}, {"C", {"Nord"}}, {"D", {"Sør"}}}};
  const auto found = spreads(people, {0, 0, 0, 1}, 2).front();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].people, 2);
  EXPECT_EQ(found[0].least, 0);
  EXPECT_EQ(found[0].most, 2);
  EXPECT_FALSE(found[0].is_best());
  EXPECT_TRUE(found[1].is_best());
}

}  // namespace
}  // namespace knippe::seating
