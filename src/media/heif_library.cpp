#include "media/heif_library.h"

#include <dlfcn.h>

#include <optional>

namespace knippe::media {
namespace {

template <class Function>
bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  return function != nullptr;
}

std::optional<HeifLibrary> load() {
  void* const library = ::dlopen("libheif.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!library) return std::nullopt;
  HeifLibrary found{};
#define KNIPPE_HEIF_FIND(function) \
  if (!find(library, #function, found.function)) return std::nullopt;
  KNIPPE_HEIF_FUNCTIONS(KNIPPE_HEIF_FIND)
#undef KNIPPE_HEIF_FIND
  found.heif_init(nullptr);  // looks for plug-ins now
  return found;
}

}  // namespace

const HeifLibrary* heif_library() {
  static const std::optional<HeifLibrary> loaded = load();
  return loaded ? &*loaded : nullptr;
}

}  // namespace knippe::media
