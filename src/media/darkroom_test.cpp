// The child is this program itself. Uploads that begin like a JPEG and go on with a word make it misbehave behind its walls.

#include "media/darkroom.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <filesystem>
#include <thread>
#include <vector>

#include "media/answer.h"
#include "media/confine.h"
#include "media/samples_test.h"

namespace knippe::media {
namespace {

const std::string like_a_jpeg = "\xFF\xD8\xFF";
std::string word_of_upload() {
  char bytes[16] = {};
  const ssize_t count = ::pread(STDIN_FILENO, bytes, sizeof bytes - 1, 0);
  return count > 3 ? std::string(bytes + 3) : std::string();
}

/// What a decoder that has been taken over would try. Returning means that the walls let it.
void misbehave(const std::string& word) {
  if (word == "hang") for (volatile unsigned i = 0;; i = i + 1) {}
  if (word == "sleep") ::pause();
  if (word == "open") (void)::open("/etc/hostname", O_RDONLY);
  if (word == "create") (void)::open("/tmp/knippe-escaped", O_WRONLY | O_CREAT, 0600);
  if (word == "socket") (void)::socket(AF_INET, SOCK_STREAM, 0);
  if (word == "fork") (void)::fork();
  if (word == "exec") (void)::execl("/bin/true", "true", nullptr);
  if (word == "signal") (void)::kill(::getppid(), 0);
  if (word == "code") (void)::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

int misbehaving_child(const std::string& word) {
  if (!confine({.cpu = std::chrono::seconds(word == "hang" ? 1 : 10)})) return 1;
  try {
    if (word == "eat") std::vector<char>(std::size_t{3} << 30, 'x').back() = 'y';
    misbehave(word);
  } catch (const std::bad_alloc&) {
    return exit_code_of({ErrorKind::too_large, "photo.too_many_pixels", {}});
  }
  const std::string answer = write_answer({1, 1, "let through", "let through"});
  return ::write(STDOUT_FILENO, answer.data(), answer.size()) > 0 ? 0 : 1;
}

/// As the product's, but on a machine where everything else runs too: only the tests of time measure time.
DarkroomOptions patient() { return {.wall = std::chrono::minutes(5), .patience = std::chrono::minutes(5)}; }

std::string key_of(const auto& result) { return result ? "" : result.error().message_key; }

TEST(Darkroom, develops_a_photo_in_two_sizes) {
  const auto developed = Darkroom(patient()).develop(samples::jpeg(3000, 2000, 6));
  ASSERT_TRUE(developed) << key_of(developed);
  EXPECT_EQ(developed->width, 1600);
  EXPECT_EQ(developed->height, 2400);
  const auto thumbnail = decode(developed->thumbnail);
  ASSERT_TRUE(thumbnail);
  EXPECT_EQ(thumbnail->height, 480);
}

TEST(Darkroom, works_behind_its_walls_for_every_format) {
  for (const std::string& bytes : {samples::jpeg(640, 480), samples::png(640, 480), samples::webp(640, 480), samples::heic(640, 480)}) {
    const auto developed = Darkroom(patient()).develop(bytes);
    ASSERT_TRUE(developed) << static_cast<int>(format_of(bytes)) << " " << key_of(developed);
    EXPECT_TRUE(developed->display.starts_with("\xFF\xD8\xFF"));
  }
}

TEST(Darkroom, what_comes_out_holds_no_place_and_no_second_content) {
  const std::string polyglot = samples::jpeg(640, 480, 1) + "<script>alert(1)</script>%PDF-1.7 PK\x03\x04";
  for (const std::string& bytes : {polyglot, samples::heic(640, 480, true)}) {
    ASSERT_NE(bytes.find(samples::place), std::string::npos);
    const auto developed = Darkroom(patient()).develop(bytes);
    ASSERT_TRUE(developed) << key_of(developed);
    for (const std::string& out : {developed->display, developed->thumbnail})
      for (const std::string_view gone : {samples::place, std::string_view("Exif"), std::string_view("script"), std::string_view("%PDF"), std::string_view("PK\x03\x04")})
        EXPECT_EQ(out.find(gone), std::string::npos) << gone;
  }
}

TEST(Darkroom, says_what_was_wrong) {
  Darkroom darkroom(patient());
  EXPECT_EQ(key_of(darkroom.develop("GIF89a")), "photo.unknown_type");
  EXPECT_EQ(key_of(darkroom.develop(samples::png(64, 48).substr(0, 60))), "photo.broken");
  EXPECT_EQ(key_of(darkroom.develop(samples::png_of_claimed_size(60'000, 60'000))), "photo.too_many_pixels");
  EXPECT_EQ(key_of(darkroom.develop(std::string(upload_bytes_max + 1, 'x'))), "photo.too_large");
}

TEST(Darkroom, kills_a_child_that_hangs) {
  EXPECT_EQ(key_of(Darkroom({.wall = std::chrono::milliseconds(300)}).develop(like_a_jpeg + "hang")), "photo.too_slow");
  EXPECT_EQ(key_of(Darkroom().develop(like_a_jpeg + "hang")), "photo.too_slow");  // the limit on processor time, after a second
}

TEST(Darkroom, a_child_that_eats_memory_gets_none) {
  EXPECT_EQ(key_of(Darkroom().develop(like_a_jpeg + "eat")), is_sanitized ? "photo.broken" : "photo.too_many_pixels");
}

TEST(Darkroom, the_walls_hold) {
  for (const std::string word : {"open", "create", "socket", "fork", "exec", "signal", "code", "sleep"}) {
    const auto developed = Darkroom().develop(like_a_jpeg + word);
    EXPECT_EQ(key_of(developed), "photo.broken") << word << (developed ? ": " + developed->display : "");
  }
  EXPECT_FALSE(std::filesystem::exists("/tmp/knippe-escaped"));
  EXPECT_TRUE(Darkroom().develop(like_a_jpeg + "nothing"));  // the tests above fail when the walls let through
}

TEST(Darkroom, takes_turns) {
  DarkroomOptions one_place = patient();
  one_place.places = 1;
  Darkroom darkroom(one_place);
  const std::string bytes = samples::jpeg(640, 480);
  std::vector<std::thread> callers;
  std::atomic<int> developed{0};
  for (int i = 0; i < 6; ++i) callers.emplace_back([&] { developed += darkroom.develop(bytes).has_value(); });
  for (std::thread& caller : callers) caller.join();
  EXPECT_EQ(developed, 6);
}

TEST(Darkroom, a_program_that_cannot_start_is_an_error_of_ours) {
  EXPECT_EQ(key_of(Darkroom({.program = "/nowhere"}).develop(samples::jpeg(8, 8))), "photo.busy");
}

TEST(Answer, a_refusal_comes_through_an_exit_code) {
  for (const char* key : {"photo.unknown_type", "photo.broken", "photo.too_many_pixels", "photo.too_large", "photo.no_heic"})
    EXPECT_EQ(error_of(exit_code_of({ErrorKind::bad_input, key, {}})).message_key, key);
  EXPECT_EQ(error_of(exit_code_of({ErrorKind::unavailable, "photo.no_heic", {}})).kind, ErrorKind::unavailable);
}

TEST(Answer, is_not_believed_unchecked) {
  const std::string good = write_answer({2, 1, "aa", "b"});
  EXPECT_TRUE(read_answer(good));
  for (std::size_t size = 0; size < good.size(); ++size) EXPECT_FALSE(read_answer(good.substr(0, size)));
  EXPECT_FALSE(read_answer(good + "x"));
  EXPECT_FALSE(read_answer(write_answer({2401, 1, "aa", "b"})));
  EXPECT_FALSE(read_answer(write_answer({1, 1, "", "b"})));
}

}  // namespace
}  // namespace knippe::media

int main(int argc, char** argv) {
  using namespace knippe::media;
  if (argc == 2 && std::strcmp(argv[1], child_mode) == 0) {
    static const std::vector<std::string> words = {"hang", "sleep", "open", "create", "socket", "fork", "exec", "signal", "code", "eat", "nothing"};
    const std::string word = word_of_upload();
    return std::ranges::find(words, word) != words.end() ? misbehaving_child(word) : develop_photo_main();
  }
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
