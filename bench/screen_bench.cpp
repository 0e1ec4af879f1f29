// How well and how fast names are screened, in one run: every figure of docs/screening.md, beside what
// whole-string Jaro-Winkler (on ICU's transliteration) makes of the same names. Needs ../shared/data.
//
//   screen_bench [quality] [alerts] [speed] [--parties N] [--misses GROUP] [--show N]
//
// Without a word all three. `--misses` prints the pairs of a group that stay below review, `--show` so
// many of the alerts on names that must not match: to find out why.
#include <fmt/format.h>
#include <time.h>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "screen_data.h"
#include "screen_rivals.h"

namespace {

using namespace licit;
using namespace licit::bench;

struct Wished {
  bool quality = true, alerts = true, speed = true;
  std::size_t parties = 1'000'000;
  std::string misses;
  std::size_t show = 0;
};

template <typename... Args>
void line(fmt::format_string<Args...> format, Args&&... args) {
  fmt::print("{}\n", fmt::format(format, std::forward<Args>(args)...));
  std::fflush(stdout);
}

double seconds_of(const auto& work) {
  const auto before = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
}

// Processor seconds of this thread: others may be at work on the machine.
double own_seconds_of(const auto& work) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
  };
  const double before = now();
  work();
  return now() - before;
}

struct Counted {
  std::size_t right = 0, wrong = 0, missed = 0;
  void add(bool predicted, bool is_match) {
    if (predicted && is_match) ++right;
    if (predicted && !is_match) ++wrong;
    if (!predicted && is_match) ++missed;
  }
  static double part(std::size_t of, std::size_t all) {
    return all == 0 ? 0 : static_cast<double>(of) / static_cast<double>(all);
  }
  std::string text() const {
    return fmt::format("{:.3f} {:.3f} {:.3f}", part(right, right + wrong),
                       part(right, right + missed), part(2 * right, 2 * right + wrong + missed));
  }
};

struct Judged {
  int score = 0;
  double rival = 0;  // Jaro-Winkler on ICU's transliteration
};

std::vector<Judged> judge(const std::vector<LabelledPair>& pairs) {
  std::vector<Judged> out;
  out.reserve(pairs.size());
  for (const LabelledPair& pair : pairs) {
    const NameScore found =
        score(normalize(pair.first, pair.type), normalize(pair.second, pair.type), pair.type,
              shipped_rarity(), false);
    out.push_back({found.score, jaro_winkler(by_icu(pair.first), by_icu(pair.second))});
  }
  return out;
}

void hand_labelled(const std::vector<LabelledPair>& pairs, const std::vector<Judged>& judged) {
  std::map<std::string, std::array<Counted, 2>> groups;
  std::map<std::string, std::size_t> sizes;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const LabelledPair& pair = pairs[i];
    if (pair.source != "name_bench") continue;
    for (const std::string& group :
         {std::string("all"), std::string(pair.schema == "Person" ? "persons" : "others"),
          "tier " + pair.quality}) {
      groups[group][0].add(judged[i].score >= review_from, pair.is_match);
      groups[group][1].add(judged[i].rival >= rival_threshold, pair.is_match);
      ++sizes[group];
    }
  }
  line("\nHand-labelled pairs (name_bench, dev half): precision, recall, F1 at review");
  line("{:<16}{:>6}   {:<20}{}", "", "pairs", "licit", "Jaro-Winkler .85");
  for (const auto& [group, counted] : groups)
    line("{:<16}{:>6}   {:<20}{}", group, sizes[group], counted[0].text(), counted[1].text());
}

constexpr std::array<int, 6> thresholds{600, 700, 800, 850, 900, 950};

void recall(const std::vector<LabelledPair>& pairs, const std::vector<Judged>& judged,
            const Wished& wished) {
  struct Group {
    std::size_t all = 0, rival = 0;
    std::array<std::size_t, thresholds.size()> found{};
  };
  std::map<std::string, Group> groups;
  const auto add = [&](const std::string& name, std::size_t i) {
    Group& group = groups[name];
    ++group.all;
    if (judged[i].rival >= rival_threshold) ++group.rival;
    for (std::size_t k = 0; k < thresholds.size(); ++k)
      if (judged[i].score >= thresholds[k]) ++group.found[k];
    if (!wished.misses.empty() && name.find(wished.misses) != std::string::npos &&
        judged[i].score < review_from) {
      line("miss {} {:>4}  {}  |  {}", name, judged[i].score, pairs[i].first, pairs[i].second);
    }
  };
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const LabelledPair& pair = pairs[i];
    if (pair.source == "name_bench" || !pair.is_match) continue;
    const std::string who = pair.schema == "Person" ? "persons" : "others";
    if (pair.script != "Latin" && pair.source != "putin") {
      add("all/" + pair.script + "/" + who, i);
      add("all/" + pair.script + "/everybody", i);
    }
    add(pair.source + "/" + pair.script + "/" + who + "/" + pair.category, i);
    if (pair.source == "uk" && pair.script != "Latin") add("uk/" + pair.script + "/everybody", i);
  }
  line("\nRecall: source/script/who/kind of alias, at each threshold; last ICU + Jaro-Winkler .85");
  line("{:<48}{:>6}  .600  .700  .800  .850  .900  .950  rival", "", "pairs");
  for (const auto& [name, group] : groups) {
    if (group.all < 3) continue;
    std::string row = fmt::format("{:<48}{:>6}", name, group.all);
    for (const std::size_t found : group.found)
      row += fmt::format(" {:.3f}", Counted::part(found, group.all));
    line("{}  {:.3f}", row, Counted::part(group.rival, group.all));
  }
  std::array<std::size_t, 4> hard{};
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (!pairs[i].category.starts_with("hardneg")) continue;
    ++hard[0];
    if (judged[i].score >= hit_from) ++hard[1];
    if (judged[i].score >= review_from) ++hard[2];
    if (judged[i].rival >= rival_threshold) ++hard[3];
  }
  line("\nderived negatives (share generic words): {} of {} called a hit, {} for review; rival {}",
       hard[1], hard[0], hard[2], hard[3]);
}

PartyQuery asked(std::string name, PartyType type = PartyType::Unknown) {
  PartyQuery query;
  query.name = std::move(name);
  query.type = type;
  query.as_of = screening_day();
  return query;
}

std::set<std::uint32_t> entries_met(Screener& screener, const PartyQuery& query) {
  std::set<std::uint32_t> out;
  for (const ScreenHit& hit : screener.screen(query)) out.insert(hit.entry);
  return out;
}

// Names of the United Nations' list mistyped by others' rules, line for line beside the right ones.
void mistyped_names(const Wished& wished) {
  const auto right = first_column("bench/yente-positives_un_untreated.csv");
  const auto treated = first_column("bench/yente-positives_un_treated.csv");
  Screener screener(index_of_all());
  std::size_t found = 0, all = 0, rival = 0;
  for (std::size_t i = 0; i < std::min(right.size(), treated.size()); ++i) {
    const auto meant = entries_met(screener, asked(right[i]));
    const auto met = entries_met(screener, asked(treated[i]));
    ++all;
    const bool ok = std::any_of(met.begin(), met.end(),
                                [&](std::uint32_t entry) { return meant.contains(entry); });
    found += ok ? 1U : 0U;
    if (!ok && wished.misses == "un-typos") line("miss {} | {}", treated[i], right[i]);
    if (jaro_winkler(plain_letters(right[i]), plain_letters(treated[i])) >= rival_threshold)
      ++rival;
  }
  line("\nUN names with typos, found at review      {:>6} of {}  {:.4f}   Jaro-Winkler {:.3f}",
       found, all, Counted::part(found, all), Counted::part(rival, all));
}

// One letter more, less, other or swapped, anywhere.
std::string one_edit(std::string name, std::mt19937& random) {
  const auto below = [&](std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
  };
  const std::size_t at = below(name.size());
  const auto letter = static_cast<char>('a' + static_cast<char>(below(26)));
  switch (below(4)) {
    case 0:
      name.erase(at, 1);
      break;
    case 1:
      name.insert(at, 1, letter);
      break;
    case 2:
      name[at] = letter;
      break;
    default:
      if (at + 1 < name.size()) std::swap(name[at], name[at + 1]);
  }
  return name;
}

void one_edit_away(const Wished& wished) {
  std::mt19937 random(20260810);
  Screener screener(index_of_all());
  std::size_t found = 0, all = 0;
  const NameIndex& index = index_of_all();
  const std::size_t step = std::max<std::size_t>(1, index.names.size() / 7000);
  for (std::size_t i = 0; i < index.names.size() && all < 6000; i += step) {
    const NameRow& row = index.names[i];
    const std::string name(index.text(row.text));
    if (name.size() < 6 || row.weak != 0 ||
        std::any_of(name.begin(), name.end(), [](char c) { return (c & 0x80) != 0; }))
      continue;
    const EntryRow& entry = index.entries[row.entry];
    if ((entry.flags & 6U) != 0 || (entry.flags & 4U) != 0) continue;  // no longer in force
    if (row.kind == static_cast<std::uint8_t>(NameKind::Acronym)) continue;
    const std::string edited = one_edit(name, random);
    ++all;
    const bool ok = entries_met(screener, asked(edited)).contains(row.entry);
    found += ok ? 1U : 0U;
    if (!ok && wished.misses == "one-edit") line("miss {} | {}", edited, name);
  }
  line("listed names with one random edit         {:>6} of {}  {:.4f}", found, all,
       Counted::part(found, all));
}

void parity() {
  const auto table = table_of("pairs-ofac-parity-dev.csv");
  if (!table) return;
  std::size_t near = 0;
  for (const CsvRow& row : table->rows())
    if (std::abs(ofac_score(row.cells[0], row.cells[1]) - std::atoi(row.cells[2].c_str())) <= 5)
      ++near;
  line("OFAC's search page within 5 points        {:>6} of {}    {:.4f}", near,
       table->rows().size(), Counted::part(near, table->rows().size()));
}

void alerts(std::string_view label, std::string_view file, const Wished& wished) {
  const auto names = first_column(file, 10'000);
  ScreenOptions options;
  options.explain = false;
  Screener screener(index_of_all(), options);
  std::size_t parties = 0, alerts = 0, exact = 0, shown = 0;
  for (const std::string& name : names) {
    std::size_t count = 0;
    bool same = false;
    const auto hits = screener.screen(asked(name, PartyType::Person));
    for (const ScreenHit& hit : hits) {
      if (!is_alert(hit)) continue;
      ++count;
      same = same || hit.name_score >= 985;
    }
    alerts += count;
    parties += count > 0 ? 1U : 0U;
    exact += same ? 1U : 0U;
    if (count > 0 && shown++ < wished.show)
      line("  alert {:>4}  {}  |  {}", hits[0].score, name, hits[0].matched.text);
  }
  // Every name against every name is slow: of each twentieth.
  std::vector<std::string> listed;
  for (const PartyList& list : all_lists())
    for (const ListEntry& entry : list.entries)
      for (const ListedName& one : entry.names) listed.push_back(plain_letters(one.text));
  std::sort(listed.begin(), listed.end());
  listed.erase(std::unique(listed.begin(), listed.end()), listed.end());
  std::size_t rival = 0, asked_of_rival = 0;
  for (std::size_t i = 0; i < names.size(); i += 200) {
    const std::string name = plain_letters(names[i]);
    ++asked_of_rival;
    rival += std::any_of(
                 listed.begin(), listed.end(),
                 [&](const std::string& one) { return jaro_winkler(name, one) >= rival_threshold; })
                 ? 1U
                 : 0U;
  }
  line(
      "{:<42}{:>6} of {} ({} bear a listed name letter for letter); {} alerts;"
      " Jaro-Winkler {:.0f}",
      label, parties, names.size(), exact, alerts, Counted::part(rival, asked_of_rival) * 10'000);
}

// Half of the queries are listed names, half are people on no list.
std::vector<PartyQuery> mixed_queries() {
  std::vector<PartyQuery> out;
  const auto clean = first_column("bench/yente-negatives_us.csv", 10'000);
  std::size_t i = 0;
  for (const PartyList& list : all_lists()) {
    for (const ListEntry& entry : list.entries) {
      if (++i % 8 != 0 || entry.names.empty() || out.size() >= 20'000) continue;
      out.push_back(asked(entry.names[0].text));
      out.push_back(asked(clean[out.size() / 2 % clean.size()]));
    }
  }
  return out;
}

void queries(std::string_view label, const std::vector<PartyQuery>& all) {
  Screener screener(index_of_all());
  std::vector<double> micros;
  micros.reserve(all.size());
  for (const PartyQuery& query : all)
    micros.push_back(own_seconds_of([&] { (void)screener.screen(query); }) * 1e6);
  double sum = 0;
  for (const double one : micros) sum += one;
  std::sort(micros.begin(), micros.end());
  line("{:<42}{:>9.0f} a second and core; median {:.0f} us, p99 {:.0f} us", label,
       static_cast<double>(micros.size()) / sum * 1e6, micros[micros.size() / 2],
       micros[micros.size() * 99 / 100]);
}

void speed(const Wished& wished) {
  line("\nSpeed");
  std::size_t names = 0, entries = 0;
  std::vector<PartyList> lists;
  const double reading = own_seconds_of([&] { lists = read_all_lists(); });
  std::optional<NameIndex> index;
  // Of both threads that read names.
  const std::clock_t before = std::clock();
  index = NameIndex::build(lists).value();
  const double building = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
  for (const PartyList& list : lists) {
    entries += list.entries.size();
    for (const ListEntry& entry : list.entries) names += entry.names.size();
  }
  const auto path = std::filesystem::temp_directory_path() / "licit-screen-bench.names";
  double opening = 0;
  if (!index->write(path.string())) {
    opening = 1e9;
    for (int i = 0; i < 20; ++i)
      opening = std::min(opening, own_seconds_of([&] { (void)NameIndex::open(path.string()); }));
    std::filesystem::remove(path);
  }
  line("{:<42}{:>9.2f} s reading, {:.2f} s index (two threads together), of {} entries, {} names",
       "lists read, indexed", reading, building, entries, names);
  line("{:<42}{:>9.2f} ms, {:.1f} MB", "index opened", opening * 1e3,
       static_cast<double>(index->bytes().size()) / 1e6);

  queries("queries with explanation, half listed", mixed_queries());
  std::vector<PartyQuery> clean;
  for (const std::string& name : first_column("bench/yente-negatives_us.csv", 20'000))
    clean.push_back(asked(name, PartyType::Person));
  queries("queries with explanation, nobody listed", clean);

  ScreenOptions options;
  options.explain = false;
  const auto all = mixed_queries();
  std::array<double, 2> own{};
  const double bulk = seconds_of([&] {
    const auto part = [&](std::size_t from) {
      own[from] = own_seconds_of([&] {
        Screener screener(index_of_all(), options);
        for (std::size_t i = from; i < wished.parties; i += 2)
          (void)screener.screen(all[i % all.size()]);
      });
    };
    std::thread other([&] { part(1); });
    part(0);
    other.join();
  });
  line("{:<42}{:>9.1f} s of two threads for {} parties, half listed (wall {:.1f} s)", "in bulk",
       std::max(own[0], own[1]), wished.parties, bulk);

  std::vector<std::string> listed;
  for (const PartyList& list : lists)
    for (const ListEntry& entry : list.entries)
      for (const ListedName& one : entry.names) listed.push_back(plain_letters(one.text));
  std::size_t near = 0;
  const double naive = own_seconds_of([&] {
    for (std::size_t i = 0; i < 20; ++i) {
      const std::string name = plain_letters(all[i * 37 % all.size()].name);
      for (const std::string& one : listed)
        near += jaro_winkler(name, one) >= rival_threshold ? 1U : 0U;
    }
  });
  line("{:<42}{:>9.0f} a second and core ({} near)", "rival: Jaro-Winkler against every name",
       20 / naive, near);
}

Wished read_wishes(int count, char** words) {
  Wished out;
  bool named = false;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    const auto part = [&](std::string_view name, bool& wish) {
      if (word != name) return;
      if (!named) out.quality = out.alerts = out.speed = false;
      named = wish = true;
    };
    part("quality", out.quality);
    part("alerts", out.alerts);
    part("speed", out.speed);
    const std::string value = i + 1 < count ? words[i + 1] : "";
    if (word == "--parties") out.parties = static_cast<std::size_t>(std::atoll(value.c_str()));
    if (word == "--misses") out.misses = value;
    if (word == "--show") out.show = static_cast<std::size_t>(std::atoll(value.c_str()));
  }
  return out;
}

}  // namespace

int main(int count, char** words) {
  if (!have_data()) {
    line("screen_bench: needs the lists and labelled names of ../shared/data; nothing measured");
    return 0;
  }
  const Wished wished = read_wishes(count, words);
  if (wished.quality) {
    const auto pairs = labelled_pairs();
    const auto judged = judge(pairs);
    hand_labelled(pairs, judged);
    recall(pairs, judged, wished);
    mistyped_names(wished);
    one_edit_away(wished);
    parity();
  }
  if (wished.alerts) {
    line("\nAlerts on names that must not match (names with one; persons)");
    alerts("United States", "bench/yente-negatives_us.csv", wished);
    alerts("global", "bench/yente-negatives_global.csv", wished);
  }
  if (wished.speed) speed(wished);
}
