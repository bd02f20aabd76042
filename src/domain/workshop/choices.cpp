#include "domain/workshop/choices.h"

#include <algorithm>

namespace knippe::domain {
namespace {

Status require_choosable(const Workshop& workshop, KeyId id) {
  const Key* key = workshop.find_key(id);
  if (!key) return fail(ErrorKind::not_found, "key.unknown");
  if (key->retired) return refuse("key.retired");
  return {};
}

}  // namespace

Result<Choices> chosen(const Workshop& workshop, Choices choices, KeyId key) {
  TRY_STATUS(require_choosable(workshop, key));
  if (std::ranges::find(choices, key) != choices.end()) return choices;
  if (choices.size() >= static_cast<std::size_t>(workshop.settings.places))
    return refuse("ranking.full", std::to_string(workshop.settings.places));
  choices.push_back(key);
  return choices;
}

Choices dropped(Choices choices, KeyId key) {
  std::erase(choices, key);
  return choices;
}

Result<Choices> moved(Choices choices, KeyId key, int place) {
  const auto at = std::ranges::find(choices, key);
  if (at == choices.end()) return refuse("ranking.key_not_chosen");
  const int to = std::clamp(place, 1, static_cast<int>(choices.size())) - 1;
  choices.erase(at);
  choices.insert(choices.begin() + to, key);
  return choices;
}

Status check_choices(const Workshop& workshop, const Choices& choices) {
  const auto places = static_cast<std::size_t>(workshop.settings.places);
  if (choices.size() != places) return refuse("ranking.incomplete", std::to_string(places));
  for (std::size_t i = 0; i < choices.size(); ++i) {
    TRY_STATUS(require_choosable(workshop, choices[i]));
    if (std::find(choices.begin(), choices.begin() + static_cast<std::ptrdiff_t>(i), choices[i]) !=
        choices.begin() + static_cast<std::ptrdiff_t>(i))
      return refuse("ranking.key_twice");
  }
  return {};
}

}  // namespace knippe::domain
