#include "views/erasure/account_data.h"

#include <algorithm>
#include <ranges>

#include "base/encoding.h"
#include "views/admin/parts.h"
#include "views/components.h"
#include "views/desk/office.h"
#include "views/desk/parts.h"
#include "views/erasure/parts.h"
#include "views/involvement/trust_parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using CaseTextKind = domain::involvement::TextKind;

const Url here("/konto/mine-data");

std::string_view name_of(const Words& w, RoomTie tie) {
  switch (tie) {
    case RoomTie::owner: return w("account_data.tie_owner");
    case RoomTie::facilitator: return w("admin.facilitator");
    case RoomTie::answerer: return w("office.answerer");
    case RoomTie::moderator: return w("office.moderator");
  }
  __builtin_unreachable();
}

std::string title_of(const Words& w, const AccountRoom& room) {
  return room.title.empty() ? w.format("acts.gone_room", to_base32(room.room.value)) : room.title;
}

std::string time_of(const Words& w, Instant at) { return w.date_and_time(at, acts_zone); }

void fact(Writer& h, std::string_view what, Part said) {
  h.div([&] {
    h.dt(what);
    h.dd([&] { said(h); });
  });
}

void known(Writer& h, const View& view, const AccountLook& look) {
  const Words& w = view.words;
  desk::panel(h, view, {.id = "konto", .heading = w("account_data.account")}, [&](Writer&) {
    h.dl({cls("panelkropp fakta")}, [&] {
      fact(h, w("admin.name"), [&](Writer&) { h.text(look.user.name); });
      fact(h, w("admin.email"), [&](Writer&) { h.text(look.user.email); });
      fact(h, w("account_data.created"), [&](Writer&) { h.text(time_of(w, look.created)); });
      fact(h, w("admin.roles"), [&](Writer&) { admin::role_marks(h, w, look.user.roles); });
      fact(h, w("account_data.password"), [&](Writer&) { h.text(w("account_data.password_text")); });
      fact(h, w("account_data.sessions"), [&](Writer&) {
        for (const AccountSession& each : look.sessions) h.p(w.format("account_data.session", time_of(w, each.begun), time_of(w, each.seen)));
        h.p(w("account_data.no_traces"));
      });
      if (!look.links.empty())
        fact(h, w("account_data.links"), [&](Writer&) {
          for (const Instant expires : look.links) h.p(w.format("admin.valid_until", w.date(expires, acts_zone)));
        });
      if (!look.tools.empty())
        fact(h, w("account_data.tools"), [&](Writer&) {
          for (const ListedToken& tool : look.tools) h.p(tool.name + " · " + time_of(w, tool.created));
        });
    });
  });
}

void rooms(Writer& h, const View& view, const AccountLook& look) {
  const Words& w = view.words;
  desk::panel(h, view, {.id = "rom", .heading = w("account_data.rooms"), .count = w.number(std::ssize(look.rooms))}, [&](Writer&) {
    if (look.rooms.empty()) return h.p({cls("panelkropp")}, w("account_data.no_rooms"));
    h.ul({cls("panelkropp punktliste")}, [&] {
      for (const AccountRoom& room : look.rooms)
        h.li([&] {
          h.b(title_of(w, room));
          for (const RoomTie tie : room.ties) h.text(" · " + std::string(name_of(w, tie)));
          if (room.records) h.text(" · " + w.plural("account_data.records", static_cast<std::int64_t>(room.records)));
        });
    });
  });
}

bool is_statement(const TextLineOf<domain::involvement::TextRef>& line) { return line.text.kind == CaseTextKind::statement; }

bool has_statements(const AccountLook& look) {
  return std::ranges::any_of(look.rooms, [](const AccountRoom& room) { return std::ranges::any_of(room.case_texts, is_statement); });
}

void statements(Writer& h, const View& view, const AccountLook& look) {
  const Words& w = view.words;
  if (!has_statements(look)) return;
  desk::panel(h, view, {.id = "uttalelser", .heading = w("account_data.statements")}, [&](Writer&) {
    desk::page_form(h, view, here, {.css = "panelkropp sletteskjema", .id = "slett"}, [&](Writer&) {
      h.p(w("account_data.statements_text"));
      h.ul({cls("sletteliste")}, [&] {
        for (const AccountRoom& room : look.rooms)
          for (const auto& line : room.case_texts)
            if (is_statement(line)) erasure::pick(h, w, {statement_ref(room.room, line.text), title_of(w, room), "", line.words, line.wordings});
      });
      button(h, {.label = w("erasure.erase_picked"), .id = "slett-valgte", .name = "op", .value = "slett", .variant = Variant::secondary,
                 .color = "danger", .icon = Icon::trash});
    });
  });
}

void written_line(Writer& h, const Words& w, std::string_view kind, const AccountRoom& room, const std::vector<std::string>& words) {
  h.li([&] {
    h.b(kind);
    h.text(" · " + title_of(w, room) + " ");
    h.span({cls("sletteliste__ord")}, erasure::one_line(w, words));
  });
}

/// What the account wrote on behalf of a room; it goes where the room's texts go.
void written(Writer& h, const View& view, const AccountLook& look) {
  const Words& w = view.words;
  const bool any = std::ranges::any_of(look.rooms, [](const AccountRoom& room) {
    return !room.texts.empty() || !std::ranges::all_of(room.case_texts, is_statement);
  });
  if (!any) return;
  desk::panel(h, view, {.id = "skrevet", .heading = w("account_data.written")}, [&](Writer&) {
    h.p({cls("panelkropp")}, w("account_data.written_text"));
    h.ul({cls("panelkropp punktliste")}, [&] {
      for (const AccountRoom& room : look.rooms) {
        for (const TextLine& line : room.texts) written_line(h, w, erasure::kind_word(w, line.text.kind), room, line.words);
        for (const auto& line : room.case_texts)
          if (!is_statement(line)) written_line(h, w, sak::kind_word(w, line.text.kind), room, line.words);
      }
    });
  });
}

void acts(Writer& h, const View& view, const AccountLook& look) {
  const Words& w = view.words;
  desk::panel(h, view, {.id = "handlinger", .heading = w("account_data.acts"), .count = w.number(std::ssize(look.acts))}, [&](Writer&) {
    h.p({cls("panelkropp")}, w("account_data.acts_text"));
    if (look.acts.empty()) return;
    h.ul({cls("panelkropp punktliste")}, [&] {
      for (const ActLine& act : look.acts | std::views::take(own_acts_shown))
        h.li([&] {
          h.b(views::name_of(w, act.act));
          h.text(" · " + time_of(w, act.at) + " · " + act.by);
          if (!act.on.empty()) h.text(" → " + act.on);
          if (!act.with.empty()) h.text(" (" + act.with + ")");
        });
      if (look.acts.size() > own_acts_shown) h.li(w("account_data.rest_in_file"));
    });
  });
}

void stays(Writer& h, const Words& w) {
  h.h3(w("erasure.stays"));
  h.ul({cls("punktliste")}, [&] {
    for (const MessageKey line : {MessageKey("account_data.stays_number"), MessageKey("account_data.stays_written"), MessageKey("account_data.stays_named"),
                                  MessageKey("account_data.stays_rooms"), MessageKey("account_data.stays_last"), MessageKey("erasure.stays_backups")})
      h.li(w(line));
  });
}

void everything(Writer& h, const View& view, const Kept& kept) {
  const Words& w = view.words;
  const std::string message = kept.is("alt") && kept.error ? w.error(*kept.error) : "";
  desk::panel(h, view, {.id = "alt", .heading = w("account_data.erase")}, [&](Writer&) {
    desk::page_form(h, view, here, {.css = "panelkropp sletteskjema", .id = "alt-skjema"}, [&](Writer&) {
      h.p(w("account_data.erase_text"));
      stays(h, w);
      h.div({cls("ds-field")}, [&] {
        h.input({cls("ds-input"), type("checkbox"), id("forstatt"), name("forstatt"), value("ja"), aria_invalid(!message.empty()),
                 when(!message.empty(), aria_describedby("forstatt-f"))});
        h.label({for_id("forstatt")}, w("erasure.understood"));
        if (!message.empty()) h.p({cls("ds-validation-message"), id("forstatt-f")}, message);
      });
      button(h, {.label = w("account_data.erase"), .id = "slett-alt", .name = "op", .value = "alt", .color = "danger", .icon = Icon::trash});
    });
  });
}

void top(Writer& h, const View& view, const AccountLook& look, bool done, const Kept& kept) {
  const Words& w = view.words;
  if (kept.error) {
    const FieldError errors[] = {{kept.is("alt") || !has_statements(look) ? "forstatt" : "uttalelser", w.error(*kept.error)}};
    error_summary(h, w, errors);
  }
  h.div({cls("sidetopp")}, [&] {
    h.div([&] {
      h.h1(w("erasure.own_title"));
      h.p(w("account_data.lead"));
    });
    h.a({cls("ds-link"), id("ta-med"), href("/konto/mine-data.json")}, w("erasure.take_along"));
  });
  if (done) alert(h, Tone::info, w("erasure.done"), [&](Writer&) { h.p({cls("ds-paragraph")}, w("erasure.done_text")); });
}

}  // namespace

std::string statement_ref(RoomId room, const domain::involvement::TextRef& text) { return to_base32(room.value) + "/" + to_string(text); }

std::string account_data_page(const View& view, const AccountLook& look, bool done, const Kept& kept) {
  const Words& w = view.words;
  const std::string title(w("erasure.own_title"));
  const Frame frame{.w = w, .title = kept.error ? w.format("front.title_error", title) : title, .surface = Surface::desk, .main_class = "sideinn",
                    .command = view.form_token, .style = "erasure.css", .warning = view.warning};
  return page(frame, [&](Writer& h) { desk::office_header(h, view, {desk::Office::own_data, look.user.name}); },
              [&](Writer& h) {
                top(h, view, look, done, kept);
                h.div({cls("merliste")}, [&] {
                  known(h, view, look);
                  rooms(h, view, look);
                  statements(h, view, look);
                  written(h, view, look);
                  acts(h, view, look);
                  everything(h, view, kept);
                });
              });
}

}  // namespace knippe::views
