#pragma once
// One browser of the simulation: sends forms, and repeats them under the same command id until it knows the answer.

#include <atomic>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "app/simulate/weather.h"
#include "http/client.h"

namespace knippe::app {

/// Totals over all visitors.
struct Tally {
  std::atomic<std::uint64_t> submitted{}, acknowledged{}, refused{}, retried{}, cut{}, sent_again{};
  std::atomic<std::uint64_t> other_answers{};  ///< a request that was sent again got another kind of answer
};

enum class Fate {
  acknowledged,  ///< the server said it is done
  refused,       ///< the server said no
  unknown        ///< no answer within the patience; it may or may not be done
};

class Visitor {
 public:
  /// `right` gives the Authorization header of a tool, asked anew after a 403 (the local key changes when a server restarts).
  Visitor(std::string url, Tally& tally, std::uint64_t number, std::function<std::string()> right = {});

  /// From now on its requests break, and some are sent again though they were answered.
  void stand_in(Weather weather) { weather_ = weather; }
  const std::map<std::string, std::string>& cookies() { return client_.cookies(); }

  Fate post(const std::string& path, http::Form form);
  /// The same with a JPEG as field `bilde`, as a form for pictures sends it.
  Fate post_picture(const std::string& path, http::Form form, std::string_view jpeg);
  /// The body of a page; tried until it answers 200 or patience ends.
  Result<std::string> get(const std::string& path);
  /// POST of JSON, once answered.
  Result<std::string> post_json(const std::string& path, const std::string& body);

 private:
  Result<http::Reply> send(const std::function<Result<http::Reply>()>& once);
  Fate submit(const std::function<Result<http::Reply>()>& once);
  std::string next_command();
  http::Headers headers() const;

  http::Client client_;
  Tally& tally_;
  std::uint64_t number_;
  std::uint64_t commands_ = 0;
  std::function<std::string()> right_;
  std::optional<Weather> weather_;
};

}  // namespace knippe::app
