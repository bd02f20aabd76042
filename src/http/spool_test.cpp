#include "http/spool.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "http/response.h"
#include "http/running_server.h"

namespace knippe::http {
namespace {

namespace fs = std::filesystem;

class SpoolTest : public testing::Test {
 protected:
  SpoolTest() {
    std::string name = (fs::temp_directory_path() / "knippe-spool-XXXXXX").string();
    folder = ::mkdtemp(name.data());
  }
  ~SpoolTest() override { fs::remove_all(folder); }

  /// Numbered lines of 64 bytes, so that a piece in a wrong place shows.
  static std::string lines(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
      std::string line = std::to_string(i);
      out += line.append(63 - line.size(), '.') + '\n';
    }
    return out;
  }
  static Response answer_of(Spool& spool) {
    auto content = spool.close();
    Response response;
    response.content_type = "text/plain";
    if (!content) return error_status(503);
    response.body = std::move(content->held);
    response.spooled = std::move(content->spooled);
    return response;
  }
  std::string folder;
};

TEST_F(SpoolTest, holds_what_is_short_and_touches_no_disk) {
  Spool spool(folder + "/not there");
  spool.put("short");
  const auto content = spool.close();
  ASSERT_TRUE(content);
  EXPECT_EQ(content->held, "short");
  EXPECT_FALSE(content->spooled);
}

TEST_F(SpoolTest, leaves_no_name_in_the_folder) {
  Spool spool(folder);
  spool.put(lines(40'000));
  const auto content = spool.close();
  ASSERT_TRUE(content && content->spooled);
  EXPECT_EQ(content->spooled->size(), 64u * 40'000);
  EXPECT_TRUE(fs::is_empty(folder));
}

TEST_F(SpoolTest, says_when_it_cannot_be_written) {
  Spool spool(folder + "/not there");
  spool.put(lines(40'000));
  EXPECT_EQ(spool.close().error().kind, ErrorKind::internal);
}

TEST_F(SpoolTest, is_sent_whole_and_the_connection_goes_on) {
  const std::string whole = lines(100'000);
  RunningServer server([&](const Request&) {
    Spool spool(folder);
    for (std::size_t at = 0; at < whole.size(); at += 1000) spool.put(std::string_view(whole).substr(at, 1000));
    return answer_of(spool);
  });
  auto client = server.client();
  for (int round = 0; round < 3; ++round) {
    const auto reply = client.get("/", {{"Accept-Encoding", "gzip"}});
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->body == whole, true) << "round " << round << ", " << reply->body.size() << " bytes";
  }
  EXPECT_EQ(server->counters().connections, 1u);
}

TEST_F(SpoolTest, a_head_request_gets_its_length_only) {
  RunningServer server([&](const Request&) {
    Spool spool(folder);
    spool.put(lines(40'000));
    return answer_of(spool);
  });
  auto client = server.client();
  ASSERT_TRUE(client.send_raw("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n"));
  const auto reply = client.read_reply(true);
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->headers.find("Content-Length"), "2560000");
}

TEST_F(SpoolTest, a_library_may_write_it_by_its_path) {
  Spool spool(folder);
  FILE* file = std::fopen(spool.path().c_str(), "wb");
  ASSERT_TRUE(file);
  std::fputs("from a library", file);
  std::fclose(file);
  const auto content = spool.close();
  ASSERT_TRUE(content && content->spooled);
  EXPECT_EQ(content->spooled->size(), 14u);
}

}  // namespace
}  // namespace knippe::http
