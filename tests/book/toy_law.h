// A law of three rules, so that what a book should come to can be worked out by hand:
//   chips of 4,800 TPP or more need a license to China from 2023-01-01;
//   everything to Iran is prohibited; a buyer from China anywhere else needs a license, unless it is
//   for its own use, which is an exception with one step.
#pragma once

#include "book/book.h"
#include "book/support.h"
#include "facts/shipped.h"
#include "language/load.h"

namespace licit::test {

inline constexpr std::string_view toy_law = R"law(
pack toy "A toy law"
  title en "A toy law" fr "Une loi pour rire"
  verified-through 2026-01-01
  covers-from 2020-01-01

source toy-act statute "Toy Act"
  title en "The Toy Act" fr "La loi pour rire"
  published 2019-01-01 effective 2020-01-01
  verified primary

fact item.tpp : number TPP
  says en "performance" fr "performance"
  asks en "What is its TPP?" fr "Quelle est sa TPP ?"
  computed by highest-product
fact to.place : place
  says en "destination" fr "destination"
  asks en "Where to?" fr "Vers où ?"
fact buyer.hq : place
  says en "headquarters of the buyer" fr "siège de l'acheteur"
  asks en "Where is the buyer headquartered?" fr "Où est le siège de l'acheteur ?"
fact buyer.own-use : yes-no
  says en "for the buyer's own use" fr "pour l'usage de l'acheteur"
  asks en "Is it for the buyer's own use?" fr "Est-ce pour l'usage de l'acheteur ?"

rule chip
  cite "Toy Act 1" source toy-act from 2020-01-01
  says en "any chip" fr "toute puce"
  then class CHIP
  when item.tpp >= 0 TPP
precedence class { CHIP }

rule big-to-china
  cite "Toy Act 2" source toy-act from 2023-01-01
  says en "Big chips to China need a license." fr "Les grandes puces vers la Chine exigent une licence."
  then license required for TOY
  when item.tpp >= 4800 TPP and to.place in { CN }
rule nothing-to-iran
  cite "Toy Act 3" source toy-act from 2020-01-01
  says en "Nothing goes to Iran." fr "Rien ne va en Iran."
  then prohibited
  when to.place in { IR }
rule chinese-buyer
  cite "Toy Act 4" source toy-act from 2020-01-01
  says en "A buyer from China needs a license elsewhere." fr "Un acheteur chinois exige une licence ailleurs."
  then license required for TOY
  when buyer.hq in { CN } and not to.place in { CN, IR }
exception OWN to chinese-buyer
  cite "Toy Act 5" source toy-act from 2020-01-01
  says en "Own use is excepted." fr "L'usage propre est excepté."
  when buyer.own-use
  step tell-us 10 days ahead says en "Tell us by {date}." fr "Dites-le-nous avant le {date}."
)law";

// Read once; a law that does not read fails every test that asks.
inline const law::Pack& toy_pack() {
  static const auto pack = law::load_pack({{{"toy.law", std::string(toy_law)}}});
  static const law::Pack none;
  if (pack.ok()) return pack.value();
  for (const Diagnostic& d : pack.errors()) ADD_FAILURE() << d.render(Language::En);
  return none;
}

inline const Places& places() {
  static const Result<Places> table = shipped_places();
  static const Places none;
  EXPECT_TRUE(table.ok());
  return table.ok() ? table.value() : none;
}

inline const Catalogue& catalogue() {
  static const Result<Catalogue> table = shipped_catalogue();
  static const Catalogue none;
  EXPECT_TRUE(table.ok());
  return table.ok() ? table.value() : none;
}

inline Result<BookSummary> decide(const std::string& path, const BookOptions& options = {},
                                  std::ostream* progress = nullptr) {
  static const std::atomic<bool> go{false};
  const LawView law{toy_pack(), places()};
  return decide_book(law, catalogue(), path, options, progress, go);
}

}  // namespace licit::test
