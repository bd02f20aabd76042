#pragma once
// The erasure register: which records were erased, and when. Positions and commitments only, which say nothing of what stood there, so
// that it may travel. It goes into every backup and is applied again when an older one is restored (docs/formats/erasures.md): only to
// the record with the same commitment, since a restored room may have gone on otherwise. What is begun is remembered until finished.

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

namespace knippe::store {

class Connection;
class Database;

/// Stands for the accounts, which lie in no room.
inline constexpr RoomId accounts_room{0};

struct Erasure {
  RoomId room;
  Seq seq;            ///< 0: the whole room was deleted; of accounts_room: the account's number
  Digest commitment{};///< of the record, or of the account (mark_of_account())
  Instant time;
  bool operator==(const Erasure&) const = default;
};

/// Tells an account from another with the same number, which a restored installation may have made. Nothing personal.
Digest mark_of_account(AccountId id, Instant created);

class Erasures {
 public:
  Erasures(Database& database, std::filesystem::path folder) : database_(database), folder_(std::move(folder)) {}

  /// The room's log says that texts are gone; their records may not be erased yet. A start finishes what is not ended.
  Status begin(RoomId room);
  Status end(RoomId room);
  Result<std::vector<RoomId>> unfinished();
  /// Of the accounts only.
  Result<std::vector<Erasure>> of_accounts();
  /// Enters records; an entry that is there keeps its time.
  Status enter(std::span<const Erasure> erasures);
  Result<std::vector<Erasure>> all();
  /// Takes the bodies out of the copies of the database that upgrades left in the data folder.
  Status erase_in_old_copies(std::span<const Erasure> erasures);

 private:
  Database& database_;
  const std::filesystem::path folder_;
};

/// As JSON, and back (`erasures.malformed`).
std::string write_register(std::span<const Erasure> erasures);
Result<std::vector<Erasure>> read_register(std::string_view json);
/// The register of a database at rest, of any version; empty where there is none yet.
Result<std::vector<Erasure>> register_in(Connection& connection);
/// The same of a file that write_register() made, or of a data folder or backup.
Result<std::vector<Erasure>> register_at(const std::filesystem::path& path);
/// Makes the register's tables in a database of an older version, so that what is entered there stays when it is migrated.
Status make_register(const std::filesystem::path& database);
/// Erases in a database that nobody has open: bodies and salts, snapshots of the rooms, rows of pictures; enters the register. Gives
/// the digests of the picture files nobody needs any more.
Result<std::vector<std::string>> apply_register(const std::filesystem::path& database, std::span<const Erasure> erasures);

}  // namespace knippe::store
