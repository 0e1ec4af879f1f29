#include "book/text_scan.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace licit {
namespace {

struct Signature {
  std::string_view bytes;
  Msg what;
  Msg help;
};

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16_little = "\xFF\xFE";
constexpr std::string_view utf16_big = "\xFE\xFF";

constexpr std::array signatures = {
    Signature{"PK\x03\x04", Msg::BookIsWorkbook, Msg::BookSaveAsCsv},
    Signature{"\xD0\xCF\x11\xE0", Msg::BookIsWorkbook, Msg::BookSaveAsCsv},
    Signature{"\x1F\x8B", Msg::BookIsCompressed, Msg::BookDecompress},
    Signature{"\x28\xB5\x2F\xFD", Msg::BookIsCompressed, Msg::BookDecompress},
    Signature{"%PDF", Msg::BookIsPdf, Msg::BookSaveAsCsv},
    Signature{"PAR1", Msg::BookIsParquet, Msg::BookSaveAsCsv},
    Signature{"<?xml", Msg::BookIsXml, Msg::BookSaveAsCsv},
};

// How many bytes at the end begin a sequence that the next block may finish: 0 to 3.
std::size_t open_tail(std::string_view bytes) {
  const std::size_t most = std::min<std::size_t>(3, bytes.size());
  for (std::size_t back = 1; back <= most; ++back) {
    const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if (byte < 0x80) return 0;
    if (byte < 0xC0) continue;
    const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    return length > back ? back : 0;
  }
  return 0;
}

bool is_utf8(std::string_view bytes) { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

// The length of the longest prefix that is UTF-8, of bytes that are not.
std::size_t valid_prefix(std::string_view bytes) {
  std::size_t good = 0;
  while (good < bytes.size()) {
    const auto byte = static_cast<unsigned char>(bytes[good]);
    const std::size_t length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    if (length > bytes.size() - good || !is_utf8(bytes.substr(good, length))) return good;
    good += length;
  }
  return good;
}

}  // namespace

void TextScan::feed(std::string_view block) {
  if (bytes_ < 8) head_ += block.substr(0, 8);
  if (!nul_at_) {
    if (const std::size_t at = block.find('\0'); at != std::string_view::npos)
      nul_at_ = bytes_ + at;
  }
  if (first_character_ == '\0') {
    std::string_view rest = block;
    if (bytes_ == 0 && rest.starts_with(utf8_mark)) rest.remove_prefix(utf8_mark.size());
    const std::size_t at = rest.find_first_not_of(" \t\r\n\f\v");
    if (at != std::string_view::npos) first_character_ = rest[at];
  }
  bytes_ += block.size();
  if (foreign_) return;
  if (held_.empty()) {
    check_utf8(block, false);
  } else {
    held_ += block;
    const std::string joined = std::move(held_);
    held_.clear();
    check_utf8(joined, false);
  }
}

void TextScan::finish() {
  if (foreign_) return;
  const std::string rest = std::move(held_);
  held_.clear();
  check_utf8(rest, true);
}

void TextScan::check_utf8(std::string_view bytes, bool last) {
  if (!last) {
    const std::size_t tail = open_tail(bytes);
    held_ = bytes.substr(bytes.size() - tail);
    bytes.remove_suffix(tail);
  }
  if (is_utf8(bytes)) {
    count(bytes);
    return;
  }
  const std::size_t good = valid_prefix(bytes);
  count(bytes.substr(0, good));
  foreign_ = {line_, column_, static_cast<unsigned char>(bytes[good])};
}

void TextScan::count(std::string_view bytes) {
  for (const char c : bytes) {
    if (c == '\n') {
      line_ += after_return_ ? 0 : 1;
      column_ = 1;
    } else if (c == '\r') {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++column_;
    }
    after_return_ = c == '\r';
  }
}

std::optional<Diagnostic> TextScan::not_text(const std::string& file) const {
  Diagnostic d{.code = "B004", .place = {.file = file}, .message = {}};
  if (head_.starts_with(utf16_little) || head_.starts_with(utf16_big)) {
    d.code = "B003";
    d.message = {Msg::BookIsUtf16, {}};
    d.help.push_back({Msg::BookConvertUtf16, {file}});
    return d;
  }
  for (const Signature& signature : signatures) {
    if (!head_.starts_with(signature.bytes)) continue;
    d.message = {signature.what, {}};
    d.help.push_back({signature.help, {}});
    return d;
  }
  if (!nul_at_) return std::nullopt;
  d.message = {Msg::BookIsBinary, {std::to_string(*nul_at_ + 1)}};
  d.help.push_back({Msg::BookSaveAsCsv, {}});
  return d;
}

}  // namespace licit
