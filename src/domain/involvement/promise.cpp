// What people are told before they give their time: why, what can be influenced, and what they get back. After opening each change
// of it is public, with a reason.

#include "base/text.h"
#include "domain/involvement/bounds.h"
#include "domain/involvement/decisions.h"
#include "domain/involvement/gate.h"
#include "domain/involvement/permit.h"

namespace knippe::domain::involvement {

Result<Events> changed(const Involvement& involvement, Part part, const std::string& change, Events events, const Context& context) {
  if (events.empty() || involvement.phase == Phase::draft) return events;
  std::string reason = TRY(any_paragraphs(change, bounds::reason));
  if (reason.empty()) return bad_input("involvement.change_reason");
  Involvement after = involvement;
  for (const Event& event : events) apply(after, event, {Seq{}, context.now});
  if (!gaps_of(after, after.information).empty()) return bad_input("involvement.gap_after_opening");
  Events all{ChangeMade{part}, ChangeReasoned{std::move(reason)}};
  for (Event& event : events) all.push_back(std::move(event));
  return all;
}

Result<Events> decide(const Involvement& involvement, const WriteWhy& command, const Context& context) {
  TRY_STATUS(require_changeable(involvement, context));
  const Why& w = command.why;
  Why why{TRY(any_paragraphs(w.problem, bounds::why)), TRY(any_paragraphs(w.goal, bounds::why)),
          TRY(any_paragraphs(w.use, bounds::why)), TRY(any_paragraphs(w.sign, bounds::why))};
  Events events;
  if (why != involvement.why) events.emplace_back(WhyWritten{std::move(why)});
  return changed(involvement, Part::why, command.change, std::move(events), context);
}

Result<Events> decide(const Involvement& involvement, const PlaceItem& command, const Context& context) {
  TRY_STATUS(require_changeable(involvement, context));
  const RoomItem& wanted = command.item;
  const RoomItem* old = involvement.find_item(wanted.id);
  if (wanted.id && (!old || old->withdrawn)) return fail(ErrorKind::not_found, "involvement.no_item");
  if (!old && involvement.items.size() >= bounds::items) return refuse("involvement.too_many_items", std::to_string(bounds::items));
  const ItemId id = old ? old->id : ItemId{static_cast<std::uint32_t>(involvement.items.size() + 1)};
  ItemWorded worded{id, TRY(required_line(wanted.text, bounds::item)), TRY(any_paragraphs(wanted.reason, bounds::reason)),
                    TRY(any_line(wanted.source, bounds::source))};
  Events events;
  if (!old || old->openness != wanted.openness) events.emplace_back(ItemPlaced{id, wanted.openness});
  if (!old || old->text != worded.text || old->reason != worded.reason || old->source != worded.source)
    events.emplace_back(std::move(worded));
  return changed(involvement, Part::room, command.change, std::move(events), context);
}

Result<Events> decide(const Involvement& involvement, const WithdrawItem& command, const Context& context) {
  TRY_STATUS(require_changeable(involvement, context));
  const RoomItem* item = involvement.find_item(command.item);
  if (!item) return fail(ErrorKind::not_found, "involvement.no_item");
  if (item->withdrawn) return Events{};
  return changed(involvement, Part::room, command.change, Events{ItemWithdrawn{command.item}}, context);
}

Result<Events> decide(const Involvement& involvement, const MakePromise& command, const Context& context) {
  TRY_STATUS(require_changeable(involvement, context));
  const Promise& p = command.promise;
  TRY_STATUS(require_date(p.decides_on));
  TRY_STATUS(require_date(p.answer_by));
  PromiseWorded worded{TRY(any_line(p.decides, bounds::line)), TRY(any_paragraphs(p.answer, bounds::reason))};
  const Promise& old = involvement.promise;
  Events events;
  if (p.level != old.level || p.decides_on != old.decides_on || p.answer_by != old.answer_by)
    events.emplace_back(PromiseMade{p.level, p.decides_on, p.answer_by});
  if (worded.decides != old.decides || worded.answer != old.answer) events.emplace_back(std::move(worded));
  return changed(involvement, Part::promise, command.change, std::move(events), context);
}

}  // namespace knippe::domain::involvement
