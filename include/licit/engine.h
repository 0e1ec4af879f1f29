// Purpose: the whole of Licit behind one value: the law, the places and the catalogue, loaded once,
// asked any number of times.
//
// Ownership: an Engine shares what it loaded with its copies; copying is cheap. Views that it gives
// (law(), catalogue()) live as long as any copy. Thread-safety: all members are const; one engine may
// be asked from many threads at once.
//
// Example:
//   auto engine = licit::Engine::load();
//   if (!engine.ok()) return fail(engine.errors());
//   auto answer = engine->check({{{"item", "h20", {}}, {"to", "CN", {}}, {"on", "2024-06-03", {}}}});
//   if (!answer.ok()) return fail(answer.errors());  // an unknown chip, an impossible date...
//   show(licit::word_of(answer->verdict), answer->reason.en);
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "decide/evaluate.h"
#include "decide/posed.h"
#include "decide/timeline.h"
#include "licit/answer.h"
#include "licit/law.h"
#include "licit/result.h"
#include "licit/transaction.h"

namespace licit {

// How to read the law for one question.
struct CheckOptions {
  std::optional<Date>
      known;  // what could be known; absent: the later of the day and verified-through
  Knower knower = Knower::Public;
  Posture posture = Posture::Enforced;
  std::map<std::string, std::string> readings;  // reading id -> alternative
  bool strict = false;                          // assumptions become unknown
  std::optional<Date> today;                    // the day of a transaction that states none
  Detail detail;
};

class Engine {
 public:
  // Reads and checks the law, the places and the catalogue. A few milliseconds. Fails with the
  // diagnostics of docs/diagnostics.md; a compiled law that is not of this law is C070 to C073.
  static Result<Engine> load(const LawChoice& choice = {});

  // May this go ahead? Fails where a field cannot be read (F001 to F007) or a reading does not exist
  // (C010, C011).
  Result<Answer> check(const Transaction& transaction, const CheckOptions& options = {}) const;
  // When does the answer change? Errors of check(), and C020 for days that run backwards.
  Result<Timeline> timeline(const Transaction& transaction, const CheckOptions& options = {},
                            const TimelineOptions& days = {}) const;
  // The facts of a transaction as a question to the law, without asking it. Errors of check().
  Result<Query> question(const Transaction& transaction, const CheckOptions& options = {}) const;

  // The law compiled to diagrams, for what could be known at `known` (absent: everything by each day).
  // The embedded pack travels compiled; any other is compiled when first asked for, in a few hundredths
  // of a second (under an overlay only what it touches), then shared.
  std::shared_ptr<const CompiledLaw> compiled(std::optional<Date> known = {},
                                              Knower knower = Knower::Public) const;
  // A question as the diagrams see it. The query must outlive what comes back.
  Posed pose(const Query& query) const;

  LawView law() const;
  const law::Pack& pack() const;
  const Places& places() const;
  const Catalogue& catalogue() const;

 private:
  struct Content;
  explicit Engine(std::shared_ptr<const Content> content) : content_(std::move(content)) {}
  std::shared_ptr<const Content> content_;
};

}  // namespace licit
