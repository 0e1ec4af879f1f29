// A pack compiled when first asked for, once for each date of knowledge, and shared from then on.
//
// Thread-safe. The pack and the places must outlive it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "decide/compiled_law.h"

namespace licit {

class Compilations {
 public:
  using Make = std::function<std::shared_ptr<const CompiledLaw>(const Clock&)>;

  // `make` is called by one thread at a time.
  explicit Compilations(Make make) : make_(std::move(make)) {}
  Compilations(const law::Pack& pack, const Places& places);

  std::shared_ptr<const CompiledLaw> at(const Clock& clock) const;

 private:
  Make make_;
  mutable std::mutex compiling_;
  mutable std::map<std::pair<std::optional<Date>, Knower>, std::shared_ptr<const CompiledLaw>>
      kept_;
};

}  // namespace licit
