#pragma once
// The desk: the only place where rules meet storage. Commands queue up, one writer thread decides them in order, one
// durable journal transaction stores whatever queued during the last one, and only then is anything published or
// answered.
//
//   auto receipt = desk.submit(room, command, context, cause);        // blocks until durable, refused or failed
//   auto page = desk.read(room, [](const State& state, Seq seq) { return render(state, seq); });
//
// Invariants: no reader sees an uncommitted state; nothing is answered before it is durable; whatever the outcome of a
// commit is not known, the room is dropped and read anew from the journal.

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <thread>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "engine/answered.h"
#include "engine/rules.h"
#include "engine/two_sided.h"
#include "journal/journal.h"

namespace knippe::engine {

/// What a command led to: records first..last (none when last < first: nothing needed to change), visible to every read
/// from now on.
struct Receipt {
  Seq first;
  Seq last;
  bool repeated = false;  ///< this command id was answered before; the records are the first answer's
};

struct DeskLimits {
  std::size_t batch = 512;                 ///< commands in one transaction
  std::size_t queue = 10'000;              ///< commands waiting; beyond: `unavailable` (`desk.busy`)
  std::size_t rooms = 200;                 ///< rooms in memory; the longest unused go first
  std::uint64_t snapshot_every = 1'000;    ///< records between snapshots; more where the state is large
  std::size_t answers_per_room = 100'000;  ///< command ids remembered
};

template <Rules R>
class Desk {
 public:
  using State = typename R::State;
  using Command = typename R::Command;
  using Context = typename R::Context;
  using Answer = std::move_only_function<void(Result<Receipt>)>;
  using Listener = std::function<void(RoomId, Seq)>;

  /// The journal must outlive the desk.
  explicit Desk(journal::Journal& journal, DeskLimits limits = {});
  ~Desk();
  Desk(const Desk&) = delete;

  /// Decides the command on the room's newest state and stores its events. Errors: the rules' refusal; not_found
  /// (`room.not_found`); unavailable (`desk.busy`, `desk.stopping`, `desk.no_space`, nothing was changed); in_doubt
  /// (`desk.in_doubt`, repeat with the same `cause` to learn). The same `cause` again gets the first answer again.
  Result<Receipt> submit(RoomId room, Command command, Context context, CommandId cause);
  /// The same for a room without records, decided on a default State; refused (`room.exists`) otherwise.
  Result<Receipt> create(RoomId room, Command command, Context context, CommandId cause);
  /// submit() without waiting: `answer` is called once, on the writer thread or this one, and must not block.
  void post(RoomId room, Command command, Context context, CommandId cause, Answer answer);

  /// Calls f(const State&, Seq) on the newest durable state and gives its result, or not_found. f must be quick and
  /// must not call the desk. Returns Result<T> for f returning T or Result<T>; Status for void.
  template <class F>
  auto read(RoomId room, F&& f) {
    using Given = std::invoke_result_t<F, const State&, Seq>;
    using Wrapped = std::conditional_t<is_result<Given>, Given, Result<Given>>;
    auto found = find(room);
    if (!found) return Wrapped(std::unexpected(std::move(found).error()));
    return (*found)->sides.read([&](const Side& side) -> Wrapped {
      if (!side.seq) return fail(ErrorKind::not_found, "room.not_found");
      if constexpr (std::is_void_v<Given>) {
        f(side.state, side.seq);
        return {};
      } else {
        return f(side.state, side.seq);
      }
    });
  }
  /// The newest durable record of the room, or not_found.
  Result<Seq> head(RoomId room);

  /// The same with the root of the room's tree over its records (RFC 6962), from the journal.
  Result<journal::Head> tree_head(RoomId room) { return journal_.head(room); }
  /// What lies in the room's ballot box under this pseudonym and is durable; nullopt: nothing.
  Result<std::optional<std::string>> ballot(RoomId room, const std::string& pseudonym);

  /// One record of the room's past, as the rules read it; an erased text is what they make of it.
  struct Past {
    Seq seq;
    Instant time;
    std::string_view actor;
    const typename R::Event& event;
    const Digest& commitment;
    bool erased;
  };
  /// Calls `visit` with every record of the room, oldest first, read from the journal on this thread.
  Status past(RoomId room, const std::function<void(const Past&)>& visit);

  /// Erases bodies in the journal, then forgets the room's state and snapshots made from them; then on_erase's listener is asked.
  Status erase(RoomId room, std::vector<Seq> records);

  /// `listener` hears of every room that changed, once a batch, after it is published. Called on the writer thread;
  /// must not block. Set before the first command.
  void on_change(Listener listener) { listener_ = std::move(listener); }

  /// `listener` hears of a room whose records were erased, on the thread that erased, before erase() returns: what was made from the room
  /// and lies elsewhere goes before anybody is told that it is gone. Set before the first erasure.
  void on_erase(std::function<Status(RoomId)> listener) { erase_listener_ = std::move(listener); }

  /// Answers what is queued, refuses what comes later, writes pending snapshots, and returns. The destructor does it
  /// too.
  void stop();

 private:
  template <class T>
  static constexpr bool is_result = requires(T t) {
    typename T::unexpected_type;
  };

  struct Side {
    State state{};
    Seq seq;
  };
  struct Happened {
    typename R::Event event;
    Instant time;
  };
  /// Only the writer touches what is not marked otherwise. A room leaves `rooms_` only by the writer's hand, so two
  /// copies of one room are never written.
  struct Room {
    explicit Room(std::size_t answers) : answered(answers) {}
    std::mutex loading;                            // any thread
    std::atomic<bool> loaded{false};               // any thread
    std::atomic<std::uint64_t> last_used{0};       // any thread
    std::atomic<std::uint64_t> snapshot_bytes{0};  // any thread
    TwoSided<Side> sides;                          // any thread reads
    Answered answered;
    BallotBox box;  // runs ahead of what is durable; in no side, so that no snapshot and no reader gets it
    std::mutex durable_box_mutex;                  // any thread
    BallotBox durable_box;                         // any thread, with the mutex
    std::vector<Happened> missed;  // published, not yet applied to the back
    Seq snapshot_seq;
  };
  using RoomPtr = std::shared_ptr<Room>;

  struct Item {
    enum class Kind { submit, create, erase } kind = Kind::submit;
    RoomId room;
    std::optional<Command> command;
    Context context{};
    CommandId cause{};
    Answer answer;
    std::vector<Seq> records;
    int attempts = 0;
  };
  struct Decided {
    Item item;
    Result<Receipt> result;
  };
  /// One room's share of a batch.
  struct Share {
    RoomId id;
    RoomPtr room;
    Status usable;
    std::vector<Decided> decided;
    std::vector<Happened> happened;
    std::vector<BoxChange> box_changes;
    journal::Proposal proposal;
  };
  struct PendingSnapshot {
    RoomId id;
    RoomPtr room;
    Side side;
    std::string answered;
    std::uint64_t erasures;
  };

  // Any thread.
  RoomPtr in_memory(RoomId id);
  Result<RoomPtr> find(RoomId id);
  RoomPtr slot(RoomId id);
  Status load(RoomId id, const RoomPtr& room);
  Status restore(RoomId id, Room& room, Side& side);
  Status replay(RoomId id, Room& room, Side& side);
  void enqueue(Item item);
  Result<Receipt> enqueue_and_wait(Item item);

  // The writer thread.
  void write();
  bool next_batch(std::vector<Item>& batch);
  void carry_out(std::vector<Item> batch);
  std::vector<Share> decide_all(std::vector<Item> batch);
  Share open_share(RoomId id);
  Result<Receipt> decide(Share& share, const Item& item);
  Receipt record(Share& share, const Item& item, std::vector<typename R::Event> events);
  std::vector<journal::Outcome> commit(std::vector<Share>& shares);
  void settle(Share& share, journal::Outcome outcome);
  void try_again(Share& share);
  void carry_out_erase(Item item);
  void forget(RoomId id);
  void tidy(const std::vector<Share>& shares);
  void evict_longest_unused();

  // Snapshots: handed over by the writer or a loading thread, written by their own.
  bool snapshot_due(const Room& room, Seq seq) const;
  void hand_over_snapshot(RoomId id, const RoomPtr& room, const Side& side, std::uint64_t erasures);
  void write_snapshots();
  void write_snapshot(const PendingSnapshot& pending);

  journal::Journal& journal_;
  const DeskLimits limits_;
  Listener listener_;
  std::function<Status(RoomId)> erase_listener_;

  std::shared_mutex rooms_mutex_;
  std::unordered_map<RoomId, RoomPtr> rooms_;
  std::atomic<std::uint64_t> uses_{0};

  std::mutex queue_mutex_;
  std::condition_variable queue_filled_;
  std::deque<Item> queue_;
  bool stopping_ = false;
  bool crowded_ = false;

  std::mutex saving_;  // held while a snapshot is saved and while records are erased
  std::mutex snapshots_mutex_;
  std::condition_variable snapshots_filled_;
  std::deque<PendingSnapshot> snapshots_;
  bool snapshots_stopping_ = false;
  std::atomic<std::uint64_t> erasures_{0};

  std::thread writer_;
  std::thread snapshotter_;
};

}  // namespace knippe::engine
