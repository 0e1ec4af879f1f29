// A pack compiled when first asked for, once for each date of knowledge, and shared from then on.
//
// Thread-safe. The pack and the places must outlive it.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "decide/compiled_law.h"

namespace licit {

class Compilations {
 public:
  Compilations(const law::Pack& pack, const Places& places) : pack_(pack), places_(places) {}

  std::shared_ptr<const CompiledLaw> at(const Clock& clock) const;

 private:
  const law::Pack& pack_;
  const Places& places_;
  mutable std::mutex compiling_;
  mutable std::map<std::pair<std::optional<Date>, Knower>, std::shared_ptr<const CompiledLaw>>
      kept_;
};

}  // namespace licit
