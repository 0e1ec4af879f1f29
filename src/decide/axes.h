// The questions that a pack's conditions ask of facts, and into how few answers they fall: a number
// matters by the constants that meet it, a place by the sets that it belongs to, a word by whether the
// law names it. One axis is one question; its classes are the answers that the law tells apart.
//
// Immutable once built; the pack and the places must outlive it.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "decide/law_at.h"
#include "diagram/diagrams.h"
#include "facts/places.h"
#include "language/ast.h"

namespace licit {

enum class Asks : std::uint8_t {
  Number,    // between which of the law's constants the number lies
  Day,       // the same of a day
  Place,     // in which of the law's sets the place is
  Word,      // which of the words (a name: which of those that the law says, or another)
  Member,    // whether a set-valued fact has the word
  Known,     // whether the fact is known
  Received,  // whether the exporter received the notice
  Reading,   // which alternative of a reading is taken
  Posture,   // text or enforced
  Doubt      // whether a place that the law names nowhere is in a set
};

// A constant of the law, and on which side of it the line is cut: before it (as by >= and <) or after
// it (as by > and <=).
template <typename T>
struct Cut {
  T at;
  bool after = false;
  auto operator<=>(const Cut&) const = default;
};

struct Axis {
  Asks asks = Asks::Word;
  std::string subject;  // fact, reading or notice; empty for the posture; Doubt: the set
  std::string word;     // Member: the word; Doubt: the place
  std::uint16_t classes = 2;

  std::vector<Cut<Number>> cuts;   // Number: class i lies above i of them
  std::vector<Cut<Date>> days;     // Day
  std::vector<std::string> words;  // Word, Reading, Posture: class i; beyond them: any other
};

class Axes {
 public:
  Axes(const law::Pack& pack, const Places& places, const Clock& clock);
  // Over several packs at once: the classes that any of them tells apart, so that functions of both can be
  // compared. Packs that share an axis must agree on the type of its fact.
  Axes(std::span<const law::Pack* const> packs, const Places& places, const Clock& clock);
  // Axes found before: all(), and the class of each place in the order of the table.
  Axes(std::vector<Axis> axes, const Places& places, std::span<const std::uint16_t> place_classes);

  const std::vector<Axis>& all() const { return axes_; }
  const Axis& operator[](Variable v) const { return axes_[v]; }
  // The variable of a question, or nothing where no condition asks it.
  std::optional<Variable> find(Asks asks, std::string_view subject,
                               std::string_view word = {}) const;

  // The class of every place on a Place axis, by code; the same on all of them.
  std::uint16_t place_class(std::string_view code) const;
  // One place of each class.
  const std::vector<std::string>& place_representatives() const { return representatives_; }
  std::vector<std::string> places_of(std::uint16_t place_class) const;

  // The class of a value; for an interval, the first and the last class it reaches.
  static std::uint16_t class_of(const Axis& axis, const Number& number);
  static std::uint16_t class_of(const Axis& axis, Date day);
  std::uint16_t class_of_word(const Axis& axis, std::string_view word) const;
  // The classes in which a comparison with a constant holds.
  static ClassSet where(const Axis& axis, Comparison comparison, const Number& constant);
  static ClassSet where(const Axis& axis, Comparison comparison, Date constant);

 private:
  class Gatherer;
  void order();
  void number_places(const Places& places, std::span<const std::uint16_t> classes);
  void partition_places(std::span<const law::Pack* const> packs, const Places& places,
                        const Clock& clock);
  // Sets apart what one pack tells apart on some day, within classes that are apart already.
  void refine_places(const law::Pack& pack, const Places& places, const Clock& clock,
                     std::vector<std::uint16_t>& classes) const;

  std::vector<Axis> axes_;
  std::map<std::tuple<Asks, std::string, std::string>, Variable> by_question_;
  std::map<std::string, std::uint16_t, std::less<>> place_classes_;
  std::vector<std::string> representatives_;
};

}  // namespace licit
