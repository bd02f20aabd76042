#pragma once
// Which commands a room has answered already, so that a command repeated after a lost answer gets the first answer
// again.

#include <cstdint>
#include <cstring>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/id.h"
#include "base/result.h"
#include "journal/record.h"

namespace knippe::engine {

using journal::CommandId;

/// The records a command led to: first..last, or none (last directly before first) when nothing needed to change.
struct Span {
  Seq first;
  Seq last;
  bool operator==(const Span&) const = default;
};

class Answered {
 public:
  explicit Answered(std::size_t max = 100'000) : max_(max) {}

  std::optional<Span> find(const CommandId& cause) const;
  /// Remembers the answer; forgets the oldest beyond the bound. The all-zero id is not remembered.
  void remember(const CommandId& cause, Span span);
  /// The same, from one record read back: records in a row with the same cause are one answer.
  void remember_record(const CommandId& cause, Seq seq);
  /// Answers with records, oldest first, 28 bytes each. Those without are kept in memory only.
  std::string encode() const;
  static Result<Answered> decode(std::string_view bytes, std::size_t max = 100'000);

 private:
  struct Entry {
    CommandId cause;
    Span span;
  };
  struct Hash {
    std::size_t operator()(const CommandId& id) const noexcept {
      std::size_t value;
      std::memcpy(&value, id.data(), sizeof value);
      return value;
    }
  };
  Entry& entry(std::uint64_t number) { return entries_[number - forgotten_]; }
  const Entry& entry(std::uint64_t number) const { return entries_[number - forgotten_]; }

  std::size_t max_;
  std::uint64_t forgotten_ = 0;
  std::deque<Entry> entries_;                                   // oldest first; numbered from 0 since the beginning
  std::unordered_map<CommandId, std::uint64_t, Hash> numbers_;  // of the entries
};

}  // namespace knippe::engine
