#include "http/stream.h"

#include "base/check.h"
#include "base/text.h"

namespace knippe::http {
namespace {

/// An SSE field ends at any line break, so none may stand in its value.
void append_field(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ");
  for (char c : value)
    if (c != '\r' && c != '\n' && c != '\0') out += c;
  out += '\n';
}

}  // namespace

void Streams::publish(std::string_view topic, Shared message) {
  CHECK(message != nullptr);
  const std::lock_guard lock(mutex_);
  const auto found = topics_.find(topic);
  if (found == topics_.end()) return;
  for (const auto& [outlet, count] : found->second) outlet->deliver(found->first, message);
}

std::size_t Streams::subscriber_count(std::string_view topic) const {
  const std::lock_guard lock(mutex_);
  const auto found = topics_.find(topic);
  std::size_t sum = 0;
  if (found != topics_.end())
    for (const auto& [outlet, count] : found->second) sum += count;
  return sum;
}

std::vector<std::string> Streams::topics(std::string_view prefix) const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> names;
  for (auto it = topics_.lower_bound(prefix); it != topics_.end() && it->first.starts_with(prefix); ++it) names.push_back(it->first);
  return names;
}

std::size_t Streams::total() const {
  const std::lock_guard lock(mutex_);
  return total_;
}

void Streams::joined(const std::string& topic, Outlet& outlet) {
  const std::lock_guard lock(mutex_);
  ++topics_[topic][&outlet];
  ++total_;
}

void Streams::left(const std::string& topic, Outlet& outlet) {
  const std::lock_guard lock(mutex_);
  const auto found = topics_.find(topic);
  CHECK(found != topics_.end() && found->second[&outlet] > 0);
  if (--found->second[&outlet] == 0) found->second.erase(&outlet);
  if (found->second.empty()) topics_.erase(found);
  --total_;
}

std::string sse_event(std::string_view data, std::string_view id, std::string_view event) {
  std::string out;
  out.reserve(data.size() + id.size() + event.size() + 32);
  if (!id.empty()) append_field(out, "id", id);
  if (!event.empty()) append_field(out, "event", event);
  for (std::string_view line : split(data, '\n')) append_field(out, "data", line);
  return out += '\n';
}

std::string sse_retry(unsigned milliseconds) { return "retry: " + std::to_string(milliseconds) + "\n\n"; }

}  // namespace knippe::http
