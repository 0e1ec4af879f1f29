// All names, numbers and addresses of any number of lists, in one immutable file that is mapped into
// memory, or built there. Normalized once when it is built; opening one reads the header and a hash.
//
// Thread-safety: const throughout; copies share the bytes. Views are good as long as any copy lives.
// Whatever the bytes of a file are, nothing outside them is read: every number in it is checked where
// it is used, and what leads nowhere is empty.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "parties/lists/entry.h"
#include "parties/names/index_format.h"
#include "parties/names/key_table.h"
#include "parties/names/normal.h"

namespace licit {

// What a number that leads nowhere gives is an empty row.
template <typename Row>
class Rows {
 public:
  Rows() = default;
  explicit Rows(std::span<const Row> rows) : rows_(rows) {}
  std::size_t size() const { return rows_.size(); }
  const Row& operator[](std::size_t i) const {
    static const Row empty{};
    return i < rows_.size() ? rows_[i] : empty;
  }
  std::span<const Row> slice(std::size_t begin, std::size_t count) const {
    begin = std::min(begin, rows_.size());
    return rows_.subspan(begin, std::min(count, rows_.size() - begin));
  }
  std::span<const Row> all() const { return rows_; }

 private:
  std::span<const Row> rows_;
};

// Which list, of the lists that an index was built from.
struct IndexedList {
  ListCode code = ListCode::Other;
  std::string name, source, sha256;
  std::optional<Date> as_of;
  bool starter = false;
  std::uint32_t entries = 0;
};

class NameIndex {
 public:
  // Normalizes every name of the lists, on two threads. P150 where there are more names than an
  // index holds (two to the 28th), or more text (four thousand million bytes).
  static Result<NameIndex> build(std::span<const PartyList> lists);
  // P151: cannot be read; P152: not an index, cut short or changed; P153: of another version.
  static Result<NameIndex> open(const std::string& path);
  static Result<NameIndex> over(std::span<const std::byte> bytes, std::shared_ptr<const void> owner,
                                const std::string& name);

  // Written beside and renamed. P154 where that cannot be done.
  std::optional<Diagnostic> write(const std::string& path) const;
  std::span<const std::byte> bytes() const { return bytes_; }

  std::vector<IndexedList> lists() const;
  IndexedList list(std::uint32_t number) const;
  // The entry as its list has it, and the number of its list.
  ListEntry entry(std::uint32_t number) const;

  std::string_view text(TextRef at) const;
  // `form`, `fold` and `skeleton` of a token, views.
  std::string_view form(const TokenRow& token) const { return token_text(token, 0, token.form); }
  std::string_view fold(const TokenRow& token) const {
    return token_text(token, token.form, token.fold);
  }
  std::string_view skeleton(const TokenRow& token) const {
    return token_text(token, std::uint32_t{token.form} + token.fold, token.skeleton);
  }
  // Writes the normalized name over what `into` held, reusing its memory.
  void shape(std::uint32_t number, NormalName& into) const;

  // The rows, for candidates and evidence.
  Rows<ListRow> list_rows;
  Rows<EntryRow> entries;
  Rows<NameRow> names;
  Rows<AddressRow> addresses;
  Rows<IdRow> ids;
  Rows<TextRef> strings;
  Rows<TokenRow> tokens;
  Rows<ShapeRow> shapes;
  Rows<std::uint32_t> shape_tokens;
  Rows<std::uint32_t> shape_name_start, shape_names;
  Rows<std::uint32_t> posting_start, postings;
  KeyTable near, by_fold, by_skeleton, joined, compact, by_half, by_id, by_address;

  std::span<const std::uint32_t> names_of_shape(std::uint32_t shape) const;
  std::span<const std::uint32_t> shapes_of_token(std::uint32_t token) const;

 private:
  NameIndex() = default;
  std::string_view token_text(const TokenRow& token, std::uint32_t from, std::uint32_t size) const;

  std::shared_ptr<const void> owner_;
  std::span<const std::byte> bytes_;
  std::string_view texts_;
};

// Other wherever names may be taken apart otherwise: by another build of these files or another ICU.
std::string names_version();

// The bytes of an index over the lists (index_builder.cpp); none where they are more than it can number.
std::vector<std::byte> index_bytes(std::span<const PartyList> lists);
// Of the bytes after the header, as the header has it.
std::uint64_t index_hash(std::span<const std::byte> bytes);

// An exact number as it is compared: letters and digits only, upper case. Empty where fewer than five
// are left.
std::string normal_id(std::string_view number);
// The words and numbers of an address that tell it from others, folded.
std::vector<std::string> address_words(std::string_view text);

}  // namespace licit
