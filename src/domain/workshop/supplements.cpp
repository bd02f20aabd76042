#include "domain/workshop/supplements.h"

#include <algorithm>

#include "base/text.h"
#include "domain/limits.h"

namespace knippe::domain {

bool is_ranked(const Workshop& workshop, KeyId key) {
  const auto names = [&](const std::vector<KeyId>& choices) { return std::ranges::find(choices, key) != choices.end(); };
  const bool by_group = std::ranges::any_of(workshop.groups, [&](const Group& group) {
    return std::ranges::any_of(group.sheets, [&](const Sheet& sheet) { return names(sheet.draft) || names(sheet.handed_in); });
  });
  const bool alone = std::ranges::any_of(workshop.alone, [&](const AloneRound& round) { return std::ranges::any_of(round.ballots, names); });
  return key && (by_group || alone);
}

Status require_apart(const Workshop& workshop, const Supplement& supplement) {
  if (supplement.status == SupplementStatus::merged || !workshop.merged_into(supplement.id).empty()) return refuse("supplement.merged");
  return {};
}

std::string derived_short_name(const std::string& text) {
  if (length(text) <= limits::short_name) return text;
  std::string name;
  for (const std::string_view word : split(text, ' ')) {
    const std::size_t with_word = length(name) + (name.empty() ? 0 : 1) + length(word) + 1;
    if (with_word > limits::short_name) break;
    if (!name.empty()) name += ' ';
    name += word;
  }
  if (name.empty()) {  // one very long word: cut between code points
    for (std::size_t i = 0, count = 0; i < text.size(); ++i) {
      if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 && ++count == limits::short_name) break;
      name += text[i];
    }
  }
  return name + "…";
}

std::string next_letter(const Workshop& workshop) {
  const auto letters = std::ranges::count_if(workshop.keys, [](const Key& key) { return bool(key.origin); });
  return letter_label(static_cast<std::size_t>(letters));
}

KeyId next_key(const Workshop& workshop) { return KeyId{static_cast<std::uint32_t>(workshop.keys.size() + 1)}; }

}  // namespace knippe::domain
