// What an evaluation leaned on, kept as bits so that carrying it up a condition costs nothing: which
// assumptions, which weak values, which texts of the law that were not read in a primary source.
// A truth carries only what it needs: `no` of an `all of` leans on one limb that is no.
#pragma once

#include <bitset>
#include <cstdint>
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
  // The choices (PackIndex::choice) under which the truth was found: under others than these it is the same.
  std::uint64_t choices = 0;

  Support& operator|=(const Support& other) {
    assumptions |= other.assumptions;
    notes |= other.notes;
    choices |= other.choices;
    return *this;
  }
};

inline Support only_choices(std::uint64_t choices) {
  Support out;
  out.choices = choices;
  return out;
}

struct Held {
  Truth truth = Truth::No;
  Support by;
};

// A text that the answer may have to say was not read in a primary source. In the words of the pack.
struct UnreadText {
  std::string_view provision;  // id of a provision, parameter, set or define
  std::string_view cite;
  std::string_view source;  // source id, by which warnings are merged
  std::string_view source_citation;
  law::Verified verified = law::Verified::Unverified;
  std::string_view note;
};

class Trace {
 public:
  // The support that consists of this one thing; the same each time for the same key. Beyond
  // Support::capacity things, what is new counts as leaned on always: more is listed, never less.
  // `make` gives the Assumption about the fact where there is none yet.
  template <typename Make>
  Support assume(std::string_view fact, Make&& make) {
    std::size_t at = 0;
    while (at < assumptions_.size() && assumptions_[at].fact != fact) ++at;
    if (at == assumptions_.size()) assumptions_.push_back(make());
    Support out;
    if (at < Support::capacity) out.assumptions.set(at);
    return out;
  }
  // A fact whose id outlives the trace.
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
    std::string_view weak_fact;  // empty: an unread text
    UnreadText text;
    bool operator==(const Note& other) const {
      return weak_fact == other.weak_fact && text.provision == other.text.provision &&
             text.source == other.text.source && text.cite == other.text.cite;
    }
  };
  struct NoteHash {
    std::size_t operator()(const Note& note) const {
      const std::hash<std::string_view> hash;
      return hash(note.text.provision) + 3 * hash(note.text.source) + 7 * hash(note.text.cite) +
             hash(note.weak_fact);
    }
  };
  Support note(const Note& note);

  std::vector<Assumption> assumptions_;
  std::vector<Note> notes_;
  std::unordered_map<Note, std::size_t, NoteHash> positions_;
};

}  // namespace licit
