#include "language/words.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace licit::law::words {
namespace {

using std::string_view;

constexpr auto declaration_words = std::to_array<string_view>(
    {"add",       "amend",  "aside",      "bar",     "define",  "event",  "exception",
     "exclusion", "fact",   "flag",       "overlay", "pack",    "param",  "part",
     "pointer",   "policy", "precedence", "quirk",   "reading", "remove", "repeal",
     "rule",      "set",    "source",     "suspend", "test"});

constexpr auto clause_words = std::to_array<string_view>({"addressee",
                                                          "alternatives",
                                                          "announced",
                                                          "asks",
                                                          "because",
                                                          "between",
                                                          "by",
                                                          "cite",
                                                          "compliance",
                                                          "computed",
                                                          "concerns",
                                                          "covers-from",
                                                          "dated",
                                                          "dated-to",
                                                          "default",
                                                          "effect",
                                                          "effective",
                                                          "expect",
                                                          "filing",
                                                          "first",
                                                          "from",
                                                          "given",
                                                          "instrument",
                                                          "kind",
                                                          "known",
                                                          "member",
                                                          "members",
                                                          "more",
                                                          "missing",
                                                          "not",
                                                          "on",
                                                          "partial",
                                                          "past",
                                                          "public",
                                                          "published",
                                                          "says",
                                                          "searched",
                                                          "source",
                                                          "step",
                                                          "then",
                                                          "title",
                                                          "until",
                                                          "upon",
                                                          "url",
                                                          "use",
                                                          "verified",
                                                          "verified-through",
                                                          "when"});

constexpr auto joining_words = std::to_array<string_view>(
    {"ahead",  "and",    "days", "except",    "for",       "in",   "includes", "is",
     "knower", "minus",  "or",   "otherwise", "overrides", "plus", "posture",  "reading",
     "strict", "symbol", "to",   "under",     "unless",    "with"});

// In the order of the enumerations in ast.h.
constexpr auto instrument_words = std::to_array<string_view>(
    {"statute", "rule", "notice", "guidance", "announcement", "filing", "press", "foreign-measure",
     "bill", "license", "proclamation", "decision"});
constexpr auto verified_words =
    std::to_array<string_view>({"primary", "mirror", "secondary", "unverified"});

constexpr auto review_words =
    std::to_array<string_view>({"presumption-of-approval", "case-by-case", "presumption-of-denial",
                                "policy-of-denial", "not-stated"});
constexpr auto verdict_words =
    std::to_array<string_view>({"not-subject", "no-license", "exception", "license", "prohibited",
                                "undetermined", "conflict", "not-covered"});
constexpr auto expectation_words = std::to_array<string_view>(
    {"not-subject", "no-license",  "exception",   "license", "prohibited", "undetermined",
     "conflict",    "not-covered", "class",       "limb",    "by",         "not",
     "excepted",    "review",      "needs",       "step",    "no",         "metric",
     "reading",     "warns",       "margin",      "outlook", "assumes",    "excluded",
     "flag",        "members",     "not-encoded", "barred",  "beside",     "not-modelled"});
constexpr auto effect_words = std::to_array<string_view>(
    {"none", "law", "addressee", "licensees", "customs", "contested", "unknown"});
constexpr auto unit_words = std::to_array<string_view>(
    {"TPP",  "TPP/mm2", "TOPS",  "TFLOPS", "WT",  "GB/s",  "GB/s/mm2",    "GB",
     "MB",   "bits",    "mm2",   "nm",     "W",   "count", "transistors", "percent",
     "days", "months",  "years", "USD",    "EUR", "Yop"});
constexpr auto finding_words = std::to_array<string_view>(
    {"gap", "conflict", "overlap", "idle", "gentler", "unreviewed"});  // as in ast.h
constexpr auto aside_words = std::to_array<string_view>(
    {"customs", "foreign", "filing", "record", "diligence", "reporting"});  // as in ast.h
constexpr auto posture_words = std::to_array<string_view>({"enforced", "text"});
constexpr auto knower_words = std::to_array<string_view>({"public", "addressee"});
constexpr auto type_words =
    std::to_array<string_view>({"yes-no", "number", "date", "place", "name", "one", "set"});

template <typename Enum>
std::optional<Enum> position(Words words, string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Enum>(found - words.begin());
}

}  // namespace

Words declarations() { return declaration_words; }
Words clauses() { return clause_words; }
Words instruments() { return instrument_words; }
Words verified_marks() { return verified_words; }
Words reviews() { return review_words; }
Words verdicts() { return verdict_words; }
Words expectations() { return expectation_words; }
Words effects() { return effect_words; }
Words units() { return unit_words; }
Words postures() { return posture_words; }
Words knowers() { return knower_words; }
Words fact_types() { return type_words; }
Words finding_kinds() { return finding_words; }
Words aside_kinds() { return aside_words; }

bool contains(Words words, string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_reserved(string_view word) {
  return contains(declaration_words, word) || contains(clause_words, word) ||
         contains(joining_words, word);
}

std::optional<Instrument> instrument(string_view word) {
  return position<Instrument>(instrument_words, word);
}
std::optional<Verified> verified(string_view word) {
  return position<Verified>(verified_words, word);
}
std::optional<FindingKind> finding_kind(string_view word) {
  return position<FindingKind>(finding_words, word);
}

std::optional<AsideKind> aside_kind(std::string_view word) {
  return position<AsideKind>(aside_words, word);
}

}  // namespace licit::law::words

namespace licit::law {

std::string_view word_of(Verified verified) {
  return words::verified_words[static_cast<std::size_t>(verified)];
}
std::string_view word_of(Instrument instrument) {
  return words::instrument_words[static_cast<std::size_t>(instrument)];
}
std::string_view word_of(FindingKind kind) {
  return words::finding_words[static_cast<std::size_t>(kind)];
}
std::string_view word_of(AsideKind kind) {
  return words::aside_words[static_cast<std::size_t>(kind)];
}

}  // namespace licit::law
