#pragma once
// Pictures of posters: content-addressed files in DIR/files (ab/<SHA-256>.jpg), and per room which of them belong together. The log
// holds only `commitment`, SHA-256 of a salt that stands here and the picture: when the row and the files are gone, nothing in the
// log says what the picture was.

#include <filesystem>
#include <shared_mutex>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/random.h"
#include "base/result.h"
#include "base/time.h"

namespace knippe::store {

class Database;

enum class PhotoSize { display, thumbnail };

class Photos {
 public:
  Photos(Database& database, std::filesystem::path folder, Random& random);

  /// Writes both files, then remembers them; gives the commitment (64 hex digits).
  Result<std::string> keep(RoomId room, std::string_view display, std::string_view thumbnail);
  /// The file's bytes; not_found `photo.unknown`.
  Result<std::string> read(RoomId room, std::string_view commitment, PhotoSize size);
  /// Forgets the picture and removes its files, unless another picture has the same content. Forgetting what is not there is no error.
  Status drop(RoomId room, std::string_view commitment);
  Status drop_all(RoomId room);
  /// Removes files that no picture names and that have lain there for a day: of an upload that was cut off between file and row, or
  /// halves of files. What is being kept now is younger. Gives how many.
  Result<std::size_t> sweep(Instant now);

 private:
  std::filesystem::path path_of(std::string_view digest) const;
  Status write(std::string_view digest, std::string_view content) const;
  Status remove_unused(const std::string& digest);
  Result<bool> is_used(const std::string& digest);

  Database& database_;
  const std::filesystem::path folder_;
  Random& random_;
  std::shared_mutex keeping_;  ///< shared from a file to its row; alone where a file is looked at and removed
};

}  // namespace knippe::store
