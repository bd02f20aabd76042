#pragma once
// /admin/virksomhet: what the public is told about the organisation.

#include <string>

#include "views/profile/sender.h"
#include "views/view.h"

namespace knippe::views {

struct ProfileLook {
  std::string name, municipality, colour;  ///< as stored: number, "#0b5a60"
  std::string arms, arms_alt;
  std::string contact, email, phone;
};

/// The refusal of a colour names the contrast that is too low; it must be `fault_of` that refused it.
inline constexpr const char* colour_refused = "profile.contrast";

/// Kept forms: "lagre" (fields "navn", "kommune", "farge", "kontakt", "epost", "telefon") and "last-opp" ("alt").
std::string profile_page(const View& view, const ProfileLook& profile, const Kept& kept = {});

}  // namespace knippe::views
