#pragma once
// Every handler of the site. A file per part of the house; routes.cpp says who may call which.

#include "web/call.h"

namespace knippe::web {

// public_pages.cpp
http::Response front(const Call&);
http::Response privacy(const Call&);
http::Response accessibility(const Call&);
http::Response asset(const Call&);
http::Response health(const Call&);
http::Response report(const Call&);
http::Response report_bundle(const Call&);
http::Response report_table(const Call&);

// archive.cpp
http::Response record(const Call&);
http::Response record_file(const Call&);
http::Response across(const Call&);
http::Response across_file(const Call&);

// acts_page.cpp
http::Response acts(const Call&);
http::Response acts_file(const Call&);

// search.cpp
http::Response search(const Call&);
http::Response methods(const Call&);

// join.cpp
http::Response enter_code(const Call&);
http::Response choose_group(const Call&);
http::Response join_group(const Call&);
http::Response group_link(const Call&);
http::Response join_by_link(const Call&);

// participant.cpp
http::Response room(const Call&);
http::Response room_stage(const Call&);
http::Response room_stream(const Call&);
http::Response own_group(const Call&);
http::Response change_own_group(const Call&);
http::Response supplement(const Call&);
http::Response rank(const Call&);
http::Response rank_alone(const Call&);
http::Response measure(const Call&);
http::Response pitch(const Call&);
http::Response help(const Call&);

// photos.cpp
http::Response own_photos(const Call&);
http::Response change_own_photos(const Call&);
http::Response change_group_photos(const Call&);
http::Response room_photo(const Call&);
http::Response room_thumbnail(const Call&);
http::Response desk_photo(const Call&);
http::Response desk_thumbnail(const Call&);
http::Response report_photo(const Call&);
http::Response report_thumbnail(const Call&);

// speakers.cpp
http::Response speakers(const Call&);
http::Response change_speakers(const Call&);
http::Response presenter(const Call&);
http::Response present(const Call&);
http::Response presenter_stream(const Call&);

// follow_up.cpp
http::Response public_measure(const Call&);
http::Response owner_link(const Call&);
http::Response take_owner_link(const Call&);
http::Response owner_answer_form(const Call&);
http::Response owner_answer(const Call&);
http::Response follow_up_desk(const Call&);
http::Response change_follow_up(const Call&);
http::Response owner_slips(const Call&);
http::Response all_measures(const Call&);

// exports.cpp
http::Response exports(const Call&);
http::Response export_file(const Call&);
http::Response public_export_file(const Call&);
http::Response slides(const Call&);
http::Response public_slides(const Call&);
http::Response posters(const Call&);

// proofs.cpp
http::Response control(const Call&);
http::Response receipt_form(const Call&);
http::Response receipt(const Call&);
http::Response receipt_file(const Call&);
http::Response own_receipt(const Call&);
http::Response log_index(const Call&);
http::Response log_head(const Call&);
http::Response log_consistency(const Call&);
http::Response log_bundle(const Call&);
http::Response log_page(const Call&);
http::Response public_keys(const Call&);

// witnesses.cpp
http::Response take_cosignature(const Call&);
http::Response cosigned_head(const Call&);

// projector.cpp
http::Response projector(const Call&);
http::Response projector_stream(const Call&);

// desk_pages.cpp
http::Response workshops(const Call&);
http::Response archived_workshops(const Call&);
http::Response desk(const Call&);
http::Response desk_stream(const Call&);
http::Response moderation(const Call&);
http::Response group_page(const Call&);
http::Response sheets(const Call&);
// desk_commands.cpp
http::Response run_workshop(const Call&);
http::Response type_in(const Call&);
// set_up.cpp
http::Response new_workshop(const Call&);
http::Response create_workshop(const Call&);
http::Response set_up(const Call&);
http::Response change_set_up(const Call&);

// keeping.cpp
http::Response keeping(const Call&);
http::Response keep(const Call&);
// facilitators.cpp
http::Response facilitators(const Call&);
http::Response change_facilitators(const Call&);
http::Response cooperation_form(const Call&);
http::Response cooperate(const Call&);
// seating.cpp
http::Response mixed_tables(const Call&);
http::Response change_mixed_tables(const Call&);
http::Response table_list(const Call&);
http::Response door_list(const Call&);
// deletion.cpp
http::Response deletion_form(const Call&);
http::Response delete_workshop(const Call&);

// own_data.cpp
http::Response own_data(const Call&);
http::Response own_data_file(const Call&);
http::Response erase_own_data(const Call&);
// account_data.cpp
http::Response account_data(const Call&);
http::Response account_data_file(const Call&);
http::Response erase_account_data(const Call&);
// erasure_pages.cpp
http::Response texts(const Call&);
http::Response erase_picked_texts(const Call&);
// retention.cpp
http::Response retention(const Call&);
http::Response change_retention(const Call&);

// accounts.cpp
http::Response login_form(const Call&);
http::Response login(const Call&);
http::Response logout(const Call&);
http::Response first_administrator_form(const Call&);
http::Response first_administrator(const Call&);
http::Response sign_in_form(const Call&);
http::Response sign_in(const Call&);
http::Response password_form(const Call&);
http::Response password(const Call&);
http::Response invitation_form(const Call&);
http::Response invitation(const Call&);
// admin.cpp
http::Response administration(const Call&);
http::Response administer(const Call&);
http::Response profile(const Call&);
http::Response change_profile(const Call&);
http::Response profile_colour(const Call&);
http::Response profile_arms(const Call&);

// case_public.cpp
http::Response cases(const Call&);
http::Response case_front(const Call&);
http::Response case_contributions(const Call&);
http::Response support_contribution(const Call&);
http::Response find_receipt(const Call&);
http::Response contribution_receipt(const Call&);
http::Response case_theme(const Call&);
// case_contribute.cpp
http::Response write_contribution(const Call&);
http::Response send_contribution(const Call&);
// case_youth.cpp
http::Response youth_entrance(const Call&);
http::Response send_from_youth(const Call&);
http::Response youth_sheet(const Call&);
// case_photos.cpp
http::Response contribution_photo(const Call&);
http::Response contribution_thumbnail(const Call&);
http::Response read_photo(const Call&);
http::Response read_thumbnail(const Call&);
http::Response own_case_photo(const Call&);
// case_receipts.cpp
http::Response case_receipt(const Call&);
http::Response case_receipt_file(const Call&);
// case_measures.cpp
http::Response case_measure(const Call&);
http::Response case_owner_answer_form(const Call&);
http::Response case_owner_answer(const Call&);
http::Response case_measures_desk(const Call&);
http::Response change_case_measures(const Call&);
// expectations.cpp
http::Response answer_expectation(const Call&);
http::Response thanks_for_expectation(const Call&);
// case_results.cpp
http::Response case_result(const Call&);
http::Response case_assessment(const Call&);
http::Response case_export_file(const Call&);
http::Response case_result_desk(const Call&);
http::Response change_case_result(const Call&);
// case_feeds.cpp
http::Response calendar(const Call&);
http::Response calendar_file(const Call&);
http::Response case_calendar(const Call&);
http::Response case_step_file(const Call&);
http::Response case_changes(const Call&);
http::Response case_answers_followed(const Call&);
http::Response case_measures_followed(const Call&);
http::Response measures_feed(const Call&);
http::Response reports_feed(const Call&);
// case_desk.cpp
http::Response my_cases(const Call&);
http::Response new_case(const Call&);
http::Response create_case(const Call&);
http::Response case_desk(const Call&);
http::Response run_case(const Call&);
http::Response case_basis(const Call&);
http::Response change_case_basis(const Call&);
http::Response case_moderation(const Call&);
http::Response moderate_case(const Call&);
http::Response case_answers(const Call&);
http::Response answer_case(const Call&);
// case_sorting.cpp
http::Response case_sorting(const Call&);
http::Response sort_contributions(const Call&);
// case_trust.cpp
http::Response case_texts(const Call&);
http::Response erase_case_texts(const Call&);
http::Response case_retention(const Call&);
http::Response change_case_retention(const Call&);
http::Response case_deletion_form(const Call&);
http::Response delete_case(const Call&);
http::Response own_case_data(const Call&);
http::Response own_case_data_file(const Call&);
http::Response erase_own_case_data(const Call&);
// work.cpp
http::Response work(const Call&);
http::Response make_statement(const Call&);
// outbox.cpp
http::Response outbox(const Call&);
http::Response settle_outbox(const Call&);
// users.cpp
http::Response user(const Call&);
http::Response change_user(const Call&);

// tool_api.cpp
http::Response create_by_tool(const Call&);
http::Response create_case_by_tool(const Call&);

}  // namespace knippe::web
