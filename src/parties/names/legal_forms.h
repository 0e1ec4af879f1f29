// Legal forms, folded to a few classes: what stands for "limited company" in one language is the
// same as in another. Written by hand from the statutes' usual names and abbreviations, checked
// against ISO 20275 (GLEIF's list of entity legal forms, CC0).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace licit::names {

struct LegalForm {
  std::string_view form;  // "llc", "jsc", "corp", "partnership"...
  std::size_t words = 0;  // how many words it took
};

// The longest legal form that begins the words.
std::optional<LegalForm> legal_form_at(std::span<const std::string> words);

// A long one with a slip in its spelling: "Aktiengeselschaft".
std::optional<LegalForm> misspelled_legal_form(std::string_view word);

// One that is written without a blank after a name: "SiemensAG".
bool glued_tail(std::string_view word);
// The length of one that is written without a blank before a name ("JSCARGUMENT"); 0 for none.
std::size_t glued_head(std::string_view word);

}  // namespace licit::names
