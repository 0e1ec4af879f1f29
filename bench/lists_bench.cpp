// What it costs to read the lists whole, as an import or a new index does: every snapshot that stands
// beside the repository (skipped where there is none).
#include <benchmark/benchmark.h>

#include "screen_data.h"

namespace {

using namespace licit::bench;

struct Publication {
  std::vector<std::string> names;
  std::vector<std::string> contents;
};

std::vector<Publication> whole_publications() {
  std::vector<Publication> out;
  for (const auto& names : publications()) {
    Publication one;
    for (const std::string& name : names)
      if (auto bytes = licit::read_whole(data_path(name))) {
        one.names.push_back(name);
        one.contents.push_back(std::move(*bytes));
      }
    if (!one.names.empty()) out.push_back(std::move(one));
  }
  return out;
}

void read_lists_whole(benchmark::State& state) {
  const auto all = whole_publications();
  if (all.empty()) return state.SkipWithError("no lists beside the repository");
  std::size_t entries = 0, names = 0, bytes = 0;
  for (auto _ : state) {
    entries = names = bytes = 0;
    for (const Publication& one : all) {
      std::vector<licit::SourceFile> files;
      for (std::size_t i = 0; i < one.names.size(); ++i) {
        files.push_back({one.names[i], one.contents[i]});
        bytes += one.contents[i].size();
      }
      const auto read = licit::read_lists(files);
      if (!read.ok()) return state.SkipWithError(one.names.front().c_str());
      for (const licit::PartyList& list : read->lists) {
        entries += list.entries.size();
        for (const licit::ListEntry& entry : list.entries) names += entry.names.size();
      }
    }
  }
  state.counters["entries"] = static_cast<double>(entries);
  state.counters["names"] = static_cast<double>(names);
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}
BENCHMARK(read_lists_whole)->Unit(benchmark::kMillisecond);

}  // namespace
