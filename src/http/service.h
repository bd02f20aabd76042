#pragma once
// What all loops of a server share, and the one way from a request to its reply.

#include "http/finish.h"
#include "http/options.h"
#include "http/visitors.h"
#include "http/workers.h"

namespace knippe::http {

class Service {
 public:
  Service(Options options, Handler handler, std::shared_ptr<Streams> streams);

  /// Runs the handler and finishes what it gives; never throws.
  Wire answer(const Request& request, bool keep_alive);
  /// The page for a refusal; the connection closes after it unless told otherwise.
  Wire refusal(int status, const Request* request, bool keep_alive = false);
  void note_reply(const Request* request, const Wire& wire, std::int64_t micros);
  void log(std::string_view line) const;

  const Options options;
  const std::shared_ptr<Streams> streams;
  Counters counters;
  Visitors visitors;
  Workers workers;

 private:
  Response call_handler(const Request& request);
  Response error_page(int status, const Request* request);

  Handler handler_;
};

}  // namespace knippe::http
