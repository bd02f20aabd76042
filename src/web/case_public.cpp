// A case as the public meets it: reading, writing a contribution without account, supporting others, the receipt.

#include <algorithm>

#include "http/cookie.h"
#include "store/store.h"
#include "web/case_measures.h"
#include "web/cases.h"
#include "web/desk_view.h"
#include "web/expectations.h"
#include "web/handlers.h"
#include "web/public_lists.h"
#include "web/receipt_code.h"
#include "web/seat.h"

namespace knippe::web {
namespace {

using namespace domain::involvement;
using views::CaseLook;

constexpr std::size_t cases_listed = 200;
constexpr std::size_t cases_on_front = 7;
constexpr std::size_t answers_on_front = 3;

/// Newest first; what the list says and the case does not is left out.
std::vector<views::CaseCard> cards(const Site& site, std::size_t count_max) {
  std::vector<views::CaseCard> found;
  const auto rooms = site.store.rooms().list_public(store::involvement_kind, count_max, site.place.demonstration);
  if (!rooms) return found;
  for (const store::Room& room : *rooms)
    (void)site.cases.read(room.id, [&](const Involvement& i, Seq) {
      if (i.phase != Phase::draft) found.push_back(views::card_of(room.id, i));
    });
  return found;
}

/// The published workshops that steps of this case lead to.
std::vector<views::CaseWorkshop> linked_workshops(const Call& call) {
  std::vector<views::CaseWorkshop> found;
  (void)call.site.cases.read(call.room, [&](const Involvement& i, Seq) {
    for (const Step* step : i.steps_in_order())
      if (step->workshop) found.push_back({step->workshop, {}, false});
  });
  std::erase_if(found, [&](views::CaseWorkshop& each) {
    const auto room = call.site.store.rooms().find(each.room);
    if (!room || room->status != store::RoomStatus::published) return true;
    each.title = room->title;
    each.published = true;
    return false;
  });
  return found;
}

/// The receipt of a support that was given just now; a code that is not ours says nothing.
CaseLook with_support(const Call& call, const CaseLook& look) {
  CaseLook with = look;
  const std::string code(call.request.query["stottet"]);
  if (!of_support_code(call.site.tokens, call.room, code)) return with;
  with.supported = ContributionId{number_of(call.request.query["innspill"])};
  with.support_code = code;
  return with;
}

template <class Make>
http::Response show_public(const Call& call, Make make, const views::Kept& kept = {}, int status = 200) {
  return show_case(
      call, kept, status,
      [&](const CaseLook& look) -> Result<std::string> {
        TRY_STATUS(visible_case(call, look.involvement));
        return make(look);
      },
      known_phone(call));
}

/// Reading the whole number or refusing it: "-3" and "many" are no group.
int people_of(const Call& call) {
  const std::string_view typed = call.field("antall");
  if (typed.empty()) return 0;
  const auto number = parse_number(typed);
  return number && *number <= 1'000'000 ? static_cast<int>(*number) : -1;
}

const Error look_error{ErrorKind::refused, "contribution.alike", {}};

/// The argument that the form is about, if it is about one.
views::Stand stand_of(const Call& call) { return {ThemeId{number_of(call.field("tema"))}, stance_of(call.field("stilling"))}; }

/// What the text of the form resembles.
std::vector<ContributionId> alike_to(const Call& call) {
  if (call.op() == "send-likevel") return {};
  std::vector<ContributionId> found;
  (void)call.site.cases.read(call.room, [&](const Involvement& i, Seq) { found = views::alike_contributions(i, call.field("tekst"), stand_of(call)); });
  return found;
}

http::Response receipt_of(const Call& call, const engine::Receipt& receipt) {
  const auto number = call.site.cases.read(call.room, [&](const Involvement& i, Seq) -> Result<ContributionId> {
    const Contribution* contribution = i.contribution_at(receipt.first);
    if (!contribution) return fail(ErrorKind::not_found, "contribution.unknown");
    return contribution->id;
  });
  if (!number) return error_answer(call, number.error());
  return see_other(room_path("saker", call.room, "kvittering/" + receipt_code(call.site.tokens, call.room, *number) + "?ny=1"));
}

}  // namespace

void add_cases(const Call& call, views::Home& home) {
  const auto rooms = call.site.store.rooms().list_public(store::involvement_kind, cases_listed, call.site.place.demonstration);
  if (!rooms) return;
  const Instant now = call.site.clock.now();
  for (const store::Room& room : *rooms)
    (void)call.site.cases.read(room.id, [&](const Involvement& i, Seq) {
      if (i.phase == Phase::draft) return;
      home.answered += i.answered();
      home.unanswered += i.unanswered();
      home.overdue |= i.unanswered() > 0 && views::iso_date(now, i.time_zone) > i.promise.answer_by;
      if (i.phase == Phase::open) home.cases.push_back(views::card_of(room.id, i));
      for (const Theme& theme : i.themes)
        if (theme.answer.verdict != Verdict::none)
          home.answers.push_back({room.id, theme.id, i.title, theme.name, theme.published.size(), theme.answer, i.language, i.time_zone});
    });
  std::ranges::stable_partition(home.cases, &views::CaseCard::takes_input);
  home.open = home.cases.size();
  if (home.cases.size() > cases_on_front) home.cases.resize(cases_on_front);
  std::ranges::sort(home.answers, std::greater{}, [](const views::LatestAnswer& one) { return one.answer.at.ms; });
  if (home.answers.size() > answers_on_front) home.answers.resize(answers_on_front);
}

http::Response cases(const Call& call) { return page_answer(views::case_list_page(call.view(), cards(call.site, cases_listed))); }

http::Response case_front(const Call& call) {
  const auto tied = tied_workshops(call);
  const auto workshops = linked_workshops(call);
  const auto keeping = keeping_of(call);
  return show_public(call, [&](const CaseLook& look) {
    CaseLook with = with_support(call, look);
    with.workshops = workshops;
    with.keeping = keeping ? &*keeping : nullptr;
    return views::case_page(with, tied);
  });
}

http::Response case_contributions(const Call& call) {
  const ThemeId theme{number_of(call.request.query["tema"])};
  return show_public(call, [&](const CaseLook& look) { return views::contributions_page(with_support(call, look), page_wanted(call), theme); });
}

http::Response case_theme(const Call& call) {
  const ThemeId theme{number_of(call.captured[0])};
  return show_public(call, [&](const CaseLook& look) -> Result<std::string> {
    if (!look.involvement.find_theme(theme)) return fail(ErrorKind::not_found, "theme.unknown");
    return views::theme_page(with_support(call, look), theme);
  });
}

http::Response write_contribution(const Call& call) {
  return show_public(call, [](const CaseLook& look) -> Result<std::string> {
    if (look.involvement.information) return fail(ErrorKind::not_found, "involvement.information");
    return views::contribute_page(look);
  });
}

http::Response send_contribution(const Call& asked) {
  Call call = asked;
  const auto alike = alike_to(call);
  const auto refused = [&](const Error& error) {
    const bool look = error.message_key == look_error.message_key;
    const views::Stand stand = stand_of(call);
    const std::span<const ContributionId> shown = look ? std::span<const ContributionId>(alike) : std::span<const ContributionId>();
    return show_public(
        call, [&](const CaseLook& l) { return stand.stance == Stance::none ? views::contribute_page(l, shown) : views::argument_page(l, stand, shown); },
        kept_form(call, "send", error), status_of(error.kind));
  };
  const auto open = call.site.cases.read(call.room, [&](const Involvement& i, Seq) { return visible_case(call, i); });
  if (!open) return error_answer(call, open.error());
  std::string cookie;
  const auto phone = phone_for(call, cookie, store::phones_per_case_max);
  if (!phone) return refused(phone.error());
  call.phone = *phone;
  if (call.op() == "stott" || call.op() == "trekk") {
    const auto supported = call.submit(SupportContribution{ContributionId{call.number()}, call.op() == "stott"});
    http::Response response = refused(supported ? look_error : supported.error());
    if (supported) response.status = 200;
    if (!cookie.empty()) response.also("Set-Cookie", cookie);
    return response;
  }
  const store::Pace pace = call.site.store.contribution_pace().note(call.room, call.request.client.neighbourhood().text());
  if (pace == store::Pace::flood) return refused({ErrorKind::too_many, "contribution.flood", {}});
  const auto receipt = call.submit(SendContribution{std::string(call.field("tekst")), std::string(call.field("sted")), ThemeId{number_of(call.field("tema"))},
                                                    std::string(call.field("gruppe")), people_of(call), Source::web, pace == store::Pace::unread,
                                                    call.op() != "send-likevel" && !alike.empty(), stand_of(call).stance});
  http::Response response = receipt ? receipt_of(call, *receipt) : refused(receipt.error());
  if (!cookie.empty()) response.also("Set-Cookie", cookie);
  return response;
}

http::Response support_contribution(const Call& asked) {
  Call call = asked;
  const bool supported = call.op() == "stott";
  if (!supported && call.op() != "trekk") return error_answer(call, {ErrorKind::bad_input, "form.unknown_op", {}});
  const auto open = call.site.cases.read(call.room, [&](const Involvement& i, Seq) { return visible_case(call, i); });
  if (!open) return error_answer(call, open.error());
  std::string cookie;
  const auto phone = phone_for(call, cookie, store::phones_per_case_max);
  if (!phone) return error_answer(call, phone.error());
  call.phone = *phone;
  const auto receipt = call.submit(SupportContribution{ContributionId{call.number()}, supported});
  const std::string place = "#innspill-" + std::to_string(call.number());
  const std::uint32_t side = number_of(call.field("side")), theme = number_of(call.field("tema"));
  const std::string list = "innspill?side=" + std::to_string(side) + (theme ? "&tema=" + std::to_string(theme) : "");
  const std::string rest = side ? list : theme ? "tema/" + std::to_string(theme) : "";
  std::string proof;
  if (receipt && supported && receipt->first.value <= receipt->last.value)
    proof = (side ? "&" : "?") + ("stottet=" + support_code(call.site.tokens, call.room, receipt->first)) + "&innspill=" + std::to_string(call.number());
  http::Response response = receipt ? see_other(room_path("saker", call.room, rest) + proof + place) : error_answer(call, receipt.error());
  if (!cookie.empty()) response.also("Set-Cookie", cookie);
  return response;
}

http::Response find_receipt(const Call& call) {
  const auto contribution = of_receipt_code(call.site.tokens, call.room, call.request.query["kode"]);
  if (!contribution) return error_answer(call, {ErrorKind::not_found, "contribution.no_receipt", {}});
  return see_other(room_path("saker", call.room, "kvittering/" + receipt_code(call.site.tokens, call.room, *contribution)));
}

http::Response contribution_receipt(const Call& call) {
  const auto contribution = of_receipt_code(call.site.tokens, call.room, call.captured[0]);
  if (!contribution) return error_answer(call, {ErrorKind::not_found, "contribution.no_receipt", {}});
  const views::Ask before = to_ask(call, views::Ask::entry), after = to_ask(call, views::Ask::exit);
  return show_public(call, [&](const CaseLook& look) -> Result<std::string> {
    const Contribution* found = look.involvement.find_contribution(*contribution);
    if (!found) return fail(ErrorKind::not_found, "contribution.no_receipt");
    const Theme* theme = look.involvement.find_theme(found->theme);
    const bool answered = theme && theme->answer.verdict != Verdict::none;
    return views::receipt_page(look, *contribution, receipt_code(call.site.tokens, call.room, *contribution), call.request.query.has("ny"),
                               answered ? after : before);
  });
}

}  // namespace knippe::web
