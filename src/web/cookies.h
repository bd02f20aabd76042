#pragma once
// Our cookies, all strictly necessary: a browser's random id, its language, a seat per room, an account's session.

#include <string>
#include <string_view>

#include "base/encoding.h"
#include "base/id.h"

namespace knippe::web::cookies {

inline constexpr std::string_view browser = "besok";
inline constexpr std::string_view language = "spraak";
inline constexpr std::string_view session = "okt";
inline std::string seat(RoomId room) { return "plass_" + to_base32(room.value); }

/// The link of a measure's owner, kept after its button was pressed.
inline std::string owner(RoomId room, MeasureId measure) { return "tiltak_" + to_base32(room.value) + "_" + std::to_string(measure.value); }

inline constexpr std::int64_t browser_age_s = 180LL * 24 * 3600;
inline constexpr std::int64_t owner_age_s = 60LL * 24 * 3600;
inline constexpr std::int64_t seat_age_s = 60LL * 24 * 3600;

}  // namespace knippe::web::cookies
