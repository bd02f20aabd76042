#include "http/reader.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>

#include "base/check.h"
#include "base/text.h"
#include "http/chunks.h"

namespace knippe::http {
namespace {

namespace beast = boost::beast::http;
using boost::beast::error_code;
using boost::beast::string_view;

constexpr std::size_t header_fields_max = 100;
constexpr std::size_t empty_lines_max = 2;
constexpr std::size_t method_bytes_max = 24;

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

/// Beast's grammar of the header, feeding our Request directly. The body is ours: given a chunk line in pieces, Beast 1.81
/// counts its size once for each piece, and reads an extension beyond the end of its line.
class RequestReader::Grammar final : public beast::basic_parser<true> {
 public:
  explicit Grammar(const Options& options) : options_(options) {
    body_limit(boost::none);
    header_limit(static_cast<std::uint32_t>(options.limits.header_bytes + options.limits.target_bytes + 1024));
  }

  Request request;
  int refusal = 0;
  bool is_http11 = false;
  bool expects_continue = false;
  bool header_read = false;
  std::size_t body_left = 0;            ///< of a body with a length
  std::optional<ChunkReader> chunks;    ///< of a body without

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
    if (chunked()) chunks.emplace(limit);
    body_left = content_length().value_or(0);
    request.body.reserve(std::min<std::size_t>(body_left, 1u << 20));
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

  void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
  std::size_t on_body_impl(string_view bytes, error_code&) override { return bytes.size(); }
  void on_chunk_header_impl(std::uint64_t, string_view, error_code&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, string_view bytes, error_code&) override { return bytes.size(); }
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
  std::size_t used = 0;
  if (state() == State::header) used = put_header(bytes);
  if (state() == State::body) used += put_body(bytes.substr(used));
  return used;
}

/// Consumes the header when it is complete, else only empty lines before it (a habit of old clients: RFC 9112, 2.2).
std::size_t RequestReader::put_header(std::string_view bytes) {
  std::size_t skipped = 0;
  for (; looked_at_ == 0 && empty_lines_ < empty_lines_max && bytes.starts_with("\r\n"); ++empty_lines_, skipped += 2) bytes.remove_prefix(2);
  if (looked_at_ == 0 && bytes == "\r") return skipped;
  if (const int status = look_at_header(bytes); status != 0) return refuse(status), skipped;
  if (!header_complete_) return skipped;
  error_code ec;
  grammar_->put({bytes.data(), looked_at_}, ec);
  // "Need more" of a complete header means that a line in it was cut short.
  if (grammar_->refusal || !grammar_->header_read) refuse(grammar_->refusal ? grammar_->refusal : 400);
  return skipped + looked_at_;
}

std::size_t RequestReader::put_body(std::string_view bytes) {
  std::string& body = grammar_->request.body;
  if (grammar_->chunks) {
    const std::size_t used = grammar_->chunks->put(bytes, body);
    if (grammar_->chunks->refusal()) refuse(grammar_->chunks->refusal());
    body_begun_ = body_begun_ || used > 0;
    return used;
  }
  const std::size_t n = std::min(grammar_->body_left, bytes.size());
  body.append(bytes.substr(0, n));
  grammar_->body_left -= n;
  body_begun_ = body_begun_ || n > 0;
  return n;
}

RequestReader::State RequestReader::state() const {
  if (refusal_ != 0) return State::refused;
  if (!grammar_->header_read) return State::header;
  const bool complete = grammar_->chunks ? grammar_->chunks->is_done() : grammar_->body_left == 0;
  return complete ? State::done : State::body;
}

int RequestReader::refusal() const { return refusal_; }

bool RequestReader::wants_continue() const {
  return state() == State::body && grammar_->expects_continue && !body_begun_;
}

bool RequestReader::keep_alive() const { return state() == State::done && grammar_->is_http11 && grammar_->keep_alive(); }

Request* RequestReader::request() { return grammar_->header_read ? &grammar_->request : nullptr; }

}  // namespace knippe::http
