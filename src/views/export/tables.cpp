#include "views/export/tables.h"

#include <boost/describe.hpp>

#include "base/time.h"
#include "views/alone.h"
#include "views/follow_up/parts.h"
#include "views/result.h"

namespace knippe::views {
namespace {

using domain::SupplementStatus;
using domain::Workshop;

struct Source {
  const Workshop& workshop;
  const Words& w;
  Audience audience;
  bool for_desk() const { return audience == Audience::desk; }
};

template <class IdType>
Cell number(IdType id) { return id ? Cell{static_cast<std::int64_t>(id.value)} : Cell{}; }
Cell text(std::string_view text) { return text.empty() ? Cell{} : Cell{std::string(text)}; }
/// A cell of people's words, which were never empty when they were written.
Cell words(const Words& w, std::string_view text) { return std::string(text.empty() ? w("report.erased") : text); }
Cell time(Instant instant) { return instant.ms > 0 ? Cell{to_rfc3339(instant)} : Cell{}; }
Cell yes_or_no(const Words& w, bool yes) { return std::string(w(yes ? "export.yes" : "export.no")); }

Cell label_of(const Workshop& workshop, KeyId id) {
  const domain::Key* key = workshop.find_key(id);
  return key ? text(key->label) : Cell{};
}
Cell name_of(const Workshop& workshop, KeyId id) {
  const domain::Key* key = workshop.find_key(id);
  return key ? text(key->short_name) : Cell{};
}

/// The key a supplement stands under.
KeyId standing_key(const Workshop& workshop, const domain::Supplement& supplement) {
  const domain::Supplement* owner = workshop.find_supplement(supplement.merged_into);
  return owner ? owner->key : supplement.key;
}

/// A merged supplement stands under the theme of the one it was merged into.
Cell theme_name(const Workshop& workshop, const domain::Supplement& supplement) {
  const domain::Supplement* owner = workshop.find_supplement(supplement.merged_into);
  const domain::Theme* theme = workshop.find_theme((owner ? *owner : supplement).theme);
  return theme ? text(theme->name) : Cell{};
}

std::string_view status_word(const Words& w, SupplementStatus status) {
  switch (status) {
    case SupplementStatus::waiting: return w("export.waiting");
    case SupplementStatus::accepted: return w("export.accepted");
    case SupplementStatus::returned: return w("export.returned");
    case SupplementStatus::withdrawn: return w("export.withdrawn");
    case SupplementStatus::merged: return w("alike.status_merged");
  }
  __builtin_unreachable();
}

std::string_view kind_word(const Words& w, domain::NoteKind kind) {
  switch (kind) {
    case domain::NoteKind::question: return w("export.question");
    case domain::NoteKind::comment: return w("export.comment");
    case domain::NoteKind::new_key: return w("export.new_key");
  }
  __builtin_unreachable();
}

/// Every key, in the order of the result; those nobody chose stand last with no points. Retired ones only for the desk.
Table keys(const Source& s) {
  const Words& w = s.w;
  Table out{"keys", "nokler", w("export.keys"),
            {{"label", w("export.label")}, {"short_name", w("export.short_name")}, {"text", w("export.text")}, {"language", w("export.language")},
             {"supplement", w("export.supplement")}, {"place", w("export.place")}, {"points", w("export.points")},
             {"chosen_by", w("export.chosen_by")}, {"retired", w("export.retired")}}, {}};
  if (s.for_desk()) out.columns.push_back({"speaker", w("export.speaker")});
  const RankingResult result = result_of(s.workshop);
  const auto row = [&](const domain::Key& key, const RankedKey* ranked) {
    std::vector<Cell> cells{text(key.label), text(key.short_name), text(key.text), text(key.language), number(key.origin),
                            ranked && !result.empty() ? Cell{ranked->place} : Cell{}, ranked ? Cell{ranked->points} : Cell{},
                            ranked ? Cell{ranked->chosen_by} : Cell{}, yes_or_no(w, key.retired)};
    if (s.for_desk()) cells.push_back(text(key.speaker));
    out.rows.push_back(std::move(cells));
  };
  for (const RankedKey& ranked : result.keys)
    if (const domain::Key* key = s.workshop.find_key(ranked.key)) row(*key, &ranked);
  for (const domain::Key& key : s.workshop.keys)
    if (!result.find(key.id) && (s.for_desk() || !key.retired)) row(key, nullptr);
  return out;
}

Table supplements(const Source& s) {
  const Words& w = s.w;
  Table out{"supplements", "suppleringer", w("export.supplements"),
            {{"id", w("export.number")}, {"group", w("export.group")}, {"text", w("export.text")}, {"status", w("export.status")},
             {"key", w("export.key")}, {"theme", w("theme.theme")}}, {}};
  if (s.for_desk()) {
    out.columns.push_back({"reason", w("export.reason")});
    out.columns.push_back({"proposed_at", w("export.time")});
  }
  for (const domain::Supplement& each : s.workshop.supplements) {
    if (!s.for_desk() && each.status != SupplementStatus::accepted && each.status != SupplementStatus::merged) continue;
    std::vector<Cell> row{number(each.id), number(each.group), words(w, each.text), std::string(status_word(w, each.status)),
                          label_of(s.workshop, standing_key(s.workshop, each)), theme_name(s.workshop, each)};
    if (s.for_desk()) row.insert(row.end(), {text(each.reason), time(each.proposed_at)});
    out.rows.push_back(std::move(row));
  }
  return out;
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

Table groups(const Source& s) {
  const Words& w = s.w;
  Table out{"groups", "grupper", w("export.groups"),
            {{"group", w("export.group")}, {"name", w("export.name")}, {"people", w("export.people")}, {"paper", w("export.paper")}}, {}};
  if (s.for_desk()) out.columns.push_back({"members", w("export.members")});
  for (const domain::Group& group : s.workshop.groups) {
    std::vector<Cell> row{number(group.number), text(group.name), std::int64_t{group.people()}, yes_or_no(w, group.paper)};
    if (s.for_desk()) row.push_back(text(joined(group.members)));
    out.rows.push_back(std::move(row));
  }
  return out;
}

Table ballots(const Source& s) {
  const Words& w = s.w;
  Table out{"ballots", "rangeringer", w("export.ballots"),
            {{"round", w("export.round")}, {"group", w("export.group")}, {"place", w("export.place")}, {"key", w("export.key")},
             {"short_name", w("export.short_name")}}, {}};
  for (const int round : rounds_of(s.workshop, Whose::groups))
    for (const GroupBallot& ballot : result_of(s.workshop, round, Whose::groups).ballots)
      for (std::size_t i = 0; i < ballot.choices.size(); ++i)
        out.rows.push_back({std::int64_t{round}, number(ballot.group), static_cast<std::int64_t>(i + 1), label_of(s.workshop, ballot.choices[i]),
                            name_of(s.workshop, ballot.choices[i])});
  return out;
}

/// Each person's own list, without owner: the number only tells lists of a round apart.
Table alone(const Source& s) {
  const Words& w = s.w;
  Table out{"alone", "hver-for-seg", w("alone.export"),
            {{"round", w("export.round")}, {"list", w("alone.export_list")}, {"place", w("export.place")}, {"key", w("export.key")},
             {"short_name", w("export.short_name")}}, {}};
  for (const domain::AloneRound* one : opened_boxes(s.workshop)) {
    if (!s.workshop.may_show(*one)) {
      if (!one->ballots.empty()) out.rows.push_back({std::int64_t{one->round}, w.format("alone.export_few", s.workshop.settings.persons_shown_from), Cell{}, Cell{}, Cell{}});
      continue;
    }
    for (std::size_t list = 0; list < one->ballots.size(); ++list)
      for (std::size_t i = 0; i < one->ballots[list].size(); ++i)
        out.rows.push_back({std::int64_t{one->round}, static_cast<std::int64_t>(list + 1), static_cast<std::int64_t>(i + 1),
                            label_of(s.workshop, one->ballots[list][i]), name_of(s.workshop, one->ballots[list][i])});
  }
  return out;
}

Table measures(const Source& s) {
  const Words& w = s.w;
  Table out{"measures", "tiltak", w("export.measures"),
            {{"id", w("export.number")}, {"group", w("export.group")}, {"text", w("export.text")}, {"date", w("export.date")},
             {"key", w("export.key")}, {"progress", w("export.status")}, {"trial", w("followup.trial")}, {"due", w("followup.due")},
             {"answers", w("export.answers")}}, {}};
  if (s.for_desk()) out.columns.push_back({"owner", w("export.owner")});
  for (const domain::Measure& each : s.workshop.measures) {
    if (each.deleted) continue;
    std::vector<Cell> row{number(each.id), number(each.group), words(w, each.text), text(each.date), label_of(s.workshop, each.key),
                          std::string(follow_up::progress_word(w, domain::progress_of(each.answers))),
                          yes_or_no(w, !each.answers.empty() && each.answers.back().trial), text(domain::due_date(each.date, each.answers)),
                          static_cast<std::int64_t>(each.answers.size())};
    if (s.for_desk()) row.push_back(text(each.owner));
    out.rows.push_back(std::move(row));
  }
  return out;
}

/// Every answer to "Hvordan gikk det?", in the order given.
Table answers(const Source& s) {
  const Words& w = s.w;
  Table out{"answers", "svar", w("export.answers"),
            {{"measure", w("export.measure")}, {"answer", w("export.number")}, {"time", w("export.time")}, {"progress", w("export.status")},
             {"trial", w("followup.trial")}, {"new_date", w("followup.new_date")}, {"text", w("export.text")}, {"by_owner", w("followup.by_owner")}}, {}};
  for (const domain::Measure& each : s.workshop.measures) {
    std::int64_t number_of = 0;
    if (each.deleted) continue;
    for (const domain::FollowUp& answer : each.answers)
      out.rows.push_back({number(each.id), ++number_of, time(answer.at), std::string(follow_up::progress_word(w, answer.progress)),
                          yes_or_no(w, answer.trial), text(answer.date), text(answer.text), yes_or_no(w, answer.by_owner)});
  }
  return out;
}

Table notes(const Source& s) {
  const Words& w = s.w;
  Table out{"notes", "notater", w("export.notes"),
            {{"id", w("export.number")}, {"from", w("export.from")}, {"about", w("export.about")}, {"kind", w("export.kind")},
             {"text", w("export.text")}}, {}};
  for (const domain::Note& each : s.workshop.notes)
    if (!each.withdrawn)
      out.rows.push_back({number(each.id), number(each.from), number(each.about), std::string(kind_word(w, each.kind)), words(w, each.text)});
  return out;
}

Table photos(const Source& s) {
  const Words& w = s.w;
  Table out{"photos", "bilder", w("export.photos"),
            {{"id", w("export.number")}, {"group", w("export.group")}, {"description", w("export.description")}, {"in_report", w("export.in_report")}}, {}};
  for (const domain::Photo& each : s.workshop.photos)
    if (s.for_desk() ? !each.removed : each.is_public())
      out.rows.push_back({number(each.id), number(each.group), text(each.alt), yes_or_no(w, each.is_public())});
  return out;
}

}  // namespace

void Table::each_row(const TakeRow& take) const {
  for (const Row& row : rows) take(row);
  if (more_rows) more_rows(take);
}

std::vector<Table> export_tables(const Workshop& workshop, const Words& w, Audience audience) {
  const Source source{workshop, w, audience};
  return {keys(source), supplements(source), groups(source), ballots(source), alone(source), measures(source), answers(source), notes(source), photos(source)};
}

}  // namespace knippe::views
