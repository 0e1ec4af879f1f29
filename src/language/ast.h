// The law as data: what the parser makes of a pack's text, one struct a declaration. Plain values,
// owned by the Pack; spans point back into the text. docs/language.md is the normative grammar.
//
// The checker guarantees, for a pack that checked without errors: every name resolves; types and
// units agree; versions of one id do not overlap in time; defines and sets have no cycles.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/messages.h"
#include "base/number.h"
#include "facts/value.h"

namespace licit::law {

// Where in which file of the pack (index into Pack::files) a node stands; bytes.
struct Span {
  std::uint32_t file = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// `verified`: how the text was read. A verdict that rests on anything but Primary says so.
enum class Verified : std::uint8_t { Primary, Mirror, Secondary, Unverified };
std::string_view word_of(Verified verified);  // "primary", ...

enum class Instrument : std::uint8_t {
  Statute,
  Rule,
  Notice,
  Guidance,
  Announcement,
  Filing,
  Press,
  ForeignMeasure,
  Bill,
  License,
  Proclamation,
  Decision
};
std::string_view word_of(Instrument instrument);  // "foreign-measure", ...

// A day written as a date, or as the effective day of a source ("from FR-2023-23055"). `by` names the
// source that brings the change (for a source reference, that source): where it was not yet known
// at the date of knowledge, the change has not happened.
struct DayRef {
  Date day;        // resolved by the checker when written as a source
  std::string by;  // source id; empty where a bare date
  Span span;
  bool by_effective = false;  // written as a source alone: `day` is its effective day
};

// Half-open [from, until).
struct Validity {
  std::optional<DayRef> from;  // absent only where the declaration may be timeless
  std::optional<DayRef> until;
  // Further ends that overlays bring (a repeal of what ends anyway): the earliest end whose source
  // is known counts. Ask validity.h rather than reading `until` alone.
  std::vector<DayRef> also_until;
};

// What every provision carries.
struct Provenance {
  std::string cite;                  // "15 CFR 740.8(a)"
  std::string source;                // source id
  std::optional<Verified> verified;  // overrides the source's mark
  std::string verified_note;         // why, what was read
  Bilingual says;                    // the provision in our own words
  Bilingual partial;                 // what of it is left out; empty where nothing is
};

// ---- conditions -------------------------------------------------------------------------------

enum class ExprKind : std::uint8_t {
  All,       // `and`, `all of { (label) e ... }`; children
  Any,       // `or`, `any of { (label) e ... }`; children
  Not,       // one child
  Compare,   // left fact, comparison, right operand (numbers and dates)
  In,        // fact in set expression (places), or fact in { word, word }
  Includes,  // set-valued fact includes word
  Is,      // fact is word / yes / no  (enumerations, names, yes-no; a bare yes-no fact is `is yes`)
  Known,   // fact is known  (`is not known` is Not of it)
  Class,   // class is X / class in { X, Y }: selected by precedence, after notes
  Meets,   // meets X: paragraph met after notes, whatever else is met
  Define,  // reference to a define by name
  Reading,  // reading A10 is sum
  Posture,  // posture is text
  Constant  // always / never
};

// The right side of a comparison: a literal number with its unit, a date, or a parameter.
struct Operand {
  enum class Kind : std::uint8_t { Number, Date, Param } kind = Kind::Number;
  Number number;
  std::string unit;
  Date date;
  std::string param;
  Span span;
};

// A set written in place, or by name: base, then plus/minus terms from left to right.
struct SetTerm {
  bool minus = false;
  std::string name;                  // empty where literal
  std::vector<std::string> literal;  // place codes or words
  Span span;
};
struct SetExpr {
  std::vector<SetTerm> terms;
  Span span;
};

struct Expr {
  ExprKind kind = ExprKind::Constant;
  std::string label;           // "(a.2)" without the brackets, where a limb of all of / any of
  std::vector<Expr> children;  // All, Any, Not
  std::string name;            // fact id; define id; reading id; Meets: paragraph
  std::vector<std::string>
      words;  // Is, In (words), Includes, Class, Reading, Posture: the alternatives
  Comparison comparison = Comparison::GreaterEqual;
  Operand operand;
  SetExpr set;            // In, for places
  bool constant = false;  // Constant
  Span span;
};

// ---- declarations -----------------------------------------------------------------------------

struct PackHeader {
  std::string id;  // "us.ear"
  Bilingual title;
  Date verified_through;
  Date covers_from;
  std::vector<std::string> uses;
  Span span;
};

struct Source {
  std::string id;
  Instrument instrument = Instrument::Rule;
  std::string citation;
  Bilingual title;
  std::optional<Date> announced, published, effective, compliance;
  std::optional<Date>
      known_to_addressee;               // notices: the addressee's day; the public's is `published`
  std::vector<std::string> addressees;  // notices: names as people write them
  Verified verified = Verified::Unverified;
  std::string verified_note;
  std::string url;
  Span span;
  // The first day on which the public could know of it: announced, else published, else effective.
  std::optional<Date> public_day() const;
};

struct ReadingAlternative {
  std::string id;
  Bilingual says;
};
struct Reading {
  std::string id;
  Provenance provenance;  // says: the question; cite/source: the ambiguous text
  Validity validity;
  std::vector<ReadingAlternative> alternatives;
  std::string default_alternative;
  Bilingual because;
  Span span;
};

// How a computed fact is computed: the name of a function of src/facts/metrics, and under which
// reading alternative (both empty: by default).
struct Computation {
  std::string function;
  std::string reading;
  std::string alternative;
};

struct FactDecl {
  std::string id;
  FactType type = FactType::YesNo;
  std::string unit;                // Number
  std::vector<std::string> words;  // OneOf, SetOf (empty: any word, such as the ids of notices)
  Bilingual says;                  // what it is
  Bilingual asks;                  // the question in plain words
  std::string cite;
  std::vector<Computation> computed;
  // `missing means no because ...`: the value an absent fact passes as; absent = stays unknown.
  std::optional<std::string> missing_means;
  Bilingual missing_because;
  std::vector<std::string> missing_unless_given;  // facts whose presence withdraws the assumption
  bool more_is_stronger =
      false;  // an item with more of it is expected to be treated no more gently
  Span span;
};

struct Param {
  std::string id;
  std::string unit;  // empty for dates
  std::optional<Number> number;
  std::optional<Date> date;
  Provenance provenance;
  Validity validity;
  Span span, value_span;
};

struct SetMember {
  std::string word;
  Validity validity;   // own dates; empty = as the set
  std::string source;  // own source, else the set's
  std::string cite;
  std::string reading, alternative;  // only under this reading alternative
  Span span;
};
struct SetDecl {
  std::string id;
  FactType type = FactType::Place;
  Provenance provenance;
  Validity validity;
  std::optional<SetExpr> expr;  // `set x : place = D:5 plus { MO }`
  std::vector<SetMember> members;
  Span span;
};

struct Define {
  std::string id;
  Provenance provenance;
  Validity validity;
  Expr when;
  Span span;
};

enum class OutcomeKind : std::uint8_t {
  Class,       // then class 3A090.a
  License,     // then license required for RS
  NoLicense,   // then no license for RS  (conflicts with License unless ordered)
  Prohibited,  // then prohibited
  NotSubject,  // then not-subject
  NotCovered   // then not-covered
};

struct Rule {
  std::string id;
  Provenance provenance;
  Validity validity;
  OutcomeKind outcome = OutcomeKind::License;
  std::string outcome_name;  // Class: the paragraph; License, NoLicense: the reason for control
  Bilingual because;         // NotCovered: the reason
  std::vector<std::string> overrides;
  Expr when;
  Span span;
};

struct Step {
  std::string id;      // "purchase-order"
  int days_ahead = 0;  // the day it is due: that many calendar days before the transfer
  std::optional<Expr> when;
  Bilingual says;  // {date} stands for the due day
  Span span;
};

// Takes a paragraph or requirement away: `exclusion N to 3A090.a, 3A090.b` (classification notes and
// carve-outs), or opens an exception to a requirement: `exception NAC to ...`.
enum class DefeatKind : std::uint8_t { Exclusion, Exception };
struct Defeat {
  DefeatKind kind = DefeatKind::Exception;
  std::string id;
  std::string symbol;  // the exception's own symbol where several blocks make it up ("NAC")
  std::vector<std::string> to;         // rule ids
  std::vector<std::string> overrides;  // other defeats by id
  Provenance provenance;
  Validity validity;
  bool not_encoded = false;  // known to exist, conditions not written here: never clears
  std::optional<Expr> when;  // absent only where not_encoded
  std::vector<Step> steps;
  std::string filing;  // AES license code
  Span span;
};

struct Bar {
  std::string id;
  std::vector<std::string> to;      // requirement ids whose exceptions it closes
  std::vector<std::string> except;  // exception symbols or ids that stay open
  Provenance provenance;
  Validity validity;
  Expr when;
  Span span;
};

struct PolicyChoice {
  std::string label;
  std::string review;        // presumption-of-approval ... not-stated
  std::optional<Expr> when;  // absent: otherwise
  Span span;
};
struct Policy {
  std::string id;
  std::vector<std::string> for_rules;
  Provenance provenance;
  Validity validity;
  std::vector<PolicyChoice> choices;
  Span span;
};

struct Precedence {
  std::vector<std::string> classes;  // first met wins
  Span span;
};

struct Flag {  // a know-your-customer flag that the facts raise; never law
  std::string id;
  Provenance provenance;
  Validity validity;
  Expr when;
  Span span;
};

// What an aside is about (words::aside_kinds).
enum class AsideKind : std::uint8_t {
  Customs,    // duties and tariffs
  Foreign,    // measures of other states
  Filing,     // the export declaration and its codes
  Record,     // what must be kept
  Diligence,  // what the exporter must look into or do
  Reporting   // what must be reported to the agency
};
std::string_view word_of(AsideKind kind);  // "customs", ...

// Stands beside the verdict and never touches it: nothing that decides reads it.
struct Aside {
  std::string id;
  AsideKind kind{};
  Provenance provenance;
  Validity validity;
  std::vector<std::string> upon;  // the verdicts that it stands beside; empty: any
  Expr when;
  Span span;
};

// A provision that the pack knows of and does not model.
struct Pointer {
  std::string id;
  Provenance provenance;
  Validity validity;
  std::string searched;      // where its text was looked for, and what was found
  std::optional<Expr> when;  // absent: no answer mentions it
  Span span;
};

struct Event {
  std::string id;
  Date dated;
  std::optional<Date> dated_to;
  std::optional<Date> public_day;  // first day on which everybody could know; absent: `dated`
  Instrument instrument = Instrument::Press;
  Bilingual by;
  Bilingual says;
  std::string effect;  // none, law, addressee, licensees, customs, contested, unknown
  Bilingual effect_says;
  std::vector<std::string> items, classes, places;  // places: {"anywhere"} or codes; empty: any
  std::string cite, url;
  Verified verified = Verified::Unverified;
  std::string verified_note;
  Span span;
};

// ---- tests ------------------------------------------------------------------------------------

// A value as written in a test or on a command line: kept as text until the vocabulary gives it a
// type ("2000 TPP", "300..330 mm2", "CN", "yes", "unknown", "\"Dell\"", "{ a, b }").
struct Given {
  std::string name;  // fact id or transaction field
  std::string value;
  Span span;
};

struct Expectation {
  std::string what;  // verdict, class, by, excepted-by, review, needs, step, no-step, metric,
                     // reading, warns, margin, outlook, assumes, not-by, members, beside...
  std::vector<std::string> words;
  Span span;
};

struct TestLine {
  Date on;
  std::vector<Given> settings;  // known, knower, posture, reading A10 (name "reading.A10"), strict,
                                // language-neutral facts set for this line only
  std::vector<Expectation> expects;
  Span span;
};

struct Test {
  std::string title;
  std::string cite;  // where the expected answer is stated
  std::vector<Given> given;
  std::vector<TestLine> lines;
  Span span;
};

// ---- quirks -----------------------------------------------------------------------------------

// What a proof of coherence finds (decide/coherence.h).
enum class FindingKind : std::uint8_t {
  Gap,        // no paragraph is met by an item that the law is about
  Conflict,   // a requirement stands and a rule says no license is needed, in no order
  Overlap,    // two paragraphs of one entry are met by one item; precedence has to choose
  Idle,       // without the provision every answer would be the same
  Gentler,    // an item stronger in one figure is treated more gently
  Unreviewed  // a license is required and no policy says how an application is looked at
};
std::string_view word_of(FindingKind kind);  // "gap", "conflict", ...

// A provision, and the limb of it that is meant where it has several.
struct Party {
  std::string provision;
  std::string limb;  // "b.2"; empty: the provision has none
  auto operator<=>(const Party&) const = default;
};

// A finding that is no mistake of the encoding: the law is so. It accounts for this one finding and for
// no other; which clauses it needs depends on the kind (check_quirks.cpp).
struct Quirk {
  std::string id;
  FindingKind kind{};
  std::string cite;
  std::string source;          // may be empty
  std::vector<Party> between;  // in the order of the finding
  std::optional<Expr> past;    // Gentler: the figure and its limit, a Compare with >= or >
  std::optional<Expr> when;    // Gap: the items that no paragraph is meant to meet
  Bilingual because;
  std::vector<Given> given;  // an example
  std::optional<Date> on;
  std::vector<Given> settings;  // how to read the law for the example, as in TestLine
  Span span;
};

// ---- overlays ---------------------------------------------------------------------------------

struct Amendment {
  enum class Kind : std::uint8_t { AmendParam, Repeal, Suspend, AddMember, RemoveMember } kind{};
  std::string target;              // param, provision or set id
  std::vector<std::string> words;  // members
  std::optional<Number> number;
  std::optional<Date> date;
  std::string unit;
  Provenance provenance;
  Validity validity;
  Span span;
};
struct OverlayHeader {
  std::string id;
  std::string on_pack;
  std::vector<Amendment> amendments;  // added provisions stand in the overlay file like any other
  Span span;
};

// Two provisions that an overlay brought together without an order between them: where both hold,
// the answer is a conflict.
struct Conflict {
  std::string first, second;  // rule ids
};

struct File {
  std::string path;
  std::string text;
};

struct Pack {
  PackHeader header;
  std::vector<File> files;
  std::vector<Source> sources;
  std::vector<Reading> readings;
  std::vector<FactDecl> facts;
  std::vector<Param> params;  // several versions of one id, never overlapping in time
  std::vector<SetDecl> sets;
  std::vector<Define> defines;
  std::vector<Rule> rules;
  std::vector<Defeat> defeats;
  std::vector<Bar> bars;
  std::vector<Policy> policies;
  std::vector<Precedence> precedences;
  std::vector<Flag> flags;
  std::vector<Aside> asides;
  std::vector<Pointer> pointers;
  std::vector<Event> events;
  std::vector<Test> tests;
  std::vector<Quirk> quirks;
  std::vector<OverlayHeader> overlays;
  std::vector<Conflict> conflicts;   // by overlays only; a pack that has any does not check
  std::vector<PackHeader> used;      // the headers of the packs that `use` brought in
  std::vector<Diagnostic> warnings;  // of the checker; a pack with warnings is usable
  std::string hash;                  // SHA-256 over file names (folders dropped) and texts, by name

  const Source* find_source(std::string_view id) const;
  const FactDecl* find_fact(std::string_view id) const;
  const Reading* find_reading(std::string_view id) const;
};

}  // namespace licit::law
