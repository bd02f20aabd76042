#pragma once
// What a page is made with besides the state: when, in whose language, and what was typed last.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "views/lang.h"

namespace knippe::views {

struct Sender;
/// Where the office's header may lead the reader; what is not theirs is not shown.
struct Menu {
  bool workshops = true;
  bool cases = true;
  bool new_case = true;
  bool administration = false;
};

struct View {
  const Words& words;
  Instant now;
  std::uint64_t seq = 0;        ///< of the last record the state holds; goes into data-seq
  std::string form_token = {};  ///< the command id of this rendering; empty in fragments that are broadcast
  std::string base_url = {};    ///< the public address shown to people, without a trailing slash
  std::string warning = {};     ///< a line above everything, e.g. that the connection is not encrypted; usually empty
  std::shared_ptr<const Sender> sender = {};  ///< who runs the installation (profile/sender.h); null when it has not said so
  Menu menu = {};
};

/// What someone typed and could not be taken in, to be shown again with the error beside its field. Empty by default.
struct Kept {
  std::string form;                           ///< "suppler", "tiltak", "notat", "kode", …
  std::map<std::string, std::string> fields;  ///< by the names in the form
  std::optional<Error> error;

  /// The typed text of a field, or `otherwise`.
  std::string_view field(const std::string& name, std::string_view otherwise = {}) const {
    const auto found = fields.find(name);
    return found == fields.end() ? otherwise : std::string_view(found->second);
  }
  bool is(std::string_view wanted) const { return form == wanted; }
};

}  // namespace knippe::views
