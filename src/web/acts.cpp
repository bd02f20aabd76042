#include "web/acts.h"

#include <boost/json.hpp>

#include "base/encoding.h"
#include "web/call.h"

namespace knippe::web {
namespace {

namespace json = boost::json;

constexpr std::int64_t lately_ms = 10LL * 60'000;
constexpr std::size_t waiting_max = 1'000;

std::string text_of(const json::object& object, std::string_view name) {
  const json::value* found = object.if_contains(name);
  return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

}  // namespace

std::string encode(const NotedAct& act) {
  json::object body{{"act", boost::describe::enum_to_string(act.act, "")}, {"by", act.by}};
  if (!act.on.empty()) body["on"] = act.on;
  if (!act.with.empty()) body["with"] = act.with;
  return json::serialize(body);
}

std::optional<NotedAct> decode_act(std::string_view body, Instant at) {
  json::error_code error;
  const json::value parsed = json::parse(body, error);
  const json::object* object = error ? nullptr : parsed.if_object();
  NotedAct act{.at = at, .by = {}, .on = {}, .with = {}};
  if (!object || !boost::describe::enum_from_string(text_of(*object, "act").c_str(), act.act)) return std::nullopt;
  act.by = text_of(*object, "by");
  act.on = text_of(*object, "on");
  act.with = text_of(*object, "with");
  return act;
}

std::string the_account(AccountId id) { return "account:" + std::to_string(id.value); }
std::string the_room(RoomId room) { return "room:" + to_base32(room.value); }

std::string doer_of(const Call& call) {
  if (call.account) return the_account(call.account);
  if (call.is_administrator) return "tool";
  return call.phone ? "phone" : "nobody";
}

Acts::Acts(proof::SystemNotes& notes, const Clock& clock, std::function<void(std::string_view)> complain)
    : notes_(notes), clock_(clock), complain_(std::move(complain)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

Acts::~Acts() {
  thread_.request_stop();
  thread_.join();
}

void Acts::write(const NotedAct& act) {
  if (const Status noted = notes_.note(act_kind, encode(act), act.at); !noted) complain_("an act was not noted (" + noted.error().message_key + "): " + encode(act));
}

void Acts::note(views::Act act, std::string by, std::string on, std::string with) {
  write({clock_.now(), act, std::move(by), std::move(on), std::move(with)});
}

void Acts::note_soon(views::Act act, std::string by, std::string on, std::string with) {
  const Instant now = clock_.now();
  const std::lock_guard lock(mutex_);
  if (lately_.size() > waiting_max) std::erase_if(lately_, [&](const auto& each) { return each.second.back().plus_ms(lately_ms) < now; });
  auto& before = lately_[std::to_string(static_cast<int>(act)) + by + " " + on];
  std::erase_if(before, [&](Instant at) { return at.plus_ms(lately_ms) < now; });
  if (before.size() >= bound || waiting_.size() >= waiting_max) return;
  before.push_back(now);
  waiting_.push_back({now, act, std::move(by), std::move(on), std::move(with)});
  woken_.notify_one();
}

/// Writes what waits before it ends.
void Acts::run(const std::stop_token& stop) {
  for (;;) {
    std::deque<NotedAct> waiting;
    {
      std::unique_lock lock(mutex_);
      woken_.wait(lock, stop, [this] { return !waiting_.empty(); });
      waiting.swap(waiting_);
    }
    if (waiting.empty()) return;
    for (const NotedAct& act : waiting) write(act);
  }
}

}  // namespace knippe::web
