#pragma once
// From the desk's "this room changed" to fragments on screens: at most four broadcasts a second and room (one above 5,000
// listeners), each rendered once per (view, group, language) and only when somebody listens and it differs from what was sent.

#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>

#include "http/stream.h"
#include "web/site.h"

namespace knippe::web {

struct Call;

/// Who watches what; the name of a stream's topic.
struct Topic {
  enum class View { phone, desk, projector, presenter } view = View::phone;
  RoomId room;
  GroupNumber group;  ///< of a phone
  views::Lang lang = views::Lang::nb;

  std::string name() const;
  static std::optional<Topic> parse(std::string_view name);
  /// Begins the name of every topic of a room.
  static std::string prefix(RoomId room);
};

/// The whole present state of a topic as one event on the wire, or nothing when the room is gone.
http::Shared render(const Site& site, const Topic& topic);
/// The same, unless the client says with Last-Event-ID that it has seen the room's head.
http::StreamSpec stream_of(const Call& call, const Topic& topic, const std::string& holder);

class Live {
 public:
  explicit Live(const Site& site);
  ~Live();

  /// The room has a new head. From the desk's writer thread; never waits.
  void changed(RoomId room);
  void stop();

 private:
  using Steady = std::chrono::steady_clock;
  void work();
  void broadcast(RoomId room);
  Steady::duration pause_for(RoomId room) const;

  const Site& site_;
  std::mutex mutex_;
  std::condition_variable woken_;
  std::map<RoomId, Steady::time_point> due_;
  std::unordered_map<RoomId, Steady::time_point> last_;
  using Pictures = std::unordered_map<std::string, std::size_t>;
  /// By room and topic: hash of what it was sent last, without its numbers. Only of topics that somebody listened to at the last
  /// broadcast: who comes later begins with another picture.
  std::unordered_map<RoomId, Pictures> sent_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace knippe::web
