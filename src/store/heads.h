#pragma once
// Signed heads that were kept, and which record a receipt's code names. Both can be made again from the log and the key.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

namespace knippe::store {

class Database;

struct SignedHead {
  RoomId room;
  std::uint64_t size = 0;
  Instant time;
  std::string note;
  bool operator==(const SignedHead&) const = default;
};

struct ReceiptPlace {
  std::string code;
  RoomId room;
  Seq seq;
  bool operator==(const ReceiptPlace&) const = default;
};

class Heads {
 public:
  explicit Heads(Database& database) : database_(database) {}

  /// Keeps a head and the receipts of the records it is the first to hold, in one transaction. A head of the same size is replaced.
  Status keep(const SignedHead& head, const std::vector<ReceiptPlace>& receipts);
  /// Another note of the same head, with more signatures; refused `head.changed` when somebody else changed it meanwhile.
  Status sign_again(const SignedHead& before, std::string_view note);
  Result<std::optional<SignedHead>> newest(RoomId room);
  /// Oldest first.
  Result<std::vector<SignedHead>> of_room(RoomId room);
  /// The newest head of every room, by room.
  Result<std::vector<SignedHead>> newest_of_all();
  /// Where the record of a receipt stands; not_found `receipt.unknown`.
  Result<ReceiptPlace> find(std::string_view code);

 private:
  Database& database_;
};

}  // namespace knippe::store
