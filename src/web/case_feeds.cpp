// What programs follow: calendars of cases, and feeds of cases and reports. In the case's own language, the same for everyone.

#include <algorithm>

#include "store/store.h"
#include "views/calendar/steps.h"
#include "views/feeds/atom.h"
#include "web/cases.h"
#include "web/handlers.h"
#include "web/published.h"

namespace knippe::web {
namespace {

using namespace domain::involvement;

constexpr std::size_t cases_in_calendar = 500;
constexpr std::size_t reports_in_feed = 50;

const views::Words& words_of(const Call& call, std::string_view language) {
  return call.site.catalogue[views::parse_lang(language).value_or(views::Lang::nb)];
}

http::Response program_file(const Call& call, std::string_view type, std::string bytes) {
  http::Response response = http::text(200, std::move(bytes));
  response.content_type = type;
  return with_etag(call, std::move(response));
}

http::Response calendar_answer(const Call& call, std::string bytes, const std::string& name) {
  http::Response response = program_file(call, "text/calendar; charset=utf-8", std::move(bytes));
  if (response.status == 200) response.headers.set("Content-Disposition", "inline; filename=\"" + name + ".ics\"");
  return response;
}

/// What `make` writes of the call's case; a draft has neither calendar nor feed, not even for its owner.
template <class Make>
Result<std::string> of_public_case(const Call& call, Make make) {
  return call.site.cases.read(call.room, [&](const Involvement& i, Seq) -> Result<std::string> {
    if (i.phase == Phase::draft) return fail(ErrorKind::not_found, "involvement.unknown");
    return make(i, words_of(call, i.language));
  });
}

/// Calls use(room, case) for every case that the public sees.
template <class Use>
void each_public_case(const Call& call, Use use) {
  const auto rooms = call.site.store.rooms().list_public(store::involvement_kind, cases_in_calendar, call.site.place.demonstration);
  if (!rooms) return;
  for (const store::Room& room : *rooms)
    (void)call.site.cases.read(room.id, [&](const Involvement& i, Seq) {
      if (i.phase != Phase::draft) use(room, i);
    });
}

template <class Use>
void each_open_case(const Call& call, Use use) {
  each_public_case(call, [&](const store::Room& room, const Involvement& i) {
    if (i.phase == Phase::open) use(room.id, i);
  });
}

/// A feed of more than one case, in bokmål around what each case says in its own language.
views::AtomFeed whole_feed(const Call& call, const char* name, std::string_view title, const char* page) {
  const std::string& base = call.site.place.public_url;
  return {.id = views::tag_uri(base, Instant{}, name), .title = std::string(title), .author = std::string(words_of(call, "nb")("common.product")),
          .language = "nb", .self = base + "/" + name + ".atom", .page = base + page, .began = Instant{}, .entries = {}};
}

template <class Make>
http::Response feed_of_case(const Call& call, Make make) {
  auto text = of_public_case(call, [&](const Involvement& i, const views::Words& w) { return views::atom_document(make(w, i, call.room, call.site.place.public_url)); });
  return text ? program_file(call, "application/atom+xml; charset=utf-8", *std::move(text)) : error_answer(call, text.error());
}

}  // namespace

http::Response calendar(const Call& call) {
  std::vector<views::CalendarCase> cases;
  each_open_case(call, [&](RoomId room, const Involvement& i) {
    views::CalendarCase one{room, i.title, i.language, i.time_zone, {}};
    for (const Step* step : i.steps_in_order()) one.steps.push_back(*step);
    if (!one.steps.empty()) cases.push_back(std::move(one));
  });
  std::ranges::stable_sort(cases, {}, [](const views::CalendarCase& one) { return one.steps.front().starts; });
  return page_answer(views::calendar_page(call.view(), cases));
}

http::Response calendar_file(const Call& call) {
  std::vector<views::CalendarEvent> events;
  each_open_case(call, [&](RoomId room, const Involvement& i) {
    for (views::CalendarEvent& event : views::calendar_events(words_of(call, i.language), i, room, call.site.place.public_url)) events.push_back(std::move(event));
  });
  return calendar_answer(call, views::ics_file(words_of(call, "nb")("steps.calendar"), events), "saker");
}

http::Response case_calendar(const Call& call) {
  auto text = of_public_case(call, [&](const Involvement& i, const views::Words& w) {
    return views::ics_file(i.title, views::calendar_events(w, i, call.room, call.site.place.public_url));
  });
  return text ? calendar_answer(call, *std::move(text), "sak-" + to_base32(call.room.value)) : error_answer(call, text.error());
}

http::Response case_step_file(const Call& call) {
  const StepId step{number_of(call.captured[0])};
  auto text = of_public_case(call, [&](const Involvement& i, const views::Words& w) -> Result<std::string> {
    const auto events = views::calendar_event(w, i, call.room, step, call.site.place.public_url);
    if (events.empty()) return fail(ErrorKind::not_found, "step.unknown");
    return views::ics_file(i.title, events);
  });
  return text ? calendar_answer(call, *std::move(text), "fase-" + std::to_string(step.value)) : error_answer(call, text.error());
}

http::Response case_changes(const Call& call) { return feed_of_case(call, views::case_changes_feed); }
http::Response case_answers_followed(const Call& call) { return feed_of_case(call, views::case_answers_feed); }
http::Response case_measures_followed(const Call& call) { return feed_of_case(call, views::case_measures_feed); }

http::Response measures_feed(const Call& call) {
  views::AtomFeed feed = whole_feed(call, "tiltak", words_of(call, "nb")("casemeasure.feed_all"), "/saker");
  each_public_case(call, [&](const store::Room& room, const Involvement& i) {
    for (views::AtomEntry& entry : views::case_measures_feed(words_of(call, i.language), i, room.id, call.site.place.public_url).entries) {
      entry.title += " – " + i.title;
      entry.language = i.language;
      feed.entries.push_back(std::move(entry));
    }
  });
  return program_file(call, "application/atom+xml; charset=utf-8", views::atom_document(std::move(feed)));
}

http::Response reports_feed(const Call& call) {
  const std::string& base = call.site.place.public_url;
  views::AtomFeed feed = whole_feed(call, "resultater", words_of(call, "nb")("steps.feed_reports"), "/");
  const auto rooms = call.site.store.rooms().list_published(reports_in_feed, call.site.place.demonstration);
  if (!rooms) return error_answer(call, rooms.error());
  for (const store::Room& room : *rooms)
    (void)call.site.desk.read(room.id, [&](const domain::Workshop& workshop, Seq) {
      if (!workshop.published || workshop.deleted) return;
      const std::string path = "resultater/" + to_base32(room.id.value);
      feed.entries.push_back({views::tag_uri(base, room.created, path), workshop.about.title, workshop.published_at, base + "/" + path, workshop.about.place, workshop.settings.language});
    });
  return program_file(call, "application/atom+xml; charset=utf-8", views::atom_document(std::move(feed)));
}

}  // namespace knippe::web
