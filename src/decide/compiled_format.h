// What stands where in a file of compiled law, for the two who write and read it. Numbers are in the byte
// order of the machine that wrote them, which the header states; sections begin at multiples of 64.
#pragma once

#include <array>
#include <cstring>
#include <type_traits>

#include "decide/compiled_law.h"

namespace licit::compiled_format {

inline constexpr std::array<char, 8> magic{'L', 'I', 'C', 'I', 'T', 'L', 'A', 'W'};
inline constexpr std::uint32_t byte_order = 0x01020304;
// Raised whenever what is written, or what the compiler makes of a law, changes.
inline constexpr std::uint32_t version = 3;
inline constexpr std::size_t alignment = 64;

enum Section : std::uint8_t { Widths, Heads, Children, Reach, Lists };
inline constexpr std::size_t sections = 5;

struct Extent {
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
};

struct Header {
  std::array<char, 8> magic{};
  std::uint32_t byte_order = 0;
  std::uint32_t version = 0;
  std::uint64_t size = 0;      // of the whole file
  std::uint64_t checksum = 0;  // of everything that follows this number
  std::array<char, 16> engine{};
  std::array<char, 64> pack{};  // its hash
  std::uint64_t places = 0;     // digest of the table of places
  std::int32_t known = 0;
  std::uint8_t has_known = 0;
  std::uint8_t knower = 0;
  std::uint16_t unused = 0;
  std::array<Extent, sections> where{};
};
static_assert(std::is_trivially_copyable_v<Header> && sizeof(Header) == 208);
static_assert(sizeof(NodeHead) == 8 && sizeof(Diagram) == 4 && sizeof(Leaves) == 8);

inline constexpr std::size_t summed_from = offsetof(Header, checksum) + sizeof(std::uint64_t);

// Notices a damaged file, not a forged one. Four lanes of eight bytes.
inline std::uint64_t checksum_of(std::span<const std::byte> bytes) {
  std::array<std::uint64_t, 4> lanes{1, 2, 3, 4};
  std::size_t at = 0;
  const auto mix = [](std::uint64_t sum, std::uint64_t word) {
    sum = (sum ^ word) * 0x9e3779b97f4a7c15U;
    return sum ^ (sum >> 32);
  };
  for (; at + 32 <= bytes.size(); at += 32) {
    for (std::size_t i = 0; i < lanes.size(); ++i) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.data() + at + i * 8, 8);
      lanes[i] = mix(lanes[i], word);
    }
  }
  std::uint64_t out = bytes.size();
  for (const std::uint64_t lane : lanes) out = mix(out, lane);
  for (; at < bytes.size(); ++at) out = mix(out, std::to_integer<std::uint64_t>(bytes[at]));
  return out;
}

// What the classes of places depend on beside the pack.
inline std::uint64_t digest_of(const Places& places) {
  std::string text;
  for (const PlaceRow& row : places.all()) {
    text += row.code + '\n' + row.listing + '\n' + row.follows + '\n';
    text += (row.follows_from ? row.follows_from->iso() : std::string()) + '\n';
  }
  return checksum_of(std::as_bytes(std::span(text)));
}

}  // namespace licit::compiled_format
