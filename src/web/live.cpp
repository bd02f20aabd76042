#include "web/live.h"

#include <algorithm>
#include <functional>

#include "base/encoding.h"
#include "base/text.h"
#include "views/desk/speakers.h"
#include "views/participant/participant.h"
#include "views/picture_hash.h"
#include "web/call.h"
#include "web/desk_view.h"
#include "web/projector_view.h"

namespace knippe::web {
namespace {

constexpr auto at_most_every = std::chrono::milliseconds(250);
constexpr auto at_most_every_when_large = std::chrono::milliseconds(1000);
constexpr std::size_t large_room = 5'000;
constexpr std::string_view view_letters = "psvi";  // phone, styring, vegg, innleder

struct Rendered {
  std::string fragments;
  Seq seq;
};

std::optional<Rendered> render_fragments(const Site& site, const Topic& topic) {
  const views::Words& words = site.catalogue[topic.lang];
  auto rendered = site.desk.read(topic.room, [&](const domain::Workshop& workshop, Seq seq) -> Result<Rendered> {
    if (workshop.deleted) return fail(ErrorKind::not_found, "workshop.deleted");
    views::View view{words, site.clock.now()};
    view.seq = seq.value;
    view.base_url = site.place.public_url;
    switch (topic.view) {
      case Topic::View::phone: return Rendered{views::participant_fragments(view, workshop, topic.room, topic.group), seq};
      case Topic::View::desk: return Rendered{desk_fragments_of(site, view, workshop, topic.room), seq};
      case Topic::View::presenter: return Rendered{views::presenter_fragments(view, workshop, topic.room), seq};
      case Topic::View::projector: return Rendered{projector_fragments_of(site, view, workshop, topic.room), seq};
    }
    return Rendered{};
  });
  if (!rendered) return std::nullopt;
  return *std::move(rendered);
}

http::Shared as_event(const Rendered& rendered) {
  return std::make_shared<const std::string>(http::sse_event(rendered.fragments, std::to_string(rendered.seq.value)));
}

}  // namespace

std::string Topic::prefix(RoomId room) { return to_base32(room.value) + ":"; }

std::string Topic::name() const {
  return prefix(room) + view_letters[static_cast<std::size_t>(view)] + ":" + std::to_string(group.value) + ":" +
         std::string(views::code(lang));
}

std::optional<Topic> Topic::parse(std::string_view name) {
  const auto parts = split(name, ':');
  if (parts.size() != 4 || parts[1].size() != 1) return std::nullopt;
  const auto room = from_base32(parts[0]);
  const auto view = view_letters.find(parts[1]);
  const auto group = parse_number(parts[2]);
  const auto lang = views::parse_lang(parts[3]);
  if (!room || view == std::string_view::npos || !group || !lang) return std::nullopt;
  return Topic{static_cast<View>(view), RoomId{*room}, GroupNumber{static_cast<std::uint32_t>(*group)}, *lang};
}

http::Shared render(const Site& site, const Topic& topic) {
  const auto rendered = render_fragments(site, topic);
  return rendered ? as_event(*rendered) : nullptr;
}

http::StreamSpec stream_of(const Call& call, const Topic& topic, const std::string& holder) {
  const Site& site = call.site;
  const auto seen = parse_number(call.request.header("Last-Event-ID"));
  const auto retry_ms = static_cast<unsigned>(1000 + site.random.below(4000));
  return {.topic = topic.name(),
          .first = [&site, topic, seen, retry_ms]() -> http::Shared {
            std::string first = http::sse_retry(retry_ms);
            const auto head = site.desk.head(topic.room);
            // Desk and projector also show what is not in the log, such as the code: always the whole.
            if (topic.view != Topic::View::phone || !(head && seen && head->value == *seen))
              if (const auto whole = render(site, topic)) first += *whole;
            return std::make_shared<const std::string>(std::move(first));
          },
          .revoked = site.tickets.issue(holder)};
}

Live::Live(const Site& site) : site_(site), thread_([this] { work(); }) {}

Live::~Live() { stop(); }

void Live::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  woken_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Live::changed(RoomId room) {
  {
    const std::lock_guard lock(mutex_);
    if (due_.contains(room)) return;
    const auto last = last_.find(room);
    const auto now = Steady::now();
    due_[room] = last == last_.end() ? now : std::max(now, last->second + pause_for(room));
  }
  woken_.notify_one();
}

Live::Steady::duration Live::pause_for(RoomId) const {
  return site_.streams.total() > large_room ? at_most_every_when_large : at_most_every;
}

void Live::work() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    if (due_.empty()) {
      woken_.wait(lock);
      continue;
    }
    const auto next = std::ranges::min_element(due_, {}, [](const auto& entry) { return entry.second; });
    if (next->second > Steady::now()) {
      woken_.wait_until(lock, next->second);
      continue;
    }
    const RoomId room = next->first;
    due_.erase(next);
    last_[room] = Steady::now();
    if (last_.size() > 10'000) last_.clear();
    lock.unlock();
    broadcast(room);
    lock.lock();
  }
}

void Live::broadcast(RoomId room) {
  Pictures& before = sent_[room];
  Pictures now;
  for (const std::string& name : site_.streams.topics(Topic::prefix(room))) {
    const auto topic = Topic::parse(name);
    if (!topic) continue;
    const auto rendered = render_fragments(site_, *topic);
    if (!rendered) continue;
    const std::size_t hash = views::picture_hash(rendered->fragments);
    const auto last = before.find(name);
    now[name] = hash;
    if (last != before.end() && last->second == hash) continue;
    site_.streams.publish(name, as_event(*rendered));
  }
  if (now.empty()) sent_.erase(room);
  else before = std::move(now);
}

}  // namespace knippe::web
