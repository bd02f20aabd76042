// Walls of cards: the twelve newest supplements, the twelve newest measures; how many more there are is said.

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "views/alike.h"
#include "views/projector/screen.h"

namespace knippe::views::projector {
namespace {

using domain::SupplementStatus;

constexpr std::size_t most_cards = 12;
constexpr std::size_t most_words = 24;
constexpr std::size_t name_at_ease = 24;

struct Card {
  const domain::Supplement* supplement;
  const domain::Key* key;  ///< nullptr: not accepted yet
};

/// Newest first: those that wait (only if chosen), then the accepted ones by letter from the end.
std::vector<Card> cards_of(const domain::Workshop& workshop) {
  std::vector<Card> cards;
  if (workshop.settings.show_waiting)
    for (const domain::Supplement& each : workshop.supplements)
      if (each.status == SupplementStatus::waiting && !each.text.empty()) cards.push_back({&each, nullptr});
  for (const domain::Key& key : workshop.keys)
    if (key.origin && !key.retired) cards.push_back({workshop.find_supplement(key.origin), &key});
  const auto accepted = std::ranges::find_if(cards, [](const Card& card) { return card.key != nullptr; });
  std::reverse(cards.begin(), accepted);
  std::reverse(accepted, cards.end());
  return cards;
}

void group_mark(Writer& h, const Screen& s, GroupNumber group) { h.small(s.w.format("projector.group_short", group.value)); }

void supplement_card(Writer& h, const Screen& s, const Card& card, bool newest) {
  const bool wordy = card.key && length(card.key->short_name) > name_at_ease;
  h.li({cls(newest ? "fersk" : "", wordy ? "vegg__lang" : "")}, [&] {
    h.span({cls("bokstav"), aria_hidden()}, card.key ? std::string_view(card.key->label) : "…");
    if (!card.key) {
      h.b(s.w("projector.waiting"));
      group_mark(h, s, card.supplement->group);
      h.p({s.spoken()}, [&] { breakable(h, card.supplement->text); });
      return;
    }
    h.b({s.spoken(card.key->language)}, [&] { breakable(h, card.key->short_name); });
    if (s.workshop.sources_of(*card.key).size() > 1) h.small(groups_behind(s.w, s.workshop, *card.key));
    else group_mark(h, s, card.supplement->group);
    if (card.key->text != card.key->short_name)
      h.p({s.spoken(card.key->language)}, [&] { breakable(h, card.key->text); });
  });
}

void measure_card(Writer& h, const Screen& s, const domain::Measure& measure, bool newest) {
  h.li({cls(newest ? "fersk" : "")}, [&] {
    group_mark(h, s, measure.group);
    h.p({s.spoken()}, [&] { breakable(h, measure.text); });
    if (!measure.date.empty()) h.small({cls("vegg__dato")}, s.w.format("report.by_date", s.w.plain_date(measure.date)));
  });
}

void how_many_more(Writer& h, const Screen& s, std::size_t total) {
  if (total > most_cards) h.p({cls("flere")}, s.w.format("projector.and_more", total - most_cards));
}

std::int64_t waiting(const domain::Workshop& workshop) {
  return std::ranges::count(workshop.supplements, SupplementStatus::waiting, &domain::Supplement::status);
}

int groups_with_supplements(const domain::Workshop& workshop) {
  std::set<GroupNumber> groups;
  for (const domain::Supplement& each : workshop.supplements)
    if (each.status != SupplementStatus::withdrawn) groups.insert(each.group);
  return static_cast<int>(groups.size());
}

std::vector<const domain::Measure*> newest_measures(const domain::Workshop& workshop) {
  std::vector<const domain::Measure*> newest;
  for (const domain::Measure& each : workshop.measures)
    if (!each.deleted && !each.text.empty()) newest.push_back(&each);
  std::ranges::reverse(newest);
  return newest;
}

int groups_with_measures(const std::vector<const domain::Measure*>& measures) {
  std::set<GroupNumber> groups;
  for (const domain::Measure* each : measures) groups.insert(each->group);
  return static_cast<int>(groups.size());
}

void supplement_wall(Writer& h, const Screen& s, const std::vector<Card>& cards) {
  if (cards.empty()) return nothing_yet(h, s.w("projector.no_supplements"), s.w("projector.no_supplements_text"));
  h.ul({cls("vegg"), id("vegg"), role("list"), aria_label(s.w("projector.supplements_label"))}, [&] {
    for (std::size_t i = 0; i < std::min(cards.size(), most_cards); ++i) supplement_card(h, s, cards[i], i == 0);
  });
  how_many_more(h, s, cards.size());
}

void measure_wall(Writer& h, const Screen& s, const std::vector<const domain::Measure*>& all) {
  if (all.empty()) return nothing_yet(h, s.w("projector.no_measures"), s.w("projector.no_measures_text"));
  h.ul({cls("vegg", "vegg--tiltak"), id("vegg"), role("list"), aria_label(s.w("projector.measures_label"))}, [&] {
    for (std::size_t i = 0; i < std::min(all.size(), most_cards); ++i) measure_card(h, s, *all[i], i == 0);
  });
  how_many_more(h, s, all.size());
}

}  // namespace

void supplements(Writer& h, const Screen& s) {
  const std::vector<Card> cards = cards_of(s.workshop);
  const std::int64_t accepted = std::ranges::count_if(cards, [](const Card& card) { return card.key != nullptr; });
  main_part(
      h, s, domain::Stage::supplement, s.w("projector.supplement_title"),
      [&](Writer&) { supplement_wall(h, s, cards); },
      [&](Writer&) {
        const std::int64_t waits = waiting(s.workshop);
        figure(h, s.w("projector.new_keys"), s.w.number(accepted),
               waits > 0 ? s.w.plural("projector.waits", waits) : std::string());
        progress(h, s, s.w("projector.groups_with_supplements"), groups_with_supplements(s.workshop),
                 static_cast<int>(s.workshop.groups.size()));
        hint(h, s.w("projector.how_to"), s.w("projector.supplement_hint"));
      });
}

void words(Writer& h, const Screen& s) {
  const auto cloud = supplement_words(s.workshop, most_words);
  main_part(
      h, s, domain::Stage::supplement, s.w("alike.words_title"),
      [&](Writer&) {
        if (cloud.empty()) nothing_yet(h, s.w("alike.no_words"), s.w("alike.no_words_text"));
        else word_cloud(h, s.w, s.spoken(), cloud);
      },
      [&](Writer&) {
        const auto keys = std::ranges::count_if(s.workshop.keys, [](const domain::Key& key) { return key.origin && !key.retired; });
        figure(h, s.w("projector.new_keys"), s.w.number(static_cast<std::int64_t>(keys)));
        progress(h, s, s.w("projector.groups_with_supplements"), groups_with_supplements(s.workshop),
                 static_cast<int>(s.workshop.groups.size()));
        hint(h, s.w("projector.how_to"), s.w("alike.words_hint"));
      });
}

void measures(Writer& h, const Screen& s) {
  const auto all = newest_measures(s.workshop);
  main_part(
      h, s, domain::Stage::measures, s.w("projector.measures_title"),
      [&](Writer&) { measure_wall(h, s, all); },
      [&](Writer&) {
        figure(h, s.w("projector.measures_count"), s.w.number(static_cast<std::int64_t>(all.size())));
        progress(h, s, s.w("projector.groups_with_measures"), groups_with_measures(all),
                 static_cast<int>(s.workshop.groups.size()));
        hint(h, s.w("projector.how_to"), s.w("projector.measures_hint"));
      });
}

}  // namespace knippe::views::projector
