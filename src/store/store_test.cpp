#include "store/store.h"

#include <array>
#include <fstream>
#include <set>
#include <thread>

#include "store/testing.h"

// Several threads at once; what must hold holds in every order of events.

namespace knippe::store {
namespace {

using testing::key_of;
using testing::TemporaryFolder;

class Crowd : public ::testing::Test {
 protected:
  template <class F>
  static void all_at_once(int threads, const F& work) {
    std::vector<std::jthread> running;
    for (int i = 0; i < threads; ++i) running.emplace_back([&work, i] { work(i); });
  }
  TemporaryFolder temporary;
  SystemClock clock;
  SystemRandom random;
  DataFolder folder = DataFolder::open(temporary / "data").value();
  std::unique_ptr<Store> store = Store::open(folder, clock, random, {.cost = testing::cheap, .on_fatal = {}}).value();
  const RoomId hall{42};
};

TEST_F(Crowd, EveryPhoneGetsItsOwnNumber) {
  constexpr int threads = 8, each = 20;
  std::array<std::vector<NewPhone>, threads> phones;
  all_at_once(threads, [&](int i) {
    for (int n = 0; n < each; ++n) phones[i].push_back(store->phones().add(hall).value());
  });
  std::set<std::uint32_t> numbers;
  for (const auto& some : phones) {
    for (const auto& phone : some) {
      numbers.insert(phone.id.value);
      EXPECT_EQ(store->phones().find(hall, phone.token), phone.id);
    }
  }
  EXPECT_EQ(numbers.size(), static_cast<std::size_t>(threads * each));
  EXPECT_EQ(*numbers.rbegin(), static_cast<std::uint32_t>(threads * each));
}

TEST_F(Crowd, AnEndedSessionStaysEndedHoweverOftenItWasLookedUpMeanwhile) {
  const auto token = store->accounts().make_set_up_link().value();
  const auto kari = store->accounts().redeem_set_up(token, "Kari", "kari@example.no", "et langt passord").value();
  for (int round = 0; round < 30; ++round) {
    const auto session = store->sessions().begin(kari.id).value();
    all_at_once(3, [&](int i) {
      if (i == 0)
        EXPECT_TRUE(store->sessions().end(session));
      else
        while (store->sessions().find(session)) {
        }
    });
    EXPECT_EQ(key_of(store->sessions().find(session)), "session.unknown");
  }
}

TEST_F(Crowd, TheCodeInForceIsTheOneStored) {
  all_at_once(4, [&](int) {
    for (int n = 0; n < 5; ++n) EXPECT_TRUE(store->entries().make_code(hall));
  });
  const auto code = store->entries().code(hall);
  ASSERT_TRUE(code);
  store.reset();
  store = Store::open(folder, clock, random, {.cost = testing::cheap, .on_fatal = {}}).value();
  EXPECT_EQ(store->entries().code(hall), code);
}

TEST_F(Crowd, EveryoneIsGivenTheSameTokenForATable) {
  std::array<std::string, 6> tokens;
  all_at_once(tokens.size(), [&](int i) { tokens[i] = store->entries().group_token(hall, GroupNumber{1}).value(); });
  EXPECT_EQ(std::set(tokens.begin(), tokens.end()).size(), 1u);
}

TEST_F(Crowd, OnlyOneRedeemsALink) {
  const auto token = store->accounts().make_set_up_link().value();
  std::atomic<int> administrators = 0;
  all_at_once(4, [&](int i) {
    const auto email = std::to_string(i) + "@example.no";
    if (store->accounts().redeem_set_up(token, "Kari", email, "et langt passord")) ++administrators;
  });
  EXPECT_EQ(administrators, 1);
}

using StoreSize = testing::StoreTest;

TEST_F(StoreSize, KnowsHowMuchItsFolderHolds) {
  const auto before = store().data_bytes();
  EXPECT_GT(before, 0u);
  std::filesystem::create_directories(folder().files() / "ab");
  std::ofstream(folder().files() / "ab" / "one") << std::string(100'000, 'x');
  EXPECT_EQ(store().data_bytes(), before) << "remembered for a minute";
  clock.advance_ms(60'000);
  EXPECT_GE(store().data_bytes(), before + 100'000);
}

}  // namespace
}  // namespace knippe::store
