// A name in the form in which names are compared: Latin letters and digits in tokens, whatever
// script and order it was written in, with what is left of it as evidence (legal forms, places,
// numbers). Pure functions: the same name gives the same tokens on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parties/lists/entry.h"

namespace licit {

enum class Script : std::uint8_t {
  Latin,
  Cyrillic,
  Greek,
  Arabic,
  Hebrew,
  Hangul,
  Kana,
  Han,
  Other
};

// Common: "technology", "trading": little weight, never distinctive. Particle: "the", "bin", "Mr":
// next to none.
enum class TokenKind : std::uint8_t { Word, Number, Initial, LegalForm, Place, Common, Particle };

struct NameToken {
  std::string form;      // folded Latin letters and digits: what is compared
  std::string fold;      // sound classes of form
  std::string skeleton;  // its consonants
  TokenKind kind = TokenKind::Word;
  bool sounds_foreign = false;  // Chinese characters that spell a name of another language
  bool vowels_missing = false;  // from a script that writes few vowels (Arabic, Hebrew)
};

enum NameFlag : std::uint32_t {
  FlagMixedScripts = 1,       // letters of several scripts in one word
  FlagConfusables = 2,        // some of them taken for their look-alikes
  FlagControls = 4,           // control, bidirectional or invisible characters, dropped
  FlagOnlyLegalForms = 8,     // nothing but legal forms and particles: they are compared as words
  FlagCut = 16,               // too long: only its beginning is compared
  FlagInvalidText = 32,       // bytes that are no UTF-8, dropped
  FlagTransliterated = 64,    // not written in Latin letters
  FlagTranslated = 128,       // words of a trade glossary were translated
  FlagNothing = 256,          // no letter and no digit in it
  FlagWithoutBrackets = 512,  // read without what stands in brackets
};

struct NormalName {
  std::vector<NameToken> tokens;
  std::string compact;  // forms of all but legal forms, joined
  std::string letters;  // every letter and digit of the name in Latin, before words were folded
  std::string native;   // its Chinese (simplified) or Korean characters, UTF-8
  Script script = Script::Latin;  // of most of its letters
  std::uint32_t flags = 0;
};

// What was done to a name, for its explanation.
enum class NormalStepKind : std::uint8_t {
  Cut,
  DroppedControls,
  DroppedBytes,
  Confusables,
  Transliterated,
  Translated,
  LegalForm,
  SplitLegalForm,
  Word,      // an abbreviation or another spelling of a common word
  Number,    // a number in words or in Roman figures
  Joined,    // separated initials
  SplitName  // "Abdulrahman" into "abd rahman"
};
struct NormalStep {
  NormalStepKind kind;
  std::string from;
  std::string to;
  bool operator==(const NormalStep&) const = default;
};

struct Normalized {
  std::string original;
  std::vector<NormalName> ways;   // 1 to 4 ways to read it in Latin; the first is the plain one
  std::vector<NormalStep> steps;  // only where they were asked for
};

// At most this many characters of a name are compared; what follows is cut (FlagCut).
inline constexpr std::size_t longest_name = 512;
inline constexpr std::size_t most_tokens = 48;

// Never fails: a name without letters gives one way without tokens (FlagNothing).
Normalized normalize(std::string_view name, PartyType type, bool keep_steps = false);

}  // namespace licit
