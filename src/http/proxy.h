#pragma once
// Behind a trusted proxy the visitor is not the peer.

#include "http/options.h"

namespace knippe::http {

/// Fills in client, https and host from the peer and, when it is trusted, from X-Forwarded-For, -Proto and -Host.
void place_visitor(Request& request, const Address& peer, const Options& options);

}  // namespace knippe::http
