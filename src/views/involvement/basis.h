#pragma once
// The form with the gate: a section for each key, each with why it matters and what good and bad look like.

#include "views/involvement/parts.h"

namespace knippe::views::sak {

/// The page, what is missing, and whether opening was just refused for it.
struct Basis {
  const CaseLook& look;
  const Words& w;
  const involvement::Involvement& i;
  std::vector<involvement::Gap> gaps;
  bool tried = false;

  bool lacks(involvement::Gap gap) const;
  std::size_t missing(involvement::Section section) const;
  /// What to do about a gap, after an attempt to open; else nothing.
  std::string_view fault(involvement::Gap gap) const { return tried && lacks(gap) ? line_of(w, gap) : std::string_view(); }
  /// What was typed in this form when it was refused, else what is stored.
  std::string_view value(std::string_view form, const std::string& name, std::string_view stored) const {
    return look.kept.is(form) ? look.kept.field(name, stored) : stored;
  }
  bool is_public() const { return i.phase == involvement::Phase::open; }
};

void why_form(Writer& h, const Basis& b);
void room_form(Writer& h, const Basis& b);
void promise_form(Writer& h, const Basis& b);
void roles_form(Writer& h, const Basis& b);
void method_form(Writer& h, const Basis& b);
void earliness_form(Writer& h, const Basis& b);
void plan_form(Writer& h, const Basis& b);
void hearing_flag(Writer& h, const Basis& b);
/// The dated steps: one form each, and one for a new one.
void steps_form(Writer& h, const Basis& b);
/// What the gate does not ask for: title, themes, when contributions are read, whether they may have photos.
void other_forms(Writer& h, const Basis& b);

/// Why a part matters, and what bad and good look like.
struct Advice {
  std::string_view why, bad, good;
};
void advice(Writer& h, const Words& w, const Advice& told);

/// A line of what a section says; left out when empty.
struct Told {
  std::string_view name;
  std::string text;
};
/// A section's panel: heading, mark (in place, or how much is missing), why it matters and two examples, then `content`. When all is in
/// place the section says what it holds, and the form is folded away; a refusal of `form` opens it.
void section(Writer& h, const Basis& b, involvement::Section which, std::span<const Told> told, std::string_view form, Part content);
/// A form of the page with its button; `op` is its command. With `part` a public case also asks for the reason of the change.
void basis_form(Writer& h, const Basis& b, const std::string& op, std::string_view first_field, bool asks_reason, Part content);

}  // namespace knippe::views::sak
