#pragma once
// What the pages about measures share.

#include <string_view>

#include "domain/workshop/workshop.h"
#include "views/html.h"
#include "views/lang.h"
#include "views/view.h"

namespace knippe::views::follow_up {

/// "I gang", "Ferdig" …, and whether it is a trial or overdue; each as text beside an icon.
void standing(Writer& h, const Words& w, const domain::Measure& measure, Instant now, std::string_view zone);
/// "I gang".
std::string_view progress_word(const Words& w, domain::Progress progress);
bool is_overdue(const domain::Measure& measure, Instant now, std::string_view zone);

/// Whose it is, by when, which key: a description list.
void facts(Writer& h, const Words& w, const domain::Workshop& workshop, const domain::Measure& measure);
/// Every answer, the newest first; says so when there is none.
void history(Writer& h, const Words& w, const domain::Workshop& workshop, const domain::Measure& measure);

struct AnswerLook {
  const Kept& kept;
  bool refused = false;         ///< `kept` belongs to this form
  std::string_view op;          ///< of its button
  std::string_view suffix = {}; ///< after the ids, where a page has several
};
/// The fields of an answer and the button that sends it.
void answer_fields(Writer& h, const Words& w, const domain::Measure& measure, const AnswerLook& look);
/// The field that an error belongs to.
std::string answer_field(const Error& error, std::string_view suffix = {});

}  // namespace knippe::views::follow_up
