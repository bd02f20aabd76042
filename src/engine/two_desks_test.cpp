// A journal holds rooms of two kinds, and each desk minds its own.

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <thread>

#include "base/random.h"
#include "domain/workshop/template.h"
#include "engine/involvement_desk.h"
#include "engine/workshop_desk.h"
#include "journal/memory_journal.h"
#include "journal/sqlite_journal.h"

namespace knippe::engine {
namespace {

using domain::Actor;
using domain::Context;
using domain::involvement::CreateInvolvement;
using domain::involvement::Involvement;
using domain::involvement::NameInvolvement;

constexpr RoomId hall{10};
constexpr RoomId matter{11};

CommandId cause(std::uint8_t number) { return {std::byte{number}, std::byte{1}}; }
Context owner() { return {Instant{1'000}, Actor::account(AccountId{1})}; }

domain::CreateWorkshop workshop() {
  const domain::Template made = domain::seminar_2017();
  return {made.settings, made.about, made.keys, false, made.name};
}

class TwoDesks : public testing::Test {
 protected:
  SystemRandom random_;
  std::unique_ptr<journal::Journal> journal_ = journal::make_memory_journal(random_);
  DeskLimits limits_{.snapshot_every = 1};
};

TEST_F(TwoDesks, ARoomExistsOnlyForTheDeskOfItsKind) {
  WorkshopDesk workshops(*journal_, limits_);
  InvolvementDesk cases(*journal_, limits_);
  ASSERT_TRUE(workshops.create(hall, workshop(), owner(), cause(1)));
  ASSERT_TRUE(cases.create(matter, CreateInvolvement{"Sak"}, owner(), cause(2)));

  EXPECT_EQ(cases.head(hall).error().kind, ErrorKind::not_found);
  EXPECT_EQ(workshops.head(matter).error().kind, ErrorKind::not_found);
  EXPECT_EQ(cases.submit(hall, NameInvolvement{"Kapret", ""}, owner(), cause(3)).error().kind, ErrorKind::not_found);
  EXPECT_EQ(workshops.submit(matter, domain::OpenWorkshop{}, owner(), cause(4)).error().kind, ErrorKind::not_found);
  EXPECT_FALSE(cases.create(hall, CreateInvolvement{"Oppå"}, owner(), cause(5)));
  EXPECT_FALSE(workshops.create(matter, workshop(), owner(), cause(6)));
  EXPECT_EQ(journal_->head(hall)->seq, workshops.head(hall).value());
  EXPECT_EQ(journal_->head(matter)->seq, cases.head(matter).value());
}

TEST_F(TwoDesks, ASnapshotOfOneKindIsNotReadAsTheOther) {
  {
    WorkshopDesk workshops(*journal_, limits_);
    InvolvementDesk cases(*journal_, limits_);
    ASSERT_TRUE(workshops.create(hall, workshop(), owner(), cause(1)));
    ASSERT_TRUE(cases.create(matter, CreateInvolvement{"Sak"}, owner(), cause(2)));
  }  // stopping writes what snapshots are due
  ASSERT_TRUE(*journal_->load_snapshot(matter, domain::InvolvementRules::fold_version));
  WorkshopDesk workshops(*journal_, limits_);
  InvolvementDesk cases(*journal_, limits_);
  EXPECT_EQ(workshops.head(matter).error().kind, ErrorKind::not_found);
  EXPECT_EQ(cases.head(hall).error().kind, ErrorKind::not_found);
  EXPECT_EQ(cases.read(matter, [](const Involvement& i, Seq) { return i.title; }).value(), "Sak");
}

TEST(TwoDesksOnDisk, WriteAtTheSameTimeAndNothingIsLost) {
  const auto folder = std::filesystem::temp_directory_path() / ("knippe-two-desks-" + std::to_string(::getpid()));
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  {
    const auto journal = journal::open_sqlite_journal((folder / "j.db").string(), {});
    ASSERT_TRUE(journal);
    WorkshopDesk workshops(**journal);
    InvolvementDesk cases(**journal);
    ASSERT_TRUE(workshops.create(hall, workshop(), owner(), cause(1)));
    ASSERT_TRUE(workshops.submit(hall, domain::OpenWorkshop{}, owner(), cause(2)));
    ASSERT_TRUE(cases.create(matter, CreateInvolvement{"Sak"}, owner(), cause(3)));
    const Seq before = workshops.head(hall).value();
    constexpr int each = 40;
    std::thread one([&] {
      for (std::uint8_t n = 0; n < each; ++n) EXPECT_TRUE(workshops.submit(hall, domain::MakeGroup{}, owner(), cause(static_cast<std::uint8_t>(10 + n))));
    });
    std::thread two([&] {
      for (std::uint8_t n = 0; n < each; ++n)
        EXPECT_TRUE(cases.submit(matter, NameInvolvement{"Sak " + std::to_string(n), ""}, owner(), cause(static_cast<std::uint8_t>(100 + n))));
    });
    one.join();
    two.join();
    EXPECT_EQ(cases.read(matter, [](const Involvement& i, Seq) { return i.title; }).value(), "Sak 39");
    EXPECT_EQ((*journal)->head(matter)->seq, Seq{2 + each});
    EXPECT_GE((*journal)->head(hall)->seq.value, before.value + each);
  }
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace knippe::engine
