#pragma once
// For tests: every event that holds words is in the table that says whose they are, whatever the kind of room.

#include <gtest/gtest.h>

#include <boost/mp11.hpp>
#include <set>
#include <string_view>
#include <type_traits>
#include <variant>

#include "domain/json.h"

namespace knippe::domain {

/// `holds(std::type_identity<T>)`: whether a member of that type is words.
template <class E, class Holds>
bool has_text(Holds holds) {
  bool found = false;
  boost::mp11::mp_for_each<Members<E>>([&](auto member) {
    E e{};
    found = found || holds(std::type_identity<std::remove_cvref_t<decltype(e.*member.pointer)>>{});
  });
  return found;
}

template <class Event, class Rules, class Holds, class TextOf>
void expect_words_in_table(const std::set<std::string_view>& none_of_people, Holds holds, TextOf text_of) {
  boost::mp11::mp_for_each<boost::mp11::mp_iota_c<std::variant_size_v<typename Event::variant>>>([&](auto index) {
    const std::variant_alternative_t<index, typename Event::variant> event{};
    const std::string_view kind = Rules::kind(event);
    if (has_text<std::remove_const_t<decltype(event)>>(holds) && !none_of_people.contains(kind))
      EXPECT_TRUE(text_of(event)) << kind << " holds words: say in texts.cpp whose they are";
  });
}

}  // namespace knippe::domain
