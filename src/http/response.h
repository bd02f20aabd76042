#pragma once
// What a handler gives back.

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/fields.h"
#include "http/request.h"
#include "http/spool.h"
#include "http/stencil.h"
#include "http/stream.h"

namespace knippe::http {

struct Response;
/// Makes an answer on the connection's thread; must not wait. The request lives until then.
using MakeAnswer = std::function<Response()>;
/// Called once, from any thread, when the answer is known.
using Resume = std::move_only_function<void(MakeAnswer)>;

struct Response {
  int status = 200;
  std::string content_type;  ///< sent with the body
  Headers headers;           ///< what is set here is not overwritten by the defaults of finish()
  std::string body;
  Shared shared_body;        ///< sent instead of `body` when set: assets, kept pages; never copied
  SpooledBody spooled;       ///< sent instead of either when set; as it is, never compressed
  std::shared_ptr<const Stencil> stencil;  ///< sent instead of `body` when set, with `values` in its openings
  std::vector<std::string> values;
  std::optional<StreamSpec> stream;
  std::chrono::milliseconds delay{0};  ///< held back so long before it is sent; no thread waits meanwhile
  /// Set: the answer comes later. Called once, on the handler's thread, and must not wait. Of this response only the headers
  /// go with the answer; nothing else of it is sent.
  std::function<void(Resume)> later;

  std::string_view content() const { return shared_body ? std::string_view(*shared_body) : std::string_view(body); }
  Response& with(std::string_view name, std::string value) & { headers.set(name, std::move(value)); return *this; }
  Response&& with(std::string_view name, std::string value) && { headers.set(name, std::move(value)); return std::move(*this); }
  /// A further value of the same name (Set-Cookie).
  Response& also(std::string name, std::string value) & { headers.add(std::move(name), std::move(value)); return *this; }
  Response&& also(std::string name, std::string value) && { headers.add(std::move(name), std::move(value)); return std::move(*this); }
};

Response html(int status, std::string document);
Response text(int status, std::string words);
Response json(int status, std::string document);
/// After a POST: look there.
Response redirect_303(std::string location);
/// A resource has moved for good (GET only).
Response redirect_308(std::string location);
Response not_modified(std::string etag);
/// No body of its own: the server asks Options::error_page for one.
Response error_status(int status);
/// An event stream.
Response event_stream(StreamSpec spec);

/// `"…"` from the content's SHA-256; weak (`W/"…"`) unless the bytes themselves are promised.
std::string etag_of(std::string_view content, bool strong = false);
/// True when If-None-Match lists the tag (weak comparison) or is "*".
bool knows_etag(const Request& request, std::string_view etag);
/// True when Accept-Encoding allows the coding ("gzip", "br") with a weight above 0.
bool accepts_encoding(const Request& request, std::string_view coding);
/// gzip, level 1 unless told otherwise.
std::string gzip(std::string_view content, int level = 1);
std::string_view reason_phrase(int status);

}  // namespace knippe::http
