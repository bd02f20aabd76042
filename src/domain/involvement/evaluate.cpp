// When it is over: what became of each promise, what went well, what was learned, and whether the input changed anything.

#include <numeric>

#include "base/text.h"
#include "domain/involvement/bounds.h"
#include "domain/involvement/decisions.h"
#include "domain/involvement/permit.h"
#include "domain/small_numbers.h"

namespace knippe::domain::involvement {
namespace {

/// Five counts of at least so many answers in all, or none.
std::vector<int> enough(const std::vector<int>& counts) {
  const bool five = counts.size() == 5 && std::accumulate(counts.begin(), counts.end(), 0) >= shown_from_persons;
  return five ? counts : std::vector<int>{};
}

}  // namespace

Result<Events> decide(const Involvement& involvement, const SetOutcome& command, const Context& context) {
  TRY_STATUS(require_begun(involvement, context));
  const RoomItem* item = involvement.find_item(command.item);
  if (!item || item->withdrawn) return fail(ErrorKind::not_found, "involvement.no_item");
  if (command.outcome == Outcome::none) return bad_input("outcome.choose");
  std::string result = TRY(any_paragraphs(command.result, bounds::reason));
  if (result.empty()) return bad_input("outcome.result");
  Events events;
  if (item->outcome != command.outcome) events.emplace_back(ItemOutcomeSet{command.item, command.outcome});
  if (item->result != result) events.emplace_back(ItemOutcomeWorded{command.item, std::move(result)});
  return events;
}

Result<Events> decide(const Involvement& involvement, const WriteEvaluation& command, const Context& context) {
  TRY_STATUS(require_begun(involvement, context));
  if (command.influence == Influence::none) return bad_input("evaluation.influence");
  if (command.people < 0 || command.people > 10'000'000) return bad_input("evaluation.people");
  EvaluationWritten written{TRY(any_paragraphs(command.well, bounds::evaluation)), TRY(any_paragraphs(command.learned, bounds::evaluation)),
                            TRY(any_paragraphs(command.changed, bounds::evaluation)), TRY(any_paragraphs(command.sign, bounds::evaluation))};
  if (written.well.empty()) return bad_input("evaluation.well");
  if (written.learned.empty()) return bad_input("evaluation.learned");
  if (written.changed.empty()) return bad_input("evaluation.changed");
  const Evaluation& old = involvement.evaluation;
  const Expectations counted{enough(command.expectations.entry), enough(command.expectations.exit)};
  Events events;
  if (old.influence != command.influence || old.people != command.people) events.emplace_back(EvaluationCounted{command.influence, command.people});
  if (old.well != written.well || old.learned != written.learned || old.changed != written.changed || old.sign != written.sign)
    events.emplace_back(std::move(written));
  if (involvement.expectations != counted) events.emplace_back(ExpectationsCounted{counted});
  return events;
}

}  // namespace knippe::domain::involvement
