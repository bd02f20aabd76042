// What leaves as files or on paper: tables, slides, posters. The desk gets everything, also while the workshop runs; the public what
// is published.

#include "base/encoding.h"
#include "store/store.h"
#include "views/report/report.h"
#include "web/acts.h"
#include "web/desk_view.h"
#include "web/handlers.h"
#include "web/published.h"
#include "web/table_file.h"

namespace knippe::web {
namespace {

using domain::Workshop;

Result<http::Response> make_file(const Call& call, const Workshop& workshop, views::Audience audience) {
  return table_file(call, call.captured[0], views::export_tables(workshop, call.words, audience), views::export_head(workshop, call.room, call.site.place.version));
}

/// Renders from the newest state of the call's room.
template <class Make>
http::Response show(const Call& call, Make make) {
  const views::DeskExtras extras = desk_extras(call.site, call.room);
  auto page = call.site.desk.read(call.room, [&](const Workshop& workshop, Seq seq) { return make(call.view(seq), workshop, extras); });
  return page ? page_answer(*std::move(page)) : error_answer(call, page.error());
}

}  // namespace

http::Response exports(const Call& call) {
  return show(call, [](const views::View& view, const Workshop& workshop, const views::DeskExtras& extras) {
    return views::exports_page(view, workshop, extras);
  });
}

http::Response export_file(const Call& call) {
  auto file = call.site.desk.read(call.room, [&](const Workshop& workshop, Seq) { return make_file(call, workshop, views::Audience::desk); });
  if (file) call.site.acts.note_soon(views::Act::room_taken_out, doer_of(call), the_room(call.room), call.captured[0]);
  return file ? *std::move(file) : error_answer(call, file.error());
}

http::Response public_export_file(const Call& call) {
  return published(call, [&](const Workshop& workshop, Seq) { return make_file(call, workshop, views::Audience::everyone); });
}

http::Response slides(const Call& call) {
  return show(call, [&](const views::View& view, const Workshop& workshop, const views::DeskExtras& extras) {
    return views::slides_page(view, workshop, extras.report_url, views::Url::local(room_path("styring", call.room)));
  });
}

http::Response public_slides(const Call& call) {
  return published(call, [&](const Workshop& workshop, Seq seq) {
    const std::string here = room_path("resultater", call.room);
    return page_answer(views::slides_page(call.view(seq), workshop, call.site.place.public_url + here, views::Url::local(here)));
  });
}

http::Response posters(const Call& call) {
  std::vector<GroupNumber> groups;
  const auto wanted = parse_number(call.request.query["gruppe"]);
  (void)call.site.desk.read(call.room, [&](const Workshop& workshop, Seq) {
    for (const domain::Group& group : workshop.groups)
      if (!wanted || group.number.value == *wanted) groups.push_back(group.number);
  });
  const auto tokens = call.site.store.entries().group_tokens(call.room, groups);
  if (!tokens) return error_answer(call, tokens.error());
  std::vector<views::GroupLink> links;
  for (std::size_t i = 0; i < groups.size(); ++i) links.push_back({groups[i], call.site.place.public_url + "/g/" + (*tokens)[i] + "?bilde=1"});
  return show(call, [&](const views::View& view, const Workshop& workshop, const views::DeskExtras& extras) {
    return views::posters_page(view, workshop, extras, links);
  });
}

}  // namespace knippe::web
