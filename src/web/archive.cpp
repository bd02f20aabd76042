// The archive: a seminar's record, and keys across the published workshops, as pages and as files.

#include "views/archive/archive.h"

#include "store/store.h"
#include "views/archive/across.h"
#include "web/handlers.h"

namespace knippe::web {
namespace {

constexpr std::size_t workshops_counted = 200;

http::Response csv_answer(std::string content, const std::string& name) {
  http::Response response = http::text(200, std::move(content));
  response.content_type = "text/csv; charset=utf-8";
  response.headers.set("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
  return response;
}

/// The published workshops, newest first, then the record.
std::vector<views::AcrossSource> across_sources(const Site& site) {
  std::vector<views::AcrossSource> sources;
  if (const auto rooms = site.store.rooms().list_published(workshops_counted))
    for (const store::Room& room : *rooms)
      (void)site.desk.read(room.id, [&](const domain::Workshop& workshop, Seq) {
        if (auto source = views::across_source(workshop, room.id)) sources.push_back(*std::move(source));
      });
  sources.push_back(views::across_source(views::seminar_record()));
  return sources;
}

}  // namespace

http::Response record(const Call& call) {
  const views::Record* found = views::find_record(call.captured[0]);
  return found ? page_answer(views::record_page(call.view(), *found)) : status_answer(call, 404);
}

http::Response record_file(const Call& call) {
  const views::Record* found = views::find_record(call.captured[0]);
  if (!found) return status_answer(call, 404);
  if (call.captured[1] == "arkiv.json") return http::json(200, views::record_json(*found));
  if (call.captured[1] != "arkiv.csv") return status_answer(call, 404);
  return csv_answer(views::record_csv(*found, call.words), "arkiv-" + found->id);
}

http::Response across(const Call& call) { return page_answer(views::across_page(call.view(), across_sources(call.site))); }

http::Response across_file(const Call& call) {
  if (call.captured[0] == "nokler.json") return http::json(200, views::across_json(across_sources(call.site)));
  if (call.captured[0] == "nokler.csv") return csv_answer(views::across_csv(across_sources(call.site), call.words), "nokler-paa-tvers");
  return status_answer(call, 404);
}

}  // namespace knippe::web
