// Whatever bytes are given for an index of names: refused, or nothing outside them is read and what is
// found is within it; and whatever name is asked of a sound index: no crash, scores within bounds.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "parties/names/screen.h"

namespace {

using namespace licit;

void require(bool held) {
  if (!held) std::abort();
}

const NameIndex& sound() {
  static const NameIndex index = [] {
    PartyList list;
    list.code = ListCode::EntityList;
    list.name = "List";
    const char* const names[] = {"Huawei Technologies Co., Ltd.", "Viktor Baranov", "浪潮集团",
                                 "Общество «Микрон»", "A-B-C Company"};
    for (const char* name : names) {
      ListEntry entry;
      entry.id = name;
      entry.names.push_back({name, NameKind::Primary, false});
      entry.ids.push_back({"USCC", "91110108600001760P", "CN"});
      entry.addresses.push_back({"12 Fuxing Road", "Beijing", "", "", "CN"});
      list.entries.push_back(entry);
    }
    return NameIndex::build({&list, 1}).value();
  }();
  return index;
}

void ask(Screener& screener, const std::string& name) {
  PartyQuery query;
  query.name = name;
  query.ids = {"91110108600001760P", name};
  query.addresses = {"12 Fuxing Road, Beijing", name};
  query.as_of = Date(20'000);
  for (const ScreenHit& hit : screener.screen(query)) {
    require(hit.score <= 1000 && hit.name_score <= 1000 && hit.ofac >= 0 && hit.ofac <= 100);
    require(hit.entry < screener.index().entries.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  if (data[0] % 2 == 0) {
    static Screener screener(sound());
    ask(screener, std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
    return 0;
  }
  // The sound index with some of its bytes replaced, and the hash made right again.
  const auto whole = sound().bytes();
  auto forged = std::make_shared<std::vector<std::byte>>(whole.begin(), whole.end());
  for (std::size_t i = 1; i + 4 < size; i += 4) {
    std::uint32_t word = 0;
    std::memcpy(&word, data + i, sizeof(word));
    const std::size_t at =
        sizeof(IndexHeader) + (word >> 8) % (forged->size() - sizeof(IndexHeader));
    (*forged)[at] = static_cast<std::byte>(word);
  }
  const std::span<const std::byte> bytes(*forged);
  const std::uint64_t hash = index_hash(bytes.subspan(sizeof(IndexHeader)));
  std::memcpy(forged->data() + offsetof(IndexHeader, hash), &hash, sizeof(hash));
  const auto index = NameIndex::over(bytes, forged, "forged");
  require(index.ok());
  Screener screener(*index);
  ask(screener, "Huawei Technologies");
  return 0;
}
