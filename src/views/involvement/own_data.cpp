// "Mine data" of a case: what this browser sent and supported.

#include <algorithm>
#include <boost/json.hpp>

#include "base/encoding.h"
#include "views/involvement/trust_parts.h"
#include "views/report/json.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace {

std::vector<ContributionId> supported_by(const Involvement& i, PhoneId phone) {
  std::vector<ContributionId> found;
  for (const Contribution& each : i.contributions)
    if (std::ranges::binary_search(each.supporters, phone)) found.push_back(each.id);
  return found;
}

void section(Writer& h, const char* heading_id, std::string_view heading, Part inner) {
  h.section({aria_labelledby(heading_id)}, [&] {
    h.h2({id(heading_id), cls("ih2")}, heading);
    inner(h);
  });
}

void known(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  section(h, "kjent-h", w("case_trust.known"), [&](Writer&) {
    h.ul({cls("punktliste")}, [&] {
      h.li(w.format("case_trust.known_number", look.phone.value));
      h.li(w("case_trust.known_cookie"));
      h.li(w.plural("case_trust.known_supports", std::ssize(supported_by(look.involvement, look.phone))));
    });
    h.p([&] { h.a({cls("ds-link"), id("ta-med"), href(public_url(look.room, "mine-data.json"))}, w("erasure.take_along")); });
  });
}

Url own_photo_url(const CaseLook& look, const CaseText& line) { return public_url(look.room, "mine-data/bilde/" + std::to_string(line.text.number)); }

/// Also of a contribution that no page shows.
void photos(Writer& h, const CaseLook& look, const std::vector<CaseText>& lines) {
  if (std::ranges::none_of(lines, [](const CaseText& line) { return line.text.kind == TextKind::photo; })) return;
  h.ul({cls("punktliste"), id("mine-bilder")}, [&] {
    for (const CaseText& line : lines)
      if (line.text.kind == TextKind::photo)
        h.li([&] { h.a({cls("ds-link"), id("bilde-", line.text.number), href(own_photo_url(look, line))}, look.view.words.format("casephoto.of", line.text.number)); });
  });
}

void texts(Writer& h, const CaseLook& look, const std::vector<CaseText>& lines) {
  const Words& w = look.view.words;
  section(h, "tekster-h", w("case_trust.sent"), [&](Writer&) {
    if (lines.empty()) return h.p(w("case_trust.nothing_sent"));
    photos(h, look, lines);
    page_form(h, look.view, public_url(look.room, "mine-data"), {.css = "sletteskjema", .id = "slett"}, [&](Writer&) {
      case_picks(h, w, lines);
      button(h, {.label = w("erasure.erase_picked"), .id = "slett-valgte", .name = "op", .value = "slett", .variant = Variant::secondary,
                 .color = "danger", .icon = Icon::trash});
    });
  });
}

void everything(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  section(h, "alt-h", w("erasure.everything"), [&](Writer&) {
    h.p(w("case_trust.everything_text"));
    page_form(h, look.view, public_url(look.room, "mine-data"), {.css = "sletteskjema", .id = "alt"}, [&](Writer&) {
      consent_box(h, look, w("erasure.understood"), "alt");
      button(h, {.label = w("erasure.erase_everything"), .id = "slett-alt", .name = "op", .value = "alt", .color = "danger", .icon = Icon::trash});
    });
  });
}

}  // namespace

std::string own_case_data_page(const CaseLook& look, const std::vector<CaseText>& lines, bool done) {
  const Words& w = look.view.words;
  Frame frame = public_frame(look, look.kept.error ? w.format("front.title_error", w("case_trust.own_title")) : std::string(w("case_trust.own_title")), "imain");
  frame.style = "erasure.css";
  return page(frame, [&](Writer& h) { narrow_header(h, look, w("case_trust.own_title")); },
              [&](Writer& h) {
                refusal(h, look, "alt", "forstatt");
                refusal(h, look, "slett", lines.empty() ? "forstatt" : "hva-contribution-" + std::to_string(lines.front().text.number));
                h.h1(w("case_trust.own_title"));
                h.p(w("case_trust.own_lead"));
                if (done) alert(h, Tone::info, w("erasure.done"), [&](Writer&) { h.p({cls("ds-paragraph")}, w("erasure.done_text")); });
                if (!look.phone) return h.p({id("ukjent")}, w("case_trust.not_known"));
                known(h, look);
                texts(h, look, lines);
                everything(h, look);
                section(h, "blir-h", w("erasure.stays"), [&](Writer&) { h.ul({cls("punktliste")}, [&] { what_stays(h, w); }); });
              });
}

std::string own_case_data_json(const CaseLook& look, const std::vector<CaseText>& lines) {
  namespace json = boost::json;
  json::array texts;
  for (const CaseText& line : lines) {
    json::object text{{"what", boost::describe::enum_to_string(line.text.kind, "")},
                      {"number", line.text.number},
                      {"words", json::array(line.words.begin(), line.words.end())},
                      {"time", to_rfc3339(line.time)},
                      {"wordings", line.wordings}};
    if (line.text.kind == TextKind::photo) text["picture"] = look.view.base_url + own_photo_url(look, line).text();
    texts.push_back(std::move(text));
  }
  json::array supported;
  for (const ContributionId id : supported_by(look.involvement, look.phone)) supported.push_back(id.value);
  return report::indented(json::object{{"format", "knippe-own-data-1"},
                                       {"room", to_base32(look.room.value)},
                                       {"case", look.involvement.title},
                                       {"browser", look.phone.value},
                                       {"texts", std::move(texts)},
                                       {"supported", std::move(supported)}});
}

}  // namespace knippe::views
