#include "http/fields.h"

#include <algorithm>

namespace knippe::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<std::string_view> Fields::find(std::string_view name) const {
  for (const auto& [key, value] : items_)
    if (key == name) return value;
  return std::nullopt;
}

std::vector<std::string_view> Fields::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (const auto& [key, value] : items_)
    if (key == name) values.push_back(value);
  return values;
}

void Headers::set(std::string_view name, std::string value) {
  std::erase_if(items_, [&](const Item& item) { return equal_ignoring_case(item.first, name); });
  items_.emplace_back(name, std::move(value));
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
  for (const auto& [key, value] : items_)
    if (equal_ignoring_case(key, name)) return value;
  return std::nullopt;
}

std::size_t Headers::count(std::string_view name) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(items_, [&](const Item& item) { return equal_ignoring_case(item.first, name); }));
}

std::vector<std::string_view> Headers::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (const auto& [key, value] : items_)
    if (equal_ignoring_case(key, name)) values.push_back(value);
  return values;
}

std::string Headers::joined(std::string_view name) const {
  std::string list;
  for (std::string_view value : all(name)) {
    if (!list.empty()) list += ", ";
    list += value;
  }
  return list;
}

}  // namespace knippe::http
