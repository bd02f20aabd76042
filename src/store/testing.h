#pragma once
// For tests: a folder that vanishes, and a store in it with a still clock, seeded chance and cheap passwords.

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "store/store.h"

namespace knippe::store::testing {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "knippe-store-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  std::filesystem::path operator/(const char* name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

inline constexpr PasswordCost cheap{.passes = 1, .memory_bytes = 8192};

class StoreTest : public ::testing::Test {
 protected:
  StoreTest() { open(); }

  void open() {
    if (!folder_) folder_ = std::make_unique<DataFolder>(DataFolder::open(dir()).value());
    store_ = Store::open(*folder_, clock, random, {.cost = cheap, .on_fatal = {}}).value();
  }
  /// As after a restart: what is only in memory is gone.
  void reopen() {
    store_.reset();
    open();
  }
  std::filesystem::path dir() const { return temporary_ / "data"; }
  Store& store() { return *store_; }
  DataFolder& folder() { return *folder_; }

  Account make_administrator(const char* email = "kari@example.no") {
    const auto token = store().accounts().make_set_up_link().value();
    return store().accounts().redeem_set_up(token, "Kari Nordmann", email, "et langt passord").value();
  }
  Account make_facilitator(const char* email = "ola@example.no") {
    const auto token =
        store().accounts().invite(default_organisation, email, {.administrator = false, .facilitator = true}).value();
    return store().accounts().redeem_invitation(token, "Ola Nordmann", "et annet langt passord").value();
  }

  ManualClock clock;
  SeededRandom random{20261124};

 private:
  TemporaryFolder temporary_;
  std::unique_ptr<DataFolder> folder_;
  std::unique_ptr<Store> store_;
};

template <class T>
std::string key_of(const std::expected<T, Error>& result) {
  return result ? "" : result.error().message_key;
}

}  // namespace knippe::store::testing
