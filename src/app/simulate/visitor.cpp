#include "app/simulate/visitor.h"

#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "http/multipart.h"

namespace knippe::app {
namespace {

using namespace std::chrono_literals;
constexpr auto patience = 60s;
constexpr auto pause = 50ms;
constexpr std::string_view boundary = "----knippeVisitor3f0c71";

/// A server that restarts, sheds load or does not know what became of a commit: ask again.
bool try_again(const Result<http::Reply>& reply) {
  return !reply || reply->status == 503 || reply->status == 408 || reply->status == 500 || !reply->headers.has("X-Knippe");
}

}  // namespace

Visitor::Visitor(std::string url, Tally& tally, std::uint64_t number, std::function<std::string()> right)
    : client_(*http::Client::for_url(url)), tally_(tally), number_(number), right_(std::move(right)) {}

http::Headers Visitor::headers() const {
  http::Headers made{{"Sec-Fetch-Site", "same-origin"}};
  if (right_) made.add("Authorization", "Bearer " + right_());
  return made;
}

Result<http::Reply> Visitor::send(const std::function<Result<http::Reply>()>& once) {
  const auto until = std::chrono::steady_clock::now() + patience;
  int forbidden = 0;
  while (true) {
    const http::Cut cut = weather_ ? weather_->next_cut() : http::Cut::none;
    client_.cut_next(cut);
    tally_.cut += cut != http::Cut::none;
    auto reply = once();
    const bool stale_key = right_ && reply && reply->status == 403 && ++forbidden <= 20;
    if (!try_again(reply) && !stale_key) return reply;
    if (std::chrono::steady_clock::now() > until) return reply ? fail(ErrorKind::unavailable, "simulate.no_answer") : reply;
    ++tally_.retried;
    client_.close();
    std::this_thread::sleep_for(weather_ ? std::chrono::milliseconds(weather_->away_ms()) : pause);
  }
}

std::string Visitor::next_command() { return fmt::format("s{}-{}", number_, ++commands_); }

Fate Visitor::post(const std::string& path, http::Form form) {
  form.add("kommando", next_command());
  return submit([&] { return client_.post(path, form, headers()); });
}

Fate Visitor::post_picture(const std::string& path, http::Form form, std::string_view jpeg) {
  form.add("kommando", next_command());
  const std::string body = http::join_multipart(boundary, form, {"bilde", "bilde.jpg", "image/jpeg", jpeg});
  return submit([&] {
    http::Headers with = headers();
    with.set("Content-Type", std::string("multipart/form-data; boundary=").append(boundary));
    return client_.send("POST", path, with, body);
  });
}

Fate Visitor::submit(const std::function<Result<http::Reply>()>& once) {
  ++tally_.submitted;
  const auto reply = send(once);
  if (!reply) return Fate::unknown;
  if (weather_ && weather_->sends_again()) {
    ++tally_.sent_again;
    const auto again = send(once);
    if (again && again->status != reply->status) ++tally_.other_answers;
  }
  if (reply->status == 303 || reply->status == 200) {
    ++tally_.acknowledged;
    return Fate::acknowledged;
  }
  ++tally_.refused;
  return Fate::refused;
}

Result<std::string> Visitor::get(const std::string& path) {
  const auto reply = send([&] { return client_.send("GET", path, headers(), ""); });
  if (!reply) return std::unexpected(reply.error());
  if (reply->status != 200) return fail(ErrorKind::not_found, "simulate.page", fmt::format("{} {}", path, reply->status));
  return reply->body;
}

Result<std::string> Visitor::post_json(const std::string& path, const std::string& body) {
  const auto reply = send([&] {
    http::Headers with = headers();  // anew each time: the server makes a new key at each start
    with.add("Content-Type", "application/json");
    return client_.send("POST", path, with, body);
  });
  if (!reply) return std::unexpected(reply.error());
  if (reply->status != 201) return fail(ErrorKind::refused, "simulate.not_allowed", fmt::format("{} {}", reply->status, reply->body));
  return reply->body;
}

}  // namespace knippe::app
