#include "http/finish.h"

#include <fmt/core.h>

#include <algorithm>
#include <ctime>

namespace knippe::http {
namespace {

constexpr std::size_t gzip_from_bytes = 1024;
constexpr std::size_t joined_to_head_bytes = 4096;
constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

bool has_no_body(int status) { return status == 204 || status == 304; }

bool is_text(std::string_view type) {
  return type.starts_with("text/") || type.starts_with("application/json") || type.starts_with("application/manifest+json") ||
         type.starts_with("image/svg+xml");
}

void set_default(Headers& headers, std::string_view name, std::string_view value) {
  if (!headers.has(name)) headers.add(std::string(name), std::string(value));
}

void answer_condition(Response& response, const Request& request) {
  const auto etag = response.headers.find("etag");
  if (!etag || response.status != 200 || !is_read(request.method) || !knows_etag(request, *etag)) return;
  response.status = 304;
  response.body.clear();
  response.shared_body.reset();
  response.spooled.reset();
}

/// Other bytes under the same strong tag would be a lie, so the tag becomes weak.
void weaken_etag(Headers& headers) {
  const auto etag = headers.find("etag");
  if (etag && !etag->starts_with("W/")) headers.set("ETag", "W/" + std::string(*etag));
}

void compress(Response& response, const Request& request) {
  if (response.stream || response.spooled || has_no_body(response.status) || !is_text(response.content_type)) return;
  if (!response.stencil && (response.content().size() <= gzip_from_bytes || response.headers.has("content-encoding"))) return;
  set_default(response.headers, "Vary", "Accept-Encoding");
  if (!accepts_encoding(request, "gzip")) return;
  response.body = response.stencil ? response.stencil->gzipped(response.values) : gzip(response.content());
  response.stencil.reset();
  response.shared_body.reset();
  response.headers.add("Content-Encoding", "gzip");
  weaken_etag(response.headers);
}

void add_security_headers(Headers& headers, bool https, const Options& options) {
  if (!options.security_headers) return;
  set_default(headers, "Content-Security-Policy", content_security_policy);
  set_default(headers, "Referrer-Policy", "no-referrer");
  set_default(headers, "X-Content-Type-Options", "nosniff");
  if (https) set_default(headers, "Cross-Origin-Opener-Policy", "same-origin");
  if (options.public_https) set_default(headers, "Strict-Transport-Security", "max-age=31536000");
}

/// No value can start a header of its own.
void append_header(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ");
  for (char c : value)
    if (c == '\t' || (c != 127 && static_cast<unsigned char>(c) >= ' ')) head += c;
  head += "\r\n";
}

void append_date(std::string& head, const Clock& clock) {
  thread_local std::int64_t second = -1;
  thread_local std::string date;
  const auto now = clock.now();
  if (now.ms / 1000 != second) {
    second = now.ms / 1000;
    date = http_date(now);
  }
  append_header(head, "Date", date);
}

std::string head_of(const Response& response, bool keep_alive, const Options& options) {
  std::string head;
  head.reserve(1024);
  head += fmt::format("HTTP/1.1 {} {}\r\n", response.status, reason_phrase(response.status));
  if (options.clock) append_date(head, *options.clock);
  const bool bodiless = has_no_body(response.status);
  if (!response.content_type.empty() && !bodiless) append_header(head, "Content-Type", response.content_type);
  if (!bodiless && !response.stream) head += fmt::format("Content-Length: {}\r\n", response.spooled ? response.spooled->size() : response.content().size());
  for (const auto& [name, value] : response.headers) append_header(head, name, value);
  if (!keep_alive) head += "Connection: close\r\n";
  return head += "\r\n";
}

}  // namespace

Wire finish(Response response, const Request* request, bool keep_alive, const Options& options) {
  if (request) {
    answer_condition(response, *request);
    compress(response, *request);
  }
  if (response.stencil) response.body = response.stencil->filled(response.values);
  if (response.stream) {
    keep_alive = false;
    set_default(response.headers, "X-Accel-Buffering", "no");
  }
  add_security_headers(response.headers, request && request->https, options);
  set_default(response.headers, "Cache-Control", "no-store");
  Wire wire{.status = response.status, .head = head_of(response, keep_alive, options), .shared_body = {}, .spooled = {}, .keep_alive = keep_alive, .stream = {}, .delay = response.delay};
  const bool head_only = request && request->method == Method::head;
  if (head_only || has_no_body(response.status)) return wire;
  if (response.spooled) wire.spooled = std::move(response.spooled);
  else if (response.shared_body) wire.shared_body = std::move(response.shared_body);
  else if (response.body.size() <= joined_to_head_bytes) wire.head += response.body;
  else wire.shared_body = std::make_shared<const std::string>(std::move(response.body));
  wire.stream = std::move(response.stream);
  return wire;
}

std::string http_date(Instant instant) {
  const std::time_t seconds = instant.ms / 1000;
  std::tm t{};
  gmtime_r(&seconds, &t);
  constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days[t.tm_wday], t.tm_mday, months[t.tm_mon], t.tm_year + 1900, t.tm_hour,
                     t.tm_min, t.tm_sec);
}

}  // namespace knippe::http
