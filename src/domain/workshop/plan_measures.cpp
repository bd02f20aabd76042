// Tiltak: "Det første vi skal gjøre når vi kommer hjem er å …"

#include <algorithm>

#include "base/text.h"
#include "domain/limits.h"
#include "domain/workshop/decisions.h"
#include "domain/workshop/permit.h"

namespace knippe::domain {
namespace {

Result<MeasureWorded> worded(MeasureId id, const std::string& text, const std::string& owner, const std::string& date) {
  MeasureWorded worded{id, TRY(required_line(text, limits::measure_text)), TRY(optional_line(owner, limits::owner_name)), date};
  if (!date.empty() && !is_iso_date(date)) return bad_input("measure.bad_date");
  return worded;
}

Result<const Measure*> own_measure(const Workshop& workshop, MeasureId id, const Context& context) {
  const Measure* measure = workshop.find_measure(id);
  if (!measure) return fail(ErrorKind::not_found, "measure.unknown");
  TRY(contributing_group(workshop, measure->group, Stage::measures, context));
  return measure;
}

}  // namespace

Result<Events> decide(const Workshop& workshop, const PlanMeasure& command, const Context& context) {
  TRY(contributing_group(workshop, command.group, Stage::measures, context));
  const auto standing = std::ranges::count_if(workshop.measures, [&](const Measure& measure) {
    return measure.group == command.group && !measure.deleted;
  });
  if (static_cast<std::size_t>(standing) >= limits::per_group_and_kind)
    return refuse("measure.too_many", std::to_string(limits::per_group_and_kind));
  TRY_STATUS(require_key_or_none(workshop, command.key));
  const MeasureId id{static_cast<std::uint32_t>(workshop.measures.size() + 1)};
  MeasureWorded words = TRY(worded(id, command.text, command.owner, command.date));
  return Events{MeasurePlanned{id, command.group, command.key}, std::move(words)};
}

Result<Events> decide(const Workshop& workshop, const EditMeasure& command, const Context& context) {
  const Measure* measure = TRY(own_measure(workshop, command.measure, context));
  if (measure->deleted) return refuse("measure.deleted");
  TRY_STATUS(require_key_or_none(workshop, command.key));
  MeasureWorded words = TRY(worded(command.measure, command.text, command.owner, command.date));
  Events events;
  if (command.key != measure->key) events.emplace_back(MeasurePlanned{command.measure, measure->group, command.key});
  if (words.text != measure->text || words.owner != measure->owner || words.date != measure->date)
    events.emplace_back(std::move(words));
  return events;
}

Result<Events> decide(const Workshop& workshop, const DeleteMeasure& command, const Context& context) {
  const Measure* measure = TRY(own_measure(workshop, command.measure, context));
  if (measure->deleted) return Events{};
  return Events{MeasureDeleted{command.measure}};
}

}  // namespace knippe::domain
