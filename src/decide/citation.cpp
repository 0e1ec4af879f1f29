#include "decide/citation.h"

namespace licit {

Citation citation_of(const PackIndex& index, const std::string& id,
                     const law::Provenance& provenance, const law::Validity& validity) {
  Citation out;
  out.provision = id;
  out.cite = provenance.cite;
  out.source = provenance.source;
  out.says = provenance.says;
  out.partial = provenance.partial;
  if (validity.from) out.from = validity.from->day;
  if (validity.until) out.until = validity.until->day;
  const law::Source* source = index.source(provenance.source);
  if (source != nullptr) out.source_citation = source->citation;
  if (provenance.verified) {
    out.verified = *provenance.verified;
    out.verified_note = provenance.verified_note;
  } else if (source != nullptr) {
    out.verified = source->verified;
    out.verified_note = source->verified_note;
  }
  return out;
}

Bilingual in_both(Msg key, const std::vector<std::string>& arguments) {
  return {say(Language::En, key, arguments), say(Language::Fr, key, arguments)};
}

Bilingual in_both(Msg key, const std::vector<Bilingual>& arguments) {
  std::vector<std::string> en, fr;
  for (const Bilingual& argument : arguments) {
    en.push_back(argument.en);
    fr.push_back(argument.fr);
  }
  return {say(Language::En, key, en), say(Language::Fr, key, fr)};
}

}  // namespace licit
