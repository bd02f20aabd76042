// Writing a contribution without account: the form, what resembles it, its photo, and the way to its receipt.

#include "web/case_contribute.h"

#include "store/store.h"
#include "web/cases.h"
#include "web/desk_view.h"
#include "web/handlers.h"
#include "web/pictures.h"
#include "web/receipt_code.h"

namespace knippe::web {
namespace {

using namespace domain::involvement;
using views::CaseLook;

const Error look_error{ErrorKind::refused, "contribution.alike", {}};

/// The argument that the form is about, if it is about one.
views::Stand stand_of(const Call& call) { return {ThemeId{number_of(call.field("tema"))}, stance_of(call.field("stilling"))}; }

SendContribution contribution_of(const Call& call, bool look_first) {
  SendContribution command;
  command.text = call.field("tekst");
  command.place = call.field("sted");
  command.theme = stand_of(call).theme;
  command.group_name = call.field("gruppe");
  command.people = typed_people(call);
  command.look_first = look_first;
  command.stance = stand_of(call).stance;
  return command;
}

/// The rules look at a picture last: they have nothing against all the rest.
bool lacks_only_its_picture(const Call& call, const SendContribution& command) {
  const auto decided = call.site.cases.read(call.room, [&](const Involvement& i, Seq) { return decide(i, command, call.context()); });
  return !decided && decided.error().message_key == "photo.broken";
}

http::Response refused_form(const Call& call, const Error& error, std::span<const ContributionId> alike) {
  const views::Stand stand = stand_of(call);
  const std::span<const ContributionId> shown = error.message_key == look_error.message_key ? alike : std::span<const ContributionId>();
  return show_public(
      call, [&](const CaseLook& look) { return stand.stance == Stance::none ? views::contribute_page(look, shown) : views::argument_page(look, stand, shown); },
      kept_form(call, "send", error), status_of(error.kind));
}

}  // namespace

std::vector<ContributionId> alike_to(const Call& call, const views::Stand& stand) {
  if (call.op() == "send-likevel") return {};
  std::vector<ContributionId> found;
  (void)call.site.cases.read(call.room, [&](const Involvement& i, Seq) { found = views::alike_contributions(i, call.field("tekst"), stand); });
  return found;
}

int typed_people(const Call& call) {
  const std::string_view typed = call.field("antall");
  if (typed.empty()) return 0;
  const auto number = parse_number(typed);
  return number && *number <= 1'000'000 ? static_cast<int>(*number) : -1;
}

http::Response support_instead(const Call& call, const std::function<http::Response(const Error&)>& form) {
  const auto supported = call.submit(SupportContribution{ContributionId{call.number()}, call.op() == "stott"});
  http::Response response = form(supported ? look_error : supported.error());
  if (supported) response.status = 200;
  return response;
}

Result<engine::Receipt> hand_in(const Call& call, SendContribution command) {
  const store::Pace pace = call.site.store.contribution_pace().note(call.room, call.request.client.neighbourhood().text());
  if (pace == store::Pace::flood) return fail(ErrorKind::too_many, "contribution.flood");
  command.held = pace == store::Pace::unread;
  return send_with_photo(call, std::move(command));
}

Result<engine::Receipt> send_with_photo(const Call& call, SendContribution command) {
  if (!call.upload || call.upload->empty()) return call.submit(std::move(command));
  command.photo = {"not opened yet", 1, 1, std::string(call.field("bildetekst"))};
  if (!lacks_only_its_picture(call, command)) return call.submit(std::move(command));
  return submit_with_upload(call, [&](const KeptPicture& kept) {
    command.photo = {kept.commitment, kept.width, kept.height, command.photo.alt};
    return call.submit(command);
  });
}

http::Response as_resident(const Call& asked, const std::function<http::Response(const Call&)>& answer, const std::function<http::Response(const Error&)>& refused) {
  Call call = asked;
  const auto open = call.site.cases.read(call.room, [&](const Involvement& i, Seq) { return visible_case(call, i); });
  if (!open) return error_answer(call, open.error());
  std::string cookie;
  const auto phone = phone_for(call, cookie, store::phones_per_case_max);
  if (!phone) return refused(phone.error());
  call.phone = *phone;
  http::Response response = answer(call);
  if (!cookie.empty()) response.also("Set-Cookie", cookie);
  return response;
}

http::Response to_receipt(const Call& call, const engine::Receipt& receipt) {
  const auto number = call.site.cases.read(call.room, [&](const Involvement& i, Seq) -> Result<ContributionId> {
    const Contribution* contribution = i.contribution_at(receipt.first);
    if (!contribution) return fail(ErrorKind::not_found, "contribution.unknown");
    return contribution->id;
  });
  if (!number) return error_answer(call, number.error());
  return see_other(room_path("saker", call.room, "kvittering/" + receipt_code(call.site.tokens, call.room, *number) + "?ny=1"));
}

http::Response write_contribution(const Call& call) {
  return show_public(call, [](const CaseLook& look) -> Result<std::string> {
    if (look.involvement.information) return fail(ErrorKind::not_found, "involvement.information");
    return views::contribute_page(look);
  });
}

http::Response send_contribution(const Call& asked) {
  const auto alike = alike_to(asked, stand_of(asked));
  return as_resident(
      asked,
      [&](const Call& call) {
        if (call.op() == "stott" || call.op() == "trekk") return support_instead(call, [&](const Error& error) { return refused_form(call, error, alike); });
        const auto receipt = hand_in(call, contribution_of(call, !alike.empty()));
        return receipt ? to_receipt(call, *receipt) : refused_form(call, receipt.error(), alike);
      },
      [&](const Error& error) { return refused_form(asked, error, alike); });
}

}  // namespace knippe::web
