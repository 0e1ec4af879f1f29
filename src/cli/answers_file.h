// The answers of an interview in a file: a transaction as `licit check` reads it, what is not known
// written as "unknown", so that the interview can go on another day and the file be checked as it is.
#pragma once

#include <optional>
#include <string>

#include "decide/interview.h"

namespace licit::cli {

// The transaction with what the file adds to it, where the file exists; `kept` counts what it added. What the
// file knows better than the transaction states (which of the chips that the name may mean) takes its place;
// what it does not know is as stated. C090 where it is no transaction, C091 where it is about another one.
Result<Transaction> with_kept_answers(const std::string& file, const Engine& engine,
                                      Transaction transaction, std::size_t& kept);

// Writes the file whole or not at all; why not, where it cannot be written.
std::optional<Diagnostic> keep_answers(const std::string& file, const Interview& interview);

}  // namespace licit::cli
