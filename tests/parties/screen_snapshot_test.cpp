// Listed companies by the names that sales systems hold, and companies that are not on the Entity List
// of 31 July 2026; needs ../shared/data, skipped elsewhere.
#include <gtest/gtest.h>

#include <algorithm>

#include "parties/list_files.h"
#include "parties/names/screen.h"

namespace licit {
namespace {

// The Entity List, without the names that the starter list adds.
std::optional<NameIndex> entity_list() {
  const std::string bytes = snapshot("csl/csl-2026-07-31-compact.json");
  if (bytes.empty()) return {};
  const auto read = read_list(bytes, "csl");
  if (!read.ok()) return {};
  const PartyList& list = list_of(*read, ListCode::EntityList);
  return NameIndex::build({&list, 1}).value();
}

std::vector<ScreenHit> alerts(Screener& screener, const std::string& name) {
  PartyQuery query;
  query.name = name;
  query.as_of = Date::parse("2026-08-10");
  auto hits = screener.screen(query);
  std::erase_if(hits, [](const ScreenHit& hit) { return !is_alert(hit); });
  return hits;
}

TEST(ScreenSnapshot, ListedCompaniesInAnySpelling) {
  const auto index = entity_list();
  if (!index) GTEST_SKIP() << "no ../shared/data";
  Screener screener(*index);
  const std::pair<const char*, const char*> spellings[] = {
      {"Huawei Technologies Co., Ltd.", "Huawei"},
      {"HUAWEI  TECHNOLOGIES", "Huawei"},
      {"HUAWEI-MY", "Huawei"},
      {"Huawei Cloud SG", "Huawei Cloud Singapore"},
      {"Huawei S.A. CL", "Huawei Chile"},
      {"Huawei Cloud Malaysia", "Huawei Cloud"},
      {"Loongson Malaysia", "Loongson"},
      {"Acme Foo（Huawei）", "Huawei"},
      {"深圳某某（华为技术）", "Huawei"},
      {"Acme Foo <Huawei>", "Huawei"},
      {"Acme Foo / Huawei Technologies Co", "Huawei"},
      {"Acme Foo, Huawei", "Huawei"},
      {"Acme Foo - Huawei Technologies", "Huawei"},
      {"Acme Foo a.k.a. Huawei", "Huawei"},
      {"Acme Foo (formerly known as Huawei)", "Huawei"},
      {"Acme Foo (part of the Huawei Group)", "Huawei"},
      {"Acme Foo (ex-Huawei)", "Huawei"},
      {"Acme Foo, Gate, Dock, Road, Unit, Zone, Park, Hall, Wing, Room, Desk, Bayx, Huawei "
       "Technologies Co Ltd",
       "Huawei"},
      {"Acme Distribution (Huawei)", "Huawei"},
      {"Huawei Technolgies Co Ltd", "Huawei"},
      {"华为技术有限公司", "Huawei"},
      {"Хуавэй", "Huawei"},
      {"Inspur Electronics (HK)", "Inspur"},
      {"浪潮集团有限公司", "Inspur"},
      {"Инспур Групп", "Inspur"},
      {"海康威视", "Hikvision"},
      {"Hangzhou Hikvison Digital", "Hikvision"},
      {"Cambricon", "Cambricon"},
      {"Sugon", "Sugon"},
  };
  for (const auto& [asked, wanted] : spellings) {
    const auto found = alerts(screener, asked);
    EXPECT_TRUE(std::any_of(found.begin(), found.end(), [&](const ScreenHit& hit) {
      const ListEntry entry = index->entry(hit.entry);
      return std::any_of(entry.names.begin(), entry.names.end(), [&](const ListedName& name) {
        return name.text.find(wanted) != std::string::npos;
      });
    })) << asked;
  }
}

// ../shared/research/screening.md, section 3: not on the list of July 2026.
TEST(ScreenSnapshot, CompaniesThatAreNotListed) {
  const auto index = entity_list();
  if (!index) GTEST_SKIP() << "no ../shared/data";
  Screener screener(*index);
  for (const char* name :
       {"CXMT", "ChangXin Memory Technologies", "Enflame", "Enflame Technology", "MetaX",
        "MetaX Integrated Circuits", "Iluvatar CoreX", "DeepSeek", "Horizon Robotics"}) {
    for (const ScreenHit& hit : alerts(screener, name))
      ADD_FAILURE() << name << ": " << hit.matched.text;
  }
}

}  // namespace
}  // namespace licit
