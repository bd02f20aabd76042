#include "http/server.h"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include <latch>
#include <mutex>
#include <set>

#include "http/running_server.h"

namespace knippe::http {
namespace {

Response echo(const Request& request) {
  return text(200, std::string(request.method_name) + " " + request.path + " " + std::string(request.query["q"]) + " " + request.body);
}

const std::string get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

TEST(Server, answers_and_keeps_the_connection) {
  RunningServer server(echo);
  auto client = server.client();
  for (int i = 0; i < 3; ++i) {
    const auto reply = client.get("/n%C3%B8kkel?q=" + std::to_string(i));
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->status, 200);
    EXPECT_EQ(reply->body, "GET /nøkkel " + std::to_string(i) + " ");
  }
  EXPECT_EQ(server->counters().connections, 1u);
  EXPECT_EQ(client.post("/x", {{"a", "b c"}})->body, "POST /x  a=b%20c");
  EXPECT_EQ(client.send("HEAD", "/x", {}, {})->headers["content-length"], "9");
  EXPECT_EQ(client.send("DELETE", "/x", {}, {})->body, "DELETE /x  ");
}

TEST(Server, answers_pipelined_requests_in_order) {
  RunningServer server(echo);
  auto client = server.client();
  std::string many;
  for (int i = 0; i < 500; ++i)
    many += i % 10 == 9 ? "POST /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab"
                        : "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
  ASSERT_TRUE(client.send_raw(many));
  for (int i = 0; i < 500; ++i) {
    const auto reply = client.read_reply();
    ASSERT_TRUE(reply) << i;
    EXPECT_EQ(reply->body, i % 10 == 9 ? "POST /" + std::to_string(i) + "  ab" : "GET /" + std::to_string(i) + "  ");
  }
}

TEST(Server, refuses_with_a_page_and_closes) {
  Options options;
  options.error_page = [](int status, const Request* request) {
    return html(200, "page " + std::to_string(status) + " " + (request ? std::string(request->header("accept-language")) : "?"));
  };
  RunningServer server(echo, options);
  const auto refused = [&](const std::string& bytes) {
    auto client = server.client();
    EXPECT_TRUE(client.send_raw(bytes));
    const auto reply = client.read_reply();
    EXPECT_TRUE(reply && reply->headers["connection"] == "close");
    return reply ? std::to_string(reply->status) + " " + reply->body : reply.error().detail;
  };
  EXPECT_EQ(refused("GET / HTTP/1.1\r\n\r\n"), "400 page 400 ");
  EXPECT_EQ(refused("\x16\x03\x01 nonsense"), "400 page 400 ?");
  EXPECT_EQ(refused("GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n"), "414 page 414 ?");
  EXPECT_EQ(refused("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(17000, 'a') + "\r\n\r\n"), "431 page 431 ?");
  EXPECT_EQ(refused("POST / HTTP/1.1\r\nHost: a\r\nAccept-Language: nn\r\nContent-Length: 70000\r\n\r\n"), "413 page 413 nn");
  EXPECT_EQ(refused("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n"), "400 page 400 ?");
}

TEST(Server, a_client_in_the_middle_of_an_upload_sees_its_413) {
  RunningServer server(echo);
  auto client = server.client();
  const std::string body(8 << 20, 'x');
  const auto reply = client.send("POST", "/", {{"Content-Type", "text/plain"}}, body);
  ASSERT_TRUE(reply) << reply.error().detail;
  EXPECT_EQ(reply->status, 413);
  auto chunked = server.client();
  ASSERT_TRUE(chunked.send_raw("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"));
  bool sending = true;
  for (int i = 0; i < 64 && sending; ++i) sending = chunked.send_raw("10000\r\n" + std::string(0x10000, 'x') + "\r\n").has_value();
  const auto late = chunked.read_reply();
  ASSERT_TRUE(late) << late.error().detail;
  EXPECT_EQ(late->status, 413);
}

TEST(Server, a_slow_upload_that_is_too_large_is_listened_to_while_it_goes_on) {
  Options options;
  options.deadlines.linger = Milliseconds(100);
  options.deadlines.drain = Milliseconds(1'500);
  options.deadlines.sweep = Milliseconds(5);
  RunningServer server(echo, options);
  auto client = server.client();
  ASSERT_TRUE(client.send_raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n"));
  for (int i = 0; i < 8; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    ASSERT_TRUE(client.send_raw(std::string(1000, 'x'))) << i;
  }
  EXPECT_EQ(client.read_reply()->status, 413);
  auto endless = server.client();
  ASSERT_TRUE(endless.send_raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n"));
  const auto begun = std::chrono::steady_clock::now();
  while (endless.send_raw("x") && std::chrono::steady_clock::now() - begun < std::chrono::seconds(10)) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(5)) << "not for ever";
}

TEST(Server, invites_the_body_when_asked) {
  RunningServer server(echo);
  auto client = server.client();
  ASSERT_TRUE(client.send_raw("POST /x HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n"));
  ASSERT_FALSE(client.closed_within(Milliseconds(50)));  // also reads the interim answer
  ASSERT_TRUE(client.send_raw("abc"));
  EXPECT_EQ(client.read_reply()->body, "POST /x  abc");
  ASSERT_TRUE(client.send_raw("POST /x HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 70000\r\n\r\n"));
  EXPECT_EQ(client.read_reply()->status, 413);
}

TEST(Server, cuts_the_slow) {
  Options options;
  options.deadlines = {.header = Milliseconds(60), .body = Milliseconds(60), .idle = Milliseconds(60), .sweep = Milliseconds(5)};
  RunningServer server(echo, options);
  auto header = server.client(), body = server.client(), idle = server.client();
  ASSERT_TRUE(header.send_raw("GET / HTTP/1.1\r\nHo"));
  EXPECT_EQ(header.read_reply()->status, 408);
  ASSERT_TRUE(body.send_raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na"));
  EXPECT_EQ(body.read_reply()->status, 408);
  ASSERT_TRUE(idle.send_raw(get));
  EXPECT_EQ(idle.read_reply()->status, 200);
  EXPECT_TRUE(idle.closed_within(patience));
  EXPECT_TRUE(eventually([&] { return server->counters().connections == 0; }));
}

TEST(Server, cuts_one_who_does_not_read) {
  Options options;
  options.deadlines.write = Milliseconds(60);
  options.deadlines.slowest = 1'000'000'000;
  options.deadlines.sweep = Milliseconds(5);
  const auto large = std::make_shared<const std::string>(3'000'000, 'x');
  RunningServer server([&](const Request&) {
    Response response;
    response.shared_body = large;
    return response;
  }, options);
  auto client = server.client();
  std::string many;
  for (int i = 0; i < 20; ++i) many += get;
  ASSERT_TRUE(client.send_raw(many));
  EXPECT_TRUE(eventually([&] { return server->counters().bytes_in > 0 && server->counters().connections == 0; }));
}

TEST(Server, catches_what_a_handler_throws) {
  std::string logged;
  std::mutex mutex;
  Options options;
  options.log = [&](std::string_view line) { const std::lock_guard lock(mutex); logged = line; };
  RunningServer server([](const Request&) -> Response { throw std::runtime_error("oops"); }, options);
  auto client = server.client();
  EXPECT_EQ(client.get("/")->status, 500);
  EXPECT_EQ(client.post("/", {})->status, 500);
  EXPECT_EQ(server->counters().exceptions, 2u);
  EXPECT_EQ(logged, "handler failed: oops");
}

TEST(Server, fills_an_empty_error_from_the_error_page) {
  Options options;
  options.error_page = [](int status, const Request*) { return html(status, "page"); };
  RunningServer server([](const Request& request) { return error_status(request.path == "/" ? 405 : 404).with("Allow", "POST"); }, options);
  auto client = server.client();
  const auto reply = client.get("/");
  EXPECT_EQ(reply->status, 405);
  EXPECT_EQ(reply->body, "page");
  EXPECT_EQ(reply->headers["allow"], "POST");
  EXPECT_EQ(client.get("/x")->status, 404);
}

TEST(Server, readers_pass_while_writers_wait) {
  Options options;
  options.threads = 1;
  options.limits.workers = 2;
  options.limits.worker_queue = 1;
  std::latch busy(2), release(1);
  RunningServer server([&](const Request& request) {
    if (request.method == Method::post) busy.count_down(), release.wait();
    return text(200, "ok");
  }, options);
  std::vector<Client> writers;
  for (int i = 0; i < 2; ++i) ASSERT_TRUE(writers.emplace_back(server.client()).send_raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"));
  busy.wait();
  auto reader = server.client();
  EXPECT_EQ(reader.get("/")->status, 200);
  // One more may wait in line; the others are told to come back.
  std::vector<Client> late;
  for (int i = 0; i < 5; ++i) ASSERT_TRUE(late.emplace_back(server.client()).send_raw("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"));
  EXPECT_TRUE(eventually([&] { return server->counters().by_class[5] == 4; }));
  release.count_down();
  for (auto& writer : writers) EXPECT_EQ(writer.read_reply()->status, 200);
  std::multiset<int> answers;
  for (auto& client : late) answers.insert(client.read_reply()->status);
  EXPECT_EQ(answers, (std::multiset<int>{200, 503, 503, 503, 503}));
}

TEST(Server, believes_a_trusted_proxy) {
  Options options;
  options.trusted_proxies = {*Network::parse("127.0.0.0/8")};
  RunningServer server([](const Request& request) { return text(200, request.client.text() + (request.https ? " https" : "")); }, options);
  auto client = server.client();
  EXPECT_EQ(client.get("/", {{"X-Forwarded-For", "198.51.100.7"}, {"X-Forwarded-Proto", "https"}})->body, "198.51.100.7 https");
  RunningServer wary([](const Request& request) { return text(200, request.client.text()); });
  EXPECT_EQ(wary.client().get("/", {{"X-Forwarded-For", "198.51.100.7"}})->body, "127.0.0.1");
}

TEST(Server, has_room_for_so_many_from_one_address) {
  Options options;
  options.limits.connections_per_address = 3;
  RunningServer server(echo, options);
  std::vector<Client> inside;
  for (int i = 0; i < 3; ++i) EXPECT_EQ(inside.emplace_back(server.client()).get("/")->status, 200);
  auto outside = server.client();
  EXPECT_EQ(outside.get("/")->status, 503);
  inside.pop_back();
  EXPECT_TRUE(eventually([&] { const auto reply = outside.get("/"); return reply && reply->status == 200; }));
}

TEST(Server, finishes_what_is_in_flight_when_told_to_stop) {
  std::latch started(1), release(1);
  RunningServer server([&](const Request& request) {
    if (request.method == Method::post) started.count_down(), release.wait();
    return text(200, "done");
  });
  auto idle = server.client(), writer = server.client();
  EXPECT_EQ(idle.get("/")->status, 200);
  ASSERT_TRUE(writer.send_raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"));
  started.wait();
  server->stop();
  EXPECT_TRUE(idle.closed_within(patience));
  release.count_down();
  EXPECT_EQ(writer.read_reply()->body, "done");
  EXPECT_TRUE(writer.closed_within(patience));
  writer.close();
  server.stop();
  EXPECT_FALSE(server.client().get("/"));
}

TEST(Server, answers_what_was_sent_before_it_was_told_to_stop) {
  Options options;
  options.threads = 1;
  std::latch started(1), release(1);
  RunningServer server([&](const Request& request) {
    if (request.path == "/slow") started.count_down(), release.wait();
    return text(200, "done");
  }, options);
  auto slow = server.client(), known = server.client(), waiting_outside = server.client();
  EXPECT_EQ(known.get("/")->status, 200);
  ASSERT_TRUE(slow.send_raw("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"));
  started.wait();
  ASSERT_TRUE(known.send_raw(get));
  ASSERT_TRUE(waiting_outside.send_raw(get));
  server->stop();
  release.count_down();
  for (Client* client : {&slow, &known, &waiting_outside}) {
    const auto reply = client->read_reply();
    ASSERT_TRUE(reply) << reply.error().detail;
    EXPECT_EQ(reply->body, "done");
  }
}

TEST(Server, stops_within_its_bound_even_when_a_client_dawdles) {
  Options options;
  options.deadlines.stop = Milliseconds(30);
  options.deadlines.sweep = Milliseconds(5);
  RunningServer server(echo, options);
  auto client = server.client();
  ASSERT_TRUE(client.send_raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na"));
  EXPECT_TRUE(eventually([&] { return server->counters().bytes_in > 0; }));
  server.stop();
  EXPECT_TRUE(client.closed_within(patience));
}

TEST(Server, notices_that_its_port_is_taken) {
  RunningServer first(echo);
  Options options;
  options.listen = {{"127.0.0.1", first->ports()[0]}};
  Server second(options, echo);
  const auto status = second.listen();
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().message_key, "http.listen");
  options.listen = {{"no address", 0}};
  EXPECT_FALSE(Server(options, echo).listen());
}

TEST(Server, writes_an_access_log_without_secrets) {
  std::mutex mutex;
  std::vector<AccessLine> lines;
  Options options;
  options.access_log = [&](const AccessLine& line) { const std::lock_guard lock(mutex); lines.push_back(line); lines.back().method = {}; };
  options.redact = [](std::string_view path) { return path.starts_with("/g/") ? std::string("/g/*") : std::string(path); };
  RunningServer server(echo, options);
  EXPECT_EQ(server.client().get("/g/secret?token=secret")->status, 200);
  server.stop();
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].path, "/g/*");
  EXPECT_EQ(lines[0].client, "127.0.0.0/24");
  EXPECT_EQ(lines[0].status, 200);
  EXPECT_EQ(server->counters().by_class[2], 1u);
}

TEST(Server, an_answer_may_come_later_from_another_thread_and_holds_no_worker) {
  std::mutex mutex;
  std::vector<Resume> waiting;
  Options options;
  options.limits.workers = 1;
  options.may_wait = [](const Request& request) { return request.path == "/worker"; };
  RunningServer server([&](const Request&) {
    Response response;
    response.headers.set("X-First", "1");
    response.later = [&](Resume resume) {
      const std::lock_guard lock(mutex);
      waiting.push_back(std::move(resume));
    };
    return response;
  }, options);
  std::vector<Client> clients;
  for (int i = 0; i < 20; ++i) {
    clients.push_back(server.client());
    ASSERT_TRUE(clients.back().send_raw("POST /" + std::string(i % 2 ? "worker" : "loop") + " HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n" +
                                        "aPOST /next HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"));
  }
  for (int round = 0; round < 2; ++round) {
    ASSERT_TRUE(eventually([&] { const std::lock_guard lock(mutex); return waiting.size() == 20; })) << "all twenty are under way";
    std::vector<Resume> known;
    {
      const std::lock_guard lock(mutex);
      known.swap(waiting);
    }
    for (Resume& resume : known) resume([round] { return text(200, "round " + std::to_string(round)); });
    for (Client& client : clients) {
      const auto reply = client.read_reply();
      ASSERT_TRUE(reply);
      EXPECT_EQ(reply->body, "round " + std::to_string(round));
      EXPECT_EQ(reply->headers["x-first"], "1");
    }
  }
}

TEST(Server, a_later_answer_that_fails_is_a_500_and_one_nobody_waits_for_is_dropped) {
  std::mutex mutex;
  std::vector<Resume> waiting;
  Options options;
  options.may_wait = [](const Request&) { return false; };
  RunningServer server([&](const Request&) {
    Response response;
    response.later = [&](Resume resume) {
      const std::lock_guard lock(mutex);
      waiting.push_back(std::move(resume));
    };
    return response;
  }, options);
  auto client = server.client();
  ASSERT_TRUE(client.send_raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"));
  {
    auto impatient = server.client();
    ASSERT_TRUE(impatient.send_raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"));
    ASSERT_TRUE(eventually([&] { const std::lock_guard lock(mutex); return waiting.size() == 2; }));
  }
  for (Resume& resume : waiting) resume([]() -> Response { throw std::runtime_error("no"); });
  EXPECT_EQ(client.read_reply()->status, 500);
}

TEST(Server, a_delayed_answer_holds_up_nobody_else) {
  Options options;
  options.threads = 1;
  RunningServer server([](const Request& request) {
    Response response = text(200, request.path);
    if (request.path == "/slow") response.delay = Milliseconds(300);
    return response;
  }, options);
  auto slow = server.client(), quick = server.client();
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_TRUE(slow.send_raw("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"));
  EXPECT_EQ(quick.get("/quick")->body, "/quick");
  EXPECT_EQ(slow.read_reply()->body, "/slow");
  EXPECT_GE(std::chrono::steady_clock::now() - begin, Milliseconds(300));
}

}  // namespace
}  // namespace knippe::http
