// What the words of a product's name and of a form factor are for: most name the chip; others say how it
// is mounted, what it is part of, how many there are and how much memory it has. A fixed list of words,
// documented in docs/part-lists.md; what is not in it is taken for a part of the name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace licit {

enum class WordRole : std::uint8_t {
  Name,      // "rtx", "4090": all that is not below
  Mount,     // "sxm5", "pcie", "oam", "nvl", "hgx"
  Card,      // "fhfl", "slot": a card for a PCIe slot
  Memory,    // "80gb", "hbm3"
  Count,     // "8x", "8gpus"
  Circuit,   // "die", "bga": form factors only
  Assembly,  // "module", "board"
  Computer,  // "server", "4u", "dgx"
  Plain      // says nothing that a name would not: "gpu", "accelerator"
};

struct ProductWord {
  std::string text;  // folded
  WordRole role = WordRole::Name;
};

// The words in order. Numbers stand with their unit ("80 GB" is "80gb", "8-GPU" is "8gpus"), and what
// follows "PCIe" (4.0, Gen5, x16) is dropped. `is_form`: the text is a form factor.
std::vector<ProductWord> product_words(std::string_view text, bool is_form = false);

// The number in front of a word of Count or of a size of memory ("80gb").
std::optional<std::uint32_t> number_in(std::string_view word);

}  // namespace licit
