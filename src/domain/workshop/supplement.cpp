// Suppler: a group writes the keys it misses; the facilitator accepts them or returns them with a word of reason.

#include <algorithm>

#include "base/text.h"
#include "domain/limits.h"
#include "domain/workshop/decisions.h"
#include "domain/workshop/permit.h"
#include "domain/workshop/supplements.h"

namespace knippe::domain {
namespace {

Result<const Supplement*> own_supplement(const Workshop& workshop, SupplementId id, const Context& context) {
  const Supplement* supplement = workshop.find_supplement(id);
  if (!supplement) return fail(ErrorKind::not_found, "supplement.unknown");
  TRY(contributing_group(workshop, supplement->group, Stage::supplement, context));
  if (supplement->status == SupplementStatus::withdrawn) return refuse("supplement.withdrawn");
  TRY_STATUS(require_apart(workshop, *supplement));
  return supplement;
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
  if (command.look_first) return refuse("supplement.alike");
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
  if (supplement->status == SupplementStatus::merged) return refuse("supplement.merged");

  std::string text = TRY(optional_line(command.text, limits::key_text));
  if (text.empty()) text = supplement->text;
  if (text.empty()) return refuse("supplement.erased");
  std::string short_name = TRY(optional_line(command.short_name, limits::short_name));
  if (short_name.empty()) short_name = derived_short_name(text);

  const Key* old = workshop.find_key(supplement->key);
  const KeyId key = old ? old->id : next_key(workshop);
  const std::string label = old ? old->label : next_letter(workshop);
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
  TRY_STATUS(require_apart(workshop, *supplement));
  if (is_ranked(workshop, supplement->key)) return refuse("supplement.ranked");
  auto reason = required_line(command.reason, limits::reason);
  if (!reason) return reason.error().message_key == "text.empty" ? bad_input("supplement.reason_missing")
                                                                 : std::unexpected(reason.error());
  return Events{SupplementReturned{command.supplement}, SupplementAnswered{command.supplement, *std::move(reason)}};
}

}  // namespace knippe::domain
