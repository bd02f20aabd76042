#pragma once
// A JSON value as people read it: two spaces of indent, lists of plain values on one line, members in the order given.

#include <boost/json/value.hpp>
#include <cstddef>
#include <string>

namespace knippe::views::report {

std::string indented(const boost::json::value& value);
/// As it stands `depth` levels within another; no line feed after it.
std::string indented_within(const boost::json::value& value, std::size_t depth);

}  // namespace knippe::views::report
