#pragma once
// Every bound of a room in one place. Texts are measured in code points.

#include <cstddef>

namespace knippe::domain::limits {

inline constexpr std::size_t supplement_text = 200;
inline constexpr std::size_t measure_text = 280;
inline constexpr std::size_t note_text = 500;
inline constexpr std::size_t short_name = 40;
inline constexpr std::size_t key_text = 600;
inline constexpr std::size_t group_name = 40;
inline constexpr std::size_t member_name = 60;
inline constexpr std::size_t phone_name = 24;
inline constexpr std::size_t owner_name = 60;
inline constexpr std::size_t title = 120;
inline constexpr std::size_t question = 240;
inline constexpr std::size_t place = 120;
inline constexpr std::size_t reason = 200;
inline constexpr std::size_t theme_name = 40;
inline constexpr std::size_t speaker_name = 120;
inline constexpr std::size_t affiliation = 80;
inline constexpr std::size_t speaker_notes = 2000;

inline constexpr std::size_t groups = 500;
inline constexpr std::size_t phones = 20'000;
inline constexpr std::size_t keys = 60;
inline constexpr std::size_t themes = 40;
inline constexpr std::size_t speakers = 60;
inline constexpr std::size_t members = 40;
inline constexpr std::size_t people_in_group = 200;
/// Supplements, measures, and notes of each kind that one group may have standing.
inline constexpr std::size_t per_group_and_kind = 20;
inline constexpr std::size_t photos_per_group = 6;
inline constexpr std::size_t photo_alt = 240;
inline constexpr std::size_t follow_up_text = 1000;
inline constexpr std::size_t follow_ups_per_measure = 100;
inline constexpr int minutes = 480;
inline constexpr int places = 10;

}  // namespace knippe::domain::limits
