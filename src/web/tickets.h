#pragma once
// Rights that live streams hold and that can be withdrawn while they run: a phone's seat, a projector's link, a session.

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace knippe::web {

class Tickets {
 public:
  /// A flag that turns true when `holder` loses the right; hand it to the stream.
  std::shared_ptr<const std::atomic<bool>> issue(const std::string& holder);
  /// Ends every stream of the holder.
  void revoke(const std::string& holder);
  /// Ends every stream of every holder whose name begins so.
  void revoke_all(const std::string& prefix);

 private:
  using Flag = std::atomic<bool>;
  std::mutex mutex_;
  std::map<std::string, std::vector<std::weak_ptr<Flag>>> issued_;
  std::size_t since_sweep_ = 0;
};

}  // namespace knippe::web
