// What the commands that ask the law have in common: options for the transaction, for how to read the
// law and for how to show the answer, and what becomes of them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/render_text.h"
#include "licit/engine.h"

namespace licit::cli {

// Which law, and how to show what came of it.
struct Shown {
  bool json = false;
  bool explain = false;
  std::string lang;
  LawChoice law;
};

// How the law is to be read, as typed.
struct Reading {
  std::string known, knower, posture;
  std::vector<std::string> readings;
  bool strict = false;
};

// The transaction, as typed.
struct Stated {
  std::vector<std::string> item;                           // words: "hgx h20" may come unquoted
  std::map<std::string, std::vector<std::string>> fields;  // by field name
  std::vector<std::string> sets;                           // id=value
};

// All of it, and what became of it: what a command asks once nothing is wrong.
struct Typed {
  Shown shown;
  Reading reading;
  Stated stated;
};
struct Asked {
  CheckOptions options;
  Transaction transaction;
};

void declare(CommandLine& line, Shown& shown);
void declare(CommandLine& line, Reading& reading);
// All fields of a transaction but `item` and `line`, and --set. `item` is left to the words.
void declare(CommandLine& line, Stated& stated);
void declare(CommandLine& line, Typed& typed);

// The language that --lang names, else the environment's; --lang with another word is C005.
Result<Language> language_of(const std::string& lang, const Terminal& terminal);
// C006 for words that are not one of the few allowed, F003 for a day that is none, C007 for
// --reading and --set without `=`.
Result<CheckOptions> options_of(const Reading& reading);
Result<Transaction> transaction_of(const Stated& stated);

// Whatever is wrong with what was typed is said at once: each part adds what it complains of.
using Complaints = std::vector<Diagnostic>;
template <typename T>
void gather(Complaints& complaints, const Result<T>& result) {
  if (result.ok()) return;
  complaints.insert(complaints.end(), result.errors().begin(), result.errors().end());
}
// The language, the options and the transaction; what cannot be read is left out and complained of.
Asked asked_of(const Typed& typed, const Terminal& terminal, Complaints& complaints);
// C009 where nothing is stated; `command` as typed ("licit ask").
void want_something(const Transaction& transaction, const std::string& command,
                    Complaints& complaints);
// A day on the command line: exactly YYYY-MM-DD, and one that the calendar has. C008.
Result<Date> day_of(const std::string& option, const std::string& text);

// What the headline calls the item and the destination.
Subject subject_of(const Engine& engine, const Query& query, Language language);

// Loads the law; says what is wrong with it. Empty where it cannot be loaded.
std::optional<Engine> load(const Shown& shown, const Terminal& terminal, Language language);

}  // namespace licit::cli
