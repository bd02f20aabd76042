#pragma once
// `knippe verify`: whether a log is what it says it is.

#include <string>
#include <vector>

namespace knippe::app {

struct VerifyOptions {
  std::vector<std::string> what;   ///< a bundle, a data folder or an http address; or a receipt (code or file) and a bundle
  std::string key;                 ///< base64: trust this public key only
  std::vector<std::string> witnesses;  ///< verifier keys (of type 4) whose signatures heads should carry
  std::string format = "text";     ///< or "json"
  std::string language = "nb";
};

/// 0: all holds; 1: something does not; 2: something could not be checked (and nothing was found broken).
int verify(const VerifyOptions& options);

}  // namespace knippe::app
