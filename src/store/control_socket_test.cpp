#include "store/control_socket.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <fstream>

#include "store/testing.h"

namespace knippe::store {
namespace {

using testing::key_of;
using testing::TemporaryFolder;

class ControlSocketTest : public ::testing::Test {
 protected:
  std::filesystem::path dir() const { return folder / "."; }
  std::filesystem::path socket() const { return folder / "knippe.sock"; }
  std::unique_ptr<ControlSocket> listen() {
    return ControlSocket::listen(socket(),
                                 [](std::string_view line) -> Result<std::string> {
                                   if (line == "ping") return "pong";
                                   if (line == "refuse")
                                     return fail(ErrorKind::not_found, "account.unknown", "kari\t@\nexample.no");
                                   return "heard: " + std::string(line);
                                 })
        .value();
  }
  TemporaryFolder folder;
};

TEST_F(ControlSocketTest, AnswersLineForLine) {
  const auto server = listen();
  EXPECT_EQ(ask(dir(), "ping"), "pong");
  EXPECT_EQ(ask(dir(), "user-reset åse@example.no"), "heard: user-reset åse@example.no");
  EXPECT_EQ(ask(dir(), "two\nlines"), "heard: two lines");
  EXPECT_EQ(ask(dir(), ""), "heard: ");
}

TEST_F(ControlSocketTest, ARefusalComesBackWhole) {
  const auto server = listen();
  const auto answer = ask(dir(), "refuse");
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error(), (Error{ErrorKind::not_found, "account.unknown", "kari @ example.no"}));
}

TEST_F(ControlSocketTest, IsTheOwnersOnlyAndVanishes) {
  auto server = listen();
  struct stat facts{};
  ASSERT_EQ(::stat(socket().c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777, 0600u);
  server.reset();
  EXPECT_FALSE(std::filesystem::exists(socket()));
  EXPECT_EQ(key_of(ask(dir(), "ping")), "control.no_server");
}

TEST_F(ControlSocketTest, ADeadSocketIsReplacedALiveOneIsNot) {
  const auto copy = folder / "left-behind";
  {
    const auto server = listen();
    std::filesystem::rename(socket(), copy);
  }
  std::filesystem::rename(copy, socket());
  EXPECT_EQ(key_of(ask(dir(), "ping")), "control.no_server");
  const auto server = listen();
  EXPECT_EQ(ask(dir(), "ping"), "pong");
  EXPECT_EQ(key_of(ControlSocket::listen(socket(), [](std::string_view) { return Result<std::string>(""); })),
            "control.in_use");
  EXPECT_EQ(ask(dir(), "ping"), "pong");
}

TEST_F(ControlSocketTest, APathLongerThanASocketAddressWorks) {
  const auto deep = folder / std::string(150, 'x').c_str();
  std::filesystem::create_directory(deep);
  const auto server =
      ControlSocket::listen(deep / "knippe.sock", [](std::string_view) { return Result<std::string>("deep"); });
  ASSERT_TRUE(server);
  EXPECT_EQ(ask(deep, "ping"), "deep");
}

TEST_F(ControlSocketTest, ACallerWhoHangsUpDoesNotStopTheOthers) {
  const auto server = listen();
  const int silent = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  socket().string().copy(address.sun_path, sizeof address.sun_path - 1);
  ASSERT_EQ(::connect(silent, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  ASSERT_EQ(::send(silent, "half", 4, 0), 4);
  ::close(silent);
  EXPECT_EQ(ask(dir(), "ping"), "pong");
}

}  // namespace
}  // namespace knippe::store
