#pragma once
// What the public is told about whoever runs the installation: its municipality, coat of arms, colour, and who answers. Read on nearly
// every page, so kept in memory. Nothing here is about a participant; the contact can be a person, and clearing the fields erases them.

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "base/result.h"
#include "store/organisation.h"

namespace knippe::store {

class Database;

struct Profile {
  std::string name;          ///< of the organisation; may be empty until somebody gives it one
  std::string municipality;  ///< its number, four digits; empty: none
  std::string colour;        ///< "#0b5a60"; empty: the product's own
  std::string arms;          ///< commitment of the picture (photos.h); empty: none
  std::string arms_alt;      ///< what it shows, in words
  std::string contact, email, phone;
  bool operator==(const Profile&) const = default;
};

inline constexpr std::size_t profile_line_max = 120;

class Profiles {
 public:
  explicit Profiles(Database& database) : database_(database) {}

  /// From memory when known. not_found `organisation.unknown`.
  Result<std::shared_ptr<const Profile>> find(OrganisationId organisation);
  /// Everything but the picture. bad_input `profile.name`, `profile.municipality`, `profile.colour`, `profile.email`, `profile.phone` or
  /// `profile.too_long`. Only the form is looked at here: what colours and numbers there are, the caller knows.
  Status save(OrganisationId organisation, const Profile& profile);
  /// The picture, with its words; both empty: none. bad_input `profile.arms_alt` for a picture without words.
  Status set_arms(OrganisationId organisation, std::string_view commitment, std::string_view alt);

 private:
  template <class Work>
  Status change(OrganisationId organisation, const Work& work);

  Database& database_;
  std::mutex mutex_;
  std::map<OrganisationId, std::shared_ptr<const Profile>> known_;
};

}  // namespace knippe::store
