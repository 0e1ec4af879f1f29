#include "facts/product_words.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"

namespace licit {
namespace {

struct Listed {
  std::string_view word;
  WordRole role;
};

constexpr auto listed = std::to_array<Listed>({
    {"sxm", WordRole::Mount},
    {"sxm2", WordRole::Mount},
    {"sxm3", WordRole::Mount},
    {"sxm4", WordRole::Mount},
    {"sxm5", WordRole::Mount},
    {"sxm6", WordRole::Mount},
    {"pcie", WordRole::Mount},
    {"oam", WordRole::Mount},
    {"nvl", WordRole::Mount},
    {"hgx", WordRole::Mount},
    {"fhfl", WordRole::Card},
    {"fhhl", WordRole::Card},
    {"hhhl", WordRole::Card},
    {"aic", WordRole::Card},
    {"slot", WordRole::Card},
    {"server", WordRole::Computer},
    {"servers", WordRole::Computer},
    {"system", WordRole::Computer},
    {"systems", WordRole::Computer},
    {"appliance", WordRole::Computer},
    {"rack", WordRole::Computer},
    {"node", WordRole::Computer},
    {"chassis", WordRole::Computer},
    {"workstation", WordRole::Computer},
    {"dgx", WordRole::Computer},
    {"nvl72", WordRole::Computer},
    {"nvl36", WordRole::Computer},
    {"module", WordRole::Assembly},
    {"modules", WordRole::Assembly},
    {"mezzanine", WordRole::Assembly},
    {"board", WordRole::Assembly},
    {"baseboard", WordRole::Assembly},
    {"card", WordRole::Assembly},
    {"cards", WordRole::Assembly},
    {"adapter", WordRole::Assembly},
    {"gpu", WordRole::Plain},
    {"gpus", WordRole::Plain},
    {"graphics", WordRole::Plain},
    {"processing", WordRole::Plain},
    {"processor", WordRole::Plain},
    {"unit", WordRole::Plain},
    {"accelerator", WordRole::Plain},
    {"accelerators", WordRole::Plain},
    {"tensor", WordRole::Plain},
    {"core", WordRole::Plain},
    {"ai", WordRole::Plain},
    {"data", WordRole::Plain},
    {"center", WordRole::Plain},
    {"centre", WordRole::Plain},
    {"datacenter", WordRole::Plain},
    {"memory", WordRole::Plain},
    {"ecc", WordRole::Plain},
    {"passive", WordRole::Plain},
    {"cooling", WordRole::Plain},
    {"cooled", WordRole::Plain},
    {"air", WordRole::Plain},
    {"bulk", WordRole::Plain},
    {"edition", WordRole::Plain},
    {"founders", WordRole::Plain},
    {"generation", WordRole::Plain},
    {"the", WordRole::Plain},
    {"with", WordRole::Plain},
    {"gen3", WordRole::Plain},
    {"gen4", WordRole::Plain},
    {"gen5", WordRole::Plain},
    {"gen6", WordRole::Plain},
    // Who sells cards with chips of others, and calls them after the chip.
    {"lenovo", WordRole::Plain},
    {"thinksystem", WordRole::Plain},
    {"hpe", WordRole::Plain},
    {"dell", WordRole::Plain},
    {"supermicro", WordRole::Plain},
    {"pny", WordRole::Plain},
    {"asus", WordRole::Plain},
    {"gigabyte", WordRole::Plain},
    {"cisco", WordRole::Plain},
    {"fujitsu", WordRole::Plain},
});

// Only where the text is a form factor: in a name they may be a part of it ("Bow", "Core Ultra").
constexpr auto listed_of_form = std::to_array<Listed>({
    {"chip", WordRole::Circuit},      {"die", WordRole::Circuit},
    {"bare", WordRole::Circuit},      {"ic", WordRole::Circuit},
    {"asic", WordRole::Circuit},      {"bga", WordRole::Circuit},
    {"fcbga", WordRole::Circuit},     {"lga", WordRole::Circuit},
    {"socket", WordRole::Circuit},    {"socketed", WordRole::Circuit},
    {"package", WordRole::Circuit},   {"card", WordRole::Card},
    {"dual", WordRole::Card},         {"single", WordRole::Card},
    {"double", WordRole::Card},       {"low", WordRole::Card},
    {"profile", WordRole::Card},      {"full", WordRole::Card},
    {"half", WordRole::Card},         {"height", WordRole::Card},
    {"length", WordRole::Card},       {"width", WordRole::Card},
    {"wide", WordRole::Card},         {"tray", WordRole::Assembly},
    {"carrier", WordRole::Assembly},  {"superchip", WordRole::Assembly},
    {"computer", WordRole::Computer}, {"desktop", WordRole::Computer},
    {"laptop", WordRole::Computer},   {"notebook", WordRole::Computer},
    {"pc", WordRole::Computer},       {"add", WordRole::Plain},
    {"in", WordRole::Plain},          {"form", WordRole::Plain},
    {"factor", WordRole::Plain},
});

std::string_view digits_of(std::string_view word) {
  const std::size_t end = word.find_first_not_of("0123456789");
  return word.substr(0, std::min(end, word.size()));
}

bool is_number(std::string_view word) { return !word.empty() && digits_of(word) == word; }

// A number and then exactly `unit`.
bool is_number_of(std::string_view word, std::string_view unit) {
  const std::string_view digits = digits_of(word);
  return !digits.empty() && word.substr(digits.size()) == unit;
}

bool is_memory(std::string_view word) {
  if (is_number_of(word, "gb")) return true;
  for (const std::string_view kind : {"hbm", "gddr", "lpddr", "ddr"})
    if (word.starts_with(kind)) return true;
  return false;
}

WordRole role_of(std::string_view word, bool is_form) {
  const auto look = [&](const auto& table) {
    return std::find_if(table.begin(), table.end(),
                        [&](const Listed& l) { return l.word == word; });
  };
  if (is_form) {
    if (const auto found = look(listed_of_form); found != listed_of_form.end()) return found->role;
  }
  if (const auto found = look(listed); found != listed.end()) return found->role;
  if (is_memory(word)) return WordRole::Memory;
  for (const std::string_view unit : {"x", "gpus", "way"})
    if (is_number_of(word, unit)) return WordRole::Count;
  if (is_number_of(word, "u") && word.size() <= 3) return WordRole::Computer;
  return WordRole::Name;
}

// "8-GPU" loses its hyphen in folding, and "Gaudi 2 GPU" is no pair of them: told apart before.
std::string with_counts_joined(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool joins = text[i] == '-' && i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9' &&
                       fold(text.substr(i + 1, 3)) == "gpu";
    if (!joins) {
      out += text[i];
      continue;
    }
    out += "gpus ";
    i += 3;
    if (i + 1 < text.size() && (text[i + 1] == 's' || text[i + 1] == 'S')) ++i;
  }
  return out;
}

// What is said of a PCIe interface, whichever card it is on: "4", "0", "gen5", "x16".
bool is_of_interface(std::string_view word, std::string_view next) {
  if (word == "gen") return true;
  if (word.starts_with("gen")) return is_number(word.substr(3));
  if (word.starts_with("x")) return is_number(word.substr(1));
  return is_number(word) && word.size() == 1 && next != "gb" && next != "x" && next != "gpus";
}

}  // namespace

std::vector<ProductWord> product_words(std::string_view text, bool is_form) {
  const std::vector<std::string> raw = folded_words(with_counts_joined(text));
  std::vector<ProductWord> out;
  bool after_interface = false;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    std::string word = raw[i];
    const std::string_view next = i + 1 < raw.size() ? std::string_view(raw[i + 1]) : "";
    if (after_interface && is_of_interface(word, next)) continue;
    if (word == "pci" && next == "express") {
      word = "pcie";
      ++i;
    } else if (is_number(word) &&
               (next == "gb" || next == "x" || next == "gpus" || (is_form && next == "gpu"))) {
      word += next == "gpu" ? "gpus" : next;
      ++i;
    }
    // "48G" is a size too.
    if (is_number_of(word, "g")) word += 'b';
    after_interface = word == "pcie";
    const WordRole role = role_of(word, is_form);
    out.push_back({std::move(word), role});
  }
  return out;
}

std::optional<std::uint32_t> number_in(std::string_view word) {
  std::uint32_t number = 0;
  const std::string_view digits = digits_of(word);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return {};
  return number;
}

}  // namespace licit
