// Tools that act on their own, and what this installation is.

#include <fmt/ranges.h>

#include <array>

#include "views/admin/parts.h"
#include "views/components.h"
#include "views/desk/parts.h"

namespace knippe::views::admin {
namespace {

constexpr std::string_view zone = "Europe/Oslo";

void token_row(Writer& h, const Words& w, const ListedToken& token) {
  h.li([&] {
    h.span([&] {
      h.b(token.name);
      h.small(w.format("admin.token_made", w.date(token.created, zone)));
      h.small(token.last_used.ms > 0 ? w.format("admin.token_used", w.date_and_time(token.last_used, zone)) : std::string(w("admin.token_unused")));
    });
    if (token.revoked) return h.span({cls("stat"), data("color", "neutral")}, w("admin.revoked"));
    const std::string number = std::to_string(token.id);
    button(h, {.label = w("admin.revoke"), .id = "trekk-" + number, .name = "op", .value = "trekk-token:" + number, .variant = Variant::tertiary,
               .color = "danger", .about = token.name, .small = true});
  });
}

void fact(Writer& h, std::string_view what, std::string_view how) {
  if (how.empty()) return;
  h.div([&] {
    h.dt(what);
    h.dd(how);
  });
}

/// "14,2 MB".
std::string size_text(const Words& w, std::uint64_t bytes) {
  static constexpr std::array units = {"kB", "MB", "GB", "TB"};
  double amount = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  for (; amount >= 1000 && unit + 1 < units.size(); ++unit) amount /= 1000;
  return w.number(amount, amount < 10 ? 1 : 0) + " " + units[unit];
}

}  // namespace

void tokens_panel(Writer& h, const View& view, std::span<const ListedToken> tokens, const Kept& kept) {
  const Words& w = view.words;
  const bool here = kept.is("token") && kept.error;
  desk::panel(h, view, {.id = "verktoy", .heading = w("admin.tokens")}, [&](Writer&) {
    h.div({cls("panelkropp")}, [&] {
      h.p({cls("panelhint")}, w("admin.tokens_text"));
      admin_form(h, view, "", [&](Writer&) {
        h.ul({cls("noekler-api"), role("list")}, [&] {
          for (const ListedToken& token : tokens) token_row(h, w, token);
        });
      });
      admin_form(h, view, "skjema skjema--rad", [&](Writer&) {
        text_field(h, w, {.id = "navn", .name = "navn", .label = w("admin.token_name"), .value = here ? kept.field("navn") : "",
                          .error = here ? w.error(*kept.error) : "", .autocomplete = "off", .max_length = 60});
        button(h, {.label = w("admin.make_token"), .id = "token", .name = "op", .value = "token", .variant = Variant::secondary, .icon = Icon::plus});
      });
    });
  });
}

void installation_panel(Writer& h, const View& view, const Installation& installation) {
  const Words& w = view.words;
  desk::panel(h, view, {.id = "installasjon", .heading = w("admin.installation")}, [&](Writer&) {
    h.div({cls("panelkropp")}, [&] {
      if (installation.loopback_only)
        alert(h, Tone::warning, w("desk.loopback_title"), [&](Writer&) { h.p({cls("ds-paragraph")}, w("desk.loopback_text")); });
      else if (installation.plain_http)
        alert(h, Tone::warning, w("desk.plain_http_title"), [&](Writer&) { h.p({cls("ds-paragraph")}, w("desk.plain_http_text")); });
      h.dl({cls("fakta")}, [&] {
        fact(h, w("admin.version"), installation.version);
        fact(h, w("admin.public_url"), installation.public_url);
        fact(h, w("admin.data_folder"), installation.data_folder);
        const std::string names = fmt::format("{}", fmt::join(installation.witnesses, ", "));
        fact(h, w("admin.witnesses"), installation.witnesses.empty() ? w("admin.no_witnesses") : std::string_view(names));
        if (installation.data_bytes > 0) fact(h, w("admin.data_size"), size_text(w, installation.data_bytes));
      });
    });
  });
}

}  // namespace knippe::views::admin
