// Inside of mutate: the places of a declaration that can be changed. A visitor changes the
// declaration it was given, reports, and changes it back; whoever listens copies it meanwhile.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "language/ast.h"

namespace licit::mutation {

// The declaration is changed now. `where` is the path in it, in words that do not move when lines do.
using Report = std::function<void(const std::string& where, law::Span span,
                                  const std::string& before, const std::string& after)>;

// What the pack offers in place of a word.
struct Words {
  const law::Pack& pack;
  // Another word of the same enumeration, another class of a precedence; empty where there is none.
  std::string other_word(const std::string& fact, const std::string& word) const;
  std::string other_class(const std::string& word) const;
  std::string other_alternative(const std::string& reading, const std::string& word) const;
  // The source text of a span.
  std::string text(law::Span span) const;
  // One unit of the last decimal that the span is written with ("3.2" -> 0.1).
  Number last_decimal(law::Span span) const;
};

void visit_expr(law::Expr& expr, const std::string& where, const Words& words,
                const Report& report);
void visit_set_expr(law::SetExpr& set, const std::string& where, const Report& report);
void visit_validity(law::Validity& validity, const Report& report, const std::string& where);

// Each word left out in turn.
void visit_list(std::vector<std::string>& list, const std::string& where, law::Span span,
                const Report& report);

}  // namespace licit::mutation
