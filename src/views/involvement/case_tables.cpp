// What leaves a case as tables: what its public page says, without names of those responsible for measures.

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>

#include "base/encoding.h"
#include "views/follow_up/parts.h"
#include "views/involvement/measures.h"
#include "views/involvement/naming.h"
#include "views/involvement/results.h"
#include "views/involvement/youth.h"

namespace knippe::views {

using namespace involvement;

namespace {

Cell text(std::string_view text) { return text.empty() ? Cell{} : Cell{std::string(text)}; }
Cell words(const Words& w, std::string_view text) { return std::string(text.empty() ? w("involvement.erased") : text); }
Cell count(std::size_t number) { return static_cast<std::int64_t>(number); }
Cell time(Instant instant) { return instant.ms > 0 ? Cell{to_rfc3339(instant)} : Cell{}; }
Cell yes_or_no(const Words& w, bool yes) { return std::string(w(yes ? "export.yes" : "export.no")); }

std::string_view source_word(const Words& w, Source source) {
  switch (source) {
    case Source::web: return w("caseresult.source_web");
    case Source::paper: return w("involvement.source_paper");
    case Source::spoken: return w("involvement.source_spoken");
  }
  __builtin_unreachable();
}

Cell item_text(const Involvement& i, ItemId id) {
  const RoomItem* item = i.find_item(id);
  return item ? text(item->text) : Cell{};
}

Table contributions(const Involvement& i, const Words& w, std::string_view address) {
  Table table{"contributions", "uttalelser", w("caseresult.file_contributions"),
              {{"number", w("caseresult.col_number")}, {"received", w("caseresult.col_date")}, {"source", w("involvement.how_it_came")}, {"text", w("caseresult.col_text")},
               {"place", w("involvement.where")}, {"group", w("involvement.which_group")}, {"people", w("involvement.how_many")}, {"supports", w("caseresult.col_supports")},
               {"theme", w("involvement.theme")}, {"stance", w("argument.heading")}, {"verdict", w("involvement.what_became")}, {"reason", w("involvement.answer_reason")}, {"item", w("involvement.room_item")},
               {"answered", w("caseresult.col_answered")}, {"photo", w("casephoto.address")}, {"photo_shows", w("casephoto.alt")}, {"entrance", w("youth.col_entrance")}, {"company", w("youth.with_whom")}}, {}};
  const auto row = [&i, &w, address = std::string(address)](ContributionId id) -> Row {
    const Contribution& c = *i.find_contribution(id);
    const Theme* theme = i.find_theme(c.theme);
    const Answer answer = theme ? theme->answer : Answer{};
    const bool has = answer.verdict != Verdict::none;
    return {count(id.value), time(c.at), std::string(source_word(w, c.source)), words(w, c.text), text(c.place), text(c.group_name),
                          c.people > 0 ? Cell{static_cast<std::int64_t>(c.people)} : Cell{}, count(c.supporters.size()), theme ? text(theme->name) : Cell{},
                          text(name_of(w, c.stance)), std::string(name_of(w, answer.verdict)), has ? words(w, answer.reason) : Cell{}, has ? item_text(i, answer.item) : Cell{}, has ? time(answer.at) : Cell{},
                          c.photo.exists() ? text(fmt::format("{}/innspill/{}/bilde", address, id.value)) : Cell{}, text(c.photo.alt), std::string(w(c.entrance == Entrance::youth ? "youth.mark" : "youth.main_entrance")), text(name_of(w, c.company))};
  };
  table.more_rows = [&i, row](const TakeRow& take) {
    for (const ContributionId id : i.published) take(row(id));
  };
  return table;
}

Table answers(const Involvement& i, const Words& w) {
  Table table{"answers", "svar", w("caseresult.file_answers"),
              {{"theme", w("involvement.theme")}, {"contributions", w("involvement.contributions_heading")}, {"verdict", w("involvement.what_became")},
               {"reason", w("involvement.answer_reason")}, {"item", w("involvement.room_item")}, {"answered", w("caseresult.col_answered")}, {"promised", w("involvement.answer_by")}}, {}};
  for (const Theme& theme : i.themes) {
    const bool has = theme.answer.verdict != Verdict::none;
    table.rows.push_back({words(w, theme.name), count(theme.published.size()), std::string(name_of(w, theme.answer.verdict)), has ? words(w, theme.answer.reason) : Cell{},
                          has ? item_text(i, theme.answer.item) : Cell{}, has ? time(theme.answer.at) : Cell{}, text(i.promise.answer_by)});
  }
  return table;
}

Table decisions(const Involvement& i, const Words& w) {
  Table table{"decisions", "vedtak", w("casemeasure.decisions"),
              {{"date", w("casemeasure.decision_date")}, {"text", w("casemeasure.decision_text")}, {"source", w("casemeasure.decision_source")}}, {}};
  for (const Decision& each : i.decisions) table.rows.push_back({text(each.date), words(w, each.text), text(each.source)});
  return table;
}

Table measures(const Involvement& i, const Words& w, std::string_view today) {
  Table table{"measures", "tiltak", w("casemeasure.heading"),
              {{"number", w("caseresult.col_number")}, {"text", w("casemeasure.what")}, {"theme", w("involvement.theme")}, {"progress", w("followup.question")},
               {"due", w("followup.due")}, {"overdue", w("followup.overdue")}, {"trial", w("followup.trial")}, {"hypothesis", w("casemeasure.hypothesis")},
               {"learned", w("casemeasure.learned")}, {"milestones", w("casemeasure.milestones")}, {"milestones_reached", w("caseresult.col_reached")}}, {}};
  for (const CaseMeasure& each : i.measures) {
    if (each.measure.deleted) continue;
    const Theme* theme = i.find_theme(each.theme);
    table.rows.push_back({count(each.id.value), words(w, each.measure.text), theme ? text(theme->name) : Cell{},
                          std::string(follow_up::progress_word(w, domain::progress_of(each.measure.answers))), text(domain::due_date(each.measure.date, each.measure.answers)),
                          yes_or_no(w, domain::is_overdue(each.measure.date, each.measure.answers, today)), yes_or_no(w, each.trial), text(each.hypothesis), text(each.learned),
                          count(each.milestones.size()), count(static_cast<std::size_t>(std::ranges::count_if(each.milestones, &domain::Milestone::reached)))});
  }
  return table;
}

Table promises(const Involvement& i, const Words& w, std::string_view today) {
  Table table{"promises", "lofter", w("caseresult.file_promises"),
              {{"openness", w("involvement.openness")}, {"item", w("involvement.item")}, {"reason", w("involvement.reason")}, {"source", w("involvement.source")},
               {"outcome", w("caseresult.was_it_kept")}, {"result", w("caseresult.what_became")}}, {}};
  for (const RoomItem& item : i.items)
    if (!item.withdrawn)
      table.rows.push_back({std::string(name_of(w, item.openness)), words(w, item.text), text(item.reason), text(item.source), std::string(name_of(w, item.outcome)), text(item.result)});
  if (!i.information)
    table.rows.push_back({std::string(w("involvement.answer_by")), text(i.promise.answer_by), text(i.promise.answer), Cell{}, std::string(name_of(w, sak::answers_outcome(i, today))), Cell{}});
  return table;
}

Table evaluation(const Involvement& i, const Words& w) {
  const Evaluation& e = i.evaluation;
  Table table{"evaluation", "evaluering", w("caseresult.evaluation"), {{"what", w("caseresult.col_what")}, {"value", w("caseresult.col_value")}}, {}};
  if (e.influence == Influence::none) return table;
  const auto expected = [&](const std::vector<int>& counts) { return Cell{counts.empty() ? std::string(w("caseresult.too_few")) : sak::mean_of(w, counts)}; };
  table.rows = {{std::string(w("caseresult.did_it_change")), std::string(name_of(w, e.influence))},
                {std::string(w("caseresult.what_changed")), words(w, e.changed)},
                {std::string(w("caseresult.well")), words(w, e.well)},
                {std::string(w("caseresult.learned")), words(w, e.learned)},
                {std::string(w("caseresult.how_many")), e.people > 0 ? Cell{static_cast<std::int64_t>(e.people)} : Cell{}},
                {std::string(w("caseresult.before")), expected(i.expectations.entry)},
                {std::string(w("caseresult.after")), expected(i.expectations.exit)}};
  return table;
}

}  // namespace

std::vector<Table> case_tables(const Involvement& i, const Words& w, std::string_view today, std::string_view address) {
  return {contributions(i, w, address), answers(i, w), decisions(i, w), measures(i, w, today), promises(i, w, today), evaluation(i, w)};
}

boost::json::object case_head(const Involvement& i, RoomId room, std::string_view program_version) {
  return {{"format", "knippe-case-1"},
          {"program", {{"name", "knippe"}, {"version", std::string(program_version)}}},
          {"case", {{"room", to_base32(room.value)}, {"title", i.title}, {"case_number", i.plan.case_number}, {"answer_by", i.promise.answer_by},
                    {"published", i.published.size()}, {"answered", i.answered()}, {"from_youth", i.from_youth}, {"removed", i.removed.size()}}}};
}

}  // namespace knippe::views
