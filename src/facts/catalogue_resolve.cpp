#include <algorithm>
#include <map>

#include "base/text.h"
#include "facts/catalogue.h"

namespace licit {
namespace {

std::vector<std::string> spellings_of(const Chip& chip) {
  std::vector<std::string> out{chip.id, chip.name};
  out.insert(out.end(), chip.aliases.begin(), chip.aliases.end());
  return out;
}

void add_once(std::vector<std::size_t>& rows, std::size_t row) {
  if (std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
}

}  // namespace

void Catalogue::index_names() {
  for (std::size_t row = 0; row < chips_.size(); ++row) {
    // "Baidu Kunlunxin" is typed whole, or by either word. Single letters are no name.
    add_once(by_vendor_[fold(chips_[row].vendor)], row);
    for (const std::string& word : folded_words(chips_[row].vendor))
      if (word.size() > 1) add_once(by_vendor_[word], row);
  }
  for (std::size_t row = 0; row < chips_.size(); ++row) {
    for (const std::string& spelling : spellings_of(chips_[row])) {
      std::string so_far;
      for (const std::string& word : folded_words(spelling)) {
        so_far += word;
        // A vendor's name alone means no chip, though the alias "NVIDIA H20" begins with it.
        if (!by_vendor_.contains(so_far)) add_once(by_leading_words_[so_far], row);
      }
    }
  }
}

std::vector<std::size_t> Catalogue::exact(std::string_view folded) const {
  const auto it = by_name_.find(folded);
  if (it == by_name_.end()) return {};
  return {it->second};
}

std::vector<std::size_t> Catalogue::leading(std::string_view folded) const {
  const auto it = by_leading_words_.find(folded);
  return it == by_leading_words_.end() ? std::vector<std::size_t>{} : it->second;
}

Resolution Catalogue::resolve(std::string_view typed) const {
  // What may follow a vendor's name, with the rows of that vendor.
  struct Rest {
    std::string folded;
    const std::vector<std::size_t>* vendor_rows;
  };
  const std::string whole = fold(typed);
  std::vector<Rest> rests;
  if (!whole.empty()) rests.push_back({whole, nullptr});
  const std::vector<std::string> words = folded_words(typed);
  std::string front;
  for (std::size_t i = 0; i + 1 < words.size() && i < 3; ++i) {
    front += words[i];
    const auto vendor = by_vendor_.find(front);
    if (vendor == by_vendor_.end()) continue;
    std::string rest;
    for (std::size_t j = i + 1; j < words.size(); ++j) rest += words[j];
    rests.push_back({std::move(rest), &vendor->second});
  }

  Resolution out;
  auto take = [&](const std::vector<std::size_t>& rows, const Rest& rest) {
    for (const std::size_t row : rows) {
      const auto* of_vendor = rest.vendor_rows;
      if (of_vendor && std::find(of_vendor->begin(), of_vendor->end(), row) == of_vendor->end())
        continue;
      if (std::find(out.chips.begin(), out.chips.end(), &chips_[row]) == out.chips.end())
        out.chips.push_back(&chips_[row]);
    }
    return !out.chips.empty();
  };
  for (const Rest& rest : rests) {
    if (take(exact(rest.folded), rest)) {
      out.whole = true;
      return out;
    }
  }
  // All of them: some rows have an alias with the vendor in it and some have not.
  for (const Rest& rest : rests) take(leading(rest.folded), rest);
  if (!out.chips.empty()) return out;

  std::vector<std::string> known;
  std::map<std::string, std::string> id_of;
  for (const Chip& chip : chips_) {
    for (const std::string& spelling : spellings_of(chip)) {
      known.push_back(spelling);
      id_of.emplace(spelling, chip.id);
    }
  }
  // Several spellings of one row may be near: ask for more than are shown.
  for (const std::string& spelling : nearest(typed, known, 9)) {
    const std::string& id = id_of[spelling];
    if (std::find(out.nearest.begin(), out.nearest.end(), id) == out.nearest.end())
      out.nearest.push_back(id);
    if (out.nearest.size() == 3) break;
  }
  return out;
}

}  // namespace licit
