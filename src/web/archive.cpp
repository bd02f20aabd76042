// The archive: a seminar's record, and keys across the published workshops, as pages and as files.

#include "views/archive/archive.h"

#include "views/archive/across.h"
#include "web/across.h"
#include "web/handlers.h"
#include "web/profile.h"

namespace knippe::web {
namespace {

http::Response csv_answer(std::string content, const std::string& name) {
  http::Response response = http::text(200, std::move(content));
  response.content_type = "text/csv; charset=utf-8";
  response.headers.set("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
  return response;
}

/// A kept text goes out as it lies, and compressed as it lies.
http::Response kept(const Call& call, const std::string& name, http::Response response, const Across::Write& write) {
  response.stencil = call.site.across.text(call.site, name, write);
  return response;
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

http::Response across(const Call& call) {
  return kept(call, "page." + std::string(code(call.words.lang())), http::html(200, {}), [&](const auto sources) {
    views::View view{call.words, call.site.clock.now()};
    view.sender = sender_of(call.site);
    return views::across_page(view, sources);
  });
}

http::Response across_file(const Call& call) {
  if (call.captured[0] == "nokler.json") return kept(call, "json", http::json(200, {}), [](const auto sources) { return views::across_json(sources); });
  if (call.captured[0] != "nokler.csv") return status_answer(call, 404);
  return kept(call, "csv." + std::string(code(call.words.lang())), csv_answer({}, "nokler-paa-tvers"),
              [&](const auto sources) { return views::across_csv(sources, call.words); });
}

}  // namespace knippe::web
