#include "parties/names/legal_forms.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "parties/names/align.h"

namespace licit::names {
namespace {

// class: forms, parted by bars. Words as the scanner gives them: "Sp. z o.o." is "sp z oo".
constexpr std::string_view table = R"(
llc: llc | limited liability company | limited liability co | limited liability partnership company | l l c | lc
llc: ltd | limited | co ltd | co limited | company ltd | company limited | ltd co | limited company | lmt | ltda | limitada | cia ltda | company ltda | pvt ltd | private ltd | pvt limited | private limited | private limited company | pte ltd | pte limited | pte | pty ltd | pty limited | pty | proprietary limited | sdn bhd | sendirian berhad | corp ltd | corporation limited | corporation ltd | inc ltd | coltd | gongsi youxian | youxian gongsi | youxian zeren gongsi | limited liability | ltd sti | limited sirketi | ltd sirketi | limited sti | sirketi | ltd liability company | ltd liability co
llc: ooo | obshchestvo c ogranichennoy otvetstvennostyu | obshchestvo s ogranichennoy otvetstvennostyu | obshchestvo s ogranichennoi otvetstvennostyu | obshchestvo s ogranichenoi otvetstvennostyu | obschestvo s ogranichennoy otvetstvennostyu | obshestvo s ogranichennoi otvetstvennostyu | obschestvo s ogranichennoi otvetstvennostyu | obshchestvo s ogranichennoj otvetstvennostyu | tov | tovarystvo z obmezhenoyu vidpovidalnistyu | tovaristvo z obmezhenoyu vidpovidalnistyu | too | tovarishchestvo s ogranichennoy otvetstvennostyu | odo
llc: gmbh | gesellschaft mit beschrankter haftung | gesellschaft mit beschraenkter haftung | gmbh co kg | gmbh and co kg | ug | sarl | societe a responsabilite limitee | srl | societa a responsabilita limitata | sociedad de responsabilidad limitada | s de rl | s de rl de cv | sociedad limitada | sl | slu | bv | besloten vennootschap | bvba | sprl | oy | as oy | ab oy | osakeyhtio | aps | anpartsselskab | doo | dooel | drustvo s ogranicenom odgovornoscu | sp z oo | spolka z ograniczona odpowiedzialnoscia | spolka z oo | sro | spol sro | spol s ro | spolecnost s rucenim omezenym | ood | eood | kft | korlatolt felelossegu tarsasag | uab | sia | ou | osauhing | epe | ike | mchj | msm | mmc | mahdud mesuliyyetli cemiyyet | shpk | ehf | unipessoal lda | lda | societatea cu raspundere limitata | societate cu raspundere limitata | fze | fzc | fzco | fz llc | llc fz | fzllc | free zone company | free zone establishment | taa | tavarystva z abmezhavanay adkaznastsyu | sirketi limited | dmcc | wll | w l l | with limited liability | yugen kaisha | yugen gaisha | godo kaisha | mmm
jsc: jsc | adkrytae aktsyyanernae tavarystva | aat | aktsionerne tovaristvo | aktsionernyy kommercheskiy bank | joint stock commercial bank | akb | jscb | joint stock company | joint stock co | joint stock | stock company | joint stock society | aktsionernoe obshchestvo | aktsionernoye obshchestvo | ao | aktsionerne tovarystvo | akcionernoe obshchestvo | at | ag | akg | aktiengesellschaft | sa | societe anonyme | sociedad anonima | sociedade anonima | sa de cv | sapi de cv | sab de cv | sociedad anonima de capital variable | sociedad anonima cerrada | sac | sas | sasu | societe par actions simplifiee | spa | societa per azioni | nv | naamloze vennootschap | ab | aktiebolag | asa | aktieselskab | oyj | aktieselskap | se | societas europaea | plc | public limited company | public ltd company | tbk | pt tbk | nyrt | zrt | as | akciova spolecnost | akciova spolocnost | dd | ad | aktsionerno druzhestvo | akcionarsko drustvo | ead | ae | anonim sirketi | anonim sirket | anonim sti | ans | kabushiki kaisha | kabushiki gaisha | kk | pjs | private joint stock company | private joint stock co | private stock company | privatne aktsionerne tovarystvo | prat | bhd | berhad | sal | sae | psc | pjsc | public joint stock company | publichnoe aktsionernoe obshchestvo | publichnoye aktsionernoye obshchestvo | pao | ojsc | open joint stock company | open stock company | otkrytoe aktsionernoe obshchestvo | otkrytoye aktsionernoye obshchestvo | oao | public stock company | zao | cjsc | closed joint stock company | zakrytoe aktsionernoe obshchestvo | zakrytoye aktsionernoye obshchestvo | closed stock company | nao | nepublichnoe aktsionernoe obshchestvo | njsc | vat | pat | publichne aktsionerne tovarystvo | kommandit aktiengesellschaft | sca | zat | achyk aktsiyalyk kompaniya | zhabyk aktsiyalyk kompaniya | qmj | aj | sh a | sha
corp: establishment | corp | corporation | corporate | inc | incorporated | incorporation | co inc | company inc | corporation inc | korporatsiya | korporatsiia | corporacion | na | korporasyonu
corp: co | company | comp | cie | compagnie | compania | companhia | kompaniya | kompaniia | kompani | kompania | kampani | sirket | sherkat | sharikat | sharika | firma | coy | kaisha | gaisha | hoesa | hwesa | gongsi
partnership: lp | llp | lllp | limited partnership | limited liability partnership | kg | kommanditgesellschaft | ohg | gbr | snc | scs | kd | ks | partnership | collective partnership | simple partnership | general partnership | kollektif sirketi
stateenterprise: fgup | fsue | fse | fsbi | federal state owned enterprise | federal state treasury enterprise | state owned enterprise | rvup | rpup | fgaou | fgaou vo | fku | gbu | respublikanskoe unitarnoe predpriyatie | gosudarstvennoe unitarnoe predpriyatie | unitarnoe predpriyatie | federal state unitary enterprise | fgu | federalnoe gosudarstvennoe unitarnoe predpriyatie | federalnoye gosudarstvennoye unitarnoye predpriyatiye | gup | state unitary enterprise | mup | rue | rup | republican unitary enterprise | ue | federal state enterprise | fkp | fgbu | fgbun | fgbou vo | federal state budgetary institution | federal state budgetary institution of science | federalnoe gosudarstvennoe byudzhetnoe uchrezhdenie | federalnoe gosudarstvennoe byudzhetnoe uchrezhdenie nauki | federal state budgetary scientific institution | federal state institution | federal state budget institution | fgau | federal state autonomous institution | fgbnu | state enterprise | gp | federal state budgetary educational institution | federal state autonomous educational institution of higher education | ano | autonomous noncommercial organization | autonomous non profit organization | avtonomnaya nekommercheskaya organizatsiya
cooperative: coop | eg | cooperative | genossenschaft | scrl | sca rl
association: gk | ev | eingetragener verein
pt: pt | cv | ud | fa
sole: individual entrepreneur | sole proprietorship | ip | chup | chtup
)";

struct Phrase {
  std::vector<std::string> words;
  std::string_view form;
};

using Phrases = std::unordered_map<std::string, std::vector<Phrase>>;

const Phrases& phrases() {
  static const Phrases read = [] {
    Phrases out;
    std::string_view rest = table;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      const std::size_t colon = line.find(':');
      if (colon == std::string_view::npos) continue;
      const std::string_view form = line.substr(0, colon);
      Phrase phrase{{}, form};
      std::string word;
      const auto end_word = [&] {
        if (!word.empty()) phrase.words.push_back(std::move(word));
        word.clear();
      };
      const auto end_phrase = [&] {
        end_word();
        if (!phrase.words.empty()) {
          const std::string first = phrase.words[0];
          out[first].push_back(phrase);
        }
        phrase.words.clear();
      };
      for (const char c : line.substr(colon + 1)) {
        if (c == '|')
          end_phrase();
        else if (c == ' ')
          end_word();
        else
          word += c;
      }
      end_phrase();
    }
    for (auto& [first, list] : out)
      std::stable_sort(list.begin(), list.end(), [](const Phrase& a, const Phrase& b) {
        return a.words.size() > b.words.size();
      });
    return out;
  }();
  return read;
}

}  // namespace

std::optional<LegalForm> legal_form_at(std::span<const std::string> words) {
  if (words.empty()) return std::nullopt;
  const auto found = phrases().find(words[0]);
  if (found == phrases().end()) return std::nullopt;
  for (const Phrase& phrase : found->second) {
    if (phrase.words.size() > words.size()) continue;
    if (std::equal(phrase.words.begin(), phrase.words.end(), words.begin()))
      return LegalForm{phrase.form, phrase.words.size()};
  }
  return std::nullopt;
}

std::optional<LegalForm> misspelled_legal_form(std::string_view word) {
  constexpr std::array<LegalForm, 6> known{
      {{"jsc", 1}, {"corp", 1}, {"corp", 1}, {"jsc", 1}, {"partnership", 1}, {"partnership", 1}}};
  constexpr std::array<std::string_view, 6> words{"aktiengesellschaft", "corporation",
                                                  "incorporated",       "aktiebolag",
                                                  "partnership",        "kommanditgesellschaft"};
  if (word.size() < 9) return std::nullopt;
  bool digit = false;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (within_one_edit(word, words[i], digit)) return known[i];
  return std::nullopt;
}

bool glued_tail(std::string_view word) {
  constexpr std::array<std::string_view, 20> tails{
      "ag", "akg", "gmbh", "kg",  "sa",  "spa", "srl",  "sas",  "nv",  "bv",
      "ab", "plc", "llc",  "ltd", "jsc", "inc", "sarl", "corp", "oyj", "ooo"};
  return std::find(tails.begin(), tails.end(), word) != tails.end();
}

std::size_t glued_head(std::string_view word) {
  constexpr std::array<std::string_view, 8> heads{"pjsc", "ojsc", "cjsc", "jsc",
                                                  "ooo",  "oao",  "zao",  "llc"};
  for (const std::string_view head : heads)
    if (word.starts_with(head) && word.size() >= head.size() + 4) return head.size();
  return 0;
}

}  // namespace licit::names
