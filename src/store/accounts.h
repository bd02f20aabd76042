#pragma once
// Accounts and the one-time links that make or mend them. A link's token (192 random bits) is stored only as SHA-256,
// shown once to whoever makes it, and gone when redeemed. What makes an account unusable also ends its sessions.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "store/account.h"
#include "store/cache.h"
#include "store/passwords.h"
#include "store/sessions.h"
#include "store/sign_in_tries.h"

namespace knippe::store {

class Database;

enum class LinkKind { set_up, password_reset, invitation, sign_in };
using LinkId = Id<struct LinkTag, std::uint64_t>;

/// What a one-time link grants. `email` is empty for set_up; `roles` is what an invitation gives.
struct Link {
  LinkId id;
  LinkKind kind = LinkKind::set_up;
  OrganisationId organisation;
  std::string email;
  Roles roles;
  Instant expires;
  bool operator==(const Link&) const = default;
};

inline constexpr std::int64_t set_up_lifetime_ms = 7LL * 24 * 3'600'000;
inline constexpr std::int64_t reset_lifetime_ms = 24LL * 3'600'000;
inline constexpr std::int64_t sign_in_lifetime_ms = 12LL * 3'600'000;
inline constexpr std::int64_t invitation_lifetime_ms = 14LL * 24 * 3'600'000;

class Accounts {
 public:
  Accounts(Database& database, const Clock& clock, Random& random, Sessions& sessions, PasswordCost cost = {});

  /// The account of this e-mail and password, or forbidden `account.wrong_email_or_password` (also when disabled), or too_many
  /// `account.too_many_tries` without looking (sign_in_tries.h).
  Result<Account> sign_in(std::string_view email, std::string_view password, std::string_view address);
  /// Forbidden `account.wrong_password`; otherwise as check_password(). Ends the account's sessions.
  Status change_password(AccountId id, std::string_view present, std::string_view fresh);

  /// From memory when known. not_found `account.unknown`.
  Result<Account> find(AccountId id);
  Result<Account> find_by_email(std::string_view email);
  /// By name.
  Result<std::vector<Account>> list(OrganisationId organisation);
  Status rename(AccountId id, std::string_view name);
  /// Refuses to leave the installation without an administrator (`account.last_administrator`). Taking a role ends the account's sessions.
  Status set_roles(AccountId id, Roles roles);
  /// The same; ends the account's sessions.
  Status set_disabled(AccountId id, bool disabled);

  /// What was known of it is read anew: it was changed elsewhere (Store::erase_account).
  void forget(AccountId id) { known_.forget(id); }

  Result<bool> has_administrator();
  /// A fresh set-up token in place of the former; refused `setup.done` once there is an administrator.
  Result<std::string> make_set_up_link();
  /// not_found `account.unknown` for an e-mail without an account.
  Result<std::string> make_reset_link(std::string_view email);
  /// Signs the account in without its password, once: for the demonstration. not_found `account.unknown`.
  Result<std::string> make_sign_in_link(std::string_view email);
  /// An invitation in place of an earlier one to this e-mail; refused `account.email_taken` if it has an account.
  Result<std::string> invite(OrganisationId organisation, std::string_view email, Roles roles);
  /// Not yet redeemed or expired, newest first.
  Result<std::vector<Link>> invitations(OrganisationId organisation);
  Status withdraw_invitation(LinkId id);
  /// Links of any kind to this address, not yet redeemed or expired.
  Result<std::vector<Link>> links_to(std::string_view email);

  /// What the link grants, without redeeming it; not_found `link.unknown` when wrong, used or expired.
  Result<Link> look_at(std::string_view token);
  /// Each redeems its own kind of link and gives the account to sign in. The link stays when the input is refused.
  Result<Account> redeem_set_up(std::string_view token, std::string_view name, std::string_view email,
                                std::string_view password);
  Result<Account> redeem_invitation(std::string_view token, std::string_view name, std::string_view password);
  Result<Account> redeem_reset(std::string_view token, std::string_view password);
  Result<Account> redeem_sign_in(std::string_view token);

 private:
  Result<std::string> make_link(const Link& grant);
  Result<std::string> make_link_for(std::string_view email, LinkKind kind, std::int64_t lifetime_ms);
  Result<Link> look_at(std::string_view token, LinkKind kind);
  Result<Account> open_account(std::string_view token, const Link& link, std::string_view name,
                               std::string_view password);
  Result<std::string> password_hash_of(AccountId id);
  Status set_password(AccountId id, std::string_view checked, const std::optional<LinkId>& by_link);
  /// Carries out a change of an account, then forgets what was known of it.
  template <class Work>
  Status change(AccountId id, const Work& work);

  Database& database_;
  const Clock& clock_;
  Random& random_;
  Sessions& sessions_;
  Passwords passwords_;
  SignInTries tries_{clock_};
  Cache<AccountId, Account> known_{10'000};
};

}  // namespace knippe::store
