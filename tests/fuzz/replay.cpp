// Runs a fuzz target over files and folders: the ordinary test run's share of fuzzing.

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;
std::size_t replayed = 0;

void replay(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  // A mutation or two of our own, the same in every run.
  std::string halved = bytes.substr(0, bytes.size() / 2), flipped = bytes;
  if (!flipped.empty()) flipped[flipped.size() / 2] ^= 0x20;
  for (const std::string& other : {halved, flipped})
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(other.data()), other.size());
  ++replayed;
}

void replay_folder(const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) replay(entry.path());
}

}  // namespace

/// replay OWN-CORPUS [OTHER-CORPUS...]: the first must be there and hold something, the others may be absent.
int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    if (fs::is_directory(argv[i])) replay_folder(argv[i]);
    else std::printf("absent: %s\n", argv[i]);
    if (i == 1 && replayed == 0) return std::fprintf(stderr, "no corpus in %s\n", argv[i]), 1;
  }
  std::printf("%zu files replayed\n", replayed);
  return replayed > 0 ? 0 : 1;
}
