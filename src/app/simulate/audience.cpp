#include "app/simulate/audience.h"

#include <algorithm>
#include <atomic>
#include <optional>

namespace knippe::app {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;
constexpr auto sweep_pause = 5ms, first_picture_patience = 10'000ms;
constexpr unsigned sleeps_one_in = 400, sleep_ms_max = 600;

/// What a picture shows, apart from its number and the moment it was made.
std::string without_numbers(std::string picture) {
  for (const std::string_view mark : {"data-seq=\"", "data-naa=\""})
    for (auto at = picture.find(mark); at != std::string::npos; at = picture.find(mark, at + mark.size())) {
      const auto begin = at + mark.size();
      picture.erase(begin, std::min(picture.find('"', begin), picture.size()) - begin);
    }
  return picture;
}

}  // namespace

struct Audience::Screen {
  explicit Screen(http::Client line) : client(std::move(line)) {}
  http::Client client;
  std::string seen, picture;
  bool open = false, deaf = false;
  std::optional<Steady::time_point> wakes;
};

Audience::Audience(std::string url, std::string stream_path, std::uint64_t seed)
    : url_(std::move(url)), path_(std::move(stream_path)), random_(seed) {}

Audience::~Audience() = default;

void Audience::add(std::map<std::string, std::string> cookies) {
  auto screen = std::make_unique<Screen>(*http::Client::for_url(url_));
  screen->client.cookies() = std::move(cookies);
  const std::lock_guard lock(mutex_);
  screens_.push_back(std::move(screen));
}

void Audience::start() {
  follower_ = std::jthread([this](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      follow();
      std::this_thread::sleep_for(sweep_pause);
    }
  });
}

void Audience::follow() {
  const std::lock_guard lock(mutex_);
  for (const auto& screen : screens_) {
    if (screen->deaf) continue;
    if (screen->wakes && Steady::now() >= *screen->wakes) screen->client.close(), screen->open = false, screen->wakes.reset();
    if (screen->wakes) continue;
    if (!screen->open) {
      totals_.resumed += !screen->seen.empty();
      if (!wake(*screen)) continue;
    }
    read(*screen);
    if (random_.below(sleeps_one_in) == 0) fall_asleep(*screen);
  }
}

void Audience::read(Screen& screen) {
  while (screen.open) {
    auto event = screen.client.next_event(0ms);
    if (!event) {
      ++totals_.cut_by_server;
      screen.client.close();
      screen.open = false;
    } else if (!*event) {
      return;
    } else {
      screen.seen = (*event)->id;
      screen.picture = std::move((*event)->data);
      ++totals_.pictures;
    }
  }
}

/// Half of those who sleep say goodbye; the others' lines stand open, unread.
void Audience::fall_asleep(Screen& screen) {
  ++totals_.slept;
  screen.wakes = Steady::now() + std::chrono::milliseconds(random_.below(sleep_ms_max));
  if (random_.below(2) == 0) return;
  screen.client.close();
  screen.open = false;
}

bool Audience::wake(Screen& screen) {
  http::Headers known;
  if (!screen.seen.empty()) known.add("Last-Event-ID", screen.seen);
  const auto reply = screen.client.open_stream(path_, known);
  screen.open = reply && reply->status == 200;
  if (!screen.open) screen.client.close();
  return screen.open;
}

void Audience::drop_all() {
  for (const auto& screen : screens_) {
    if (screen->deaf) continue;
    screen->client.close();
    screen->open = false;
    screen->wakes.reset();
  }
}

/// A thread each, so that nobody waits for another. What they show in the end is looked at later; here it must only come.
void Audience::return_all() {
  ++totals_.herds;
  std::atomic<bool> now{false};
  std::atomic<std::uint64_t> slowest{0}, resumed{0}, pictures{0};
  {
    std::vector<std::jthread> threads;
    for (const auto& screen : screens_)
      threads.emplace_back([&, one = screen.get()] {
        if (one->deaf) return;
        now.wait(false);
        const auto start = Steady::now();
        resumed += !one->seen.empty();
        if (!wake(*one)) return;
        if (auto event = one->client.next_event(first_picture_patience); event && *event) {
          one->seen = (*event)->id;
          one->picture = std::move((*event)->data);
          ++pictures;
        }
        const auto took = static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - start).count());
        for (auto seen = slowest.load(); seen < took && !slowest.compare_exchange_weak(seen, took);) {}
      });
    now = true;
    now.notify_all();
  }
  totals_.resumed += resumed;
  totals_.pictures += pictures;
  totals_.herd_ms_max = std::max(totals_.herd_ms_max, slowest.load());
}

std::string Audience::fresh_picture(Screen& screen) const {
  auto client = *http::Client::for_url(url_);
  client.cookies() = screen.client.cookies();
  const auto reply = client.open_stream(path_);
  if (!reply || reply->status != 200) return {};
  auto event = client.next_event(first_picture_patience);
  return event && *event ? without_numbers(std::move((*event)->data)) : std::string();
}

std::vector<unsigned> Audience::behind(std::chrono::milliseconds patience) {
  const auto until = Steady::now() + patience;
  std::vector<unsigned> waiting;
  for (unsigned phone = 0; phone < screens_.size(); ++phone) waiting.push_back(phone);
  while (!waiting.empty()) {
    {
      const std::lock_guard lock(mutex_);
      std::erase_if(waiting, [this](unsigned phone) {
        Screen& screen = *screens_[phone];
        return !screen.picture.empty() && without_numbers(screen.picture) == fresh_picture(screen);
      });
    }
    if (Steady::now() > until) break;
    std::this_thread::sleep_for(50ms);
  }
  return waiting;
}

Audience::Totals Audience::totals() {
  const std::lock_guard lock(mutex_);
  return totals_;
}

void Audience::deafen(unsigned phone) {
  const std::lock_guard lock(mutex_);
  screens_.at(phone)->deaf = true;
}

}  // namespace knippe::app
