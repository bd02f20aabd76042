// Pages for everyone: the entrance, reports, privacy, assets, health.

#include "base/encoding.h"
#include "proof/logbook.h"
#include "store/store.h"
#include "views/assets.h"
#include "views/front/front.h"
#include "views/report/bundle.h"
#include "views/report/report.h"
#include "web/counted_otherwise.h"
#include "web/desk_view.h"
#include "web/handlers.h"
#include "web/public_lists.h"
#include "web/published.h"
#include "web/retention.h"

namespace knippe::web {
namespace {

constexpr std::size_t reports_on_front = 30;

/// Newest first.
std::vector<views::PublishedReport> published_reports(const Site& site) {
  std::vector<views::PublishedReport> reports;
  const auto rooms = site.store.rooms().list_published(reports_on_front, site.place.demonstration);
  if (!rooms) return reports;
  for (const store::Room& room : *rooms)
    (void)site.desk.read(room.id, [&](const domain::Workshop& workshop, Seq) {
      if (workshop.published)
        reports.push_back({room.id, workshop.about.title, workshop.about.place, workshop.about.date, workshop.settings.language,
                           static_cast<int>(workshop.groups.size()), workshop.people()});
    });
  return reports;
}

}  // namespace

views::Home home_of(const Call& call) {
  views::Home home;
  home.reports = published_reports(call.site);
  add_cases(call, home);
  return home;
}

http::Response front(const Call& call) { return page_answer(views::front_page(call.view(), home_of(call))); }
http::Response privacy(const Call& call) {
  using enum views::JustErased;
  const std::string_view erased = call.request.query["slettet"];
  return page_answer(views::privacy_page(call.view(), erased.empty() ? nothing : erased == "konto" ? account : phone));
}
http::Response accessibility(const Call& call) { return page_answer(views::accessibility_page(call.view())); }

http::Response health(const Call& call) {
  const auto head = call.site.store.accounts().has_administrator();
  return head ? http::text(200, "ok\n") : http::text(503, "database\n");
}

http::Response asset(const Call& call) {
  const views::Asset* found = views::find_asset(call.request.path);
  if (!found) return status_answer(call, 404);
  if (http::knows_etag(call.request, found->etag)) return http::not_modified(std::string(found->etag));
  const bool zipped = !found->gzip.empty() && http::accepts_encoding(call.request, "gzip");
  http::Response response;
  response.content_type = found->content_type;
  response.body = zipped ? found->gzip : found->bytes;
  response.headers.set("Cache-Control", "public, max-age=31536000, immutable");
  response.headers.set("ETag", std::string(found->etag));
  if (!found->gzip.empty()) response.headers.set("Vary", "Accept-Encoding");
  if (zipped) response.headers.set("Content-Encoding", "gzip");
  return response;
}

http::Response report(const Call& call) {
  const views::CaseOfWorkshop belongs_to = case_of_workshop(call.site, call.room);
  const auto keeping = keeping_of(call);
  const auto head = call.site.logbook.read(call.room, [](const proof::Log& log) -> Result<views::ReportHead> {
    return views::ReportHead{log.tree.size(), to_hex(log.tree.root())};
  });
  return published(call, [&](const domain::Workshop& workshop, Seq seq) {
    const bool fits = head && head->size == seq.value;  // else a record came in between: the next rendering says it
    const auto others = call.site.counted_otherwise.of(call.room, seq, [&] { return views::other_rules(workshop, views::result_of(workshop)); });
    return page_answer(views::report_page(call.view(seq), workshop, call.room, call.site.place.version, fits ? *head : views::ReportHead{}, belongs_to, others.get(), keeping ? &*keeping : nullptr));
  });
}

http::Response report_bundle(const Call& call) {
  return published(call, [&](const domain::Workshop& workshop, Seq) {
    return with_etag(call, http::json(200, views::result_bundle(workshop, call.room, call.site.place.version)));
  });
}

http::Response report_table(const Call& call) {
  return published(call, [&](const domain::Workshop& workshop, Seq) {
    http::Response response = http::text(200, views::ranking_csv(workshop, call.words));
    response.content_type = "text/csv; charset=utf-8";
    response.headers.set("Content-Disposition", "attachment; filename=\"rangering-" + to_base32(call.room.value) + ".csv\"");
    return with_etag(call, std::move(response));
  });
}

}  // namespace knippe::web
