#include "views/participant/scene.h"

#include <algorithm>

#include "base/encoding.h"
#include "base/text.h"
#include "views/components.h"
#include "views/participant/participant.h"
#include "views/photos.h"

namespace knippe::views {

Url room_url(RoomId room, std::string_view rest) {
  std::string address = "/rom/" + to_base32(room.value);
  if (!rest.empty()) address.append("/").append(rest);
  return Url::local(address);
}

Attribute spoken(const Scene& s, std::string_view language) {
  const std::string_view wanted = language.empty() ? std::string_view(s.workshop.settings.language) : language;
  return when(!wanted.empty() && wanted != code(s.w.lang()), attr::lang(wanted));
}

std::string group_label(const Words& w, const domain::Group& group) {
  return group.name.empty() ? w.format("common.group", group.number.value)
                            : w.format("common.group_named", group.number.value, group.name);
}

std::string group_word(const Words& w, const domain::Group& group) {
  return group.name.empty() ? w.format("participant.group_word", group.number.value)
                            : w.format("participant.group_word_named", group.number.value, group.name);
}

std::string quoted(const Words& w, std::string_view text) { return w.format("participant.quoted", text); }

std::string shortened(std::string_view text, std::size_t max) {
  if (length(text) <= max) return std::string(text);
  std::size_t end = 0;
  for (std::size_t points = 0; end < text.size(); ++end) {
    const bool starts_a_point = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
    if (starts_a_point && points++ == max - 1) break;
  }
  return std::string(text.substr(0, end)) + "…";
}

std::string error_in(const Scene& s, std::string_view form) {
  return s.keeps(form) && s.kept.error ? s.w.error(*s.kept.error) : std::string();
}

bool is_editing(const Scene& s, std::string_view form, std::uint32_t id) {
  return s.keeps(form) && s.kept.field("rediger") == std::to_string(id);
}

void post_form(Writer& h, const Scene& s, std::string_view target, const FormLook& look, Part content) {
  const Url to = room_url(s.room, target);
  h.form({cls(look.css), when(!look.id.empty(), id(look.id)), method_post(), action(to), hx_post(to), hx_swap("none"), hx_queue()}, [&] {
    if (!s.view.form_token.empty()) hidden_field(h, "kommando", s.view.form_token);
    content(h);
  });
}

void section(Writer& h, std::string_view heading_id, std::string_view heading, std::string_view count, Part content) {
  h.section({cls("seksjon"), aria_labelledby(heading_id)}, [&] {
    h.div({cls("alle__hode")}, [&] {
      h.h2({id(heading_id), cls("alle__tittel")}, heading);
      if (!count.empty()) h.span({cls("alle__antall")}, count);
    });
    content(h);
  });
}

void key_bunch(Writer& h, const Scene& s, std::span<const KeyId> keys, std::string_view css) {
  h.ol({cls("knippe", css)}, [&] {
    int place = 0;
    for (const KeyId id : keys) {
      const domain::Key* key = s.workshop.find_key(id);
      ++place;
      if (!key) continue;
      h.li([&] {
        h.span({cls("knippe__nr")}, place);
        h.span({spoken(s, key->language)}, key->short_name);
      });
    }
  });
}

void side_note(Writer& h, Icon which, Part content) {
  h.p({cls("nestemann")}, [&] {
    icon(h, which);
    h.span([&] { content(h); });
  });
}

void closed_notice(Writer& h, const Scene& s) {
  if (s.is_open()) return;
  const Words& w = s.w;
  if (s.workshop.phase == domain::Phase::closed) {
    alert(h, Tone::info, w("participant.workshop_closed"), [&](Writer&) {
      h.p({cls("ds-paragraph")}, w("participant.workshop_closed_text"));
      if (s.workshop.published)
        h.p({cls("ds-paragraph")}, [&] {
          h.a({cls("ds-link"), id("til-rapporten"), href(Url::local("/resultater/" + to_base32(s.room.value)))},
              w("participant.see_report"));
        });
    });
    return;
  }
  const bool been = s.workshop.has_visited(s.shown);
  alert(h, Tone::info, been ? w("participant.stage_closed") : w("participant.stage_not_yet"), [&](Writer&) {
    h.p({cls("ds-paragraph")}, been ? w("participant.stage_closed_text") : w("participant.stage_not_yet_text"));
    h.p({cls("ds-paragraph")}, [&] {
      h.a({cls("ds-link"), id("til-steget"), href(room_url(s.room))},
          w.format("participant.to_open_stage", stage_name(w, s.workshop.stage)));
    });
  });
}

void stage_links(Writer& h, const Scene& s) {
  h.nav({cls("stegliste"), aria_label(s.w("participant.stages"))}, [&] {
    h.ul({role("list")}, [&] {
      for (int i = 0; i < domain::stage_count; ++i) {
        const auto stage = static_cast<domain::Stage>(i);
        if (!s.workshop.has_visited(stage)) continue;
        const bool present = stage == s.workshop.stage && s.workshop.phase == domain::Phase::open;
        h.li([&] {
          h.a({id("til-steg-", i + 1), href(room_url(s.room, present ? std::string_view() : stage_path(stage))),
               when(stage == s.shown, aria_current("page"))},
              stage_name(s.w, stage));
        });
      }
      h.li([&] {
        h.a({id("til-bildet"), href(room_url(s.room, "bilde"))}, [&] {
          icon(h, Icon::camera);
          h.text(photo_count(s.w, s.workshop, s.group.number));
        });
      });
      const bool reading_back = s.shown != s.workshop.stage;
      h.li([&] {
        h.a({id("oppdater"), href(room_url(s.room, reading_back ? stage_path(s.shown) : std::string_view()))}, [&] {
          icon(h, Icon::arrow_circlepath);
          h.text(s.w("common.refresh"));
        });
      });
    });
  });
}

std::vector<KeyId> standing_list(const domain::Workshop& workshop, const domain::Group& group) {
  for (int round = workshop.round; round > 0; --round)
    if (const domain::Sheet* sheet = workshop.sheet_of(group.number, round); sheet && sheet->is_handed_in())
      return sheet->handed_in;
  const domain::Sheet* sheet = workshop.sheet_of(group.number, workshop.round);
  return sheet ? sheet->draft : std::vector<KeyId>{};
}

}  // namespace knippe::views
