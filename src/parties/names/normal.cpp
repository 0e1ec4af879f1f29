#include "parties/names/normal.h"

#include <algorithm>
#include <array>

#include "parties/names/fold.h"
#include "parties/names/han_words.h"
#include "parties/names/legal_forms.h"
#include "parties/names/romanize.h"
#include "parties/names/text_parts.h"
#include "parties/names/text_scan.h"
#include "parties/names/trade_words.h"
#include "parties/names/word_classes.h"

namespace licit {
namespace {

using namespace names;

// A word in Latin letters, before it is known what kind of word it is.
struct LatinWord {
  std::string text;
  Script script = Script::Latin;
  bool vowels_missing = false;
  bool initials = false;
  bool after_hyphen = false;
  bool foreign = false;
  bool translated = false;
};

class Builder {
 public:
  Builder(PartyType type, std::vector<NormalStep>* steps) : type_(type), steps_(steps) {}

  NormalName build(const std::vector<LatinWord>& words, std::uint32_t flags) {
    NormalName out;
    out.flags = flags;
    texts_.clear();
    for (const LatinWord& word : words) {
      texts_.push_back(word.text);
      out.letters += word.text;
    }
    out.script = script_of_most(words);
    std::size_t i = 0;
    while (i < words.size()) i += one(words, i, out);
    if (!person()) name_by_particle(out.tokens);
    const bool only = std::none_of(out.tokens.begin(), out.tokens.end(), [](const NameToken& t) {
      return t.kind != TokenKind::LegalForm && t.kind != TokenKind::Particle;
    });
    if (only && !out.tokens.empty()) {
      // Never fold a name to nothing: what is left are words.
      out.flags |= FlagOnlyLegalForms;
      out.tokens.clear();
      for (const LatinWord& word : words) add(out, word.text, TokenKind::Word, word.vowels_missing);
    }
    if (!person()) drop_repeated(out.tokens);
    for (const NameToken& token : out.tokens)
      if (token.kind != TokenKind::LegalForm) out.compact += token.form;
    if (out.tokens.empty()) out.flags |= FlagNothing;
    return out;
  }

 private:
  // "Avangard JSC Avangard": said twice, it is one word.
  static void drop_repeated(std::vector<NameToken>& tokens) {
    for (std::size_t i = 1; i < tokens.size();) {
      const NameToken& one = tokens[i];
      const bool said = one.kind == TokenKind::Word && one.form.size() >= 4 &&
                        std::any_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(i),
                                    [&](const NameToken& t) { return t.form == one.form; });
      if (said)
        tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i));
      else
        ++i;
    }
  }

  // "Dell Technologies", "Los Corp": what is an article elsewhere is the name where nothing else is.
  static void name_by_particle(std::vector<NameToken>& tokens) {
    constexpr std::string_view grammar =
        " the of and for y e et und i aka named after im imeni on in to by with its a ";
    const auto of_name = [](const NameToken& t) {
      return t.kind == TokenKind::Word || t.kind == TokenKind::Initial ||
             t.kind == TokenKind::Number;
    };
    if (std::any_of(tokens.begin(), tokens.end(), of_name)) return;
    for (NameToken& token : tokens)
      if (token.kind == TokenKind::Particle &&
          grammar.find(" " + token.form + " ") == std::string_view::npos)
        token.kind = TokenKind::Word;
  }

  static Script script_of_most(const std::vector<LatinWord>& words) {
    std::array<std::size_t, 9> count{};
    for (const LatinWord& word : words)
      count[static_cast<std::size_t>(word.script)] += word.text.size();
    return static_cast<Script>(std::max_element(count.begin(), count.end()) - count.begin());
  }

  void step(NormalStepKind kind, std::string_view from, std::string_view to) {
    if (steps_ != nullptr && from != to)
      steps_->push_back({kind, std::string(from), std::string(to)});
  }

  void add(NormalName& out, std::string_view form, TokenKind kind, bool vowels_missing = false) {
    if (form.empty()) return;
    if (out.tokens.size() >= most_tokens) {
      out.flags |= FlagCut;
      return;
    }
    NameToken token;
    token.form = form;
    token.fold = sound_classes(form);
    token.skeleton = consonants(token.fold);
    token.kind = kind;
    token.vowels_missing = vowels_missing;
    out.tokens.push_back(std::move(token));
  }

  std::string_view text(std::size_t i) const {
    return i < texts_.size() ? std::string_view(texts_[i]) : std::string_view();
  }

  bool person() const { return type_ == PartyType::Person; }

  bool only_forms_after(std::size_t i) const {
    for (std::size_t at = i + 1; at < texts_.size();) {
      const auto legal = legal_form_at(std::span(texts_).subspan(at));
      if (!legal) return false;
      at += legal->words;
    }
    return true;
  }

  // Reads the word at `i`, and those after it that belong to it; how many they were.
  std::size_t one(const std::vector<LatinWord>& words, std::size_t i, NormalName& out) {
    const LatinWord& word = words[i];
    if (const auto legal = legal_form_at(std::span(texts_).subspan(i))) {
      if (words.size() == legal->words && !person()) out.flags |= FlagOnlyLegalForms;
      const bool at_end = i + legal->words == words.size();
      // Two letters within a name are mostly no legal form ("SA Ahmad", "Le Pen SE").
      const bool sure = legal->words > 1 || word.text.size() > 3 || at_end || i == 0;
      if (person() ? at_end && i > 0 && legal->form != "sole" &&
                             (word.text.size() >= 3 ||
                              (words.size() > 2 && (word.text == "sa" || word.text == "ag"))) &&
                             word.text != "ooo" && word.text != "too" && word.text != "vat" &&
                             word.text != "pat" && word.text != "sia" && word.text != "ans" &&
                             word.text != "sal" && word.text != "spa" && word.text != "limited" &&
                             word.text != "sha" && word.text != "sac" && word.text != "ltd"
                         ? true
                         : false
                   : sure && !(words.size() == legal->words)) {
        std::string from = texts_[i];
        for (std::size_t k = 1; k < legal->words; ++k) from += " " + texts_[i + k];
        step(NormalStepKind::LegalForm, from, legal->form);
        add(out, legal->form, TokenKind::LegalForm);
        return legal->words;
      }
    }
    if (!person() && words.size() > 1) {
      if (const auto legal = misspelled_legal_form(word.text)) {
        step(NormalStepKind::LegalForm, word.text, legal->form);
        add(out, legal->form, TokenKind::LegalForm);
        return 1;
      }
    }
    if (!person()) {
      if (const std::size_t taken = number(words, i, out); taken > 0) return taken;
    }
    // Sayyid, shaykh, doctor, haji, without their vowels.
    const bool arabic_title =
        word.vowels_missing && word.script == Script::Arabic &&
        (word.text == "sid" || word.text == "shikh" || word.text == "dktur" || word.text == "haj" ||
         word.text == "haji" || word.text == "mla" || word.text == "mula" || word.text == "muluy" ||
         word.text == "maulvi");
    if (person() && (arabic_title || person_title(word.text)) && words.size() > 1) {
      add(out, word.text, TokenKind::Particle);
      return 1;
    }
    if (!person()) {
      if (const auto place = place_of_words(word.text, text(i + 1), text(i + 2))) {
        add(out, place->form, TokenKind::Place);
        return place->words;
      }
      auto known = word_class(word.text);
      if (!known) known = russian_word(word.text);
      if (known) {
        step(NormalStepKind::Word, word.text, known->form);
        add(out, known->form, known->kind);
        return 1;
      }
      // "HUAWEI-MY", "Inspur SG Pte. Ltd.": the country of a branch.
      if (i > 0 && only_forms_after(i)) {
        if (const auto country = country_of_code(word.text)) {
          add(out, country->form, TokenKind::Place);
          return 1;
        }
      }
    }
    // A syllable of Chinese or Korean is no article or particle of another language.
    const bool syllable =
        word.script == Script::Han || word.script == Script::Hangul || word.script == Script::Kana;
    if (particle(word.text) && words.size() > 1 &&
        !(person() && (word.text.size() == 1 || syllable))) {
      if (i + 1 < words.size() || !person()) {
        add(out, word.text, TokenKind::Particle);
        return 1;
      }
    }
    if (word.text.size() == 1 && !(word.text[0] >= '0' && word.text[0] <= '9')) {
      add(out, word.text, TokenKind::Initial);
      return 1;
    }
    const bool digits = std::all_of(word.text.begin(), word.text.end(),
                                    [](char c) { return c >= '0' && c <= '9'; });
    if (digits) {
      add(out, word.text, TokenKind::Number);
      return 1;
    }
    if (!person() && russian_place_stem(word.text) > 0) {
      // "Sarapulskiy" is of Sarapul.
      add(out, std::string_view(word.text).substr(0, russian_place_stem(word.text)),
          TokenKind::Word);
      return 1;
    }
    name_word(word, out, words);
    return 1;
  }

  std::size_t number(const std::vector<LatinWord>& words, std::size_t i, NormalName& out) {
    if (const auto value = number_word(words[i].text)) {
      int total = *value;
      std::size_t taken = 1;
      // "forty four", "forty 4"
      if (total >= 20 && total < 100 && total % 10 == 0 && words[i].text[0] > '9') {
        const auto ones = number_word(text(i + 1));
        if (ones && *ones > 0 && *ones < 10) {
          total += *ones;
          taken = 2;
        }
      }
      const std::string form = std::to_string(total);
      step(NormalStepKind::Number, words[i].text, form);
      add(out, form, TokenKind::Number);
      return taken;
    }
    if (i > 0 && words[i].script == Script::Latin && !words[i].initials) {
      const bool alone = words[i].text.size() == 1;
      const bool near_end =
          i + 1 == words.size() || legal_form_at(std::span(texts_).subspan(i + 1));
      if (!alone || near_end) {
        if (const auto value = roman_number(words[i].text)) {
          const std::string form = std::to_string(*value);
          step(NormalStepKind::Number, words[i].text, form);
          add(out, form, TokenKind::Number);
          return 1;
        }
      }
    }
    return 0;
  }

  // Compound Arabic names are written joined and apart: they are compared apart.
  void name_word(const LatinWord& word, NormalName& out, const std::vector<LatinWord>& words) {
    std::string_view form = word.text;
    const bool bare = word.vowels_missing;
    const auto split = [&](std::string_view head, std::string_view rest) {
      step(NormalStepKind::SplitName, word.text, std::string(head) + " " + std::string(rest));
    };
    if (!bare) {
      // abdul, abdel, abdal, abd al; abdurrahman, abdussalam
      if (form == "abdul" || form == "abdel" || form == "abdal" || form == "abdol" ||
          form == "abdur" || form == "abdus" || form == "abdu" || form == "abdoul" ||
          form == "abdou") {
        if (words.size() > 1) {
          add(out, "abd", TokenKind::Word);
          return;
        }
      }
      if (form == "abdullah" || form == "abdallah" || form == "abdollah" || form == "abdulla" ||
          form == "abdalla" || form == "abdoullah" || form == "abdoulaye") {
        add(out, "abd", TokenKind::Word);
        add(out, "allah", TokenKind::Word);
        return;
      }
      for (const std::string_view head : {"abdoul", "abdul", "abdel", "abdal", "abdol"}) {
        if (form.starts_with(head) && form.size() >= head.size() + 3) {
          split("abd", form.substr(head.size()));
          add(out, "abd", TokenKind::Word);
          form = form.substr(head.size());
          break;
        }
      }
      // Sun letters: abdurrahman, abdussalam, abdennour.
      if (form.starts_with("abd") && form.size() >= 9 && form[4] == form[5] && form[3] != 'a') {
        split("abd", form.substr(5));
        add(out, "abd", TokenKind::Word);
        form = form.substr(5);
      }
      for (const std::string_view tail : {"uddin", "eddin", "eddine", "oddin", "uddine", "addin",
                                          "aldin", "eldin", "eldeen", "uddeen"}) {
        if (form.size() >= tail.size() + 3 && form.ends_with(tail)) {
          split(form.substr(0, form.size() - tail.size()), "din");
          add(out, form.substr(0, form.size() - tail.size()), TokenKind::Word);
          add(out, "din", TokenKind::Word);
          return;
        }
      }
      for (const std::string_view tail : {"ullah", "ollah", "allah", "ulla", "oullah"}) {
        if (form.size() >= tail.size() + 3 && form.ends_with(tail)) {
          split(form.substr(0, form.size() - tail.size()), "allah");
          add(out, form.substr(0, form.size() - tail.size()), TokenKind::Word);
          add(out, "allah", TokenKind::Word);
          return;
        }
      }
    } else if (word.script == Script::Arabic) {
      if (form == "abd" || form == "abdal") {
        add(out, "abd", TokenKind::Word);
        return;
      }
      if (form == "allah") {
        add(out, form, TokenKind::Word);
        return;
      }
      if (form == "bn" || form == "abn") {
        add(out, "bin", TokenKind::Particle);
        return;
      }
      if (form == "din") {
        add(out, "din", TokenKind::Word);
        return;
      }
    }
    add(out, form, word.translated ? TokenKind::Common : TokenKind::Word, bare);
    if (word.foreign && !out.tokens.empty()) out.tokens.back().sounds_foreign = true;
  }

  PartyType type_;
  std::vector<NormalStep>* steps_;
  std::vector<std::string> texts_;
};

void append_latin(std::vector<LatinWord>& out, const ScannedWord& word) {
  LatinWord latin;
  latin.script = word.script;
  latin.initials = word.joined_initials;
  latin.after_hyphen = word.after_hyphen;
  std::string text = romanized(word.text, word.script, latin.vowels_missing);
  // Hangul gives a blank between syllables.
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) {
      LatinWord part = latin;
      part.text = text.substr(at, end - at);
      out.push_back(std::move(part));
    }
    at = end + 1;
  }
}

// A name without what stands in brackets ("Voentelecom (VOYENTELEKOM)"), mostly a second name; empty
// where nothing does. A place or a number in brackets is part of the name: "Huawei Cloud (Brazil)".
std::string without_brackets(std::string_view name) {
  names::Bracketed apart = names::bracketed(name, false);
  for (const std::string_view inside : apart.inside) {
    const Normalized within = normalize(inside, PartyType::Entity);
    for (const NameToken& token : within.ways[0].tokens)
      if (token.kind == TokenKind::Place || token.kind == TokenKind::Number) return {};
  }
  return apart.inside.empty() ? std::string() : std::move(apart.outside);
}

constexpr std::size_t most_ways = 4;

}  // namespace

Normalized normalize(std::string_view name, PartyType type, bool keep_steps) {
  Normalized out;
  out.original = name;
  std::vector<NormalStep>* steps = keep_steps ? &out.steps : nullptr;
  ScannedName scanned = scan_name(name, type, glued_tail);
  if (keep_steps) {
    if ((scanned.flags & FlagCut) != 0) out.steps.push_back({NormalStepKind::Cut, {}, {}});
    if ((scanned.flags & FlagControls) != 0)
      out.steps.push_back({NormalStepKind::DroppedControls, {}, {}});
    if ((scanned.flags & FlagInvalidText) != 0)
      out.steps.push_back({NormalStepKind::DroppedBytes, {}, {}});
    if ((scanned.flags & FlagConfusables) != 0)
      out.steps.push_back({NormalStepKind::Confusables, {}, {}});
  }

  const bool han = std::any_of(
      scanned.words.begin(), scanned.words.end(),
      [](const ScannedWord& w) { return w.script == Script::Han || w.script == Script::Hangul; });
  std::uint32_t flags = scanned.flags;
  bool plain_translated = false;  // the first way is English, the second spelled
  for (const ScannedWord& word : scanned.words)
    if (word.script != Script::Latin) flags |= FlagTransliterated;
  std::vector<std::vector<LatinWord>> ways;
  if (!han) {
    ways.emplace_back();
    for (const ScannedWord& word : scanned.words) append_latin(ways[0], word);
    if (type != PartyType::Person) {
      std::vector<LatinWord> english;
      for (const ScannedWord& word : scanned.words) {
        const std::vector<std::string>* meaning = trade_word(word.text, word.script);
        if (meaning == nullptr) {
          append_latin(english, word);
          continue;
        }
        plain_translated = true;
        for (const std::string& one : *meaning)
          english.push_back({one, word.script, false, false, false, false, true});
      }
      if (plain_translated && !english.empty()) {
        ways.push_back(std::move(english));
      } else {
        plain_translated = false;
      }
    }
  } else {
    for (int way = 0; way < 2; ++way) {
      std::vector<LatinWord> words;
      bool translated = false;
      for (const ScannedWord& word : scanned.words) {
        if (word.script != Script::Han && word.script != Script::Hangul) {
          append_latin(words, word);
          continue;
        }
        for (const HanWord& part : east_asian_words(word.text, word.script, type, way == 0)) {
          translated = translated || part.translated;
          words.push_back({part.text, word.script, false, false, false, part.foreign});
        }
      }
      if (way == 1 && ways[0].size() == words.size() &&
          std::equal(words.begin(), words.end(), ways[0].begin(),
                     [](const LatinWord& a, const LatinWord& b) { return a.text == b.text; }))
        break;
      if (translated) flags |= FlagTranslated;
      ways.push_back(std::move(words));
    }
  }
  // "JSCARGUMENT"
  if (!han && type != PartyType::Person && !ways[0].empty()) {
    for (std::size_t i = 0; i < ways[0].size(); ++i) {
      const std::size_t head = glued_head(ways[0][i].text);
      if (head == 0) continue;
      std::vector<LatinWord> parted = ways[0];
      LatinWord rest = parted[i];
      rest.text = rest.text.substr(head);
      parted[i].text.resize(head);
      parted.insert(parted.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(rest));
      ways.push_back(std::move(parted));
      break;
    }
  }
  for (const auto& words : ways) {
    Builder builder(type, &words == &ways.front() ? steps : nullptr);
    const bool english = plain_translated && &words == &ways[1];
    out.ways.push_back(builder.build(words, english ? flags | FlagTranslated : flags));
  }
  if (type != PartyType::Person && name.size() <= longest_name) {
    const std::string shorter = without_brackets(name);
    if (!shorter.empty()) {
      for (NormalName& way : normalize(shorter, type).ways) {
        if (out.ways.size() == most_ways || way.tokens.empty() ||
            (way.flags & FlagOnlyLegalForms) != 0)
          break;
        way.flags |= FlagWithoutBrackets;
        out.ways.push_back(std::move(way));
      }
    }
  }
  std::string native;
  for (const ScannedWord& word : scanned.words)
    if (word.script == Script::Han || word.script == Script::Hangul)
      append_native(native, word.text, word.script);
  for (NormalName& way : out.ways) way.native = native;
  return out;
}

}  // namespace licit
