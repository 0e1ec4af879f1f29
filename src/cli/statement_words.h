// The limits of a statement about transactions, as a reader says them.
#pragma once

#include <string>
#include <vector>

#include "cli/layout.h"
#include "decide/difference.h"
#include "decide/place_names.h"

namespace licit::cli {

class StatementWords {
 public:
  // All must outlive it. Places are named by the sets of the namer's law; `most` of them at most are named
  // one by one.
  StatementWords(Language language, const law::Pack& pack, const Places& places,
                 const PlaceNamer& namer, std::size_t most)
      : language_(language), pack_(pack), places_(places), namer_(namer), most_(most) {}

  // "total processing performance: 4800 TPP or more".
  std::string limit(const DifferenceLimit& limit) const;
  // The limits of a statement in one line, parted by semicolons.
  std::string limits(const std::vector<DifferenceLimit>& limits) const;
  // "D:5 or Macau", "any place, less D:1", "Germany, France and 7 more places".
  std::string of_places(const std::vector<std::string>& codes) const;

 private:
  std::string name_of(const std::string& fact) const;
  std::string set_words(const std::string& id) const;
  std::vector<std::string> listed(const std::vector<std::string>& codes) const;
  std::string value(const DifferenceLimit& limit) const;
  std::string words_of(const DifferenceLimit& limit) const;

  Language language_;
  const law::Pack& pack_;
  const Places& places_;
  const PlaceNamer& namer_;
  std::size_t most_;
};

}  // namespace licit::cli
