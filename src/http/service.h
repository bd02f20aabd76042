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

  /// Whether this request needs a worker.
  bool may_wait(const Request& request) const;
  /// Runs the handler, or what makes a later answer; never throws.
  Response ask(const Request& request);
  Response make(const MakeAnswer& make_answer);
  /// The bytes of an answer to a request that came at `begin`, counted and logged.
  Wire complete(Response response, const Request& request, bool keep_alive, std::chrono::steady_clock::time_point begin);
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
  template <class Make>
  Response guarded(const Make& make_response);
  Response error_page(int status, const Request* request);

  Handler handler_;
};

}  // namespace knippe::http
