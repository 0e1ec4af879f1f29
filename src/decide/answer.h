// What Licit answers: the verdict and everything it rests on. Plain values, safe to copy and to share
// between threads once built. Every surface (command line, JSON) shows this one structure; the keys
// of the JSON (docs/schema/answer.schema.json) are these names in kebab-case.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/messages.h"
#include "base/number.h"
#include "base/truth.h"
#include "decide/query.h"
#include "facts/value.h"
#include "language/ast.h"

namespace licit {

enum class Verdict {
  NotSubject,
  NoLicense,
  Exception,
  License,
  Prohibited,
  Undetermined,
  Conflict,
  NotCovered
};
std::string_view word_of(Verdict v);  // "not-subject", "no-license", ...

enum class Outcome {
  Required,
  NotRequired,
  Excepted,
  Undetermined,
  Conflict,
  NotCovered,
  Prohibited
};
std::string_view word_of(Outcome o);  // "required", "not-required", "excepted", ...

enum class ProvisionKind {
  Classification,
  Requirement,
  Exclusion,
  Exception,
  Bar,
  Policy,
  Scope,
  Notice,
  Flag
};
std::string_view word_of(ProvisionKind k);

// Where a provision stands and how its text was read.
struct Citation {
  std::string provision;        // id in the pack
  std::string cite;             // "15 CFR 740.8(a)"
  std::string source;           // source id
  std::string source_citation;  // "88 FR 73458"
  law::Verified verified = law::Verified::Unverified;
  std::string verified_note;
  Bilingual says;
  Bilingual partial;  // what of the provision the pack leaves out; empty where nothing
  std::optional<Date> from, until;
};

// A step of the proof. Leaves compare a fact with the law; inner nodes are limbs.
struct ProofNode {
  std::string label;  // limb label, "a.2"; may be empty
  std::string what;   // "all", "any", "not", "compare", "in", "is", "class", "define", ...
  Truth truth = Truth::Unknown;
  std::string text;        // the comparison as written in the law: "item.tpp >= tpp.high"
  std::string fact;        // leaf: fact id (resolved alias)
  std::string fact_value;  // leaf: "2368 TPP", "CN", "?"
  std::string limit;       // leaf: the value compared with: "4800 TPP", "macau-or-d5"
  std::string cite;        // parameter, set or define that carries its own citation
  bool assumed = false;    // decided by an assumption
  std::vector<ProofNode> children;
};

struct ProvisionProof {
  ProvisionKind kind{};
  Citation citation;
  Truth truth = Truth::Unknown;  // of its own condition
  Outcome outcome = Outcome::NotRequired;
  bool near_miss = false;  // did not apply, but one or two comparisons away
  std::vector<std::string> defeated_by;
  ProofNode condition;
};

struct Margin {
  std::string paragraph;  // "3A090.b" or the define that holds the limit, with limb "b.1"
  std::string fact;       // item.tpp
  Interval value;
  Comparison comparison{};
  Number limit;
  std::string unit;
  Truth truth{};
  Interval distance;  // limit - value
};

struct Metric {
  std::string fact;
  FactValue value;
  std::string citation;
};

struct ClassMet {
  std::string paragraph;                 // "4A090.a"
  std::string provision;                 // the class rule that says so
  std::vector<std::string> limbs;        // "a.1", "a.2": labelled limbs that are met
  Truth truth = Truth::Yes;              // Unknown: may be met
  std::vector<std::string> excluded_by;  // exclusions that take it away (then it is in `excluded`)
};

struct Classification {
  std::string selected;             // empty where undetermined or nothing encoded is met
  std::vector<std::string> may_be;  // where undetermined: the paragraphs it may be, in order
  std::vector<ClassMet> met, excluded;
  std::vector<Margin> margins;  // nearest first
  std::vector<Metric> metrics;
};

struct StepDue {
  std::string id;
  std::string provision;  // the exception that asks for it
  Bilingual says;         // {date} filled in
  std::optional<Date> due;
  bool unsure = false;  // its own condition is unknown: may be due
};

struct ExceptionResult {
  std::string id, symbol;
  Citation citation;
  Truth truth = Truth::Unknown;  // open to this transaction, after bars and overrides
  bool not_encoded = false;
  std::vector<std::string> barred_by;
  std::vector<std::string> needs;  // facts that would settle it
  std::string filing;
};

struct Review {
  std::string policy;                 // presumption-of-denial ...; the strictest possible
  std::vector<std::string> possible;  // all that the facts still allow, strictest first
  std::vector<std::string> needs;
  Citation citation;
  std::string label;  // the choice that spoke
};

struct Requirement {
  std::string reason;  // RS, notice, entity-list...
  Citation citation;
  Outcome outcome = Outcome::NotRequired;
  bool is_notice = false;
  std::vector<ExceptionResult> exceptions;
  std::optional<Review> review;
  std::vector<std::string> needs;
};

struct Need {
  std::string fact;
  Bilingual asks;
  FactType type{};
  std::string unit;                // of a number
  std::vector<std::string> words;  // possible answers, where few
  // Whatever the answer to this one alone, within what is known of it, the verdict is settled.
  bool settles = false;
};

// The fewest facts that settle the verdict, whatever each turns out to be.
struct Settling {
  std::vector<std::string> facts;  // empty where no facts would, or none are open
  bool exact =
      true;  // no smaller set exists; else none of them can be left out, and no more is known
};

// What a flip changes: one fact.
struct Change {
  std::string fact;
  Bilingual says;               // the fact in words
  std::string to;               // "< 1600", ">= 3.2", "yes"
  std::optional<Number> limit;  // the number in `to`
  std::string unit;             // of a number
  std::string now;              // as it is; "?" where it is not known
  Interval margin;              // limit - value; a number only
  bool learned = false;         // not known: it need not change, only turn out so
};

// A nearest other verdict: the smallest change of the item, or of conditions, that leads to it.
struct FlipResult {
  Verdict verdict{};
  std::vector<Change> changes;
  std::vector<Citation> speaks;    // requirements and scope rules that then hold
  std::vector<std::string> falls;  // those that hold now and then would not
};

struct ReadingResult {
  std::string id;
  Bilingual says;
  std::string chosen;       // alternative in force
  std::string alternative;  // the other one
  Bilingual alternative_says;
  Verdict verdict{};     // under the other one
  std::string selected;  // classification under the other one
  std::string review;
  std::vector<std::string> review_not_stated;  // requirements that state none under it
  bool changes_verdict = false;  // else only the classification, review, steps or exception differ
};

struct Assumption {
  std::string fact;
  std::string value;
  Bilingual because;
};

struct OutlookEntry {
  std::string id;
  Date dated;
  law::Instrument instrument{};
  Bilingual by;
  Bilingual says, effect;
  std::string effect_word;  // none, law, addressee...
  std::string cite, url;
  law::Verified verified{};
};

struct Warning {
  std::string code;  // docs/semantics.md, "Warnings"
  Text message;
  std::string subject;  // provision or fact id
};

// What stands beside the verdict: it has no part in it, and what it leans on is its own.
struct BesideEntry {
  law::AsideKind kind{};
  Citation citation;
  Truth holds = Truth::Unknown;   // Yes or Unknown
  std::vector<std::string> asks;  // the facts that leave it open
  std::vector<Assumption> assumptions;
  ProofNode condition;  // where the proof is asked for
};

// A provision that the pack knows of and does not model, and that this transaction may meet.
struct NotModelled {
  Citation citation;
  Truth holds = Truth::Unknown;  // Yes or Unknown
  std::vector<std::string> asks;
  ProofNode condition;
};

// As many open facts as a short answer bears beside its verdict; what has more is for --explain.
constexpr std::size_t most_asked_beside = 2;

inline bool is_short(const BesideEntry& entry) { return entry.asks.size() <= most_asked_beside; }

struct Receipt {
  std::string engine;  // "licit 0.1.0"
  std::string pack, pack_hash;
  std::vector<std::string> overlay_hashes;
  Date verified_through;
  Date on, known;
  std::string knower, posture;
  std::map<std::string, std::string> readings;
  bool strict = false;
  // Field or fact id and text, as the user gave them: what a replay reads. Filled by the caller of
  // evaluate(), which never sees the transaction itself.
  std::vector<std::pair<std::string, std::string>> transaction;
  std::vector<std::pair<std::string, std::string>>
      facts;  // id, value as written; given and defaults
  Verdict outcome{};
  std::vector<std::string> cited;  // provision ids
};

struct CandidateAnswer {
  std::string id;  // catalogue id
  Verdict verdict{};
  Classification classification;
};

struct Answer {
  Verdict verdict = Verdict::Undetermined;
  Bilingual reason;  // one to three sentences: why
  Classification classification;
  std::vector<CandidateAnswer> candidates;  // more than one where the name means several chips
  std::vector<Requirement> requirements;    // outcome other than NotRequired first
  std::vector<Citation> deciding;  // the provisions that settled the verdict, or left it open
  std::vector<Need> needs;
  Settling settled_by;  // of an undetermined verdict; those come first in `needs`
  // Each possible answer to what is not known leads to this verdict.
  bool either_way = false;
  // Those with the fewest changes first; empty where the name means several chips.
  std::vector<FlipResult> flips;
  // Facts whose place is known and leaves the verdict open all the same, since the law does not say
  // to which of its groups that place belongs: a question that no fact answers.
  std::vector<std::string> unplaced;
  std::vector<ReadingResult> readings;
  Posture posture = Posture::Enforced;
  std::optional<Verdict> other_posture;  // the verdict under the other posture, where it differs
  std::vector<OutlookEntry> outlook;
  std::vector<ProvisionProof> proof;
  std::vector<Assumption> assumptions;
  std::vector<StepDue> steps;
  std::vector<Citation> flags;  // know-your-customer flags
  std::vector<std::string> filing;
  std::vector<BesideEntry> beside;        // by kind, then as declared
  std::vector<NotModelled> not_modelled;  // those that hold first
  std::vector<Warning> warnings;
  Receipt receipt;
};

// 0 go ahead with nothing left to do, 5 with steps or assumptions, 3 not without a license or
// prohibited, 4 undetermined, conflict or not covered.
int exit_status(const Answer& answer);

}  // namespace licit
