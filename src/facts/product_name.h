// Which chips of the catalogue a product of a vendor's list may be, from its name and form factor. A
// name is longer than what people type ("NVIDIA H100 Tensor Core GPU 80GB SXM5"): every word of it has
// to be one of the chip's own, or to agree with what the catalogue says of the chip. A word that is
// neither ("cable", another size of memory) makes it another product, and nothing is guessed.
//
// Immutable once built; safe to share between threads. The catalogue must outlive it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/catalogue.h"
#include "facts/product_words.h"

namespace licit {

struct ProductMeaning {
  std::vector<const Chip*> chips;  // one, several that it may be, or none
  bool whole = false;              // all of some name of each chip was said, form factor included
  bool sure_of_form = true;        // what the catalogue says bears the form factor out
  // Where no chip is meant.
  std::vector<std::string> nearest;  // ids, best first
  std::string misfit;                // the words that fit no chip of that name; may be empty

  std::string kind;                    // item.kind that the words say; empty where they say none
  std::optional<std::uint32_t> count;  // of chips: "8-GPU"
  std::string unread;                  // words of the form factor that mean nothing here
};

class ProductNames {
 public:
  explicit ProductNames(const Catalogue& catalogue);

  // `form` and `maker` may be empty. A maker that the catalogue has leaves only its own chips; another
  // one (who sells cards with chips of others) is dropped from the name where it begins with it: a word
  // further on may be the product's own ("RTX 4080 Super" of Super Micro). Of another maker, a bare
  // designation ("L4", "A100") may be anything of that maker's, and no chip is meant.
  ProductMeaning meaning_of(std::string_view product, std::string_view form,
                            std::string_view maker) const;

 private:
  struct Row {
    const Chip* chip = nullptr;
    std::vector<std::vector<ProductWord>> spellings;
    std::set<std::string> mounts;  // of any spelling
    std::set<std::string> vendor;  // its words
    std::set<std::string> also;    // words of its architecture
  };
  struct Said;
  struct Fit;

  static std::string misfit_of(const Said& said, const std::map<std::string, std::size_t>& unfit,
                               std::size_t rows);
  static bool is_closer(const Fit& a, const Fit& b);
  static std::string kind_of(const Said& said, const std::vector<std::pair<const Row*, Fit>>& fits);
  Said said_in(std::string_view product, std::string_view form, std::string_view maker) const;
  void add_nearest(const Said& said, std::string_view product,
                   const std::vector<std::pair<const Row*, Fit>>& fits, ProductMeaning& out) const;
  bool is_vendor(const std::string& word) const;
  Fit fit(const Row& row, const Said& said) const;
  Fit fit(const Row& row, const std::vector<ProductWord>& spelling, const Said& said) const;

  const Catalogue& catalogue_;
  std::vector<Row> rows_;
  std::set<std::string> vendors_;
};

}  // namespace licit
