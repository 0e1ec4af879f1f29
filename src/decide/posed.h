// A query as the compiled law sees it: the stretch of days it falls in and, for each chip that the name
// may mean, the classes that its facts allow. What every question asked of the diagrams begins with.
//
// Owns a share of the compiled law; the pack and the places must outlive it. Immutable once posed.
#pragma once

#include <memory>
#include <vector>

#include "decide/encode.h"
#include "decide/pack_index.h"
#include "decide/query.h"

namespace licit {

struct Posed {
  std::shared_ptr<const CompiledLaw> law;
  const Moment* moment = nullptr;
  std::vector<Encoded> chips;  // in the order of Query::candidates
  Chosen chosen;

  const Encoded& chip() const { return chips.front(); }
};

// How each reading of the pack is read for the query on the day of the moment. Views of both.
Chosen chosen_by(const law::Pack& pack, const Moment& moment, const Query& query);

// The law must have been compiled for the query's date of knowledge. The query must outlive what is
// posed, since the readings chosen are kept as views of it.
Posed pose(std::shared_ptr<const CompiledLaw> law, const PackIndex& index, const Places& places,
           const Query& query);

}  // namespace licit
