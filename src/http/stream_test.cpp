#include "http/stream.h"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include "http/running_server.h"

namespace knippe::http {
namespace {

Shared shared(std::string text) { return std::make_shared<const std::string>(std::move(text)); }

/// Every path is a topic; a stream starts with "hello".
struct Hall {
  explicit Hall(Options options = {}) : server([this](const Request& request) { return open(request); }, std::move(options)) {}

  Response open(const Request& request) {
    return event_stream({.topic = request.path, .first = [] { return shared(sse_event("hello", "1")); }, .revoked = revoked});
  }
  Client listener(const char* topic) {
    auto client = server.client();
    const auto reply = client.open_stream(topic);
    EXPECT_TRUE(reply && reply->status == 200);
    EXPECT_EQ(reply->headers["content-type"], "text/event-stream");
    EXPECT_EQ(reply->headers["cache-control"], "no-store");
    EXPECT_EQ(reply->headers["x-accel-buffering"], "no");
    EXPECT_EQ(client.next_event(patience).value()->data, "hello");
    return client;
  }

  std::shared_ptr<std::atomic<bool>> revoked = std::make_shared<std::atomic<bool>>(false);
  RunningServer server;
};

std::string next(Client& client) {
  const auto event = client.next_event(patience);
  return event && *event ? (*event)->data : "nothing";
}

TEST(Streams, reach_everyone_on_the_topic_in_order) {
  Hall hall;
  std::vector<Client> listeners;
  for (int i = 0; i < 200; ++i) listeners.push_back(hall.listener("/rom"));
  auto elsewhere = hall.listener("/annet");
  EXPECT_EQ(hall.server->streams().subscriber_count("/rom"), 200u);
  EXPECT_EQ(hall.server->streams().topics("/r"), std::vector<std::string>{"/rom"});
  EXPECT_EQ(hall.server->counters().streams, 201u);
  for (int i = 0; i < 20; ++i) hall.server->streams().publish("/rom", shared(sse_event(std::to_string(i))));
  hall.server->streams().publish("/annet", shared(sse_event("for you")));
  for (auto& listener : listeners)
    for (int i = 0; i < 20; ++i) ASSERT_EQ(next(listener), std::to_string(i));
  EXPECT_EQ(next(elsewhere), "for you");
}

TEST(Streams, miss_nothing_between_the_first_state_and_the_next) {
  std::atomic<int> state{0};
  RunningServer server([&](const Request&) {
    return event_stream({.topic = "t", .first = [&] { return shared(sse_event(std::to_string(state.load()))); }, .revoked = nullptr});
  });
  std::atomic<bool> over{false};
  std::thread publisher([&] {
    while (!over) server->streams().publish("t", shared(sse_event(std::to_string(++state))));
  });
  for (int i = 0; i < 50; ++i) {
    auto client = server.client();
    ASSERT_TRUE(client.open_stream("/"));
    const int first = std::stoi(next(client)), second = std::stoi(next(client));
    EXPECT_LE(second, first + 1) << "a state was skipped";
  }
  over = true;
  publisher.join();
}

TEST(Streams, end_when_revoked) {
  Hall hall;
  auto listener = hall.listener("/rom");
  *hall.revoked = true;
  hall.server->streams().publish("/rom", shared(sse_event("secret")));
  const auto event = listener.next_event(patience);
  ASSERT_FALSE(event);
  EXPECT_TRUE(eventually([&] { return hall.server->streams().subscriber_count("/rom") == 0; }));
  EXPECT_EQ(hall.server->counters().streams_cut, 1u);
}

TEST(Streams, notice_at_once_who_hangs_up) {
  Hall hall;
  auto stays = hall.listener("/rom");
  { auto leaves = hall.listener("/rom"); }
  EXPECT_TRUE(eventually([&] { return hall.server->streams().subscriber_count("/rom") == 1; }));
  EXPECT_EQ(hall.server->counters().connections, 1u);
  stays.close();
  EXPECT_TRUE(eventually([&] { return hall.server->streams().topics().empty(); }));
}

TEST(Streams, cut_one_who_does_not_keep_up_and_only_that_one) {
  Options options;
  options.limits.stream_queue = 4;
  Hall hall(options);
  auto slow = hall.listener("/rom"), quick = hall.listener("/rom");
  const auto large = shared(sse_event(std::string(1 << 20, 'x')));
  for (int i = 0; i < 40 && hall.server->counters().streams_cut == 0; ++i) {
    hall.server->streams().publish("/rom", large);
    ASSERT_EQ(next(quick).size(), 1u << 20);
  }
  EXPECT_TRUE(eventually([&] { return hall.server->counters().streams_cut == 1; }));
  EXPECT_EQ(hall.server->streams().subscriber_count("/rom"), 1u);
}

TEST(Streams, are_kept_alive_by_heartbeats) {
  Options options;
  options.deadlines.heartbeat = Milliseconds(10);
  options.deadlines.sweep = Milliseconds(5);
  Hall hall(options);
  auto listener = hall.listener("/rom");
  const auto before = hall.server->counters().bytes_out.load();
  EXPECT_TRUE(eventually([&] { return hall.server->counters().bytes_out >= before + 9; }));
  *hall.revoked = true;
  EXPECT_FALSE(listener.next_event(patience)) << "a revoked stream ends at the next heartbeat";
}

TEST(Streams, end_when_the_server_stops) {
  Hall hall;
  auto listener = hall.listener("/rom");
  hall.server.stop();
  EXPECT_FALSE(listener.next_event(patience));
  EXPECT_EQ(hall.server->streams().total(), 0u);
}

TEST(Streams, answer_head_without_a_stream) {
  Hall hall;
  auto client = hall.server.client();
  const auto reply = client.send("HEAD", "/rom", {}, {});
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 200);
  EXPECT_EQ(hall.server->streams().total(), 0u);
}

TEST(Streams, publishing_to_nobody_is_nothing) {
  Streams streams;
  streams.publish("empty", shared("x"));
  EXPECT_EQ(streams.total(), 0u);
}

}  // namespace
}  // namespace knippe::http
