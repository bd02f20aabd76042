#include "views/involvement/parts.h"

#include <algorithm>

#include "base/encoding.h"
#include "base/text.h"
#include "views/desk/office.h"
#include "views/involvement/youth.h"
#include "views/profile/sender.h"

namespace knippe::views {

CaseCard card_of(RoomId room, const involvement::Involvement& i) {
  return {.room = room, .title = i.title, .summary = i.summary, .language = i.language, .phase = i.phase, .information = i.information, .simulated = i.simulated,
          .takes_input = i.takes_input, .answer_by = i.promise.answer_by, .contributions = i.published.size(),
          .answered = i.answered(), .unanswered = i.unanswered(), .waiting = i.waiting.size(),
          .gaps = i.phase == involvement::Phase::draft ? gaps_of(i).size() : 0};
}

namespace sak {

using namespace involvement;

void code_box(Writer& h, std::string_view heading, std::string_view code, std::string_view text) {
  h.section({cls("kvitt"), aria_labelledby("kode-h")}, [&] {
    h.h2({id("kode-h")}, heading);
    h.p({cls("kvitt__kode")}, [&] {
      for (std::size_t at = 0; at < code.size(); at += 4) {
        if (at > 0) h.text(" ");
        h.span(code.substr(at, 4));
      }
    });
    h.p(text);
  });
}

namespace {
Url url_of(std::string_view area, RoomId room, std::string_view rest) {
  std::string address = std::string(area) + to_base32(room.value);
  if (!rest.empty()) address.append("/").append(rest);
  return Url::local(address);
}

void public_header(Writer& h, const Words& w, const Sender* sender) {
  h.header({cls("ptopp")}, [&] {
    h.div({cls("ptopp__inn")}, [&] {
      h.a({id("topp-hjem"), cls("pkommune"), href("/")}, [&] { sender && !sender->name.empty() ? sender_mark(h, *sender) : logo(h, w("common.product")); });
      h.nav({cls("pnav"), aria_label(w("involvement.menu"))}, [&] {
        h.ul({role("list")}, [&] {
          h.li([&] { h.a({id("til-saker"), href("/saker")}, w("involvement.cases")); });
          h.li([&] { h.a({id("til-kalender"), href("/kalender")}, w("steps.calendar")); });
          h.li([&] { h.a({id("til-sok"), href("/sok")}, w("search.title")); });
        });
      });
    });
  });
}

}  // namespace

Url public_url(RoomId room, std::string_view rest) { return url_of("/saker/", room, rest); }
Url desk_url(RoomId room, std::string_view rest) { return url_of("/styring/sak/", room, rest); }

std::string public_page(const Frame& frame, Part main) {
  Frame named = frame;
  named.sender_in_header = true;
  return page(named, [&](Writer& h) { public_header(h, frame.w, frame.sender); }, main);
}

void narrow_header(Writer& h, const CaseLook& look, std::string_view right) {
  h.header({cls("itopp")}, [&] {
    h.div({cls("itopp__inn")}, [&] {
      h.a({id("til-saken"), href(public_url(look.room)), spoken(look.view.words, look.involvement)}, [&] {
        icon(h, Icon::arrow_left);
        h.text(look.involvement.title);
      });
      if (!right.empty()) h.span(right);
    });
  });
}

void owner_header(Writer& h, const View& view) { desk::office_header(h, view, {desk::Office::cases, {}, false}); }

Frame public_frame(const CaseLook& look, std::string title, std::string_view main_class) {
  return {.w = look.view.words, .title = std::move(title), .surface = Surface::open_web, .main_class = main_class,
          .command = look.view.form_token, .cases = true, .warning = look.view.warning, .example = look.involvement.simulated,
          .sender = look.view.sender.get()};
}
Frame desk_frame(const View& view, std::string title, std::string_view main_class) {
  return {.w = view.words, .title = std::move(title), .surface = Surface::desk, .main_class = main_class, .command = view.form_token,
          .cases = true, .warning = view.warning};
}
Frame desk_frame(const CaseLook& look, std::string title) {
  Frame frame = desk_frame(look.view, std::move(title), "sideinn sideinn--sak");
  frame.example = look.involvement.simulated;
  return frame;
}

void breadcrumbs(Writer& h, const Words& w, std::span<const Crumb> crumbs, std::string_view here) {
  h.nav({cls("ds-breadcrumbs"), aria_label(w("involvement.you_are_here"))}, [&] {
    h.ol([&] {
      for (const Crumb& crumb : crumbs) h.li([&] { h.a({cls("ds-link"), href(crumb.to)}, crumb.label); });
      h.li([&] { h.a({cls("ds-link"), href("#innhold"), aria_current("page")}, here); });
    });
  });
}

void refusal(Writer& h, const CaseLook& look, std::string_view form, std::string_view field) {
  if (!look.kept.is(form) || !look.kept.error) return;
  const FieldError errors[] = {{std::string(field), look.view.words.error(*look.kept.error)}};
  error_summary(h, look.view.words, errors);
}

void status_mark(Writer& h, const Words& w, const CaseCard& card) {
  const bool open = card.phase == Phase::open;
  const std::string_view text = card.phase == Phase::draft    ? w("involvement.status_draft")
                                : card.phase == Phase::closed ? w("involvement.status_closed")
                                : card.information            ? w("involvement.status_information")
                                : card.takes_input            ? w("involvement.status_input")
                                                              : w("involvement.status_answering");
  h.span({cls("stat stat--stor"), data("color", open && card.takes_input ? "success" : open ? "info" : "neutral")}, [&] {
    icon(h, card.phase == Phase::draft ? Icon::pencil : open ? Icon::circle_fill : Icon::archive);
    h.text(text);
  });
}

void own_text(Writer& h, const Words& w, std::string_view text) {
  if (text.empty()) return h.em({cls("dempet")}, w("involvement.erased"));
  bool first = true;
  for (const std::string_view line : split(text, '\n')) {
    if (!first) h.br();
    first = false;
    h.text(line);
  }
}

std::string_view source_of(const Words& w, Source source) {
  switch (source) {
    case Source::web: return {};
    case Source::paper: return w("involvement.from_paper");
    case Source::spoken: return w("involvement.from_speech");
  }
  __builtin_unreachable();
}

std::string facts_of(const CaseLook& look, const Contribution& contribution) {
  const Words& w = look.view.words;
  std::string facts;
  const auto add = [&](std::string_view fact) {
    if (!fact.empty()) facts.append(facts.empty() ? "" : " · ").append(fact);
  };
  add(name_of(w, contribution.stance));
  if (const Theme* theme = look.involvement.find_theme(contribution.theme)) add(theme->name);
  add(contribution.place);
  add(w.date(contribution.at, look.involvement.time_zone));
  add(contribution.group_name);
  if (contribution.company > Company::alone) add(name_of(w, contribution.company));
  if (contribution.people > 0) add(w.plural("common.people", contribution.people));
  return facts;
}

Url photo_url(RoomId room, ContributionId contribution) { return public_url(room, "innspill/" + std::to_string(contribution.value) + "/bilde"); }

void contribution_photo(Writer& h, const CaseLook& look, const Contribution& contribution, const Url& pictures) {
  const ContributionPhoto& photo = contribution.photo;
  if (!photo.exists()) return;
  h.p({cls("innsbilde"), when(!photo.alt.empty(), spoken(look.view.words, look.involvement))}, [&] {
    h.a({id("bilde-", contribution.id.value), href(pictures)}, [&] {
      h.img({src(Url::local(pictures.text() + "/liten")), alt(photo.alt.empty() ? look.view.words("casephoto.undescribed") : std::string_view(photo.alt)),
             width(photo.width), height(photo.height), named("loading", "lazy")});
    });
  });
}

Pages pages_of(std::size_t items, std::size_t wanted) {
  Pages pages;
  pages.count = std::max<std::size_t>(1, (items + contributions_per_page - 1) / contributions_per_page);
  pages.number = std::clamp<std::size_t>(wanted, 1, pages.count);
  pages.last = items - std::min(items, (pages.number - 1) * contributions_per_page);
  pages.first = pages.last - std::min(pages.last, contributions_per_page);
  return pages;
}

void page_turner(Writer& h, const Words& w, const Pages& pages, const std::string& address) {
  if (pages.count == 1) return;
  const auto link = [&](std::size_t number, const char* link_id, std::string_view label) {
    const std::string to = address + (address.find('?') == std::string::npos ? "?" : "&") + "side=" + std::to_string(number);
    h.li([&] { h.a({cls("ds-link"), id(link_id), href(Url::local(to))}, label); });
  };
  h.nav({cls("bla"), aria_label(w("involvement.pages"))}, [&] {
    h.p(w.format("involvement.page_of", pages.number, pages.count));
    h.ul({role("list"), cls("knapperad")}, [&] {
      if (pages.number > 1) link(pages.number - 1, "forrige-side", w("involvement.newer"));
      if (pages.number < pages.count) link(pages.number + 1, "neste-side", w("involvement.older"));
    });
  });
}

void verdict_line(Writer& h, const Words& w, const Answer& answer, std::string_view time_zone) {
  h.p({cls("svarkort__topp")}, [&] {
    h.span({cls("stat"), data("color", color_of(answer.verdict))}, [&] {
      icon(h, icon_of(answer.verdict));
      h.text(name_of(w, answer.verdict));
    });
    h.span({cls("liten")}, w.date(answer.at, time_zone));
  });
}

void answer_box(Writer& h, const CaseLook& look, const Theme& theme) {
  const Words& w = look.view.words;
  const Answer& answer = theme.answer;
  h.div({cls("svarkort__gjorde")}, [&] {
    verdict_line(h, w, answer, look.involvement.time_zone);
    h.p({spoken(w, look.involvement)}, [&] { own_text(h, w, answer.reason); });
    if (const RoomItem* item = look.involvement.find_item(answer.item))
      h.p({cls("liten")}, w.format("involvement.answer_touches", name_of(w, item->openness), item->text));
  });
}

}  // namespace sak
}  // namespace knippe::views
