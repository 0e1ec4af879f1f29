#include "base/party_messages.h"
#include "parties/names/score.h"

namespace licit {

Band band_of(std::uint16_t score) {
  if (score >= hit_from) return Band::Hit;
  return score >= review_from ? Band::Review : Band::Low;
}

std::string_view band_name(Band band) {
  switch (band) {
    case Band::Hit:
      return "hit";
    case Band::Review:
      return "review";
    case Band::Low:
      break;
  }
  return "low";
}

Text reason_text(ScoreReason reason) {
  switch (reason) {
    case ScoreReason::SameName:
      return {msg::NameSame, {}};
    case ScoreReason::SameLetters:
      return {msg::NameSameLetters, {}};
    case ScoreReason::OneEdit:
      return {msg::NameOneEdit, {}};
    case ScoreReason::NoDistinctiveToken:
      return {msg::NameNothingDistinctive, {}};
    case ScoreReason::NumbersDiffer:
      return {msg::NameNumbersDiffer, {}};
    case ScoreReason::PlacesDiffer:
      return {msg::NamePlacesDiffer, {}};
    case ScoreReason::LegalFormsDiffer:
      return {msg::NameLegalFormsDiffer, {}};
    case ScoreReason::InitialOnly:
      return {msg::NameInitialOnly, {}};
    case ScoreReason::InitialsDiffer:
      return {msg::NameInitialsDiffer, {}};
    case ScoreReason::WordsDiffer:
      return {msg::NameWordsDiffer, {}};
    case ScoreReason::QueryHasMore:
      return {msg::NameQueryHasMore, {}};
    case ScoreReason::ListedHasMore:
      return {msg::NameListedHasMore, {}};
    case ScoreReason::OneWordOnly:
      return {msg::NameOneWordOnly, {}};
    case ScoreReason::Transliterated:
      return {msg::NameTransliterated, {}};
    case ScoreReason::Translated:
      return {msg::NameTranslated, {}};
    case ScoreReason::OtherOrder:
      return {msg::NameOtherOrder, {}};
    case ScoreReason::Spelling:
      break;
  }
  return {msg::NameSpelling, {}};
}

}  // namespace licit
