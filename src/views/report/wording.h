#pragma once
// Small words the report and the projector share: whose language a text is in, and how groups and keys are called.

#include <span>
#include <string>
#include <string_view>

#include "domain/workshop/workshop.h"
#include "views/html.h"
#include "views/lang.h"

namespace knippe::views::report {

/// lang="da" on a text that is not in the page's language; nothing otherwise. An empty language is the workshop's own.
Attribute spoken(const Words& w, const domain::Workshop& workshop, std::string_view language = {});
/// A person's text, with a place to break after each "/".
void breakable(Writer& h, std::string_view text);
/// "Gruppe 7", or "Gruppe 7 · Helse og omsorg".
std::string group_label(const Words& w, const domain::Group& group);
/// "Nøkkel 4", or "Ny nøkkel B" for an accepted supplement.
std::string key_label(const Words& w, const domain::Key& key);
/// "A", "A og B", "A, B og C".
std::string joined(const Words& w, std::span<const std::string> parts);
/// What stands before part `index` of `count` in such a list: nothing, ", " or " og ".
std::string separator(const Words& w, std::size_t index, std::size_t count);
/// An address as people type it: without "http://", "https://" and a trailing slash.
std::string_view bare_address(std::string_view url);

}  // namespace knippe::views::report
