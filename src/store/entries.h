#pragma once
// Ways into a room: the six-digit code for typing (unique among open rooms, dies at close), a 128-bit token per group
// for its QR and sheet, the projector's read-only one, and one for the owner of a measure. They hang on walls and are handed out, so they
// are kept readable to be shown again.

#include <map>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/digest.h"
#include "base/id.h"
#include "base/random.h"
#include "base/result.h"
#include "base/time.h"
#include "store/cache.h"
#include "store/wrong_tries.h"

namespace knippe::store {

class Database;

enum class EntryKind { group, projector, measure };

struct Entry {
  EntryKind kind = EntryKind::group;
  RoomId room;
  GroupNumber group;  ///< 0 for the projector; a measure's link keeps its number here
  MeasureId measure() const { return MeasureId{kind == EntryKind::measure ? group.value : 0}; }
  bool operator==(const Entry&) const = default;
};

/// `over_limit`: no room, and too many wrong codes lately. The caller answers slowly, and the same for every such code.
struct CodeAnswer {
  std::optional<RoomId> room;
  bool over_limit = false;
};

inline constexpr std::size_t wrong_codes_per_address_a_minute = 20;
inline constexpr std::size_t wrong_codes_per_server_a_minute = 300;

class Entries {
 public:
  Entries(Database& database, const Clock& clock, Random& random);
  /// Reads the open rooms' codes; once, before the first use.
  Status load_codes();

  /// A fresh random code ("042917") in place of the former. too_many `code.none_free` when half of all are taken.
  Result<std::string> make_code(RoomId room);
  std::optional<std::string> code(RoomId room) const;
  /// Closes the door: the code is free for others.
  Status drop_code(RoomId room);
  /// Spaces and hyphens in `typed` do not count. A right code is never refused; only wrong ones are counted, per
  /// `address`.
  CodeAnswer try_code(std::string_view typed, std::string_view address);

  /// The groups' tokens in the order asked for; made in one go where missing.
  Result<std::vector<std::string>> group_tokens(RoomId room, std::span<const GroupNumber> groups);
  Result<std::string> group_token(RoomId room, GroupNumber group);
  Result<std::string> replace_group_token(RoomId room, GroupNumber group);
  /// Made at first need.
  Result<std::string> projector_token(RoomId room);
  Result<std::string> replace_projector_token(RoomId room);
  /// The links of measures' owners (owner_links.cpp): none is made before someone asks for it.
  Result<std::map<MeasureId, std::string>> measure_tokens(RoomId room);
  Result<std::string> make_measure_token(RoomId room, MeasureId measure);
  /// The link ends; the next one made is another.
  Status drop_measure_token(RoomId room, MeasureId measure);
  /// Where a token leads, from memory when known; not_found `entry.unknown` when wrong or replaced.
  Result<Entry> find(std::string_view token);
  /// Every way into the room ends.
  Status drop_all(RoomId room);

 private:
  Result<std::vector<std::string>> tokens(std::span<const Entry> entries);
  Result<std::string> replace(const Entry& entry);
  void remember_code(RoomId room, std::string_view code);

  Database& database_;
  Random& random_;
  WrongTries wrong_;
  Cache<Digest, Entry> known_{50'000};
  std::mutex changing_code_;
  mutable std::shared_mutex codes_mutex_;
  std::unordered_map<Digest, RoomId, KeyHash> room_by_code_;
  std::unordered_map<RoomId, std::string> code_by_room_;
};

}  // namespace knippe::store
