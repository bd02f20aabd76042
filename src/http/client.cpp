#include "http/client.h"

#include <netdb.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/url/parse.hpp>
#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/encoding.h"
#include "base/text.h"

namespace knippe::http {
namespace {

using Milliseconds = std::chrono::milliseconds;

bool ready(int socket, short events, Milliseconds patience) {
  pollfd waiting{socket, events, 0};
  return poll(&waiting, 1, static_cast<int>(patience.count())) > 0;
}

std::unexpected<Error> unreachable(std::string detail) { return fail(ErrorKind::unavailable, "client.unreachable", std::move(detail)); }
std::unexpected<Error> lost(std::string detail) { return fail(ErrorKind::in_doubt, "client.lost", std::move(detail)); }

std::optional<std::size_t> parse_hex(std::string_view text) {
  std::size_t value = 0;
  if (text.empty() || text.size() > 8) return std::nullopt;
  for (char c : text) {
    const auto digit = std::string_view("0123456789abcdef").find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c);
    if (digit == std::string_view::npos) return std::nullopt;
    value = value * 16 + digit;
  }
  return value;
}

Result<Reply> parse_head(std::string_view head) {
  Reply reply;
  const auto lines = split(head, '\n');
  if (!lines[0].starts_with("HTTP/1.") || lines[0].size() < 12) return lost("not HTTP");
  reply.status = static_cast<int>(parse_number(lines[0].substr(9, 3)).value_or(0));
  for (std::string_view line : std::span(lines).subspan(1)) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    reply.headers.add(std::string(line.substr(0, colon)), std::string(trim_ascii(line.substr(colon + 1))));
  }
  return reply;
}

Event parse_event(std::string_view block) {
  Event event;
  bool first_data = true;
  for (std::string_view line : split(block, '\n')) {
    const auto colon = std::min(line.find(':'), line.size());
    const auto name = line.substr(0, colon);
    auto value = line.substr(std::min(colon + 1, line.size()));
    if (value.starts_with(' ')) value.remove_prefix(1);
    if (name == "id") event.id = value;
    if (name == "event") event.event = value;
    if (name != "data") continue;
    if (!std::exchange(first_data, false)) event.data += '\n';
    event.data += value;
  }
  return event;
}

}  // namespace

Client::Client(std::string host, std::uint16_t port, Milliseconds timeout) : host_(std::move(host)), port_(port), timeout_(timeout) {}
Client::~Client() { close(); }

Client::Client(Client&& other) noexcept
    : host_(std::move(other.host_)), port_(other.port_), timeout_(other.timeout_), socket_(std::exchange(other.socket_, -1)),
      input_(std::move(other.input_)), cut_(other.cut_), cookies_(std::move(other.cookies_)) {}

Client& Client::operator=(Client&& other) noexcept {
  std::swap(host_, other.host_);
  std::swap(port_, other.port_);
  std::swap(timeout_, other.timeout_);
  std::swap(socket_, other.socket_);
  std::swap(input_, other.input_);
  std::swap(cut_, other.cut_);
  std::swap(cookies_, other.cookies_);
  return *this;
}

Result<Client> Client::for_url(std::string_view url, Milliseconds timeout) {
  const auto parsed = boost::urls::parse_uri({url.data(), url.size()});
  if (!parsed || parsed->scheme() != "http" || parsed->host().empty()) return bad_input("client.url", std::string(url));
  const auto host = parsed->host_address();
  return Client(host, parsed->has_port() ? parsed->port_number() : std::uint16_t{80}, timeout);
}

void Client::close() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
  input_.clear();
}

Status Client::connect() {
  if (socket_ >= 0) return {};
  input_.clear();
  addrinfo hints{}, *found = nullptr;
  hints.ai_socktype = SOCK_STREAM;
  if (getaddrinfo(host_.c_str(), std::to_string(port_).c_str(), &hints, &found) != 0) return unreachable(host_);
  int reason = 0;
  for (const addrinfo* it = found; it && socket_ < 0; it = it->ai_next) {
    socket_ = socket(it->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket_ >= 0 && ::connect(socket_, it->ai_addr, it->ai_addrlen) != 0) reason = errno, close();
  }
  freeaddrinfo(found);
  if (socket_ < 0) return unreachable(std::strerror(reason));
  const int on = 1;
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return {};
}

Status Client::write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    if (!ready(socket_, POLLOUT, timeout_)) return lost("timeout while sending");
    const auto n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n < 0 && errno != EAGAIN && errno != EINTR) return lost(std::strerror(errno));
    if (n > 0) bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return {};
}

Result<bool> Client::read_more(Milliseconds patience) {
  if (socket_ < 0) return lost("closed");
  if (!ready(socket_, POLLIN, patience)) return lost("timeout");
  char chunk[16 * 1024];
  const auto n = recv(socket_, chunk, sizeof chunk, 0);
  if (n < 0) return lost(std::strerror(errno));
  input_.append(chunk, static_cast<std::size_t>(n));
  return n > 0;
}

Result<Reply> Client::read_head() {
  for (;;) {
    const auto end = input_.find("\r\n\r\n");
    if (end != std::string::npos) {
      auto reply = TRY(parse_head(std::string_view(input_).substr(0, end + 2)));
      input_.erase(0, end + 4);
      if (reply.status >= 200) return reply;
    } else if (!TRY(read_more(timeout_))) {
      return lost("closed before an answer");
    }
  }
}

Result<Reply> Client::read_reply(bool to_head) {
  auto reply = TRY(read_head());
  const auto length = reply.headers.find("content-length");
  const bool bodiless = to_head || reply.status == 204 || reply.status == 304;
  if (!bodiless && length) {
    const auto size = parse_number(*length).value_or(0);
    while (input_.size() < size)
      if (!TRY(read_more(timeout_))) return lost("closed within the answer");
    reply.body = input_.substr(0, size);
    input_.erase(0, size);
  } else if (!bodiless && equal_ignoring_case(reply.headers["transfer-encoding"], "chunked")) {
    for (std::optional<std::size_t> size; size != 0;) {
      auto end = input_.find("\r\n");
      while (end == std::string::npos) {
        if (!TRY(read_more(timeout_))) return lost("closed within the answer");
        end = input_.find("\r\n");
      }
      size = parse_hex(std::string_view(input_).substr(0, std::min(input_.find(';'), end)));
      if (!size) return lost("broken chunk");
      while (input_.size() < end + 2 + *size + 2)
        if (!TRY(read_more(timeout_))) return lost("closed within the answer");
      reply.body += input_.substr(end + 2, *size);
      input_.erase(0, end + 2 + *size + 2);
    }
  } else if (!bodiless) {
    while (TRY(read_more(timeout_))) {}
    reply.body = std::exchange(input_, {});
  }
  if (equal_ignoring_case(reply.headers["connection"], "close")) close();
  keep_cookies(reply);
  return reply;
}

void Client::keep_cookies(const Reply& reply) {
  for (std::string_view line : reply.headers.all("set-cookie")) {
    const auto end = std::min(line.find(';'), line.size());
    const auto equals = line.substr(0, end).find('=');
    if (equals == std::string_view::npos) continue;
    const std::string name(trim_ascii(line.substr(0, equals)));
    const bool expired = line.find("Max-Age=0") != std::string_view::npos;
    if (expired) cookies_.erase(name);
    else cookies_[name] = line.substr(equals + 1, end - equals - 1);
  }
}

std::string Client::head_of(std::string_view method, std::string_view target, const Headers& headers) const {
  std::string message;
  message.append(method).append(" ").append(target).append(" HTTP/1.1\r\n");
  if (!headers.has("host")) message += "Host: " + (host_.contains(':') ? "[" + host_ + "]" : host_) + ":" + std::to_string(port_) + "\r\n";
  for (const auto& [name, value] : headers) message += name + ": " + value + "\r\n";
  std::string cookies;
  for (const auto& [name, value] : cookies_) cookies += (cookies.empty() ? "" : "; ") + name + "=" + value;
  if (!cookies.empty()) message += "Cookie: " + cookies + "\r\n";
  return message;
}

Result<Reply> Client::once(std::string_view method, std::string_view target, const Headers& headers, std::string_view body) {
  TRY_STATUS(connect());
  std::string message = head_of(method, target, headers);
  if (!body.empty() || method == "POST" || method == "PUT") message += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  message += "\r\n";
  message += body;
  if (cut_ != Cut::none) return break_off(std::exchange(cut_, Cut::none), message);
  auto sent = write_all(message);
  if (!sent && !ready(socket_, POLLIN, Milliseconds(0))) return close(), std::unexpected(sent.error());
  auto reply = read_reply(method == "HEAD");
  if (!reply) close();
  return reply;
}

Result<Reply> Client::break_off(Cut where, std::string_view message) {
  (void)write_all(where == Cut::in_request ? message.substr(0, message.size() - message.size() / 3) : message);
  if (where == Cut::in_answer) (void)read_more(timeout_);
  close();
  return lost("the line was cut");
}

Result<Reply> Client::send(std::string_view method, std::string_view target, const Headers& headers, std::string_view body) {
  const bool reused = socket_ >= 0;
  // A kept connection that the server has closed meanwhile has not carried anything yet.
  if (reused && ready(socket_, POLLIN, Milliseconds(0))) close();
  auto reply = once(method, target, headers, body);
  if (reply || !reused || (method != "GET" && method != "HEAD")) return reply;
  close();
  return once(method, target, headers, body);
}

Result<Reply> Client::get(std::string_view target, const Headers& extra) { return send("GET", target, extra, {}); }

Result<Reply> Client::post(std::string_view target, const Form& form, const Headers& extra) {
  Headers headers = extra;
  headers.set("Content-Type", "application/x-www-form-urlencoded");
  return send("POST", target, headers, to_form(form));
}

Result<Reply> Client::follow(Result<Reply> reply) {
  for (int hops = 0; hops < 5 && reply && reply->status >= 300 && reply->status < 400 && reply->headers.has("location"); ++hops) {
    std::string target(reply->headers["location"]);
    if (!target.starts_with('/')) {
      const auto url = boost::urls::parse_uri({target.data(), target.size()});
      if (!url) return lost("redirected to " + target);
      const auto path = url->encoded_target();
      target = path.empty() ? "/" : std::string(path.data(), path.size());
    }
    reply = get(target);
  }
  return reply;
}

Result<Reply> Client::get_following(std::string_view target) { return follow(get(target)); }
Result<Reply> Client::post_following(std::string_view target, const Form& form, const Headers& extra) { return follow(post(target, form, extra)); }

Result<Reply> Client::open_stream(std::string_view target, const Headers& extra) {
  close();
  TRY_STATUS(connect());
  Headers headers = extra;
  headers.set("Accept", "text/event-stream");
  TRY_STATUS(write_all(head_of("GET", target, headers) + "\r\n"));
  return read_head();
}

Result<std::optional<Event>> Client::next_event(Milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  for (;;) {
    const auto end = input_.find("\n\n");
    if (end != std::string::npos) {
      const auto event = parse_event(std::string_view(input_).substr(0, end));
      const bool is_comment = input_.starts_with(':') || (event.data.empty() && event.id.empty());
      input_.erase(0, end + 2);
      if (!is_comment) return event;
      continue;
    }
    const auto left = std::max(Milliseconds(0), std::chrono::ceil<Milliseconds>(deadline - std::chrono::steady_clock::now()));
    if (!ready(socket_, POLLIN, left)) return std::optional<Event>{};
    if (!TRY(read_more(left))) return unreachable("the stream ended");
  }
}

Status Client::send_raw(std::string_view bytes) {
  TRY_STATUS(connect());
  return write_all(bytes);
}

bool Client::closed_within(Milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  for (;;) {
    const auto left = std::chrono::ceil<Milliseconds>(deadline - std::chrono::steady_clock::now());
    if (socket_ < 0) return true;
    if (left.count() <= 0 || !ready(socket_, POLLIN, left)) return false;
    const auto more = read_more(left);
    if (!more || !*more) return true;
  }
}

}  // namespace knippe::http
