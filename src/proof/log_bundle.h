#pragma once
// A room's public log as JSON lines, "knippe-log-1" (docs/formats/log-bundle.md): which bodies an outsider may see, and how a record is
// written and read.

#include <string>
#include <string_view>

#include "journal/record.h"

namespace knippe::proof {

/// Whose log it is. Some kinds of record exist in both kinds of room and are not the same there.
enum class Of { workshop, involvement };

/// Why bodies of this kind are not given: "names", "texts", "drafts", "person", "desk"; empty when they are. An unknown kind is "desk".
std::string_view withheld_because(std::string_view kind, Of of = Of::workshop);
/// Whether somebody has thought about this kind of a case's record.
bool is_decided_for_cases(std::string_view kind);

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
/// Adds the record's line; a body of a withheld kind is left out. Of what somebody's phone did in a case only the leaf is given: the
/// envelope's "phone:12" would tell which contributions and supports are one person's. Of an opened ballot box with fewer than `ballots_from` the ballots are withheld too.
void write_record(std::string& out, const journal::Event& event, Of of = Of::workshop, int ballots_from = 5);

}  // namespace knippe::proof
