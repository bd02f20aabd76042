#include "http/response.h"

#include <algorithm>

#include "base/digest.h"
#include "base/encoding.h"
#include "base/text.h"

namespace knippe::http {
namespace {

Response with_body(int status, std::string_view content_type, std::string body) {
  Response response;
  response.status = status;
  response.content_type = content_type;
  response.body = std::move(body);
  return response;
}

std::string_view opaque(std::string_view etag) {
  if (etag.starts_with("W/")) etag.remove_prefix(2);
  return etag;
}

/// The weight of one item of an Accept-Encoding list is 0 in `;q=0`, `;q=0.0`, ...
bool is_refused(std::string_view parameters) {
  const auto q = parameters.find("q=");
  return q != std::string_view::npos && parameters.substr(q + 2).find_first_not_of("0. \t") == std::string_view::npos;
}

}  // namespace

Response html(int status, std::string document) { return with_body(status, "text/html; charset=utf-8", std::move(document)); }
Response text(int status, std::string words) { return with_body(status, "text/plain; charset=utf-8", std::move(words)); }
Response json(int status, std::string document) { return with_body(status, "application/json", std::move(document)); }

Response redirect_303(std::string location) { return error_status(303).with("Location", std::move(location)); }
Response redirect_308(std::string location) { return error_status(308).with("Location", std::move(location)); }
Response not_modified(std::string etag) { return error_status(304).with("ETag", std::move(etag)); }

Response error_status(int status) {
  Response response;
  response.status = status;
  return response;
}

Response event_stream(StreamSpec spec) {
  Response response;
  response.content_type = "text/event-stream";
  response.stream = std::move(spec);
  return response;
}

std::string etag_of(std::string_view content, bool strong) {
  const auto digest = sha256(content);
  return (strong ? "\"" : "W/\"") + to_base64url(std::span(digest).first(16)) + '"';
}

bool knows_etag(const Request& request, std::string_view etag) {
  const auto list = request.headers.joined("if-none-match");
  if (trim_ascii(list) == "*") return true;
  const auto tags = split(list, ',');  // our own tags hold no commas
  return std::ranges::any_of(tags, [&](std::string_view tag) { return !trim_ascii(tag).empty() && opaque(trim_ascii(tag)) == opaque(etag); });
}

bool accepts_encoding(const Request& request, std::string_view coding) {
  const auto list = request.headers.joined("accept-encoding");
  for (std::string_view item : split(list, ',')) {
    const auto semicolon = std::min(item.find(';'), item.size());
    if (equal_ignoring_case(trim_ascii(item.substr(0, semicolon)), coding)) return !is_refused(item.substr(semicolon));
  }
  return false;
}

std::string_view reason_phrase(int status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    default: return "Status";
  }
}

}  // namespace knippe::http
