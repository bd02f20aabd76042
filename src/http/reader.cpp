#include "http/reader.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>

#include "base/check.h"
#include "base/text.h"

namespace knippe::http {
namespace {

namespace beast = boost::beast::http;
using boost::beast::error_code;
using boost::beast::string_view;

constexpr std::size_t header_fields_max = 100;
constexpr std::size_t method_bytes_max = 24;
constexpr std::size_t chunk_line_max = 4096;

std::string_view view(string_view text) { return {text.data(), text.size()}; }

Method method_of(std::string_view name) {
  for (Method method : {Method::get, Method::head, Method::post, Method::put})
    if (name == name_of(method)) return method;
  return Method::other;
}

/// One Content-Length of digits only, no list.
bool is_plain_length(std::string_view value) {
  return !value.empty() && value.size() <= 18 && std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

/// Beast's grammar feeding our Request directly: no second copy of the fields, and trailers fall to the floor.
class RequestReader::Grammar final : public beast::basic_parser<true> {
 public:
  explicit Grammar(const Options& options) : options_(options) {
    eager(true);
    body_limit(boost::none);
    header_limit(static_cast<std::uint32_t>(options.limits.header_bytes + options.limits.target_bytes + 1024));
  }

  Request request;
  int refusal = 0;
  bool is_http11 = false;
  bool expects_continue = false;
  bool has_body_bytes = false;
  bool header_read = false;

 private:
  void refuse(int status, error_code& ec) {
    refusal = status;
    ec = beast::make_error_code(beast::error::bad_value);
  }

  void on_request_impl(beast::verb, string_view method, string_view target, int version, error_code& ec) override {
    is_http11 = version == 11;
    request.method_name = view(method);
    request.method = method_of(view(method));
    if (method.size() > method_bytes_max) return refuse(400, ec);
    if (target.size() > options_.limits.target_bytes) return refuse(414, ec);
    if (!read_target(view(target), request)) return refuse(400, ec);
    absolute_ = !request.host.empty();
  }

  void on_field_impl(beast::field, string_view name, string_view value, error_code& ec) override {
    if (header_read) return;
    if (request.headers.size() == header_fields_max) return refuse(431, ec);
    request.headers.add(std::string(name), std::string(value));
  }

  void on_header_impl(error_code& ec) override {
    header_read = true;
    if (!takes_host() || !has_sound_framing()) return refuse(400, ec);
    if (const auto expect = request.headers.find("expect"); expect && is_http11) {
      if (!equal_ignoring_case(*expect, "100-continue")) return refuse(417, ec);
      expects_continue = true;
    }
    const auto limit = options_.body_limit ? options_.body_limit(request.method, request.path) : options_.limits.body_bytes;
    if (content_length().value_or(0) > limit) return refuse(413, ec);
    body_limit(limit);
  }

  bool takes_host() {
    const auto hosts = request.headers.count("host");
    if (hosts > 1 || (hosts == 0 && is_http11)) return false;
    const auto host = trim_ascii(request.header("host"));
    if (hosts == 1 && !is_host(host)) return false;
    if (!absolute_)
      for (char c : host) request.host += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return true;
  }

  /// Where the body ends must be beyond doubt, or a proxy and we could disagree about the next request.
  bool has_sound_framing() const {
    const auto lengths = request.headers.all("content-length");
    const auto codings = request.headers.all("transfer-encoding");
    if (lengths.size() > 1 || (lengths.size() == 1 && !is_plain_length(lengths[0]))) return false;
    if (codings.empty()) return true;
    return codings.size() == 1 && lengths.empty() && is_http11 && equal_ignoring_case(codings[0], "chunked");
  }

  void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code&) override {
    if (length) request.body.reserve(std::min<std::uint64_t>(*length, 1u << 20));
  }
  std::size_t on_body_impl(string_view bytes, error_code&) override {
    has_body_bytes = true;
    request.body.append(bytes.data(), bytes.size());
    return bytes.size();
  }
  void on_chunk_header_impl(std::uint64_t, string_view, error_code&) override { has_body_bytes = true; }
  std::size_t on_chunk_body_impl(std::uint64_t, string_view bytes, error_code& ec) override { return on_body_impl(bytes, ec); }
  void on_finish_impl(error_code&) override {}
  void on_response_impl(int, string_view, int, error_code&) override {}

  const Options& options_;
  bool absolute_ = false;
};

RequestReader::RequestReader(const Options& options) : options_(options), grammar_(std::make_unique<Grammar>(options)) {}
RequestReader::~RequestReader() = default;

void RequestReader::refuse(int status) { refusal_ = status; }

/// Beast folds obsolete line folds and waits for more after a bare line feed; we refuse both, and anything invisible, as soon
/// as it is seen. Returns a status, or 0 when clean so far.
int RequestReader::look_at_header(std::string_view bytes) {
  for (; looked_at_ < bytes.size() && !header_complete_; ++looked_at_) {
    const std::size_t at = looked_at_;
    const auto c = static_cast<unsigned char>(bytes[at]);
    const bool after_line = at >= 1 && bytes[at - 1] == '\n';
    if (at >= 1 && bytes[at - 1] == '\r' && c != '\n') return 400;
    if (after_line && (c == ' ' || c == '\t')) return 400;
    if (c >= ' ' && c != 127) continue;
    if (c == '\n') {
      if (at < 1 || bytes[at - 1] != '\r') return 400;
      if (line_end_ == 0) line_end_ = at + 1;
      header_complete_ = at >= 3 && bytes[at - 2] == '\n';
    } else if (c != '\r' && c != '\t') {
      return 400;
    }
  }
  const auto& limits = options_.limits;
  const std::size_t line = line_end_ ? line_end_ : looked_at_;
  if (line > limits.target_bytes + method_bytes_max + sizeof " HTTP/1.1\r\n") return 414;
  return looked_at_ - line > limits.header_bytes ? 431 : 0;
}

std::size_t RequestReader::put(std::string_view bytes) {
  if (state() == State::done || state() == State::refused) return 0;
  std::size_t skipped = 0;
  if (!grammar_->got_some()) {
    // An empty line before a request is a habit of old clients (RFC 9112, 2.2).
    while (looked_at_ == 0 && skipped < 4 && bytes.starts_with("\r\n")) bytes.remove_prefix(2), skipped += 2;
    if (looked_at_ == 0 && bytes == "\r") return skipped;
    if (const int status = look_at_header(bytes); status != 0) return refuse(status), skipped;
    if (!header_complete_) return skipped;
  }
  error_code ec;
  const std::size_t used = grammar_->put({bytes.data(), bytes.size()}, ec);
  if (ec && ec != beast::error::need_more) {
    const bool too_large = ec == beast::error::body_limit;
    refuse(grammar_->refusal ? grammar_->refusal : too_large ? 413 : 400);
  } else if (!grammar_->is_done() && bytes.size() - used > chunk_line_max) {
    refuse(400);  // an endless chunk line or trailer
  }
  return skipped + used;
}

RequestReader::State RequestReader::state() const {
  if (refusal_ != 0) return State::refused;
  if (grammar_->is_done()) return State::done;
  return grammar_->header_read ? State::body : State::header;
}

int RequestReader::refusal() const { return refusal_; }

bool RequestReader::wants_continue() const {
  return state() == State::body && grammar_->expects_continue && !grammar_->has_body_bytes;
}

bool RequestReader::keep_alive() const { return state() == State::done && grammar_->is_http11 && grammar_->keep_alive(); }

Request* RequestReader::request() { return grammar_->header_read ? &grammar_->request : nullptr; }

}  // namespace knippe::http
