// What was found, kind by kind, with the words marked.

#include <algorithm>

#include "base/encoding.h"
#include "likeness/stems.h"
#include "views/components.h"
#include "views/desk/parts.h"
#include "views/involvement/parts.h"
#include "views/page.h"
#include "views/search/search.h"

namespace knippe::views {
namespace {

constexpr std::size_t snippet_bytes = 260;
constexpr std::size_t heading_bytes = 160;

struct Shown {
  const View& view;
  const Words& w;
  const SearchLook& look;
  likeness::Stemmer stemmer{};
};

std::string_view name_of(const Words& w, FoundKind kind) {
  switch (kind) {
    case FoundKind::involvement: return w("search.kind_case");
    case FoundKind::item: return w("search.kind_item");
    case FoundKind::contribution: return w("search.kind_contribution");
    case FoundKind::theme: return w("search.kind_theme");
    case FoundKind::answer: return w("search.kind_answer");
    case FoundKind::decision: return w("search.kind_decision");
    case FoundKind::measure: return w("search.kind_measure");
    case FoundKind::outcome: return w("search.kind_outcome");
    case FoundKind::statement: return w("search.kind_statement");
    case FoundKind::workshop: return w("search.kind_workshop");
    case FoundKind::key: return w("search.kind_key");
    case FoundKind::proposal: return w("search.kind_proposal");
    case FoundKind::method: return w("search.kind_method");
    case FoundKind::record: return w("search.kind_record");
  }
  __builtin_unreachable();
}

/// Of one without a heading of its own.
std::string heading_of(const Words& w, Place place) {
  switch (place.kind) {
    case FoundKind::contribution: return w.format("search.one_contribution", place.number);
    case FoundKind::decision: return std::string(w("search.one_decision"));
    case FoundKind::proposal: return std::string(w("search.one_proposal"));
    case FoundKind::outcome: return std::string(w("search.one_evaluation"));
    default: return std::string(w("search.one_record"));
  }
}

std::string address_of(const SearchLook& look, std::optional<FoundKind> kind, std::size_t page) {
  std::string address = "/sok?q=" + Url::segment(look.typed);
  if (kind) address.append("&slag=").append(slug_of(*kind));
  if (look.room) address.append("&rom=").append(to_base32(look.room.value));
  if (page > 1) address.append("&side=").append(std::to_string(page));
  return address;
}

void write_pieces(Writer& h, const Shown& s, std::string_view text, std::string_view language, std::size_t bytes) {
  for (const Piece& piece : marked(s.stemmer, text, language, s.look.sought, bytes)) {
    if (piece.marked)
      h.element("mark", {}, piece.text);
    else
      h.text(piece.text);
  }
}

void facts(Writer& h, const Shown& s, const FoundHit& hit) {
  if (hit.room_title.empty() && !hit.closed) return;
  h.p({cls("treff__hvor")}, [&] {
    if (!hit.room_title.empty()) h.span({when(hit.room_language != code(s.w.lang()), attr::lang(hit.room_language))}, hit.room_title);
    if (!hit.closed) return;
    h.text(" ");
    h.span({cls("lapp")}, s.w("search.closed"));
  });
}

void hit_line(Writer& h, const Shown& s, const FoundHit& hit, std::size_t number) {
  const Passage& passage = hit.passage;
  const Attribute spoken = when(passage.language != code(s.w.lang()), attr::lang(passage.language));
  const Attribute spoken_heading = when(!passage.heading.empty() && passage.language != code(s.w.lang()), attr::lang(passage.language));
  h.li({cls("treff__en")}, [&] {
    h.h3([&] {
      h.a({id(std::string(slug_of(hit.place.kind)) + "-treff-" + std::to_string(number)), href(Url::local(passage.address)), spoken_heading}, [&] {
        if (passage.heading.empty())
          h.text(heading_of(s.w, hit.place));
        else
          write_pieces(h, s, passage.heading, passage.language, heading_bytes);
      });
    });
    if (!passage.text.empty()) h.p({spoken}, [&] { write_pieces(h, s, passage.text, passage.language, snippet_bytes); });
    facts(h, s, hit);
  });
}

void group_section(Writer& h, const Shown& s, const FoundGroup& group) {
  const std::string name(slug_of(group.kind));
  h.section({cls("treff"), aria_labelledby(name + "-h")}, [&] {
    h.h2({id(name + "-h")}, [&] {
      h.text(name_of(s.w, group.kind));
      h.text(" ");
      h.span({cls("treff__n")}, s.w.format("search.in_group", static_cast<std::int64_t>(group.count)));
    });
    h.ul({role("list")}, [&] {
      for (std::size_t i = 0; i < group.shown.size(); ++i) hit_line(h, s, group.shown[i], i + 1);
    });
    if (!s.look.kind && group.count > group.shown.size())
      h.p({cls("etter")}, [&] {
        h.a({cls("ds-link"), id("alle-" + name), href(Url::local(address_of(s.look, group.kind, 1)))},
            s.w.format("search.show_all", static_cast<std::int64_t>(group.count), name_of(s.w, group.kind)));
      });
  });
}

void page_links(Writer& h, const Shown& s) {
  if (!s.look.kind || s.look.groups.empty()) return;
  const std::size_t count = (s.look.groups.front().count + found_per_page - 1) / found_per_page;
  if (count < 2) return;
  const auto link = [&](std::size_t page, const char* link_id, std::string_view label) {
    h.li([&] { h.a({cls("ds-link"), id(link_id), href(Url::local(address_of(s.look, s.look.kind, page)))}, label); });
  };
  h.nav({cls("bla"), aria_label(s.w("involvement.pages"))}, [&] {
    h.p(s.w.format("involvement.page_of", s.look.page, count));
    h.ul({role("list"), cls("knapperad")}, [&] {
      if (s.look.page > 1) link(s.look.page - 1, "forrige-side", s.w("search.previous"));
      if (s.look.page < count) link(s.look.page + 1, "neste-side", s.w("search.next"));
    });
  });
}

void choices(Writer& h, const Shown& s) {
  std::vector<desk::Option> kinds{{"", std::string(s.w("search.any_kind"))}}, rooms{{"", std::string(s.w("search.any_room"))}};
  for (const FoundKind kind : found_kinds) kinds.push_back({std::string(slug_of(kind)), std::string(name_of(s.w, kind))});
  for (const FoundRoom& room : s.look.rooms) rooms.push_back({to_base32(room.room.value), room.title});
  desk::select_field(h, {.id = "slag", .name = "slag", .label = s.w("search.kind"), .chosen = s.look.kind ? slug_of(*s.look.kind) : ""}, kinds);
  const std::string here = s.look.room ? to_base32(s.look.room.value) : "";
  if (rooms.size() > 1) desk::select_field(h, {.id = "rom", .name = "rom", .label = s.w("search.room"), .chosen = here}, rooms);
}

void form(Writer& h, const Shown& s) {
  const bool wrong = s.look.error.has_value();
  h.form({cls("sokeskjema"), role("search"), action("/sok")}, [&] {
    h.div({cls("ds-field sokeskjema__ord")}, [&] {
      h.label({cls("ds-label"), for_id("q")}, s.w("search.label"));
      h.input({cls("ds-input"), id("q"), name("q"), type("search"), maxlength(200), value(s.look.typed), autocomplete("off"), enterkeyhint("search"),
               when(wrong, aria_invalid()), when(wrong, aria_describedby("q-f"))});
      if (wrong) h.p({cls("ds-validation-message"), id("q-f")}, s.w.error(*s.look.error));
    });
    choices(h, s);
    h.button({cls("ds-button"), id("sok-knapp"), type("submit")}, s.w("search.do"));
  });
}

std::string said(const Shown& s) {
  std::size_t count = 0;
  for (const FoundGroup& group : s.look.groups) count += group.count;
  if (s.look.more) return s.w.format("search.found_more", static_cast<std::int64_t>(count));
  return s.w.plural("search.found", static_cast<std::int64_t>(count), s.look.typed);
}

void result(Writer& h, const Shown& s) {
  if (s.look.error) return;
  if (s.look.typed.empty()) return h.p({cls("pingress")}, s.w("search.what"));
  h.p({cls("sokeskjema__svar"), id("antall")}, said(s));
  if (s.look.groups.empty()) return h.p({cls("pingress")}, s.w("search.nothing_text"));
  for (const FoundGroup& group : s.look.groups) group_section(h, s, group);
  page_links(h, s);
}

}  // namespace

std::string_view slug_of(FoundKind kind) {
  switch (kind) {
    case FoundKind::involvement: return "sak";
    case FoundKind::item: return "punkt";
    case FoundKind::contribution: return "innspill";
    case FoundKind::theme: return "tema";
    case FoundKind::answer: return "svar";
    case FoundKind::decision: return "vedtak";
    case FoundKind::measure: return "tiltak";
    case FoundKind::outcome: return "resultat";
    case FoundKind::statement: return "uttalelse";
    case FoundKind::workshop: return "verksted";
    case FoundKind::key: return "nokkel";
    case FoundKind::proposal: return "forslag";
    case FoundKind::method: return "metode";
    case FoundKind::record: return "arkiv";
  }
  __builtin_unreachable();
}

std::optional<FoundKind> found_kind(std::string_view slug) {
  for (const FoundKind kind : found_kinds)
    if (slug_of(kind) == slug) return kind;
  return std::nullopt;
}

std::string search_page(const View& view, const SearchLook& look) {
  const Words& w = view.words;
  const Shown s{view, w, look};
  const std::string title = look.typed.empty() ? std::string(w("search.title")) : w.format("search.title_for", look.typed);
  const Frame frame{.w = w, .title = title, .surface = Surface::open_web, .cases = true, .style = "search.css", .warning = view.warning, .sender = view.sender.get()};
  return sak::public_page(
      frame,
      [&](Writer& h) {
        h.div({cls("sakhode sokhode")}, [&] {
          h.h1(w("search.title"));
          form(h, s);
        });
        h.div({cls("pkol")}, [&] { result(h, s); });
      });
}

}  // namespace knippe::views
