#include "parties/names/entry_hash.h"

#include <algorithm>
#include <string_view>

namespace licit {
namespace {

class Hasher {
 public:
  // The size goes in too, so that "ab","c" is not "a","bc".
  void add(std::string_view text) {
    add(std::uint64_t{text.size()});
    for (const char c : text) byte(static_cast<unsigned char>(c));
  }
  void add(std::uint64_t number) {
    for (int i = 0; i < 8; ++i) byte(static_cast<unsigned char>(number >> (8 * i)));
  }
  std::uint64_t value() const { return sum_; }

 private:
  // FNV-1a.
  void byte(unsigned char value) { sum_ = (sum_ ^ value) * 0x100000001B3ULL; }
  std::uint64_t sum_ = 0xCBF29CE484222325ULL;
};

}  // namespace

std::uint64_t entry_hash(const ListEntry& entry) {
  Hasher h;
  const auto texts = [&](const std::vector<std::string>& list) {
    h.add(list.size());
    for (const std::string& one : list) h.add(one);
  };
  const auto day = [&](const std::optional<Date>& date) {
    h.add(date ? static_cast<std::uint64_t>(date->days()) + 1'000'000 : 0);
  };
  h.add(entry.id);
  h.add(static_cast<std::uint64_t>(entry.type));
  // What Licit calls it is nothing that its authority says.
  const auto ours = [](const ListedName& name) { return name.kind == NameKind::Starter; };
  h.add(entry.names.size() -
        static_cast<std::size_t>(std::count_if(entry.names.begin(), entry.names.end(), ours)));
  for (const ListedName& name : entry.names) {
    if (ours(name)) continue;
    h.add(name.text);
    h.add(static_cast<std::uint64_t>(name.kind) * 2 + (name.weak ? 1 : 0));
  }
  h.add(entry.addresses.size());
  for (const ListedAddress& one : entry.addresses) {
    for (const std::string* part : {&one.text, &one.city, &one.region, &one.postal, &one.country})
      h.add(*part);
  }
  h.add(entry.ids.size());
  for (const ListedId& one : entry.ids) {
    for (const std::string* part : {&one.type, &one.number, &one.country}) h.add(*part);
  }
  texts(entry.countries);
  texts(entry.birth_dates);
  texts(entry.programs);
  h.add(entry.requirement);
  h.add(entry.policy);
  h.add(entry.footnotes);
  day(entry.from);
  day(entry.until);
  for (const std::string* part :
       {&entry.citation, &entry.source_url, &entry.parent, &entry.remarks})
    h.add(*part);
  h.add((entry.address_only ? 1ULL : 0ULL) + (entry.successors ? 2ULL : 0ULL));
  return h.value();
}

}  // namespace licit
