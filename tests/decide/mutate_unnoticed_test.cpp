// What is passed over when the tests of a pack are judged must never be a line that would have noticed:
// held to asking it, over a sample of the whole pack's changes and lines.
#include "decide/mutate_unnoticed.h"

#include <gtest/gtest.h>

#include "decide/pack_index.h"
#include "facts/shipped.h"
#include "language/load.h"

namespace licit {
namespace {

TEST(Unnoticed, WhatIsPassedOverWouldHaveSaidTheSame) {
  law::Pack pack = law::load_embedded_pack("law/us/ear").value();
  const law::Pack original = pack;
  const Places places = shipped_places().value();
  const Catalogue catalogue = shipped_catalogue().value();
  const PackIndex index(original);
  const auto prepared = prepare_tests({original, places, &index}, catalogue);
  ASSERT_TRUE(prepared.ok());
  std::vector<PreparedLine> lines;
  for (std::size_t i = 0; i < prepared->size(); i += 61) lines.push_back((*prepared)[i]);
  Unnoticed unnoticed(index, places, lines);
  std::vector<Mutant> mutants = mutants_of(original);
  std::size_t passed_over = 0;
  std::size_t noticed = 0;
  for (std::size_t i = 0; i < mutants.size(); i += 307) {
    exchange(pack, mutants[i]);
    const PackIndex changed_index(pack);
    const DaysInForce days(changed_index);
    const LawView changed{pack, places, &changed_index, nullptr, &days};
    for (std::size_t n = 0; n < lines.size(); ++n) {
      const bool same = run_line(changed, lines[n], true).empty();
      if (unnoticed.is_sure(n, mutants[i], days)) {
        EXPECT_TRUE(same) << mutants[i].id << " in " << lines[n].test->title;
        ++passed_over;
      }
      noticed += same ? 0 : 1;
    }
    exchange(pack, mutants[i]);
  }
  // Neither side of it is empty.
  EXPECT_GT(passed_over, 500U);
  EXPECT_GT(noticed, 0U);
}

}  // namespace
}  // namespace licit
