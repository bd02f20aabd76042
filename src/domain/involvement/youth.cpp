// The entrance for children and youth: short texts first, then the switch. What it told them changes only in public.

#include "domain/involvement/bounds.h"
#include "domain/involvement/decisions.h"
#include "domain/involvement/gate.h"
#include "domain/involvement/permit.h"

namespace knippe::domain::involvement {

Result<Events> decide(const Involvement& involvement, const WordYouth& command, const Context& context) {
  TRY_STATUS(require_changeable(involvement, context));
  Youth youth{involvement.youth.open, TRY(any_paragraphs(command.about, bounds::youth)), TRY(any_paragraphs(command.influence, bounds::youth)),
              TRY(any_paragraphs(command.after, bounds::youth))};
  if (youth == involvement.youth) return Events{};
  const bool open = youth.open, whole = gaps_of(youth).empty();
  if (open && !whole) return bad_input("youth.gaps");
  Events events{YouthWorded{std::move(youth.about), std::move(youth.influence), std::move(youth.after)}};
  return open ? changed(involvement, Part::youth, command.change, std::move(events), context) : std::move(events);
}

Result<Events> decide(const Involvement& involvement, const SetYouth& command, const Context& context) {
  TRY_STATUS(require_changeable(involvement, context));
  if (command.open && involvement.information) return refuse("involvement.information");
  if (command.open && !gaps_of(involvement.youth).empty()) return bad_input("youth.gaps");
  if (command.open == involvement.youth.open) return Events{};
  return Events{YouthSet{command.open}};
}

}  // namespace knippe::domain::involvement
