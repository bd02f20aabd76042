#include "http/proxy.h"

#include "base/text.h"

namespace knippe::http {
namespace {

/// The last address in the chain that no trusted proxy has written about itself.
Address first_stranger(std::string_view chain, Address nearest, const std::vector<Network>& trusted) {
  while (contains(trusted, nearest) && !chain.empty()) {
    const auto comma = chain.rfind(',');
    const auto item = comma == std::string_view::npos ? chain : chain.substr(comma + 1);
    chain = comma == std::string_view::npos ? std::string_view{} : chain.substr(0, comma);
    const auto address = Address::parse(item);
    if (!address) break;
    nearest = *address;
  }
  return nearest;
}

std::string_view last_of(std::string_view list) { return trim_ascii(list.substr(list.rfind(',') + 1)); }

}  // namespace

void place_visitor(Request& request, const Address& peer, const Options& options) {
  request.client = peer;
  if (!contains(options.trusted_proxies, peer)) return;
  request.client = first_stranger(request.headers.joined("x-forwarded-for"), peer, options.trusted_proxies);
  const auto scheme = request.headers.joined("x-forwarded-proto");
  request.https = scheme.empty() ? options.public_https : equal_ignoring_case(last_of(scheme), "https");
  const auto hosts = request.headers.joined("x-forwarded-host");
  if (const auto host = last_of(hosts); is_host(host)) request.host = host;
}

}  // namespace knippe::http
