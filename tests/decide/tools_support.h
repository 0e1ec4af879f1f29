// A small pack in the law language, for the tests of what runs, mutates and follows a pack.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "decide/evaluate.h"
#include "facts/shipped.h"
#include "language/load.h"

namespace licit::testing {

// One requirement with one exception and one policy; a limit that was lowered on 2024-01-01; a set
// that China joined on 2023-06-01. Tests of the pack itself are added by each test.
inline constexpr std::string_view toy_law = R"(pack toy "Toy"
  title en "Toy" fr "Jouet"
  verified-through 2025-12-31
  covers-from 2023-01-01

source FIRST rule "1 FR 1"
  title en "First" fr "Premier"
  published 2023-01-01 effective 2023-01-01 verified primary
source SECOND rule "2 FR 2"
  title en "Second" fr "Second"
  published 2023-12-01 effective 2024-01-01 verified primary
source JOINED rule "1 FR 9"
  title en "Joined" fr "Entrée"
  published 2023-05-01 effective 2023-06-01 verified primary

fact item.tpp : number TPP
  says en "performance" fr "performance"
  asks en "What is its performance?" fr "Quelle est sa performance ?"
fact to.place : place
  says en "destination" fr "destination"
  asks en "Where does it go?" fr "Où va-t-il ?"
fact buyer.is-government : yes-no
  says en "a government buys" fr "un gouvernement achète"
  asks en "Does a government buy?" fr "Un gouvernement achète-t-il ?"

param limit : TPP = 4800
  cite "1 CFR 1" source FIRST from FIRST until SECOND
  says en "limit" fr "seuil"
param limit : TPP = 2400
  cite "1 CFR 1" source SECOND from SECOND
  says en "limit" fr "seuil"

set watched : place
  cite "1 CFR 2" source FIRST from FIRST
  says en "watched places" fr "lieux surveillés"
  members RU
  member CN from JOINED cite "1 CFR 2" source JOINED

precedence class { 1A1 }

rule 1A1
  cite "1 CFR 3" source FIRST from FIRST
  says en "strong chips" fr "puces puissantes"
  then class 1A1
  when item.tpp >= limit

rule need
  cite "1 CFR 4" source FIRST from FIRST
  says en "strong chips to watched places need a license" fr "les puces puissantes vers des lieux surveillés exigent une licence"
  then license required for WA
  when class is 1A1 and to.place in watched

exception GOV to need
  cite "1 CFR 5" source FIRST from FIRST
  says en "for governments" fr "pour les gouvernements"
  when buyer.is-government
  step tell 10 days ahead says en "tell by {date}" fr "prévenir avant le {date}"

policy review for need
  cite "1 CFR 6" source FIRST from FIRST
  says en "how it is reviewed" fr "comment c'est examiné"
  first of {
    (a) presumption-of-denial when to.place in { RU }
    (b) case-by-case otherwise
  }
)";

// Checked, or the test that asked for it fails.
inline law::Pack toy_pack(const std::string& tests = "") {
  auto pack = law::load_pack(law::PackSource{{{"toy.law", std::string(toy_law) + tests}}});
  if (!pack.ok()) {
    for (const Diagnostic& why : pack.errors()) ADD_FAILURE() << why.render(Language::En);
    return {};
  }
  return std::move(pack).value();
}

inline const Places& places() {
  static const Places all = shipped_places().value();
  return all;
}

inline const Catalogue& catalogue() {
  static const Catalogue all = shipped_catalogue().value();
  return all;
}

}  // namespace licit::testing
