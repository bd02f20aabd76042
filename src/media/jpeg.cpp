// libjpeg-turbo. Its errors leave by longjmp, so the functions it may leave hold nothing that needs a destructor.

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
// jpeglib.h wants <cstdio> before it.
#include <jpeglib.h>

#include "media/decode.h"

namespace knippe::media {
namespace {

constexpr int app1 = JPEG_APP0 + 1;
constexpr int scans_max = 100;  // a progressive picture of a phone has about ten

struct Errors {
  jpeg_error_mgr manager;
  std::jmp_buf leave;
  bool too_many_pixels = false;
};

[[noreturn]] void leave(j_common_ptr info) { std::longjmp(reinterpret_cast<Errors*>(info->err)->leave, 1); }
void say_nothing(j_common_ptr) {}
void note_scan(j_common_ptr info) {
  if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > scans_max) leave(info);
}

jpeg_error_mgr* quiet(Errors& errors) {
  jpeg_std_error(&errors.manager);
  errors.manager.error_exit = leave;
  errors.manager.output_message = say_nothing;
  return &errors.manager;
}

int orientation_in(const jpeg_decompress_struct& info) {
  for (const jpeg_marker_struct* marker = info.marker_list; marker; marker = marker->next) {
    const std::string_view data(reinterpret_cast<const char*>(marker->data), marker->data_length);
    if (marker->marker == app1 && data.starts_with("Exif")) return orientation_of(data);
  }
  return 1;
}

/// Decodes at 1/2, 1/4 or 1/8 where the picture is that much larger than needed.
unsigned denominator(const jpeg_decompress_struct& info, int side_min) {
  const unsigned longer = std::max(info.image_width, info.image_height);
  for (unsigned part = 8; part > 1; part /= 2)
    if (longer / part >= static_cast<unsigned>(side_min)) return part;
  return 1;
}

/// Four inks to three lights; Adobe writes them inverted.
void inks_to_light(const std::uint8_t* inks, std::uint8_t* light, int width, bool inverted) {
  for (int x = 0; x < width; ++x, inks += 4)
    for (int c = 0; c < 3; ++c) {
      const int ink = inverted ? inks[c] : 255 - inks[c], black = inverted ? inks[3] : 255 - inks[3];
      *light++ = static_cast<std::uint8_t>(ink * black / 255);
    }
}

struct Job {
  jpeg_decompress_struct info;
  Errors errors;
  jpeg_progress_mgr progress;
  std::vector<std::uint8_t> inks;
  Decoded decoded;
};

bool read_header(Job& job, std::string_view bytes, int side_min) {
  if (setjmp(job.errors.leave)) return false;
  jpeg_create_decompress(&job.info);
  job.progress.progress_monitor = note_scan;
  job.info.progress = &job.progress;
  jpeg_mem_src(&job.info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_save_markers(&job.info, app1, 0xFFFF);
  if (jpeg_read_header(&job.info, TRUE) != JPEG_HEADER_OK) return false;
  const bool four_inks = job.info.jpeg_color_space == JCS_CMYK || job.info.jpeg_color_space == JCS_YCCK;
  job.info.out_color_space = four_inks ? JCS_CMYK : JCS_RGB;
  job.info.scale_num = 1;
  job.info.scale_denom = denominator(job.info, side_min);
  return true;
}

bool read_rows(Job& job) {
  if (setjmp(job.errors.leave)) return false;
  Image& image = job.decoded.image;
  while (job.info.output_scanline < job.info.output_height) {
    std::uint8_t* row = image.row(static_cast<int>(job.info.output_scanline));
    JSAMPROW to = job.inks.empty() ? row : job.inks.data();
    if (jpeg_read_scanlines(&job.info, &to, 1) != 1) return false;
    if (!job.inks.empty()) inks_to_light(job.inks.data(), row, image.width, job.info.saw_Adobe_marker);
  }
  // A cut file is filled with grey and only warned about; we would rather say so.
  return job.errors.manager.num_warnings == 0;
}

bool start(Job& job) {
  if (setjmp(job.errors.leave)) return false;
  return jpeg_start_decompress(&job.info);
}

Status decode_into(Job& job, std::string_view bytes, int side_min) {
  if (!read_header(job, bytes, side_min)) return bad_input("photo.broken");
  TRY_STATUS(check_size(job.info.image_width, job.info.image_height));
  job.decoded.orientation = orientation_in(job.info);
  if (!start(job)) return bad_input("photo.broken");
  job.decoded.image = Image(static_cast<int>(job.info.output_width), static_cast<int>(job.info.output_height));
  if (job.info.out_color_space == JCS_CMYK) job.inks.resize(std::size_t{4} * job.info.output_width);
  return read_rows(job) ? Status{} : bad_input("photo.broken");
}

}  // namespace

Result<Decoded> decode_jpeg(std::string_view bytes, int side_min) {
  Job job{};
  job.info.err = quiet(job.errors);
  const Status decoded = decode_into(job, bytes, side_min);
  jpeg_destroy_decompress(&job.info);
  if (!decoded) return std::unexpected(decoded.error());
  return std::move(job.decoded);
}

std::string to_jpeg(const Image& image, int quality) {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  info.err = jpeg_std_error(&errors);  // what can go wrong here is memory, and that ends the process
  jpeg_create_compress(&info);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &bytes, &size);
  info.image_width = static_cast<JDIMENSION>(image.width);
  info.image_height = static_cast<JDIMENSION>(image.height);
  info.input_components = 3;
  info.in_color_space = JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, quality, TRUE);
  jpeg_start_compress(&info, TRUE);
  while (info.next_scanline < info.image_height) {
    auto* row = const_cast<JSAMPROW>(image.row(static_cast<int>(info.next_scanline)));
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
  std::string made(reinterpret_cast<const char*>(bytes), size);
  std::free(bytes);
  return made;
}

}  // namespace knippe::media
