#pragma once
// Whether two renderings of a picture show the same. Its number and the time of rendering differ without anybody seeing it.

#include <cstddef>
#include <string_view>

namespace knippe::views {

/// Of what the fragments say apart from data-seq and data-naa, so that an unchanged picture is not sent again.
std::size_t picture_hash(std::string_view fragments);

}  // namespace knippe::views
