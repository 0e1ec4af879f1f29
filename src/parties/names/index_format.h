// What stands in an index of names, byte for byte: a header, a table of sections, and sections of rows
// of fixed size, each aligned to 64 bytes, in the byte order of the machine that wrote it. A text is
// named by where its length begins in the section Text. Only index_builder writes these, only
// NameIndex reads them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace licit {

inline constexpr std::uint32_t index_version = 2;
inline constexpr std::array<char, 8> index_magic{'L', 'I', 'C', 'I', 'T', 'N', 'I', 'X'};
inline constexpr std::uint32_t index_byte_order = 0x01020304;

enum class Section : std::uint32_t {
  Text,
  Lists,
  Entries,
  Names,
  Addresses,
  Ids,
  Strings,         // references to texts: countries, days of birth, programs of entries
  Tokens,          // the distinct words of all names
  Shapes,          // the distinct normalized names: sequences of tokens
  ShapeTokens,     // numbers of tokens
  ShapeNameStart,  // where the names of a shape begin, one more than there are shapes
  ShapeNames,      // names written so
  PostingStart,    // where the shapes of a token begin, one more than there are tokens
  Postings,        // shapes in which it occurs
  NearDirectory,   // words without one letter -> token
  Near,
  FoldDirectory,  // sound classes -> token
  Fold,
  SkeletonDirectory,  // consonants -> token
  Skeleton,
  JoinedDirectory,  // two neighbouring words as one -> shape
  Joined,
  CompactDirectory,  // the whole name without spaces -> shape
  Compact,
  HalfDirectory,  // the first or the last half of all letters, with how many there are -> shape
  Half,
  IdDirectory,  // an exact number -> row of Ids
  IdKeys,
  AddressDirectory,  // a word or number of an address -> row of Addresses
  AddressKeys,
  Count
};
inline constexpr std::size_t section_count = static_cast<std::size_t>(Section::Count);

struct SectionRow {
  std::uint64_t begin = 0;  // from the start of the file
  std::uint64_t bytes = 0;
};

struct IndexHeader {
  std::array<char, 8> magic{};
  std::uint32_t version = 0;
  std::uint32_t byte_order = 0;
  std::uint64_t bytes = 0;  // of the whole file
  std::uint64_t hash = 0;   // of everything after the header
  std::array<SectionRow, section_count> sections{};
};

using TextRef = std::uint32_t;

struct ListRow {
  std::uint32_t code = 0;
  TextRef name = 0, source = 0, sha256 = 0;
  std::int32_t as_of = 0;
  std::uint32_t flags = 0;  // 1: as_of is known, 2: the starter list
  std::uint32_t entries = 0;
};

struct Range {
  std::uint32_t begin = 0, count = 0;
};

struct EntryRow {
  std::uint64_t hash = 0;  // of all that the entry says
  std::uint32_t list = 0;
  TextRef id = 0, requirement = 0, policy = 0, citation = 0, source_url = 0, parent = 0,
          remarks = 0;
  Range names, addresses, ids, countries, birth_dates, programs;
  std::int32_t from = 0, until = 0;
  std::uint16_t footnotes = 0;
  std::uint8_t type = 0;
  std::uint8_t flags = 0;  // 1: from is known, 2: until is known, 4: address only, 8: successors
};

struct NameRow {
  TextRef text = 0;
  std::uint32_t entry = 0;
  std::uint8_t kind = 0;
  std::uint8_t weak = 0;
  std::uint16_t unused = 0;
};

struct AddressRow {
  TextRef text = 0, city = 0, region = 0, postal = 0, country = 0;
  std::uint32_t entry = 0;
};

struct IdRow {
  TextRef type = 0, number = 0, country = 0;
  std::uint32_t entry = 0;
};

// Form, sound classes and consonants stand one after the other from `text` on, without lengths.
struct TokenRow {
  std::uint32_t text = 0;
  std::uint8_t form = 0, fold = 0, skeleton = 0;  // their lengths
  std::uint8_t kind = 0;
  std::uint16_t weight = 0;  // shipped_rarity()
  std::uint8_t vowels_missing = 0;
  std::uint8_t sounds_foreign = 0;
};

struct ShapeRow {
  std::uint32_t tokens = 0;
  std::uint16_t count = 0;
  std::uint8_t script = 0;
  std::uint8_t unused = 0;
  std::uint32_t flags = 0;
  std::uint32_t weight = 0;  // of its tokens together
  TextRef compact = 0, letters = 0, native = 0;
};

// The hash in the upper half, what it leads to in the lower.
using KeyRow = std::uint64_t;

}  // namespace licit
