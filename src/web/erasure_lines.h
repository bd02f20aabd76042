#pragma once
// Texts between the log, the pages and the forms.

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/encoding.h"
#include "base/text.h"
#include "http/fields.h"
#include "http/response.h"
#include "views/erasure/erasure.h"
#include "web/erasure.h"

namespace knippe::web {

template <class Ref>
std::vector<views::TextLineOf<Ref>> lines_of(const std::vector<WrittenText<Ref>>& written) {
  std::vector<views::TextLineOf<Ref>> lines;
  for (const auto& each : written) lines.push_back({each.text, each.words, each.actors, each.names, each.time, each.wordings});
  return lines;
}
/// The values of `hva`, each one text or several with a space between; bad_input `erasure.nothing_picked`, `text.unknown`.
template <class Ref = domain::TextRef>
Result<std::vector<Ref>> picked_texts(const http::Fields& form) {
  std::vector<Ref> picked;
  for (const std::string_view value : form.all("hva"))
    for (const std::string_view each : split(value, ' ')) {
      const auto text = domain::parse_numbered_text<Ref>(each);
      if (!text) return bad_input("text.unknown");
      picked.push_back(*text);
    }
  if (picked.empty()) return bad_input("erasure.nothing_picked");
  return picked;
}
/// What an address asks for with what repeats it: the texts of `hva`, or everything that `telefon` wrote, or that names `navn`.
/// bad_input `erasure.nothing_picked`, `text.unknown`.
template <class Kind>
Result<std::vector<WrittenText<typename Kind::Ref>>> chosen_in(const Site& site, RoomId room, const http::Fields& query) {
  const auto all = TRY(written_in<Kind>(site, room));
  const auto phone = parse_number(query["telefon"]);
  const std::string_view name = query["navn"];
  std::vector<typename Kind::Ref> wanted;
  if (!phone && name.empty()) wanted = TRY(picked_texts<typename Kind::Ref>(query));
  for (const auto& each : all) {
    const bool by_phone = phone && *phone <= UINT32_MAX && each.is_by(PhoneId{static_cast<std::uint32_t>(*phone)});
    if (by_phone || std::ranges::find(each.names, name) != each.names.end()) wanted.push_back(each.text);
  }
  std::vector<typename Kind::Ref> whole;
  TRY_STATUS(Kind::desk(site).read(room, [&](const typename Kind::State& state, Seq) {
    for (const auto& text : wanted) std::ranges::copy(with_what_repeats(state, text), std::back_inserter(whole));
  }));
  std::vector<WrittenText<typename Kind::Ref>> chosen;
  std::ranges::copy_if(all, std::back_inserter(chosen), [&](const auto& each) { return std::ranges::find(whole, each.text) != whole.end(); });
  if (chosen.empty()) return bad_input("erasure.nothing_picked");
  return chosen;
}

/// own_data.cpp. Somebody's own data to take along; no cache keeps it.
http::Response personal_file(std::string json, RoomId room);

}  // namespace knippe::web
