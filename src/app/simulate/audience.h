#pragma once
// The screens of a hall's phones: each follows its room's stream, falls asleep, comes back with Last-Event-ID, and must in the
// end show what a phone that has just come shows.

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/random.h"
#include "http/client.h"

namespace knippe::app {

class Audience {
 public:
  struct Totals {
    std::uint64_t pictures = 0, slept = 0, resumed = 0, cut_by_server = 0;
    unsigned herds = 0;
    std::uint64_t herd_ms_max = 0;  ///< the slowest phone of the slowest herd, until it had its picture
  };

  Audience(std::string url, std::string stream_path, std::uint64_t seed);
  ~Audience();

  /// A phone with this browser's cookies begins to follow.
  void add(std::map<std::string, std::string> cookies);
  /// Begins to read, and to let phones sleep at random.
  void start();
  /// All lose the network, `meanwhile` happens, all come back at the same moment.
  template <class F>
  void herd(F meanwhile) {
    const std::lock_guard lock(mutex_);
    drop_all();
    meanwhile();
    return_all();
  }
  /// Wakes everybody, and gives the numbers of the phones whose screen is not the present state when patience ends.
  std::vector<unsigned> behind(std::chrono::milliseconds patience);
  /// The phone hears and sees nothing more: what the check must find.
  void deafen(unsigned phone);
  std::size_t size() const { return screens_.size(); }
  Totals totals();

 private:
  struct Screen;
  void follow();
  void read(Screen& screen);
  void fall_asleep(Screen& screen);
  bool wake(Screen& screen);
  void drop_all();
  void return_all();
  std::string fresh_picture(Screen& screen) const;

  std::string url_, path_;
  SeededRandom random_;
  std::vector<std::unique_ptr<Screen>> screens_;
  Totals totals_;
  std::mutex mutex_;  ///< held by whoever moves the screens
  std::jthread follower_;
};

}  // namespace knippe::app
