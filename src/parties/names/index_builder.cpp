// From lists to the bytes of an index: every name normalized, equal words and equal normalized names
// kept once, and the tables by which they are found.
#include <algorithm>
#include <cstring>
#include <string>
#include <thread>
#include <unordered_map>

#include "parties/names/entry_hash.h"
#include "parties/names/name_index.h"
#include "parties/names/score.h"

namespace licit {
namespace {

std::uint32_t number(std::size_t n) { return static_cast<std::uint32_t>(n); }

// Equal texts once.
class Texts {
 public:
  Texts() { add(""); }
  TextRef add(std::string_view text) {
    const auto [at, is_new] = seen_.try_emplace(std::string(text), number(bytes_.size()));
    if (is_new) {
      const auto size = number(text.size());
      std::array<char, sizeof(size)> raw{};
      std::memcpy(raw.data(), &size, sizeof(size));
      bytes_.append(raw.data(), raw.size());
      bytes_.append(text);
    }
    return at->second;
  }
  // Without its length and without looking whether it is there.
  std::uint32_t append(std::string_view a, std::string_view b, std::string_view c) {
    const auto at = number(bytes_.size());
    bytes_.append(a).append(b).append(c);
    return at;
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::unordered_map<std::string, TextRef> seen_;
  std::string bytes_;
};

struct NameToRead {
  const ListedName* name;
  PartyType type;
};

std::vector<Normalized> normalize_all(const std::vector<NameToRead>& names) {
  std::vector<Normalized> out(names.size());
  const auto part = [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      out[i] = normalize(names[i].name->text, names[i].type);
    }
  };
  const std::size_t half = names.size() / 2;
  if (names.size() < 2000) {
    part(0, names.size());
  } else {
    std::thread other([&] { part(half, names.size()); });
    part(0, half);
    other.join();
  }
  return out;
}

class Builder {
 public:
  std::vector<std::byte> build(std::span<const PartyList> lists) {
    std::vector<NameToRead> to_read;
    for (const PartyList& list : lists) add_list(list, to_read);
    const std::vector<Normalized> normal = normalize_all(to_read);
    for (std::size_t i = 0; i < normal.size(); ++i) add_name(number(i), normal[i]);
    if (is_too_large()) return {};
    return bytes();
  }

 private:
  void add_list(const PartyList& list, std::vector<NameToRead>& to_read) {
    ListRow row;
    row.code = static_cast<std::uint32_t>(list.code);
    row.name = texts_.add(list.name);
    row.source = texts_.add(list.source);
    row.sha256 = texts_.add(list.sha256);
    if (list.as_of) row.as_of = list.as_of->days();
    row.flags = (list.as_of ? 1U : 0U) | (list.starter ? 2U : 0U);
    row.entries = number(list.entries.size());
    for (const ListEntry& entry : list.entries) {
      add_entry(entry, number(lists_.size()));
      for (const ListedName& name : entry.names) to_read.push_back({&name, entry.type});
    }
    lists_.push_back(row);
  }

  // Every number in the file has 32 bits.
  bool is_too_large() const {
    const std::size_t most = std::max({texts_.bytes().size(), strings_.size(), shape_tokens_.size(),
                                       shape_names_.size(), addresses_.size(), ids_.size(),
                                       near_.size(), half_.size(), address_keys_.size()});
    return most >= UINT32_MAX;
  }

  Range strings(const std::vector<std::string>& list) {
    const Range out{number(strings_.size()), number(list.size())};
    for (const std::string& one : list) strings_.push_back(texts_.add(one));
    return out;
  }

  void add_entry(const ListEntry& entry, std::uint32_t list) {
    const auto self = number(entries_.size());
    EntryRow row;
    row.hash = entry_hash(entry);
    row.list = list;
    row.id = texts_.add(entry.id);
    row.requirement = texts_.add(entry.requirement);
    row.policy = texts_.add(entry.policy);
    row.citation = texts_.add(entry.citation);
    row.source_url = texts_.add(entry.source_url);
    row.parent = texts_.add(entry.parent);
    row.remarks = texts_.add(entry.remarks);
    row.names = {number(names_.size()), number(entry.names.size())};
    for (const ListedName& name : entry.names) {
      names_.push_back({texts_.add(name.text), self, static_cast<std::uint8_t>(name.kind),
                        static_cast<std::uint8_t>(name.weak ? 1 : 0), 0});
    }
    row.addresses = {number(addresses_.size()), number(entry.addresses.size())};
    for (const ListedAddress& one : entry.addresses) {
      const auto at = number(addresses_.size());
      for (const std::string& word : address_words(one.text + " " + one.city)) {
        address_keys_.push_back(key_row(key_hash(word), at));
      }
      addresses_.push_back({texts_.add(one.text), texts_.add(one.city), texts_.add(one.region),
                            texts_.add(one.postal), texts_.add(one.country), self});
    }
    row.ids = {number(ids_.size()), number(entry.ids.size())};
    for (const ListedId& one : entry.ids) {
      const std::string normal = normal_id(one.number);
      if (!normal.empty()) id_keys_.push_back(key_row(key_hash(normal), number(ids_.size())));
      ids_.push_back({texts_.add(one.type), texts_.add(one.number), texts_.add(one.country), self});
    }
    row.countries = strings(entry.countries);
    row.birth_dates = strings(entry.birth_dates);
    row.programs = strings(entry.programs);
    if (entry.from) row.from = entry.from->days();
    if (entry.until) row.until = entry.until->days();
    row.footnotes = entry.footnotes;
    row.type = static_cast<std::uint8_t>(entry.type);
    row.flags =
        static_cast<std::uint8_t>((entry.from ? 1 : 0) | (entry.until ? 2 : 0) |
                                  (entry.address_only ? 4 : 0) | (entry.successors ? 8 : 0));
    entries_.push_back(row);
  }

  std::uint32_t token(const NameToken& token) {
    key_.assign(token.form).append(1, '\0').append(token.fold).append(1, '\0');
    key_.append(token.skeleton).append(1, static_cast<char>(token.kind));
    key_.append(1, token.vowels_missing ? '1' : '0').append(1, token.sounds_foreign ? '1' : '0');
    const auto [at, is_new] = token_numbers_.try_emplace(key_, number(tokens_.size()));
    if (!is_new) return at->second;
    TokenRow row;
    const auto cut = [](const std::string& text) { return std::string_view(text).substr(0, 255); };
    row.text = texts_.append(cut(token.form), cut(token.fold), cut(token.skeleton));
    row.form = static_cast<std::uint8_t>(cut(token.form).size());
    row.fold = static_cast<std::uint8_t>(cut(token.fold).size());
    row.skeleton = static_cast<std::uint8_t>(cut(token.skeleton).size());
    row.kind = static_cast<std::uint8_t>(token.kind);
    row.weight = static_cast<std::uint16_t>(
        std::min<std::uint32_t>(1000, shipped_rarity().weight(token.form)));
    row.vowels_missing = token.vowels_missing ? 1 : 0;
    row.sounds_foreign = token.sounds_foreign ? 1 : 0;
    each_near_hash(cut(token.form),
                   [&](std::uint32_t hash) { near_.push_back(key_row(hash, at->second)); });
    fold_.push_back(key_row(key_hash(token.fold), at->second));
    if (token.skeleton.size() >= 3) {
      skeleton_.push_back(key_row(key_hash(token.skeleton), at->second));
    }
    tokens_.push_back(row);
    return at->second;
  }

  void add_name(std::uint32_t name, const Normalized& normal) {
    for (const NormalName& way : normal.ways) {
      if (!way.tokens.empty()) shape_names_.emplace_back(shape(way), name);
    }
  }

  std::uint32_t shape(const NormalName& way) {
    std::vector<std::uint32_t> list;
    list.reserve(way.tokens.size());
    for (const NameToken& one : way.tokens) list.push_back(token(one));
    std::string key(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(list[0]));
    key.append(way.letters).append(1, static_cast<char>(way.script)).append(way.native);
    key.append(std::to_string(way.flags));
    const auto [at, is_new] = shape_numbers_.try_emplace(std::move(key), number(shapes_.size()));
    if (!is_new) return at->second;
    ShapeRow row;
    row.tokens = number(shape_tokens_.size());
    row.count = static_cast<std::uint16_t>(list.size());
    row.script = static_cast<std::uint8_t>(way.script);
    row.flags = way.flags;
    row.compact = texts_.add(way.compact);
    row.letters = texts_.add(way.letters);
    row.native = texts_.add(way.native);
    for (const std::uint32_t one : list) row.weight += tokens_[one].weight;
    for (std::size_t i = 0; i + 1 < way.tokens.size(); ++i) {
      joined_.push_back(key_row(key_hash(way.tokens[i].fold, way.tokens[i + 1].fold), at->second));
    }
    compact_.push_back(key_row(key_hash(way.letters), at->second));
    if (way.compact != way.letters) compact_.push_back(key_row(key_hash(way.compact), at->second));
    const std::string_view letters = way.letters;
    if (letters.size() >= least_halved) {
      const std::size_t half = half_of(letters.size());
      half_.push_back(
          key_row(half_hash(letters.substr(0, half), letters.size(), true), at->second));
      half_.push_back(key_row(
          half_hash(letters.substr(letters.size() - half), letters.size(), false), at->second));
    }
    shape_tokens_.insert(shape_tokens_.end(), list.begin(), list.end());
    shapes_.push_back(row);
    return at->second;
  }

  // Rows of (from, to) to a list of `to` for each `from`.
  static void group(std::vector<std::pair<std::uint32_t, std::uint32_t>>& rows, std::size_t froms,
                    std::vector<std::uint32_t>& starts, std::vector<std::uint32_t>& list) {
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    starts.assign(froms + 1, 0);
    for (const auto& [from, to] : rows) ++starts[from + 1];
    for (std::size_t i = 1; i <= froms; ++i) starts[i] += starts[i - 1];
    for (const auto& [from, to] : rows) list.push_back(to);
  }

  std::vector<std::byte> bytes() {
    std::vector<std::uint32_t> name_start, names, posting_start, postings;
    group(shape_names_, shapes_.size(), name_start, names);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> occurs;
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
      for (std::uint32_t k = 0; k < shapes_[i].count; ++k)
        occurs.emplace_back(shape_tokens_[shapes_[i].tokens + k], number(i));
    }
    group(occurs, tokens_.size(), posting_start, postings);

    std::vector<std::byte> out(sizeof(IndexHeader));
    IndexHeader header;
    header.magic = index_magic;
    header.version = index_version;
    header.byte_order = index_byte_order;
    const auto put = [&](Section section, const auto& rows) {
      out.resize((out.size() + 63) / 64 * 64);
      const auto raw = std::as_bytes(std::span(rows.data(), rows.size()));
      header.sections[static_cast<std::size_t>(section)] = {out.size(), raw.size()};
      out.insert(out.end(), raw.begin(), raw.end());
    };
    const auto put_keys = [&](Section directory, Section list, std::vector<KeyRow>& rows) {
      const KeyTableData table = make_key_table(std::move(rows));
      put(directory, table.directory);
      put(list, table.rows);
    };
    put(Section::Text, texts_.bytes());
    put(Section::Lists, lists_);
    put(Section::Entries, entries_);
    put(Section::Names, names_);
    put(Section::Addresses, addresses_);
    put(Section::Ids, ids_);
    put(Section::Strings, strings_);
    put(Section::Tokens, tokens_);
    put(Section::Shapes, shapes_);
    put(Section::ShapeTokens, shape_tokens_);
    put(Section::ShapeNameStart, name_start);
    put(Section::ShapeNames, names);
    put(Section::PostingStart, posting_start);
    put(Section::Postings, postings);
    put_keys(Section::NearDirectory, Section::Near, near_);
    put_keys(Section::FoldDirectory, Section::Fold, fold_);
    put_keys(Section::SkeletonDirectory, Section::Skeleton, skeleton_);
    put_keys(Section::JoinedDirectory, Section::Joined, joined_);
    put_keys(Section::CompactDirectory, Section::Compact, compact_);
    put_keys(Section::HalfDirectory, Section::Half, half_);
    put_keys(Section::IdDirectory, Section::IdKeys, id_keys_);
    put_keys(Section::AddressDirectory, Section::AddressKeys, address_keys_);
    header.bytes = out.size();
    header.hash = index_hash(std::span<const std::byte>(out).subspan(sizeof(header)));
    std::memcpy(out.data(), &header, sizeof(header));
    return out;
  }

  Texts texts_;
  std::vector<ListRow> lists_;
  std::vector<EntryRow> entries_;
  std::vector<NameRow> names_;
  std::vector<AddressRow> addresses_;
  std::vector<IdRow> ids_;
  std::vector<TextRef> strings_;
  std::vector<TokenRow> tokens_;
  std::vector<ShapeRow> shapes_;
  std::vector<std::uint32_t> shape_tokens_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> shape_names_;
  std::vector<KeyRow> near_, fold_, skeleton_, joined_, compact_, half_, id_keys_, address_keys_;
  std::unordered_map<std::string, std::uint32_t> token_numbers_, shape_numbers_;
  std::string key_;
};

}  // namespace

std::vector<std::byte> index_bytes(std::span<const PartyList> lists) {
  return Builder().build(lists);
}

}  // namespace licit
