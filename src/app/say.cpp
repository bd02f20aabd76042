#include "app/say.h"

#include <fmt/format.h>

#include <cstdio>

#include "views/lang.h"

namespace knippe::app {

int complain(const Error& error) {
  const views::Words words(views::Lang::en);
  fmt::print(stderr, "knippe: {} [{}{}{}]\n", words.error(error), error.message_key, error.detail.empty() ? "" : ": ", error.detail);
  return 1;
}

}  // namespace knippe::app
