#include <array>

#include "base/text.h"
#include "web/handlers.h"
#include "web/route.h"

namespace knippe::web {

std::span<const Route> all_routes() {
  using enum http::Method;
  using enum Permission;
  static const auto routes = std::to_array<Route>({
      {get, "/", anyone, front},
      {get, "/personvern", anyone, privacy},
      {get, "/tilgjengelighet", anyone, accessibility},
      {get, "/assets/{name}", anyone, asset},
      {get, "/healthz", anyone, health},
      {get, "/sok", anyone, search},
      {get, "/metoder", anyone, methods},
      {get, "/paa-tvers", anyone, across},
      {get, "/paa-tvers/{file}", anyone, across_file},
      {get, "/arkiv/{record}", anyone, record},
      {get, "/arkiv/{record}/{file}", anyone, record_file},
      {get, "/resultater/{room}", anyone, report},
      {get, "/resultater/{room}/pakke.json", anyone, report_bundle},
      {get, "/resultater/{room}/rangering.csv", anyone, report_table},
      {get, "/resultater/{room}/eksport/{file}", anyone, public_export_file},
      {get, "/resultater/{room}/lysark", anyone, public_slides},
      {get, "/resultater/{room}/bilde/{n}", anyone, report_photo},
      {get, "/resultater/{room}/bilde/{n}/liten", anyone, report_thumbnail},

      {get, "/resultater/{room}/tiltak/{n}", anyone, public_measure},
      {get, "/resultater/{room}/tiltak/{n}/svar", anyone, owner_answer_form},
      {post, "/resultater/{room}/tiltak/{n}/svar", anyone, owner_answer},
      {get, "/tiltak/{token}", anyone, owner_link},
      {post, "/tiltak/{token}", anyone, take_owner_link},

      {post, "/bli-med", anyone, enter_code},
      {get, "/v/{code}", anyone, choose_group},
      {post, "/v/{code}", anyone, join_group},
      {get, "/g/{token}", anyone, group_link},
      {post, "/g/{token}", anyone, join_by_link},

      {get, "/kontroll", anyone, control},
      {get, "/kvittering", anyone, receipt_form},
      {get, "/kvittering/{code}", anyone, receipt},
      {get, "/kvittering/{code}/bevis", anyone, receipt_file},
      {get, "/logg", anyone, log_index},
      {get, "/logg/{room}/hode", anyone, log_head},
      {get, "/logg/{room}/samsvar", anyone, log_consistency},
      {get, "/logg/{room}/pakke.jsonl", anyone, log_bundle},
      {get, "/logg/{room}/vitner", anyone, cosigned_head},
      {post, "/logg/{room}/vitner", anyone, take_cosignature},
      {get, "/.well-known/knippe-keys", anyone, public_keys},
      {get, "/rom/{room}/bevis", anyone, log_page},

      {get, "/rom/{room}", phone, room},
      {get, "/rom/{room}/strom", phone, room_stream},
      {get, "/rom/{room}/gruppe", phone, own_group},
      {post, "/rom/{room}/gruppe", phone, change_own_group},
      {get, "/rom/{room}/bilde", phone, own_photos},
      {post, "/rom/{room}/bilde", phone, change_own_photos},
      {get, "/rom/{room}/bilde/{n}", phone, room_photo},
      {get, "/rom/{room}/bilde/{n}/liten", phone, room_thumbnail},
      {get, "/rom/{room}/kvittering", phone, own_receipt},
      {get, "/rom/{room}/mine-data", phone, own_data},
      {post, "/rom/{room}/mine-data", phone, erase_own_data},
      {get, "/rom/{room}/mine-data.json", phone, own_data_file},
      {get, "/rom/{room}/{stage}", phone, room_stage},
      {post, "/rom/{room}/suppler", phone, supplement, Pace::at_once},
      {post, "/rom/{room}/ranger", phone, rank, Pace::at_once},
      {post, "/rom/{room}/alene", phone, rank_alone, Pace::at_once},
      {post, "/rom/{room}/tiltak", phone, measure, Pace::at_once},
      {post, "/rom/{room}/pitch", phone, pitch, Pace::at_once},
      {post, "/rom/{room}/hjelp", phone, help, Pace::at_once},

      {get, "/skjerm/{token}", anyone, projector},
      {get, "/skjerm/{token}/strom", anyone, projector_stream},

      {get, "/kalender", anyone, calendar},
      {get, "/kalender.ics", anyone, calendar_file},
      {get, "/resultater.atom", anyone, reports_feed},
      {get, "/tiltak.atom", anyone, measures_feed},

      {get, "/saker", anyone, cases},
      {get, "/saker/{case}", anyone, case_front},
      {get, "/saker/{case}/innspill", anyone, case_contributions},
      {get, "/saker/{case}/innspill/nytt", anyone, write_contribution},
      {post, "/saker/{case}/innspill/nytt", anyone, send_contribution},
      {get, "/saker/{case}/innspill/{n}/bilde", anyone, contribution_photo},
      {get, "/saker/{case}/innspill/{n}/bilde/liten", anyone, contribution_thumbnail},
      {get, "/saker/{case}/ung", anyone, youth_entrance},
      {post, "/saker/{case}/ung", anyone, send_from_youth},
      {post, "/saker/{case}/stott", anyone, support_contribution},
      {get, "/saker/{case}/kvittering", anyone, find_receipt},
      {get, "/saker/{case}/kvittering/{code}", anyone, contribution_receipt},
      {get, "/saker/{case}/kvittering/{code}/logg", anyone, case_receipt},
      {get, "/saker/{case}/kvittering/{code}/{file}", anyone, case_receipt_file},
      {get, "/saker/{case}/tema/{n}", anyone, case_theme},
      {get, "/saker/{case}/forventning", anyone, thanks_for_expectation},
      {post, "/saker/{case}/forventning", anyone, answer_expectation},
      {get, "/saker/{case}/resultat", anyone, case_result},
      {get, "/saker/{case}/uttalelser", anyone, case_assessment},
      {get, "/saker/{case}/eksport/{file}", anyone, case_export_file},
      {get, "/saker/{case}/tiltak/{n}", anyone, case_measure},
      {get, "/saker/{case}/tiltak/{n}/svar", anyone, case_owner_answer_form},
      {post, "/saker/{case}/tiltak/{n}/svar", anyone, case_owner_answer},
      {get, "/saker/{case}/mine-data", anyone, own_case_data},
      {post, "/saker/{case}/mine-data", anyone, erase_own_case_data},
      {get, "/saker/{case}/mine-data.json", anyone, own_case_data_file},
      {get, "/saker/{case}/mine-data/bilde/{n}", anyone, own_case_photo},
      {get, "/saker/{case}/kalender.ics", anyone, case_calendar},
      {get, "/saker/{case}/fase/{n}/kalender.ics", anyone, case_step_file},
      {get, "/saker/{case}/endringer.atom", anyone, case_changes},
      {get, "/saker/{case}/svar.atom", anyone, case_answers_followed},
      {get, "/saker/{case}/tiltak.atom", anyone, case_measures_followed},

      {get, "/styring/saker", staff, my_cases},
      {get, "/styring/saker/ny", case_owner, new_case},
      {post, "/styring/saker/ny", case_owner, create_case},
      {get, "/styring/sak/{case}", case_reader, case_desk},
      {post, "/styring/sak/{case}", room_facilitator, run_case},
      {get, "/styring/sak/{case}/grunnlag", room_facilitator, case_basis},
      {post, "/styring/sak/{case}/grunnlag", room_facilitator, change_case_basis},
      {get, "/styring/sak/{case}/tiltak", case_answerer, case_measures_desk},
      {post, "/styring/sak/{case}/tiltak", case_answerer, change_case_measures},
      {get, "/styring/sak/{case}/resultat", case_answerer, case_result_desk},
      {post, "/styring/sak/{case}/resultat", case_answerer, change_case_result},
      {get, "/styring/sak/{case}/innspill", case_reader, case_moderation},
      {post, "/styring/sak/{case}/innspill", case_moderator, moderate_case},
      {get, "/styring/sak/{case}/innspill/{n}/bilde", case_moderator, read_photo},
      {get, "/styring/sak/{case}/innspill/{n}/bilde/liten", case_moderator, read_thumbnail},
      {get, "/styring/sak/{case}/ung", case_reader, youth_sheet},
      {get, "/styring/sak/{case}/svar", case_reader, case_answers},
      {post, "/styring/sak/{case}/svar", case_answerer, answer_case},
      {get, "/styring/sak/{case}/sorter", case_reader, case_sorting},
      {post, "/styring/sak/{case}/sorter", case_answerer, sort_contributions},
      {post, "/styring/sak/{case}/uttalelse", politician, make_statement},
      {get, "/styring/sak/{case}/tekster", case_moderator, case_texts},
      {post, "/styring/sak/{case}/tekster", case_moderator, erase_case_texts},
      {get, "/styring/sak/{case}/lagring", room_facilitator, case_retention},
      {post, "/styring/sak/{case}/lagring", room_facilitator, change_case_retention},
      {get, "/styring/sak/{case}/slett", room_owner, case_deletion_form},
      {post, "/styring/sak/{case}/slett", room_owner, delete_case},

      {get, "/styring/arbeid", staff, work},
      {get, "/styring", facilitator, workshops},
      {get, "/styring/arkiv", facilitator, archived_workshops},
      {get, "/styring/tiltak", facilitator, all_measures},
      {get, "/styring/nytt", facilitator, new_workshop},
      {post, "/styring/nytt", facilitator, create_workshop},
      {get, "/styring/{room}", room_facilitator, desk},
      {post, "/styring/{room}", room_facilitator, run_workshop},
      {get, "/styring/{room}/strom", room_facilitator, desk_stream},
      {get, "/styring/{room}/nokler", room_facilitator, moderation},
      {get, "/styring/{room}/gruppe/{n}", room_facilitator, group_page},
      {post, "/styring/{room}/gruppe/{n}", room_facilitator, type_in},
      {post, "/styring/{room}/gruppe/{n}/bilde", room_facilitator, change_group_photos},
      {get, "/styring/{room}/bilde/{n}", room_facilitator, desk_photo},
      {get, "/styring/{room}/bilde/{n}/liten", room_facilitator, desk_thumbnail},
      {get, "/styring/{room}/ark", room_facilitator, sheets},
      {get, "/styring/{room}/plakat", room_facilitator, posters},
      {get, "/styring/{room}/lysark", room_facilitator, slides},
      {get, "/styring/{room}/eksport", room_facilitator, exports},
      {get, "/styring/{room}/eksport/{file}", room_facilitator, export_file},
      {get, "/styring/{room}/oppsett", room_facilitator, set_up},
      {post, "/styring/{room}/oppsett", room_facilitator, change_set_up},
      {get, "/styring/{room}/tiltak", room_facilitator, follow_up_desk},
      {post, "/styring/{room}/tiltak", room_facilitator, change_follow_up},
      {get, "/styring/{room}/tiltak/lapper", room_facilitator, owner_slips},
      {get, "/styring/{room}/innledere", room_facilitator, speakers},
      {post, "/styring/{room}/innledere", room_facilitator, change_speakers},
      {get, "/styring/{room}/presentasjon", room_facilitator, presenter},
      {post, "/styring/{room}/presentasjon", room_facilitator, present},
      {get, "/styring/{room}/presentasjon/strom", room_facilitator, presenter_stream},
      {get, "/styring/{room}/mer", room_facilitator, keeping},
      {post, "/styring/{room}/mer", room_facilitator, keep},
      {get, "/styring/{room}/bord", room_facilitator, mixed_tables},
      {post, "/styring/{room}/bord", room_facilitator, change_mixed_tables},
      {get, "/styring/{room}/bord/liste", room_facilitator, table_list},
      {get, "/styring/{room}/bord/dor", room_facilitator, door_list},
      {get, "/styring/{room}/fasilitatorer", room_facilitator, facilitators},
      {post, "/styring/{room}/fasilitatorer", room_facilitator, change_facilitators},
      {get, "/samarbeid/{token}", anyone, cooperation_form},
      {post, "/samarbeid/{token}", anyone, cooperate},
      {get, "/styring/{room}/tekster", room_facilitator, texts},
      {post, "/styring/{room}/tekster", room_facilitator, erase_picked_texts},
      {get, "/styring/{room}/lagring", room_facilitator, retention},
      {post, "/styring/{room}/lagring", room_facilitator, change_retention},
      {get, "/styring/{room}/slett", room_owner, deletion_form},
      {post, "/styring/{room}/slett", room_owner, delete_workshop},

      {get, "/logg-inn", anyone, login_form},
      {post, "/logg-inn", anyone, login},
      {post, "/logg-ut", anyone, logout},
      {get, "/oppsett/{token}", anyone, first_administrator_form},
      {post, "/oppsett/{token}", anyone, first_administrator},
      {get, "/passord/{token}", anyone, password_form},
      {post, "/passord/{token}", anyone, password},
      {get, "/innlogging/{token}", anyone, sign_in_form},
      {post, "/innlogging/{token}", anyone, sign_in},
      {get, "/invitasjon/{token}", anyone, invitation_form},
      {post, "/invitasjon/{token}", anyone, invitation},

      {get, "/konto/mine-data", staff, account_data},
      {post, "/konto/mine-data", staff, erase_account_data},
      {get, "/konto/mine-data.json", staff, account_data_file},

      {get, "/admin", administrator, administration},
      {post, "/admin", administrator, administer},
      {get, "/admin/handlinger", administrator, acts},
      {get, "/admin/handlinger/{file}", administrator, acts_file},
      {get, "/admin/utsendelser", administrator, outbox},
      {post, "/admin/utsendelser", administrator, settle_outbox},
      {get, "/admin/virksomhet", administrator, profile},
      {post, "/admin/virksomhet", administrator, change_profile},
      {post, "/admin/virksomhet/bilde", administrator, change_profile},
      {get, "/profil/farge/{file}", anyone, profile_colour},
      {get, "/profil/vapen/{file}", anyone, profile_arms},
      {get, "/admin/bruker/{n}", administrator, user},
      {post, "/admin/bruker/{n}", administrator, change_user},
      {post, "/api/workshops", tool, create_by_tool},
      {post, "/api/cases", tool, create_case_by_tool},
  });
  return routes;
}

bool takes_list(http::Method method, std::string_view path_or_pattern) {
  return method == http::Method::post && path_or_pattern.ends_with("/bord");
}

bool takes_picture_and_text(http::Method method, std::string_view path_or_pattern) {
  if (method != http::Method::post) return false;
  constexpr std::string_view desk = "/styring/sak/";  // typing in stands on the desk's own page
  if (path_or_pattern.starts_with(desk)) return path_or_pattern.find('/', desk.size()) == std::string_view::npos;
  return path_or_pattern.starts_with("/saker/") && (path_or_pattern.ends_with("/innspill/nytt") || path_or_pattern.ends_with("/ung"));
}

bool takes_picture(http::Method method, std::string_view path_or_pattern) {
  return method == http::Method::post && (path_or_pattern.ends_with("/bilde") || takes_picture_and_text(method, path_or_pattern));
}

namespace {

using Segments = std::vector<std::string_view>;

const std::vector<Segments>& patterns() {
  static const std::vector<Segments> all = [] {
    std::vector<Segments> taken_apart;
    for (const Route& route : all_routes()) taken_apart.push_back(split(route.pattern, '/'));
    return taken_apart;
  }();
  return all;
}

bool is_variable(std::string_view segment) { return segment.starts_with('{'); }

bool fits(const Segments& pattern, const Segments& path) {
  if (pattern.size() != path.size()) return false;
  for (std::size_t i = 0; i < path.size(); ++i)
    if (is_variable(pattern[i]) ? path[i].empty() : pattern[i] != path[i]) return false;
  return true;
}

}  // namespace

Found find_route(http::Method method, std::string_view path) {
  const auto wanted = http::is_read(method) ? http::Method::get : method;
  const Segments given = split(path, '/');
  Found found;
  for (std::size_t n = 0; n < patterns().size(); ++n) {
    const Segments& pattern = patterns()[n];
    if (!fits(pattern, given)) continue;
    found.path_known = true;
    if (all_routes()[n].method != wanted) continue;
    found.route = &all_routes()[n];
    for (std::size_t i = 0; i < given.size(); ++i)
      if (is_variable(pattern[i])) found.captured.emplace_back(given[i]);
    break;
  }
  return found;
}

}  // namespace knippe::web
