// What a case tells its followers: its changes, its answers, its measures.

#include <fmt/format.h>

#include "base/encoding.h"
#include "views/calendar/steps.h"
#include "views/feeds/atom.h"
#include "views/follow_up/parts.h"
#include "views/involvement/naming.h"

namespace knippe::views {

using namespace involvement;

namespace {

struct Making {
  const Words& w;
  const Involvement& i;
  std::string path;  ///< "saker/ID"
  std::string base;
  AtomFeed feed;

  std::string tag(const std::string& rest) const { return tag_uri(base, i.opened_at, path + rest); }
  void add(const std::string& what, Instant at, std::string title, const std::string& page, std::string summary = {}) {
    feed.entries.push_back({tag("/" + what), std::move(title), at, base + "/" + path + page, std::move(summary)});
  }
};

Making begun(const Words& w, const Involvement& i, RoomId room, std::string_view base, const char* name, std::string title) {
  Making making{w, i, "saker/" + to_base32(room.value), std::string(base), {}};
  making.feed = {.id = making.tag(std::string("/") + name), .title = std::move(title), .author = i.roles.administrative.empty() ? i.title : i.roles.administrative,
                 .language = i.language, .self = making.base + "/" + making.path + "/" + name + ".atom", .page = making.base + "/" + making.path,
                 .began = i.opened_at, .entries = {}};
  return making;
}

std::string or_erased(const Words& w, const std::string& text) { return text.empty() ? std::string(w("involvement.erased")) : text; }

/// One "Hvordan gikk det?": where it stands, what was told, a new date; and of a trial that is over what it taught.
void add_answer(Making& m, const CaseMeasure& each, std::size_t n) {
  const domain::FollowUp& answer = each.measure.answers[n];
  std::string summary = answer.text;
  const auto add = [&](const std::string& more) { summary += (summary.empty() ? "" : "\n") + more; };
  if (!answer.date.empty()) add(fmt::format("{}: {}", m.w("followup.new_date"), m.w.plain_date(answer.date)));
  if (n + 1 == each.measure.answers.size() && !each.learned.empty()) add(fmt::format("{}: {}", m.w("casemeasure.learned"), each.learned));
  const std::string page = "tiltak/" + std::to_string(each.id.value);
  m.add(page + "/svar/" + std::to_string(n + 1), answer.at, fmt::format("{}: {}", follow_up::progress_word(m.w, answer.progress), or_erased(m.w, each.measure.text)), "/" + page,
        std::move(summary));
}

void add_measure(Making& m, const CaseMeasure& each) {
  const Words& w = m.w;
  const std::string page = "tiltak/" + std::to_string(each.id.value), what = or_erased(w, each.measure.text), due = w.plain_date(each.measure.date);
  m.add(page, each.measure.planned_at, w.format("casemeasure.feed_new", what), "/" + page, w.format("casemeasure.owner_and_date", or_erased(w, each.measure.owner), due));
  if (each.moved_at != Instant{}) m.add(page + "/dato", each.moved_at, w.format("casemeasure.feed_moved", what), "/" + page, fmt::format("{}: {}", w("followup.new_date"), due));
  for (std::size_t n = 0; n < each.milestones.size(); ++n)
    if (const domain::Milestone& milestone = each.milestones[n]; milestone.reached)
      m.add(page + "/milepael/" + std::to_string(n + 1), milestone.reached_at, w.format("casemeasure.feed_reached", or_erased(w, milestone.text)), "/" + page, what);
  for (std::size_t n = 0; n < each.measure.answers.size(); ++n) add_answer(m, each, n);
}

}  // namespace

AtomFeed case_changes_feed(const Words& w, const Involvement& i, RoomId room, std::string_view base_url) {
  Making m = begun(w, i, room, base_url, "endringer", w.format("steps.feed_changes", i.title));
  m.add("apnet", i.opened_at, w.format("steps.feed_opened", i.title), "", i.summary.empty() ? i.why.problem : i.summary);
  for (const Step& step : i.steps) {
    if (step.withdrawn && step.changed_at < i.opened_at) continue;
    const std::string title = step.withdrawn ? w.format("steps.feed_cancelled", step_title(w, step)) : step_title(w, step);
    m.add("fase/" + std::to_string(step.id.value), std::max(step.changed_at, i.opened_at), title, "#faser-h",
          step.place.empty() ? when_of(w, step) : when_of(w, step) + ". " + step.place);
  }
  for (std::size_t n = 0; n < i.changes.size(); ++n)
    m.add("endring/" + std::to_string(n + 1), i.changes[n].at, w.format("steps.feed_changed", name_of(w, i.changes[n].part)), "#endringer", i.changes[n].reason);
  if (i.phase == Phase::closed) m.add("avsluttet", i.closed_at, w.format("steps.feed_closed", i.title), "");
  return std::move(m.feed);
}

AtomFeed case_answers_feed(const Words& w, const Involvement& i, RoomId room, std::string_view base_url) {
  Making m = begun(w, i, room, base_url, "svar", w.format("steps.feed_answers", i.title));
  for (const Theme& theme : i.themes)
    if (theme.answer.verdict != Verdict::none)
      m.add("svar/" + std::to_string(theme.id.value), theme.answer.at, fmt::format("{}: {}", theme.name, name_of(w, theme.answer.verdict)),
            "/tema/" + std::to_string(theme.id.value), theme.answer.reason);
  return std::move(m.feed);
}

AtomFeed case_measures_feed(const Words& w, const Involvement& i, RoomId room, std::string_view base_url) {
  Making m = begun(w, i, room, base_url, "tiltak", w.format("casemeasure.feed", i.title));
  m.feed.page += "#tiltak";
  for (const CaseMeasure& each : i.measures)
    if (!each.measure.deleted) add_measure(m, each);
  return std::move(m.feed);
}

}  // namespace knippe::views
