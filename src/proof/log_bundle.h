#pragma once
// A room's public log as JSON lines, "knippe-log-1" (docs/formats/log-bundle.md): which bodies an outsider may see, and how a record is
// written and read.

#include <string>
#include <string_view>

#include "journal/record.h"

namespace knippe::proof {

/// Why bodies of this kind are not given: "names", "texts", "drafts", "desk"; empty when they are. An unknown kind is "desk".
std::string_view withheld_because(std::string_view kind);

struct BundleHead {
  std::string origin;
  RoomId room;
  std::uint64_t size = 0;
  std::string program;  ///< version
};
std::string write_bundle_head(const BundleHead& head);
/// {"NAME":"text"} on a line: a head, the result.
std::string write_text_line(std::string_view name, std::string_view text);
/// {"keys":…}; `keys` as write_keys() gives them.
std::string write_keys_line(std::string_view keys);
/// Adds the record's line; a body of a withheld kind is left out.
void write_record(std::string& out, const journal::Event& event);

}  // namespace knippe::proof
