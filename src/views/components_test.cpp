#include "views/components.h"

#include <gtest/gtest.h>

#include <qrcodegen.hpp>

#include "views/page.h"

namespace knippe::views {
namespace {

using domain::Stage;

class Components : public testing::Test {
 protected:
  template <class F>
  static std::string written(F&& write) {
    Writer h;
    write(h);
    return h.take_string();
  }
  static bool has(const std::string& html, std::string_view part) { return html.find(part) != std::string::npos; }
  const Catalogue catalogue_;
  const Words& w = catalogue_[Lang::nb];
};

TEST_F(Components, AFieldIsWiredToItsWords) {
  const std::string html = written([&](Writer& h) {
    text_area(h, w, {.id = "ny", .name = "tekst", .label = "Ny nøkkel", .value = "<ord>", .description = "Kort.",
                     .error = "Skriv minst ett ord.", .max_length = 200, .counter = true, .keep_draft = true});
  });
  EXPECT_TRUE(has(html, R"(<label class="ds-label" for="ny">Ny nøkkel</label>)"));
  EXPECT_TRUE(has(html, R"(aria-describedby="ny-d ny-f ny-t")"));
  EXPECT_TRUE(has(html, R"(aria-invalid="true")"));
  EXPECT_TRUE(has(html, "maxlength=\"200\""));
  EXPECT_TRUE(has(html, "data-utkast>\n&lt;ord&gt;</textarea>"));
  EXPECT_TRUE(has(html, R"(<p id="ny-d" data-field="description">Kort.</p>)"));
  EXPECT_TRUE(has(html, R"(<p class="ds-validation-message" id="ny-f">Skriv minst ett ord.</p>)"));
  EXPECT_TRUE(has(html, R"(data-grense="200">5 av 200 tegn</p>)"));
}

TEST_F(Components, AFieldWithoutTroubleSaysNothingOfIt) {
  const std::string html = written([&](Writer& h) { text_field(h, w, {.id = "k", .name = "kode", .label = "Kode"}); });
  EXPECT_EQ(html, R"(<div class="ds-field"><label class="ds-label" for="k">Kode</label>)"
                  R"(<input class="ds-input" id="k" name="kode" type="text" value=""></div>)");
}

TEST_F(Components, EqualButtonsAreToldApart) {
  EXPECT_EQ(written([&](Writer& h) {
              button(h, {.label = "Trekk", .id = "trekk-3", .name = "op", .value = "trekk:3", .variant = Variant::tertiary,
                         .about = "«Tre & fem»", .small = true, .disabled = true});
            }),
            R"(<button class="ds-button" id="trekk-3" name="op" value="trekk:3" data-variant="tertiary" data-size="sm" )"
            R"(aria-disabled="true">Trekk<span class="ds-sr-only"> «Tre &amp; fem»</span></button>)");
}

TEST_F(Components, TheErrorSummaryLinksToFieldsOrIsAbsent) {
  EXPECT_EQ(written([&](Writer& h) { error_summary(h, w, {}); }), "");
  const FieldError errors[] = {{"kode", "Skriv koden."}};
  const std::string html = written([&](Writer& h) { error_summary(h, w, errors); });
  EXPECT_TRUE(has(html, R"(tabindex="-1" autofocus>)"));
  EXPECT_TRUE(has(html, R"(<a href="#kode">Skriv koden.</a>)"));
}

TEST_F(Components, TheProgressLineSaysDoneNowAndToCome) {
  const std::string html = written([&](Writer& h) { stage_progress(h, w, Stage::keys); });
  EXPECT_TRUE(has(html, R"(<li class="ferdig"><span class="ds-sr-only">Velkommen (ferdig)</span></li>)"));
  EXPECT_TRUE(has(html, R"(<li class="naa" aria-current="step"><span class="ds-sr-only">Nøklene</span></li>)"));
  EXPECT_TRUE(has(html, R"(<li><span class="ds-sr-only">Resultat</span></li>)"));
}

TEST_F(Components, EveryStageHasNameAndLineInEveryLanguage) {
  for (const Lang lang : all_langs)
    for (int i = 0; i < domain::stage_count; ++i) {
      const auto stage = static_cast<Stage>(i);
      EXPECT_FALSE(stage_name(catalogue_[lang], stage).starts_with("stage."));
      EXPECT_FALSE(stage_line(catalogue_[lang], stage).starts_with("stage."));
    }
}

TEST_F(Components, TheTimerShowsAClockTimeUntilScriptsCount) {
  const Instant now{1'795'531'920'000};
  const auto shown = [&](domain::Countdown clock) {
    return written([&](Writer& h) { timer(h, w, {.clock = clock, .now = now, .zone = "Europe/Oslo", .with_icon = false}); });
  };
  EXPECT_EQ(shown({}), "");
  EXPECT_EQ(shown({.planned_ms = 600'000, .ends_at = now.plus_ms(402'000), .left_ms = 0}),
            R"(<nk-timer class="minitid" role="timer" aria-label="Tid igjen" data-slutt="1795532322000" data-naa="1795531920000" )"
            R"(data-ute="Tiden er ute"><span data-tid>til 15:58</span></nk-timer>)");
  EXPECT_TRUE(has(shown({.planned_ms = 600'000, .ends_at = {}, .left_ms = 61'000}), "<span data-tid>pause, 01:01 igjen</span>"));
  EXPECT_FALSE(has(shown({.planned_ms = 600'000, .ends_at = {}, .left_ms = 61'000}), "data-slutt"));
  EXPECT_TRUE(has(shown({.planned_ms = 600'000, .ends_at = now.plus_ms(-1), .left_ms = 0}), "<span data-tid>Tiden er ute</span>"));
}

TEST_F(Components, BarsAndDotsStayWithinBounds) {
  EXPECT_TRUE(has(written([&](Writer& h) { bar(h, 140); }), R"(data-pct="100")"));
  EXPECT_TRUE(has(written([&](Writer& h) { bar(h, -1); }), R"(data-pct="0")"));
  EXPECT_EQ(written([&](Writer& h) { dots(h, 1, 2); }),
            R"(<span class="prikker" aria-hidden="true"><i class="paa"></i><i></i></span>)");
}

/// Reads the path back, module by module.
TEST_F(Components, TheQrCodeDrawsEveryModule) {
  const std::string text = "https://example.org/v/472918";
  const std::string html = written([&](Writer& h) { qr_code(h, text, "QR-kode"); });
  const auto code = qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
  int dark = 0, drawn = 0;
  for (int y = 0; y < code.getSize(); ++y)
    for (int x = 0; x < code.getSize(); ++x) dark += code.getModule(x, y);
  for (std::size_t at = html.find('M'); at != std::string::npos; at = html.find('M', at + 1)) {
    int x = 0, y = 0, run = 0;
    ASSERT_EQ(std::sscanf(html.c_str() + at, "M%d,%dh%d", &x, &y, &run), 3);
    for (int i = 0; i < run; ++i) EXPECT_TRUE(code.getModule(x - 4 + i, y - 4));
    drawn += run;
  }
  EXPECT_EQ(drawn, dark);
  EXPECT_TRUE(has(html, R"(role="img" aria-label="QR-kode")"));
}

TEST_F(Components, APageStandsInItsSkeleton) {
  const std::string html = page({.w = w, .title = "Ranger <5>", .main_class = "dmain", .command = "k1", .stream = Url("/v/1/strom"),
                                 .status = "Lagret", .warning = "Uten kryptering"},
                                [&](Writer& h) { plain_header(h, w); }, [](Writer& h) { h.h1("Ranger"); });
  EXPECT_TRUE(html.starts_with("<!doctype html>\n<html lang=\"nb\" data-color-scheme=\"light\" class=\"flate-deltaker\"><head><meta charset=\"utf-8\">"));
  EXPECT_TRUE(has(html, "<title>Ranger &lt;5&gt; – Nøkkelknippe</title>"));
  EXPECT_TRUE(has(html, R"(<meta name="kommando" content="k1">)"));
  EXPECT_TRUE(has(html, R"(<main id="innhold" class="dmain" tabindex="-1"><h1>Ranger</h1></main>)"));
  EXPECT_TRUE(has(html, R"(role="status" aria-live="polite")"));
  EXPECT_TRUE(has(html, R"(data-hx-sse:connect="/v/1/strom")"));
  EXPECT_TRUE(has(html, R"(href="?spraak=nn" lang="nn" hreflang="nn">Nynorsk</a>)"));
  EXPECT_FALSE(has(html, "spraak=nb"));
  EXPECT_TRUE(has(html, R"(<p class="advarselslinje">)"));
  for (const char* forbidden : {" style=", "<style", " on", "javascript:"}) EXPECT_FALSE(has(html, std::string(forbidden) + "click")) << forbidden;
  for (std::size_t at = html.find("<script"); at != std::string::npos; at = html.find("<script", at + 1))
    EXPECT_TRUE(html.compare(at, 13, "<script src=\"") == 0);
}

TEST_F(Components, APageWithoutLifeLoadsNoHtmx) {
  const std::string html = page({.w = w, .title = "Personvern", .footer = false}, [](Writer&) {}, [](Writer& h) { h.p("x"); });
  EXPECT_FALSE(has(html, "htmx"));
  EXPECT_FALSE(has(html, "<footer"));
  EXPECT_TRUE(has(html, "/assets/app."));
}

TEST_F(Components, APartialNamesItsTargetAndPlaceInTheRoom) {
  EXPECT_EQ(written([](Writer& h) { partial(h, "tavle", 42, [](Writer& inner) { inner.div({id("tavle")}, "x"); }); }),
            R"(<hx-partial hx-target="#tavle" hx-swap="outerMorph" data-seq="42"><div id="tavle">x</div></hx-partial>)");
}

}  // namespace
}  // namespace knippe::views
