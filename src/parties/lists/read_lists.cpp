#include <algorithm>
#include <map>

#include "base/party_messages.h"
#include "base/sha256.h"
#include "parties/lists/readers.h"
#include "parties/lists/recognise.h"

namespace licit {
namespace {

struct Text8 {
  std::string name;
  std::string bytes;
  ListFormat format;
};

Result<ReadLists> read_one(const Text8& file) {
  switch (file.format) {
    case ListFormat::CslJson:
      return read_csl_json(file.bytes, file.name);
    case ListFormat::CslCsv:
      return read_csl_csv(file.bytes, file.name);
    case ListFormat::EcfrXml:
      return read_ecfr_xml(file.bytes, file.name);
    case ListFormat::Dpl:
      return read_dpl(file.bytes, file.name);
    case ListFormat::SdnXml:
      return read_sdn_xml(file.bytes, file.name);
    case ListFormat::SdnAdvanced:
      return read_sdn_advanced(file.bytes, file.name);
    case ListFormat::UkCsv:
      return read_uk_csv(file.bytes, file.name);
    case ListFormat::EuXml:
      return read_eu_xml(file.bytes, file.name);
    case ListFormat::EuCsv:
      return read_eu_csv(file.bytes, file.name);
    case ListFormat::EuJournal:
      return read_eu_journal(file.bytes, file.name);
    case ListFormat::UnXml:
      return read_un_xml(file.bytes, file.name);
    case ListFormat::PartyTable:
      return read_party_table(file.bytes, file.name);
    case ListFormat::OfacMain:
    case ListFormat::OfacAlias:
    case ListFormat::OfacAddress:
    case ListFormat::OfacComments:
    case ListFormat::SnapshotJson:
      break;
  }
  return read_snapshot_json(file.bytes, file.name);
}

bool is_ofac_classic(ListFormat format) {
  return format == ListFormat::OfacMain || format == ListFormat::OfacAlias ||
         format == ListFormat::OfacAddress || format == ListFormat::OfacComments;
}

// Files of one publication give one list of each code.
void join(ReadLists& into, ReadLists&& more) {
  if (into.format.empty()) into.format = more.format;
  into.bad_rows += more.bad_rows;
  std::move(more.warnings.begin(), more.warnings.end(), std::back_inserter(into.warnings));
  std::move(more.broken_off.begin(), more.broken_off.end(), std::back_inserter(into.broken_off));
  for (PartyList& list : more.lists) {
    PartyList& to = into.list(list.code, list.name);
    if (list.as_of && (!to.as_of || *to.as_of < *list.as_of)) to.as_of = list.as_of;
    to.starter = to.starter || list.starter;
    std::move(list.entries.begin(), list.entries.end(), std::back_inserter(to.entries));
  }
}

Result<ReadLists> all_of(std::vector<Text8>& files) {
  ReadLists out;
  std::vector<SourceFile> classic;
  std::vector<Diagnostic> errors;
  const auto take = [&](Result<ReadLists> read) {
    if (read.ok()) {
      join(out, std::move(read).value());
    } else {
      errors.insert(errors.end(), read.errors().begin(), read.errors().end());
    }
  };
  for (const Text8& file : files) {
    if (is_ofac_classic(file.format)) {
      classic.push_back({file.name, file.bytes});
    } else {
      take(read_one(file));
    }
  }
  if (!classic.empty()) take(read_ofac_classic(classic));
  if (!out.broken_off.empty())
    errors.insert(errors.end(), out.broken_off.begin(), out.broken_off.end());
  if (!errors.empty()) return errors;
  return out;
}

}  // namespace

Result<ReadLists> read_lists(std::span<const SourceFile> files) {
  std::vector<Text8> texts;
  std::vector<Diagnostic> errors;
  std::vector<std::string> latin1;
  std::string hashes, names;
  for (const SourceFile& file : files) {
    const auto format = recognise(file.bytes, file.name);
    if (!format.ok()) {
      errors.insert(errors.end(), format.errors().begin(), format.errors().end());
      continue;
    }
    bool changed = false;
    texts.push_back({file.name, as_utf8(file.bytes, changed), *format});
    if (changed) latin1.push_back(file.name);
    hashes += (hashes.empty() ? "" : "\n") + sha256_hex(file.bytes);
    names += (names.empty() ? "" : ", ") + file.name;
  }
  if (!errors.empty()) return errors;
  auto read = all_of(texts);
  if (!read.ok()) return read;
  ReadLists& out = read.value();
  for (const std::string& name : latin1) out.warn("P022", name, 0, {msg::ListLatin1, {}});
  std::size_t entries = 0;
  for (PartyList& list : out.lists) {
    list.source = names;
    list.sha256 = files.size() == 1 ? hashes : sha256_hex(hashes);
    entries += list.entries.size();
  }
  // More rows lost than kept: not the list that it says it is.
  if (entries == 0 || out.bad_rows > entries) {
    Diagnostic why;
    why.code = "P005";
    why.place.file = names;
    why.message = {msg::ListNothingRead, {std::to_string(entries), std::to_string(out.bad_rows)}};
    std::vector<Diagnostic> all{why};
    const std::size_t shown = std::min<std::size_t>(out.warnings.size(), 3);
    all.insert(all.end(), out.warnings.begin(),
               out.warnings.begin() + static_cast<std::ptrdiff_t>(shown));
    return all;
  }
  finish(out);
  return read;
}

Result<ReadLists> read_list(std::string_view bytes, const std::string& source) {
  const SourceFile file{source, bytes};
  return read_lists({&file, 1});
}

}  // namespace licit
