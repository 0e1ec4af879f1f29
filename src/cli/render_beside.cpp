#include "cli/render_beside.h"

#include "base/mapped.h"
#include "base/text.h"
#include "cli/words.h"

namespace licit::cli {
namespace {

Msg name_of(law::AsideKind kind) {
  switch (kind) {
    case law::AsideKind::Customs:
      return Msg::CliBesideCustoms;
    case law::AsideKind::Foreign:
      return Msg::CliBesideForeign;
    case law::AsideKind::Filing:
      return Msg::CliBesideFiling;
    case law::AsideKind::Record:
      return Msg::CliBesideRecord;
    case law::AsideKind::Diligence:
      return Msg::CliBesideDiligence;
    case law::AsideKind::Reporting:
      return Msg::CliBesideReporting;
  }
  return Msg::CliBesideDiligence;
}

// What it says; what may hold, with the facts on which it turns.
template <typename Entry>
std::string words_of(Language language, const Entry& entry) {
  const std::string& says = entry.citation.says.in(language);
  return entry.holds == Truth::Yes
             ? says
             : say(language, Msg::CliBesideMay, {joined(entry.asks, ", "), says});
}

std::string whole_words(Language language, const BesideEntry& entry) {
  std::string out = words_of(language, entry);
  out += " [" + entry.citation.provision + "; " + entry.citation.cite + "; " +
         say(language, Msg::CliVerifiedMark, {mark_words(language, entry.citation.verified)});
  if (!entry.assumptions.empty()) {
    const auto assumed = mapped(entry.assumptions,
                                [](const Assumption& one) { return one.fact + " = " + one.value; });
    out += "; " + say(language, Msg::CliBesideAssumes, {joined(assumed, ", ")});
  }
  return out + "]";
}

}  // namespace

std::vector<std::string> beside_lines(const Page& page, const Answer& answer, bool whole) {
  const Language language = page.language;
  std::vector<std::string> out;
  const BesideEntry* before = nullptr;
  for (const BesideEntry& entry : answer.beside) {
    if (!whole && !is_short(entry)) continue;
    const std::string words = whole ? whole_words(language, entry) : words_of(language, entry);
    if (!whole && before != nullptr && before->kind == entry.kind) {
      out.back() += " " + words;
    } else {
      out.push_back(say(language, Msg::CliRuleLine, {say(language, name_of(entry.kind)), words}));
    }
    before = &entry;
  }
  return out;
}

std::vector<std::string> not_modelled_lines(const Page& page, const Answer& answer) {
  return mapped(answer.not_modelled, [&](const NotModelled& entry) {
    return say(page.language, Msg::CliRuleLine,
               {entry.citation.cite, words_of(page.language, entry)});
  });
}

}  // namespace licit::cli
