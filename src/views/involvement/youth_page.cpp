// A case in plain words: what it is about, what can be changed, what happens then, and one form.

#include "domain/involvement/bounds.h"
#include "views/involvement/case_sections.h"
#include "views/involvement/parts.h"
#include "views/involvement/youth.h"
#include "views/photo_field.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace {

constexpr Company companies[] = {Company::alone, Company::school_class, Company::youth_council, Company::others};

void told(Writer& h, const CaseLook& look, const char* heading_id, std::string_view heading, const std::string& text, std::string_view more = {}) {
  h.section({cls("ungdel"), aria_labelledby(heading_id)}, [&] {
    h.h2({id(heading_id)}, heading);
    h.p({spoken(look.view.words, look.involvement)}, [&] { own_text(h, look.view.words, text); });
    if (!more.empty()) h.p(more);
  });
}

/// How the one who writes says it.
std::string_view own_words(const Words& w, Company company) {
  switch (company) {
    case Company::unsaid: return {};
    case Company::alone: return w("youth.alone");
    case Company::school_class: return w("youth.school_class");
    case Company::youth_council: return w("youth.youth_council");
    case Company::others: return w("youth.others");
  }
  __builtin_unreachable();
}

void company_choice(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const std::string_view chosen = look.kept.field("sammen", "alone");
  fieldset(h, w("youth.with_whom"), [&](Writer&) {
    for (const Company company : companies) {
      const std::string one = boost::describe::enum_to_string(company, "");
      radio(h, {"sammen-" + one, "sammen", one, own_words(w, company), one == chosen});
    }
  });
}

struct Refused {
  std::string_view field;  ///< an id that stands for the whole program
  std::string message;
  std::string at(std::string_view wanted) const { return field == wanted ? message : std::string(); }
};

Refused refused_in(const CaseLook& look, bool looks_first) {
  if (!look.kept.is("ung") || !look.kept.error || looks_first) return {};
  const Error& error = *look.kept.error;
  return {faulty_field(error), look.view.words.error(error)};
}

void fields(Writer& h, const CaseLook& look, const Refused& refused) {
  const Words& w = look.view.words;
  text_area(h, w, {.id = "tekst", .name = "tekst", .label = w("youth.your_words"), .value = look.kept.field("tekst"), .description = w("youth.your_words_text"),
                   .error = refused.at("tekst"), .max_length = bounds::contribution, .rows = 6, .counter = true, .keep_draft = true});
  h.p({cls("ungnavn")}, [&] {
    icon(h, Icon::eye_slash);
    h.strong(w("youth.no_name"));
    h.text(" ");
    h.text(w("youth.no_name_text"));
  });
  if (look.involvement.takes_photos) photo_fields(h, look, {w("youth.photo"), w("youth.photo_people")}, refused.at("bilde-fil"));
  company_choice(h, look);
  text_field(h, w, {.id = "antall", .name = "antall", .label = w("youth.how_many"), .value = look.kept.field("antall"), .description = w("youth.how_many_text"),
                    .error = refused.at("antall"), .autocomplete = "off", .inputmode = "numeric", .max_length = 6});
}

void form(Writer& h, const CaseLook& look, std::span<const ContributionId> alike) {
  const Words& w = look.view.words;
  const bool looks_first = !alike.empty();
  const Refused refused = refused_in(look, looks_first);
  page_form(h, look.view, public_url(look.room, "ung"), {.css = "iskjema ungskjema", .upload_bytes = look.involvement.takes_photos ? photo_bytes_max : 0}, [&](Writer&) {
    if (looks_first) button(h, {.label = w("youth.send"), .name = "op", .value = "send", .harmless_enter = true});
    fields(h, look, refused);
    if (look.involvement.takes_photos) upload_progress(h, w);
    if (looks_first) look_first(h, look, alike, {w.plural("youth.alike", static_cast<std::int64_t>(alike.size())), w("youth.alike_text")});
    button(h, {.label = looks_first ? w("youth.send_anyway") : w("youth.send"), .id = looks_first ? "send-likevel" : "send", .name = "op",
               .value = looks_first ? "send-likevel" : "send", .icon = Icon::paperplane, .wide = true});
    h.p(look.involvement.moderation == Moderation::before ? w("youth.read_before") : w("youth.read_after"));
  });
}

void say_it(Writer& h, const CaseLook& look, std::span<const ContributionId> alike) {
  const Words& w = look.view.words;
  h.section({aria_labelledby("si-h")}, [&] {
    h.h2({id("si-h"), cls("ih2")}, w("youth.say_it"));
    if (look.involvement.takes_input) return form(h, look, alike);
    h.p(look.involvement.phase == Phase::draft ? w("youth.not_open") : w("youth.over"));
    if (look.involvement.phase != Phase::draft) h.p([&] { h.a({cls("ds-link"), id("til-resultatet"), href(public_url(look.room, "resultat"))}, w("youth.see_result")); });
  });
}

}  // namespace

std::string_view name_of(const Words& w, Company company) {
  switch (company) {
    case Company::unsaid: return {};
    case Company::alone: return w("youth.from_one");
    case Company::school_class: return w("youth.from_class");
    case Company::youth_council: return w("youth.from_council");
    case Company::others: return w("youth.from_several");
  }
  __builtin_unreachable();
}

std::string youth_page(const CaseLook& look, std::span<const ContributionId> alike) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  const Refused refused = refused_in(look, !alike.empty());
  Frame frame = public_frame(look, refused.message.empty() ? i.title : w.format("front.title_error", i.title), "imain ungmain");
  frame.style = "case_after.css";
  return page(
      frame, [&](Writer& h) { narrow_header(h, look, w("youth.entrance")); },
      [&](Writer& h) {
        if (!refused.message.empty()) refusal(h, look, "ung", refused.field);
        h.h1({spoken(w, i)}, i.title);
        told(h, look, "om-h", w("youth.about"), i.youth.about);
        told(h, look, "endre-h", w("youth.influence"), i.youth.influence);
        told(h, look, "etter-h", w("youth.after"), i.youth.after, i.promise.answer_by.empty() ? std::string() : w.format("youth.answer_by", w.plain_date(i.promise.answer_by)));
        say_it(h, look, alike);
        h.p({cls("etter")}, [&] { h.a({cls("ds-link"), id("hele-saken"), href(public_url(look.room))}, w("youth.whole_case")); });
      });
}

}  // namespace knippe::views
