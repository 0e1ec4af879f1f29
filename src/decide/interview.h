// An interview: only the questions on which the verdict of a transaction turns, one at a time, until it
// is settled or nobody knows more. What the chip, the defaults or an earlier answer settle is skipped.
//
// Owns what it was told; the engine is shared. For one thread.
//
//   auto interview = Interview::begin(engine, {{{"item", "h100", {}}, {"to", "SG", {}}}});
//   while (const Need* need = interview->next()) interview->answer(ask(need->asks.en));
//   auto answer = engine.check(interview->transaction(), options);
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "licit/engine.h"

namespace licit {

// "unknown", "inconnu", "?": the answer of who does not know.
bool is_not_known(const std::string& text);

class Interview {
 public:
  // Fields whose text is "unknown" count as asked and not known. Fails as Engine::check does.
  static Result<Interview> begin(const Engine& engine, Transaction transaction,
                                 const CheckOptions& options = {});

  // The next question; null where the verdict is settled, or no question is left that could settle it.
  const Need* next() const { return next_ ? &*next_ : nullptr; }
  // Takes the answer to next(): as a field of a transaction is written, or "unknown". An answer that
  // cannot be read, or that contradicts what is known, leaves the question as it is. F040 where nothing
  // is asked, or another chip is named than those that are asked about; F041 where it lies outside what was
  // stated. One that lies within takes the place of what was stated.
  Result<bool> answer(const std::string& text);
  // Takes the last answer back; false where there is none.
  bool back();

  // The verdicts that are still possible, at least one. Where the name means several chips: of any.
  const std::set<Verdict>& possible() const { return possible_; }
  bool settled() const { return possible_.size() == 1; }
  // How many questions were answered, unknown ones included.
  std::size_t answered() const { return before_.size(); }
  // What was stated and answered so far, what is not known as "unknown".
  Transaction transaction() const;
  // The same question, as the engine takes it.
  const Query& query() const { return query_; }

 private:
  Interview(const Engine& engine, Transaction transaction, const CheckOptions& options)
      : engine_(engine), options_(options), told_{std::move(transaction), {}} {}
  std::vector<Diagnostic> look();

  // What was told, answers included.
  struct Told {
    Transaction stated;
    std::vector<std::string> unknown;  // facts asked for and not known
  };

  Engine engine_;
  CheckOptions options_;
  Told told_;
  std::vector<Told> before_;  // each answer, so that it can be taken back
  Query query_;
  std::optional<Need> next_;
  std::set<Verdict> possible_;
};

}  // namespace licit
