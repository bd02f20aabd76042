#pragma once
// Whose words an event of a case holds: the one table that erasure, retention and "my data" go by. A new event with words of people
// gets a line in texts.cpp; texts_test.cpp fails until every event with a text is there, or is named as the owner's own set-up.

#include <optional>
#include <string_view>
#include <vector>

#include "domain/involvement/events.h"

namespace knippe::domain::involvement {

using HeldText = Held<TextRef>;

/// nullopt: the event holds no words of people that can be erased one by one.
std::optional<HeldText> text_of(const Event& event);
/// The names of people among its words: who owns a measure, who makes a statement, who has a role.
std::vector<std::string> names_in(const HeldText& held);
/// What goes with it: of a contribution its photo and the reason it was removed with, which may repeat its words; of a measure all that is said of it.
std::vector<TextRef> with_what_repeats(const Involvement& involvement, const TextRef& text);
/// The case has such a text, erased or not.
bool is_known(const Involvement& involvement, const TextRef& text);
/// Names of people, as opposed to what somebody wrote.
bool is_name(const TextRef& text);
/// Time takes what residents wrote and what names people. What the municipality answered, decided and learned stands until somebody
/// erases it.
bool goes_in_time(const TextRef& text);
inline std::optional<TextRef> parse_text_ref(std::string_view text) { return parse_numbered_text<TextRef>(text); }

}  // namespace knippe::domain::involvement
