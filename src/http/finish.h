#pragma once
// The last step of a response: conditional answers, compression, default headers, bytes.

#include <string>

#include "http/options.h"

namespace knippe::http {

/// A reply ready to be sent.
struct Wire {
  int status = 0;
  std::string head;        ///< status line and header, and a short body
  Shared shared_body;      ///< sent after the head when set: a shared body, or one too long to copy
  SpooledBody spooled;     ///< sent after the head when set, from its file
  bool keep_alive = false;
  std::optional<StreamSpec> stream;
  std::chrono::milliseconds delay{0};
  /// Of what lies in memory.
  std::size_t held() const { return head.size() + (shared_body ? shared_body->size() : 0); }
  std::size_t size() const { return held() + (spooled ? spooled->size() : 0); }
};

/// Applies If-None-Match, gzip, HEAD and the default headers; `request` may be null when its header could not be read.
Wire finish(Response response, const Request* request, bool keep_alive, const Options& options);
/// "Tue, 24 Nov 2026 15:37:01 GMT" (RFC 9110 IMF-fixdate).
std::string http_date(Instant instant);

}  // namespace knippe::http
