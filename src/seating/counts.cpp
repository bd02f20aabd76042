#include "seating/counts.h"

#include <algorithm>

namespace knippe::seating {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }
std::int64_t square(std::int64_t number) { return number * number; }

}  // namespace

Counts::Counts(const People& people, const Seats& seats, int tables)
    : people_(static_cast<std::int64_t>(people.list.size())), tables_(tables), sizes_(at(tables)), attributes_(people.attributes.size()) {
  for (const int table : seats) ++sizes_[at(table)];
  for (std::size_t a = 0; a < attributes_.size(); ++a) {
    Attribute& attribute = attributes_[a];
    for (const Person& person : people.list)
      if (!person.tags[a].empty()) attribute.values.push_back(person.tags[a]);
    std::ranges::sort(attribute.values);
    const auto repeated = std::ranges::unique(attribute.values);
    attribute.values.erase(repeated.begin(), repeated.end());
    attribute.totals.resize(attribute.values.size());
    attribute.at.resize(attribute.values.size() * at(tables));
    for (std::size_t n = 0; n < people.list.size(); ++n) {
      const std::string& tag = people.list[n].tags[a];
      const int value = tag.empty() ? -1 : static_cast<int>(std::ranges::lower_bound(attribute.values, tag) - attribute.values.begin());
      attribute.of_person.push_back(value);
      if (value < 0) continue;
      ++attribute.totals[at(value)];
      ++attribute.at[at(value * tables + seats[n])];
    }
  }
}

std::int64_t Counts::cell(const Attribute& attribute, int value, int table, int change) const {
  const std::int64_t here = attribute.at[at(value * tables_ + table)] + change;
  return square(people_ * here - std::int64_t{attribute.totals[at(value)]} * sizes_[at(table)]);
}

std::int64_t Counts::unevenness() const {
  std::int64_t sum = 0;
  for (const Attribute& attribute : attributes_)
    for (int value = 0; value < static_cast<int>(attribute.values.size()); ++value)
      for (int table = 0; table < tables_; ++table) sum += cell(attribute, value, table, 0);
  return sum;
}

/// The sum of convex terms with a fixed total is least when each next one goes where it costs least.
std::int64_t Counts::least_possible(int total) const {
  std::vector<std::int64_t> here(at(tables_));
  const auto cost = [&](int table, std::int64_t count) { return square(people_ * count - std::int64_t{total} * sizes_[at(table)]); };
  for (int left = total; left > 0; --left) {
    int cheapest = 0;
    std::int64_t least = cost(0, here[0] + 1) - cost(0, here[0]);
    for (int table = 1; table < tables_; ++table)
      if (const std::int64_t more = cost(table, here[at(table)] + 1) - cost(table, here[at(table)]); more < least) {
        cheapest = table;
        least = more;
      }
    ++here[at(cheapest)];
  }
  std::int64_t sum = 0;
  for (int table = 0; table < tables_; ++table) sum += cost(table, here[at(table)]);
  return sum;
}

std::int64_t Counts::unevenness_min() const {
  std::int64_t sum = 0;
  for (const Attribute& attribute : attributes_)
    for (const int total : attribute.totals) sum += least_possible(total);
  return sum;
}

std::vector<std::vector<Spread>> Counts::spreads() const {
  std::vector<std::vector<Spread>> all;
  for (const Attribute& attribute : attributes_) {
    std::vector<Spread>& found = all.emplace_back();
    for (std::size_t value = 0; value < attribute.values.size(); ++value) {
      const auto first = attribute.at.begin() + static_cast<std::ptrdiff_t>(value) * tables_;
      const auto [least, most] = std::minmax_element(first, first + tables_);
      const int total = attribute.totals[value];
      found.push_back({attribute.values[value], total, *least, *most, total / tables_, (total + tables_ - 1) / tables_});
    }
  }
  return all;
}

std::int64_t Counts::gain(const Seats& seats, int a, int b) const {
  const int from = seats[at(a)], to = seats[at(b)];
  std::int64_t gained = 0;
  for (const Attribute& attribute : attributes_) {
    const int one = attribute.of_person[at(a)], other = attribute.of_person[at(b)];
    if (one == other) continue;
    const auto moved = [&](int value, int leaves, int enters) {
      if (value < 0) return;
      gained += cell(attribute, value, leaves, 0) + cell(attribute, value, enters, 0) - cell(attribute, value, leaves, -1) -
                cell(attribute, value, enters, 1);
    };
    moved(one, from, to);
    moved(other, to, from);
  }
  return gained;
}

void Counts::exchange(Seats& seats, int a, int b) {
  const int from = seats[at(a)], to = seats[at(b)];
  for (Attribute& attribute : attributes_) {
    const int one = attribute.of_person[at(a)], other = attribute.of_person[at(b)];
    if (one >= 0) --attribute.at[at(one * tables_ + from)], ++attribute.at[at(one * tables_ + to)];
    if (other >= 0) --attribute.at[at(other * tables_ + to)], ++attribute.at[at(other * tables_ + from)];
  }
  std::swap(seats[at(a)], seats[at(b)]);
}

}  // namespace knippe::seating
