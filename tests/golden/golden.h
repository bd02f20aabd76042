#pragma once
// What the golden runners share: reading lines, who wants it, and whether what was wanted is there.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "domain/actor.h"
#include "domain/json.h"

namespace knippe::domain::golden {

namespace fs = std::filesystem;

inline std::vector<json::value> lines_of(const fs::path& file) {
  std::ifstream in(file);
  EXPECT_TRUE(in) << file;
  std::vector<json::value> lines;
  for (std::string line; std::getline(in, line);) {
    json::error_code error;
    lines.push_back(json::parse(line, error));
    EXPECT_FALSE(error) << file << ":" << lines.size() << ": " << error.message();
  }
  return lines;
}

inline Actor actor_of(const json::object& line) {
  const json::value* by = line.if_contains("by");
  if (!by) return Actor::account(AccountId{1});
  if (const json::value* measure = by->as_object().if_contains("owner_of")) return Actor::owner(MeasureId{static_cast<std::uint32_t>(measure->as_int64())});
  return Actor::phone(PhoneId{static_cast<std::uint32_t>(by->at("phone").as_int64())});
}

/// Everything that `wanted` names is in `found`; lists are as long. What is not named does not matter.
inline bool holds(const json::value& wanted, const json::value& found) {
  if (const json::object* members = wanted.if_object()) {
    const json::object* object = found.if_object();
    if (!object) return false;
    for (const auto& [name, value] : *members)
      if (const json::value* there = object->if_contains(name); !there || !holds(value, *there)) return false;
    return true;
  }
  if (const json::array* items = wanted.if_array()) {
    const json::array* list = found.if_array();
    if (!list || list->size() != items->size()) return false;
    for (std::size_t i = 0; i < items->size(); ++i)
      if (!holds((*items)[i], (*list)[i])) return false;
    return true;
  }
  return wanted == found;
}

inline bool is_about_the_end(const json::value& line) { return line.as_object().contains("state") || line.as_object().contains("result"); }

/// The folders whose names begin with "case-", or the others.
inline std::vector<fs::path> folders(bool of_cases) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(GOLDEN_CASES))
    if (entry.is_directory() && entry.path().filename().string().starts_with("case-") == of_cases) found.push_back(entry.path());
  std::ranges::sort(found);
  return found;
}

inline std::string name_of(const ::testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.filename().string();
  std::ranges::replace(name, '-', '_');
  return name;
}

}  // namespace knippe::domain::golden
