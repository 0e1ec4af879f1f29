#include <unordered_map>

#include "parties/names/score.h"

namespace licit {
namespace {

struct Row {
  std::string_view form;
  std::uint16_t weight;
};

constexpr Row rows[] = {
#include "parties/names/word_weights.inc"
};

class Shipped final : public Rarity {
 public:
  Shipped() {
    for (const Row& row : rows) weights_.emplace(row.form, row.weight);
  }
  std::uint32_t weight(std::string_view form) const override {
    const auto found = weights_.find(form);
    return found == weights_.end() ? 1000 : found->second;
  }

 private:
  std::unordered_map<std::string_view, std::uint16_t> weights_;
};

}  // namespace

const Rarity& shipped_rarity() {
  static const Shipped rarity;
  return rarity;
}

}  // namespace licit
