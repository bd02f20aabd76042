#pragma once
// Bytes → Request, with every limit and refusal. No sockets here, so that tests and fuzzers walk the same path.

#include <memory>
#include <string_view>

#include "http/options.h"

namespace knippe::http {

/// Reads one request; make a new one for the next.
class RequestReader {
 public:
  enum class State { header, body, done, refused };

  explicit RequestReader(const Options& options);
  ~RequestReader();

  /// Takes bytes that have arrived and have not been consumed before; returns how many it consumed. What it leaves
  /// must be given again with more behind it, or belongs to the next request.
  std::size_t put(std::string_view bytes);
  State state() const;
  /// The status to refuse with.
  int refusal() const;
  /// The header asks for "100 Continue" and no body has come yet.
  bool wants_continue() const;
  /// The client wants to go on after this request.
  bool keep_alive() const;
  /// The request, or what is known of it when refused after the header; null before that.
  Request* request();

 private:
  class Grammar;
  int look_at_header(std::string_view bytes);
  std::size_t put_header(std::string_view bytes);
  std::size_t put_body(std::string_view bytes);
  void refuse(int status);

  const Options& options_;
  std::unique_ptr<Grammar> grammar_;
  std::size_t looked_at_ = 0;   ///< bytes of the header already known to be clean
  std::size_t line_end_ = 0;    ///< size of the request line, once known
  std::size_t empty_lines_ = 0; ///< skipped before the request
  bool header_complete_ = false;
  bool body_begun_ = false;
  int refusal_ = 0;
};

}  // namespace knippe::http
