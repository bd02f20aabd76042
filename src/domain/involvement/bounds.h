#pragma once
// Every bound of an involvement process in one place. Texts are measured in code points.

#include <cstddef>
#include <cstdint>

namespace knippe::domain::involvement::bounds {

inline constexpr std::size_t title = 120;
inline constexpr std::size_t summary = 600;
inline constexpr std::size_t why = 800;
inline constexpr std::size_t item = 200;
inline constexpr std::size_t youth = 240;
inline constexpr std::size_t reason = 600;
inline constexpr std::size_t source = 200;
inline constexpr std::size_t line = 160;
inline constexpr std::size_t contribution = 2'000;
inline constexpr std::size_t argument = 200;
inline constexpr std::size_t place = 120;
inline constexpr std::size_t group_name = 80;
inline constexpr std::size_t theme = 80;
inline constexpr std::size_t answer = 2'000;
inline constexpr std::size_t statement = 2'000;

inline constexpr std::size_t decision = 600;
inline constexpr std::size_t measure = 280;
inline constexpr std::size_t milestone = 160;
inline constexpr std::size_t evaluation = 1'500;
inline constexpr std::size_t learned = 1'000;

inline constexpr std::size_t items = 40;
inline constexpr std::size_t decisions = 100;
inline constexpr std::size_t measures = 200;
inline constexpr std::size_t milestones_per_measure = 20;
inline constexpr std::size_t workshops = 50;
inline constexpr std::size_t themes = 60;
inline constexpr std::size_t statements = 500;
inline constexpr std::size_t phases = 20;
/// With the withdrawn ones.
inline constexpr std::size_t phases_ever = 200;
inline constexpr std::size_t contributions = 100'000;
inline constexpr std::uint32_t phones = 1'000'000;
inline constexpr int people = 10'000;
/// What one phone may send: in all, and within a window.
inline constexpr int per_phone = 30;
inline constexpr int per_window = 5;
inline constexpr std::int64_t window_ms = 10 * 60 * 1000;
/// Contributions that one press of a button may move.
inline constexpr std::size_t at_once = 500;
/// Six weeks: the least time of a formal hearing (plan- og bygningsloven §§ 11-14 and 12-10).
inline constexpr int hearing_days = 42;

}  // namespace knippe::domain::involvement::bounds
