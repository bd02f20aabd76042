// The reader: limits and everything two parsers could understand differently.

#include "http/reader.h"

#include <gtest/gtest.h>

namespace knippe::http {
namespace {

using State = RequestReader::State;
using namespace std::string_literals;

/// 0 for an accepted request, -1 for "more is needed", else the status it is refused with.
int verdict(std::string_view bytes, const Options& options = {}) {
  RequestReader reader(options);
  reader.put(bytes);
  if (reader.state() == State::done) return 0;
  return reader.state() == State::refused ? reader.refusal() : -1;
}

struct Vector {
  const char* name;
  std::string bytes;
  int verdict;
};

class Framing : public testing::TestWithParam<Vector> {};

TEST_P(Framing, is_unambiguous) { EXPECT_EQ(verdict(GetParam().bytes), GetParam().verdict) << GetParam().name; }

const std::string post = "POST / HTTP/1.1\r\nHost: a\r\n";
const std::string get = "GET / HTTP/1.1\r\nHost: a\r\n";

INSTANTIATE_TEST_SUITE_P(
    Vectors, Framing,
    testing::Values(Vector{"plain", get + "\r\n", 0}, Vector{"body", post + "Content-Length: 3\r\n\r\nabc", 0},
                    Vector{"chunked", post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", 0},
                    Vector{"chunked, other case", post + "transfer-encoding: Chunked\r\n\r\n0\r\n\r\n", 0},
                    Vector{"empty line before", "\r\n" + get + "\r\n", 0},
                    Vector{"two empty lines before", "\r\n\r\n" + get + "\r\n", 0},
                    Vector{"three empty lines before", "\r\n\r\n\r\n" + get + "\r\n", 400},
                    Vector{"options *", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 0}, Vector{"1.0 without host", "GET / HTTP/1.0\r\n\r\n", 0},
                    Vector{"partial", get, -1}, Vector{"no host", "GET / HTTP/1.1\r\n\r\n", 400},
                    Vector{"two hosts", get + "Host: a\r\n\r\n", 400}, Vector{"empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400},
                    Vector{"bad host", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400},
                    Vector{"CL.TE", post + "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG", 400},
                    Vector{"TE.CL", post + "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\nG", 400},
                    Vector{"two lengths", post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400},
                    Vector{"two equal lengths", post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400},
                    Vector{"length list", post + "Content-Length: 3, 3\r\n\r\nabc", 400},
                    Vector{"length +3", post + "Content-Length: +3\r\n\r\nabc", 400},
                    Vector{"length -1", post + "Content-Length: -1\r\n\r\n", 400},
                    Vector{"length 0x3", post + "Content-Length: 0x3\r\n\r\nabc", 400},
                    Vector{"length huge", post + "Content-Length: 99999999999999999999\r\n\r\n", 400},
                    Vector{"length empty", post + "Content-Length:\r\n\r\n", 400},
                    Vector{"TE identity", post + "Transfer-Encoding: identity\r\n\r\n", 400},
                    Vector{"TE gzip, chunked", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400},
                    Vector{"TE chunked, identity", post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 400},
                    Vector{"TE xchunked", post + "Transfer-Encoding: xchunked\r\n\r\n", 400},
                    Vector{"TE twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
                    Vector{"TE with vertical tab", post + "Transfer-Encoding: \x0b" "chunked\r\n\r\n0\r\n\r\n", 400},
                    Vector{"TE in 1.0", "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
                    Vector{"space before colon", post + "Content-Length : 3\r\n\r\nabc", 400},
                    Vector{"obs-fold", get + "X: a\r\n b\r\n\r\n", 400},
                    Vector{"fold on first line", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400},
                    Vector{"bare LF", "GET / HTTP/1.1\nHost: a\n\n", 400}, Vector{"bare LF later", get + "X: a\n\r\n", 400},
                    Vector{"bare CR", get + "X: a\rb\r\n\r\n", 400}, Vector{"NUL in header", get + "X: a\0b\r\n\r\n"s, 400},
                    Vector{"NUL in name", get + "X\0: a\r\n\r\n"s, 400}, Vector{"DEL", get + "X: a\x7f\r\n\r\n", 400},
                    Vector{"no colon", get + "X\r\n\r\n", 400}, Vector{"empty name", get + ": a\r\n\r\n", 400},
                    Vector{"name with bracket", get + "X[]: a\r\n\r\n", 400},
                    Vector{"chunk extension", post + "Transfer-Encoding: chunked\r\n\r\n1;a=\"b\"\r\nx\r\n0;z\r\nT: 1\r\n\r\n", 0},
                    Vector{"quote across the line", post + "Transfer-Encoding: chunked\r\n\r\n1;a=\"\r\nx\r\n0\r\n\r\n", 0},
                    Vector{"extension with line feed", post + "Transfer-Encoding: chunked\r\n\r\n1;a\nx\r\n0\r\n\r\n", 400},
                    Vector{"extension without semicolon", post + "Transfer-Encoding: chunked\r\n\r\n1 a\r\nx\r\n0\r\n\r\n", 400},
                    Vector{"space before chunk size", post + "Transfer-Encoding: chunked\r\n\r\n 1\r\nx\r\n0\r\n\r\n", 400},
                    Vector{"chunk size 0x1", post + "Transfer-Encoding: chunked\r\n\r\n0x1\r\nx\r\n0\r\n\r\n", 400},
                    Vector{"chunk ends in LF", post + "Transfer-Encoding: chunked\r\n\r\n1\nx\n0\n\n", 400},
                    Vector{"folded trailer", post + "Transfer-Encoding: chunked\r\n\r\n0\r\n T: 1\r\n\r\n", 400},
                    Vector{"chunk size junk", post + "Transfer-Encoding: chunked\r\n\r\nz\r\n", 400},
                    Vector{"chunk size negative", post + "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n", 400},
                    Vector{"chunk without CRLF", post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabcX0\r\n\r\n", 400},
                    Vector{"chunk size overflow", post + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n", 413},
                    Vector{"version 2", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 400}, Vector{"version 1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 400},
                    Vector{"no version", "GET /\r\n\r\n", 400}, Vector{"TLS hello", "\x16\x03\x01\x02"s, 400},
                    Vector{"complete, but cut short for the grammar", "GET /a H\r\n\r\n", 400},
                    Vector{"two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                    Vector{"long method", std::string(40, 'G') + " / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                    Vector{"dot segments", "GET /a/../b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                    Vector{"CONNECT", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                    Vector{"other expectation", post + "Expect: cake\r\nContent-Length: 3\r\n\r\nabc", 417}));

TEST(Reader, names_each_limit) {
  Options options;
  options.limits.target_bytes = 100;
  options.limits.header_bytes = 500;
  options.limits.body_bytes = 10;
  EXPECT_EQ(verdict("GET /" + std::string(99, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", options), 0);
  EXPECT_EQ(verdict("GET /" + std::string(100, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", options), 414);
  EXPECT_EQ(verdict("GET /" + std::string(300, 'a'), options), 414) << "without waiting for the end of the line";
  EXPECT_EQ(verdict(get + "X: " + std::string(600, 'a'), options), 431) << "without waiting for the end of the header";
  EXPECT_EQ(verdict(get + "X: " + std::string(600, 'a') + "\r\n\r\n", options), 431);
  EXPECT_EQ(verdict(post + "Content-Length: 10\r\n\r\n0123456789", options), 0);
  EXPECT_EQ(verdict(post + "Content-Length: 11\r\n\r\n", options), 413) << "before any of it is read";
  EXPECT_EQ(verdict(post + "Transfer-Encoding: chunked\r\n\r\n6\r\n012345\r\n5\r\n", options), 413);
  EXPECT_EQ(verdict(post + "Transfer-Encoding: chunked\r\n\r\n1;" + std::string(5000, 'x'), options), 400) << "endless chunk line";
  EXPECT_EQ(verdict(post + "Transfer-Encoding: chunked\r\n\r\n0\r\nX: " + std::string(5000, 'x'), options), 400) << "endless trailer";
}

TEST(Reader, bounds_the_number_of_fields) {
  std::string many = get;
  for (int i = 0; i < 120; ++i) many += "X: 1\r\n";
  EXPECT_EQ(verdict(many + "\r\n"), 431);
}

TEST(Reader, asks_the_route_for_its_body_limit) {
  Options options;
  options.body_limit = [](Method method, std::string_view path) { return method == Method::put && path == "/bilde/æ" ? std::size_t{100} : 1; };
  const std::string body(50, 'x');
  EXPECT_EQ(verdict("PUT /bilde/%C3%A6 HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\n" + body, options), 0);
  EXPECT_EQ(verdict("PUT /annet HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\n" + body, options), 413);
}

TEST(Reader, gives_the_same_request_byte_by_byte) {
  const std::string bytes = "POST /a?b=c HTTP/1.1\r\nHost: A:1\r\nX-One: 1\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n2;x=y\r\nef\r\n0\r\nHost: evil\r\nX-Two: 2\r\n\r\nNEXT";
  const Options options;
  RequestReader reader(options);
  std::string held;
  std::size_t used = 0;
  for (char c : bytes) {
    held += c;
    const auto n = reader.put(held);
    held.erase(0, n);
    used += n;
    if (reader.state() == State::done) break;
  }
  ASSERT_EQ(reader.state(), State::done);
  EXPECT_EQ(bytes.substr(used), "NEXT");
  const Request& request = *reader.request();
  EXPECT_EQ(request.method, Method::post);
  EXPECT_EQ(request.path, "/a");
  EXPECT_EQ(request.query["b"], "c");
  EXPECT_EQ(request.body, "abcdef");
  EXPECT_EQ(request.host, "a:1");
  EXPECT_EQ(request.headers.count("host"), 1u) << "a trailer is not a header";
  EXPECT_FALSE(request.headers.has("x-two"));
}

TEST(Reader, leaves_the_next_request_alone) {
  const Options options;
  RequestReader reader(options);
  const std::string first = post + "Content-Length: 2\r\n\r\nab";
  EXPECT_EQ(reader.put(first + get), first.size());
  EXPECT_EQ(reader.request()->body, "ab");
  EXPECT_TRUE(reader.keep_alive());
}

TEST(Reader, knows_who_wants_to_stay) {
  const auto stays = [](const std::string& bytes) {
    const Options options;
    RequestReader reader(options);
    reader.put(bytes);
    return reader.keep_alive();
  };
  EXPECT_TRUE(stays(get + "\r\n"));
  EXPECT_FALSE(stays(get + "Connection: close\r\n\r\n"));
  EXPECT_FALSE(stays("GET / HTTP/1.0\r\nHost: a\r\n\r\n"));
}

TEST(Reader, wants_continue_only_before_the_body) {
  const Options options;
  const std::string head = post + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n";
  RequestReader waiting(options), sending(options), old(options);
  waiting.put(head);
  EXPECT_TRUE(waiting.wants_continue());
  sending.put(head + "a");
  EXPECT_FALSE(sending.wants_continue());
  old.put("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
  EXPECT_FALSE(old.wants_continue());
}

TEST(Reader, the_absolute_form_decides_the_host) {
  const Options options;
  RequestReader reader(options);
  reader.put("GET http://Right.example/x HTTP/1.1\r\nHost: wrong.example\r\n\r\n");
  ASSERT_EQ(reader.state(), State::done);
  EXPECT_EQ(reader.request()->host, "right.example");
  EXPECT_EQ(reader.request()->path, "/x");
}

}  // namespace
}  // namespace knippe::http
