#include "proof/system_notes.h"

#include <algorithm>
#include <thread>

#include "base/digest.h"
#include "proof/checkpoint.h"

namespace knippe::proof {
namespace {

constexpr int attempts_max = 1'000;

/// Names this one attempt, so that it is known again when its outcome was not told.
journal::CommandId cause_of(const journal::Draft& draft, Seq after) {
  const Digest digest = sha256(draft.kind + '\n' + draft.body + '\n' + std::to_string(draft.time.ms) + '\n' + std::to_string(after.value));
  journal::CommandId cause{};
  std::copy_n(digest.begin(), cause.size(), cause.begin());
  return cause;
}

Result<bool> holds(journal::Journal& journal, Seq after, const journal::CommandId& cause) {
  bool found = false;
  TRY_STATUS(journal.read(system_room, after, [&](const journal::Event& event) {
    found = event.cause == cause;
    return !found;
  }));
  return found;
}

}  // namespace

Result<bool> SystemNotes::try_once(const journal::Draft& draft) {
  const journal::Head head = TRY(journal_.head(system_room));
  journal::Proposal proposal{system_room, head.seq, {draft}};
  proposal.drafts.front().cause = cause_of(draft, head.seq);
  switch (journal_.append({&proposal, 1}).front()) {
    case journal::Outcome::stored: return true;
    case journal::Outcome::overtaken: return false;
    case journal::Outcome::in_doubt: return holds(journal_, head.seq, proposal.drafts.front().cause);
    case journal::Outcome::refused_no_space: return fail(ErrorKind::unavailable, "store.no_space");
    case journal::Outcome::refused_busy: return fail(ErrorKind::unavailable, "store.failed");
  }
  __builtin_unreachable();
}

Status SystemNotes::note(std::string kind, std::string body, Instant time) {
  const journal::Draft draft{.kind = std::move(kind), .time = time, .actor = "system", .cause = {}, .body = std::move(body)};
  const std::lock_guard lock(mutex_);
  for (int attempt = 0; attempt < attempts_max; ++attempt) {
    if (TRY(try_once(draft))) {
      if (listener_) listener_();
      return {};
    }
    std::this_thread::yield();
  }
  return fail(ErrorKind::unavailable, "store.failed");
}

}  // namespace knippe::proof
