#include "parties/names/han_words.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <memory>
#include <unordered_map>

#include "parties/names/glossary.h"
#include "parties/names/romanize.h"
#include "parties/names/wade_giles.h"

namespace licit::names {
namespace {

constexpr std::string_view chinese =
#include "parties/names/han_glossary.inc"
    ;
constexpr std::string_view korean =
#include "parties/names/hangul_glossary.inc"
    ;

// Places whose Latin name is their pinyin: provinces and large cities, so that they stay words.
constexpr std::u32string_view places[] = {
    U"北京", U"上海", U"天津", U"深圳",   U"广州", U"广东", U"东莞", U"佛山",   U"珠海", U"惠州",
    U"中山", U"四川", U"武汉", U"湖北",   U"湖南", U"南京", U"江苏", U"苏州",   U"无锡", U"常州",
    U"南通", U"扬州", U"杭州", U"浙江",   U"宁波", U"温州", U"金华", U"义乌",   U"绍兴", U"合肥",
    U"安徽", U"福州", U"福建", U"泉州",   U"济南", U"山东", U"青岛", U"烟台",   U"潍坊", U"大连",
    U"沈阳", U"辽宁", U"辽阳", U"黑龙江", U"吉林", U"郑州", U"河南", U"洛阳",   U"新乡", U"太原",
    U"山西", U"西安", U"兰州", U"甘肃",   U"青海", U"西宁", U"银川", U"宁夏",   U"昆明", U"云南",
    U"贵阳", U"贵州", U"南宁", U"广西",   U"海口", U"海南", U"河北", U"石家庄", U"保定", U"江西",
    U"南昌", U"桂林", U"襄阳", U"宜昌",   U"绵阳", U"芜湖", U"徐州", U"盐城",   U"镇江", U"嘉兴",
    U"湖州", U"台州", U"威海", U"淄博",   U"临沂", U"唐山", U"弥勒", U"汕头",   U"湛江", U"柳州",
    U"三亚", U"丹东", U"鞍山", U"吉州",   U"大庆", U"昆山", U"常熟", U"江阴"};

struct Glossary {
  std::unordered_map<std::u32string, std::vector<std::string>> words;
  std::size_t longest = 1;

  void add(std::u32string word, std::vector<std::string> meaning) {
    longest = std::max(longest, word.size());
    words.emplace(std::move(word), std::move(meaning));
  }
};

Glossary read(std::string_view text) {
  Glossary out;
  for (GlossaryLine& line : glossary_lines(text))
    out.add(std::move(line.word), std::move(line.meaning));
  return out;
}

// One transliterator of each kind a thread; a character is looked up once.
class Pinyin {
 public:
  Pinyin() {
    UErrorCode status = U_ZERO_ERROR;
    simplify_.reset(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    status = U_ZERO_ERROR;
    spell_.reset(icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower",
                                                     UTRANS_FORWARD, status));
  }

  std::u32string simplified(std::u32string_view run) const {
    if (!simplify_) return std::u32string(run);
    icu::UnicodeString text;
    for (const char32_t c : run) text.append(static_cast<UChar32>(c));
    simplify_->transliterate(text);
    std::u32string out;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
      out += static_cast<char32_t>(text.char32At(i));
    return out;
  }

  const std::string& syllable(char32_t c) {
    const auto found = known_.find(c);
    if (found != known_.end()) return found->second;
    std::string out;
    if (spell_) {
      icu::UnicodeString text(static_cast<UChar32>(c));
      spell_->transliterate(text);
      for (std::int32_t i = 0; i < text.length(); ++i) {
        const char16_t letter = text.charAt(i);
        if (letter >= 'a' && letter <= 'z') out += static_cast<char>(letter);
      }
    }
    return known_.emplace(c, std::move(out)).first->second;
  }

 private:
  std::unique_ptr<icu::Transliterator> simplify_, spell_;
  std::unordered_map<char32_t, std::string> known_;
};

Pinyin& pinyin() {
  thread_local Pinyin made;
  return made;
}

// The surnames of two characters that are still common.
bool double_surname(std::u32string_view two) {
  constexpr std::u32string_view known[] = {U"欧阳", U"司马", U"上官", U"诸葛", U"司徒",
                                           U"夏侯", U"皇甫", U"尉迟", U"公孙", U"慕容",
                                           U"令狐", U"长孙", U"东方", U"独孤"};
  return std::find(std::begin(known), std::end(known), two) != std::end(known);
}

// Characters that are read otherwise as a surname.
std::string surname(char32_t c) {
  switch (c) {
    case U'曾':
      return "zeng";
    case U'单':
      return "shan";
    case U'解':
      return "xie";
    case U'仇':
      return "qiu";
    case U'区':
      return "ou";
    case U'查':
      return "zha";
    case U'任':
      return "ren";
    case U'盖':
      return "ge";
    case U'朴':
      return "piao";
    case U'尹':
      return "yin";
    default:
      return pinyin().syllable(c);
  }
}

// In pinyin, or in Wade-Giles.
std::vector<HanWord> chinese_person(std::u32string_view run, bool in_pinyin) {
  const auto spelled = [in_pinyin](const std::string& pinyin) {
    return in_pinyin ? pinyin : wade_giles(pinyin);
  };
  std::vector<HanWord> out;
  const std::u32string text = pinyin().simplified(run);
  std::size_t at = text.size() > 2 && double_surname(text.substr(0, 2)) ? 2 : 1;
  if (text.empty()) return out;
  // A foreign name spelled with characters has no surname first.
  if (text.size() > 4) {
    std::string all;
    for (const char32_t c : text) all += pinyin().syllable(c);
    out.push_back({all, false, true});
    return out;
  }
  std::string first =
      at == 1 ? spelled(surname(text[0]))
              : spelled(pinyin().syllable(text[0])) + spelled(pinyin().syllable(text[1]));
  if (!first.empty()) out.push_back({first, false});
  std::string given;
  for (; at < text.size(); ++at) given += spelled(pinyin().syllable(text[at]));
  if (!given.empty()) out.push_back({given, false});
  return out;
}

}  // namespace

void append_native(std::string& out, std::u32string_view run, Script script) {
  const std::u32string text =
      script == Script::Han ? pinyin().simplified(run) : std::u32string(run);
  icu::UnicodeString utf16;
  for (const char32_t c : text) utf16.append(static_cast<UChar32>(c));
  utf16.toUTF8String(out);
}

std::vector<HanWord> east_asian_words(std::u32string_view run, Script script, PartyType type,
                                      bool translate) {
  static const Glossary glossary = [] {
    Glossary g = read(chinese);
    for (const std::u32string_view place : places) g.add(std::u32string(place), {"="});
    return g;
  }();
  static const Glossary hangul = read(korean);

  const bool han = script == Script::Han;
  if (han && type == PartyType::Person) return chinese_person(run, translate);
  const Glossary& words = han ? glossary : hangul;
  const std::u32string text = han ? pinyin().simplified(run) : std::u32string(run);

  std::vector<HanWord> out;
  std::string spelled;  // of what is no word of the glossary, joined
  std::size_t syllables = 0;
  const auto end_spelled = [&] {
    if (!spelled.empty()) out.push_back({std::move(spelled), false, han && syllables >= 3});
    spelled.clear();
    syllables = 0;
  };
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t length = type == PartyType::Person ? 0 : std::min(words.longest, text.size() - at);
    const std::vector<std::string>* meaning = nullptr;
    for (; length > 0; --length) {
      // A word of one character is one only at the end of a name or of a longer word: within a
      // brand it is a sound.
      if (length == 1 && at + 1 < text.size() && !(han && (text[at] == U'市' || text[at] == U'省')))
        continue;
      if (length == 1 && !spelled.empty() && spelled.size() <= 3 && at + 1 < text.size()) continue;
      const auto found = words.words.find(text.substr(at, length));
      if (found != words.words.end()) {
        meaning = &found->second;
        break;
      }
    }
    if (meaning != nullptr && translate) {
      end_spelled();
      if (meaning->size() == 1 && (*meaning)[0] == "=") {
        std::string place;
        for (std::size_t k = 0; k < length; ++k) place += pinyin().syllable(text[at + k]);
        out.push_back({std::move(place), false});
      } else {
        for (const std::string& word : *meaning) out.push_back({word, true});
      }
      at += length;
      continue;
    }
    const std::size_t end = at + std::max<std::size_t>(length, 1);
    if (meaning != nullptr) end_spelled();
    for (; at < end; ++at) {
      ++syllables;
      if (han) {
        spelled += pinyin().syllable(text[at]);
        continue;
      }
      end_spelled();  // Korean syllables stay apart
      append_hangul(spelled, std::u32string_view(text).substr(at, 1));
    }
    if (meaning != nullptr) end_spelled();
  }
  end_spelled();
  return out;
}

}  // namespace licit::names
