// Keys across workshops, as a page: a table for each set of workshops that can be compared, and each number with the reports it is counted from.

#include "views/archive/across.h"
#include "views/archive/parts.h"
#include "views/components.h"
#include "views/page.h"
#include "views/report/wording.h"

namespace knippe::views {
namespace {

constexpr std::size_t shown_at_once = 6;

struct Table {
  const Words& w;
  std::span<const AcrossSource> sources;
  const AcrossSet& set;
  std::string id;  ///< begins every id in it
};

void source_links(Writer& h, const Table& t, const Sources& which, const std::string& row_id) {
  h.ul({role("list")}, [&] {
    for (const std::size_t at : which) {
      const AcrossSource& source = t.sources[at];
      h.li([&] {
        h.a({cls("ds-link"), id(row_id + "-" + std::to_string(at)), href(Url::local(source.path)), attr::lang(source.language)}, source.title);
        if (!source.date.empty()) h.text(" (" + t.w.plain_date(source.date) + ")");
        if (source.record) {
          h.text(" ");
          h.span({cls("amerke")}, t.w("across.archive"));
        }
      });
    }
  });
}

/// A long list is folded; the number stands before it all the same.
void source_cell(Writer& h, const Table& t, const Sources& which, const std::string& row_id) {
  if (which.empty()) return h.text(t.w("across.none"));
  if (which.size() <= shown_at_once) return source_links(h, t, which, row_id);
  h.details({cls("ds-details"), id(row_id)}, [&] {
    h.summary(t.w.plural("across.show", static_cast<std::int64_t>(which.size())));
    h.div([&] { source_links(h, t, which, row_id); });
  });
}

void key_cell(Writer& h, const Table& t, const ListedKey& key) {
  h.th({scope("row")}, [&] {
    if (key.text.empty()) return h.text(t.w("report.erased"));
    h.span({attr::lang(key.language)}, [&] {
      h.b(key.short_name);
      if (key.text == key.short_name) return;
      h.br();
      report::breakable(h, key.text);
    });
  });
}

void key_row(Writer& h, const Table& t, const AcrossKey& row, std::size_t number) {
  const std::string row_id = t.id + "-" + std::to_string(number);
  h.tr([&] {
    key_cell(h, t, *row.key);
    h.td({cls("antall")}, share_of(t.w, row.on_top.size(), row.listed()));
    h.td([&] {
      h.span({cls("kolonnenavn")}, t.w("across.col_on_top"));
      source_cell(h, t, row.on_top, row_id + "-o");
    });
    h.td([&] {
      h.span({cls("kolonnenavn")}, t.w("across.col_below"));
      source_cell(h, t, row.below, row_id + "-u");
    });
  });
}

void heading_row(Writer& h, const Words& w, std::initializer_list<MessageKey> columns) {
  h.thead([&] {
    h.tr([&] {
      for (const MessageKey column : columns) h.th({scope("col")}, w(column));
    });
  });
}

void key_table(Writer& h, const Table& t) {
  h.table({cls("ptvers")}, [&] {
    h.caption(t.w.plural("across.caption", t.set.places));
    heading_row(h, t.w, {"across.col_key", "across.col_count", "across.col_on_top", "across.col_below"});
    h.tbody([&] {
      for (std::size_t i = 0; i < t.set.keys.size(); ++i) key_row(h, t, t.set.keys[i], i + 1);
    });
  });
}

std::string proposed_by(const Words& w, const ListedKey& key) {
  std::vector<std::string> numbers;
  for (const std::uint32_t group : key.groups) numbers.push_back(std::to_string(group));
  if (numbers.size() == 1) return w.format("across.from_group", numbers.front());
  return w.format("across.merged_from", report::joined(w, numbers));
}

void supplement_table(Writer& h, const Table& t) {
  if (t.set.supplements.empty()) return;
  h.h3({cls("rtema")}, t.w("across.supplements"));
  h.p({cls("pingress")}, t.w("across.supplements_text"));
  h.table({cls("ptvers")}, [&] {
    h.caption({cls("ds-sr-only")}, t.w("across.supplements"));
    heading_row(h, t.w, {"across.col_key", "across.col_from", "across.col_workshop"});
    h.tbody([&] {
      for (std::size_t i = 0; i < t.set.supplements.size(); ++i) {
        const AcrossKey& row = t.set.supplements[i];
        h.tr([&] {
          key_cell(h, t, *row.key);
          h.td(proposed_by(t.w, *row.key));
          h.td([&] { source_cell(h, t, row.on_top, t.id + "-s" + std::to_string(i + 1)); });
        });
      }
    });
  });
}

std::string set_heading(const Words& w, const AcrossSet& set) {
  return set.template_name.empty() ? std::string(w("across.no_template")) : set.template_name;
}

void set_section(Writer& h, const Table& t) {
  archive::section(h, t.id + "-h", set_heading(t.w, t.set), t.w.plural("across.set_text", static_cast<std::int64_t>(t.set.sources.size())), [&](Writer&) {
    key_table(h, t);
    supplement_table(h, t);
  });
}

void how_it_is_counted(Writer& h, const Words& w) {
  h.section({cls("asier"), aria_labelledby("slik-h")}, [&] {
    h.h2({id("slik-h")}, w("across.how"));
    h.ul([&] {
      for (const MessageKey point : {MessageKey("across.how_listed"), MessageKey("across.how_words"), MessageKey("across.how_apart"), MessageKey("across.how_out"),
                                     MessageKey("across.how_2017")})
        h.li(w(point));
    });
  });
}

}  // namespace

std::string across_page(const View& view, std::span<const AcrossSource> sources) {
  const Words& w = view.words;
  const auto sets = across(sources);
  const Frame frame{.w = w, .title = std::string(w("across.title")), .surface = Surface::report, .main_class = "rapp", .style = "archive.css",
                    .warning = view.warning, .indexable = true, .sender = view.sender.get()};
  return page(frame, [&](Writer& h) { archive::top(h, w, Url("/paa-tvers/nokler.csv"), Url("/paa-tvers/nokler.json")); },
              [&](Writer& h) {
                h.header({cls("rhode")}, [&] {
                  h.p({cls("overlinje")}, w("report.overline"));
                  h.h1(w("across.title"));
                  h.p({cls("rsporsmal")}, w("across.lead"));
                });
                how_it_is_counted(h, w);
                for (std::size_t i = 0; i < sets.size(); ++i) set_section(h, {w, sources, sets[i], "sett" + std::to_string(i + 1)});
              });
}

}  // namespace knippe::views
