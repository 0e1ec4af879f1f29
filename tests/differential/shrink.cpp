#include "differential/shrink.h"

#include <algorithm>
#include <regex>
#include <sstream>

#include "differential/drawn_question.h"

namespace licit::differential {
namespace {

using Texts = std::vector<std::string>;

// Lines that say something, each with its end.
Texts lines_of(const std::string& text) {
  Texts out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(' ') != std::string::npos) out.push_back(line + "\n");
  }
  return out;
}

// A line that is not indented begins a declaration.
Texts declarations_of(const std::string& text) {
  Texts out;
  for (std::string& line : lines_of(text)) {
    if (out.empty() || line.front() != ' ') {
      out.push_back(std::move(line));
    } else {
      out.back() += line;
    }
  }
  return out;
}

std::string join(const Texts& parts, const std::string& by) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : by) + part;
  return out;
}

// A stretch of a text, and what may stand there instead.
struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};

class Shrinking {
 public:
  Shrinking(Case found, const StillFails& fails, std::size_t trials)
      : best_(std::move(found)), fails_(fails), left_(trials) {}

  Case run() {
    bool smaller = true;
    while (smaller && left_ > 0) {
      smaller = drop_overlays();
      for (law::File* file : texts()) {
        smaller = parts(*file, declarations_of) || smaller;
        smaller = parts(*file, lines_of) || smaller;
        smaller = conditions(*file) || smaller;
        smaller = clauses(*file) || smaller;
      }
      smaller = question() || smaller;
    }
    return std::move(best_);
  }

 private:
  std::vector<law::File*> texts() {
    std::vector<law::File*> out;
    for (law::File& file : best_.law.pack) out.push_back(&file);
    for (law::File& file : best_.law.overlays) out.push_back(&file);
    return out;
  }

  bool fails() {
    if (left_ == 0) return false;
    --left_;
    return fails_(best_);
  }

  // Keeps a change of the case where it still fails, else takes it back.
  template <typename T>
  bool keep(T& place, T changed) {
    std::swap(place, changed);
    if (fails()) return true;
    std::swap(place, changed);
    return false;
  }

  bool drop_overlays() {
    bool any = false;
    for (std::size_t i = best_.law.overlays.size(); i-- > 0;) {
      auto without = best_.law.overlays;
      without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
      any = keep(best_.law.overlays, std::move(without)) || any;
    }
    return any;
  }

  // Declarations or clauses, in ever smaller runs.
  bool parts(law::File& file, Texts (*split)(const std::string&)) {
    bool any = false;
    std::size_t run = std::max<std::size_t>(split(file.text).size() / 2, 1);
    while (run > 0 && left_ > 0) {
      Texts all = split(file.text);
      for (std::size_t at = all.size(); at > 0;) {
        at = at > run ? at - run : 0;
        if (at >= all.size()) continue;
        Texts without = all;
        const auto begin = without.begin() + static_cast<std::ptrdiff_t>(at);
        without.erase(begin, begin + static_cast<std::ptrdiff_t>(std::min(run, all.size() - at)));
        if (without.empty() || !keep(file.text, join(without, ""))) continue;
        any = true;
        all = std::move(without);
      }
      run /= 2;
    }
    return any;
  }

  // One edit after the other, asked for anew whenever one was kept.
  template <typename Find>
  bool edits(law::File& file, Find&& find) {
    bool any = false;
    std::size_t next = 0;
    std::vector<Edit> all = find(file);
    while (next < all.size() && left_ > 0) {
      const Edit& edit = all[next++];
      std::string text = file.text;
      text.replace(edit.begin, edit.end - edit.begin, edit.text);
      if (text.size() >= file.text.size() || !keep(file.text, std::move(text))) continue;
      any = true;
      all = find(file);
      next = 0;
    }
    return any;
  }

  bool conditions(law::File& file) {
    return edits(file, [this](const law::File& of) { return simpler_conditions(of); });
  }

  // A condition becomes always, never, one of its limbs, or loses one; a set loses a term.
  std::vector<Edit> simpler_conditions(const law::File& file) {
    std::vector<Edit> out;
    const Result<law::Pack> pack = read_law(best_.law);
    if (!pack.ok()) return out;
    const auto files = texts();
    const auto at = std::find_if(files.begin(), files.end(),
                                 [&](const law::File* other) { return other->path == file.path; });
    const auto number = static_cast<std::uint32_t>(at - files.begin());
    const auto text = [&](law::Span span) {
      return file.text.substr(span.begin, span.end - span.begin);
    };
    each_condition(pack.value(), [&](const law::Expr& expr) {
      if (expr.span.file != number) return;
      const auto offer = [&](std::string instead) {
        out.push_back({expr.span.begin, expr.span.end, std::move(instead)});
      };
      offer("always");
      offer("never");
      for (std::size_t i = 0; i < expr.children.size(); ++i) {
        offer(text(expr.children[i].span));
        offer("(" + text(expr.children[i].span) + ")");
        if (expr.children.size() < 3) continue;
        Texts others;
        for (std::size_t j = 0; j < expr.children.size(); ++j) {
          if (j != i) others.push_back(text(expr.children[j].span));
        }
        offer("(" + join(others, expr.kind == law::ExprKind::All ? " and " : " or ") + ")");
      }
    });
    return out;
  }

  // What may follow a declaration's name, or stand in a list.
  bool clauses(law::File& file) {
    return edits(file, [](const law::File& of) {
      static const std::regex optional[] = {
          std::regex(" (?:until|overrides|except|symbol|under|by|verified|plus|minus|known|"
                     "announced|published|unless given)"
                     "(?: \\{[^}]*\\}| \"[^\"]*\"| [^\\s,]+(?: is [^\\s]+)?)"),
          std::regex(", [^\\s,\"{}]+"), std::regex(" [A-Za-z]+[.\\d]*,")};
      std::vector<Edit> out;
      for (const std::regex& one : optional) {
        for (std::sregex_iterator it(of.text.begin(), of.text.end(), one), end; it != end; ++it) {
          const auto begin = static_cast<std::size_t>(it->position());
          out.push_back({begin, begin + static_cast<std::size_t>(it->length()), {}});
        }
      }
      return out;
    });
  }

  bool question() {
    bool any = false;
    Query& query = best_.query;
    const auto readings = query.readings;
    for (const auto& [reading, alternative] : readings) {
      auto without = query.readings;
      without.erase(reading);
      any = keep(query.readings, std::move(without)) || any;
    }
    if (query.known) any = keep(query.known, std::optional<Date>{}) || any;
    if (query.strict) any = keep(query.strict, false) || any;
    if (query.knower != Knower::Public) any = keep(query.knower, Knower::Public) || any;
    if (query.posture != Posture::Enforced) any = keep(query.posture, Posture::Enforced) || any;
    FactSet& facts = query.candidates.front();
    const FactSet before = facts;
    for (const auto& [alias, other] : before.aliases()) {
      FactSet without;
      for (const auto& [id, value] : facts.all()) without.set(id, value);
      for (const auto& [id, by] : facts.aliases()) {
        if (id != alias) without.alias(id, by);
      }
      any = keep(facts, std::move(without)) || any;
    }
    for (const auto& [id, value] : before.all()) {
      FactSet changed = facts;
      changed.erase(id);
      if (keep(facts, std::move(changed))) {
        any = true;
        continue;
      }
      for (const FactValue& simpler : simpler_values(value)) {
        changed = facts;
        changed.set(id, simpler);
        if (!keep(facts, std::move(changed))) continue;
        any = true;
        break;
      }
    }
    return any;
  }

  static std::vector<FactValue> simpler_values(const FactValue& value) {
    std::vector<FactValue> out;
    if (value.candidates.size() > 1) {
      for (const Scalar& candidate : value.candidates) {
        out.push_back(value);
        out.back().candidates = {candidate};
      }
    }
    if (value.type == FactType::Number && !value.number.is_point()) {
      for (const auto& end : {value.number.lo, value.number.hi}) {
        if (!end) continue;
        out.push_back(value);
        out.back().number = Interval::exactly(*end);
      }
    }
    if (value.members && !value.members->empty()) {
      out.push_back(value);
      out.back().members->pop_back();
    }
    if (value.origin == Origin::Default) {
      out.push_back(value);
      out.back().origin = Origin::Given;
    }
    return out;
  }

  Case best_;
  const StillFails& fails_;
  std::size_t left_;
};

}  // namespace

std::string difference(const Case& found, const Places& places, const TestedLaw::Fault& fault) {
  Result<law::Pack> pack = read_law(found.law);
  if (!pack.ok()) return {};
  return TestedLaw(std::move(pack).value(), places, fault).compare(found.query, true).difference;
}

Case shrink(Case found, const StillFails& fails, std::size_t trials) {
  return Shrinking(std::move(found), fails, trials).run();
}

std::string report(const Case& small, const Places& places, const std::string& how) {
  return "The engines differ (" + how + ").\n" + difference(small, places) + "\n" +
         shown(small.law) + shown(small.query);
}

}  // namespace licit::differential
