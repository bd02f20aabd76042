#include "store/backup.h"

#include <algorithm>
#include <vector>

#include "base/encoding.h"
#include "base/text.h"
#include "store/connection.h"
#include "store/data_folder.h"
#include "store/erasures.h"
#include "store/whole_file.h"

namespace knippe::store {
namespace {

namespace fs = std::filesystem;

constexpr auto sums_name = "SHA256SUMS";
constexpr auto register_name = "erasures.txt";
constexpr std::string_view copied_folders[] = {"files", "keys"};

std::unexpected<Error> failed(const fs::path& path, const std::error_code& error) {
  return fail(ErrorKind::internal, "backup.failed", path.string() + ": " + error.message());
}

/// Makes the folder, or accepts an empty one; removes what came into it unless told that all went well.
class NewFolder {
 public:
  static Result<NewFolder> at(const fs::path& dir) {
    std::error_code error;
    const bool there = fs::exists(dir, error);
    if (there && !fs::is_empty(dir, error)) return refuse("backup.not_empty", dir.string());
    if (!there) fs::create_directories(dir, error);
    if (error) return failed(dir, error);
    fs::permissions(dir, fs::perms::owner_all, error);
    return NewFolder(dir, !there);
  }
  NewFolder(NewFolder&& other) noexcept : dir_(std::exchange(other.dir_, {})), made_(other.made_) {}
  ~NewFolder() {
    if (dir_.empty()) return;
    std::error_code ignored;
    for (fs::directory_iterator entry(dir_, ignored), end; !ignored && entry != end; entry.increment(ignored)) {
      std::error_code also_ignored;
      fs::remove_all(entry->path(), also_ignored);
    }
    if (made_) fs::remove(dir_, ignored);
  }
  void keep() { dir_.clear(); }

 private:
  NewFolder(fs::path dir, bool made) : dir_(std::move(dir)), made_(made) {}
  fs::path dir_;
  bool made_;
};

/// Names, relative to `root`, of the ordinary files in its folder `name`; those still being written are left out.
Result<std::vector<std::string>> files_in(const fs::path& root, std::string_view name) {
  std::vector<std::string> found;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(root / name, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->is_regular_file(error) && entry->path().extension() != ".unfinished") {
      found.push_back(entry->path().lexically_relative(root).string());
    }
  }
  if (error && error != std::errc::no_such_file_or_directory) return failed(root / name, error);
  std::ranges::sort(found);
  return found;
}

Status make_parent(const fs::path& file) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error) return failed(file.parent_path(), error);
  return {};
}

Status copy_all(const fs::path& from, const fs::path& to, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    TRY_STATUS(make_parent(to / name));
    TRY_STATUS(copy_private_file(from / name, to / name));
    TRY_STATUS(sync_folder((to / name).parent_path()));
  }
  return {};
}

Status check_database(const fs::path& file) {
  auto connection = TRY(Connection::open(file, Connection::Use::read));
  auto checked = connection->check_integrity();
  if (!checked) return fail(ErrorKind::internal, "backup.damaged", checked.error().detail);
  return {};
}

Status copy_database(const fs::path& from, const fs::path& to) {
  TRY_STATUS(write_private_file(to, {}));
  {
    auto source = TRY(Connection::open(from, Connection::Use::read));
    TRY_STATUS(source->copy_to(to));
  }
  return check_database(to);
}

Result<std::string> sums_of(const fs::path& root, const std::vector<std::string>& names) {
  std::string sums;
  for (const std::string& name : names) sums += to_hex(TRY(digest_of_file(root / name))) + "  " + name + "\n";
  return sums;
}

struct Sum {
  std::string digest;
  std::string name;
};

bool is_inside(const fs::path& name) {
  const auto first = *name.begin();
  const bool known = name == "knippe.db" || name == register_name || first == copied_folders[0] || first == copied_folders[1];
  return known && name.is_relative() && std::ranges::find(name, fs::path("..")) == name.end();
}

Result<std::vector<Sum>> read_sums(const fs::path& source) {
  std::error_code error;
  if (!fs::exists(source / sums_name, error)) return fail(ErrorKind::bad_input, "backup.incomplete", source.string());
  std::vector<Sum> sums;
  const std::string text = TRY(read_text_file(source / sums_name));
  for (const std::string_view line : split(text, '\n')) {
    if (line.empty()) continue;
    if (line.size() < 67 || !is_inside(line.substr(66)))
      return fail(ErrorKind::bad_input, "backup.damaged", std::string(line));
    sums.push_back({std::string(line.substr(0, 64)), std::string(line.substr(66))});
  }
  if (sums.empty()) return fail(ErrorKind::bad_input, "backup.incomplete", source.string());
  return sums;
}

/// What the backup knew to be erased is gone from it already; what was erased since goes now.
Status erase_again(const DataFolder& folder, const std::vector<Erasure>& erasures) {
  if (erasures.empty()) return {};
  TRY_STATUS(make_register(folder.database()));
  for (const std::string& digest : TRY(apply_register(folder.database(), erasures))) {
    const fs::path file = folder.files() / digest.substr(0, 2) / (digest + ".jpg");
    std::error_code error;
    fs::remove(file, error);
    if (error) return failed(file, error);
  }
  return {};
}

}  // namespace

Status back_up(const fs::path& dir, const fs::path& dest) {
  std::error_code error;
  if (!fs::exists(dir / "knippe.db", error)) return fail(ErrorKind::not_found, "backup.no_data", dir.string());
  NewFolder folder = TRY(NewFolder::at(dest));
  TRY_STATUS(copy_database(dir / "knippe.db", dest / "knippe.db"));
  TRY_STATUS(write_private_file(dest / register_name, write_register(TRY(register_at(dest)))));
  std::vector<std::string> names{"knippe.db", register_name};
  for (const std::string_view part : copied_folders) {
    const auto files = TRY(files_in(dir, part));
    TRY_STATUS(copy_all(dir, dest, files));
    names.insert(names.end(), files.begin(), files.end());
  }
  TRY_STATUS(write_private_file(dest / sums_name, TRY(sums_of(dest, names))));
  folder.keep();
  return {};
}

Status restore(const fs::path& source, const fs::path& dir, const fs::path& erasures) {
  const auto sums = TRY(read_sums(source));
  const auto given = erasures.empty() ? std::vector<Erasure>{} : TRY(register_at(erasures));
  if (DataFolder::in_use(dir)) return refuse("folder.in_use", dir.string());
  NewFolder folder = TRY(NewFolder::at(dir));
  const DataFolder held = TRY(DataFolder::open(dir));
  for (const Sum& sum : sums) {
    TRY_STATUS(copy_all(source, dir, {sum.name}));
    if (to_hex(TRY(digest_of_file(dir / sum.name))) != sum.digest)
      return fail(ErrorKind::bad_input, "backup.damaged", sum.name);
  }
  TRY_STATUS(check_database(held.database()));
  TRY_STATUS(erase_again(held, given));
  std::error_code ignored;
  fs::remove(dir / register_name, ignored);  // the database has it
  folder.keep();
  return {};
}

}  // namespace knippe::store
