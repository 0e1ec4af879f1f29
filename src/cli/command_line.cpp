#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/diagnostic.h"
#include "base/text.h"
#include "cli/say.h"

namespace licit::cli {

struct CommandLine::Impl {
  struct Shown {
    std::string left;
    Msg says;
  };

  std::string name;
  Msg says{};
  CLI::App app;
  bool help = false;
  std::vector<Shown> shown;
  std::vector<std::string> known;     // "--to"
  std::vector<std::string> valueful;  // those of them that take a value
  std::string words_name;
  std::vector<std::string>* words = nullptr;
  std::size_t most_words = 0;
  std::vector<std::string> examples;

  std::string help_text(const Page& page) const;
  std::optional<Diagnostic> swallowed_option(Arguments arguments) const;
  int wrong(const Terminal& terminal, Language language, Diagnostic why) const;
};

CommandLine::CommandLine(std::string name, Msg says) : impl_(std::make_unique<Impl>()) {
  impl_->name = std::move(name);
  impl_->says = says;
  impl_->app.set_help_flag();
  impl_->app.allow_extras();
  impl_->app.add_flag("-h,--help", impl_->help);
}
CommandLine::~CommandLine() = default;

void CommandLine::flag(std::string_view name, bool& into, Msg says) {
  impl_->app.add_flag(std::string(name), into);
  impl_->known.emplace_back(name);
  impl_->shown.push_back({std::string(name), says});
}

void CommandLine::option(std::string_view name, std::string& into, std::string_view value,
                         Msg says) {
  // The last one counts: a script's own option can be overruled at the end of the line.
  impl_->app.add_option(std::string(name), into)->take_last();
  impl_->known.emplace_back(name);
  impl_->valueful.emplace_back(name);
  impl_->shown.push_back({std::string(name) + " " + std::string(value), says});
}

void CommandLine::options(std::string_view name, std::vector<std::string>& into,
                          std::string_view value, Msg says) {
  impl_->app.add_option(std::string(name), into)->allow_extra_args(false)->take_all();
  impl_->known.emplace_back(name);
  impl_->valueful.emplace_back(name);
  impl_->shown.push_back({std::string(name) + " " + std::string(value), says});
}

void CommandLine::words(std::string_view name, std::vector<std::string>& into, Msg says,
                        std::size_t most) {
  impl_->words_name = name;
  impl_->words = &into;
  impl_->most_words = most;
  if (!name.empty()) impl_->shown.insert(impl_->shown.begin(), {std::string(name), says});
}

void CommandLine::example(std::string_view command) { impl_->examples.emplace_back(command); }

std::string CommandLine::Impl::help_text(const Page& page) const {
  const auto in = [&](Msg key) { return say(page.language, key); };
  std::string usage = in(Msg::CliUsage) + " " + name;
  if (!words_name.empty()) usage += " " + words_name;
  usage += " [" + in(Msg::CliUsageOptions) + "]";
  std::string out =
      wrapped(usage, page.width, 0, 4) + "\n\n" + wrapped(in(says), page.width, 0, 0) + "\n\n";
  std::vector<std::vector<std::string>> rows{{in(Msg::CliOptionsHeading), ""}};
  for (const Shown& one : shown) rows.push_back({"  " + one.left, in(one.says)});
  rows.push_back({"  --help", in(Msg::CliOptHelp)});
  out += table(page, rows);
  if (!examples.empty()) out += "\n" + in(Msg::CliExamplesHeading) + "\n";
  for (const std::string& one : examples) out += "  " + one + "\n";
  return out;
}

int CommandLine::Impl::wrong(const Terminal& terminal, Language language, Diagnostic why) const {
  why.help.push_back({Msg::CliSeeHelp, {name}});
  show(terminal, language, why);
  return wrong_use;
}

// `--to --hq CN`: the value of --to was forgotten, often in a script whose variable is empty.
std::optional<Diagnostic> CommandLine::Impl::swallowed_option(Arguments arguments) const {
  const auto among = [](const std::vector<std::string>& names, const std::string& word) {
    return std::find(names.begin(), names.end(), word.substr(0, word.find('='))) != names.end();
  };
  for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
    if (arguments[i] == "--") return std::nullopt;
    if (arguments[i].find('=') != std::string::npos || !among(valueful, arguments[i])) continue;
    const std::string& next = arguments[++i];
    if (!among(known, next) && next != "--help" && next != "-h") continue;
    Diagnostic why;
    why.code = "C003";
    why.message = {Msg::CliOptionFollows, {arguments[i - 1], next}};
    why.help.push_back({Msg::CliValueLikeOption, {arguments[i - 1], next}});
    return why;
  }
  return std::nullopt;
}

std::optional<int> CommandLine::read(Arguments arguments, const Terminal& terminal,
                                     Language language) {
  if (auto forgotten = impl_->swallowed_option(arguments))
    return impl_->wrong(terminal, language, *std::move(forgotten));
  // A value such as "-5" or "--x" after an option is CLI11's to read; it wants the order reversed.
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  Diagnostic why;
  try {
    impl_->app.parse(reversed);
  } catch (const CLI::ArgumentMismatch& mismatch) {
    // Its message opens with the option's name.
    const std::string message = mismatch.what();
    why.code = "C003";
    why.message = {Msg::CliNeedsValue, {message.substr(0, message.find_first_of(": "))}};
    return impl_->wrong(terminal, language, std::move(why));
  } catch (const CLI::ParseError& error) {
    why.code = "C001";
    why.message = {Msg::CliCannotRead, {error.what()}};
    return impl_->wrong(terminal, language, std::move(why));
  }
  if (impl_->help) {
    terminal.out << impl_->help_text(page_for(terminal, language));
    return 0;
  }
  for (const std::string& extra : impl_->app.remaining()) {
    if (extra.size() > 1 && extra.front() == '-' && extra != "--") {
      const std::string name = extra.substr(0, extra.find('='));
      why.code = "C001";
      why.message = {Msg::CliUnknownOption, {name}};
      const auto near = nearest(name, impl_->known, 1);
      if (!near.empty()) why.help.push_back({Msg::DidYouMean, {near.front()}});
      return impl_->wrong(terminal, language, std::move(why));
    }
    if (extra == "--") continue;
    if (impl_->words == nullptr || impl_->words->size() >= impl_->most_words) {
      why.code = "C004";
      why.message = {Msg::CliTooManyWords, {extra}};
      return impl_->wrong(terminal, language, std::move(why));
    }
    impl_->words->push_back(extra);
  }
  return std::nullopt;
}

}  // namespace licit::cli
