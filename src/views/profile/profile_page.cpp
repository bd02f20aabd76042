#include <vector>

#include "views/components.h"
#include "views/desk/office.h"
#include "views/desk/parts.h"
#include "views/page.h"
#include "views/profile/colour.h"
#include "views/profile/municipalities.h"
#include "views/profile/profile.h"

namespace knippe::views {
namespace {

struct Paper {
  const View& view;
  const Words& w;
  const ProfileLook& profile;
  const Kept& kept;

  bool wrong(std::string_view form) const { return kept.error && kept.is(form); }
};

std::string_view name_of(const Words& w, Ground ground) {
  switch (ground) {
    case Ground::white: return w("profile.ground_white");
    case Ground::paper: return w("profile.ground_paper");
    case Ground::sand: return w("profile.ground_sand");
  }
  __builtin_unreachable();
}

std::string message(const Paper& p) {
  const auto colour = parse_colour(p.kept.field("farge"));
  const auto fault = colour ? fault_of(*colour) : std::nullopt;
  if (p.kept.error->message_key != colour_refused || !fault) return p.w.error(*p.kept.error);
  return p.w.format("profile.too_pale", to_text(*colour), p.w.number(fault->contrast, 1), name_of(p.w, fault->against), p.w.number(contrast_min, 1),
                    to_text(fault->would_do));
}

/// The input that a refusal belongs to.
std::string_view faulty(const Paper& p) {
  const std::string_view key = p.kept.error->message_key;
  if (p.kept.is("last-opp")) return key == "profile.arms_alt" ? "alt" : "bilde-fil";
  if (key == "profile.municipality") return "kommune";
  if (key == "profile.colour" || key == colour_refused) return "farge";
  if (key == "profile.email") return "epost";
  if (key == "profile.phone") return "telefon";
  return "navn";
}

std::string error_at(const Paper& p, std::string_view form, std::string_view field) {
  return p.wrong(form) && faulty(p) == field ? message(p) : std::string();
}

void line(Writer& h, const Paper& p, const char* field, std::string_view label, std::string_view description, const std::string& value,
          std::size_t limit, std::string_view kind = "text") {
  const std::string error = error_at(p, "lagre", field);
  text_field(h, p.w, {.id = field, .name = field, .label = label, .value = p.wrong("lagre") ? p.kept.field(field) : std::string_view(value),
                      .description = description, .error = error, .type = kind, .autocomplete = "off", .max_length = limit});
}

void municipality_field(Writer& h, const Paper& p) {
  std::vector<desk::Option> options{{"", std::string(p.w("profile.no_municipality"))}};
  for (const Municipality& m : all_municipalities())
    options.push_back({std::string(m.number), std::string(m.number) + " " + std::string(m.name) + (m.other.empty() ? "" : " – " + std::string(m.other))});
  desk::select_field(h, {.id = "kommune", .name = "kommune", .label = p.w("profile.municipality"),
                         .chosen = p.wrong("lagre") ? p.kept.field("kommune") : std::string_view(p.profile.municipality),
                         .description = p.w("profile.municipality_hint"), .error = error_at(p, "lagre", "kommune")}, options);
}

void facts_form(Writer& h, const Paper& p) {
  const Words& w = p.w;
  desk::page_form(h, p.view, Url("/admin/virksomhet"), {.css = "panelkropp profilskjema"}, [&](Writer&) {
    line(h, p, "navn", w("profile.name"), w("profile.name_hint"), p.profile.name, 120);
    municipality_field(h, p);
    line(h, p, "farge", w("profile.colour"), w.format("profile.colour_hint", w.number(contrast_min, 1)), p.profile.colour, 7);
    line(h, p, "kontakt", w("profile.contact"), w("profile.contact_hint"), p.profile.contact, 120);
    line(h, p, "epost", w("profile.email"), {}, p.profile.email, 200, "email");
    line(h, p, "telefon", w("profile.phone"), {}, p.profile.phone, 30);
    button(h, {.label = w("profile.save"), .id = "lagre", .name = "op", .value = "lagre"});
  });
}

void arms_shown(Writer& h, const Paper& p) {
  if (p.profile.arms.empty()) return h.p({cls("ingenting")}, p.w("profile.no_arms"));
  h.img({cls("profilvapen"), src(Url::local("/profil/vapen/" + p.profile.arms)), alt(p.profile.arms_alt)});
  desk::page_form(h, p.view, Url("/admin/virksomhet"), {}, [&](Writer&) {
    button(h, {.label = p.w("profile.remove_arms"), .id = "slett-vapen", .name = "op", .value = "slett", .variant = Variant::tertiary, .color = "danger",
               .small = true});
  });
}

void arms_form(Writer& h, const Paper& p) {
  const Words& w = p.w;
  const std::string file_error = error_at(p, "last-opp", "bilde-fil"), alt_error = error_at(p, "last-opp", "alt");
  h.form({cls("profilskjema"), id("vapenskjema"), method_post(), action("/admin/virksomhet/bilde"), enctype("multipart/form-data")}, [&] {
    hidden_field(h, "kommando", p.view.form_token);
    hidden_field(h, "op", "last-opp");
    h.div({cls("ds-field")}, [&] {
      h.label({cls("ds-label"), for_id("bilde-fil")}, w("profile.choose_arms"));
      h.p({id("bilde-fil-d"), data("field", "description")}, w("profile.arms_hint"));
      h.input({cls("ds-input"), type("file"), id("bilde-fil"), name("bilde"), named("accept", "image/png,image/jpeg,image/webp"),
               aria_describedby(file_error.empty() ? "bilde-fil-d" : "bilde-fil-d bilde-fil-f"), aria_invalid(!file_error.empty())});
      if (!file_error.empty()) h.p({cls("ds-validation-message"), id("bilde-fil-f")}, file_error);
    });
    text_field(h, w, {.id = "alt", .name = "alt", .label = w("profile.arms_alt"), .value = p.wrong("last-opp") ? p.kept.field("alt") : "",
                      .description = w("profile.arms_alt_hint"), .error = alt_error, .autocomplete = "off", .max_length = 120});
    button(h, {.label = w("profile.upload"), .id = "last-opp", .variant = Variant::secondary});
  });
}

}  // namespace

std::string profile_page(const View& view, const ProfileLook& profile, const Kept& kept) {
  const Words& w = view.words;
  const Paper p{view, w, profile, kept};
  const Frame frame{.w = w, .title = std::string(w("profile.title")), .surface = Surface::desk, .main_class = "sideinn", .command = view.form_token,
                    .style = view.sender ? "" : "profile.css", .warning = view.warning, .sender = view.sender.get()};
  return page(frame, [&](Writer& h) { desk::office_header(h, view, {desk::Office::administration, {}, true}); },
              [&](Writer& h) {
                if (kept.error) {
                  const FieldError errors[] = {{std::string(faulty(p)), message(p)}};
                  error_summary(h, w, errors);
                }
                h.div({cls("sidetopp")}, [&] {
                  h.div([&] {
                    h.h1(w("profile.title"));
                    h.p(w("profile.text"));
                  });
                });
                h.div({cls("profilrad")}, [&] {
                  desk::panel(h, view, {.id = "om", .heading = w("profile.about")}, [&](Writer&) { facts_form(h, p); });
                  desk::panel(h, view, {.id = "vapen", .heading = w("profile.arms")}, [&](Writer&) {
                    h.div({cls("panelkropp profilskjema")}, [&] {
                      arms_shown(h, p);
                      arms_form(h, p);
                    });
                  });
                });
              });
}

}  // namespace knippe::views
