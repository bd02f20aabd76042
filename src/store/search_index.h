#pragma once
// The index that search asks: which texts hold which stems. A projection in a file of its own (DIR/search.db) that may be thrown away; it
// holds stems and places, no text, no address and no right: whoever asks looks up what was found where it lives, and there it is decided
// whether it may be shown.
//
// Words of a text that is gone are gone from the file when take() or purge() returns, its write-ahead log included. FTS5 keeps deleted
// words until its segments are merged, so a merge follows every loss (docs/decisions/0017-search.md).

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"

namespace knippe::store {

class Connection;

/// A text by its place: which room (0: of the program itself), what kind of thing (1..31), which of them (below 2^24).
struct Indexed {
  RoomId room;
  std::uint32_t kind = 0;
  std::uint32_t number = 0;
  bool open = false;  ///< the public could see it when it was indexed; closed ones are not looked through for the public at all
  bool operator==(const Indexed&) const = default;
};

/// A stem to be found; with `compounds` also in longer words that begin or end with it. Letters and digits only.
struct SearchTerm {
  std::string stem;
  bool compounds = false;
};
/// All of these, each as any of its terms.
using SearchWords = std::vector<std::vector<SearchTerm>>;

class SearchIndex {
 public:
  /// A text as it is now; `digest` changes whenever its words do.
  struct Text {
    std::uint32_t kind = 0;
    std::uint32_t number = 0;
    bool open = false;
    std::int64_t digest = 0;
  };
  /// Stems with spaces between.
  struct Stems {
    std::string heading;
    std::string rest;
  };
  struct Hits {
    std::vector<Indexed> hits;
    bool more = false;  ///< than are given
  };

  /// Opens or makes the file; one of another version, or damaged, is made anew.
  static Result<std::unique_ptr<SearchIndex>> open(const std::filesystem::path& file);
  ~SearchIndex();

  /// Rooms it knows, and the record each was read to.
  Result<std::vector<std::pair<RoomId, Seq>>> known();
  /// Makes the room's share these texts, read at this record: what is new or changed is asked for by its index in `texts`.
  Status take(RoomId room, Seq seq, std::span<const Text> texts, const std::function<Stems(std::size_t)>& stems);
  /// Takes the room and its words out.
  Status forget(RoomId room);
  /// Merges away the words that changed texts left behind, if there are any.
  Status purge();

  /// At most hits_max, the best first; when very many are found, the newest room's last ones first. No words: nothing.
  Result<Hits> find(const SearchWords& words, bool open_only);

  static constexpr std::size_t hits_max = 20'000;

 private:
  explicit SearchIndex(std::filesystem::path file);
  Status connect();
  Status make();
  Status put(RoomId room, Seq seq, std::span<const Text> texts, const std::function<Stems(std::size_t)>& stems, bool& lost);
  Result<std::int64_t> number_of(RoomId room, bool make);
  Status merge();
  template <class Work>
  Status transaction(const Work& work);
  Result<std::vector<std::int64_t>> rows(const char* sql, const std::string& expression, std::int64_t from);

  const std::filesystem::path file_;
  std::mutex writing_;
  std::unique_ptr<Connection> writer_;
  std::atomic<bool> left_behind_{true};  ///< changed texts' words may be in the file
  std::mutex reading_;
  std::unique_ptr<Connection> reader_;
};

}  // namespace knippe::store
