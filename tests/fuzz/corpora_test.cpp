// Corpora with known verdicts, from the folder beside the repository (its README names origins and licences). Where we are
// stricter than a corpus, the case is named here with the reason; everything else must agree.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "base/encoding.h"
#include "http/multipart.h"
#include "http/reader.h"

namespace knippe::http {
namespace {

namespace fs = std::filesystem;
using State = RequestReader::State;

const fs::path corpora = SECURITY_CORPORA;

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string replaced(const std::string& text, const char* pattern, const char* by) { return std::regex_replace(text, std::regex(pattern), by); }

#define SKIP_WITHOUT(folder) \
  if (!fs::is_directory(folder)) GTEST_SKIP() << "absent: " << (folder)

// ---- llhttp: fenced messages, each with the log of what its parser saw

struct Message {
  std::string title, bytes, log;
};

/// The notation of those files: real line ends mean CRLF, backslash escapes mean themselves.
std::string unescaped(std::string text) {
  if (text.ends_with('\n')) text.pop_back();
  text = replaced(replaced(replaced(text, "\\\\\n", ""), "\n", "\r\n"), "\\\\r", "\r");
  text = replaced(replaced(replaced(text, "\\\\n", "\n"), "\\\\t", "\t"), "\\\\f", "\f");
  for (std::smatch found; std::regex_search(text, found, std::regex("\\\\x([0-9a-fA-F]{2})"));)
    text.replace(static_cast<std::size_t>(found.position()), 4, 1, static_cast<char>(std::stoi(found[1], nullptr, 16)));
  return text;
}

/// Most samples leave out the Host that HTTP/1.1 demands; it is not what they are about.
std::string with_host(const std::string& bytes) {
  if (std::regex_search(bytes, std::regex("\nhost *:", std::regex::icase))) return bytes;
  return std::regex_replace(bytes, std::regex("([A-Z-]+ [^\r\n]* HTTP/1\\.[01]\r\n)"), "$1Host: a\r\n");
}

/// Blocks marked with plain type "request"; the lenient variants describe what llhttp can be talked into.
std::vector<Message> messages(const fs::path& file) {
  std::vector<Message> found;
  const std::string text = contents(file);
  const std::regex block("<!-- *meta=\\{\"type\": ?\"request\"[^}]*\\} *-->\n```\\w+\n([^]*?)\n```\n+```log\n([^]*?)\n```");
  for (std::sregex_iterator it(text.begin(), text.end(), block), end; it != end; ++it) {
    const std::string before = text.substr(0, static_cast<std::size_t>(it->position()));
    const auto heading = before.rfind("\n#");
    std::string title = before.substr(before.find(' ', heading) + 1);
    found.push_back({title.substr(0, title.find('\n')), with_host(unescaped((*it)[1].str() + "\n")), (*it)[2]});
  }
  return found;
}

/// How the whole connection goes: the first request that is not accepted, or `done` when all are.
State converse(std::string_view bytes, std::size_t* accepted) {
  const Options options;
  *accepted = 0;
  for (;;) {
    RequestReader reader(options);
    bytes.remove_prefix(reader.put(bytes));
    if (reader.state() != State::done) return *accepted > 0 && bytes.empty() ? State::done : reader.state();
    ++*accepted;
    if (!reader.keep_alive()) return State::done;
  }
}

/// Where llhttp says yes and we say no.
const std::map<std::string, std::string> stricter{
    {"CONNECT request", "not a proxy"}, {"CONNECT request with CAPS", "not a proxy"}, {"CONNECT with body", "not a proxy"},
    {"PRI request HTTP2", "no HTTP/2"}, {"SOURCE request with ICE", "no ICE"}, {"OPTIONS request with RTSP", "no RTSP"},
    {"ANNOUNCE request with RTSP", "no RTSP"}, {"No HTTP version", "no HTTP/0.9"}, {"Fragment in URI", "a fragment is never sent"},
    {"Underscore in hostname", "not a proxy"}, {"`host:port` and basic auth", "no user names in addresses"},
    {"M-SEARCH request", "* is for OPTIONS"}, {"curl GET", "Host: 0.0.0.0=5000"}, {"Firefox GET", "Host: 0.0.0.0=5000"}};

class Llhttp : public testing::Test {
 protected:
  void SetUp() override {
    SKIP_WITHOUT(corpora / "llhttp_md");
    for (const auto& entry : fs::directory_iterator(corpora / "llhttp_md"))
      if (entry.path().filename().string().starts_with("request_"))
        for (Message& message : messages(entry.path())) all.push_back(std::move(message));
    ASSERT_GT(all.size(), 40u) << "the notation of the corpus was not understood";
  }
  /// Errors of form; pauses for an upgrade (22, 23) and data after a close (5) are none.
  static bool is_error(const Message& message) {
    std::smatch code;
    if (!std::regex_search(message.log, code, std::regex("error code=([0-9]+)"))) return false;
    return std::set<int>{5, 22, 23}.count(std::stoi(code[1])) == 0;
  }
  std::vector<Message> all;
};

TEST_F(Llhttp, what_it_rejects_we_reject) {
  std::size_t rejected = 0, accepted = 0;
  for (const Message& message : all) {
    if (!is_error(message)) continue;
    ++rejected;
    EXPECT_EQ(converse(message.bytes, &accepted), State::refused) << message.title << "\n" << message.bytes;
  }
  EXPECT_GE(rejected, 5u);
}

TEST_F(Llhttp, what_it_accepts_we_accept_unless_named) {
  std::size_t accepted = 0;
  for (const Message& message : all) {
    if (is_error(message)) continue;
    const bool complete = message.log.find("message complete") != std::string::npos;
    const State state = converse(message.bytes, &accepted);
    if (stricter.contains(message.title)) EXPECT_EQ(state, State::refused) << message.title << ": no longer stricter?";
    else if (complete) EXPECT_GE(accepted, 1u) << message.title << "\n" << message.bytes;
    else EXPECT_NE(state, State::refused) << message.title << "\n" << message.bytes;
  }
}

// ---- python-multipart: a body, and in YAML the parts or the offset of the error

struct Expected {
  std::string boundary;
  bool is_error = false;
  std::vector<std::map<std::string, std::string>> parts;
};

std::string from_base64(std::string text) {
  for (char& c : text) c = c == '+' ? '-' : c == '/' ? '_' : c;
  while (text.ends_with('=')) text.pop_back();
  const auto bytes = from_base64url(text);
  EXPECT_TRUE(bytes) << text;
  return bytes ? std::string(reinterpret_cast<const char*>(bytes->data()), bytes->size()) : "";
}

Expected expectation(const fs::path& file) {
  Expected expected;
  std::string data;
  const auto flush = [&] {
    if (!data.empty()) expected.parts.back()["data"] = from_base64(std::exchange(data, {}));
  };
  std::ifstream in(file);
  bool in_data = false;
  for (std::string line; std::getline(in, line);) {
    std::smatch found;
    if (std::regex_match(line, found, std::regex("boundary: *(.*)"))) { expected.boundary = found[1]; continue; }
    if (std::regex_search(line, std::regex("^ *error:"))) { expected.is_error = true; continue; }
    if (std::regex_match(line, found, std::regex(" *(-)? *(name|type|file_name|content_type|data): *[\"']?(.*?)[\"']?"))) {
      if (found[1].matched) flush(), expected.parts.emplace_back();
      in_data = found[2] == "data";
      if (!in_data) expected.parts.back()[found[2]] = found[3];
    } else if (in_data) {
      data += replaced(line, " ", "");
    }
  }
  if (!expected.parts.empty()) flush();
  return expected;
}

const std::map<std::string, std::string> stricter_multipart{
    {"mixed_case_headers", "a transfer encoding: RFC 7578 retired it, no browser sends it"},
    {"mixed_plain_and_base64_encoding", "a transfer encoding"},
    {"quoted_printable_encoding", "a transfer encoding"},
    {"almost_match_boundary_without_CR", "a line that starts with the boundary is the boundary (RFC 2046, 5.1.1)"},
    {"almost_match_boundary_without_LF", "a line that starts with the boundary is the boundary"},
    {"single_field_with_leading_newlines", "nothing may stand before the first boundary"}};

TEST(PythonMultipart, verdicts_and_parts_agree_unless_named) {
  SKIP_WITHOUT(corpora / "multipart");
  std::size_t cases = 0;
  for (const auto& entry : fs::directory_iterator(corpora / "multipart")) {
    if (entry.path().extension() != ".http") continue;
    ++cases;
    const auto name = entry.path().stem().string();
    auto expected = expectation(fs::path(entry.path()).replace_extension(".yaml"));
    if (name == "single_field_blocks") expected.boundary = "boundary";  // what its body is written with, whatever its YAML says
    const std::string body = contents(entry.path());
    const auto parts = split_multipart("multipart/form-data; boundary=" + expected.boundary, body);
    if (expected.is_error || stricter_multipart.contains(name)) {
      EXPECT_FALSE(parts) << name;
      continue;
    }
    ASSERT_TRUE(parts) << name << " " << parts.error().message_key;
    ASSERT_EQ(parts->size(), expected.parts.size()) << name;
    for (std::size_t i = 0; i < parts->size(); ++i) {
      const Part& part = (*parts)[i];
      auto wanted = expected.parts[i];
      EXPECT_EQ(part.name, wanted["name"]) << name;
      EXPECT_EQ(part.content, wanted["data"]) << name;
      EXPECT_EQ(part.file_name.has_value(), wanted["type"] == "file") << name;
      if (part.file_name) EXPECT_EQ(*part.file_name, wanted["file_name"]) << name;
    }
  }
  EXPECT_GE(cases, 20u);
}

}  // namespace
}  // namespace knippe::http
