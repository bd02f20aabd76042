#include "engine/answered.h"

#include <bit>
#include <utility>

namespace knippe::engine {
namespace {

static_assert(std::endian::native == std::endian::little, "snapshots are little-endian");

/// As in docs/formats/journal.md.
constexpr std::size_t entry_size = 16 + 8 + 4;

void write_entry(char* out, const CommandId& cause, Span span) {
  const std::uint64_t first = span.first.value;
  const auto count = static_cast<std::uint32_t>(span.last.value - span.first.value + 1);
  std::memcpy(out, cause.data(), 16);
  std::memcpy(out + 16, &first, 8);
  std::memcpy(out + 24, &count, 4);
}

std::pair<CommandId, Span> read_entry(const char* bytes) {
  CommandId cause;
  std::uint64_t first = 0;
  std::uint32_t count = 0;
  std::memcpy(cause.data(), bytes, 16);
  std::memcpy(&first, bytes + 16, 8);
  std::memcpy(&count, bytes + 24, 4);
  return {cause, Span{Seq{first}, Seq{first + count - 1}}};
}

}  // namespace

std::optional<Span> Answered::find(const CommandId& cause) const {
  const auto found = numbers_.find(cause);
  return found == numbers_.end() ? std::nullopt : std::optional(entry(found->second).span);
}

void Answered::remember(const CommandId& cause, Span span) {
  if (cause == CommandId{}) return;
  const auto [found, is_new] = numbers_.try_emplace(cause, forgotten_ + entries_.size());
  if (!is_new) {
    entry(found->second).span = span;
    return;
  }
  entries_.push_back({cause, span});
  if (entries_.size() <= max_) return;
  numbers_.erase(entries_.front().cause);
  entries_.pop_front();
  ++forgotten_;
}

void Answered::remember_record(const CommandId& cause, Seq seq) {
  const auto found = numbers_.find(cause);
  if (found != numbers_.end() && entry(found->second).span.last.value + 1 == seq.value) {
    entry(found->second).span.last = seq;
  } else {
    remember(cause, {seq, seq});
  }
}

std::string Answered::encode() const {
  std::string out(entries_.size() * entry_size, '\0');
  std::size_t used = 0;
  for (const auto& [cause, span] : entries_) {
    if (span.last < span.first) continue;
    write_entry(out.data() + used, cause, span);
    used += entry_size;
  }
  out.resize(used);
  return out;
}

Result<Answered> Answered::decode(std::string_view bytes, std::size_t max) {
  if (bytes.size() % entry_size != 0) return fail(ErrorKind::internal, "desk.bad_snapshot");
  Answered answered(max);
  for (; !bytes.empty(); bytes.remove_prefix(entry_size)) {
    const auto [cause, span] = read_entry(bytes.data());
    answered.remember(cause, span);
  }
  return answered;
}

}  // namespace knippe::engine
