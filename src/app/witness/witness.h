#pragma once
// `knippe witness`: follows a server's heads from outside, keeps its own copy, and shouts when the log that is shown now does not continue
// the one that was shown before.

#include <filesystem>
#include <string>
#include <vector>

#include "app/verify/fetch.h"
#include "app/witness/cosigner.h"
#include "base/result.h"
#include "base/time.h"

namespace knippe::app {

struct Alarm {
  std::string log;   ///< room, or "keys"
  std::string what;  ///< "fork", "rollback", "gone", "swapped key", "bad signature", "malformed"
  std::string said;  ///< for people, English
};

struct Witnessed {
  std::vector<Alarm> alarms;
  std::size_t logs = 0;      ///< looked at
  std::size_t grown = 0;     ///< whose proof was checked
  std::size_t cosigned = 0;
  std::vector<std::string> unpublished;  ///< rooms whose cosigned head the server did not take, and why; tried again at the next look
};
/// A witness that says what it saw: ROOM.cosigned is the head with its signature beside the log's.
struct Cosigning {
  const Cosigner& cosigner;
  const Publish& publish;  ///< empty: nowhere
};

/// One look. `state` is a folder of plain files: keys.json (first seen), ROOM.head (newest head that held), ROOM.history (all of them). A
/// head that raises an alarm is kept as ROOM.alarm-N and does not take the place of the good one. `trusted`: base64 of a key got elsewhere; empty:
/// the first key seen is trusted. Errors: the server cannot be reached, or the folder not written.
Result<Witnessed> witness_once(const Fetch& fetch, const std::filesystem::path& state, const std::string& trusted, Instant now, const Cosigning* cosigning = nullptr);

struct WitnessOptions {
  std::string url;
  std::filesystem::path state;
  std::string key;
  std::string run;       ///< a command for /bin/sh on an alarm; the alarms are on its standard input
  int every_s = 0;       ///< 0: once
  std::string sign;      ///< file of this witness's own key; empty: it signs nothing
  std::string name;      ///< of the key, when the file is made
  bool publish = false;  ///< cosigned heads are sent to the server
};
/// 0: all consistent; 1: alarm; 2: could not look, or not publish.
int witness(const WitnessOptions& options);

}  // namespace knippe::app
