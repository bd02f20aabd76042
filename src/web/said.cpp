#include "web/said.h"

#include <algorithm>

namespace knippe::web {
namespace {

using namespace domain;

struct Said {
  const Call& call;
  const Workshop& workshop;
  const views::Words& w = call.words;

  std::string name(KeyId id) const {
    const Key* key = workshop.find_key(id);
    return key ? key->short_name : "";
  }
  int drafted(GroupNumber group) const {
    const Sheet* sheet = workshop.sheet_of(group, workshop.round);
    return sheet ? static_cast<int>(sheet->draft.size()) : 0;
  }

  std::string operator()(const ChooseKey& c) const { return w.format("status.key_chosen", name(c.key), drafted(c.group) + 1); }
  std::string operator()(const DropKey& c) const { return w.format("status.key_dropped", name(c.key)); }
  std::string operator()(const MoveKey& c) const {
    return w.format("status.key_moved", name(c.key), std::clamp(c.place, 1, std::max(1, drafted(c.group))));
  }
  std::string operator()(const HandInRanking&) const { return std::string(w("status.ranking_handed_in")); }
  std::string operator()(const ChooseKeyAlone& c) const { return w.format("alone.said_chosen", name(c.key)); }
  std::string operator()(const DropKeyAlone& c) const { return w.format("status.key_dropped", name(c.key)); }
  std::string operator()(const MoveKeyAlone& c) const {
    return w.format("status.key_moved", name(c.key), std::clamp(c.place, 1, std::max(1, workshop.settings.places)));
  }
  std::string operator()(const HandInAlone&) const { return std::string(w("alone.handed_in")); }
  std::string operator()(const ProposeSupplement&) const { return std::string(w("status.supplement_sent")); }
  std::string operator()(const EditSupplement&) const { return std::string(w("status.saved")); }
  std::string operator()(const WithdrawSupplement&) const { return std::string(w("status.withdrawn")); }
  std::string operator()(const PlanMeasure&) const { return std::string(w("status.measure_added")); }
  std::string operator()(const EditMeasure&) const { return std::string(w("status.saved")); }
  std::string operator()(const DeleteMeasure&) const { return std::string(w("status.deleted")); }
  std::string operator()(const TakeNote&) const { return std::string(w("status.note_sent")); }
  std::string operator()(const WithdrawNote&) const { return std::string(w("status.withdrawn")); }
  std::string operator()(const AskForHelp& c) const {
    return std::string(c.wanted ? w("status.help_asked") : w("status.help_called_off"));
  }
  template <class Other>
  std::string operator()(const Other&) const { return {}; }
};

}  // namespace

std::string said_of(const Call& call, const Command& command) {
  std::string said;
  (void)call.site.desk.read(call.room, [&](const Workshop& workshop, Seq) { said = std::visit(Said{call, workshop}, command); });
  return said;
}

}  // namespace knippe::web
