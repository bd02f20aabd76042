#pragma once
// Administrative acts are noted in the system room of the journal, all of them here: who, what, to whom or what, when. Numbers of accounts
// and rooms only; no name, address, password, token or text, so that nothing in it need ever be erased (docs/formats/acts.md).

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "proof/system_notes.h"
#include "views/admin/acts.h"
#include "web/site.h"

namespace knippe::web {

struct Call;

/// As it is stored.
struct NotedAct {
  Instant at;
  views::Act act = views::Act::sign_in_failed;
  std::string by;    ///< "account:3", "phone", "console", "tool", "time", "nobody"
  std::string on;    ///< "account:3", "room:0000…" or ""
  std::string with;  ///< "facilitator owner", "all.xlsx", "30"; never free text
};
inline constexpr const char* act_kind = "ActNoted";
std::string encode(const NotedAct& act);
/// Nothing when it is none of ours.
std::optional<NotedAct> decode_act(std::string_view body, Instant at);

/// All of them, oldest first (acts_page.cpp).
Result<std::vector<NotedAct>> noted_acts(const Site& site);
/// With today's names of people and rooms.
views::ActLine act_line(const Call& call, const NotedAct& act);

std::string the_account(AccountId id);
std::string the_room(RoomId room);
/// Who asks.
std::string doer_of(const Call& call);

class Acts {
 public:
  /// Of each act at most so many about one thing in ten minutes, where anybody at all can cause it.
  static constexpr std::size_t bound = 10;

  /// `complain` is told when a note could not be written. All must outlive it.
  Acts(proof::SystemNotes& notes, const Clock& clock, std::function<void(std::string_view)> complain);
  ~Acts();

  /// Of something that was done; durable afterwards, or complained about.
  void note(const NotedAct& act) { write(act); }
  void note(views::Act act, std::string by, std::string on = {}, std::string with = {});
  /// Of what anybody can cause: bounded, and written later, so that the answer's time tells nothing.
  void note_soon(views::Act act, std::string by, std::string on = {}, std::string with = {});

 private:
  void run(const std::stop_token& stop);
  void write(const NotedAct& act);

  proof::SystemNotes& notes_;
  const Clock& clock_;
  const std::function<void(std::string_view)> complain_;
  std::mutex mutex_;
  std::condition_variable_any woken_;
  std::deque<NotedAct> waiting_;
  std::map<std::string, std::vector<Instant>> lately_;
  std::jthread thread_;
};

}  // namespace knippe::web
