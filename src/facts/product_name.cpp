#include "facts/product_name.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace licit {
namespace {

constexpr std::size_t most_nearest = 3;
// Letters and digits of a designation that other makers may use too: "L4", "H100", "MI100".
constexpr std::size_t longest_designation = 5;

bool has(const std::vector<ProductWord>& words, std::string_view text) {
  return std::any_of(words.begin(), words.end(),
                     [&](const ProductWord& word) { return word.text == text; });
}

enum class Agreement : std::uint8_t { No, Unsure, Yes };

bool is_versioned_sxm(const std::string& mount) {
  return mount.starts_with("sxm") && mount != "sxm";
}

// Whether a chip whose names have these mounts is made as `said`.
Agreement agreement(const Chip& chip, const std::set<std::string>& mounts,
                    const std::string& said) {
  if (mounts.contains(said)) return Agreement::Yes;
  const bool is_sxm = std::any_of(mounts.begin(), mounts.end(), [](const std::string& mount) {
    return mount.starts_with("sxm") || mount == "hgx";
  });
  if (said.starts_with("sxm") || said == "hgx") {
    if (is_versioned_sxm(said) && std::any_of(mounts.begin(), mounts.end(), is_versioned_sxm))
      return Agreement::No;
    if (is_sxm) return Agreement::Yes;
  }
  if (said == "pcie") {
    // A card without links has no other way to be connected.
    if (mounts.empty() && chip.text("interconnect") == "none" && !chip.text("pcie").empty())
      return Agreement::Yes;
    if (mounts.contains("nvl")) return Agreement::Unsure;
  }
  return mounts.empty() ? Agreement::Unsure : Agreement::No;
}

// A card for a slot: a PCIe card, or the NVL form of one.
Agreement agreement_as_card(const Chip& chip, const std::set<std::string>& mounts) {
  return mounts.contains("nvl") ? Agreement::Yes : agreement(chip, mounts, "pcie");
}

bool includes(const Interval& known, const Number& number) {
  return known.lo && known.hi && *known.lo <= number && number <= *known.hi;
}

bool memory_agrees(const Chip& chip, const std::string& said, std::optional<std::uint32_t> count) {
  const auto size = number_in(said);
  if (!size) {
    const std::string type = fold(chip.text("mem_type"));
    return !type.empty() && type == said;
  }
  const CatalogueValue* known = chip.find("mem_gb");
  if (known == nullptr || known->number() == nullptr) return false;
  const Number total(static_cast<std::int64_t>(*size));
  if (includes(*known->number(), total)) return true;
  // Of a board or computer, the sizes of its chips together may be said.
  const auto each =
      count && *count > 1 ? total.over(Number(static_cast<std::int64_t>(*count))) : std::nullopt;
  return each && includes(*known->number(), *each);
}

std::string joined_text(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += word;
  return out;
}

// Of the words of a form factor: what they say the item is.
struct Level {
  bool circuit = false, board = false, computer = false;

  void add(const ProductWord& word) {
    circuit |= word.role == WordRole::Circuit;
    computer |= word.role == WordRole::Computer;
    board |= word.role == WordRole::Assembly || word.role == WordRole::Mount ||
             word.role == WordRole::Card;
  }
  std::string kind() const {
    if (computer) return "computer";
    if (board) return "assembly";
    return circuit ? "integrated-circuit" : "";
  }
};

}  // namespace

// What was said of a product, sorted.
struct ProductNames::Said {
  std::string folded;              // the name
  std::vector<ProductWord> words;  // of the name, then the mounts of the form factor
  std::set<std::string> mounts;
  std::set<std::string> vendors;
  bool as_card = false;
  std::optional<std::uint32_t> count;
  Level of_form;
  std::string unread;
  std::string bare_of;  // the maker, no vendor of the catalogue, of which it is a bare designation
};

struct ProductNames::Fit {
  enum class Kind : std::uint8_t { None, Near, Leading, Whole };
  Kind kind = Kind::None;
  bool sure_of_form = true;
  std::size_t beside = 0;            // words that were said and are not in the spelling
  std::size_t length = 0;            // Near: how much of the name is the chip's
  std::vector<std::string> misfits;  // Near: what is not
};

// The words that fit none of `rows` chips; where each fits one of them, those that do not fit together.
std::string ProductNames::misfit_of(const Said& said,
                                    const std::map<std::string, std::size_t>& unfit,
                                    std::size_t rows) {
  const bool any_fits_none = std::any_of(unfit.begin(), unfit.end(),
                                         [&](const auto& word) { return word.second == rows; });
  std::vector<std::string> out;
  const auto take = [&](const std::string& text) {
    const auto found = unfit.find(text);
    if (found == unfit.end() || (any_fits_none && found->second < rows)) return;
    if (std::find(out.begin(), out.end(), text) == out.end()) out.push_back(text);
  };
  for (const ProductWord& word : said.words) take(word.text);
  for (const auto& [word, count] : unfit) take(word);
  return joined(out, " ");
}

ProductNames::ProductNames(const Catalogue& catalogue) : catalogue_(catalogue) {
  for (const Chip& chip : catalogue.chips()) {
    Row row;
    row.chip = &chip;
    row.vendor.insert(fold(chip.vendor));
    for (const std::string& word : folded_words(chip.vendor))
      if (word.size() > 1) row.vendor.insert(word);
    vendors_.insert(row.vendor.begin(), row.vendor.end());
    for (const std::string& word : folded_words(chip.text("architecture"))) row.also.insert(word);
    std::vector<std::string> spellings = chip.aliases;
    spellings.push_back(chip.name);
    for (const std::string& spelling : spellings) {
      row.spellings.push_back(product_words(spelling));
      for (const ProductWord& word : row.spellings.back())
        if (word.role == WordRole::Mount) row.mounts.insert(word.text);
    }
    rows_.push_back(std::move(row));
  }
}

bool ProductNames::is_vendor(const std::string& word) const { return vendors_.contains(word); }

ProductNames::Fit ProductNames::fit(const Row& row, const std::vector<ProductWord>& spelling,
                                    const Said& said) const {
  Fit out;
  // Most chips of the catalogue are ruled out here.
  const auto first = std::find_if(spelling.begin(), spelling.end(), [&](const ProductWord& word) {
    return word.role == WordRole::Name && !is_vendor(word.text);
  });
  if (first == spelling.end() || said.folded.find(first->text) == std::string::npos) return out;
  std::vector<std::string> name, own;
  std::vector<std::string>& misfits = out.misfits;
  for (const ProductWord& word : said.words) {
    const bool own_word = has(spelling, word.text);
    if (!own_word && !is_vendor(word.text)) ++out.beside;
    if (word.role == WordRole::Memory && !own_word) {
      if (!memory_agrees(*row.chip, word.text, said.count)) misfits.push_back(word.text);
    } else if (word.role == WordRole::Name && !is_vendor(word.text) &&
               (own_word || !row.also.contains(word.text))) {
      name.push_back(word.text);
    }
  }
  bool open = false;
  for (const ProductWord& word : spelling) {
    if (is_vendor(word.text)) continue;
    if (word.role == WordRole::Name) {
      own.push_back(word.text);
    } else if (!has(said.words, word.text)) {
      open = true;  // "K100" is not all of "K100 AI"
    }
  }
  if (own.empty() || name.empty()) return out;
  out.length = joined_text(own).size();
  const std::string said_name = joined_text(name), own_name = joined_text(own);
  std::string so_far;
  bool leading = false;
  for (const std::string& word : own) {
    so_far += word;
    leading |= so_far == said_name;
  }
  for (const std::string& vendor : said.vendors)
    if (!row.vendor.contains(vendor)) misfits.push_back(vendor);
  for (const std::string& mount : said.mounts) {
    const Agreement agreed = agreement(*row.chip, row.mounts, mount);
    if (agreed == Agreement::No) misfits.push_back(mount);
    out.sure_of_form = out.sure_of_form && agreed == Agreement::Yes;
  }
  if (said.as_card) {
    const Agreement agreed = agreement_as_card(*row.chip, row.mounts);
    if (agreed == Agreement::No) misfits.push_back("PCIe");
    out.sure_of_form = out.sure_of_form && agreed == Agreement::Yes;
  }
  if (leading && misfits.empty()) {
    const bool whole = said_name == own_name && !open;
    out.kind = whole ? Fit::Kind::Whole : Fit::Kind::Leading;
    return out;
  }
  if (!leading) {
    // The chip's name somewhere in a longer one.
    const auto at = std::search(name.begin(), name.end(), own.begin(), own.end());
    if (at == name.end()) return out;
    std::vector<std::string> rest(name.begin(), at);
    rest.insert(rest.end(), at + static_cast<std::ptrdiff_t>(own.size()), name.end());
    misfits.insert(misfits.begin(), rest.begin(), rest.end());
  }
  out.kind = Fit::Kind::Near;
  return out;
}

ProductNames::Fit ProductNames::fit(const Row& row, const Said& said) const {
  Fit best;
  const auto consider = [&](const std::vector<ProductWord>& spelling) {
    Fit one = fit(row, spelling, said);
    if (one.kind != best.kind ? one.kind > best.kind : is_closer(one, best)) best = std::move(one);
  };
  for (const auto& spelling : row.spellings) consider(spelling);
  // An id is no name of a product; typed as it is, it means its chip all the same.
  if (said.folded == fold(row.chip->id)) consider(product_words(row.chip->id));
  return best;
}

// Of two fits of one kind.
bool ProductNames::is_closer(const Fit& a, const Fit& b) {
  if (a.kind != Fit::Kind::Near) return a.beside < b.beside;
  // Most of a chip's name first, then fewest words that do not fit.
  if (a.length != b.length) return a.length > b.length;
  return a.misfits.size() < b.misfits.size();
}

ProductNames::Said ProductNames::said_in(std::string_view product, std::string_view form,
                                         std::string_view maker) const {
  Said said;
  said.folded = fold(product);
  std::set<std::string> reseller;
  for (const std::string& word : folded_words(maker))
    (is_vendor(word) ? said.vendors : reseller).insert(word);
  bool at_beginning = true;
  bool says_more = !said.vendors.empty();
  for (ProductWord& word : product_words(product)) {
    at_beginning = at_beginning && (reseller.contains(word.text) || is_vendor(word.text));
    if (at_beginning && reseller.contains(word.text)) continue;
    if (is_vendor(word.text)) said.vendors.insert(word.text);
    says_more = says_more || is_vendor(word.text) || word.role != WordRole::Name;
    if (word.role == WordRole::Mount) said.mounts.insert(word.text);
    if (word.role == WordRole::Count) said.count = number_in(word.text);
    said.words.push_back(std::move(word));
  }
  const bool alone = said.words.size() == 1;
  std::vector<std::string> unread;
  for (ProductWord& word : product_words(form, true)) {
    said.of_form.add(word);
    if (word.role == WordRole::Name) unread.push_back(word.text);
    if (word.role == WordRole::Count) said.count = number_in(word.text);
    said.as_card |= word.role == WordRole::Card;
    if (word.role != WordRole::Mount) continue;
    said.mounts.insert(word.text);
    if (!has(said.words, word.text)) said.words.push_back(std::move(word));
  }
  said.unread = joined(unread, " ");
  says_more = says_more || !said.of_form.kind().empty();
  if (!reseller.empty() && !says_more && alone &&
      said.words.front().text.size() <= longest_designation)
    said.bare_of = trimmed(maker);
  // The NVL form is a PCIe card with a bridge: both are said of it.
  if (said.mounts.contains("nvl")) said.mounts.erase("pcie");
  return said;
}

void ProductNames::add_nearest(const Said& said, std::string_view product,
                               const std::vector<std::pair<const Row*, Fit>>& fits,
                               ProductMeaning& out) const {
  const Fit* first = nullptr;
  for (const auto& [row, one] : fits)
    if (first == nullptr || is_closer(one, *first)) first = &one;
  std::map<std::string, std::size_t> unfit;  // by word: to how many it does not fit
  for (const auto& [row, one] : fits) {
    if (is_closer(*first, one) || out.nearest.size() == most_nearest) continue;
    out.nearest.push_back(row->chip->id);
    for (const std::string& word : one.misfits) ++unfit[word];
  }
  out.misfit = misfit_of(said, unfit, out.nearest.size());
  if (out.nearest.empty()) out.nearest = catalogue_.resolve(product).nearest;
}

ProductMeaning ProductNames::meaning_of(std::string_view product, std::string_view form,
                                        std::string_view maker) const {
  const Said said = said_in(product, form, maker);
  Fit::Kind best = Fit::Kind::None;
  std::vector<std::pair<const Row*, Fit>> fits;
  for (const Row& row : rows_) {
    Fit one = fit(row, said);
    if (one.kind < best || one.kind == Fit::Kind::None) continue;
    if (one.kind > best) fits.clear();
    best = one.kind;
    fits.emplace_back(&row, std::move(one));
  }
  ProductMeaning out;
  out.unread = said.unread;
  out.count = said.count;
  if (best >= Fit::Kind::Leading && !said.bare_of.empty()) {
    for (const auto& [row, one] : fits)
      if (out.nearest.size() < most_nearest) out.nearest.push_back(row->chip->id);
    out.misfit = said.bare_of;
    return out;
  }
  if (best < Fit::Kind::Leading) {
    add_nearest(said, product, fits, out);
  } else {
    out.whole = best == Fit::Kind::Whole;
    const auto drop = [&](auto&& is_worse) { std::erase_if(fits, is_worse); };
    // The name that holds more of what was said: "Server" is no computer where a card is called so.
    std::size_t least = fits.front().second.beside;
    for (const auto& [row, one] : fits) least = std::min(least, one.beside);
    if (out.whole) drop([&](const auto& pair) { return pair.second.beside > least; });
    out.sure_of_form = std::any_of(fits.begin(), fits.end(),
                                   [](const auto& pair) { return pair.second.sure_of_form; });
    if (out.sure_of_form) drop([](const auto& pair) { return !pair.second.sure_of_form; });
    for (const auto& [row, one] : fits) out.chips.push_back(row->chip);
  }
  out.kind = kind_of(said, fits);
  return out;
}

// What the form factor says goes before what the name says, and of that a word of the chip's own name
// says nothing: a "Server Edition" is a card.
std::string ProductNames::kind_of(const Said& said,
                                  const std::vector<std::pair<const Row*, Fit>>& fits) {
  if (std::string kind = said.of_form.kind(); !kind.empty()) return kind;
  Level level;
  for (const ProductWord& word : said.words) {
    const bool is_own = std::any_of(fits.begin(), fits.end(), [&](const auto& pair) {
      const auto& spellings = pair.first->spellings;
      return std::any_of(spellings.begin(), spellings.end(),
                         [&](const auto& spelling) { return has(spelling, word.text); });
    });
    if (!is_own || word.role == WordRole::Mount) level.add(word);
  }
  return level.kind();
}

}  // namespace licit
