// Addresses, fields, targets, forms, cookies, multipart: everything that is pure.

#include <gtest/gtest.h>

#include "http/cookie.h"
#include "http/form.h"
#include "http/multipart.h"
#include "http/request.h"

namespace knippe::http {
namespace {

using namespace std::string_literals;

std::string key_of(const auto& result) { return result ? "ok" : result.error().message_key; }

TEST(Address, is_shortened_for_logs) {
  EXPECT_EQ(Address::parse("192.0.2.77")->shortened(), "192.0.2.0/24");
  EXPECT_EQ(Address::parse("[2001:db8:1:2:3::4]:443")->shortened(), "2001:db8:1::/48");
  EXPECT_EQ(Address::parse("192.0.2.77:5000")->text(), "192.0.2.77");
  EXPECT_FALSE(Address::parse("192.0.2"));
  EXPECT_FALSE(Address::parse("unknown"));
}

TEST(Address, one_v6_network_is_one_neighbourhood) {
  EXPECT_EQ(Address::parse("2001:db8::1")->neighbourhood(), Address::parse("2001:db8::ffff:2")->neighbourhood());
  EXPECT_NE(Address::parse("192.0.2.1")->neighbourhood(), Address::parse("192.0.2.2")->neighbourhood());
}

TEST(Network, contains_what_its_prefix_says) {
  const auto ten = *Network::parse("10.0.0.0/8");
  EXPECT_TRUE(ten.contains(*Address::parse("10.255.0.1")));
  EXPECT_TRUE(ten.contains(*Address::parse("::ffff:10.1.2.3")));
  EXPECT_FALSE(ten.contains(*Address::parse("11.0.0.1")));
  EXPECT_TRUE(Network::parse("fd00::/8")->contains(*Address::parse("fd12::1")));
  EXPECT_FALSE(Network::parse("fd00::/8")->contains(*Address::parse("fe80::1")));
  EXPECT_TRUE(Network::parse("0.0.0.0/0")->contains(*Address::parse("8.8.8.8")));
  EXPECT_FALSE(Network::parse("0.0.0.0/0")->contains(*Address::parse("2001:db8::1")));
  EXPECT_TRUE(Network::parse("127.0.0.1")->contains(*Address::parse("127.0.0.1")));
  for (const char* bad : {"10.0.0.0/33", "10.0.0.0/", "::/129", "net/8", ""}) EXPECT_FALSE(Network::parse(bad)) << bad;
}

TEST(Headers, compare_without_case_and_replace) {
  Headers headers{{"Accept", "a"}, {"accept", "b"}};
  EXPECT_EQ(headers["ACCEPT"], "a");
  EXPECT_EQ(headers.joined("accept"), "a, b");
  headers.set("aCCept", "c");
  EXPECT_EQ(headers.count("accept"), 1u);
}

TEST(Form, decodes_in_order) {
  const auto form = parse_form("navn=Bord+1&medlemmer=%C3%85se%0D%0AOla&navn=to&tom=&bare");
  ASSERT_TRUE(form);
  EXPECT_EQ((*form)["navn"], "Bord 1");
  EXPECT_EQ((*form)["medlemmer"], "Åse\r\nOla");
  EXPECT_EQ(form->all("navn").size(), 2u);
  EXPECT_TRUE(form->has("bare"));
  EXPECT_EQ(form->size(), 5u);
}

TEST(Form, refuses_what_is_not_text) {
  EXPECT_EQ(key_of(parse_form("a=%")), "form.malformed");
  EXPECT_EQ(key_of(parse_form("a=%4")), "form.malformed");
  EXPECT_EQ(key_of(parse_form("a=%zz")), "form.malformed");
  EXPECT_EQ(key_of(parse_form("a=%C3")), "form.not_utf8");
  EXPECT_EQ(key_of(parse_form("%ff=a")), "form.not_utf8");
  EXPECT_EQ(key_of(parse_form("a=%00")), "form.nul");
  EXPECT_EQ(key_of(parse_form("a=\0b"s)), "form.nul");
}

TEST(Form, has_a_bound_on_fields) {
  std::string text;
  for (std::size_t i = 0; i < form_fields_max; ++i) text += "a=1&";
  EXPECT_EQ(key_of(parse_form(text)), "ok");
  EXPECT_EQ(key_of(parse_form(text + "a=1")), "form.too_many");
}

TEST(Form, survives_the_round_trip) {
  const Form form{{"æ ø&å=", "1+1=2%"}, {"", "tom"}, {"linje\r\n", "{|}~\x7f\x01"}};
  EXPECT_EQ(parse_form(to_form(form)).value(), form);
}

struct TargetCase {
  const char* target;
  const char* path;  // null: refused
};

class Target : public testing::TestWithParam<TargetCase> {};

TEST_P(Target, is_decoded_or_refused) {
  Request request;
  const auto status = read_target(GetParam().target, request);
  ASSERT_EQ(status.has_value(), GetParam().path != nullptr) << GetParam().target;
  if (status) EXPECT_EQ(request.path, GetParam().path);
}

INSTANTIATE_TEST_SUITE_P(Cases, Target,
                         testing::Values(TargetCase{"/", "/"}, TargetCase{"/rom/7?x=1", "/rom/7"}, TargetCase{"/n%C3%B8kkel", "/nøkkel"},
                                         TargetCase{"/a+b", "/a+b"}, TargetCase{"/a//b", "/a//b"}, TargetCase{"/...", "/..."},
                                         TargetCase{"http://a.example", "/"}, TargetCase{"HTTP://a.example:80/x", "/x"},
                                         TargetCase{"http://a.example?q=1", "/"}, TargetCase{"/..", nullptr}, TargetCase{"/a/../b", nullptr},
                                         TargetCase{"/%2e%2E/b", nullptr}, TargetCase{"/./a", nullptr}, TargetCase{"/a%2Fb", nullptr},
                                         TargetCase{"/a%5cb", nullptr}, TargetCase{"/a\\b", nullptr}, TargetCase{"/%00", nullptr},
                                         TargetCase{"/%0d%0aX", nullptr}, TargetCase{"/%7f", nullptr}, TargetCase{"/%ff", nullptr},
                                         TargetCase{"/%", nullptr}, TargetCase{"/\xc3\xb8", nullptr}, TargetCase{"/a#b", nullptr},
                                         TargetCase{"/a b", nullptr}, TargetCase{"", nullptr}, TargetCase{"rom", nullptr},
                                         TargetCase{"*", nullptr}, TargetCase{"a.example:80", nullptr}, TargetCase{"ftp://a.example/", nullptr},
                                         TargetCase{"http://", nullptr}, TargetCase{"http:///x", nullptr}, TargetCase{"http://u@h/", nullptr},
                                         TargetCase{"/?a=%zz", nullptr}, TargetCase{"/?a=%ff", nullptr}));

TEST(Target, keeps_query_and_host_of_the_absolute_form) {
  Request request;
  ASSERT_TRUE(read_target("http://Kommune.Example:8080/rom?spraak=nn&x=%C3%A6", request));
  EXPECT_EQ(request.host, "kommune.example:8080");
  EXPECT_EQ(request.host_name(), "kommune.example");
  EXPECT_EQ(request.query["spraak"], "nn");
  EXPECT_EQ(request.query["x"], "æ");
  EXPECT_EQ(request.target, "/rom?spraak=nn&x=%C3%A6");
}

TEST(Host, is_a_name_or_an_address) {
  for (const char* good : {"a.example", "localhost:8080", "192.0.2.1", "[::1]:80", "a_b", "xn--nkkelknippe-ngb.no"}) EXPECT_TRUE(is_host(good)) << good;
  for (const char* bad : {"", "a b", "a/b", "u@h", ":80", "a:b", "a:99999", "[::1", "a?b", "a#b", "a%00b", "a\\b", "a,b:"})
    EXPECT_FALSE(is_host(bad)) << bad;
}

TEST(Cookie, is_written_with_its_guards) {
  EXPECT_EQ(set_cookie({.name = "okt", .value = "a_b-1", .max_age_s = 60}, false), "okt=a_b-1; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
  EXPECT_EQ(set_cookie({.name = "okt", .value = "x;y", .max_age_s = {}, .path = "/rom"}, true), "__Host-okt=x%3By; Path=/; HttpOnly; SameSite=Lax; Secure");
  EXPECT_EQ(forget_cookie("okt", false), "okt=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
}

TEST(Cookie, is_found_exactly) {
  EXPECT_EQ(find_cookie("a=1; ab=2;b=\"3\" ; c=%C3%A6", "a"), "1");
  EXPECT_EQ(find_cookie("a=1; ab=2;b=\"3\" ; c=%C3%A6", "b"), "3");
  EXPECT_EQ(find_cookie("a=1; ab=2;b=\"3\" ; c=%C3%A6", "c"), "æ");
  EXPECT_EQ(find_cookie("a=1; A=2", "A"), "2");
  EXPECT_EQ(find_cookie("a=first; a=second", "a"), "first");
  EXPECT_EQ(find_cookie("a=%zz; a=ok", "a"), "ok");
  EXPECT_EQ(find_cookie("a=%00", "a"), std::nullopt);
  EXPECT_EQ(find_cookie("a=%ff", "a"), std::nullopt);
  EXPECT_EQ(find_cookie("a", "a"), std::nullopt);
  EXPECT_EQ(find_cookie("x=1,a=2", "a"), std::nullopt);
}

TEST(Cookie, over_https_only_the_host_prefix_counts) {
  Request request;
  request.headers = {{"Cookie", "okt=forged"}, {"cookie", "__Host-okt=real"}};
  EXPECT_EQ(request.cookie("okt"), "forged");
  request.https = true;
  EXPECT_EQ(request.cookie("okt"), "real");
}

const std::string browser_type = "multipart/form-data; boundary=----WebKitFormBoundaryX";

std::string part(const std::string& header, const std::string& content) {
  return "------WebKitFormBoundaryX\r\n" + header + "\r\n\r\n" + content + "\r\n";
}
const std::string last = "------WebKitFormBoundaryX--\r\n";

TEST(Multipart, splits_what_a_browser_sends) {
  const auto body = part("Content-Disposition: form-data; name=\"navn\"", "Bord 1") +
                    part("Content-Disposition: form-data; name=\"bilde\"; filename=\"C:\\foto\\pla%22kat.jpg\"\r\nContent-Type: image/jpeg", "\xff\xd8\r\n--\r\n") +
                    part("content-disposition: form-data; name=\"tom\"", "") + last;
  const auto parts = split_multipart(browser_type, body);
  ASSERT_TRUE(parts) << parts.error().message_key;
  ASSERT_EQ(parts->size(), 3u);
  EXPECT_EQ((*parts)[0].content, "Bord 1");
  EXPECT_EQ((*parts)[0].content_type, "text/plain");
  EXPECT_FALSE((*parts)[0].file_name);
  EXPECT_EQ((*parts)[1].file_name, "pla\"kat.jpg");
  EXPECT_EQ((*parts)[1].content_type, "image/jpeg");
  EXPECT_EQ((*parts)[1].content, "\xff\xd8\r\n--\r\n");
  EXPECT_EQ((*parts)[2].content, "");
}

TEST(Multipart, what_we_join_we_split) {
  const std::string picture("\xff\xd8\r\n--\0x", 8);
  const std::string body = join_multipart("----edge", {{"tekst", "Lys under\r\nbrua – æ"}, {"tomt", ""}}, {"bilde", "bilde.jpg", "image/jpeg", picture});
  const auto parts = split_multipart("multipart/form-data; boundary=----edge", body);
  ASSERT_TRUE(parts);
  ASSERT_EQ(parts->size(), 3U);
  EXPECT_EQ((*parts)[0].name, "tekst");
  EXPECT_EQ((*parts)[0].content, "Lys under\r\nbrua – æ");
  EXPECT_EQ((*parts)[1].content, "");
  EXPECT_FALSE((*parts)[1].file_name);
  EXPECT_EQ((*parts)[2].name, "bilde");
  EXPECT_EQ((*parts)[2].file_name, "bilde.jpg");
  EXPECT_EQ((*parts)[2].content_type, "image/jpeg");
  EXPECT_EQ((*parts)[2].content, picture);
}

TEST(Multipart, refuses_what_is_broken) {
  const auto good = part("Content-Disposition: form-data; name=\"a\"", "1");
  EXPECT_EQ(key_of(split_multipart("multipart/form-data", good + last)), "multipart.boundary");
  EXPECT_EQ(key_of(split_multipart("multipart/mixed; boundary=x", good + last)), "multipart.boundary");
  EXPECT_EQ(key_of(split_multipart("multipart/form-data; boundary=" + std::string(71, 'x'), good)), "multipart.boundary");
  EXPECT_EQ(key_of(split_multipart(browser_type, "")), "multipart.malformed");
  EXPECT_EQ(key_of(split_multipart(browser_type, good)), "multipart.malformed");  // no end
  EXPECT_EQ(key_of(split_multipart(browser_type, "preamble\r\n" + good + last)), "multipart.malformed");
  EXPECT_EQ(key_of(split_multipart(browser_type, part("Content-Disposition: form-data", "1") + last)), "multipart.header");
  EXPECT_EQ(key_of(split_multipart(browser_type, part("Content-Disposition: attachment; name=\"a\"", "1") + last)), "multipart.header");
  EXPECT_EQ(key_of(split_multipart(browser_type, part("Content-Type: text/plain", "1") + last)), "multipart.header");
  EXPECT_EQ(key_of(split_multipart(browser_type, part("Content-Disposition: form-data; name=\"a\"; name=\"b\"", "1") + last)), "multipart.header");
  EXPECT_EQ(key_of(split_multipart(browser_type, part("Content-Disposition: form-data; name=\"a", "1") + last)), "multipart.header");
  EXPECT_EQ(key_of(split_multipart(browser_type, part("X: " + std::string(5000, 'x'), "1") + last)), "multipart.header");
  EXPECT_EQ(key_of(split_multipart(browser_type, part("Content-Disposition: form-data; name=\"\xff\"", "1") + last)), "multipart.not_utf8");
  std::string many;
  for (std::size_t i = 0; i < multipart_parts_max; ++i) many += good;
  EXPECT_EQ(key_of(split_multipart(browser_type, many + last)), "ok");
  EXPECT_EQ(key_of(split_multipart(browser_type, many + good + last)), "multipart.too_many");
}

}  // namespace
}  // namespace knippe::http
