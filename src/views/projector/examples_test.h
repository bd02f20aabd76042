#pragma once
// The report and every picture of the projector in their typical and their worst states, by name.

#include <functional>
#include <string>
#include <vector>

#include "views/projector/projector.h"
#include "views/report/hall_test.h"
#include "views/report/report.h"

namespace knippe::views {

struct PublicExample {
  std::string name;
  Hall hall;
  bool is_report = false;
  std::string render(Lang lang) const;
};

inline ProjectorLink projector_link() {
  return {.join_url = "https://nokkelknippe.example/v/472918", .code = "472918",
          .report_url = "https://nokkelknippe.example/resultater/0000001k7qpd5", .stream = Url::local("/skjerm/abc/strom")};
}

inline std::string PublicExample::render(Lang lang) const {
  return is_report ? report_page(hall.view(lang), hall.w, RoomId{123'456'789}, "0.1.0")
                   : projector_page(hall.view(lang), hall.w, projector_link());
}

inline Hall showing(Hall hall, domain::ProjectorView view, std::uint32_t presented = 0) {
  return hall.act(domain::SetProjector{{view, false, KeyId{presented}}});
}

inline void add_pictures(std::vector<PublicExample>& out, const std::string& prefix, const Hall& hall, std::uint32_t presented) {
  for (const auto view : {domain::ProjectorView::instructions, domain::ProjectorView::join, domain::ProjectorView::keys,
                          domain::ProjectorView::supplements, domain::ProjectorView::top, domain::ProjectorView::measures,
                          domain::ProjectorView::pitch, domain::ProjectorView::thanks})
    out.push_back({prefix + "-" + boost::describe::enum_to_string(view, ""), showing(hall, view, presented)});
}

/// Everything at its limit: 500 groups, 60 keys, the longest texts, ten places.
inline Hall crowded_and_busy() {
  using domain::Stage;
  Hall hall = crowded_hall();
  const std::string long_supplement =
      "Samskaping/medvirkning i alle ledd krever tid, tillit og tålmodighet fra den første samtalen til den siste evalueringen, "
      "og det gjelder både folkevalgte, ansatte, frivillige og næringsliv her.";
  const std::string long_measure = long_supplement + " Vi begynner med én gate, én skole og ett idrettslag, og forteller hva som skjer.";
  hall.stage(Stage::supplement);
  for (std::uint32_t n = 1; n <= 19; ++n) hall.accept(480 + n, long_supplement, "Samskapingskompetanse og tålmodighet " + std::to_string(n));
  hall.stage(Stage::rank);
  for (std::uint32_t n = 1; n <= 300; ++n)
    hall.rank(n, {1 + n % 30, 31 + n % 25, 57, 60, 59});
  hall.stage(Stage::measures);
  for (std::uint32_t n = 1; n <= 40; ++n)
    hall.act(domain::PlanMeasure{GroupNumber{460 + n}, long_measure, "Kommunedirektøren", "2026-12-01", {}});
  hall.act(domain::DescribeGroup{GroupNumber{481}, "Samskapings- og medvirkningsutvalg nord", {}, 5});
  hall.act(domain::DescribeGroup{GroupNumber{482}, "Frivillighetssentralen og historielaget", {}, 5});
  hall.stage(Stage::pitch);
  std::vector<GroupNumber> order;
  for (std::uint32_t n = 476; n <= 500; ++n) order.push_back(GroupNumber{n});
  for (std::uint32_t n = 1; n < 476; ++n) order.push_back(GroupNumber{n});
  hall.act(domain::QueuePitches{order});
  for (int i = 0; i < 5; ++i) hall.act(domain::StartPitch{}).act(domain::EndPitch{});
  hall.rank(481, {14, 59, 60, 58, 61}).act(domain::StartPitch{});
  hall.now = hall.now.plus_ms(22'000);
  return hall;
}

inline Hall ten_places() {
  domain::Template made = domain::seminar_2017();
  made.settings.places = 10;
  made.settings.points = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
  Hall hall = open_hall(4, made);
  hall.stage(domain::Stage::rank).rank(1, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}).rank(2, {2, 1, 3, 5, 4, 16, 17, 18, 14, 15});
  hall.rank(3, {3, 2, 1, 4, 13, 15, 18, 17, 9, 10}).stage(domain::Stage::pitch).act(domain::StartPitch{});
  return hall;
}

inline Hall hidden_ranking(std::uint32_t groups) {
  domain::Template made = domain::seminar_2017();
  made.settings.hidden_until_revealed = true;
  Hall hall = open_hall(groups, made);
  return hall.stage(domain::Stage::rank).rank(1, {1, 2, 3, 4, 5}).rank(2, {6, 7, 8, 9, 10}).rank(3, {1, 2, 3, 4, 5});
}

inline Hall speakers() {
  domain::Template made = domain::seminar_2017();
  const char* const names[] = {"Trondheim", "Svelvik", "Asker", "Bodø", "Oslo", "Jacob Torfing"};
  for (std::size_t i = 0; i < made.keys.size(); ++i) made.keys[i].speaker = names[i / 3];
  return open_hall(10, made).stage(domain::Stage::keys);
}

inline std::vector<PublicExample> public_examples() {
  using domain::ProjectorView;
  using domain::Stage;
  std::vector<PublicExample> out;
  Hall pitching = full_hall();
  pitching.act(domain::QueuePitches{{GroupNumber{7}, GroupNumber{8}, GroupNumber{9}, GroupNumber{10}}}).act(domain::StartPitch{});
  pitching.now = pitching.now.plus_ms(22'000);
  add_pictures(out, "full", pitching, 14);
  add_pictures(out, "tom", open_hall(0), 0);
  add_pictures(out, "trangt", crowded_and_busy(), 14);
  add_pictures(out, "stengt", Hall(pitching).act(domain::SetDoor{false}), 16);
  out.push_back({"talere", showing(speakers(), ProjectorView::keys, 14)});
  out.push_back({"ranger", showing(open_hall(10).stage(Stage::rank).rank(1, {1, 2, 4, 3, 9}), ProjectorView::follow)});
  out.push_back({"skjult", showing(hidden_ranking(10), ProjectorView::top)});
  out.push_back({"skjult-500", showing(hidden_ranking(500), ProjectorView::top)});
  out.push_back({"ti-plasser", showing(ten_places(), ProjectorView::top)});
  out.push_back({"ti-plasser-pitch", showing(ten_places(), ProjectorView::pitch)});
  out.push_back({"pitch-pause", showing(Hall(pitching).act(domain::PausePitch{}), ProjectorView::pitch)});
  Hall overtime = showing(pitching, ProjectorView::pitch);
  overtime.now = overtime.now.plus_ms(60'000);
  out.push_back({"pitch-overtid", overtime});
  out.push_back({"mork", Hall(pitching).act(domain::SetProjector{{ProjectorView::top, true, {}}})});
  Hall published = full_hall();
  published.stage(Stage::result).act(domain::PublishReport{});
  out.push_back({"rapport", published, true});
  out.push_back({"rapport-runder", Hall(published).stage(Stage::rank).rank(1, {5, 1, 6, 7, 8}).stage(Stage::result), true});
  out.push_back({"rapport-tom", open_hall(0, domain::seminar_2017(), true), true});
  out.push_back({"rapport-trangt", crowded_and_busy(), true});
  out.push_back({"takk-publisert", showing(published, ProjectorView::thanks)});
  out.push_back({"resultat", showing(published, ProjectorView::follow)});
  return out;
}

}  // namespace knippe::views
