#pragma once
// For tests: a case that is told command by command.

#include <gtest/gtest.h>

#include "domain/involvement/bounds.h"
#include "domain/involvement/rules.h"

namespace knippe::domain::involvement {

/// A case that is told step by step; whatever is refused stays as it was.
struct Story {
  Involvement i;
  Instant now{1'800'000'000'000};
  std::uint64_t seq = 0;
  Events last;

  Status as(Actor actor, const Command& command) {
    const auto events = decide(i, command, {now, actor});
    if (!events) return std::unexpected(events.error());
    for (const Event& event : *events) apply(i, event, {Seq{++seq}, now});
    last = *events;
    return {};
  }
  Status owner(const Command& command) { return as(Actor::account(AccountId{1}), command); }
  Status phone(std::uint32_t number, const Command& command) { return as(Actor::phone(PhoneId{number}), command); }
  void must(const Command& command) {
    const Status status = owner(command);
    ASSERT_TRUE(status) << status.error().message_key;
  }
  std::string refusal(const Command& command) {
    const Status status = owner(command);
    return status ? "" : status.error().message_key;
  }
};

inline const Promise promise{Level::involve, "Hovedutvalget", "2027-03-18", "Svar med grunn", "2027-03-01"};
inline const RoomItem open_item{{}, Openness::open, "Hvilke strekninger", "Ingenting er valgt", "", false};
inline const RoomItem fixed_item{{}, Openness::fixed, "Fartsgrensen", "Fylket bestemmer", "Vegloven § 9", false};

inline Story filled() {
  Story s;
  s.must(CreateInvolvement{"Trygg skolevei", "nb"});
  s.must(WriteWhy{{"Utrygt", "Flere går", "Velge strekninger", "Seks av ti går"}, ""});
  s.must(PlaceItem{open_item, ""});
  s.must(MakePromise{promise, ""});
  s.must(AssignRoles{{"Tone", "Sindre", "Liv", "Si hvor det er utrygt"}});
  s.must(ChooseMethod{"barnetrakk", "Barna vet det"});
  s.must(SetEarliness{Earliness::alternatives, ""});
  s.must(PlaceInPlan{{PlanKind::theme_plan, "Trafikksikkerhetsplan", "26/2071", "", ""}});
  return s;
}

inline Story opened(Moderation moderation = Moderation::before) {
  Story s = filled();
  s.must(SetModeration{moderation});
  s.must(OpenInvolvement{});
  return s;
}

inline SendContribution said(const std::string& text) { return {text, "", {}, "", 0, Source::web}; }

}  // namespace knippe::domain::involvement
