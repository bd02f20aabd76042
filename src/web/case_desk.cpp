// A case as its owner sees it.

#include "store/store.h"
#include "web/case_contribute.h"
#include "web/cases.h"
#include "web/desk_view.h"
#include "web/handlers.h"

namespace knippe::web {
namespace {

using namespace domain::involvement;
using views::CaseLook;

views::Kept whole_op(const Call& call, const Error& error) { return kept_form(call, std::string(call.field("op")), error); }

template <class Enum>
std::optional<Enum> named(std::string_view name) {
  Enum value{};
  if (!boost::describe::enum_from_string(std::string(name).c_str(), value)) return std::nullopt;
  return value;
}

http::Response show_basis(const Call& call, const views::Kept& kept = {}, int status = 200) {
  const bool tried = kept.error && kept.error->message_key == "involvement.gaps" && kept.is("apne");
  const auto workshops = workshops_to_link(call);
  return show_case(call, kept, status, [&](const CaseLook& look) {
    CaseLook with = look;
    with.workshops = workshops;
    return views::case_basis_page(with, tried);
  });
}

http::Response show_desk_of(const Call& call, const views::Kept& kept = {}, int status = 200) {
  const auto workshops = workshops_to_link(call);
  const auto keeping = keeping_of(call);
  return show_case(call, kept, status, [&](const CaseLook& look) {
    CaseLook with = look;
    with.workshops = workshops;
    with.keeping = keeping ? &*keeping : nullptr;
    if (look.involvement.phase != Phase::draft) return views::case_desk_page(with);
    return look.may.own ? views::case_basis_page(with, false) : views::case_page(with);
  });
}

views::Pile pile_of(std::string_view name) {
  return name == "publisert" ? views::Pile::published : name == "fjernet" ? views::Pile::removed : views::Pile::waiting;
}

http::Response show_moderation_of(const Call& call, std::string_view pile, const views::Kept& kept = {}, int status = 200) {
  return show_case(call, kept, status, [&](const CaseLook& look) { return views::case_contributions_page(look, pile_of(pile), page_wanted(call)); });
}

http::Response show_answers(const Call& call, std::uint32_t theme, const views::Kept& kept = {}, int status = 200) {
  return show_case(call, kept, status, [&](const CaseLook& look) { return views::case_answers_page(look, ThemeId{theme}, page_wanted(call)); });
}

Result<Command> desk_command_of(const Call& call) {
  const std::string_view op = call.op();
  if (op == "ta-imot" || op == "steng") return SetInput{op == "ta-imot"};
  if (op == "avslutt") return CloseInvolvement{};
  return bad_input("form.unknown_op");
}

/// What came on paper or by word of mouth.
SendContribution typed_contribution(const Call& call) {
  return {std::string(call.field("tekst")), std::string(call.field("sted")), ThemeId{number_of(call.field("tema"))}, std::string(call.field("gruppe")), typed_people(call),
          call.field("kilde") == "spoken" ? Source::spoken : Source::paper, false, false, stance_of(call.field("stilling"))};
}

Result<Command> moderation_command(const Call& call) {
  const ContributionId contribution{call.number()};
  if (call.op() == "publiser") return PublishContribution{contribution};
  if (call.op() != "fjern") return bad_input("form.unknown_op");
  const auto rule = named<Rule>(call.field("regel"));
  if (!rule) return bad_input("contribution.rule");
  return RemoveContribution{contribution, *rule, std::string(call.field("grunn"))};
}

Result<Command> answer_command(const Call& call) {
  if (call.op() == "svar")
    return GiveAnswer{ThemeId{number_of(call.field("tema"))}, named<Verdict>(call.field("verdikt")).value_or(Verdict::none),
                      ItemId{number_of(call.field("rompunkt"))}, std::string(call.field("begrunnelse"))};
  if (call.op() != "flytt") return bad_input("form.unknown_op");
  GroupContributions group{ThemeId{number_of(call.field("til"))}, {}};
  for (const auto& [name, value] : call.form)
    if (name == "innspill") group.contributions.push_back(ContributionId{number_of(value)});
  return group;
}

/// Decides and stores, and brings the list of rooms up to date.
Status carry_out(const Call& call, Result<Command> command) {
  if (!command) return std::unexpected(command.error());
  TRY(call.submit(*std::move(command)));
  return case_up_to_date(call);
}

Status typed_in(const Call& call) {
  TRY(send_with_photo(call, typed_contribution(call)));
  return case_up_to_date(call);
}

}  // namespace

http::Response my_cases(const Call& call) {
  auto& rooms = call.site.store.rooms();
  const auto listed = rooms.list_all(store::default_organisation);
  if (!listed) return error_answer(call, listed.error());
  std::vector<views::CaseCard> cards;
  for (const store::Room& room : *listed)
    if (case_may(call, room).read)
      (void)call.site.cases.read(room.id, [&](const Involvement& i, Seq) { cards.push_back(views::card_of(room.id, i)); });
  std::string user;
  if (const auto account = call.site.store.accounts().find(call.account)) user = account->name;
  return page_answer(views::my_cases_page(call.view(), cards, user, call.is_administrator));
}

http::Response new_case(const Call& call) { return page_answer(views::new_case_page(call.view(), {})); }

http::Response create_case(const Call& call) {
  const auto refused = [&](const Error& error) {
    return page_answer(views::new_case_page(call.view(), kept_form(call, "ny", error)), status_of(error.kind));
  };
  const auto language = views::parse_lang(call.field("sprak")).value_or(views::Lang::nb);
  const auto room = make_case(call, {std::string(call.field("tittel")), std::string(views::code(language))});
  if (!room) return refused(room.error());
  return see_other(room_path("styring/sak", *room));
}

http::Response case_desk(const Call& call) { return show_desk_of(call); }
http::Response case_basis(const Call& call) { return show_basis(call); }
http::Response case_moderation(const Call& call) { return show_moderation_of(call, call.request.query["vis"]); }
http::Response case_answers(const Call& call) { return show_answers(call, number_of(call.request.query["tema"])); }

http::Response run_case(const Call& call) {
  const Status status = call.op() == "skriv-inn" ? typed_in(call) : carry_out(call, desk_command_of(call));
  if (status) return see_other(room_path("styring/sak", call.room));
  return show_desk_of(call, whole_op(call, status.error()), status_of(status.error().kind));
}

http::Response change_case_basis(const Call& call) {
  Status status = carry_out(call, basis_command(call));
  if (status && call.op() == "steg") status = ties_up_to_date(call);
  if (!status) return show_basis(call, whole_op(call, status.error()), status_of(status.error().kind));
  if (call.op() == "apne" || call.op() == "apne-info") return see_other(room_path("styring/sak", call.room));
  const std::string_view op = call.op();
  const std::string_view section = op == "punkt" || op == "fjern-punkt" ? "rom" : op == "steg" || op == "fjern-steg" ? "faser" : op == "tema" ? "temaer" : op.starts_with("ungdom") ? "ungdom" : op;
  return see_other(room_path("styring/sak", call.room, "grunnlag") + "#" + std::string(section));
}

http::Response moderate_case(const Call& call) {
  const Status status = carry_out(call, moderation_command(call));
  if (status) return see_other(room_path("styring/sak", call.room, "innspill?vis=" + std::string(call.field("vis") == "publisert" ? "publisert" : call.field("vis") == "fjernet" ? "fjernet" : "venter")));
  return show_moderation_of(call, call.field("vis"), whole_op(call, status.error()), status_of(status.error().kind));
}

http::Response answer_case(const Call& call) {
  const std::uint32_t theme = number_of(call.field("tema"));
  const Status status = carry_out(call, answer_command(call));
  if (status) return see_other(room_path("styring/sak", call.room, "svar?tema=" + std::to_string(theme)));
  return show_answers(call, theme, whole_op(call, status.error()), status_of(status.error().kind));
}

}  // namespace knippe::web
