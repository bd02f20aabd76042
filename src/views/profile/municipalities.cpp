#include "views/profile/municipalities.h"

#include <algorithm>
#include <vector>

#include "base/carry.h"
#include "base/check.h"
#include "base/text.h"

KNIPPE_CARRY(knippe_municipalities, KNIPPE_MUNICIPALITIES);

namespace knippe::views {
namespace {

std::vector<Municipality> read_list() {
  std::vector<Municipality> list;
  for (const std::string_view line : split({knippe_municipalities, static_cast<std::size_t>(knippe_municipalities_end - knippe_municipalities)}, '\n')) {
    if (line.empty()) continue;
    const auto fields = split(line, '\t');
    CHECK(fields.size() == 3 && fields[0].size() == 4 && !fields[1].empty());
    list.push_back({fields[0], fields[1], fields[2]});
  }
  CHECK(std::ranges::is_sorted(list, {}, &Municipality::number));
  return list;
}

}  // namespace

std::span<const Municipality> all_municipalities() {
  static const std::vector<Municipality> list = read_list();
  return list;
}

const Municipality* find_municipality(std::string_view number) {
  const auto all = all_municipalities();
  const auto found = std::ranges::lower_bound(all, number, {}, &Municipality::number);
  return found != all.end() && found->number == number ? &*found : nullptr;
}

}  // namespace knippe::views
