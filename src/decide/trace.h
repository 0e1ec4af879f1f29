// What an evaluation leaned on, kept as bits so that carrying it up a condition costs nothing: which
// assumptions, which weak values, which texts of the law that were not read in a primary source.
// A truth carries only what it needs: `no` of an `all of` leans on one limb that is no.
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/truth.h"
#include "decide/answer.h"

namespace licit {

// A truth and what it leans on; bits are positions in a Trace.
struct Support {
  static constexpr std::size_t capacity = 256;
  std::bitset<capacity> assumptions;
  std::bitset<capacity> notes;  // weak values and texts not read in a primary source

  Support& operator|=(const Support& other) {
    assumptions |= other.assumptions;
    notes |= other.notes;
    return *this;
  }
};

struct Held {
  Truth truth = Truth::No;
  Support by;
};

// A text that the answer may have to say was not read in a primary source.
struct UnreadText {
  std::string provision;  // id of a provision, parameter, set or define
  std::string cite;
  std::string source;  // source id, by which warnings are merged
  std::string source_citation;
  law::Verified verified = law::Verified::Unverified;
  std::string note;
};

class Trace {
 public:
  // The support that consists of this one thing; the same each time for the same key. Beyond
  // Support::capacity things, what is new counts as leaned on always: more is listed, never less.
  Support assume(const Assumption& assumption);
  Support weak(std::string_view fact);
  Support unread(const UnreadText& text);

  std::vector<Assumption> assumptions(const Support& by) const;
  std::vector<std::string> weak_facts(const Support& by) const;
  std::vector<UnreadText> unread_texts(const Support& by) const;

  // Whether any condition asked for the posture, and which readings were asked for: what was not
  // asked for cannot change the answer.
  bool asked_posture = false;
  std::vector<std::string_view> asked_readings;
  void ask_reading(std::string_view id);

 private:
  struct Note {
    std::string weak_fact;  // empty: an unread text
    UnreadText text;
  };
  Support note(std::string key, Note note);

  std::vector<Assumption> assumptions_;
  std::vector<Note> notes_;
  std::unordered_map<std::string, std::size_t> positions_;
};

}  // namespace licit
