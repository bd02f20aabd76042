#include "web/tickets.h"

namespace knippe::web {

std::shared_ptr<const std::atomic<bool>> Tickets::issue(const std::string& holder) {
  auto flag = std::make_shared<Flag>(false);
  const std::lock_guard lock(mutex_);
  if (++since_sweep_ >= 1024) {  // forget streams that have ended
    since_sweep_ = 0;
    for (auto& [name, flags] : issued_) std::erase_if(flags, [](const auto& weak) { return weak.expired(); });
    std::erase_if(issued_, [](const auto& entry) { return entry.second.empty(); });
  }
  issued_[holder].push_back(flag);
  return flag;
}

void Tickets::revoke(const std::string& holder) {
  const std::lock_guard lock(mutex_);
  const auto found = issued_.find(holder);
  if (found == issued_.end()) return;
  for (const auto& weak : found->second)
    if (const auto flag = weak.lock()) flag->store(true);
  issued_.erase(found);
}

void Tickets::revoke_all(const std::string& prefix) {
  const std::lock_guard lock(mutex_);
  auto holder = issued_.lower_bound(prefix);
  while (holder != issued_.end() && holder->first.starts_with(prefix)) {
    for (const auto& weak : holder->second)
      if (const auto flag = weak.lock()) flag->store(true);
    holder = issued_.erase(holder);
  }
}

}  // namespace knippe::web
