// Logging in and the one-time links of accounts. A password is never shown again, not even as dots.

#include "base/encoding.h"
#include "views/components.h"
#include "views/front/front.h"
#include "views/front/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

/// The input an error of an account form belongs to.
std::string faulty_field(const Error& error) {
  const std::string& key = error.message_key;
  if (key.find("password") != std::string::npos) return "passord";
  if (key.find("email") != std::string::npos) return "epost";
  if (key.find("name") != std::string::npos || key.starts_with("text.")) return "navn";
  return {};
}

/// A form with its errors, as all account pages have it.
struct AccountForm {
  const View& view;
  const Words& w;
  const Kept& kept;
  std::string message;
  std::string faulty;

  AccountForm(const View& seen, const Kept& typed)
      : view(seen), w(seen.words), kept(typed), message(typed.error ? seen.words.error(*typed.error) : std::string()),
        faulty(typed.error ? faulty_field(*typed.error) : std::string()) {}

  std::string_view error_of(std::string_view field) const { return faulty == field ? std::string_view(message) : std::string_view(); }

  void name_field(Writer& h) const {
    text_field(h, w, {.id = "navn", .name = "navn", .label = w("front.name"), .value = kept.field("navn"), .error = error_of("navn"),
                      .autocomplete = "name", .max_length = 120, .required = true});
  }
  void email_field(Writer& h, bool focused) const {
    text_field(h, w, {.id = "epost", .name = "epost", .label = w("front.email"), .value = kept.field("epost"), .error = error_of("epost"),
                      .type = "email", .autocomplete = "username", .max_length = 254, .required = true, .autofocus = focused});
  }
  void password_field(Writer& h, bool is_new) const {
    text_field(h, w, {.id = "passord", .name = "passord", .label = w(is_new ? "front.new_password_label" : "front.password"),
                      .description = is_new ? w("front.password_hint") : std::string_view(), .error = error_of("passord"),
                      .type = "password", .autocomplete = is_new ? "new-password" : "current-password", .max_length = 256, .required = true});
  }
  void write(Writer& h, const Url& to, std::string_view submit, Part fields) const {
    if (!message.empty()) {
      if (faulty.empty()) alert(h, Tone::danger, message, [](Writer&) {});
      else {
        const FieldError errors[] = {{faulty, message}};
        error_summary(h, w, errors);
      }
    }
    h.form({cls("kort kodeskjema"), id("kontoskjema"), method_post(), action(to)}, [&] {
      if (!view.form_token.empty()) hidden_field(h, "kommando", view.form_token);
      fields(h);
      h.button({cls("ds-button bred"), id("lagre"), type("submit")}, [&] {
        h.text(submit);
        icon(h, Icon::arrow_right);
      });
    });
  }
};

std::string account_page(const View& view, const Kept& kept, std::string_view heading, std::string_view sentence, Part main) {
  const Words& w = view.words;
  const Frame frame{.w = w, .title = kept.error ? w.format("front.title_error", heading) : std::string(heading),
                    .surface = Surface::participant, .main_class = "dmain inngang__main", .command = view.form_token,
                    .warning = view.warning, .sender = view.sender.get()};
  return page(
      frame, [&](Writer& h) { entrance_header(h, w, heading, sentence); }, [&](Writer& h) { main(h); });
}

/// The account the page is about, for people and for password managers.
void shown_email(Writer& h, const Words& w, std::string_view email) {
  if (email.empty()) return;
  h.div({cls("ds-field")}, [&] {
    h.label({cls("ds-label"), for_id("epost")}, w("front.email"));
    h.input({cls("ds-input"), id("epost"), type("email"), value(email), autocomplete("username"), readonly()});
  });
}

}  // namespace

std::string login_page(const View& view, const Kept& kept) {
  const Words& w = view.words;
  const AccountForm form(view, kept);
  return account_page(view, kept, w("front.login"), w("front.login_text"), [&](Writer& h) {
    form.write(h, Url(LiteralUrl("/logg-inn")), w("front.login_submit"), [&](Writer&) {
      hidden_field(h, "til", kept.field("til"));
      form.email_field(h, form.message.empty());
      form.password_field(h, false);
    });
    h.p({cls("innloggingslenke")}, w("front.forgotten"));
  });
}

std::string first_administrator_page(const View& view, std::string_view token, const Kept& kept) {
  const Words& w = view.words;
  const AccountForm form(view, kept);
  return account_page(view, kept, w("front.first_admin"), w("front.first_admin_text"), [&](Writer& h) {
    form.write(h, Url::local("/oppsett/" + Url::segment(token)), w("front.save_and_log_in"), [&](Writer&) {
      form.name_field(h);
      form.email_field(h, false);
      form.password_field(h, true);
    });
    h.p({cls("innloggingslenke")}, w("front.password_stored"));
  });
}

std::string new_password_page(const View& view, std::string_view token, std::string_view email, const Kept& kept) {
  const Words& w = view.words;
  const AccountForm form(view, kept);
  return account_page(view, kept, w("front.new_password"), w("front.one_time_link"), [&](Writer& h) {
    form.write(h, Url::local("/passord/" + Url::segment(token)), w("front.save_and_log_in"), [&](Writer&) {
      shown_email(h, w, email);
      form.password_field(h, true);
    });
    h.p({cls("innloggingslenke")}, w("front.password_stored"));
  });
}

std::string sign_in_page(const View& view, std::string_view token, std::string_view email, std::string_view room) {
  const Words& w = view.words;
  const Kept nothing;
  const AccountForm form(view, nothing);
  return account_page(view, nothing, w("front.sign_in"), w("front.sign_in_text"), [&](Writer& h) {
    form.write(h, Url::local("/innlogging/" + Url::segment(token)), w("front.login_submit"), [&](Writer&) {
      shown_email(h, w, email);
      if (!room.empty()) hidden_field(h, "til", room);
    });
  });
}

std::string invitation_page(const View& view, std::string_view token, std::string_view email, const Kept& kept) {
  const Words& w = view.words;
  const AccountForm form(view, kept);
  return account_page(view, kept, w("front.invitation"), w("front.invitation_text"), [&](Writer& h) {
    form.write(h, Url::local("/invitasjon/" + Url::segment(token)), w("front.save_and_log_in"), [&](Writer&) {
      shown_email(h, w, email);
      form.name_field(h);
      form.password_field(h, true);
    });
    h.p({cls("innloggingslenke")}, w("front.password_stored"));
  });
}

}  // namespace knippe::views
