#pragma once
// One way to fail: a Result carries a value or an Error that a person can be shown in their own language.

#include <expected>
#include <string>
#include <utility>

namespace knippe {

enum class ErrorKind {
  bad_input,     ///< the request or text is malformed                                   → 422
  refused,       ///< well formed, but the rules say no in the present state             → 409
  forbidden,     ///< the actor lacks the permission                                     → 403
  not_found,     ///< no such room, group, key, ...                                      → 404
  too_large,     ///< over a stated limit                                                → 413
  too_many,      ///< rate or count limit                                                → 429
  unavailable,   ///< disk full, shutting down; nothing was changed, try again           → 503
  in_doubt,      ///< the outcome is unknown; repeat the same command to learn it        → 503
  internal       ///< the world failed in a way we did not foresee                       → 500
};

/// `message_key` names a message in the catalogues (`error.<message_key>`); `detail` is put in its `{1}` and into logs.
struct Error {
  ErrorKind kind = ErrorKind::internal;
  std::string message_key;
  std::string detail;
  bool operator==(const Error&) const = default;
};

template <class T>
using Result = std::expected<T, Error>;
using Status = std::expected<void, Error>;

inline std::unexpected<Error> fail(ErrorKind kind, std::string message_key, std::string detail = {}) {
  return std::unexpected(Error{kind, std::move(message_key), std::move(detail)});
}
inline std::unexpected<Error> refuse(std::string message_key, std::string detail = {}) {
  return fail(ErrorKind::refused, std::move(message_key), std::move(detail));
}
inline std::unexpected<Error> bad_input(std::string message_key, std::string detail = {}) {
  return fail(ErrorKind::bad_input, std::move(message_key), std::move(detail));
}

}  // namespace knippe

/// Yields the value of a Result, or returns its error from the enclosing function. Not for coroutines.
#define TRY(...)                                                              \
  ({                                                                          \
    auto try_result_ = (__VA_ARGS__);                                         \
    if (!try_result_) return std::unexpected(std::move(try_result_).error()); \
    *std::move(try_result_);                                                  \
  })
/// The same for a Status, which has no value.
#define TRY_STATUS(...)                                                          \
  do {                                                                           \
    if (auto try_status_ = (__VA_ARGS__); !try_status_)                          \
      return std::unexpected(std::move(try_status_).error());                    \
  } while (false)
