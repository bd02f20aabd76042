#include "web/table_file.h"

#include <algorithm>

#include "base/encoding.h"
#include "http/spool.h"
#include "web/site.h"

namespace knippe::web {
namespace {

Result<http::Response> answer_of(Result<http::Spool::Content> content, std::string content_type) {
  if (!content) return std::unexpected(content.error());
  http::Response response;
  response.content_type = std::move(content_type);
  response.body = std::move(content->held);
  response.spooled = std::move(content->spooled);
  return response;
}

Result<http::Response> workbook(const Call& call, std::span<const views::Table> tables) {
  const std::string& folder = call.site.place.data_folder;
  http::Spool spool(folder);
  const std::string path = spool.path();
  if (!path.empty() && !views::write_xlsx(path, folder, tables)) return fail(ErrorKind::internal, "store.failed", "xlsx");
  return answer_of(spool.close(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
}

Result<http::Response> content_of(const Call& call, std::string_view name, std::span<const views::Table> tables, const boost::json::object& head) {
  if (name == "alt.xlsx") return workbook(call, tables);
  if (name == "alt.json") return spooled_answer(call, "application/json", [&](const Sink& out) { views::write_json(out, head, tables); });
  const auto table = std::ranges::find_if(tables, [&](const views::Table& each) { return name == std::string(each.file) + ".csv"; });
  if (table == tables.end()) return fail(ErrorKind::not_found, "involvement.no_file");
  return spooled_answer(call, "text/csv; charset=utf-8", [&](const Sink& out) { views::write_csv(out, *table); });
}

}  // namespace

Result<http::Response> spooled_answer(const Call& call, std::string content_type, const std::function<void(const Sink&)>& write) {
  http::Spool spool(call.site.place.data_folder);
  write([&](std::string_view bytes) { spool.put(bytes); });
  return answer_of(spool.close(), std::move(content_type));
}

Result<http::Response> table_file(const Call& call, std::string_view name, std::span<const views::Table> tables, const boost::json::object& head) {
  http::Response response = TRY(content_of(call, name, tables, head));
  response.headers.set("Content-Disposition", "attachment; filename=\"" + to_base32(call.room.value) + "-" + std::string(name) + "\"");
  return response;
}

}  // namespace knippe::web
