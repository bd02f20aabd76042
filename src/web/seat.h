#pragma once
// A browser's place in a room: a phone, known by a cookie that follows from the browser's own.

#include <string>

#include "store/phones.h"
#include "web/call.h"

namespace knippe::web {

/// This browser's phone in the call's room, or a new one with its cookie (empty when it has it). Joining again after a lost answer finds
/// the same phone.
Result<PhoneId> phone_for(const Call& call, std::string& cookie, std::uint32_t count_max = store::phones_per_room_max);
/// The phone that this browser already has in the call's room; 0: none.
PhoneId known_phone(const Call& call);

}  // namespace knippe::web
