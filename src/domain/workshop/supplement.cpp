// Suppler: a group writes the keys it misses; the facilitator accepts them or returns them with a word of reason.

#include <algorithm>

#include "base/text.h"
#include "domain/limits.h"
#include "domain/workshop/decisions.h"
#include "domain/workshop/permit.h"

namespace knippe::domain {
namespace {

Result<const Supplement*> own_supplement(const Workshop& workshop, SupplementId id, const Context& context) {
  const Supplement* supplement = workshop.find_supplement(id);
  if (!supplement) return fail(ErrorKind::not_found, "supplement.unknown");
  TRY(contributing_group(workshop, supplement->group, Stage::supplement, context));
  if (supplement->status == SupplementStatus::withdrawn) return refuse("supplement.withdrawn");
  return supplement;
}

/// A key that a group has on its sheet cannot disappear under it.
bool is_ranked(const Workshop& workshop, KeyId key) {
  const auto names = [&](const std::vector<KeyId>& choices) { return std::ranges::find(choices, key) != choices.end(); };
  return key && std::ranges::any_of(workshop.groups, [&](const Group& group) {
    return std::ranges::any_of(group.sheets, [&](const Sheet& sheet) { return names(sheet.draft) || names(sheet.handed_in); });
  });
}

/// The beginning of the text, whole words, at most limits::short_name code points.
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

std::size_t accepted_so_far(const Workshop& workshop) {
  return static_cast<std::size_t>(std::ranges::count_if(workshop.keys, [](const Key& key) { return bool(key.origin); }));
}

}  // namespace

Result<Events> decide(const Workshop& workshop, const ProposeSupplement& command, const Context& context) {
  TRY(contributing_group(workshop, command.group, Stage::supplement, context));
  const auto standing = std::ranges::count_if(workshop.supplements, [&](const Supplement& supplement) {
    return supplement.group == command.group && supplement.status != SupplementStatus::withdrawn;
  });
  if (static_cast<std::size_t>(standing) >= limits::per_group_and_kind)
    return refuse("supplement.too_many", std::to_string(limits::per_group_and_kind));
  std::string text = TRY(required_line(command.text, limits::supplement_text));
  const SupplementId id{static_cast<std::uint32_t>(workshop.supplements.size() + 1)};
  return Events{SupplementProposed{id, command.group}, SupplementWorded{id, std::move(text)}};
}

Result<Events> decide(const Workshop& workshop, const EditSupplement& command, const Context& context) {
  const Supplement* supplement = TRY(own_supplement(workshop, command.supplement, context));
  std::string text = TRY(required_line(command.text, limits::supplement_text));
  if (text == supplement->text && supplement->status != SupplementStatus::returned) return Events{};
  if (is_ranked(workshop, supplement->key)) return refuse("supplement.ranked");
  Events events{SupplementWorded{command.supplement, std::move(text)}};
  if (supplement->status != SupplementStatus::waiting) events.emplace_back(SupplementResubmitted{command.supplement});
  return events;
}

Result<Events> decide(const Workshop& workshop, const WithdrawSupplement& command, const Context& context) {
  const Supplement* supplement = workshop.find_supplement(command.supplement);
  if (supplement && supplement->status == SupplementStatus::withdrawn) {
    TRY(contributing_group(workshop, supplement->group, Stage::supplement, context));
    return Events{};
  }
  supplement = TRY(own_supplement(workshop, command.supplement, context));
  if (is_ranked(workshop, supplement->key)) return refuse("supplement.ranked");
  return Events{SupplementWithdrawn{command.supplement}};
}

Result<Events> decide(const Workshop& workshop, const AcceptSupplement& command, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  TRY_STATUS(require_open(workshop));
  const Supplement* supplement = workshop.find_supplement(command.supplement);
  if (!supplement) return fail(ErrorKind::not_found, "supplement.unknown");
  if (supplement->status == SupplementStatus::withdrawn) return refuse("supplement.withdrawn");

  std::string text = TRY(optional_line(command.text, limits::key_text));
  if (text.empty()) text = supplement->text;
  if (text.empty()) return refuse("supplement.erased");
  std::string short_name = TRY(optional_line(command.short_name, limits::short_name));
  if (short_name.empty()) short_name = derived_short_name(text);

  const Key* old = workshop.find_key(supplement->key);
  const KeyId key = old ? old->id : KeyId{static_cast<std::uint32_t>(workshop.keys.size() + 1)};
  const std::string label = old ? old->label : letter_label(accepted_so_far(workshop));
  Events events;
  if (supplement->status != SupplementStatus::accepted)
    events.emplace_back(SupplementAccepted{command.supplement, key, label});
  if (!old || old->short_name != short_name || old->text != text)
    events.emplace_back(KeyWorded{key, std::move(short_name), std::move(text), workshop.settings.language});
  return events;
}

Result<Events> decide(const Workshop& workshop, const ReturnSupplement& command, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  TRY_STATUS(require_open(workshop));
  const Supplement* supplement = workshop.find_supplement(command.supplement);
  if (!supplement) return fail(ErrorKind::not_found, "supplement.unknown");
  if (supplement->status == SupplementStatus::withdrawn) return refuse("supplement.withdrawn");
  if (is_ranked(workshop, supplement->key)) return refuse("supplement.ranked");
  auto reason = required_line(command.reason, limits::reason);
  if (!reason) return reason.error().message_key == "text.empty" ? bad_input("supplement.reason_missing")
                                                                 : std::unexpected(reason.error());
  return Events{SupplementReturned{command.supplement}, SupplementAnswered{command.supplement, *std::move(reason)}};
}

}  // namespace knippe::domain
