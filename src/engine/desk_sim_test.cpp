// The desk against a model too simple to be wrong, over a disk that fails, restarts, evictions, snapshots and erasures,
// from a seed.

#include <gtest/gtest.h>

#include <map>

#include "base/random.h"
#include "engine/desk.h"
#include "engine/toy_rules.h"
#include "journal/faulty_journal.h"
#include "journal/memory_journal.h"

namespace knippe::engine {
namespace {

using journal::FaultyJournal;
using Toy = ToyRules;
using Fault = FaultyJournal::Fault;

struct ModelRoom {
  std::int64_t sum = 0;
  std::uint64_t seq = 0;
  std::vector<std::string> notes;
  std::map<std::uint64_t, std::uint64_t> note_places;  // record number → place in notes
  std::map<std::uint64_t, Span> answered;
  BallotBox box;
};

class Simulation {
 public:
  Simulation(std::uint64_t seed, journal::Journal& journal) : dice_(seed), faulty_(journal) { restart(); }

  /// How often desk and model disagreed.
  int run(int steps) {
    for (int i = 0; i < steps; ++i) step();
    faulty_.set(Fault::none);
    for (const auto& [room, model] : rooms_) compare(room);
    restart();
    for (const auto& [room, model] : rooms_) compare(room);
    return disagreements_;
  }

 private:
  void step() {
    const RoomId room{1 + dice_.below(4)};
    switch (dice_.below(12)) {
      case 0:
        return restart();
      case 1:
        return faulty_.set(Fault::none);
      case 2:
        return faulty_.set(some_fault());
      case 3:
        return erase(room);
      case 4:
        return repeat(room);
      case 5:
        return compare(room);
      default:
        return give(room, ++causes_, some_command());
    }
  }

  void restart() {
    desk_.reset();
    desk_ = std::make_unique<Desk<Toy>>(faulty_, DeskLimits{.rooms = 2, .snapshot_every = 5});
  }
  Fault some_fault() {
    constexpr Fault faults[] = {Fault::lost, Fault::unanswered, Fault::no_space};
    return faults[dice_.below(3)];
  }
  Toy::Command some_command() {
    Toy::Command command{static_cast<int>(dice_.below(9)) - 3, static_cast<int>(dice_.below(3)), {}};
    if (dice_.below(3) == 0) command.note = "note " + std::to_string(dice_.below(1'000));
    if (dice_.below(2) == 0) {
      command.pseudonym = std::to_string(dice_.below(5));
      command.ballot = "b" + std::to_string(dice_.below(1'000));
    }
    command.opens_box = dice_.below(8) == 0;
    return command;
  }

  /// As a phone does: the same command again until there is a definite answer.
  void give(RoomId room, std::uint64_t number, const Toy::Command& command) {
    CommandId cause{};
    std::memcpy(cause.data(), &number, sizeof number);
    for (int tries = 0; tries < 100; ++tries) {
      const Toy::Context context{Instant{1}};
      const auto result = rooms_[room].seq == 0 ? desk_->create(room, command, context, cause)
                                                : desk_->submit(room, command, context, cause);
      const bool definite = result || result.error().kind == ErrorKind::refused;
      if (definite) return judge(result, expected(rooms_[room], number, command));
      if (dice_.below(3) == 0) faulty_.set(Fault::none);
    }
    ++disagreements_;
  }

  static std::optional<Span> expected(ModelRoom& room, std::uint64_t number, const Toy::Command& command) {
    if (const auto found = room.answered.find(number); found != room.answered.end()) return found->second;
    if (room.sum + command.amount * command.times < 0) return std::nullopt;
    const Seq first{room.seq + 1};
    room.sum += command.amount * command.times;
    room.seq += static_cast<std::uint64_t>(command.times);
    if (!command.note.empty()) {
      room.note_places[++room.seq] = room.notes.size();
      room.notes.push_back(command.note);
    }
    // As decide() sees it, the box does not hold this command's own ballot yet.
    const std::string opened = Toy::sorted_ballots(room.box);
    if (!command.ballot.empty()) room.box[command.pseudonym] = command.ballot;
    if (command.opens_box) {
      room.note_places[++room.seq] = room.notes.size();
      room.notes.push_back(opened);
      room.box.clear();
    }
    const Span span{first, Seq{room.seq}};
    if (span.first <= span.last) room.answered[number] = span;
    return span;
  }

  void judge(const Result<Receipt>& result, std::optional<Span> span) {
    if (result.has_value() != span.has_value()) {
      ++disagreements_;
    } else if (result && (result->first != span->first || result->last != span->last)) {
      ++disagreements_;
    }
  }

  void repeat(RoomId room) {
    const auto& answered = rooms_[room].answered;
    if (answered.empty()) return;
    auto some = answered.begin();
    std::advance(some, dice_.below(answered.size()));
    give(room, some->first, some_command());
  }

  void erase(RoomId room) {
    ModelRoom& model = rooms_[room];
    if (model.note_places.empty()) return;
    auto some = model.note_places.begin();
    std::advance(some, dice_.below(model.note_places.size()));
    if (!desk_->erase(room, {Seq{some->first}})) ++disagreements_;
    model.notes[some->second] = "(erased)";
  }

  void compare(RoomId room) {
    const ModelRoom& model = rooms_[room];
    const auto same = desk_->read(room, [&](const Toy::State& state, Seq seq) {
      return seq.value == model.seq && state.sum == model.sum && state.notes == model.notes &&
             state.events == model.seq;
    });
    for (int person = 0; person < 5 && model.seq != 0; ++person) {
      const auto lies = desk_->ballot(room, std::to_string(person));
      const auto laid = model.box.find(std::to_string(person));
      if (!lies || *lies != (laid == model.box.end() ? std::nullopt : std::optional(laid->second))) ++disagreements_;
    }
    if (model.seq == 0 ? same.has_value() : !same.value_or(false)) ++disagreements_;
  }

  SeededRandom dice_;
  FaultyJournal faulty_;
  std::unique_ptr<Desk<Toy>> desk_;
  std::map<RoomId, ModelRoom> rooms_;
  std::uint64_t causes_ = 0;
  int disagreements_ = 0;
};

TEST(DeskSimulation, AgreesWithTheModel) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SeededRandom salts(seed);
    const auto journal = journal::make_memory_journal(salts);
    EXPECT_EQ(Simulation(seed, *journal).run(400), 0) << "seed " << seed;
  }
}

/// Says "stored" and drops the second record, or the ballots, of a proposal now and then.
class LyingJournal final : public journal::Journal {
 public:
  LyingJournal(journal::Journal& inner, bool about_records) : inner_(inner), about_records_(about_records) {}
  std::vector<journal::Outcome> append(std::span<const journal::Proposal> proposals) override {
    std::vector copies(proposals.begin(), proposals.end());
    if (++appends_ % 7 == 0)
      for (auto& proposal : copies) {
        if (!about_records_) proposal.box.clear();
        if (about_records_ && proposal.drafts.size() > 1) proposal.drafts.resize(1);
      }
    return inner_.append(copies);
  }
  Status read(RoomId room, Seq after, const std::function<bool(const journal::Event&)>& visit) override {
    return inner_.read(room, after, visit);
  }
  Result<BallotBox> read_box(RoomId room) override { return inner_.read_box(room); }
  Result<journal::Head> head(RoomId room) override { return inner_.head(room); }
  Result<std::vector<RoomId>> rooms() override { return inner_.rooms(); }
  Status erase(RoomId room, std::span<const Seq> records) override { return inner_.erase(room, records); }
  Status save_snapshot(RoomId, const journal::Snapshot&) override { return {}; }
  Result<std::optional<journal::Snapshot>> load_snapshot(RoomId, int) override { return std::nullopt; }

 private:
  journal::Journal& inner_;
  const bool about_records_;
  int appends_ = 0;
};

TEST(DeskSimulation, CanaryALyingJournalIsFoundOut) {
  SeededRandom salts(1);
  const auto journal = journal::make_memory_journal(salts);
  LyingJournal lying(*journal, true);
  EXPECT_GT(Simulation(1, lying).run(400), 0);
}

TEST(DeskSimulation, CanaryAJournalThatLosesBallotsIsFoundOut) {
  SeededRandom salts(1);
  const auto journal = journal::make_memory_journal(salts);
  LyingJournal lying(*journal, false);
  EXPECT_GT(Simulation(1, lying).run(400), 0);
}

}  // namespace

extern template class Desk<ToyRules>;

}  // namespace knippe::engine
