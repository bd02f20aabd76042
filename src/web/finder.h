#pragma once
// Keeps the search index beside the rooms: after each change, and at start from where it was (by record number), on a thread of its own, so
// that nobody who writes waits for it. What is erased is taken out on the thread that erases, before anybody is told that it is gone.

#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <stop_token>
#include <thread>

#include "base/id.h"
#include "likeness/stems.h"
#include "store/search_index.h"
#include "web/site.h"

namespace knippe::web {

class Finder {
 public:
  explicit Finder(std::unique_ptr<store::SearchIndex> index) : index_(std::move(index)) {}
  ~Finder() { end(); }

  /// Catches up, then follows; the site must live until end().
  void begin(const Site& site);
  void end();
  /// Never waits.
  void changed(RoomId room);
  /// The index holds this room as it is now, and no word of anything that is gone.
  Status purge(const Site& site, RoomId room);
  /// Whether nothing waits to be taken in.
  bool is_idle() const;

  Result<store::SearchIndex::Hits> find(const store::SearchWords& words, bool open_only) { return index_->find(words, open_only); }

 private:
  void run(const std::stop_token& stop, const Site& site);
  Status catch_up(const std::stop_token& stop, const Site& site);
  Status take(const Site& site, RoomId room);
  Status take_program();

  const std::unique_ptr<store::SearchIndex> index_;
  std::mutex taking_;  ///< one at a time, so that an older reading never comes after a newer
  likeness::Stemmer stemmer_;
  mutable std::mutex mutex_;
  std::condition_variable_any woken_;
  std::set<RoomId> changed_;
  bool busy_ = false;
  std::jthread thread_;
};

}  // namespace knippe::web
