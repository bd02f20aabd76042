#pragma once
// Pages of phones in which nobody's own choices stand: what all at one table see who read one language. Kept by the room's newest record until
// it has a newer one, with openings for the form token and the time; forgetting costs time only.

#include <compare>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/id.h"
#include "http/response.h"
#include "views/lang.h"

namespace knippe::web {

class KeptPages {
 public:
  /// Whose page it is.
  struct Table {
    RoomId room;
    GroupNumber group;
    views::Lang lang;
    auto operator<=>(const Table&) const = default;
  };
  /// What it shows. The room's clock runs out without a record.
  struct State {
    Seq seq;
    bool time_is_up = false;
    bool operator==(const State&) const = default;
  };

  /// The page with this reader's own `values`, of fixed lengths. It is kept when it is asked for the second time: most are not.
  http::Response page(const Table& table, const State& state, std::vector<std::string> values, const std::function<std::string()>& render);
  void forget(RoomId room);

 private:
  struct Kept {
    State state;
    std::shared_ptr<const http::Stencil> page;  ///< nullptr: asked for once
  };
  static constexpr std::size_t tables_max = 1'000, bytes_max = 4u << 20;
  /// What is known of the page; when that is nothing, that it was asked for is known from now on.
  std::pair<bool, std::shared_ptr<const http::Stencil>> look_up(const Table& table, const State& state);
  void keep(const Table& table, const State& state, std::shared_ptr<const http::Stencil> page);
  void drop(Kept& kept);

  std::mutex mutex_;
  std::map<Table, Kept> tables_;
  std::size_t bytes_ = 0;
};

}  // namespace knippe::web
