#pragma once
// What the pages about measures share.

#include <string_view>

#include "domain/workshop/workshop.h"
#include "views/html.h"
#include "views/lang.h"
#include "views/view.h"

namespace knippe::views::follow_up {

/// "I gang", "Ferdig" …, and whether it is a trial or overdue; each as text beside an icon. `trial`: it is one whatever was answered.
void standing(Writer& h, const Words& w, const domain::Measure& measure, Instant now, std::string_view zone, bool trial = false);
/// "I gang".
std::string_view progress_word(const Words& w, domain::Progress progress);
bool is_overdue(const domain::Measure& measure, Instant now, std::string_view zone);

/// Whose it is, by when, which key: a description list.
void facts(Writer& h, const Words& w, const domain::Workshop& workshop, const domain::Measure& measure);
/// Whose it is and by when, as parts of a description list.
void owner_fact(Writer& h, const Words& w, const domain::Measure& measure, Attribute spoken);
void due_fact(Writer& h, const Words& w, const domain::Measure& measure);

/// Every answer, the newest first; says so when there is none. `spoken`: lang="…" of the room's own texts.
void history(Writer& h, const Words& w, const domain::Measure& measure, std::string_view zone, Attribute spoken);
void history(Writer& h, const Words& w, const domain::Workshop& workshop, const domain::Measure& measure);

struct AnswerLook {
  const Kept& kept;
  bool refused = false;         ///< `kept` belongs to this form
  std::string_view op;          ///< of its button
  std::string_view suffix = {}; ///< after the ids, where a page has several
  bool in_case = false;         ///< whether it is a trial was settled when it was planned
  bool asks_learned = false;    ///< what a trial taught: field "laert"
  std::string_view learned = {};
};
/// The fields of an answer and the button that sends it.
void answer_fields(Writer& h, const Words& w, const domain::Measure& measure, const AnswerLook& look);
/// The field that an error belongs to.
std::string answer_field(const Error& error, std::string_view suffix = {});

}  // namespace knippe::views::follow_up
