#pragma once
// A JSON value as people read it: two spaces of indent, lists of plain values on one line, members in the order given.

#include <boost/json/value.hpp>
#include <string>

namespace knippe::views::report {

std::string indented(const boost::json::value& value);

}  // namespace knippe::views::report
