// What became of a case: the public pages and files, and the owner's forms.

#include <boost/describe.hpp>

#include "base/encoding.h"
#include "views/involvement/results.h"
#include "web/cases.h"
#include "web/desk_view.h"
#include "web/expectations.h"
#include "web/handlers.h"
#include "web/table_file.h"

namespace knippe::web {
namespace {

using namespace domain::involvement;
using views::CaseLook;

/// A draft has no result, whoever asks.
template <class Make>
http::Response show_begun(const Call& call, Make make) {
  return show_case(call, {}, 200, [&](const CaseLook& look) -> Result<std::string> {
    if (look.involvement.phase == Phase::draft) return fail(ErrorKind::not_found, "involvement.unknown");
    return make(look);
  });
}

template <class Enum>
Enum named_or_none(std::string_view name) {
  Enum value{};
  return boost::describe::enum_from_string(std::string(name).c_str(), value) ? value : Enum{};
}

std::string text(const Call& call, std::string_view name) { return std::string(call.field(name)); }

Result<Command> desk_command(const Call& call) {
  if (call.op() == "punkt") return SetOutcome{ItemId{call.number()}, named_or_none<Outcome>(call.field("utfall")), text(call, "resultat")};
  if (call.op() != "evaluering") return bad_input("form.unknown_op");
  const std::string_view people = call.field("antall");
  const auto number = parse_number(people);
  return WriteEvaluation{named_or_none<Influence>(call.field("endret")), people.empty() ? 0 : number && *number <= 10'000'000 ? static_cast<int>(*number) : -1,
                         text(call, "bra"), text(call, "laert"), text(call, "hva"), text(call, "tegn"), {}};
}

http::Response show_desk_page(const Call& call, const views::Kept& kept = {}, int status = 200) {
  return show_case(call, kept, status, [](const CaseLook& look) { return views::case_result_desk_page(look); });
}

}  // namespace

http::Response case_result(const Call& call) {
  const views::Ask ask = to_ask(call, views::Ask::exit);
  return show_begun(call, [&](const CaseLook& look) {
    return views::case_result_page(look, look.involvement.answered() > 0 ? ask : views::Ask::nothing);
  });
}

http::Response case_assessment(const Call& call) { return show_begun(call, [](const CaseLook& look) { return views::case_assessment_page(look); }); }

http::Response case_export_file(const Call& call) {
  auto file = call.site.cases.read(call.room, [&](const Involvement& i, Seq) -> Result<http::Response> {
    if (i.phase == Phase::draft) return fail(ErrorKind::not_found, "involvement.unknown");
    const auto tables = views::case_tables(i, call.words, views::iso_date(call.site.clock.now(), i.time_zone), call.site.place.public_url + room_path("saker", call.room));
    return table_file(call, call.captured[0], tables, views::case_head(i, call.room, call.site.place.version));
  });
  return file ? *std::move(file) : error_answer(call, file.error());
}

http::Response case_result_desk(const Call& call) { return show_desk_page(call); }

http::Response change_case_result(const Call& call) {
  auto command = desk_command(call);
  if (command && std::holds_alternative<WriteEvaluation>(*command)) {
    auto counted = expectations_of(call);
    if (!counted) return error_answer(call, counted.error());
    std::get<WriteEvaluation>(*command).expectations = *std::move(counted);
  }
  const auto done = command ? call.submit(*std::move(command)) : std::unexpected(command.error());
  if (!done) return show_desk_page(call, kept_form(call, std::string(call.field("op")), done.error()), status_of(done.error().kind));
  return see_other(room_path("styring/sak", call.room, "resultat") + (call.number() ? "#punkt-" + std::to_string(call.number()) : "#ev-h"));
}

}  // namespace knippe::web
