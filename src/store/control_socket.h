#pragma once
// DIR/knippe.sock: how `knippe user reset`, `setup-link` and `backup` reach a running server. One connection, one line,
// one answer; the socket is the owner's only (0600), and other users' connections are dropped.

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace knippe::store {

class ControlSocket {
 public:
  /// Given the line without its end, for example "user-reset kari@example.no".
  using Answer = std::function<Result<std::string>(std::string_view line)>;

  /// Listens at `path`, replacing a dead socket there, and calls `answer` on a thread of its own, one line at a time.
  static Result<std::unique_ptr<ControlSocket>> listen(const std::filesystem::path& path, Answer answer);
  virtual ~ControlSocket() = default;  ///< waits for a running answer, then removes the socket
};

/// Asks the server working in `dir`; its Result comes back whole. unavailable `control.no_server` when none listens.
Result<std::string> ask(const std::filesystem::path& dir, std::string_view line, int timeout_ms = 600'000);

}  // namespace knippe::store
