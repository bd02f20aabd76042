#include "views/photos.h"

#include <algorithm>

#include "domain/limits.h"
#include "views/components.h"
#include "views/photo_field.h"

namespace knippe::views {
namespace {

using domain::Photo;

std::string numbered(std::string_view op, const Photo& photo) { return std::string(op) + ":" + std::to_string(photo.id.value); }

std::string error_of(const PhotoWall& p, std::string_view form) {
  return p.kept.error && p.kept.is(form) ? p.view.words.error(*p.kept.error) : std::string();
}

std::int64_t standing(const domain::Workshop& workshop, GroupNumber group) {
  return std::ranges::count_if(workshop.photos, [&](const Photo& photo) { return photo.group == group && !photo.removed; });
}

void token(Writer& h, const PhotoWall& p) {
  if (!p.view.form_token.empty()) hidden_field(h, "kommando", p.view.form_token);
}

void upload_form(Writer& h, const PhotoWall& p) {
  const Words& w = p.view.words;
  if (standing(p.workshop, p.group) >= static_cast<std::int64_t>(domain::limits::photos_per_group))
    return h.p({cls("ingenting")}, w.format("photo.full", domain::limits::photos_per_group));
  h.form({cls("kort skriv luft-liten"), id("bildeskjema"), method_post(), action(Url::local(p.form_to)), enctype("multipart/form-data"),
          data("opplasting", photo_bytes_max)}, [&] {
    token(h, p);
    hidden_field(h, "op", "last-opp");
    photo_field(h, w, {.label = w("photo.choose"), .error = error_of(p, "last-opp"), .required = true});
    h.p({cls("bildevarsel")}, w("photo.people"));
    upload_progress(h, w);
    button(h, {.label = w("photo.send"), .id = "send-bilde", .icon = Icon::camera, .wide = !p.may_choose});
  });
}

void alt_form(Writer& h, const PhotoWall& p, const Photo& photo, std::string_view about) {
  const Words& w = p.view.words;
  const std::string number = std::to_string(photo.id.value), describe = numbered("beskriv", photo), show = numbered("vis", photo);
  const bool here = p.kept.error && (p.kept.is(describe) || p.kept.is(show));
  h.form({cls("skriv"), method_post(), action(Url::local(p.form_to))}, [&] {
    token(h, p);
    text_field(h, w, {.id = "alt-" + number, .name = "alt", .label = w.format("photo.alt", photo.id.value),
                      .value = here ? p.kept.field("alt") : std::string_view(photo.alt), .description = p.may_choose ? w("photo.alt_hint") : std::string_view(),
                      .error = here ? w.error(*p.kept.error) : std::string(), .autocomplete = "off", .max_length = domain::limits::photo_alt,
                      .optional_mark = !p.may_choose});
    h.div({cls("knapperad")}, [&] {
      button(h, {.label = w("photo.save_alt"), .id = "beskriv-" + number, .name = "op", .value = describe, .variant = Variant::secondary, .about = about, .small = true});
      if (!p.may_choose) return;
      if (photo.shown)
        button(h, {.label = w("photo.take_out"), .id = "skjul-" + number, .name = "op", .value = numbered("skjul", photo), .variant = Variant::secondary,
                   .icon = Icon::eye_slash, .about = about, .small = true});
      else
        button(h, {.label = w("photo.put_in"), .id = "vis-" + number, .name = "op", .value = show, .icon = Icon::eye, .about = about, .small = true});
    });
  });
}

void delete_form(Writer& h, const PhotoWall& p, const Photo& photo, std::string_view about) {
  h.form({method_post(), action(Url::local(p.form_to))}, [&] {
    token(h, p);
    button(h, {.label = p.view.words("photo.delete"), .id = "slett-bilde-" + std::to_string(photo.id.value), .name = "op", .value = numbered("slett", photo),
               .variant = Variant::tertiary, .icon = Icon::trash, .about = about, .small = true});
  });
}

void card(Writer& h, const PhotoWall& p, const Photo& photo) {
  const Words& w = p.view.words;
  const std::string number = std::to_string(photo.id.value), about = w.format("photo.number", photo.id.value);
  h.li({cls("bildekort"), id("bilde-", photo.id.value)}, [&] {
    h.a({cls("bildekort__bilde"), id("stort-", photo.id.value), href(Url::local(p.pictures + "/" + number))}, [&] {
      h.img({src(Url::local(p.pictures + "/" + number + "/liten")), alt(photo.alt.empty() ? w.format("photo.undescribed", photo.id.value) : photo.alt),
             width(photo.width), height(photo.height), named("loading", "lazy")});
    });
    if (photo.shown && p.may_choose)
      h.p({cls("stat"), data("color", "success")}, [&] {
        icon(h, Icon::checkmark_circle_fill);
        h.text(w("photo.in_report"));
      });
    if (p.may_change) {
      alt_form(h, p, photo, about);
      delete_form(h, p, photo, about);
    } else if (!photo.alt.empty()) {
      h.p(photo.alt);
    }
  });
}

}  // namespace

std::string photo_count(const Words& w, const domain::Workshop& workshop, GroupNumber group) {
  const std::int64_t count = standing(workshop, group);
  return count == 0 ? std::string(w("photo.title")) : w.format("photo.title_count", count);
}

std::string photo_input(const Kept& kept) {
  if (!kept.error) return {};
  if (kept.is("last-opp")) return "bilde-fil";
  for (const std::string_view op : {"beskriv:", "vis:"})
    if (kept.form.starts_with(op)) return "alt-" + kept.form.substr(op.size());
  return {};
}

void photo_wall(Writer& h, const PhotoWall& p) {
  if (p.may_change) upload_form(h, p);
  if (standing(p.workshop, p.group) == 0) return h.p({cls("ingenting")}, p.view.words("photo.none"));
  h.ul({cls("bildevegg"), role("list")}, [&] {
    for (const Photo& photo : p.workshop.photos)
      if (photo.group == p.group && !photo.removed) card(h, p, photo);
  });
}

}  // namespace knippe::views
