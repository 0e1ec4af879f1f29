// What an answer says of a provision: where it stands and how its text was read.
#pragma once

#include <string>
#include <vector>

#include "base/messages.h"
#include "decide/answer.h"
#include "decide/pack_index.h"

namespace licit {

Citation citation_of(const PackIndex& index, const std::string& id,
                     const law::Provenance& provenance, const law::Validity& validity);

template <typename Provision>
Citation citation_of(const PackIndex& index, const Provision& provision) {
  return citation_of(index, provision.id, provision.provenance, provision.validity);
}

// A sentence of the catalogue in both languages.
Bilingual in_both(Msg key, const std::vector<std::string>& arguments = {});
// The same where arguments differ by language.
Bilingual in_both(Msg key, const std::vector<Bilingual>& arguments);

}  // namespace licit
