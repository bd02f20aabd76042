// The poster of 2017, to be filled in by hand: the keys to choose from, what is missing, the ranking, the pitch, notes. Corner marks
// and a code of the group's own, so that its picture finds home.

#include "views/components.h"
#include "views/desk/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using namespace desk;

constexpr int names_on_poster = 6;

struct Box {
  std::string_view css;
  std::string_view heading;
  std::string_view line = {};
};

/// One poster of the page.
struct Poster {
  const Desk& d;
  const domain::Group* group;
  std::string_view url;

  void box(Writer& h, const Box& box, Part content) const {
    h.div({cls("boks", box.css)}, [&] {
      h.h3({cls("boks__h")}, [&] {
        h.text(box.heading);
        if (!box.line.empty()) h.small(box.line);
      });
      content(h);
    });
  }
};

/// Lines to write on, each with a small square for a number, a number of its own, or nothing.
enum class Mark { square, number, none };
void lines(Writer& h, int count, Mark mark) {
  h.div({cls("linjer", mark == Mark::none ? "linjer--rene" : ""), aria_hidden()}, [&] {
    for (int i = 1; i <= count; ++i)
      h.div({cls("linje")}, [&] {
        if (mark == Mark::square) h.i("");
        if (mark == Mark::number) h.b(i, ".");
        if (mark != Mark::none) h.span("");
      });
  });
}

void head(Writer& h, const Poster& p) {
  const domain::Description& about = p.d.workshop.about;
  const Words& w = p.d.w;
  h.div({cls("plakat__topp")}, [&] {
    h.div({cls("plakat__tittel")}, [&] {
      logo(h, w("common.product"));
      h.h2({p.d.spoken()}, about.question.empty() ? about.title : about.question);
      h.p([&] {
        h.span({p.d.spoken()}, about.place.empty() ? about.title : about.place);
        if (!about.date.empty()) h.text(", " + w.plain_date(about.date));
      });
    });
    h.div({cls("felt")}, [&] {
      h.h3({cls("felt__h")}, w("poster.group_number"));
      if (p.group) h.p({cls("felt__nr")}, p.group->number.value);
    });
    h.div({cls("felt")}, [&] {
      h.h3({cls("felt__h")}, [&] {
        h.text(w("poster.members"));
        h.text(" ");
        h.small(w("poster.voluntary"));
      });
      h.div({cls("navnelinjer"), aria_hidden()}, [&] {
        for (int i = 0; i < names_on_poster; ++i) h.i("");
      });
    });
  });
}

void keys(Writer& h, const Poster& p) {
  std::size_t characters = 0;
  for (const domain::Key& key : p.d.workshop.keys)
    if (!key.origin) characters += key.text.size() + 30;
  const std::string_view dense = characters > 3400 ? "plakatnokler--tett" : "";
  p.box(h, {"boks--fylt boks--tre", p.d.w("poster.keys")}, [&](Writer&) {
    h.ol({cls("plakatnokler", dense)}, [&] {
      for (const domain::Key& key : p.d.workshop.keys) {
        if (key.origin) continue;
        h.li([&] {
          h.b({aria_hidden()}, key.label);
          h.span({p.d.spoken(key.language)}, characters > 6000 ? key.short_name : key.text);
        });
      }
    });
  });
}

void ranking(Writer& h, const Poster& p) {
  const int places = p.d.workshop.settings.places;
  p.box(h, {"boks--voks", p.d.w.format("poster.ranking", places), p.d.w("poster.ranking_line")}, [&](Writer&) {
    h.ol({cls("rangbokser")}, [&] {
      for (int place = 1; place <= places; ++place)
        h.li([&] {
          h.b({aria_hidden()}, place);
          h.span([&] {
            h.text(p.d.w("poster.key_number"));
            h.text(" ");
            h.i("");
          });
          h.em("");
        });
    });
  });
}

void pitch(Writer& h, const Poster& p) {
  const Words& w = p.d.w;
  p.box(h, {"boks--voks", w("poster.pitch"), w("poster.pitch_line")}, [&](Writer&) {
    h.h4({cls("felt__h")}, w("poster.missed"));
    lines(h, 3, Mark::square);
    h.h4({cls("felt__h felt__h--luft")}, w.format("poster.ranked", p.d.workshop.settings.places));
    h.div({cls("linjer5")}, [&] { lines(h, p.d.workshop.settings.places, Mark::number); });
    h.h4({cls("felt__h felt__h--luft")}, w("poster.first_thing"));
    h.div({cls("linjer4")}, [&] { lines(h, 4, Mark::square); });
  });
}

void remember(Writer& h, const Poster& p) {
  const Words& w = p.d.w;
  h.div({cls("boks husk")}, [&] {
    h.div([&] {
      h.h3({cls("boks__h")}, w("poster.remember"));
      h.p(w(p.url.empty() ? "poster.remember_plain" : "poster.remember_text"));
    });
    if (!p.url.empty()) qr_code(h, p.url, w.format("poster.qr", p.group->number.value));
  });
}

void poster(Writer& h, const Poster& p) {
  const Words& w = p.d.w;
  const std::string name = p.group ? w.format("common.group", p.group->number.value) : std::string(w("poster.title"));
  h.section({cls("ark ark--a3"), aria_label(name)}, [&] {
    h.markup("<i class=\"hjorne hjorne--1\"></i><i class=\"hjorne hjorne--2\"></i><i class=\"hjorne hjorne--3\"></i><i class=\"hjorne hjorne--4\"></i>");
    head(h, p);
    h.div({cls("plakat")}, [&] {
      h.div({cls("plakat__kol")}, [&] {
        keys(h, p);
        p.box(h, {"boks--voks", w("poster.supplements")}, [&](Writer&) { lines(h, 4, Mark::square); });
      });
      h.div({cls("plakat__kol")}, [&] { ranking(h, p); });
      h.div({cls("plakat__kol")}, [&] { pitch(h, p); });
      h.div({cls("plakat__kol")}, [&] {
        p.box(h, {"boks--tre", w("poster.notes"), w("poster.notes_line")}, [&](Writer&) { lines(h, 10, Mark::none); });
        p.box(h, {"boks--to", w("poster.new_keys")}, [&](Writer&) { lines(h, 4, Mark::square); });
        remember(h, p);
      });
    });
  });
}

}  // namespace

std::string posters_page(const View& view, const domain::Workshop& workshop, const DeskExtras& extras, std::span<const GroupLink> links) {
  const Kept nothing;
  const Desk d{view, view.words, workshop, extras, nothing};
  const Frame frame{.w = view.words, .title = std::string(view.words("poster.title")), .surface = Surface::print, .warning = view.warning, .rehearsal = workshop.rehearsal, .footer = false};
  return page(frame, [&](Writer& h) { print_bar(h, d.w, d.w("poster.title"), d.w("poster.bar"), desk_url(extras.room)); },
              [&](Writer& h) {
                h.h1({cls("ds-sr-only")}, d.w("poster.title"));
                h.div({cls("arkramme"), tabindex(0), role("group"), aria_label(d.w("desk.preview"))}, [&] {
                  if (links.empty()) poster(h, {d, nullptr, {}});
                  for (const GroupLink& link : links)
                    if (const domain::Group* group = workshop.find_group(link.group))
                      poster(h, {d, group, link.url});
                });
              });
}

}  // namespace knippe::views
