#pragma once
// What every reader of ballots promises for any bytes: a whole election within the bounds, or a refusal that says where.

#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/text.h"
#include "tally/read/election.h"

namespace knippe::tally {

inline int try_reader(std::string_view bytes, Format format) {
  const auto election = read(bytes, format);
  if (!election) {
    CHECK(election.error().kind == ErrorKind::bad_input && election.error().message_key.starts_with("tally."));
    const std::string& detail = election.error().detail;
    CHECK(detail.size() >= 3 && detail[0] >= '1' && detail[0] <= '9' && detail.contains(':'));
    return 0;
  }
  CHECK(!election->names.empty() && election->names.size() <= options_max);
  CHECK(election->ballots.option_count() == election->names.size());
  CHECK(election->ballots.total() <= weight_max && election->ballots.size() <= bytes.size());
  for (const std::string& name : election->names) CHECK(!name.empty() && is_valid_utf8(name) && is_valid_utf8(election->title));
  return 0;
}

}  // namespace knippe::tally
