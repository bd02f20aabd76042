#pragma once
// A person with a name and a password: whoever works with workshops and cases. Participants have none.

#include <string>
#include <string_view>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "store/organisation.h"

namespace knippe::store {

/// What an account may in its organisation. An answerer or moderator of single cases has it from case_roles.h.
struct Roles {
  bool administrator = false;
  bool facilitator = false;
  bool owner = false;       ///< makes cases, and runs those that are theirs
  bool answerer = false;    ///< answers contributions, in every case
  bool moderator = false;   ///< reads contributions and removes what breaks the rules, in every case
  bool politician = false;  ///< reads every case, and makes statements under their name
  bool operator==(const Roles&) const = default;
};
/// Whether `after` lacks something that `before` has.
bool is_demotion(const Roles& before, const Roles& after);

struct Account {
  AccountId id;
  OrganisationId organisation;
  std::string name;
  std::string email;  ///< as typed; unique without regard to case
  Roles roles;
  bool disabled = false;
  Instant created;
  bool operator==(const Account&) const = default;
};

inline constexpr std::size_t name_length_max = 100;
inline constexpr std::size_t email_length_max = 254;

/// The address trimmed and normalised, or bad_input `account.email_malformed`.
Result<std::string> clean_email(std::string_view typed);
/// What two spellings of one address share (case folded).
std::string email_key(std::string_view clean);

}  // namespace knippe::store
