// The closed word lists of the law language: what may stand where, for the parser, the checker and
// the suggestions in messages. Sorted where order means nothing.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "language/ast.h"

namespace licit::law::words {

using Words = std::span<const std::string_view>;

Words declarations();  // words that open a declaration
Words clauses();       // words that open a clause of some declaration
Words instruments();
Words verified_marks();
Words reviews();
Words verdicts();
Words expectations();  // verdicts and the words that open any other expectation
Words effects();
Words units();
Words postures();
Words knowers();
Words fact_types();
Words finding_kinds();
Words aside_kinds();

bool contains(Words words, std::string_view word);
// Ends a list without commas and stands after a bare number: not a unit, not a member.
bool is_reserved(std::string_view word);

std::optional<Instrument> instrument(std::string_view word);
std::optional<Verified> verified(std::string_view word);
std::optional<FindingKind> finding_kind(std::string_view word);
std::optional<AsideKind> aside_kind(std::string_view word);

}  // namespace licit::law::words
