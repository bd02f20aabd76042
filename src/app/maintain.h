#pragma once
// What an administrator does from the command line; through DIR/knippe.sock when a server runs in the folder, else directly.

#include <filesystem>
#include <string>

namespace knippe::app {

/// Each prints its result and returns the exit code.
int reset_user(const std::filesystem::path& data, const std::string& email, const std::string& public_url);
int make_setup_link(const std::filesystem::path& data, const std::string& public_url);
int back_up(const std::filesystem::path& data, const std::filesystem::path& dest);
int restore(const std::filesystem::path& source, const std::filesystem::path& data, const std::filesystem::path& erasures);

}  // namespace knippe::app
