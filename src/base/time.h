#pragma once
// Time comes in as a value. Only `app` makes a SystemClock; everyone else is handed a Clock.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace knippe {

/// Milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
  std::int64_t ms = 0;
  constexpr auto operator<=>(const Instant&) const = default;
  constexpr Instant plus_ms(std::int64_t delta_ms) const { return {ms + delta_ms}; }
};

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Instant now() const override;
};

/// Stands still until told otherwise (tests, simulation).
class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant start = {1'700'000'000'000}) : now_(start) {}
  Instant now() const override { return now_; }
  void advance_ms(std::int64_t delta_ms) { now_.ms += delta_ms; }

 private:
  Instant now_;
};

/// "2026-11-24T14:46:16Z" (RFC 3339, UTC, whole seconds).
std::string to_rfc3339(Instant instant);
/// The inverse; exactly that form.
std::optional<Instant> parse_rfc3339(std::string_view text);
/// Today's date as "YYYY-MM-DD" in the named time zone is views' business (ICU); this one is UTC.
std::string utc_date(Instant instant);
/// True for an existing calendar date written "YYYY-MM-DD".
bool is_iso_date(std::string_view text);

}  // namespace knippe
