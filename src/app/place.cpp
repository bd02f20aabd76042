#include "app/place.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

#include <fmt/format.h>

#include <memory>

#include "base/encoding.h"
#include "http/request.h"

namespace knippe::app {
namespace {

std::string with_port(std::string_view scheme, std::string_view host, std::uint16_t port) {
  const bool usual = (scheme == "http" && port == 80) || (scheme == "https" && port == 443);
  return usual ? fmt::format("{}://{}", scheme, host) : fmt::format("{}://{}:{}", scheme, host, port);
}

std::string bracketed(const std::string& address) {
  return address.find(':') == std::string::npos ? address : "[" + address + "]";
}

}  // namespace

Result<http::Endpoint> parse_endpoint(std::string_view text) {
  http::Endpoint endpoint;
  const auto colon = text.rfind(':');
  const std::string_view port = colon == std::string_view::npos ? text : text.substr(colon + 1);
  const auto number = parse_number(port);
  if (!number || *number > 65535) return bad_input("listen.malformed", std::string(text));
  endpoint.port = static_cast<std::uint16_t>(*number);
  if (colon == std::string_view::npos) return endpoint;
  std::string_view host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  if (host.empty()) host = "0.0.0.0";
  if (host == "localhost") host = "127.0.0.1";
  if (!http::Address::parse(host)) return bad_input("listen.malformed", std::string(text));
  endpoint.address = host;
  return endpoint;
}

Result<std::string> parse_public_url(std::string_view text) {
  while (text.ends_with('/')) text.remove_suffix(1);
  const std::string_view rest = text.starts_with("https://") ? text.substr(8) : text.starts_with("http://") ? text.substr(7) : "";
  if (!http::is_host(rest)) return bad_input("public_url.malformed", std::string(text));
  std::string url(text);
  for (char& c : url)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return url;
}

std::optional<std::string> lan_address() {
  ifaddrs* first = nullptr;
  if (getifaddrs(&first) != 0) return std::nullopt;
  const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> owner(first, freeifaddrs);
  std::optional<std::string> v6;
  for (const ifaddrs* each = first; each; each = each->ifa_next) {
    if (!each->ifa_addr || (each->ifa_flags & IFF_LOOPBACK) || !(each->ifa_flags & IFF_UP)) continue;
    char text[INET6_ADDRSTRLEN] = {};
    if (each->ifa_addr->sa_family == AF_INET) {
      const auto* address = reinterpret_cast<const sockaddr_in*>(each->ifa_addr);
      if (inet_ntop(AF_INET, &address->sin_addr, text, sizeof text)) return std::string(text);
    } else if (each->ifa_addr->sa_family == AF_INET6 && !v6) {
      const auto* address = reinterpret_cast<const sockaddr_in6*>(each->ifa_addr);
      if (!IN6_IS_ADDR_LINKLOCAL(&address->sin6_addr) && inet_ntop(AF_INET6, &address->sin6_addr, text, sizeof text)) v6 = text;
    }
  }
  return v6;
}

web::Place place_for(const http::Endpoint& endpoint, const std::string& public_url) {
  web::Place place;
  const auto address = http::Address::parse(endpoint.address);
  const bool all = endpoint.address == "0.0.0.0" || endpoint.address == "::";
  place.loopback_only = address && address->is_loopback() && public_url.empty();
  if (!public_url.empty()) {
    place.public_url = public_url;
    place.public_url_given = true;
    place.https = public_url.starts_with("https://");
  } else if (all) {
    place.public_url = with_port("http", bracketed(lan_address().value_or("localhost")), endpoint.port);
  } else {
    place.public_url = with_port("http", place.loopback_only ? "localhost" : bracketed(endpoint.address), endpoint.port);
  }
  return place;
}

}  // namespace knippe::app
