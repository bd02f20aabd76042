#pragma once
// Described structs to JSON and back. Members by name; strong ids and Instants as numbers; enums by name. Reading is lenient
// towards missing and additional members (older and newer events) and strict about types.

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>
#include <map>
#include <string>
#include <type_traits>
#include <vector>

#include "base/check.h"
#include "base/id.h"
#include "base/time.h"

namespace knippe::domain {

namespace json = boost::json;

/// Objects that stand one after another, as shipped files do. Their form is ours: anything else ends the program.
inline std::vector<json::object> json_objects_in(std::string_view text) {
  std::vector<json::object> objects;
  while (text.find('{') != std::string_view::npos) {
    json::stream_parser parser;
    const std::size_t used = parser.write_some(text.data(), text.size());
    CHECK(parser.done());
    objects.push_back(parser.release().as_object());
    text.remove_prefix(used);
  }
  return objects;
}

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;

template <class T>
void write(std::string& out, const T& value);

inline void write_text(std::string& out, std::string_view text) { out += json::serialize(json::string_view(text.data(), text.size())); }

template <class Tag, class Value>
void write(std::string& out, const Id<Tag, Value>& id) { out += std::to_string(id.value); }
inline void write(std::string& out, const Instant& instant) { out += std::to_string(instant.ms); }
inline void write(std::string& out, const std::string& text) { write_text(out, text); }
template <class Item>
void write(std::string& out, const std::vector<Item>& items) {
  out += '[';
  bool first = true;
  for (const Item& item : items) {
    if (!first) out += ',';
    first = false;
    write(out, item);
  }
  out += ']';
}
inline void write(std::string& out, const std::map<std::uint32_t, std::string>& items) {
  out += '{';
  bool first = true;
  for (const auto& [key, text] : items) {
    if (!first) out += ',';
    first = false;
    out += '"' + std::to_string(key) + "\":";
    write_text(out, text);
  }
  out += '}';
}

template <class T>
void write(std::string& out, const T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::is_integral_v<T>) {
    out += std::to_string(value);
  } else if constexpr (std::is_enum_v<T>) {
    write_text(out, boost::describe::enum_to_string(value, ""));
  } else {
    out += '{';
    bool first = true;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
      if (!first) out += ',';
      first = false;
      out += '"';
      out += member.name;
      out += "\":";
      write(out, value.*member.pointer);
    });
    out += '}';
  }
}

template <class T>
bool read(const json::value& from, T& value);

template <class Number>
bool read_number(const json::value& from, Number& value) {
  json::error_code error;
  const Number number = from.to_number<Number>(error);
  if (!error) value = number;
  return !error;
}

template <class Tag, class Value>
bool read(const json::value& from, Id<Tag, Value>& id) { return read_number(from, id.value); }
inline bool read(const json::value& from, Instant& instant) { return read_number(from, instant.ms); }
inline bool read(const json::value& from, std::string& text) {
  if (const json::string* found = from.if_string()) return text.assign(found->data(), found->size()), true;
  return false;
}
template <class Item>
bool read(const json::value& from, std::vector<Item>& items) {
  const json::array* array = from.if_array();
  if (!array) return false;
  items.clear();
  items.reserve(array->size());
  for (const json::value& one : *array)
    if (!read(one, items.emplace_back())) return false;
  return true;
}
inline bool read(const json::value& from, std::map<std::uint32_t, std::string>& items) {
  const json::object* object = from.if_object();
  if (!object) return false;
  for (const auto& [key, value] : *object)
    if (!read(value, items[static_cast<std::uint32_t>(std::strtoul(std::string(key).c_str(), nullptr, 10))])) return false;
  return true;
}

template <class T>
bool read(const json::value& from, T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    if (const bool* found = from.if_bool()) return value = *found, true;
    return false;
  } else if constexpr (std::is_integral_v<T>) {
    return read_number(from, value);
  } else if constexpr (std::is_enum_v<T>) {
    const json::string* found = from.if_string();
    return found && boost::describe::enum_from_string(std::string(*found).c_str(), value);
  } else {
    const json::object* object = from.if_object();
    if (!object) return false;
    bool good = true;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
      if (const json::value* found = object->if_contains(member.name)) good = good && read(*found, value.*member.pointer);
    });
    return good;
  }
}

}  // namespace knippe::domain
