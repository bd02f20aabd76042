#pragma once
// Whose words an event holds: the one table that erasure, retention and "my data" go by. A new event with words of people gets a
// line in texts.cpp; texts_test.cpp fails until every event with a text is there, or is named as holding none.

#include <boost/describe.hpp>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/workshop/events.h"

namespace knippe::domain {

using HeldText = Held<TextRef>;
/// nullopt: the event holds no words of people that can be erased one by one.
std::optional<HeldText> text_of(const Event& event);
/// What goes with it: of a supplement the key's wording and the reason it was returned with, since both repeat or answer its words;
/// of a merged one also the joint key's wording, where its words stand in it; of a speaker the presenter's notes.
std::vector<TextRef> with_what_repeats(const Workshop& workshop, const TextRef& text);
/// The workshop has such a text, erased or not.
bool is_known(const Workshop& workshop, const TextRef& text);
/// A name of somebody, as opposed to what somebody wrote.
bool is_name(const TextRef& text);
/// Retention may take it. The name of a speaker was announced to all and stays until somebody erases it (decision 13).
bool goes_in_time(const TextRef& text);
/// The group it belongs to; 0 for a phone's name and a speaker's words.
GroupNumber group_of(const Workshop& workshop, const TextRef& text);
/// What an erased key is called, in the workshop's language: a key is shown in many places, and none may show nothing.
std::string_view erased_mark(std::string_view language);
inline std::optional<TextRef> parse_text_ref(std::string_view text) { return parse_numbered_text<TextRef>(text); }

}  // namespace knippe::domain
