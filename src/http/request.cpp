#include "http/request.h"

#include <algorithm>
#include <boost/url/parse.hpp>

#include "base/encoding.h"
#include "base/text.h"
#include "http/cookie.h"
#include "http/form.h"

namespace knippe::http {
namespace {

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

bool is_visible(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c > ' ' && c < 127; });
}

bool has_control(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return (c >= 0 && c < ' ') || c == 127; });
}

bool has_dot_segment(std::string_view path) {
  const auto segments = split(path, '/');
  return std::ranges::any_of(segments, [](std::string_view segment) { return segment == "." || segment == ".."; });
}

/// An escaped slash or backslash would mean one thing to a proxy and another to us.
bool hides_separator(std::string_view path) {
  for (std::size_t at = path.find('%'); at != std::string_view::npos; at = path.find('%', at + 1)) {
    const auto escape = lower_case(path.substr(at + 1, 2));
    if (escape == "2f" || escape == "5c") return true;
  }
  return path.find('\\') != std::string_view::npos;
}

Result<std::string> read_path(std::string_view path) {
  if (hides_separator(path)) return bad_input("request.target");
  auto decoded = percent_decode(path);
  if (!decoded || has_control(*decoded) || !is_valid_utf8(*decoded) || has_dot_segment(*decoded)) return bad_input("request.target");
  return *std::move(decoded);
}

/// Takes "http://host" off the front of an absolute target.
Result<std::string_view> take_authority(std::string_view target, Request& request) {
  const auto scheme = lower_case(target.substr(0, target.find(':') + 1));
  if ((scheme != "http:" && scheme != "https:") || !target.substr(scheme.size()).starts_with("//")) return bad_input("request.target");
  target.remove_prefix(scheme.size() + 2);
  const auto end = std::min(target.find_first_of("/?"), target.size());
  request.host = lower_case(target.substr(0, end));
  if (!is_host(request.host)) return bad_input("request.target");
  return target.substr(end);
}

}  // namespace

std::string_view name_of(Method method) {
  switch (method) {
    case Method::get: return "GET";
    case Method::head: return "HEAD";
    case Method::post: return "POST";
    case Method::put: return "PUT";
    case Method::other: break;
  }
  return "other";
}

std::optional<std::string> Request::cookie(std::string_view name) const {
  const auto wanted = https ? "__Host-" + std::string(name) : std::string(name);
  for (std::string_view line : headers.all("cookie"))
    if (auto value = find_cookie(line, wanted)) return value;
  return std::nullopt;
}

std::string_view Request::host_name() const {
  const std::string_view all = host;
  if (all.starts_with('[')) return all.substr(0, all.find(']') + 1);
  return all.substr(0, all.find(':'));
}

std::string Request::media_type() const {
  const auto type = header("content-type");
  return lower_case(trim_ascii(type.substr(0, type.find(';'))));
}

Result<Fields> Request::form() const {
  if (body.empty() && !headers.has("content-type")) return Fields{};
  if (media_type() != "application/x-www-form-urlencoded") return bad_input("form.media_type", media_type());
  return parse_form(body);
}

Status read_target(std::string_view target, Request& request) {
  if (target.empty() || !is_visible(target) || target.find('#') != std::string_view::npos) return bad_input("request.target");
  if (target == "*" && request.method_name == "OPTIONS") target = "/";
  if (!target.starts_with('/')) target = TRY(take_authority(target, request));
  const auto question = target.find('?');
  const auto path = target.substr(0, question);
  const auto query = question == std::string_view::npos ? std::string_view{} : target.substr(question + 1);
  request.path = path.empty() ? "/" : TRY(read_path(path));
  request.query = TRY(parse_form(query));
  request.target = path.empty() ? "/" + std::string(target) : std::string(target);
  return {};
}

bool is_host(std::string_view host) {
  if (host.empty() || host.find('@') != std::string_view::npos || host.find('%') != std::string_view::npos) return false;
  const auto authority = boost::urls::parse_authority(boost::urls::string_view(host.data(), host.size()));
  if (!authority || authority->encoded_host().empty()) return false;
  const auto digits = authority->port();
  const auto port = parse_number({digits.data(), digits.size()});
  return !authority->has_port() || (port && *port >= 1 && *port <= 65535);
}

}  // namespace knippe::http
