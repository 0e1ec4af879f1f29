// Quirks: findings of the proof of coherence that are no mistake.
#include "language/parser_impl.h"

namespace licit::law {

// 3A090.b, or of it one limb: 3A090.b (b.2).
Party Parser::party() {
  Party out;
  out.provision = name();
  if (at(TokenKind::OpenParen)) out.limb = label();
  return out;
}

void Parser::quirk() {
  const std::uint32_t begin = take().begin;
  Quirk q;
  q.id = name();
  Seen seen;
  for (;;) {
    const Node clause(*this, SyntaxKind::Clause);
    if (at("kind")) {
      once(seen);
      const std::string word = one_of(words::finding_kinds(), "L126", Msg::LawQuirkKind);
      q.kind = words::finding_kind(word).value_or(FindingKind::Gap);
    } else if (at("cite")) {
      once(seen);
      q.cite = string();
    } else if (at("source") && !at_declaration()) {
      once(seen);
      q.source = name();
    } else if (at("between")) {
      once(seen);
      const Node list(*this, SyntaxKind::List);
      do {
        if (too_long(q.between.size())) break;
        q.between.push_back(party());
      } while (accept(TokenKind::Comma));
    } else if (at("past")) {
      once(seen);
      q.past = expression();
    } else if (at("when")) {
      once(seen);
      q.when = expression();
    } else if (at("because")) {
      once(seen);
      q.because = bilingual();
    } else if (accept("given")) {
      givens(q.given);
    } else if (at("on")) {
      once(seen);
      q.on = date();
      while (setting(q.settings)) {
      }
    } else {
      break;
    }
  }
  if (!panic_ && !seen.contains("kind"))
    error("L148", span_from(begin), {Msg::LawMissingClause, {"kind", q.id}});
  keep(pack_.quirks, std::move(q), begin);
}

}  // namespace licit::law
