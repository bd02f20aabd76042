#pragma once
// A small blocking HTTP/1.1 client for `knippe simulate` and the tests. Plain http only; one connection, kept alive.

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/fields.h"
#include "http/form.h"

namespace knippe::http {

struct Reply {
  int status = 0;
  Headers headers;
  std::string body;
};

struct Event {
  std::string id, event, data;
};

/// Where a line breaks that is lost while a request is under way.
enum class Cut { none, in_request, before_answer, in_answer };

/// Errors: `unavailable` when nothing reached the server, `in_doubt` when the answer was lost after sending.
class Client {
 public:
  Client(std::string host, std::uint16_t port, std::chrono::milliseconds timeout = std::chrono::seconds(30));
  /// "http://host[:port]" and an optional path, which is ignored.
  static Result<Client> for_url(std::string_view url, std::chrono::milliseconds timeout = std::chrono::seconds(30));
  ~Client();
  Client(Client&&) noexcept;
  Client& operator=(Client&&) noexcept;

  Result<Reply> get(std::string_view target, const Headers& extra = {});
  Result<Reply> post(std::string_view target, const Form& form, const Headers& extra = {});
  Result<Reply> send(std::string_view method, std::string_view target, const Headers& headers, std::string_view body);
  /// The same, and follows up to five redirects to the same host with GET.
  Result<Reply> get_following(std::string_view target);
  Result<Reply> post_following(std::string_view target, const Form& form, const Headers& extra = {});

  /// Starts an event stream on this connection; then only next_event() until close().
  Result<Reply> open_stream(std::string_view target, const Headers& extra = {});
  /// The next event, or nothing when none came in time. `unavailable` when the stream ended.
  Result<std::optional<Event>> next_event(std::chrono::milliseconds patience);
  void close();
  /// The next request loses its line there, as in a hall with a bad network: it fails `in_doubt`.
  void cut_next(Cut where) { cut_ = where; }

  /// Raw bytes, for tests of what no decent client sends.
  Status send_raw(std::string_view bytes);
  /// Reads one answer to raw bytes.
  Result<Reply> read_reply(bool to_head = false);
  /// True when the server has closed the connection; waits that long.
  bool closed_within(std::chrono::milliseconds patience);

  /// Cookies by name, as a browser on one host would keep them; expired ones are removed.
  std::map<std::string, std::string>& cookies() { return cookies_; }

 private:
  Status connect();
  std::string head_of(std::string_view method, std::string_view target, const Headers& headers) const;
  Status write_all(std::string_view bytes);
  /// Adds what has arrived to input_; false at the end of the stream.
  Result<bool> read_more(std::chrono::milliseconds patience);
  Result<Reply> read_head();
  Result<Reply> follow(Result<Reply> reply);
  Result<Reply> once(std::string_view method, std::string_view target, const Headers& headers, std::string_view body);
  Result<Reply> break_off(Cut where, std::string_view message);
  void keep_cookies(const Reply& reply);

  std::string host_;
  std::uint16_t port_;
  std::chrono::milliseconds timeout_;
  int socket_ = -1;
  std::string input_;
  Cut cut_ = Cut::none;
  std::map<std::string, std::string> cookies_;
};

}  // namespace knippe::http
