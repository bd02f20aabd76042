// pack_assets OUT FILE... --style NAME SHEET...
// Gives each file a name with the hash of its content, joins the sheets into one style sheet whose url() point at those
// names, compresses what shrinks, and writes OUT/assets.cpp, which carries the bytes by .incbin.

#include <fmt/format.h>
#include <zlib.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/digest.h"
#include "base/encoding.h"

namespace fs = std::filesystem;

namespace {

struct Packed {
  std::string name, file_name, type, etag;
  fs::path plain, compressed;
};

[[noreturn]] void stop(const std::string& why) {
  std::cerr << "pack_assets: " << why << '\n';
  std::exit(1);
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) stop("cannot read " + path.string());
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// Leaves a file with the same content untouched.
void write(const fs::path& path, const std::string& bytes) {
  if (fs::exists(path) && read(path) == bytes) return;
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  if (!out.flush()) stop("cannot write " + path.string());
}

std::string content_type(const fs::path& name) {
  static const std::map<std::string, std::string> types = {
      {".css", "text/css; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"}, {".woff2", "font/woff2"},
      {".svg", "image/svg+xml"},           {".png", "image/png"},                     {".ico", "image/x-icon"}};
  const auto found = types.find(name.extension().string());
  if (found == types.end()) stop("no content type for " + name.string());
  return found->second;
}

/// gzip without name and time (RFC 1952), so that builds are repeatable.
std::string gzip(const std::string& bytes) {
  z_stream z{};
  if (deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK) stop("zlib");
  std::string out(deflateBound(&z, bytes.size()), '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  if (deflate(&z, Z_FINISH) != Z_STREAM_END) stop("zlib");
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

Packed pack(const fs::path& out, const std::string& name, const std::string& bytes) {
  const std::string hash = knippe::to_hex(knippe::sha256(bytes)).substr(0, 12);
  const fs::path path(name);
  Packed packed{name, path.stem().string() + "." + hash + path.extension().string(), content_type(path),
                "\"" + hash + "\"", {}, {}};
  packed.plain = out / packed.file_name;
  write(packed.plain, bytes);
  const std::string small = gzip(bytes);
  if (small.size() + 64 < bytes.size()) {
    packed.compressed = out / (packed.file_name + ".gz");
    write(packed.compressed, small);
  }
  return packed;
}

/// Comments go, except the first of a sheet (its licence or purpose); strings are left alone.
std::string without_comments(const std::string& css) {
  std::string out;
  char quote = 0;
  for (std::size_t i = 0; i < css.size(); ++i) {
    if (quote == 0 && css.compare(i, 2, "/*") == 0) {
      i = css.find("*/", i + 2);
      if (i == std::string::npos) stop("a comment has no end");
      ++i;
      continue;
    }
    if (quote != 0 && css[i] == '\\') out += css[i++];
    else if (quote != 0 && css[i] == quote) quote = 0;
    else if (quote == 0 && (css[i] == '"' || css[i] == '\'')) quote = css[i];
    out += css[i];
  }
  return out;
}

/// Local url(NAME) become url(NAME.HASH); data: stays; an unknown name stops the build.
std::string with_hashed_urls(const std::string& css, const std::vector<Packed>& known) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t found = css.find("url("); found != std::string::npos; found = css.find("url(", at)) {
    const std::size_t begin = found + 4, end = css.find(')', begin);
    const std::string target = css.substr(begin, end - begin);
    out.append(css, at, begin - at);
    at = begin;
    if (target.starts_with("data:") || target.starts_with("\"data:") || target.starts_with("'data:")) continue;
    const Packed* hit = nullptr;
    for (const Packed& packed : known)
      if (packed.name == target) hit = &packed;
    if (!hit) stop("a style sheet names url(" + target + "), which is not packed");
    out += hit->file_name;
    at = end;
  }
  return out.append(css, at);
}

std::string blob(const std::string& symbol, const fs::path& path) {
  return fmt::format("asm(\".section .rodata,\\\"a\\\",@progbits\\n.balign 16\\n.hidden {0}\\n.global {0}\\n{0}:\\n\"\n"
                     "    \".incbin \\\"{1}\\\"\\n.byte 0\\n.previous\\n\");\nextern \"C\" const char {0}[];\n",
                     symbol, path.string());
}

std::string source(const std::vector<Packed>& all) {
  std::string text = "// Generated by tools/pack_assets.cpp.\n#include \"views/assets.h\"\n\n";
  std::string table;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Packed& asset = all[i];
    const std::string plain = fmt::format("knippe_asset_{}", i), small = plain + "_gz";
    text += blob(plain, asset.plain);
    if (!asset.compressed.empty()) text += blob(small, asset.compressed);
    table += fmt::format("    {{\"{}\", \"/assets/{}\", \"{}\", {{{}, {}}}, {{{}, {}}}, R\"({})\"}},\n", asset.name, asset.file_name,
                         asset.type, plain, fs::file_size(asset.plain), asset.compressed.empty() ? "\"\"" : small,
                         asset.compressed.empty() ? 0 : fs::file_size(asset.compressed), asset.etag);
  }
  return text + "\nnamespace knippe::views {\nextern const Asset packed_assets[];\nextern const std::size_t packed_asset_count;\n"
                "const Asset packed_assets[] = {\n" + table + "};\n" +
         fmt::format("const std::size_t packed_asset_count = {};\n}}  // namespace knippe::views\n", all.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) stop("usage: pack_assets OUT FILE... --style NAME SHEET...");
  const fs::path out = argv[1];
  std::vector<Packed> all;
  int i = 2;
  for (; i < argc && std::string(argv[i]) != "--style"; ++i) all.push_back(pack(out, fs::path(argv[i]).filename(), read(argv[i])));
  if (i + 2 < argc) {
    const std::string name = argv[i + 1];
    std::string style;
    for (i += 2; i < argc; ++i) style += without_comments(read(argv[i])) + '\n';
    all.push_back(pack(out, name, with_hashed_urls(style, all)));
  }
  std::ofstream(out / "assets.cpp") << source(all);
}
