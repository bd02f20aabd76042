#pragma once
// Keys across the published workshops, as page and as files: read and counted anew only when one of the workshops, the list of them, or who runs
// the installation has changed. What has not changed is not read from the journal again.

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/id.h"
#include "http/stencil.h"
#include "views/archive/across.h"
#include "views/profile/sender.h"

namespace knippe::web {

struct Site;

class Across {
 public:
  using Write = std::function<std::string(std::span<const views::AcrossSource>)>;
  /// What `write` makes of the workshops as they are now, kept under `name`.
  std::shared_ptr<const http::Stencil> text(const Site& site, const std::string& name, const Write& write);

 private:
  struct Counted {
    RoomId room;
    Seq seq;
    std::optional<views::AcrossSource> source;
  };
  void look_again(const Site& site);
  Counted count(const Site& site, RoomId room, std::vector<Counted>& before) const;

  std::mutex mutex_;
  std::vector<Counted> counted_;  ///< newest first
  std::optional<views::Sender> sender_;
  std::map<std::string, std::shared_ptr<const http::Stencil>> texts_;
};

}  // namespace knippe::web
