#pragma once
// Named values in the order they came: headers, query, forms.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knippe::http {

/// A small multi-map that keeps order. Names compare exactly.
class Fields {
 public:
  using Item = std::pair<std::string, std::string>;
  Fields() = default;
  Fields(std::initializer_list<Item> items) : items_(items) {}

  void add(std::string name, std::string value) { items_.emplace_back(std::move(name), std::move(value)); }
  /// The first value of the name, or nothing.
  std::optional<std::string_view> find(std::string_view name) const;
  /// The first value of the name, or "".
  std::string_view operator[](std::string_view name) const { return find(name).value_or(std::string_view{}); }
  bool has(std::string_view name) const { return find(name).has_value(); }
  std::vector<std::string_view> all(std::string_view name) const;

  bool empty() const { return items_.empty(); }
  std::size_t size() const { return items_.size(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }
  bool operator==(const Fields&) const = default;

 private:
  std::vector<Item> items_;
};

/// The same for header fields, whose names compare without regard to ASCII case.
class Headers {
 public:
  using Item = std::pair<std::string, std::string>;
  Headers() = default;
  Headers(std::initializer_list<Item> items) : items_(items) {}

  void add(std::string name, std::string value) { items_.emplace_back(std::move(name), std::move(value)); }
  /// Replaces every value of the name by this one.
  void set(std::string_view name, std::string value);
  /// The first value, or nothing.
  std::optional<std::string_view> find(std::string_view name) const;
  std::string_view operator[](std::string_view name) const { return find(name).value_or(std::string_view{}); }
  bool has(std::string_view name) const { return find(name).has_value(); }
  std::size_t count(std::string_view name) const;
  std::vector<std::string_view> all(std::string_view name) const;
  /// All values of the name joined with ", ", as a list header is read.
  std::string joined(std::string_view name) const;

  bool empty() const { return items_.empty(); }
  std::size_t size() const { return items_.size(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }

 private:
  std::vector<Item> items_;
};

bool equal_ignoring_case(std::string_view a, std::string_view b);

}  // namespace knippe::http
