// The ways to read what is asked of a party: whole, in the parts of a longer text, in other spellings, as a
// person's name. What each must reach to be worth anything differs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parties/names/evidence.h"
#include "parties/names/normal.h"

namespace licit::names {

struct Reading {
  const NormalName* name = nullptr;
  std::uint16_t least = 0;  // a score below is worth nothing
  bool in_part = false;     // of the text, or another spelling of it
  bool as_person = false;   // listed persons alone are compared
};

// For one thread, and one query after another: what was read before is gone.
class Readings {
 public:
  // `normal` is the whole name, and must outlive what is read of it.
  void read(const PartyQuery& query, const Normalized& normal);

  std::size_t size() const { return readings_.size(); }
  const Reading& operator[](std::size_t i) const { return readings_[i]; }

 private:
  void read_as_person(const PartyQuery& query, const Normalized& normal);
  void read_pairs_as_persons(const PartyQuery& query);
  void take_head(std::string_view text, PartyType type);
  void read_parts(const PartyQuery& query);

  std::string field_;              // the text, its signs made plain
  std::vector<Normalized> parts_;  // of it, and its other spellings
  std::vector<Normalized> persons_;
  Normalized person_;  // the text as a person's name
  std::vector<Reading> readings_;
};

}  // namespace licit::names
