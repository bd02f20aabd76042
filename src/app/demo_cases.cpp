#include "app/demo_cases.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <boost/json.hpp>
#include <chrono>
#include <memory>
#include <vector>

#include "app/simulate/visitor.h"
#include "base/carry.h"
#include "domain/json.h"
#include "store/data_folder.h"

KNIPPE_CARRY(knippe_demo_cases, KNIPPE_DEMO_CASES);
KNIPPE_CARRY(knippe_demo_photo, KNIPPE_DEMO_PHOTO);

namespace knippe::app {
namespace {

namespace json = boost::json;

constexpr std::size_t residents_in_all = 36;

std::string text_in(const json::object& from, std::string_view name) {
  const json::value* found = from.if_contains(name);
  if (!found) return {};
  return found->is_int64() ? std::to_string(found->get_int64()) : json::value_to<std::string>(*found);
}

const json::array& list_in(const json::object& from, std::string_view name) {
  static const json::array none;
  const json::value* found = from.if_contains(name);
  return found ? found->as_array() : none;
}

/// "+14" and "-3" are days from today; anything else stays as it is.
std::string dated(const std::string& text) {
  if (text.size() < 2 || (text[0] != '+' && text[0] != '-')) return text;
  const auto day = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()) + std::chrono::days(std::stoi(text));
  return fmt::format("{:%Y-%m-%d}", day);
}

/// One case, its owner and those who live there.
class CasePlay {
 public:
  CasePlay(const std::string& address, std::function<std::string()> right)
      : address_(address), owner_(address, tally_, 0, std::move(right)) {}

  Status run(const json::object& script) {
    TRY_STATUS(begin(script));
    basis(script);
    const std::string until = text_in(script, "until");
    if (until != "draft") tell({{"op", until == "information" ? "apne-info" : "apne"}});
    for (const json::value& each : list_in(script, "contributions")) contribution(each.as_object());
    for (const json::value& each : list_in(script, "answers")) answer(each.as_object());
    if (until == "answering" || until == "closed") run_case("steng");
    if (until == "closed") run_case("avslutt");
    what_followed(script);
    return tally_.refused == 0 ? Status() : fail(ErrorKind::internal, "simulate.case_refused", text_in(script, "title"));
  }

 private:
  Status begin(const json::object& script) {
    const std::string answer = TRY(owner_.post_json("/api/cases", json::serialize(json::object{{"title", script.at("title")}})));
    const json::object made = json::parse(answer).as_object();
    desk_ = text_in(made, "desk");
    public_ = text_in(made, "public");
    return {};
  }

  void tell(http::Form form) { owner_.post(desk_ + "/grunnlag", std::move(form)); }
  void run_case(const char* op) { owner_.post(desk_, {{"op", op}}); }

  static http::Form form_of(std::string op, const json::object& fields) {
    http::Form form;
    form.add("op", std::move(op));
    for (const auto& [name, value] : fields) form.add(std::string(name), dated(text_in(fields, name)));
    return form;
  }

  void basis(const json::object& script) {
    tell({{"op", "om"}, {"tittel", text_in(script, "title")}, {"ingress", text_in(script, "summary")}});
    for (const auto& [op, fields] : script.at("basis").as_object()) tell(form_of(std::string(op), fields.as_object()));
    for (const json::value& item : list_in(script, "items")) tell(form_of("punkt:0", item.as_object()));
    for (const json::value& theme : list_in(script, "themes")) tell({{"op", "tema:0"}, {"temanavn", json::value_to<std::string>(theme)}});
    if (const std::string reading = text_in(script, "moderation"); !reading.empty()) tell({{"op", "lesing"}, {"lesing", reading}});
    steps(list_in(script, "steps"));
    if (const json::value* texts = script.if_contains("youth")) {
      tell(form_of("ungdom", texts->as_object()));
      tell({{"op", "ungdom-paa"}});
    }
  }

  /// [kind, from, to] and, for some, title and place.
  void steps(const json::array& all) {
    for (const json::value& each : all) {
      const json::array& step = each.as_array();
      const auto part = [&](std::size_t n) { return n < step.size() ? json::value_to<std::string>(step[n]) : std::string(); };
      tell({{"op", "steg:0"}, {"slag", part(0)}, {"fra", dated(part(1))}, {"til", dated(part(2))}, {"stegtittel", part(3)}, {"stegsted", part(4)}});
    }
  }

  Visitor& resident(std::size_t number) {
    while (residents_.size() <= number) residents_.push_back(std::make_unique<Visitor>(address_, tally_, residents_.size() + 1));
    return *residents_[number];
  }

  void contribution(const json::object& one) {
    const std::string number = std::to_string(++sent_), source = text_in(one, "source");
    http::Form form{{"tekst", text_in(one, "text")}, {"sted", text_in(one, "place")}, {"tema", text_in(one, "theme")},
                    {"gruppe", text_in(one, "group")}, {"antall", text_in(one, "people")}, {"kilde", source}, {"stilling", text_in(one, "stance")}, {"op", source.empty() ? "send-likevel" : "skriv-inn"}};
    const bool youth = one.contains("company");
    if (youth) form.add("sammen", text_in(one, "company"));
    Visitor& sender = source.empty() ? resident(sent_ % residents_in_all) : owner_;
    const std::string to = !source.empty() ? desk_ : public_ + (youth ? "/ung" : "/innspill/nytt");
    if (const std::string alt = text_in(one, "photo"); !alt.empty()) {
      form.add("bildetekst", alt);
      sender.post_picture(to, std::move(form), {knippe_demo_photo, knippe_demo_photo_end});
    } else {
      sender.post(to, std::move(form));
    }
    if (one.contains("waiting")) return;
    if (one.contains("removed"))
      return (void)owner_.post(desk_ + "/innspill", {{"op", "fjern:" + number}, {"regel", text_in(one, "removed")}, {"grunn", text_in(one, "why")}});
    owner_.post(desk_ + "/innspill", {{"op", "publiser:" + number}});
    const json::value* supports = one.if_contains("supports");
    for (std::int64_t n = 0; supports && n < supports->as_int64(); ++n)
      resident(static_cast<std::size_t>(n) % residents_in_all).post(public_ + "/stott", {{"op", "stott:" + number}});
  }

  void answer(const json::object& one) {
    owner_.post(desk_ + "/svar", {{"op", "svar"}, {"tema", text_in(one, "theme")}, {"verdikt", text_in(one, "verdict")},
                                  {"rompunkt", text_in(one, "item")}, {"begrunnelse", text_in(one, "reason")}});
  }

  void after(const std::string& op, http::Form form) {
    form.add("op", op);
    owner_.post(desk_ + "/tiltak", std::move(form));
  }

  void decision(const json::object& one) {
    http::Form form{{"tekst", text_in(one, "text")}, {"dato", dated(text_in(one, "date"))}, {"kilde", text_in(one, "source")}};
    for (const json::value& theme : list_in(one, "themes")) form.add("tema_" + std::to_string(theme.as_int64()), "ja");
    after("vedtak:0", std::move(form));
  }

  void measure(const json::object& one) {
    const std::string number = std::to_string(++measures_);
    after("tiltak:0", {{"tekst", text_in(one, "text")}, {"eier", text_in(one, "owner")}, {"dato", dated(text_in(one, "date"))}, {"tema", text_in(one, "theme")},
                       {"vedtak", text_in(one, "decision")}, {"forsok", text_in(one, "trial")}, {"antakelse", text_in(one, "hypothesis")}});
    std::size_t placed = 0;
    for (const json::value& each : list_in(one, "milestones")) {
      const json::object& milestone = each.as_object();
      after("milepael:" + number, {{"tekst", text_in(milestone, "text")}, {"dato", dated(text_in(milestone, "date"))}});
      ++placed;
      if (milestone.contains("reached")) after("naadd:" + number + ":" + std::to_string(placed), {});
    }
    for (const json::value& each : list_in(one, "answers")) {
      const json::object& told = each.as_object();
      after("svar:" + number, {{"framdrift", text_in(told, "progress")}, {"tekst", text_in(told, "text")}, {"laert", text_in(told, "learned")}, {"dato", dated(text_in(told, "date"))}});
    }
  }

  /// Decisions, measures, and what became of the promises.
  void what_followed(const json::object& script) {
    for (const json::value& each : list_in(script, "decisions")) decision(each.as_object());
    for (const json::value& each : list_in(script, "measures")) measure(each.as_object());
    for (const json::value& each : list_in(script, "outcomes")) {
      const json::object& one = each.as_object();
      owner_.post(desk_ + "/resultat", {{"op", "punkt:" + text_in(one, "item")}, {"utfall", text_in(one, "outcome")}, {"resultat", text_in(one, "result")}});
    }
    if (const json::value* written = script.if_contains("evaluation")) owner_.post(desk_ + "/resultat", form_of("evaluering", written->as_object()));
  }

  std::string address_, desk_, public_;
  Tally tally_;
  Visitor owner_;
  std::vector<std::unique_ptr<Visitor>> residents_;
  std::size_t sent_ = 0, measures_ = 0;
};

}  // namespace

Status play_demo_cases(const std::string& address, const std::filesystem::path& folder) {
  for (const json::object& script : domain::json_objects_in({knippe_demo_cases, knippe_demo_cases_end}))
    TRY_STATUS(CasePlay(address, [&] { return store::read_local_key(folder).value_or(""); }).run(script));
  return {};
}

}  // namespace knippe::app
