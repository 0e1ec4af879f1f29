// licit lists pull: the lists from where their authorities publish them.
#include <algorithm>
#include <charconv>

#include "base/party_messages.h"
#include "base/text.h"
#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/lists_store.h"
#include "cli/say.h"
#include "parties/lists/durable_file.h"
#include "parties/lists/fetch.h"
#include "parties/lists/sources.h"

namespace licit::cli {
namespace {

struct Wanted {
  std::vector<std::string> words;
  std::string sources, proxy, retries, timeout, allow_shrink, lang;
  bool print_sources = false;
};

// A whole number from 0 to `most`; the default where nothing is typed.
std::optional<long> number_of(const std::string& text, long usual, long most) {
  if (text.empty()) return usual;
  long out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size() || out < 0 || out > most) return {};
  return out;
}

// --sources, else $LICIT_LIST_SOURCES, else sources.txt in the folder of the lists, else built in.
Result<std::string> sources_text(const std::string& typed, const Terminal& terminal,
                                 const std::string& folder, std::string& file) {
  file = typed.empty() ? terminal.environment("LICIT_LIST_SOURCES").value_or("") : typed;
  if (!file.empty()) {
    auto text = read_whole(file);
    if (!text) return complaint("P001", {msg::ListCannotRead, {file}});
    return *text;
  }
  file = folder + "/sources.txt";
  if (auto text = read_whole(file)) return *text;
  return std::string(default_sources());
}

std::vector<const ListSource*> chosen(const std::vector<ListSource>& sources,
                                      const std::vector<std::string>& words, Complaints& problems) {
  std::vector<const ListSource*> out;
  std::vector<std::string> known;
  known.reserve(sources.size());
  for (const ListSource& source : sources) known.push_back(source.name);
  for (const std::string& word : words) {
    const auto at = std::find_if(sources.begin(), sources.end(),
                                 [&](const ListSource& one) { return one.name == word; });
    if (at != sources.end()) {
      out.push_back(&*at);
      continue;
    }
    problems.push_back(complaint("P034", {msg::ListUnknownSource, {word, joined(known, ", ")}},
                                 did_you_mean(nearest(word, known, 1))));
  }
  if (words.empty())
    for (const ListSource& source : sources) out.push_back(&source);
  return out;
}

// What one source came to.
enum class Pulled { Yes, No, Stopped };

class Puller {
 public:
  Puller(const Terminal& terminal, Language language, ListStore& store, FetchOptions options,
         std::string allow_shrink)
      : terminal_(terminal),
        language_(language),
        store_(store),
        options_(std::move(options)),
        allow_shrink_(std::move(allow_shrink)) {}

  Pulled pull(const ListSource& source) {
    const Date today = Date::today();
    std::vector<Fetched> got;
    for (const std::string& pattern : source.addresses) {
      const std::string address = address_on(pattern, today);
      tell(terminal_, language_, msg::ListFetching, {source.name, address});
      watch(source.name);
      FetchResult result = fetch(address, options_);
      wipe();
      if (result.fault.stopped) return Pulled::Stopped;
      if (!result.fetched) {
        show(terminal_, language_,
             complaint("P035", {msg::ListFetchFailed, {address, result.fault.why.in(language_)}},
                       {{msg::ListFetchFailedHelp, {address}}}));
        return Pulled::No;
      }
      got.push_back(std::move(*result.fetched));
    }
    return keep(source, got, today);
  }

 private:
  Pulled keep(const ListSource& source, const std::vector<Fetched>& got, Date today) {
    std::vector<SourceFile> files;
    ImportOptions options;
    files.reserve(got.size());
    for (const Fetched& one : got) {
      files.push_back({one.address.empty() ? source.name : one.address, one.bytes});
      if (one.modified && (!options.fallback || *options.fallback < *one.modified))
        options.fallback = one.modified;
    }
    // What an authority publishes today is its list of today.
    if (!options.fallback) options.fallback = today;
    options.is_current = true;
    options.allow_shrink = allow_shrink_;
    options.today = today;
    const auto report = store_.import(files, options);
    if (!report.ok()) {
      show(terminal_, language_, report.errors());
      return Pulled::No;
    }
    const bool same =
        std::all_of(report->lists.begin(), report->lists.end(),
                    [](const ImportedList& one) { return one.outcome == ImportOutcome::Same; });
    if (same) {
      tell(terminal_, language_, msg::ListFetchedSame, {source.name});
      return Pulled::Yes;
    }
    return show_report(terminal_, language_, *report) ? Pulled::Yes : Pulled::No;
  }

  // Bytes as they come, on a terminal only.
  void watch(const std::string& name) {
    shown_ = 0;
    options_.progress = [this, name](std::size_t bytes) {
      if (!terminal_.err_is_terminal || (bytes >> 18) == shown_) return;
      shown_ = bytes >> 18;
      const std::string megabytes = std::to_string(bytes >> 20);
      terminal_.err << "\r" << say(language_, msg::ListFetchingProgress, {name, megabytes})
                    << std::flush;
    };
    options_.again = [this, name](const std::string& why, int seconds) {
      wipe();
      tell(terminal_, language_, msg::ListFetchAgain, {name, why, std::to_string(seconds)});
    };
  }

  void wipe() {
    if (shown_ != 0) terminal_.err << "\r\x1b[K" << std::flush;
    shown_ = 0;
  }

  const Terminal& terminal_;
  Language language_;
  ListStore& store_;
  FetchOptions options_;
  std::string allow_shrink_;
  std::size_t shown_ = 0;
};

}  // namespace

int lists_pull_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit lists pull", msg::CliSaysListsPull);
  Wanted typed;
  line.words(say(language, msg::ListWordsCodes), typed.words, msg::ListOptCodes);
  line.option("--sources", typed.sources, "FILE", msg::ListOptSources);
  line.flag("--print-sources", typed.print_sources, msg::ListOptPrintSources);
  line.option("--proxy", typed.proxy, "URL", msg::ListOptProxy);
  line.option("--retries", typed.retries, "N", msg::ListOptRetries);
  line.option("--timeout", typed.timeout, "SECONDS", msg::ListOptTimeout);
  line.option("--allow-shrink", typed.allow_shrink, "REASON", msg::ListOptAllowShrink);
  line.option("--lang", typed.lang, "en|fr", Msg::CliOptLang);
  line.example("licit lists pull");
  line.example("licit lists pull csl uk");
  if (const auto done = line.read(arguments, terminal, language)) return *done;

  auto store = open_store(terminal, language);
  if (!store) return wrong_use;
  Complaints problems;
  gather(problems, language_of(typed.lang, terminal));
  FetchOptions options;
  options.proxy = typed.proxy;
  options.stop = &Interrupt::flag();
  const auto retries = number_of(typed.retries, 3, 100);
  const auto timeout = number_of(typed.timeout, 300, 86400);
  if (!retries)
    problems.push_back(complaint("C051", {Msg::CliNotANumberFor, {"--retries", typed.retries}}));
  if (!timeout)
    problems.push_back(complaint("C051", {Msg::CliNotANumberFor, {"--timeout", typed.timeout}}));
  std::string file;
  const auto text = sources_text(typed.sources, terminal, store->folder(), file);
  gather(problems, text);
  std::vector<ListSource> sources;
  if (text.ok()) {
    auto read = read_sources(*text, file);
    gather(problems, read);
    if (read.ok()) sources = std::move(read).value();
  }
  const auto wanted = chosen(sources, typed.words, problems);
  if (!problems.empty()) {
    show(terminal, language, problems);
    return wrong_use;
  }
  if (typed.print_sources) {
    terminal.out << *text;
    return 0;
  }
  options.retries = static_cast<int>(*retries);
  options.timeout_seconds = *timeout;
  const Interrupt interrupt;
  Puller puller(terminal, language, *store, std::move(options), typed.allow_shrink);
  bool all = true;
  for (const ListSource* source : wanted) {
    const Pulled pulled = puller.pull(*source);
    if (pulled == Pulled::Stopped) {
      tell(terminal, language, msg::ListFetchStopped);
      return failed;
    }
    all = all && pulled == Pulled::Yes;
  }
  return all ? 0 : wrong_use;
}

}  // namespace licit::cli
