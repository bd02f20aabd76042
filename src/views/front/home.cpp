// Cases to have a say in, the door to workshops, what was answered last, and published results.

#include "views/front/home.h"

#include "base/encoding.h"
#include "views/archive/record.h"
#include "views/assets.h"
#include "views/components.h"
#include "views/involvement/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

std::string facts_of(const Words& w, const PublishedReport& report) {
  std::string facts = report.place;
  const auto add = [&](const std::string& fact) {
    if (!fact.empty()) facts.append(facts.empty() ? "" : " · ").append(fact);
  };
  add(report.date.empty() ? std::string() : w.plain_date(report.date));
  add(report.groups > 0 ? w.plural("common.groups", report.groups) : std::string());
  add(report.people > 0 ? w.plural("common.people", report.people) : std::string());
  return facts;
}

void code_form(Writer& h, const View& view, const Kept& kept) {
  const Words& w = view.words;
  const bool wrong = kept.is("kode") && kept.error;
  h.form({cls("kodekort"), id("kodeskjema"), method_post(), action("/bli-med")}, [&] {
    if (!view.form_token.empty()) hidden_field(h, "kommando", view.form_token);
    h.div({cls("ds-field")}, [&] {
      h.label({cls("ds-label"), for_id("kode")}, w("front.code_question"));
      h.p({id("kode-d"), data("field", "description")}, w("front.code_where"));
      h.div({cls("kodekort__rad")}, [&] {
        h.input({cls("ds-input"), id("kode"), name("kode"), type("text"), inputmode("numeric"), autocomplete("off"), maxlength(7),
                 pattern("[0-9 ]{6,7}"), required(), spellcheck("false"), value(kept.field("kode")), when(wrong, aria_invalid()),
                 aria_describedby(wrong ? "kode-d kode-f" : "kode-d"), when(wrong, autofocus())});
        h.button({cls("ds-button"), id("til-gruppevalg"), type("submit")}, w("front.join"));
      });
      if (wrong) h.p({cls("ds-validation-message"), id("kode-f")}, w.error(*kept.error));
    });
  });
}

void hero(Writer& h, const View& view, const Kept& kept) {
  const Words& w = view.words;
  h.div({cls("hero hero--forside")}, [&] {
    h.div({cls("hero__tekst")}, [&] {
      h.h1(w("front.home_title"));
      h.p({cls("hero__ingress")}, w("front.home_text"));
      code_form(h, view, kept);
    });
    h.img({cls("brygge"), src(asset_url("brygge.svg")), alt(""), width(420), height(300)});
  });
}

void figure(Writer& h, const Words& w, std::size_t number, std::string_view text) {
  h.div([&] {
    h.dt(text);
    h.dd(w.number(static_cast<std::int64_t>(number)));
  });
}

void figures(Writer& h, const Words& w, const Home& home) {
  h.dl({cls("tallrad tallrad--forside")}, [&] {
    figure(h, w, home.open, w("front.cases_open"));
    figure(h, w, home.answered, w("front.answered"));
    figure(h, w, home.unanswered, home.overdue ? w("front.waiting_overdue") : w("front.waiting"));
  });
}

template <class Content>
void section(Writer& h, const std::string& name, std::string_view heading, Content content) {
  h.section({cls("pseksjon"), id(name), aria_labelledby(name + "-h")}, [&] {
    h.h2({id(name + "-h")}, heading);
    content();
  });
}

void record_card(Writer& h, const Words& w, const Record& record) {
  h.li({cls("bidrag__kort")}, [&] {
    h.h3({cls("bidrag__tekst")}, [&] { h.a({id("arkiv-" + record.id), href(Url::local("/arkiv/" + record.id)), attr::lang(record.language)}, record.title); });
    h.p({cls("bidrag__status")}, record.place + " · " + w.plain_date(record.date));
    h.p({cls("bidrag__status")}, w("archive.on_front"));
  });
}

}  // namespace

void report_list(Writer& h, const Words& w, std::span<const PublishedReport> reports) {
  h.ul({cls("bidrag"), role("list")}, [&] {
    for (const PublishedReport& report : reports) {
      const std::string room = to_base32(report.room.value);
      const bool foreign = !report.language.empty() && report.language != code(w.lang());
      h.li({cls("bidrag__kort")}, [&] {
        h.h3({cls("bidrag__tekst")}, [&] {
          h.a({id("rapport-" + room), href(Url::local("/resultater/" + room)), when(foreign, attr::lang(report.language))}, report.title);
        });
        h.p({cls("bidrag__status")}, facts_of(w, report));
      });
    }
    record_card(h, w, seminar_record());
  });
  h.p({cls("luft")}, [&] { h.a({cls("ds-link"), id("til-paa-tvers"), href("/paa-tvers")}, w("across.title")); });
}

std::string home_page(const View& view, const Home& home, const Kept& kept) {
  const Words& w = view.words;
  const bool wrong = kept.is("kode") && kept.error;
  const std::string title = wrong ? w.format("front.title_error", w("front.home_title")) : std::string(w("front.home_title"));
  const Frame frame{.w = w, .title = title, .surface = Surface::open_web, .command = view.form_token, .cases = true,
                    .warning = view.warning, .indexable = !wrong, .sender = view.sender.get()};
  return sak::public_page(
      frame,
      [&](Writer& h) {
        hero(h, view, kept);
        h.div({cls("pkol")}, [&] {
          figures(h, w, home);
          if (!home.cases.empty())
            section(h, "saker", w("involvement.open_cases"), [&] {
              case_cards(h, w, home.cases);
              h.p({cls("etter")}, [&] { h.a({cls("ds-link"), id("til-alle-saker"), href("/saker")}, w("involvement.all_cases")); });
            });
          if (!home.answers.empty()) section(h, "svar", w("front.latest_answers"), [&] { latest_answers(h, w, home.answers); });
          section(h, "resultater", w("front.reports"), [&] { report_list(h, w, home.reports); });
          h.p({cls("innloggingslenke")}, [&] {
            h.text(w("front.facilitator"));
            h.text(" ");
            h.a({id("til-innlogging"), href("/logg-inn")}, w("front.to_login"));
          });
        });
      });
}

}  // namespace knippe::views
