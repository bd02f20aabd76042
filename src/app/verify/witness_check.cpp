#include "app/verify/witness_check.h"

namespace knippe::app {

std::optional<Finding> WitnessCheck::look_at(std::string_view note, const proof::Checkpoint& head) {
  const std::string size = std::to_string(head.size);
  for (std::size_t i = 0; i < witnesses_.size(); ++i) {
    const auto opened = proof::open_note(note, {&witnesses_[i], 1});
    if (!opened && opened.error().message_key == "note.unknown_key") continue;
    if (!opened) return Finding{Verdict::broken, "witnesses", "verify.witness_broken", {witnesses_[i].name, size}, "head " + size};
    ++seen_[i].heads;
    if (head.size >= seen_[i].size) seen_[i].size = head.size, seen_[i].at = opened->times.front();
  }
  return std::nullopt;
}

std::vector<Finding> WitnessCheck::sum_up() const {
  std::vector<Finding> found;
  for (std::size_t i = 0; i < witnesses_.size(); ++i) {
    const Seen& seen = seen_[i];
    if (seen.heads == 0) found.push_back({Verdict::unchecked, "witnesses", "verify.witness_silent", {witnesses_[i].name}});
    else found.push_back({Verdict::holds, "witnesses", "verify.witness_holds", {witnesses_[i].name, std::to_string(seen.heads), std::to_string(seen.size), to_rfc3339(seen.at)}});
  }
  return found;
}

}  // namespace knippe::app
