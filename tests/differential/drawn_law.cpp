#include "differential/drawn_law.h"

#include <cstdlib>

#include "language/load.h"
#include "language/overlay.h"

namespace licit::differential {
namespace {

using Texts = std::vector<std::string>;

constexpr const char* places_csv =
    "code,iso3,en,fr,listing,follows,follows_from,aliases,note\n"
    "AE,ARE,United Arab Emirates,Émirats Arabes Unis,listed,,,,\n"
    "CN,CHN,China,Chine,listed,,,,\n"
    "DE,DEU,Germany,Allemagne,listed,,,,\n"
    "HK,HKG,Hong Kong,Hong-Kong,inherited,CN,2020-12-23,,\n"
    "JP,JPN,Japan,Japon,listed,,,,\n"
    "MO,MAC,Macau,Macao,listed,,,,\n"
    "NZ,NZL,New Zealand,Nouvelle-Zélande,listed,,,,\n"
    "PS,PSE,Palestine,Palestine,unlisted,,,,\n"
    "VN,VNM,Vietnam,Viêt Nam,listed,,,,\n";

// PS is a place that sets never name, NZ one that nothing names.
const Texts placed{"AE", "CN", "DE", "HK", "JP", "MO", "VN"};
const Texts days{"2020-07-01", "2021-01-01", "2021-09-15", "2022-03-01",
                 "2022-11-30", "2023-06-01", "2024-02-29", "2024-10-01"};
const Texts sources{"S", "S", "S", "R1", "R2", "R3"};
const Texts classes{"A", "B", "C"};

class LawDrawing {
 public:
  explicit LawDrawing(Chance& chance) : chance_(chance) {}

  LawText draw() {
    head();
    vocabulary();
    for (const char* param : {"p.high", "p.low"})
      versions([&](auto... d) { this->param(param, d...); });
    if (chance_.percent(50)) versions([&](auto... d) { deadline(d...); });
    for (const char* set : {"near", "far", "mixed"})
      versions([&](auto... d) { place_set(set, d...); });
    word_set();
    for (const char* reading : {"Q1", "Q2"})
      versions([&](auto... d) { this->reading(reading, d...); });
    for (const char* name : {"d.one", "d.two"}) versions([&](auto... d) { define(name, d...); });
    classify();
    require();
    defeat();
    scope();
    review();
    LawText out{{{"drawn.law", joined()}}, {}};
    for (std::size_t n = chance_.percent(70) ? 1 + chance_.below(2) : 0; n > 0; --n) {
      parts_.clear();
      overlay(out.overlays.size());
      out.overlays.push_back({name("overlay", out.overlays.size()) + ".law", joined()});
    }
    return out;
  }

 private:
  // ---- clauses

  static std::string says() { return "\n  says en \"Says.\" fr \"Dit.\""; }
  static std::string name(const std::string& what, std::size_t n) {
    return what + "." + std::to_string(n);
  }
  std::string joined() const {
    std::string out;
    for (const std::string& part : parts_) out += part + "\n\n";
    return out;
  }
  void add(std::string text) { parts_.push_back(std::move(text)); }

  // A day as it may be written: alone, or with what brings it.
  std::string day(std::size_t at) {
    return days[at] + (chance_.percent(20) ? " by " + source_that_changes() : "");
  }
  std::string source_that_changes() { return chance_.one_of(Texts{"R1", "R2", "R3"}); }

  std::string clauses(std::size_t from, std::size_t until, const std::string& source,
                      bool ends_that_day = false) {
    std::string out = "\n  cite \"1\"\n  source " + source;
    if (chance_.percent(25)) out += " verified secondary \"heard\"";
    out += "\n  from " + (chance_.percent(12) && from <= 1 ? "S" : day(from));
    if (until < days.size()) {
      out += " until " + (ends_that_day         ? day(until)
                          : chance_.percent(15) ? source_that_changes()
                                                : day(until));
    }
    return out;
  }
  std::string clauses() {
    const std::size_t from = chance_.percent(60) ? 0 : chance_.below(4);
    const std::size_t until =
        chance_.percent(25) ? from + 1 + chance_.below(days.size() - from - 1) : days.size();
    return clauses(from, until, chance_.one_of(sources));
  }

  // One version, or two that follow each other.
  template <typename Add>
  void versions(Add&& add_version) {
    if (chance_.percent(65)) return add_version(clauses());
    const std::size_t turn = 1 + chance_.below(days.size() - 2);
    const std::size_t again = chance_.percent(70) ? turn : turn + chance_.below(days.size() - turn);
    add_version(clauses(chance_.below(turn), turn, chance_.one_of(sources), true));
    add_version(clauses(again, days.size(), chance_.one_of(sources)));
  }

  // ---- what the law speaks of

  void head() {
    add("pack drawn \"Drawn\"\n  title en \"Drawn\" fr \"Tiré\"\n  verified-through " +
        chance_.one_of(Texts{"2022-06-01", "2024-06-01", "2026-01-01"}) + "\n  covers-from " +
        chance_.one_of(Texts{"2019-01-01", "2020-06-01", "2021-01-02"}));
    add("source S statute \"S\"\n  effective 2020-01-01\n  verified primary");
    for (const char* id : {"R1", "R2", "R3"}) {
      const std::size_t effective = chance_.below(days.size());
      const std::size_t published = chance_.below(days.size());
      std::string text = "source " + std::string(id) + " rule \"" + id + "\"";
      if (chance_.percent(40)) text += "\n  announced " + days[std::min(published, effective)];
      if (chance_.percent(80)) text += "\n  published " + days[published];
      add(text + "\n  effective " + days[effective] + "\n  verified primary");
    }
    const std::size_t told = chance_.below(days.size());
    const std::size_t published = std::min(days.size() - 1, told + chance_.below(3));
    add("source LETTER notice \"L\"\n  addressee \"Acme\", \"Ajax Trading\"\n  known " +
        days[told] + " published " + days[published] + " effective " + days[told] +
        "\n  verified secondary");
    add("source LETTER-2 notice \"M\"\n  addressee \"Ajax\"\n  known " + days[published] +
        (chance_.percent(50) ? " published " + days[published] : "") + " effective " + days[told] +
        "\n  verified primary");
  }

  void fact(const std::string& id, const std::string& type, const std::string& more = {}) {
    add("fact " + id + " : " + type +
        "\n  says en \"it\" fr \"cela\"\n  asks en \"It?\" fr \"Cela ?\"" + more);
  }
  static std::string missing(const std::string& value) {
    return "\n  missing means " + value + " because en \"said\" fr \"dit\"";
  }

  void vocabulary() {
    fact("item.kind", "one of { card, circuit, board }");
    fact("item.tpp", "number TPP");
    fact("item.units", "number");
    fact("item.datacenter", "yes-no");
    fact("item.rugged", "yes-no", missing("no"));
    fact("item.made", "date");
    fact("to.place", "place");
    fact("buyer.hq", "place");
    fact("consignee.hq", "place");
    fact("buyer.name", "name");
    fact("buyer.listings", "set of { bad, worse, worst }",
         missing("none") + (chance_.percent(60) ? "\n  unless given buyer.name" : ""));
    fact("end-use.military", "yes-no", missing("no") + "\n  unless given buyer.hq");
    fact("transfer.on", "date");
    fact("exporter.name", "name");
    fact("exporter.notices", "set of names");
  }

  std::string number() { return chance_.one_of(Texts{"10", "20", "20.5", "30", "40"}); }
  std::string count() { return chance_.one_of(Texts{"1", "2", "5"}); }

  void param(const std::string& id, const std::string& clauses) {
    add("param " + id + " : TPP = " + number() + clauses);
  }
  void deadline(const std::string& clauses) {
    add("param p.day : date = " + chance_.one_of(days) + clauses);
    has_day_ = true;
  }

  void place_set(const std::string& id, const std::string& clauses) {
    std::string text = "set " + id + " : place";
    const bool made = id == "mixed";
    if (made) text += " = " + place_set_expr(2);
    text += clauses;
    if (!made || chance_.percent(30)) {
      if (chance_.percent(85)) text += "\n  members " + chance_.one_of(placed);
      for (std::size_t n = chance_.below(4); n > 0; --n) text += member();
      if (!made && chance_.percent(50)) text += "\n  member CN";
    }
    add(text);
  }
  std::string member() {
    std::string text = "\n  member " + chance_.one_of(placed);
    if (chance_.percent(40)) {
      const std::size_t from = chance_.below(days.size() - 1);
      text += " from " + day(from);
      if (chance_.percent(40))
        text += " until " + day(from + 1 + chance_.below(days.size() - from - 1));
    } else if (chance_.percent(30)) {
      text += " until " + day(1 + chance_.below(days.size() - 1));
    }
    if (chance_.percent(25)) text += " source " + chance_.one_of(sources);
    if (chance_.percent(25)) text += " under " + reading_is();
    return text;
  }
  std::string literal() {
    const std::size_t a = chance_.below(placed.size());
    const std::size_t b = chance_.below(placed.size());
    return a == b ? "{ " + placed[a] + " }"
                  : "{ " + placed[std::min(a, b)] + ", " + placed[std::max(a, b)] + " }";
  }
  // Sets of places; the last of the three is made of the others.
  std::string place_set_expr(std::size_t known) {
    const Texts named{"near", "far", "mixed"};
    const auto term = [&] { return chance_.percent(65) ? named[chance_.below(known)] : literal(); };
    std::string text = term();
    for (std::size_t n = chance_.below(3); n > 0; --n) {
      text += (chance_.percent(50) ? " plus " : " minus ") + term();
    }
    return text;
  }

  void word_set() {
    add("set crew : word\n  cite \"1\"\n  source S\n  says en \"crew\" fr \"équipe\"\n  members "
        "Acme" +
        (chance_.percent(50) ? "\n  member Ajax from " + day(chance_.below(days.size()))
                             : "\n  member Ajax under " + reading_is()));
  }

  std::string reading_is() { return chance_.percent(60) ? "Q1 is wide" : "Q2 is late"; }
  void reading(const std::string& id, const std::string& clauses) {
    const bool first = id == "Q1";
    const std::string a = first ? "wide" : "early";
    const std::string b = first ? "narrow" : "late";
    const std::string c = first ? ",\n    odd en \"c\" fr \"c\"" : "";
    add("reading " + id + " \"q\"" + clauses +
        "\n  says en \"Which?\" fr \"Lequel ?\"\n  alternatives\n    " + a +
        " en \"a\" fr \"a\",\n    " + b + " en \"b\" fr \"b\"" + c + "\n  default " +
        (chance_.percent(50) ? a : b) + " because en \"so\" fr \"ainsi\"");
  }

  // ---- conditions

  enum class Level { Define, Class, Requirement };  // what a condition may speak of

  void define(const std::string& id, const std::string& clauses) {
    level_ = id == "d.one" ? Level::Define : Level::Class;
    add("define " + id + clauses + "\n  when " + condition(2));
    level_ = Level::Class;
  }

  std::string condition(int depth) {
    if (depth == 0 || chance_.percent(35)) return leaf();
    const std::size_t count = 2 + chance_.below(2);
    const bool all = chance_.percent(50);
    if (chance_.percent(25)) {
      std::string text = all ? "all of {" : "any of {";
      for (std::size_t i = 1; i <= count; ++i) {
        text += " (" + std::to_string(i) + ") " + condition(depth - 1);
      }
      return text + " }";
    }
    std::string text = "(" + condition(depth - 1);
    for (std::size_t i = 1; i < count; ++i) text += (all ? " and " : " or ") + condition(depth - 1);
    text += ")";
    return chance_.percent(12) ? "not " + text : text;
  }

  std::string leaf() { return (chance_.percent(15) ? "not " : "") + bare_leaf(); }

  std::string bare_leaf() {
    switch (chance_.below(level_ == Level::Define ? 15 : level_ == Level::Class ? 17 : 20)) {
      case 0:
      case 1:
      case 2:
        return "item.tpp " + sign() +
               (chance_.percent(45) ? (chance_.percent(60) ? " p.high" : " p.low")
                                    : " " + number());
      case 3:
        return "item.units " + sign() + " " + count();
      case 4:
        return (chance_.percent(60) ? "item.made " : "transfer.on ") + sign() + " " +
               (has_day_ && chance_.percent(50) ? "p.day" : chance_.one_of(days));
      case 5:
      case 6:
      case 7: {
        const std::string place =
            chance_.one_of(Texts{"to.place", "to.place", "buyer.hq", "consignee.hq"});
        if (chance_.percent(15)) return place + " is " + chance_.one_of(placed);
        return place + " in " + place_set_expr(3);
      }
      case 8:
        return chance_.percent(60)
                   ? "item.kind is " + kind()
                   : "item.kind in { card, " +
                         std::string(chance_.percent(50) ? "circuit" : "board") + " }";
      case 9:
        return chance_.percent(70) ? "item.datacenter" : "item.datacenter is no";
      case 10:
        return chance_.percent(50) ? "item.rugged" : "end-use.military";
      case 11:
        return "buyer.listings includes " + chance_.one_of(Texts{"bad", "worse", "worst"});
      case 12:
        return chance_.percent(50)
                   ? "buyer.name is " +
                         chance_.one_of(Texts{"\"Acme\"", "\"Ajax\"", "\"Zeta Ltd\""})
                   : "buyer.name in crew";
      case 13:
        return "reading " + reading_is();
      case 14:
        if (chance_.percent(30))
          return chance_.one_of(Texts{"buyer.hq", "item.made", "buyer.listings"}) + " is known";
        return chance_.percent(80) ? "posture is text" : chance_.percent(50) ? "always" : "never";
      case 15:
        return "d.one";
      case 16:
        return level_ == Level::Requirement ? "d.two" : "d.one";
      case 17:
        return "meets " + chance_.one_of(classes);
      case 18:
        return "class is " + chance_.one_of(classes);
      default:
        return "class in { A, " + std::string(chance_.percent(50) ? "B" : "C") + " }";
    }
  }
  std::string kind() { return chance_.one_of(Texts{"card", "circuit", "board"}); }
  std::string sign() { return chance_.one_of(Texts{">=", ">=", "<", "<", ">", "<=", "=", "!="}); }

  // ---- provisions

  void rule(const std::string& id, const std::string& outcome, const std::string& overrides,
            int depth) {
    versions([&](std::string clauses) {
      // A notice binds whoever received it; it is no source for what an item is.
      if (level_ == Level::Requirement && chance_.percent(12)) {
        const std::size_t at = clauses.find("source ");
        const std::size_t end = clauses.find_first_of("\n ", at + 7);
        clauses.replace(at, end - at, chance_.percent(60) ? "source LETTER" : "source LETTER-2");
      }
      add("rule " + id + (overrides.empty() ? "" : " overrides " + overrides) + clauses + says() +
          "\n  then " + outcome + "\n  when " + condition(depth));
    });
  }

  void classify() {
    level_ = Level::Class;
    rule("A.1", "class A", "", 1);
    if (chance_.percent(40)) rule("A.2", "class A", "", 2);
    rule("B.1", "class B", chance_.percent(20) ? "A.1" : "", 1);
    if (chance_.percent(70)) {
      // Catches most of what is left, so that the rest of the law is reached.
      add("rule C.1" + clauses(0, days.size(), "S") + says() + "\n  then class C\n  when " +
          (chance_.percent(50) ? "always" : "(item.tpp >= 10 or " + condition(1) + ")"));
    } else {
      rule("C.1", "class C", "", 1);
    }
    add(chance_.percent(50) ? "precedence class { A, B, C }" : "precedence class { B, C, A }");
  }

  void require() {
    level_ = Level::Requirement;
    rule("need.1", "license required for X", "", 2);
    licensed_ = {"need.1"};
    if (chance_.percent(60)) {
      rule("need.2", std::string("license required for ") + (chance_.percent(50) ? "X" : "Y"),
           chance_.percent(25) ? "need.1" : "", 2);
      licensed_.emplace_back("need.2");
    }
    if (chance_.percent(45)) {
      rule("ban", "prohibited", chance_.percent(15) ? "need.1" : "", 3);
      licensed_.emplace_back("ban");
    }
    if (chance_.percent(35)) {
      // It must be in order with every requirement, one way or the other.
      std::string all;
      for (const std::string& other : licensed_) all += (all.empty() ? "" : ", ") + other;
      rule("free", "no license for X", all, 2);
    }
  }

  std::string some_of(const Texts& all) {
    std::string out = chance_.one_of(all);
    for (const std::string& other : all) {
      if (out.find(other) == std::string::npos && chance_.percent(50)) out += ", " + other;
    }
    return out;
  }

  void defeat() {
    level_ = Level::Class;
    if (chance_.percent(40))
      exclusion(name("note", 1), chance_.one_of(Texts{"A.1", "B.1", "A.1, B.1", "C.1"}), "");
    level_ = Level::Requirement;
    const bool has_carve = chance_.percent(30);
    if (has_carve) exclusion(name("carve", 1), some_of(licensed_), "");
    if (chance_.percent(35))
      exclusion(name("carve", 2), some_of(licensed_), has_carve ? "carve.1" : "");
    const std::size_t exceptions = chance_.below(4);
    for (std::size_t n = 1; n <= exceptions; ++n) {
      versions([&](const std::string& clauses) {
        const bool encoded = chance_.percent(88);
        add("exception " + name("ex", n) + (chance_.percent(40) ? " symbol SYM" : "") + " to " +
            some_of(licensed_) +
            (n > 1 && chance_.percent(35) ? " overrides " + name("ex", n - 1) : "") + clauses +
            says() + (encoded ? "\n  when " + condition(2) : "\n  not encoded"));
      });
    }
    for (std::size_t n = exceptions == 0 ? 0 : chance_.below(3); n > 0; --n) {
      versions([&](const std::string& clauses) {
        add("bar " + name("bar", n) + " to exceptions of " + some_of(licensed_) +
            (chance_.percent(40) ? " except " + name("ex", 1) : "") + clauses + says() +
            "\n  when " + condition(2));
      });
    }
  }

  void exclusion(const std::string& id, const std::string& to, const std::string& overrides) {
    versions([&](const std::string& clauses) {
      add("exclusion " + id + " to " + to + (overrides.empty() ? "" : " overrides " + overrides) +
          clauses + says() + "\n  when " + condition(1));
    });
  }

  void scope() {
    level_ = Level::Requirement;
    // In either order: what is not subject goes before what is not covered wherever it stands.
    const bool dark_first = chance_.percent(50);
    if (dark_first) dark();
    if (chance_.percent(30)) rule("out", "not-subject", "", 2);
    if (!dark_first) dark();
  }
  void dark() {
    if (!chance_.percent(25)) return;
    rule("dark", "not-covered because en \"not encoded\" fr \"non encodé\"",
         chance_.percent(30) ? "need.1" : "", 3);
  }

  void review() {
    for (const std::string& rule : licensed_) {
      if (rule == "ban" || chance_.percent(40)) continue;
      add("policy review." + rule + " for " + rule + clauses() + says() +
          "\n  first of {\n    (i) presumption-of-denial when " + condition(1) +
          "\n    (ii) case-by-case when " + condition(1) + "\n    (iii) " +
          (chance_.percent(50) ? "not-stated" : "presumption-of-approval") + " otherwise\n  }");
    }
  }

  // ---- overlays

  void overlay(std::size_t n) {
    const std::string bill = "BILL-" + std::to_string(n);
    const std::size_t effective = chance_.below(days.size());
    add("overlay bill." + std::to_string(n) + " on drawn");
    add("source " + bill + " bill \"B\"\n  published " + chance_.one_of(days) + " effective " +
        days[effective] + "\n  verified primary");
    for (std::size_t changes = 1 + chance_.below(3); changes > 0; --changes) change(bill);
    if (chance_.percent(75)) {
      // Contradicts need.1, and nothing says which of the two goes first.
      add("rule ease." + std::to_string(n) + "\n  cite \"1\"\n  source " + bill + "\n  from " +
          days[chance_.below(4)] + says() + "\n  then no license for X\n  when " + condition(1));
    }
    if (chance_.percent(25)) {
      add("rule more." + std::to_string(n) + "\n  cite \"1\"\n  source " + bill + "\n  from " +
          bill + says() + "\n  then license required for X\n  when " + condition(2));
    }
  }

  void change(const std::string& bill) {
    const std::size_t from = chance_.below(days.size() - 1);
    std::string when = "\n  cite \"1\"\n  source " + bill + "\n  from " +
                       (chance_.percent(40) ? bill : days[from]);
    const bool ends = when.back() != bill.back() && chance_.percent(50);
    if (ends) when += " until " + days[from + 1 + chance_.below(days.size() - from - 1)];
    const Texts ids{"need.1",  "need.1", "A.1",  "B.1",   "ex.1",  "ex.1", "bar.1",
                    "carve.1", "free",   "near", "d.one", "d.two", "p.low"};
    switch (chance_.below(5)) {
      case 0:
        return add("amend param p.high = " + number() + " TPP" + when);
      case 1:
        return add("repeal " + chance_.one_of(ids) + when);
      case 2:
        return add("suspend " + chance_.one_of(ids) + when);
      case 3:
        return add("add member " + chance_.one_of(placed) + " to " +
                   (chance_.percent(50) ? "near" : "far") + when);
      default:
        return add("remove member CN from set " +
                   std::string(chance_.percent(50) ? "near" : "far") + when);
    }
  }

  Chance& chance_;
  Texts parts_, licensed_;
  Level level_ = Level::Class;
  bool has_day_ = false;
};

}  // namespace

LawText draw_law(Chance& chance) { return LawDrawing(chance).draw(); }

Result<law::Pack> read_law(const LawText& text) {
  Result<law::Pack> out = law::load_pack(law::PackSource{text.pack});
  for (std::size_t i = 0; i < text.overlays.size() && out.ok(); ++i) {
    out = law::apply_overlay(out.value(), text.overlays[i].path, text.overlays[i].text);
  }
  return out;
}

std::string shown(const LawText& text) {
  std::string out;
  for (const auto* files : {&text.pack, &text.overlays}) {
    for (const law::File& file : *files) out += "-- " + file.path + "\n" + file.text + "\n";
  }
  return out;
}

namespace {

Places places_of(const std::string& csv) {
  const Result<Places> places = Places::parse(csv);
  if (!places.ok()) std::abort();
  return places.value();
}

}  // namespace

const Places& few_places() {
  static const Places places = places_of(places_csv);
  return places;
}

const Places& few_named_places() {
  static const Places places = [] {
    std::string csv = places_csv;
    csv.replace(csv.find("unlisted"), 8, "listed");
    return places_of(csv);
  }();
  return places;
}

const std::vector<Date>& days_of_drawn_laws() {
  static const std::vector<Date> out = [] {
    std::vector<Date> all;
    for (const std::string& day : days) all.push_back(*Date::parse(day));
    return all;
  }();
  return out;
}

}  // namespace licit::differential
