#include "proof/logbook.h"

#include <boost/json.hpp>

#include "proof/receipt.h"

namespace knippe::proof {
namespace {

namespace json = boost::json;

bool is_marked(std::string_view kind) {
  return gets_receipt(kind) || is_opening(kind) || kind == "WorkshopClosed" || kind == "InvolvementClosed" || kind == "ReportPublished";
}

json::object read_body(const std::optional<std::string>& body) {
  json::error_code error;
  json::value value = body ? json::parse(*body, error) : json::value();
  return !error && value.is_object() ? std::move(value.get_object()) : json::object();
}

std::uint32_t number_in(const json::object& body, std::string_view name) {
  const json::value* found = body.if_contains(name);
  json::error_code error;
  const auto number = found ? found->to_number<std::uint32_t>(error) : 0;
  return error ? 0 : number;
}

Mark mark_of(const journal::Event& event) {
  Mark mark{event.seq, event.kind, event.time, event.actor};
  if (!gets_receipt(event.kind)) return mark;
  const json::object body = read_body(event.body);
  if (event.kind == "RankingHandedIn") mark.group = number_in(body, "group");
  mark.round = static_cast<int>(number_in(body, "round"));
  return mark;
}

void add(Log& log, const journal::Event& event) {
  log.tree.add(journal::leaf_hash(event));
  if (is_marked(event.kind)) log.marks.push_back(mark_of(event));
  log.opened = log.opened || is_opening(event.kind);
  if (event.seq == Seq{1}) log.rehearsal = read_body(event.body)["rehearsal"] == json::value(true);
}

}  // namespace

bool is_opening(std::string_view kind) { return kind == "WorkshopOpened" || kind == "InvolvementOpened"; }

const Mark* Log::find(std::string_view code) const {
  for (const Mark& mark : marks)
    if (gets_receipt(mark.kind) && receipt_code(leaf(mark.seq)) == code) return &mark;
  return nullptr;
}

auto Logbook::entry_of(RoomId room) -> EntryPtr {
  const std::lock_guard lock(mutex_);
  EntryPtr& entry = entries_[room];
  if (!entry) entry = std::make_shared<Entry>();
  entry->used = ++uses_;
  return entry;
}

Result<Logbook::EntryPtr> Logbook::caught_up(RoomId room) {
  const journal::Head head = TRY(journal_.head(room));
  if (!head.seq) return fail(ErrorKind::not_found, "room.not_found");  // an address that anybody can type takes no place here
  EntryPtr entry = entry_of(room);
  {
    const std::lock_guard lock(entry->mutex);
    Log& log = entry->log;
    if (log.tree.size() < head.seq.value)
      TRY_STATUS(journal_.read(room, Seq{log.tree.size()}, [&](const journal::Event& event) {
        add(log, event);
        return true;
      }));
  }
  make_room(room);
  return entry;
}

void Logbook::make_room(RoomId keep) {
  const std::lock_guard lock(mutex_);
  for (;;) {
    std::uint64_t leaves = 0;
    auto oldest = entries_.end();
    for (auto it = entries_.begin(); it != entries_.end(); ++it) {
      const std::unique_lock entry(it->second->mutex, std::try_to_lock);
      if (!entry) continue;  // in use: counted the next time
      leaves += it->second->log.tree.size();
      if (it->first != keep && (oldest == entries_.end() || it->second->used < oldest->second->used)) oldest = it;
    }
    if (leaves <= leaves_max_ || oldest == entries_.end()) return;
    entries_.erase(oldest);
  }
}

std::optional<RoomId> Logbook::find_in_memory(std::string_view code) {
  std::vector<std::pair<RoomId, EntryPtr>> all;
  {
    const std::lock_guard lock(mutex_);
    all.assign(entries_.begin(), entries_.end());
  }
  for (const auto& [room, entry] : all) {
    const std::lock_guard lock(entry->mutex);
    if (entry->log.find(code)) return room;
  }
  return std::nullopt;
}

Result<std::string> Logbook::envelope(RoomId room, Seq record) {
  std::string found;
  TRY_STATUS(journal_.read(room, Seq{record.value - 1}, [&](const journal::Event& event) {
    found = journal::envelope(event);
    return false;
  }));
  if (found.empty()) return fail(ErrorKind::not_found, "room.not_found");
  return found;
}

Result<Instant> Logbook::time_of(RoomId room, Seq record) {
  Result<Instant> found = fail(ErrorKind::not_found, "room.not_found");
  TRY_STATUS(journal_.read(room, Seq{record.value - 1}, [&](const journal::Event& event) {
    found = event.time;
    return false;
  }));
  return found;
}

Status Logbook::each_record(RoomId room, Seq last, const std::function<void(const journal::Event&)>& visit) {
  return journal_.read(room, Seq{}, [&](const journal::Event& event) {
    if (event.seq.value > last.value) return false;
    visit(event);
    return true;
  });
}

}  // namespace knippe::proof
