#include "parties/names/score.h"

#include <algorithm>
#include <array>

#include "parties/names/align.h"
#include "parties/names/pairing.h"
#include "parties/names/syllables.h"

namespace licit {
namespace {

using names::counts;
using names::Pairing;
using names::within_one_edit;
using names::WordPair;

// Of two words that a person shares with a longer name: together, or one of them, as a surname that few
// bear beside the commonest forename.
constexpr int least_distinction = 1300;
constexpr int least_rarest = 950;
// Of a word that is a brand wherever it stands.
constexpr int least_brand = 600;

bool distinctive(const NameToken& t, const Rarity& rarity) {
  return t.kind == TokenKind::Word && rarity.weight(t.form) >= 250;
}

// Of a Russian, Ukrainian or Belarusian name, in the usual romanisations.
bool is_patronymic(std::string_view form) {
  constexpr std::array<std::string_view, 12> endings{"ovich", "evich",  "ovych", "evych",
                                                     "avich", "ievich", "ovna",  "evna",
                                                     "ivna",  "yevna",  "auna",  "ichna"};
  return form.size() >= 7 && std::any_of(endings.begin(), endings.end(),
                                         [&](std::string_view end) { return form.ends_with(end); });
}

// What the words that met, and those that did not, say of the two names.
class Comparison {
 public:
  Comparison(const NormalName& q, const NormalName& l, PartyType type, const Rarity& rarity)
      : pairing_(q, l, type == PartyType::Person, rarity),
        q_(pairing_.query()),
        l_(pairing_.listed()),
        chosen_(pairing_.chosen()),
        query_(q),
        listed_(l),
        rarity_(rarity),
        person_(type == PartyType::Person) {}

  NameScore run(bool explain) {
    NameScore out;
    if (q_.size == 0 || l_.size == 0) return out;
    out.score = static_cast<std::uint16_t>(judge(out.reasons, explain));
    if (explain) {
      for (const WordPair& p : chosen_) {
        out.matches.push_back(
            {p.qf, p.qt, p.lf, p.lt, static_cast<std::uint16_t>(1000 - p.alike), p.how});
      }
      std::sort(
          out.matches.begin(), out.matches.end(),
          [](const TokenMatch& a, const TokenMatch& b) { return a.query_from < b.query_from; });
    }
    return out;
  }

 private:
  bool sounds_foreign(const WordPair& p) const {
    return q_.tokens[p.qf].sounds_foreign || l_.tokens[p.lf].sounds_foreign;
  }

  // A name is left that people do not commonly leave out, as they do a patronymic.
  static bool has_other_name(const std::vector<NameToken>& tokens,
                             const std::array<bool, most_tokens>& used, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i)
      if (!used[i] && tokens[i].kind == TokenKind::Word && !is_patronymic(tokens[i].form))
        return true;
    return false;
  }

  int rarity_of(const std::vector<NameToken>& tokens, std::size_t from, std::size_t to) const {
    int out = 0;
    for (std::size_t i = from; i < to; ++i)
      if (tokens[i].kind == TokenKind::Word)
        out += static_cast<int>(rarity_.weight(tokens[i].form));
    return out;
  }

  int judge(std::vector<ScoreReason>& reasons, bool explain) {
    const auto because = [&](ScoreReason r) {
      if (explain && std::find(reasons.begin(), reasons.end(), r) == reasons.end())
        reasons.push_back(r);
    };
    // The matched: similarity by weight.
    long long gained = 0, matched = 0;
    int words_matched = 0, words_met = 0, distinction = 0, rarest = 0;
    bool shares_distinctive = false, initial = false, in_order = true;
    int lowest = 1000, worst_word = 1000;
    int last_listed = -1;
    for (std::size_t k = 0; k < chosen_.size(); ++k) {
      const WordPair& p = chosen_[k];
      long long w = 0;
      bool word = false, rare_q = false, rare_l = false;
      for (std::size_t i = p.qf; i < p.qt; ++i) {
        w += q_.weights[i];
        word = word || q_.tokens[i].kind == TokenKind::Word;
        rare_q = rare_q || distinctive(q_.tokens[i], rarity_) || p.qt - p.qf > 1;
      }
      for (std::size_t j = p.lf; j < p.lt; ++j) {
        w += l_.weights[j];
        rare_l = rare_l || distinctive(l_.tokens[j], rarity_) || p.lt - p.lf > 1;
      }
      matched += w;
      gained += w * p.alike;
      // Equal words of which one leaves vowels out are alike to 950.
      const int alike = p.how == MatchKind::Skeleton ? p.alike + 50 : p.alike;
      const int rare =
          std::min(rarity_of(q_.tokens, p.qf, p.qt), rarity_of(l_.tokens, p.lf, p.lt)) *
          std::clamp(alike - 500, 0, 500) / 500;
      distinction += rare;
      rarest = std::max(rarest, rare);
      if (word) ++words_matched;
      if (word && !sounds_foreign(p)) worst_word = std::min<int>(worst_word, p.alike);
      if (q_.tokens[p.qf].kind != TokenKind::Particle) ++words_met;
      if (rare_q && rare_l && p.alike >= 700) shares_distinctive = true;
      if (p.how == MatchKind::Initial) initial = true;
      lowest = std::min<int>(lowest, p.alike);
    }
    for (std::size_t i = 0; i < q_.size; ++i) {
      for (std::size_t k = 0; k < chosen_.size(); ++k) {
        if (chosen_[k].qf != i) continue;
        if (static_cast<int>(chosen_[k].lf) < last_listed) in_order = false;
        last_listed = chosen_[k].lf;
      }
    }
    // What is left over on either side.
    long long left_q = 0, left_l = 0;
    int words_q = 0, words_l = 0, all_words_q = 0, all_words_l = 0;
    bool common_q = false, common_l = false;
    bool number_q = false, number_l = false, place_q = false, place_l = false, initial_q = false,
         initial_l = false;
    const auto tally =
        [](const std::vector<NameToken>& tokens, const std::array<bool, most_tokens>& used,
           const std::array<int, most_tokens>& weights, std::size_t n, long long& left, int& words,
           int& all_words, bool& number, bool& place, bool& one_letter, bool& common) {
          for (std::size_t i = 0; i < n; ++i) {
            const NameToken& t = tokens[i];
            if (t.kind == TokenKind::Word) ++all_words;
            if (!counts(t) || used[i]) continue;
            left += weights[i];
            if (t.kind == TokenKind::Word) ++words;
            if (t.kind == TokenKind::Number) number = true;
            if (t.kind == TokenKind::Place) place = true;
            if (t.kind == TokenKind::Initial) one_letter = true;
            if (t.kind == TokenKind::Common) common = true;
          }
        };
    tally(q_.tokens, q_.used, q_.weights, q_.size, left_q, words_q, all_words_q, number_q, place_q,
          initial_q, common_q);
    tally(l_.tokens, l_.used, l_.weights, l_.size, left_l, words_l, all_words_l, number_l, place_l,
          initial_l, common_l);

    // A branch beside a word of trade ("Acme Malaysia", "Acme Technology") is no other name.
    const bool branch = !person_ && shares_distinctive && rarest >= least_brand &&
                        words_q + words_l == 0 && place_q != place_l;
    const long long conflict = branch ? 0 : std::min(left_q, left_l);  // of each side
    const long long extra = branch ? left_q + left_l : std::max(left_q, left_l) - conflict;
    int result = 0;
    if (matched > 0) {
      // matched counts both sides, so does a conflict.
      const long long lone = person_ ? (words_matched >= 2 ? 22 : 60) : 45;
      const long long clash = person_ ? 170 : 140;
      const long long whole = 100 * matched + clash * 2 * conflict + lone * extra;
      result = static_cast<int>(gained * 100 / whole);
    }
    if (conflict > 30) because(ScoreReason::WordsDiffer);
    if (left_q > left_l + 30) because(ScoreReason::QueryHasMore);
    if (left_l > left_q + 30) because(ScoreReason::ListedHasMore);
    if (!chosen_.empty() && lowest < 1000) because(ScoreReason::Spelling);
    if (initial) because(ScoreReason::InitialOnly);

    const auto cap = [&](int most, ScoreReason r) {
      result = std::min(result, most);
      because(r);
    };
    if (number_q != number_l || (number_q && number_l)) cap(880, ScoreReason::NumbersDiffer);
    if (place_q && place_l) cap(700, ScoreReason::PlacesDiffer);
    if (branch && left_q > 0 && left_l > 0) cap(880, ScoreReason::WordsDiffer);
    if (person_ && (initial_q || initial_l) && (words_q > 0 || words_l > 0) && conflict > 30)
      cap(700, ScoreReason::InitialsDiffer);
    const bool other_names =
        has_other_name(q_.tokens, q_.used, q_.size) || has_other_name(l_.tokens, l_.used, l_.size);
    // Two names that many people bear, in a longer name, say little.
    if (person_ && words_matched <= 2 && other_names && distinction < least_distinction &&
        rarest < least_rarest)
      cap(790, ScoreReason::NoDistinctiveToken);
    // Nor does a word nearly the same in a name that has others.
    if (person_ && words_matched <= 2 && other_names && worst_word < 850)
      cap(790, ScoreReason::Spelling);
    if (((query_.flags ^ listed_.flags) & FlagWithoutBrackets) != 0)
      cap(940, (query_.flags & FlagWithoutBrackets) != 0 ? ScoreReason::QueryHasMore
                                                         : ScoreReason::ListedHasMore);
    if (legal_forms_differ()) cap(940, ScoreReason::LegalFormsDiffer);
    if (words_matched <= 1 && std::min(all_words_q, all_words_l) <= 1 &&
        std::max(all_words_q, all_words_l) > 1 && words_q + words_l > 0)
      cap(person_ ? 700 : 760, ScoreReason::OneWordOnly);
    const bool all_met = left_q <= 30 && left_l <= 30 && lowest >= 800;
    const bool place_more = std::min(left_q, left_l) <= 30 && words_q + words_l == 0 && !common_q &&
                            !common_l && (place_q != place_l) && chosen_.size() >= 2;
    if (!person_ && (place_more || left_q > 150 || left_l > 150))
      cap(940, left_q > left_l ? ScoreReason::QueryHasMore : ScoreReason::ListedHasMore);

    // Four common words and no word that one side lacks are together no longer common.
    const bool together = words_met >= 4 && conflict <= 60;
    if (!person_ && !shares_distinctive && !all_met && !place_more)
      cap(together ? 880 : 600, ScoreReason::NoDistinctiveToken);

    // The whole name but for one letter.
    bool digit = false;
    if (query_.letters == listed_.letters) {
      if (result < 985) {
        result = 985;
        because(ScoreReason::SameLetters);
      }
    } else if (std::min(query_.letters.size(), listed_.letters.size()) >= 4 &&
               within_one_edit(query_.letters, listed_.letters, digit)) {
      const int least = digit ? 850 : query_.letters.size() >= 8 ? 900 : 840;
      if (result < least) {
        result = least;
        because(ScoreReason::OneEdit);
      }
    }
    // A listed company's whole name inside a longer text ("c/o", "for the account of") is for a person to
    // look at.
    if (!person_ && chosen_.size() >= 2 && left_l <= 30 && lowest >= 950 && shares_distinctive &&
        in_order && left_q > 150) {
      result = std::max(result, 800);
    }
    // Two names in the same characters are compared by these, not by their sound.
    if (person_ && !query_.native.empty() && !listed_.native.empty() &&
        !names::same_characters(query_.native, listed_.native))
      cap(700, ScoreReason::WordsDiffer);
    // A brand of two characters is two syllables: another syllable is another brand.
    if (!person_ && words_matched <= 1 && worst_word < 930 && one_in_chinese())
      cap(760, ScoreReason::Spelling);
    if (person_ && result >= review_from &&
        names::by_syllables(query_) != names::by_syllables(listed_) &&
        !(names::by_syllables(query_) ? names::same_syllables(query_, listed_)
                                      : names::same_syllables(listed_, query_)))
      cap(700, ScoreReason::WordsDiffer);
    if (explain && result == 1000) reasons.insert(reasons.begin(), ScoreReason::SameName);
    if (explain && !in_order) because(ScoreReason::OtherOrder);
    if (((query_.flags ^ listed_.flags) & FlagTransliterated) != 0)
      because(ScoreReason::Transliterated);
    if (((query_.flags | listed_.flags) & FlagTranslated) != 0) because(ScoreReason::Translated);
    return std::clamp(result, 0, 1000);
  }

  bool one_in_chinese() const {
    return (query_.script == Script::Han) != (listed_.script == Script::Han);
  }

  bool legal_forms_differ() const {
    const auto form = [](const std::vector<NameToken>& tokens) {
      std::string_view found;
      for (const NameToken& t : tokens)
        if (t.kind == TokenKind::LegalForm && t.form != "corp") found = t.form;
      return found;
    };
    const std::string_view q = form(q_.tokens), l = form(l_.tokens);
    return !q.empty() && !l.empty() && q != l;
  }

  const Pairing pairing_;
  const Pairing::Side& q_;
  const Pairing::Side& l_;
  const std::span<const WordPair> chosen_;
  const NormalName& query_;
  const NormalName& listed_;
  const Rarity& rarity_;
  const bool person_;
};

}  // namespace

NameScore score(const NormalName& query, const NormalName& listed, PartyType type,
                const Rarity& rarity, bool explain) {
  return Comparison(query, listed, type, rarity).run(explain);
}

NameScore score(const Normalized& query, const Normalized& listed, PartyType type,
                const Rarity& rarity, bool explain) {
  NameScore best;
  bool first = true;
  for (const NormalName& q : query.ways) {
    for (const NormalName& l : listed.ways) {
      NameScore one = score(q, l, type, rarity, explain);
      if (first || one.score > best.score) best = std::move(one);
      first = false;
    }
  }
  return best;
}

}  // namespace licit
