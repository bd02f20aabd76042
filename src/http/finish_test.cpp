#include "http/finish.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include "http/proxy.h"

namespace knippe::http {
namespace {

std::string gunzip(std::string_view bytes) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  std::string out(1 << 20, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

bool has(const Wire& wire, std::string_view line) { return wire.head.find(line) != std::string::npos; }
std::string body_of(const Wire& wire) {
  return wire.head.substr(wire.head.find("\r\n\r\n") + 4) + (wire.shared_body ? *wire.shared_body : "");
}

Request asking(Method method, Headers headers = {}) {
  Request request;
  request.method = method;
  request.headers = std::move(headers);
  return request;
}

TEST(Finish, adds_the_security_headers_unless_the_handler_did) {
  const auto request = asking(Method::get);
  const auto plain = finish(html(200, "x"), &request, true, {});
  EXPECT_TRUE(has(plain, "\r\nContent-Security-Policy: default-src 'none'; script-src 'self';"));
  EXPECT_TRUE(has(plain, "\r\nReferrer-Policy: no-referrer\r\n"));
  EXPECT_TRUE(has(plain, "\r\nX-Content-Type-Options: nosniff\r\n"));
  EXPECT_TRUE(has(plain, "\r\nCache-Control: no-store\r\n"));
  EXPECT_FALSE(has(plain, "Strict-Transport-Security"));
  EXPECT_FALSE(has(plain, "Cross-Origin-Opener-Policy"));
  const auto own = finish(html(200, "x").with("cache-control", "max-age=60").with("content-security-policy", "sandbox"), &request, true, {});
  EXPECT_FALSE(has(own, "no-store"));
  EXPECT_FALSE(has(own, "default-src"));
}

TEST(Finish, speaks_of_https_only_behind_it) {
  Options options;
  options.public_https = true;
  auto request = asking(Method::get);
  request.https = true;
  const auto wire = finish(html(200, "x"), &request, true, options);
  EXPECT_TRUE(has(wire, "Strict-Transport-Security: max-age=31536000"));
  EXPECT_TRUE(has(wire, "Cross-Origin-Opener-Policy: same-origin"));
}

TEST(Finish, no_value_can_start_a_header) {
  const auto request = asking(Method::get);
  const auto wire = finish(redirect_303("/x\r\nSet-Cookie: a=b\r\n\r\n<script>"), &request, true, {});
  EXPECT_FALSE(has(wire, "\r\nSet-Cookie"));
  EXPECT_EQ(body_of(wire), "");
}

TEST(Finish, head_has_the_length_but_not_the_body) {
  const auto request = asking(Method::head);
  const auto wire = finish(html(200, "12345"), &request, true, {});
  EXPECT_TRUE(has(wire, "Content-Length: 5\r\n"));
  EXPECT_EQ(body_of(wire), "");
}

TEST(Finish, a_known_tag_makes_304) {
  const std::string tag = etag_of("page");
  const auto page = [&] { return html(200, "page").with("ETag", tag).with("Cache-Control", "no-cache"); };
  for (const std::string& known : {tag, "\"x\", " + tag, tag.substr(2), std::string("*")}) {
    const auto request = asking(Method::get, {{"If-None-Match", known}});
    const auto wire = finish(page(), &request, true, {});
    EXPECT_EQ(wire.status, 304) << known;
    EXPECT_EQ(body_of(wire), "");
    EXPECT_FALSE(has(wire, "Content-Length"));
    EXPECT_TRUE(has(wire, "ETag: " + tag));
  }
  const auto other = asking(Method::get, {{"If-None-Match", "\"other\""}});
  EXPECT_EQ(finish(page(), &other, true, {}).status, 200);
  const auto post = asking(Method::post, {{"If-None-Match", tag}});
  EXPECT_EQ(finish(page(), &post, true, {}).status, 200);
}

TEST(Finish, compresses_long_text_for_those_who_take_it) {
  const std::string page(5000, 'x');
  const auto request = asking(Method::get, {{"Accept-Encoding", "br, gzip;q=0.8"}});
  const auto wire = finish(html(200, page).with("ETag", "\"strong\""), &request, true, {});
  EXPECT_TRUE(has(wire, "Content-Encoding: gzip\r\n"));
  EXPECT_TRUE(has(wire, "Vary: Accept-Encoding\r\n"));
  EXPECT_TRUE(has(wire, "ETag: W/\"strong\"\r\n"));
  EXPECT_EQ(gunzip(body_of(wire)), page);
  EXPECT_TRUE(has(wire, "Content-Length: " + std::to_string(body_of(wire).size())));
}

TEST(Finish, leaves_the_rest_uncompressed) {
  const std::string page(5000, 'x');
  const auto takes = asking(Method::get, {{"Accept-Encoding", "gzip"}}), refuses = asking(Method::get, {{"Accept-Encoding", "gzip;q=0, br"}});
  EXPECT_FALSE(has(finish(html(200, page), &refuses, true, {}), "Content-Encoding"));
  EXPECT_FALSE(has(finish(html(200, "short"), &takes, true, {}), "Content-Encoding"));
  Response image;
  image.content_type = "image/png";
  image.body = page;
  EXPECT_FALSE(has(finish(std::move(image), &takes, true, {}), "Content-Encoding"));
  auto ready = html(200, page).with("Content-Encoding", "br");
  EXPECT_EQ(body_of(finish(std::move(ready), &takes, true, {})), page);
}

TEST(Finish, a_shared_body_is_not_copied) {
  const auto request = asking(Method::get);
  Response asset;
  asset.content_type = "font/woff2";
  asset.shared_body = std::make_shared<const std::string>(5000, 'x');
  const auto* bytes = asset.shared_body.get();
  const auto wire = finish(std::move(asset), &request, true, {});
  EXPECT_EQ(wire.shared_body.get(), bytes);
  EXPECT_TRUE(has(wire, "Content-Length: 5000"));
}

TEST(Finish, writes_the_date_it_is_given) {
  EXPECT_EQ(http_date({784'111'777'000}), "Sun, 06 Nov 1994 08:49:37 GMT");
  const ManualClock clock({784'111'777'000});
  Options options;
  options.clock = &clock;
  EXPECT_TRUE(has(finish(html(200, ""), nullptr, true, options), "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"));
}

Request forwarded(Headers headers, const char* peer, const Options& options) {
  Request request;
  request.host = "direct";
  request.headers = std::move(headers);
  place_visitor(request, *Address::parse(peer), options);
  return request;
}

TEST(Proxy, is_believed_only_when_trusted) {
  Options options;
  const Headers lies{{"X-Forwarded-For", "198.51.100.9"}, {"X-Forwarded-Proto", "https"}, {"X-Forwarded-Host", "evil.example"}};
  const auto stranger = forwarded(lies, "203.0.113.5", options);
  EXPECT_EQ(stranger.client.text(), "203.0.113.5");
  EXPECT_FALSE(stranger.https);
  EXPECT_EQ(stranger.host, "direct");
  options.trusted_proxies = {*Network::parse("203.0.113.0/24")};
  const auto proxied = forwarded(lies, "203.0.113.5", options);
  EXPECT_EQ(proxied.client.text(), "198.51.100.9");
  EXPECT_TRUE(proxied.https);
  EXPECT_EQ(proxied.host, "evil.example");
}

TEST(Proxy, the_chain_is_read_from_our_end) {
  Options options;
  options.trusted_proxies = {*Network::parse("10.0.0.0/8")};
  EXPECT_EQ(forwarded({{"X-Forwarded-For", "1.1.1.1, 198.51.100.9, 10.0.0.2"}}, "10.0.0.1", options).client.text(), "198.51.100.9");
  EXPECT_EQ(forwarded({{"X-Forwarded-For", "1.1.1.1"}, {"X-Forwarded-For", "198.51.100.9"}}, "10.0.0.1", options).client.text(), "198.51.100.9");
  EXPECT_EQ(forwarded({{"X-Forwarded-For", "1.1.1.1, junk"}}, "10.0.0.1", options).client.text(), "10.0.0.1");
  EXPECT_EQ(forwarded({}, "10.0.0.1", options).client.text(), "10.0.0.1");
}

TEST(Stream, events_survive_line_breaks) {
  EXPECT_EQ(sse_event("a\nb", "7", "ny"), "id: 7\nevent: ny\ndata: a\ndata: b\n\n");
  EXPECT_EQ(sse_event("x\r\ny"), "data: x\ndata: y\n\n");
  EXPECT_EQ(sse_event("x", "1\ndata: smuggled"), "id: 1data: smuggled\ndata: x\n\n");
}

}  // namespace
}  // namespace knippe::http
