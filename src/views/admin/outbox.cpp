#include "views/admin/outbox.h"

#include <algorithm>

#include "views/components.h"
#include "views/desk/office.h"
#include "views/desk/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

constexpr std::string_view zone = "Europe/Oslo";

std::string_view name_of(const Words& w, LetterKind kind) {
  switch (kind) {
    case LetterKind::invitation: return w("outbox.invitation");
    case LetterKind::password_link: return w("outbox.password_link");
    case LetterKind::facilitator_added: return w("outbox.facilitator_added");
    case LetterKind::case_role_given: return w("outbox.case_role_given");
  }
  __builtin_unreachable();
}

std::string_view whom(const Words& w, const ListedMessage& message) { return message.recipient.empty() ? w("outbox.address_gone") : std::string_view(message.recipient); }

void shown_letter(Writer& h, const Words& w, const Letter& letter) {
  const auto rows = static_cast<int>(std::ranges::count(letter.text, '\n')) + 2;
  h.section({cls("engang"), aria_labelledby("tekst-h")}, [&] {
    h.h2({id("tekst-h")}, w.format("outbox.text_for", letter.recipient));
    h.p(w("outbox.copy"));
    h.div({cls("ds-field")}, [&] {
      h.label({cls("ds-label"), for_id("emne")}, w("outbox.subject"));
      h.input({cls("ds-input"), id("emne"), type("text"), value(letter.subject), readonly(), spellcheck("false"), autocomplete("off")});
    });
    h.div({cls("ds-field")}, [&] {
      h.label({cls("ds-label"), for_id("tekst")}, w("outbox.text"));
      h.textarea({cls("ds-input"), id("tekst"), attr::rows(rows), readonly(), autofocus(), spellcheck("false")}, letter.text);
    });
  });
}

void about(Writer& h, const Words& w, const ListedMessage& message) {
  h.b([&] { h.text(whom(w, message)); });
  h.p([&] {
    h.text(name_of(w, message.kind));
    if (!message.title.empty()) h.text(" · " + message.title);
  });
}

void waiting_one(Writer& h, const View& view, const ListedMessage& message) {
  const Words& w = view.words;
  const std::string number = std::to_string(message.id);
  h.li({cls("utsendelse"), id("utsendelse-" + number)}, [&] {
    about(h, w, message);
    h.p({cls("liten")}, w.date_and_time(message.created, zone));
    desk::page_form(h, view, Url("/admin/utsendelser"), {.css = "knapperad"}, [&](Writer&) {
      button(h, {.label = w("outbox.show"), .id = "vis-" + number, .name = "op", .value = "vis:" + number, .variant = Variant::secondary, .about = message.recipient, .small = true});
      button(h, {.label = w("outbox.mark_told"), .id = "sendt-" + number, .name = "op", .value = "sendt:" + number, .variant = Variant::tertiary, .about = message.recipient, .small = true});
      button(h, {.label = w("outbox.mark_dropped"), .id = "avvis-" + number, .name = "op", .value = "avvis:" + number, .variant = Variant::tertiary, .color = "danger",
                 .about = message.recipient, .small = true});
    });
  });
}

void settled_one(Writer& h, const Words& w, const ListedMessage& message) {
  h.li({cls("utsendelse")}, [&] {
    about(h, w, message);
    const bool told = message.state == LetterState::told;
    h.p({cls("liten")}, w.format(told ? "outbox.told_at" : "outbox.dropped_at", w.date_and_time(message.settled, zone)));
  });
}

}  // namespace

Letter letter_of(const Words& w, LetterKind kind, const LetterFacts& facts, std::string recipient) {
  switch (kind) {
    case LetterKind::invitation:
      return {std::move(recipient), w.format("outbox.invitation_subject", facts.organisation), w.format("outbox.invitation_text", facts.organisation, facts.roles, facts.link)};
    case LetterKind::password_link: return {std::move(recipient), std::string(w("outbox.password_link_subject")), w.format("outbox.password_link_text", facts.link)};
    case LetterKind::facilitator_added:
      return {std::move(recipient), w.format("outbox.facilitator_added_subject", facts.title), w.format("outbox.facilitator_added_text", facts.title, facts.link)};
    case LetterKind::case_role_given:
      return {std::move(recipient), w.format("outbox.case_role_given_subject", facts.title), w.format("outbox.case_role_given_text", facts.roles, facts.title, facts.link)};
  }
  __builtin_unreachable();
}

std::string outbox_page(const View& view, const OutboxLook& look, const std::optional<Error>& error) {
  const Words& w = view.words;
  const Frame frame{.w = w, .title = error ? w.format("front.title_error", w("outbox.title")) : std::string(w("outbox.title")), .surface = Surface::desk, .main_class = "sideinn",
                    .command = view.form_token, .style = "acts.css", .warning = view.warning};
  return page(frame, [&](Writer& h) { desk::office_header(h, view, {desk::Office::administration, {}, true}); },
              [&](Writer& h) {
                if (error) alert(h, Tone::danger, w("admin.not_done"), [&](Writer&) { h.p({cls("ds-paragraph")}, w.error(*error)); });
                h.div({cls("sidetopp")}, [&] {
                  h.div([&] {
                    h.h1(w("outbox.title"));
                    h.p(w("outbox.lead"));
                    h.p([&] { h.a({id("til-admin"), cls("ds-link"), href("/admin")}, w("admin.title")); });
                  });
                });
                if (look.shown) shown_letter(h, w, *look.shown);
                desk::panel(h, view, {.id = "venter", .heading = w("outbox.waiting"), .count = w.number(static_cast<std::int64_t>(look.waiting_count))}, [&](Writer&) {
                  if (look.waiting.empty()) return h.p({cls("panelkropp")}, w("outbox.none"));
                  h.ul({cls("utsendelser"), attr::role("list")}, [&] {
                    for (const ListedMessage& message : look.waiting) waiting_one(h, view, message);
                  });
                });
                if (look.settled.empty()) return;
                desk::panel(h, view, {.id = "ferdige", .heading = w("outbox.settled")}, [&](Writer&) {
                  h.p({cls("panelkropp")}, w("outbox.settled_text"));
                  h.ul({cls("utsendelser"), attr::role("list")}, [&] {
                    for (const ListedMessage& message : look.settled) settled_one(h, w, message);
                  });
                });
              });
}

}  // namespace knippe::views
