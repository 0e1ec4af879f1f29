// A law small enough to be worked out by hand, read by the real parser, and a way to ask it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "decide/compilations.h"
#include "decide/evaluate.h"
#include "facts/shipped.h"
#include "facts/value_text.h"
#include "language/load.h"

namespace licit::test {

inline const Places& places() {
  static const Result<Places> table = shipped_places();
  static const Places none;
  return table.ok() ? table.value() : none;
}

// The head of every toy pack; what a test adds follows.
inline constexpr const char* toy_head = R"(pack toy "Toy" title en "Toy" fr "Jouet"
  verified-through 2026-01-01
  covers-from 2020-01-01
source S statute "Statute 1" published 2020-01-01 effective 2020-01-01 verified primary
source LATE rule "Rule 2" published 2024-05-01 effective 2024-06-01 verified primary
source WEAK rule "Rule 3" published 2020-01-01 effective 2020-01-01 verified secondary "as reported"
source LETTER notice "Letter" published 2024-04-15 effective 2024-04-09 known 2024-04-09
  addressee "NVIDIA" verified unverified "as filed"
fact item.kind : one of { card, circuit } says en "kind" fr "nature" asks en "Which kind?" fr "Quelle nature ?"
fact item.tpp : number TPP says en "performance" fr "performance" asks en "How fast?" fr "Quelle vitesse ?"
fact item.die-area : number mm2 says en "area" fr "surface" asks en "How large?" fr "Quelle surface ?"
fact item.datacenter : yes-no says en "for data centers" fr "pour centres de données" asks en "For data centers?" fr "Pour centres de données ?"
fact to.place : place says en "destination" fr "destination" asks en "Where to?" fr "Vers où ?"
fact buyer.hq : place says en "headquarters" fr "siège" asks en "Where is the buyer?" fr "Où est l'acheteur ?"
fact buyer.name : name says en "buyer" fr "acheteur" asks en "Who buys?" fr "Qui achète ?"
fact buyer.listings : set of { bad, worse } says en "listings" fr "listes" asks en "Which lists?" fr "Quelles listes ?"
  missing means none because en "no party was named" fr "aucune partie n'a été nommée"
  unless given buyer.name
fact transfer.kind : one of { export, reexport } says en "transfer" fr "transfert" asks en "Which?" fr "Lequel ?"
fact exporter.name : name says en "exporter" fr "exportateur" asks en "Who exports?" fr "Qui exporte ?"
fact exporter.notices : set of names says en "notices" fr "lettres" asks en "Which notices?" fr "Quelles lettres ?"
)";

// A provision's clauses that every toy rule shares.
inline constexpr const char* toy_prov =
    R"( cite "sec. 1" source S from 2020-01-01 says en "Says." fr "Dit." )";

inline law::Pack toy_pack(const std::string& provisions) {
  std::string text = std::string(toy_head) + provisions;
  for (std::size_t at = 0; (at = text.find("@", at)) != std::string::npos;) {
    text.replace(at, 1, toy_prov);
  }
  law::ReadPack read = law::read_pack({{{"toy.law", text}}});
  std::string why;
  for (const Diagnostic& diagnostic : read.diagnostics) {
    if (diagnostic.severity == Severity::Error) why += diagnostic.render(Language::En) + "\n";
  }
  EXPECT_EQ(why, "");
  return std::move(read.pack);
}

using Stated = std::vector<std::pair<std::string, std::string>>;  // fact, value as typed

inline FactSet facts_from(const law::Pack& pack, const Stated& stated) {
  FactSet out;
  for (const auto& [id, text] : stated) {
    for (const law::FactDecl& fact : pack.facts) {
      if (fact.id != id) continue;
      Result<FactValue> value =
          parse_value({fact.type, fact.unit, fact.words}, text, places(), Spot{id, {}});
      EXPECT_TRUE(value.ok()) << id << " = " << text;
      if (value.ok()) out.set(id, std::move(value).value());
    }
  }
  return out;
}

inline Query query_of(const law::Pack& pack, const Stated& stated, const char* on = "2024-07-01") {
  Query query;
  query.candidates.push_back(facts_from(pack, stated));
  query.candidate_ids.emplace_back();
  query.on = *Date::parse(on);
  return query;
}

// What both engines together make of it.
inline Answer answer_to(const law::Pack& pack, const Query& query) {
  const Compilations compiled(pack, places());
  return evaluate({pack, places(), nullptr, &compiled}, query);
}

inline Answer ask(const law::Pack& pack, const Stated& stated, const char* on = "2024-07-01") {
  return answer_to(pack, query_of(pack, stated, on));
}

inline std::string verdict(const Answer& answer) { return std::string(word_of(answer.verdict)); }

}  // namespace licit::test
