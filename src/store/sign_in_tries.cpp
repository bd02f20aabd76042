#include "store/sign_in_tries.h"

#include <algorithm>
#include <ranges>

#include "store/wrong_tries.h"

namespace knippe::store {
namespace {

constexpr std::size_t remembered_max = 10'000;

}  // namespace

void SignInTries::forget_old(Instant now) {
  while (!recent_.empty() && (recent_.front().at.plus_ms(wrong_passwords_ms) <= now || recent_.size() >= remembered_max)) recent_.pop_front();
}

bool SignInTries::begin(std::string_view account, std::string_view address) {
  const Try fresh{clock_.now(), sha256(account), sha256(address_key(address))};
  const std::scoped_lock lock(mutex_);
  forget_old(fresh.at);
  std::size_t from_here = 0, at_account = 0;
  bool again_from_here = false;
  for (const Try& past : recent_) {
    from_here += past.address == fresh.address;
    at_account += past.account == fresh.account;
    again_from_here |= past.address == fresh.address && past.account == fresh.account && past.at.plus_ms(one_more_password_ms) > fresh.at;
  }
  if (from_here >= wrong_passwords_per_address) return false;
  if (at_account >= wrong_passwords_per_account && again_from_here) return false;
  recent_.push_back(fresh);
  return true;
}

void SignInTries::forgive(std::string_view account, std::string_view address) {
  const Digest who = sha256(account), where = sha256(address_key(address));
  const std::scoped_lock lock(mutex_);
  const auto last = std::ranges::find_if(recent_ | std::views::reverse,
                                         [&](const Try& past) { return past.account == who && past.address == where; });
  if (last != recent_.rend()) recent_.erase(std::next(last).base());
}

}  // namespace knippe::store
