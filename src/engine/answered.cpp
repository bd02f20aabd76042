#include "engine/answered.h"

#include <algorithm>

namespace knippe::engine {
namespace {

constexpr std::size_t entry_size = 16 + 8 + 4;

void put(std::string& out, std::uint64_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(number >> (8 * i)));
}

std::uint64_t get(std::string_view bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = bytes.size(); i > 0; --i) number = number << 8 | static_cast<unsigned char>(bytes[i - 1]);
  return number;
}

}  // namespace

std::optional<Span> Answered::find(const CommandId& cause) const {
  const auto found = spans_.find(cause);
  return found == spans_.end() ? std::nullopt : std::optional(found->second);
}

void Answered::remember(const CommandId& cause, Span span) {
  if (cause == CommandId{}) return;
  if (spans_.insert_or_assign(cause, span).second) order_.push_back(cause);
  if (order_.size() <= max_) return;
  spans_.erase(order_.front());
  order_.pop_front();
}

void Answered::remember_record(const CommandId& cause, Seq seq) {
  const auto found = spans_.find(cause);
  if (found != spans_.end() && found->second.last.value + 1 == seq.value) {
    found->second.last = seq;
  } else {
    remember(cause, {seq, seq});
  }
}

std::string Answered::encode() const {
  std::string out;
  out.reserve(order_.size() * entry_size);
  for (const CommandId& cause : order_) {
    const Span span = spans_.at(cause);
    if (span.last < span.first) continue;
    out.append(as_text(cause));
    put(out, span.first.value, 8);
    put(out, span.last.value - span.first.value + 1, 4);
  }
  return out;
}

Result<Answered> Answered::decode(std::string_view bytes, std::size_t max) {
  if (bytes.size() % entry_size != 0) return fail(ErrorKind::internal, "desk.bad_snapshot");
  Answered answered(max);
  for (; !bytes.empty(); bytes.remove_prefix(entry_size)) {
    CommandId cause;
    std::memcpy(cause.data(), bytes.data(), cause.size());
    const std::uint64_t first = get(bytes.substr(16, 8));
    const std::uint64_t count = get(bytes.substr(24, 4));
    answered.remember(cause, {Seq{first}, Seq{first + count - 1}});
  }
  return answered;
}

}  // namespace knippe::engine
