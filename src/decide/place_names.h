// A group of places as a reader would name it: by the law's own sets of the day where that comes to the
// same, else one by one.
#pragma once

#include <string>
#include <vector>

#include "decide/law_at.h"
#include "facts/places.h"

namespace licit {

// The places of `sets`, and those of `also`, less those of `but`. All empty where it is every place.
struct PlaceNames {
  bool anywhere = false;          // every place, less `but` and `less`
  std::vector<std::string> sets;  // ids of sets
  std::vector<std::string> less;  // sets taken away
  std::vector<std::string> also;  // codes of single places
  std::vector<std::string> but;   // single places taken away
};

class PlaceNamer {
 public:
  // The law and the places must outlive it. Sets count as their members are on the law's day, under the
  // default readings.
  PlaceNamer(const LawAt& law, const Places& places);

  // The shortest name for these codes.
  PlaceNames name(const std::vector<std::string>& codes) const;

 private:
  using Members = std::vector<bool>;  // by position in Places::all()
  struct Named {
    std::string id;
    Members members;
  };
  bool in(const law::SetExpr& set, const std::vector<std::string>& lineage, int depth) const;
  bool in(const law::SetDecl& set, const std::vector<std::string>& lineage, int depth) const;
  PlaceNames spell(const Members& wanted, bool anywhere, const Named* set, const Named* second,
                   const Named* less) const;

  const LawAt& law_;
  const Places& places_;
  std::vector<Named> sets_;
  Members open_;  // places of which something can be said
};

}  // namespace licit
