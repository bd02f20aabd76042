#pragma once
// Lists whose items carry their own number, 1.. in the order they came: what folds find and grow them by.

#include <algorithm>
#include <vector>

namespace knippe::domain {

/// The item of that number, or nullptr.
template <class Item, class IdType>
Item* at(std::vector<Item>& items, IdType id) {
  return id.value >= 1 && id.value <= items.size() ? &items[id.value - 1] : nullptr;
}

/// Grows a numbered list by one when `id` is the next number; otherwise finds it.
template <class Item, class IdType>
Item* next_or_at(std::vector<Item>& items, IdType id) {
  if (id.value == items.size() + 1) items.emplace_back().id = id;
  return at(items, id);
}

template <class Item>
bool stands_in(const std::vector<Item>& items, const Item& item) {
  return std::ranges::find(items, item) != items.end();
}

}  // namespace knippe::domain
