#include "app/verify/fetch.h"

#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "app/place.h"
#include "base/encoding.h"
#include "base/text.h"
#include "http/client.h"

namespace knippe::app {
namespace {

Result<std::string> answer(const std::string& target, int status, std::string body) {
  if (status == 200) return body;
  const bool missing = status == 404 || status == 410 || status == 422;
  return fail(missing ? ErrorKind::not_found : ErrorKind::unavailable, "client.unreachable", fmt::format("{} {}", target, status));
}

/// Nothing that a shell could take for its own.
bool is_plain(std::string_view target) {
  return target.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?=&[]") == std::string_view::npos;
}

Result<std::string> by_curl(const std::string& origin, const std::string& target) {
  if (!is_plain(origin + target)) return bad_input("public_url.malformed", target);
  const std::string command = fmt::format("curl --silent --show-error --globoff --max-time 120 --write-out '\\n%{{http_code}}' '{}{}'", origin, target);
  const auto close = [](std::FILE* pipe) { pclose(pipe); };
  const std::unique_ptr<std::FILE, decltype(close)> pipe(popen(command.c_str(), "r"), close);
  if (!pipe) return fail(ErrorKind::unavailable, "client.unreachable", "curl");
  std::string out;
  char buffer[64 * 1024];
  for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, pipe.get())) > 0;) out.append(buffer, got);
  const auto cut = out.rfind('\n');
  const auto status = cut == std::string::npos ? std::nullopt : parse_number(std::string_view(out).substr(cut + 1));
  if (!status) return fail(ErrorKind::unavailable, "client.unreachable", origin + " (curl)");
  out.resize(cut);
  return answer(target, static_cast<int>(*status), std::move(out));
}

/// The server takes forms from its own pages, and from whoever says that it means this server.
Status send_by_curl(const std::string& origin, const std::string& target, const std::string& note) {
  if (!is_plain(origin + target)) return bad_input("public_url.malformed", target);
  const std::string command = fmt::format("curl --silent --show-error --fail --globoff --max-time 120 --output /dev/null --header 'Origin: {0}' --data-urlencode note@- '{0}{1}'",
                                          origin, target);
  std::FILE* pipe = popen(command.c_str(), "w");
  if (!pipe) return fail(ErrorKind::unavailable, "client.unreachable", "curl");
  const bool written = std::fwrite(note.data(), 1, note.size(), pipe) == note.size();
  if (pclose(pipe) != 0 || !written) return fail(ErrorKind::unavailable, "client.unreachable", origin + target);
  return {};
}

Result<std::string> origin_in(std::string_view url) {
  const auto path = url.find('/', url.find("://") == std::string_view::npos ? 0 : url.find("://") + 3);
  return parse_public_url(url.substr(0, path));
}

}  // namespace

Result<Publish> publish_to(std::string_view url) {
  const std::string origin = TRY(origin_in(url));
  if (origin.starts_with("https://")) return Publish([origin](const std::string& target, const std::string& note) { return send_by_curl(origin, target, note); });
  const auto client = std::make_shared<http::Client>(TRY(http::Client::for_url(origin)));
  return Publish([client, origin](const std::string& target, const std::string& note) -> Status {
    http::Form form;
    form.add("note", note);
    http::Headers headers;
    headers.set("Origin", origin);
    const auto reply = TRY(client->post(target, form, headers));
    if (reply.status == 200) return {};
    return fail(ErrorKind::refused, "witness.not_taken", fmt::format("{} {}", reply.status, trim_ascii(reply.body)));
  });
}

Result<Fetch> fetch_from(std::string_view url) {
  const std::string origin = TRY(origin_in(url));
  if (origin.starts_with("https://")) return Fetch([origin](const std::string& target) { return by_curl(origin, target); });
  const auto client = std::make_shared<http::Client>(TRY(http::Client::for_url(origin)));
  return Fetch([client](const std::string& target) -> Result<std::string> {
    auto reply = TRY(client->get(target));
    return answer(target, reply.status, std::move(reply.body));
  });
}

}  // namespace knippe::app
