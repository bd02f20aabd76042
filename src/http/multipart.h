#pragma once
// multipart/form-data as browsers send it (RFC 7578): the whole body lies in memory or in a mapped file.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/form.h"

namespace knippe::http {

inline constexpr std::size_t multipart_parts_max = 16;
inline constexpr std::size_t multipart_header_max = 4096;
inline constexpr std::size_t multipart_boundary_max = 70;

struct Part {
  std::string name;
  std::optional<std::string> file_name;  ///< present for a file; what the visitor's machine calls it, never a path of ours
  std::string content_type;              ///< as sent, "text/plain" when absent
  std::string_view content;              ///< a view into the body
};

/// Splits a body by the boundary in its Content-Type. Errors: `multipart.boundary`, `multipart.malformed`,
/// `multipart.too_many`, `multipart.header`, `multipart.not_utf8`.
Result<std::vector<Part>> split_multipart(std::string_view content_type, std::string_view body);
/// The boundary parameter of a multipart/form-data content type.
std::optional<std::string> multipart_boundary(std::string_view content_type);

struct FileToSend {
  std::string_view name, file_name, content_type, content;
};
/// The fields in order, then the file, for a client. Neither names nor contents may hold "--" + boundary, nor names a quote or a line break.
std::string join_multipart(std::string_view boundary, const Form& form, const FileToSend& file);

}  // namespace knippe::http
