#include <array>
#include <span>
#include <vector>

#include "views/components.h"
#include "views/participant/participant.h"
#include "views/participant/scene.h"

namespace knippe::views {
namespace {

/// Which stage a form with text belongs to.
struct TextForm {
  std::string_view form;
  domain::Stage stage;
};
constexpr std::array text_forms = {TextForm{"suppler", domain::Stage::supplement}, TextForm{"tiltak", domain::Stage::measures},
                                   TextForm{"notat", domain::Stage::pitch}};

bool belongs_elsewhere(const Scene& s) {
  for (const TextForm& known : text_forms)
    if (s.keeps(known.form)) return s.shown != known.stage || !s.is_open();
  return false;
}

bool has_text(const Scene& s) {
  for (const char* field : {"tekst", "hva", "hvem"})
    if (!s.kept.field(field).empty()) return true;
  return false;
}

/// The input that an error belongs to; empty when the form has none, as one that only withdraws or deletes.
std::string faulty_field(const Scene& s) {
  if (!s.kept.fields.contains("tekst") && !s.kept.fields.contains("hva")) return {};
  const std::string edited(s.kept.field("rediger"));
  const std::string suffix = edited.empty() ? "" : "-" + edited;
  if (s.keeps("suppler")) return edited.empty() ? "ny" : "tekst" + suffix;
  if (s.keeps("tiltak")) return (s.kept.error->message_key == "measure.bad_date" ? "naar" : "hva") + suffix;
  if (s.keeps("notat")) return "notat-" + std::string(s.kept.field("til"));
  return {};
}

void kept_text(Writer& h, const Scene& s, const char* field) {
  const std::string_view text = s.kept.field(field);
  if (text.empty()) return;
  const std::string area = std::string("beholdt-") + field;
  h.div({cls("ds-field")}, [&] {
    h.label({cls("ds-label"), for_id(area)}, s.w("participant.kept_label"));
    h.textarea({cls("ds-input"), id(area), rows(3), readonly()}, text);
  });
}

}  // namespace

void participant_message(Writer& h, const Scene& s) {
  if (!s.kept.error || s.must_look()) return;
  const std::string message = s.w.error(*s.kept.error);
  if (belongs_elsewhere(s)) {
    h.section({cls("melding__inn"), aria_label(s.w("participant.not_sent"))}, [&] {
      alert(h, Tone::warning, s.w("participant.not_sent"), [&](Writer&) {
        h.p({cls("ds-paragraph")}, message);
        if (!has_text(s)) return;
        h.p({cls("ds-paragraph")}, s.w("participant.kept_text"));
        for (const char* field : {"tekst", "hva", "hvem"}) kept_text(h, s, field);
      });
    });
    return;
  }
  const std::string field = faulty_field(s);
  h.section({cls("melding__inn"), aria_label(s.w("participant.not_sent"))}, [&] {
    if (field.empty()) {
      alert(h, Tone::danger, s.w("participant.not_done"), [&](Writer&) { h.p({cls("ds-paragraph")}, message); });
    } else {
      const std::array errors = {FieldError{field, message}};
      error_summary(h, s.w, errors);
    }
  });
}

}  // namespace knippe::views
