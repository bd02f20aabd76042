#include "web/finder.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <map>

#include "base/digest.h"
#include "store/store.h"
#include "views/search/passages.h"
#include "views/search/words.h"

namespace knippe::web {
namespace {

constexpr std::chrono::milliseconds pause{200};
constexpr std::chrono::seconds idle{30};

struct Reading {
  Seq seq;
  std::vector<store::SearchIndex::Text> texts;
  std::vector<views::Passage> passages;

  void add(views::Place place, bool open, views::Passage passage) {
    const Digest digest = sha256(passage.heading + '\0' + passage.text + '\0' + passage.language);
    store::SearchIndex::Text text{static_cast<std::uint32_t>(place.kind), place.number, open, 0};
    std::memcpy(&text.digest, digest.data(), sizeof text.digest);
    texts.push_back(text);
    passages.push_back(std::move(passage));
  }
};

template <class Desk>
Result<Reading> reading_of(Desk& desk, RoomId room) {
  return desk.read(room, [&](const auto& state, Seq seq) {
    Reading reading{seq, {}, {}};
    for (const views::Place place : views::places_of(state))
      reading.add(place, views::seen(state, place) == views::Seen::everyone, views::passage_of(state, room, place));
    return reading;
  });
}

store::SearchIndex::Stems stems_of(const likeness::Stemmer& stemmer, const views::Passage& passage) {
  return {views::stems_of(stemmer, passage.heading, passage.language), views::stems_of(stemmer, passage.text, passage.language)};
}

}  // namespace

void Finder::begin(const Site& site) {
  busy_ = true;
  thread_ = std::jthread([this, &site](const std::stop_token& stop) { run(stop, site); });
}

void Finder::end() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void Finder::changed(RoomId room) {
  const std::scoped_lock lock(mutex_);
  changed_.insert(room);
  woken_.notify_one();
}

bool Finder::is_idle() const {
  const std::scoped_lock lock(mutex_);
  return changed_.empty() && !busy_;
}

/// What fails (a full disk) is tried again after the next pause, and at the next start.
void Finder::run(const std::stop_token& stop, const Site& site) {
  (void)catch_up(stop, site);
  while (!stop.stop_requested()) {
    std::set<RoomId> rooms;
    {
      std::unique_lock lock(mutex_);
      busy_ = false;
      woken_.wait_for(lock, stop, idle, [this] { return !changed_.empty(); });
      rooms.swap(changed_);
      busy_ = true;
    }
    if (rooms.empty()) (void)index_->purge();
    for (const RoomId room : rooms)
      if (!take(site, room)) changed(room);
    std::unique_lock lock(mutex_);
    busy_ = false;
    woken_.wait_for(lock, stop, pause, [] { return false; });
  }
}

Status Finder::catch_up(const std::stop_token& stop, const Site& site) {
  TRY_STATUS(take_program());
  std::map<RoomId, Seq> behind;
  for (const auto& [room, seq] : TRY(index_->known())) behind.emplace(room, seq);
  behind.erase(RoomId{});
  for (const RoomId room : TRY(site.store.rooms().all_ids())) {
    if (stop.stop_requested()) return {};
    const auto head = site.desk.tree_head(room);
    const auto known = behind.find(room);
    if (!head || known == behind.end() || known->second != head->seq) (void)take(site, room);
    if (known != behind.end()) behind.erase(known);
  }
  for (const auto& [room, seq] : behind) (void)take(site, room);
  return index_->purge();
}

Status Finder::take(const Site& site, RoomId room) {
  const std::scoped_lock lock(taking_);
  const auto listed = site.store.rooms().find(room);
  if (!listed) return listed.error().kind == ErrorKind::not_found ? index_->forget(room) : Status(std::unexpected(listed.error()));
  const auto reading = listed->kind == store::involvement_kind ? reading_of(site.cases, room) : reading_of(site.desk, room);
  if (!reading) return reading.error().kind == ErrorKind::not_found ? index_->forget(room) : Status(std::unexpected(reading.error()));
  return index_->take(room, reading->seq, reading->texts, [&](std::size_t at) { return stems_of(stemmer_, reading->passages[at]); });
}

Status Finder::take_program() {
  const std::scoped_lock lock(taking_);
  Reading reading;
  for (const views::Place place : views::places_of_the_program()) {
    views::Passage both = views::passage_of_the_program(place, views::Lang::nb);
    if (place.kind == views::FoundKind::method) {
      const views::Passage other = views::passage_of_the_program(place, views::Lang::nn);
      both.text += "\n" + other.heading + "\n" + other.text;
    }
    reading.add(place, true, std::move(both));
  }
  return index_->take(RoomId{}, Seq{1}, reading.texts, [&](std::size_t at) { return stems_of(stemmer_, reading.passages[at]); });
}

Status Finder::purge(const Site& site, RoomId room) {
  TRY_STATUS(take(site, room));
  return index_->purge();
}

}  // namespace knippe::web
