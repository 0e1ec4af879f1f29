#include "parties/names/key_table.h"

#include <algorithm>

namespace licit {

std::uint32_t key_hash(std::string_view text) { return key_hash(text, {}); }

std::uint32_t key_hash(std::string_view a, std::string_view b) {
  using namespace key_hashing;
  std::uint64_t sum = 0;
  for (const char c : a) sum = sum * base + letter(c);
  for (const char c : b) sum = sum * base + letter(c);
  return finish(sum, a.size() + b.size());
}

std::uint32_t half_hash(std::string_view half, std::size_t letters, bool first) {
  using namespace key_hashing;
  std::uint64_t sum = first ? 1 : 2;
  for (const char c : half) sum = sum * base + letter(c);
  return finish(sum, letters);
}

KeyTableData make_key_table(std::vector<KeyRow> rows) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  KeyTableData out;
  // About four rows a bucket: a lookup touches one line of the directory and one or two of the rows.
  const auto bits = static_cast<unsigned>(std::bit_width(rows.size() / 4 + 1) - 1);
  const std::size_t buckets = std::size_t{1} << bits;
  out.directory.assign(buckets + 1, 0);
  for (const KeyRow row : rows) {
    const auto hash = static_cast<std::uint32_t>(row >> 32);
    ++out.directory[(bits == 0 ? 0 : hash >> (32 - bits)) + 1];
  }
  for (std::size_t i = 1; i <= buckets; ++i) out.directory[i] += out.directory[i - 1];
  out.rows = std::move(rows);
  return out;
}

}  // namespace licit
