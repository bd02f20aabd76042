// Inputs with their label, description, error and counter wired together by ids: ID-d, ID-f, ID-t.

#include <string>

#include "base/text.h"
#include "views/components.h"

namespace knippe::views {
namespace {

std::string described_by(const Field& field) {
  std::string ids;
  const auto add = [&](std::string_view suffix) {
    if (!ids.empty()) ids += ' ';
    ids.append(field.id).append(suffix);
  };
  if (!field.description.empty()) add("-d");
  if (!field.error.empty()) add("-f");
  if (field.counter) add("-t");
  return ids;
}

void label(Writer& h, const Words& w, const Field& field) {
  h.label({cls("ds-label"), for_id(field.id)}, [&] {
    h.text(field.label);
    if (field.optional_mark) h.span({cls("frivillig")}, " ", w("common.optional"));
  });
  if (!field.description.empty())
    h.p({id(std::string(field.id) + "-d"), data("field", "description")}, field.description);
}

void error(Writer& h, const Field& field) {
  if (!field.error.empty()) h.p({cls("ds-validation-message"), id(std::string(field.id) + "-f")}, field.error);
}

}  // namespace

void text_field(Writer& h, const Words& w, const Field& field) {
  const std::string described = described_by(field);
  h.div({cls("ds-field")}, [&] {
    label(h, w, field);
    h.input({cls("ds-input", field.css_class), id(field.id), name(field.name), type(field.type), value(field.value),
             when(!field.autocomplete.empty(), autocomplete(field.autocomplete)),
             when(!field.inputmode.empty(), inputmode(field.inputmode)),
             when(!field.placeholder.empty(), placeholder(field.placeholder)),
             when(field.max_length > 0, maxlength(field.max_length)), required(field.required), autofocus(field.autofocus),
             aria_invalid(!field.error.empty()), when(!described.empty(), aria_describedby(described)),
             when(field.keep_draft, data("utkast"))});
    error(h, field);
    if (field.counter) character_count(h, w, std::string(field.id) + "-t", length(field.value), field.max_length);
  });
}

void text_area(Writer& h, const Words& w, const Field& field) {
  const std::string described = described_by(field);
  h.div({cls("ds-field")}, [&] {
    label(h, w, field);
    h.textarea({cls("ds-input", field.css_class), id(field.id), name(field.name), rows(field.rows),
                when(!field.placeholder.empty(), placeholder(field.placeholder)),
                when(field.max_length > 0, maxlength(field.max_length)), required(field.required),
                autofocus(field.autofocus), aria_invalid(!field.error.empty()),
                when(!described.empty(), aria_describedby(described)), when(field.keep_draft, data("utkast"))},
               field.value);
    error(h, field);
    if (field.counter) character_count(h, w, std::string(field.id) + "-t", length(field.value), field.max_length);
  });
}

void character_count(Writer& h, const Words& w, std::string_view count_id, std::size_t used, std::size_t limit) {
  h.p({cls("tegn"), id(count_id), data("teller", w("common.characters")), data("grense", limit)},
      w.format("common.characters", used, limit));
}

void fieldset(Writer& h, std::string_view legend, Part content) {
  h.fieldset({cls("ds-fieldset")}, [&] {
    h.legend({}, legend);
    content(h);
  });
}

namespace {
void choice_input(Writer& h, std::string_view kind, const Choice& choice) {
  h.div({cls("ds-field")}, [&] {
    h.input({cls("ds-input"), type(kind), id(choice.id), name(choice.name), value(choice.value), checked(choice.chosen)});
    h.label({for_id(choice.id)}, choice.label);
  });
}
}  // namespace

void radio(Writer& h, const Choice& choice) { choice_input(h, "radio", choice); }
void checkbox(Writer& h, const Choice& choice) { choice_input(h, "checkbox", choice); }

void hidden_field(Writer& h, std::string_view field_name, std::string_view field_value) {
  h.input({type("hidden"), name(field_name), value(field_value)});
}

}  // namespace knippe::views
