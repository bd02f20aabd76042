#pragma once
// The questions that many decisions ask first.

#include "base/result.h"
#include "domain/actor.h"
#include "domain/involvement/events.h"

namespace knippe::domain::involvement {

/// `actor.not_facilitator` for a phone.
Status require_owner(const Context& context);
/// `involvement.not_open`, `involvement.closed`.
Status require_open(const Involvement& involvement);
/// Whoever runs it, and it is not over: `involvement.closed`.
Status require_changeable(const Involvement& involvement, const Context& context);
/// Whoever runs it, once it has opened; after closing too: `involvement.not_open`.
Status require_begun(const Involvement& involvement, const Context& context);
/// Nothing when nothing changes; in a draft the events alone; after opening with the change and its reason before them. A change may
/// not open a gap in what is public (promise.cpp).
Result<Events> changed(const Involvement& involvement, Part part, const std::string& change, Events events, const Context& context);
/// clean_paragraphs or clean_line, 0..max code points; may be empty.
Result<std::string> any_paragraphs(const std::string& text, std::size_t max);
Result<std::string> any_line(const std::string& text, std::size_t max);
/// "YYYY-MM-DD" or empty: `involvement.bad_date` (detail: what was typed).
Status require_date(const std::string& date);

}  // namespace knippe::domain::involvement
