// The path a request takes from bytes to a handler and back, without sockets. The first byte says how the rest arrives in
// pieces; whatever the pieces, the outcome must be the one of the whole.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/check.h"
#include "base/text.h"
#include "http/finish.h"
#include "http/proxy.h"
#include "http/reader.h"

using namespace knippe;
using namespace knippe::http;

namespace {

struct Outcome {
  RequestReader::State state;
  std::size_t used = 0;
  std::optional<Request> request;
};

Outcome read(std::string_view bytes, std::size_t piece, const Options& options) {
  RequestReader reader(options);
  std::size_t used = 0;
  for (std::size_t arrived = 0; arrived < bytes.size() && reader.state() < RequestReader::State::done;) {
    arrived = std::min(arrived + piece, bytes.size());
    used += reader.put(bytes.substr(used, arrived - used));
    CHECK(used <= arrived);
  }
  Outcome outcome{reader.state(), used, std::nullopt};
  if (outcome.state == RequestReader::State::done) outcome.request = *reader.request();
  return outcome;
}

bool is_clean(std::string_view text) { return is_valid_utf8(text) && text.find('\0') == std::string_view::npos; }

void check_promises(const Request& request, const Options& options) {
  CHECK(request.path.starts_with('/') && is_clean(request.path) && request.target.starts_with('/'));
  for (std::string_view segment : split(request.path, '/')) CHECK(segment != "." && segment != "..");
  for (const auto& [name, value] : request.query) CHECK(is_clean(name) && is_clean(value));
  CHECK(request.body.size() <= options.limits.body_bytes && request.target.size() <= options.limits.target_bytes + 1);
  CHECK(request.headers.count("host") <= 1 && request.headers.count("content-length") <= 1);
  CHECK(!request.headers.has("content-length") || !request.headers.has("transfer-encoding"));
  CHECK(request.host.empty() || is_host(request.host));
}

void walk_on(Request request, const Options& options) {
  place_visitor(request, Address(), options);
  (void)request.form();
  (void)request.cookie("okt");
  const auto wire = finish(html(200, std::string(2000, 'x')).with("ETag", "\"x\""), &request, true, options);
  CHECK(wire.head.starts_with("HTTP/1.1 ") && wire.head.find("\r\n\r\n") != std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Options options = [] {
    Options made;
    made.limits.body_bytes = 2000;
    made.trusted_proxies = {*Network::parse("::/0")};
    return made;
  }();
  if (size == 0) return 0;
  const std::size_t piece = 1 + data[0] % 32;
  std::string_view rest(reinterpret_cast<const char*>(data + 1), size - 1);
  for (int requests = 0; requests < 8 && !rest.empty(); ++requests) {
    const auto whole = read(rest, rest.size(), options), pieces = read(rest, piece, options);
    CHECK(whole.state == pieces.state);
    if (!whole.request) break;
    CHECK(whole.used == pieces.used && whole.request->target == pieces.request->target && whole.request->body == pieces.request->body);
    check_promises(*whole.request, options);
    walk_on(*whole.request, options);
    rest.remove_prefix(whole.used);
  }
  return 0;
}
