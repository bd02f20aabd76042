#include "views/desk/seating_parts.h"

#include <algorithm>
#include <numeric>

#include "views/components.h"
#include "views/desk/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace desk {

std::string range_text(int least, int most) {
  return least == most ? std::to_string(least) : std::to_string(least) + "–" + std::to_string(most);
}

std::string tags_text(const seating::Person& person) {
  std::string text;
  for (const std::string& tag : person.tags)
    if (!tag.empty()) text += (text.empty() ? "" : " · ") + tag;
  return text;
}

std::vector<const seating::Person*> at_table(const SeatingLook& look, int table) {
  std::vector<const seating::Person*> found;
  for (std::size_t n = 0; n < look.seats.size(); ++n)
    if (look.seats[n] == table) found.push_back(&look.people.list[n]);
  return found;
}

std::vector<std::size_t> by_name(const Words& w, const SeatingLook& look) {
  std::vector<std::size_t> order(look.seats.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const int compared = w.compare(look.people.list[a].name, look.people.list[b].name);
    return compared != 0 ? compared < 0 : a < b;
  });
  return order;
}

std::string how_mixed(const Words& w, const SeatingLook& look) {
  if (look.people.attributes.empty()) return std::string(w("seating.no_attributes"));
  std::vector<int> sizes(static_cast<std::size_t>(look.tables));
  for (const int table : look.seats) ++sizes[static_cast<std::size_t>(table)];
  if (const auto [least, most] = std::ranges::minmax(sizes); most - least > 1) return w.format("seating.uneven_sizes", least, most);
  const std::int64_t cost = seating::unevenness(look.people, look.seats, look.tables);
  const std::int64_t least = seating::unevenness_min(look.people, look.tables), lot = seating::unevenness_by_lot(look.people, look.tables);
  if (cost <= least) return std::string(w("seating.best_there_is"));
  if (lot <= least || cost >= lot) return std::string(w("seating.like_by_lot"));
  return w.format("seating.compared", (lot - cost) * 100 / (lot - least));
}

std::string attribute_sentence(const Words& w, std::string_view attribute, const std::vector<seating::Spread>& spreads) {
  if (spreads.empty()) return w.format("seating.nothing_known", attribute);
  const auto best = std::ranges::count_if(spreads, &seating::Spread::is_best);
  if (best == std::ssize(spreads)) return w.format("seating.all_even", attribute);
  return w.format("seating.some_even", attribute, best, std::ssize(spreads));
}

}  // namespace desk

namespace {

using namespace desk;

void table_list(Writer& h, const Words& w, const SeatingLook& look) {
  h.div({cls("bordrad bordrad--papir")}, [&] {
    for (int table = 0; table < look.tables; ++table)
      h.section({cls("bordboks")}, [&] {
        h.h2(w.format("seating.table", table + 1));
        h.ul({role("list")}, [&] {
          for (const seating::Person* person : at_table(look, table)) h.li(person->name);
        });
      });
  });
}

void door_list(Writer& h, const Words& w, const SeatingLook& look) {
  h.table({cls("dorliste")}, [&] {
    h.thead([&] {
      h.tr([&] {
        h.th({scope("col")}, w("seating.name"));
        h.th({scope("col"), cls("num")}, w("seating.table_word"));
      });
    });
    h.tbody([&] {
      for (const std::size_t n : by_name(w, look))
        h.tr([&] {
          h.th({scope("row")}, look.people.list[n].name);
          h.td({cls("num")}, look.seats[n] + 1);
        });
    });
  });
}

}  // namespace

std::string seating_paper(const View& view, const domain::Workshop& workshop, RoomId room, const SeatingLook& look, SeatingPaper which) {
  const Words& w = view.words;
  const bool door = which == SeatingPaper::door;
  const std::string_view title = w(door ? "seating.door_list" : "seating.table_list");
  const Frame frame{.w = w, .title = std::string(title), .surface = Surface::print, .warning = view.warning, .rehearsal = workshop.rehearsal,
                    .footer = false};
  return page(frame, [&](Writer& h) { print_bar(h, w, title, w("seating.bar"), desk_url(room, "bord")); },
              [&](Writer& h) {
                h.div({cls("bordpapir")}, [&] {
                  h.h1(title);
                  h.p(workshop.about.title);
                  if (door) door_list(h, w, look);
                  else table_list(h, w, look);
                });
              });
}

}  // namespace knippe::views
