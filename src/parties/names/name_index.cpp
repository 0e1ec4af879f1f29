#include "parties/names/name_index.h"

#include <cstring>

#include "base/mapped_file.h"
#include "base/party_messages.h"
#include "parties/lists/durable_file.h"

namespace licit {
namespace {

Diagnostic refused(std::string_view code, Msg key, const std::string& name) {
  Diagnostic out;
  out.code = code;
  out.message = {key, {name}};
  out.help = {{msg::IndexBuildAnew, {}}};
  return out;
}

template <typename Row>
std::optional<std::span<const Row>> rows_in(std::span<const std::byte> bytes,
                                            const IndexHeader& header, Section section) {
  const SectionRow& at = header.sections[static_cast<std::size_t>(section)];
  if (at.begin % 64 != 0 || at.begin < sizeof(IndexHeader) || at.begin > bytes.size() ||
      at.bytes > bytes.size() - at.begin || at.bytes % sizeof(Row) != 0) {
    return {};
  }
  const auto* const first = reinterpret_cast<const Row*>(bytes.data() + at.begin);
  return std::span<const Row>(first, at.bytes / sizeof(Row));
}

}  // namespace

std::uint64_t index_hash(std::span<const std::byte> bytes) {
  // Four lanes, so that a processor takes 32 bytes in a step or two.
  constexpr std::uint64_t k = 0x9FB21C651E98DF25ULL;
  std::array<std::uint64_t, 4> lanes{1, 2, 3, 4};
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32) {
    std::array<std::uint64_t, 4> words;
    std::memcpy(words.data(), bytes.data() + at, 32);
    for (std::size_t i = 0; i < 4; ++i) {
      lanes[i] = (lanes[i] ^ words[i]) * k;
      lanes[i] ^= lanes[i] >> 29;
    }
  }
  std::uint64_t out = bytes.size();
  for (; at < bytes.size(); ++at) out = (out ^ static_cast<std::uint64_t>(bytes[at])) * k;
  for (const std::uint64_t lane : lanes) {
    out = (out ^ lane) * k;
    out ^= out >> 32;
  }
  return out;
}

Result<NameIndex> NameIndex::build(std::span<const PartyList> lists) {
  std::size_t count = 0;
  for (const PartyList& list : lists) {
    for (const ListEntry& entry : list.entries) count += entry.names.size();
  }
  if (count >= (std::size_t{1} << 28)) return refused("P150", msg::IndexTooLarge, "");
  auto bytes = std::make_shared<const std::vector<std::byte>>(index_bytes(lists));
  if (bytes->empty()) return refused("P150", msg::IndexTooLarge, "");
  const std::span<const std::byte> view(*bytes);
  return over(view, std::move(bytes), "");
}

Result<NameIndex> NameIndex::open(const std::string& path) {
  const auto file = MappedFile::open(path);
  if (!file) return refused("P151", msg::IndexUnreadable, path);
  return over(file->bytes(), file->owner(), path);
}

Result<NameIndex> NameIndex::over(std::span<const std::byte> bytes,
                                  std::shared_ptr<const void> owner, const std::string& name) {
  IndexHeader header;
  if (bytes.size() < sizeof(header)) return refused("P152", msg::IndexForged, name);
  std::memcpy(&header, bytes.data(), sizeof(header));
  if (header.magic != index_magic) return refused("P152", msg::IndexForged, name);
  if (header.version != index_version || header.byte_order != index_byte_order)
    return refused("P153", msg::IndexVersion, name);
  if (header.bytes != bytes.size() || header.hash != index_hash(bytes.subspan(sizeof(header))))
    return refused("P152", msg::IndexForged, name);

  NameIndex out;
  out.owner_ = std::move(owner);
  out.bytes_ = bytes;
  bool ok = true;
  const auto take = [&]<typename Row>(Section section, std::span<const Row>& into) {
    const auto rows = rows_in<Row>(bytes, header, section);
    if (rows) {
      into = *rows;
    } else {
      ok = false;
    }
  };
  const auto rows = [&]<typename Row>(Section section, Rows<Row>& into) {
    std::span<const Row> span;
    take(section, span);
    into = Rows<Row>(span);
  };
  const auto keys = [&](Section directory, Section list, KeyTable& into) {
    take(directory, into.directory);
    take(list, into.rows);
  };
  std::span<const char> texts;
  take(Section::Text, texts);
  out.texts_ = {texts.data(), texts.size()};
  rows(Section::Lists, out.list_rows);
  rows(Section::Entries, out.entries);
  rows(Section::Names, out.names);
  rows(Section::Addresses, out.addresses);
  rows(Section::Ids, out.ids);
  rows(Section::Strings, out.strings);
  rows(Section::Tokens, out.tokens);
  rows(Section::Shapes, out.shapes);
  rows(Section::ShapeTokens, out.shape_tokens);
  rows(Section::ShapeNameStart, out.shape_name_start);
  rows(Section::ShapeNames, out.shape_names);
  rows(Section::PostingStart, out.posting_start);
  rows(Section::Postings, out.postings);
  keys(Section::NearDirectory, Section::Near, out.near);
  keys(Section::FoldDirectory, Section::Fold, out.by_fold);
  keys(Section::SkeletonDirectory, Section::Skeleton, out.by_skeleton);
  keys(Section::JoinedDirectory, Section::Joined, out.joined);
  keys(Section::CompactDirectory, Section::Compact, out.compact);
  keys(Section::HalfDirectory, Section::Half, out.by_half);
  keys(Section::IdDirectory, Section::IdKeys, out.by_id);
  keys(Section::AddressDirectory, Section::AddressKeys, out.by_address);
  if (!ok) return refused("P152", msg::IndexForged, name);
  return out;
}

std::optional<Diagnostic> NameIndex::write(const std::string& path) const {
  const std::string_view all(reinterpret_cast<const char*>(bytes_.data()), bytes_.size());
  if (!write_durably(path, all)) return refused("P154", msg::IndexNotWritten, path);
  return {};
}

std::string_view NameIndex::text(TextRef at) const {
  std::uint32_t size = 0;
  if (at > texts_.size() || texts_.size() - at < sizeof(size)) return {};
  std::memcpy(&size, texts_.data() + at, sizeof(size));
  return texts_.substr(at + sizeof(size), size);
}

std::string_view NameIndex::token_text(const TokenRow& token, std::uint32_t from,
                                       std::uint32_t size) const {
  const std::size_t begin = std::size_t{token.text} + from;
  return begin > texts_.size() ? std::string_view() : texts_.substr(begin, size);
}

std::span<const std::uint32_t> NameIndex::names_of_shape(std::uint32_t shape) const {
  const std::uint32_t begin = shape_name_start[shape];
  const std::uint32_t end = shape_name_start[std::size_t{shape} + 1];
  return shape_names.slice(begin, end > begin ? end - begin : 0);
}

std::span<const std::uint32_t> NameIndex::shapes_of_token(std::uint32_t token) const {
  const std::uint32_t begin = posting_start[token];
  const std::uint32_t end = posting_start[std::size_t{token} + 1];
  return postings.slice(begin, end > begin ? end - begin : 0);
}

void NameIndex::shape(std::uint32_t number, NormalName& into) const {
  const ShapeRow& row = shapes[number];
  const auto list = shape_tokens.slice(row.tokens, row.count);
  into.tokens.resize(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    const TokenRow& token = tokens[list[i]];
    NameToken& out = into.tokens[i];
    out.form = form(token);
    out.fold = fold(token);
    out.skeleton = skeleton(token);
    out.kind = static_cast<TokenKind>(token.kind);
    out.vowels_missing = token.vowels_missing != 0;
    out.sounds_foreign = token.sounds_foreign != 0;
  }
  into.compact = text(row.compact);
  into.letters = text(row.letters);
  into.native = text(row.native);
  into.script = static_cast<Script>(row.script);
  into.flags = row.flags;
}

IndexedList NameIndex::list(std::uint32_t number) const {
  const ListRow& row = list_rows[number];
  IndexedList out;
  out.code = static_cast<ListCode>(row.code);
  out.name = text(row.name);
  out.source = text(row.source);
  out.sha256 = text(row.sha256);
  if ((row.flags & 1U) != 0) out.as_of = Date(row.as_of);
  out.starter = (row.flags & 2U) != 0;
  out.entries = row.entries;
  return out;
}

std::vector<IndexedList> NameIndex::lists() const {
  std::vector<IndexedList> out;
  for (std::uint32_t i = 0; i < list_rows.size(); ++i) out.push_back(list(i));
  return out;
}

ListEntry NameIndex::entry(std::uint32_t number) const {
  const EntryRow& row = entries[number];
  ListEntry out;
  out.id = text(row.id);
  out.type = static_cast<PartyType>(row.type);
  for (const NameRow& name : names.slice(row.names.begin, row.names.count)) {
    out.names.push_back(
        {std::string(text(name.text)), static_cast<NameKind>(name.kind), name.weak != 0});
  }
  for (const AddressRow& one : addresses.slice(row.addresses.begin, row.addresses.count)) {
    out.addresses.push_back({std::string(text(one.text)), std::string(text(one.city)),
                             std::string(text(one.region)), std::string(text(one.postal)),
                             std::string(text(one.country))});
  }
  for (const IdRow& one : ids.slice(row.ids.begin, row.ids.count)) {
    out.ids.push_back({std::string(text(one.type)), std::string(text(one.number)),
                       std::string(text(one.country))});
  }
  const auto texts = [&](Range range, std::vector<std::string>& into) {
    for (const TextRef one : strings.slice(range.begin, range.count)) into.emplace_back(text(one));
  };
  texts(row.countries, out.countries);
  texts(row.birth_dates, out.birth_dates);
  texts(row.programs, out.programs);
  out.requirement = text(row.requirement);
  out.policy = text(row.policy);
  out.footnotes = row.footnotes;
  if ((row.flags & 1U) != 0) out.from = Date(row.from);
  if ((row.flags & 2U) != 0) out.until = Date(row.until);
  out.citation = text(row.citation);
  out.source_url = text(row.source_url);
  out.parent = text(row.parent);
  out.remarks = text(row.remarks);
  out.address_only = (row.flags & 4U) != 0;
  out.successors = (row.flags & 8U) != 0;
  return out;
}

}  // namespace licit
