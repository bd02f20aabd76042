// The record as a page: the document's words in the document's language, ours around them.

#include "views/archive/archive.h"
#include "views/archive/parts.h"
#include "views/components.h"
#include "views/page.h"
#include "views/report/wording.h"

namespace knippe::views {
namespace {

using archive::section;

Url record_url(const Record& record, std::string_view rest = {}) { return Url::local("/arkiv/" + record.id + std::string(rest)); }

void head(Writer& h, const Words& w, const Record& record) {
  const Attribute language = attr::lang(record.language);
  h.header({cls("rhode")}, [&] {
    h.p({cls("overlinje")}, w("archive.overline"));
    h.h1({language}, record.title);
    h.p({cls("rsporsmal"), language}, record.question);
    h.p({cls("rmeta")}, [&] {
      h.span([&] { icon(h, Icon::calendar); h.text(w.plain_date(record.date)); });
      h.span([&] { icon(h, Icon::location_pin); h.span({language}, record.place); });
      h.span([&] { icon(h, Icon::file_text); h.span(w.format("archive.by", record.publisher)); });
    });
    h.p({cls("luft")}, [&] {
      h.slots(w("archive.source"), [&] { h.span({language}, "«", record.document, "»"); }, record.publisher);
    });
  });
}

void says(Writer& h, std::string_view heading_id, std::string_view heading, Icon which, std::initializer_list<std::string> points) {
  h.section({cls("asier"), aria_labelledby(heading_id)}, [&] {
    h.h2({id(heading_id)}, [&] { icon(h, which); h.text(heading); });
    h.ul([&] {
      for (const std::string& point : points) h.li(point);
    });
  });
}

void what_it_says(Writer& h, const Words& w, const Record& record) {
  const auto many = [](const auto& list) { return static_cast<std::int64_t>(list.size()); };
  h.div({cls("asier__to")}, [&] {
    says(h, "sier-h", w("archive.says"), Icon::checkmark_circle,
         {w.format("archive.says_keys", many(record.keys)), w.format("archive.says_supplements", many(record.supplements)),
          w.format("archive.says_measures", many(record.measures)), w.format("archive.says_highest", many(record.ranked_highest))});
    says(h, "ikke-h", w("archive.silent"), Icon::questionmark_circle,
         {std::string(w("archive.silent_points")), std::string(w("archive.silent_order")), std::string(w("archive.silent_people")),
          std::string(w("archive.silent_authors")), std::string(w("archive.silent_speakers"))});
  });
}

void key_rows(Writer& h, const Words& w, const Record& record, const std::vector<KeyId>& ids) {
  h.ul({cls("anokler"), role("list")}, [&] {
    for (const KeyId each : ids) {
      const domain::Key& key = record.keys[each.value - 1];
      h.li([&] {
        h.span({cls("rmerke")}, [&] {
          h.span({cls("ds-sr-only")}, w("archive.key"), " ");
          h.text(each.value);
        });
        h.span({attr::lang(key.language)}, [&] { report::breakable(h, key.text); });
      });
    }
  });
}

void texts(Writer& h, const Record& record, const std::vector<std::string>& list) {
  h.ul({cls("atekster"), attr::lang(record.language)}, [&] {
    for (const std::string& text : list) h.li([&] { report::breakable(h, text); });
  });
}

std::vector<KeyId> all_of(const Record& record) {
  std::vector<KeyId> ids;
  for (const domain::Key& key : record.keys) ids.push_back(key.id);
  return ids;
}

void ways_on(Writer& h, const Words& w, const Record& record) {
  h.section({cls("rseksjon avidere"), aria_labelledby("videre-h")}, [&] {
    h.h2({id("videre-h")}, w("archive.again"));
    h.p(w("archive.again_text"));
    h.div({cls("knapperad")}, [&] {
      link_button(h, {.label = w("archive.start"), .id = "start-likt", .icon = Icon::plus}, Url::local(template_path(record)));
      link_button(h, {.label = w("across.title"), .id = "til-paa-tvers", .variant = Variant::secondary, .icon = Icon::bar_chart}, Url("/paa-tvers"));
    });
  });
}

}  // namespace

std::string record_page(const View& view, const Record& record) {
  const Words& w = view.words;
  const Frame frame{.w = w, .title = w.format("archive.title", record.title), .surface = Surface::report, .main_class = "rapp",
                    .style = "archive.css", .warning = view.warning, .indexable = true, .sender = view.sender.get()};
  return page(frame, [&](Writer& h) { archive::top(h, w, record_url(record, "/arkiv.csv"), record_url(record, "/arkiv.json")); },
              [&](Writer& h) {
                head(h, w, record);
                what_it_says(h, w, record);
                section(h, "hoyest-h", w("archive.highest"), w("archive.highest_text"), [&](Writer&) { key_rows(h, w, record, record.ranked_highest); });
                section(h, "nokler-h", w("archive.keys"), {}, [&](Writer&) {
                  h.p({cls("pingress")}, [&] { h.slots(w("archive.keys_text"), [&] { h.span({attr::lang(record.language)}, record.speakers); }); });
                  key_rows(h, w, record, all_of(record));
                });
                section(h, "suppler-h", w("archive.supplements"), w("archive.supplements_text"), [&](Writer&) { texts(h, record, record.supplements); });
                section(h, "tiltak-h", w("archive.measures"), w("archive.measures_text"), [&](Writer&) { texts(h, record, record.measures); });
                ways_on(h, w, record);
              });
}

}  // namespace knippe::views
