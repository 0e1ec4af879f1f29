// licit law compile: a pack, with what is laid over it, as a file that is mapped.
#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/say.h"
#include "cli/write_file.h"
#include "decide/compiled_file.h"

namespace licit::cli {

int law_compile_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit law compile", Msg::CliSaysLawCompile);
  std::vector<std::string> words;
  std::string out, lang;
  LawChoice choice;
  Reading reading;
  line.words(say(language, Msg::CliWordsPath), words, Msg::CliOptPath, 1);
  line.option("--out", out, "FILE", Msg::CliOptCompiledOut);
  line.options("--with", choice.overlays, "FILE.law", Msg::CliOptWith);
  line.option("--known", reading.known, "YYYY-MM-DD", Msg::CliOptKnown);
  line.option("--knower", reading.knower, "public|addressee", Msg::CliOptKnower);
  line.option("--lang", lang, "en|fr", Msg::CliOptLang);
  line.example("licit law compile --out us.compiled");
  line.example("licit law compile law/us/ear --with bill.law --out bill.compiled");
  if (const auto done = line.read(arguments, terminal, language)) return *done;
  if (out.empty()) {
    show(terminal, language,
         complaint("C065", {Msg::CliOutMissing, {}}, {{Msg::CliSeeHelp, {"licit law compile"}}}));
    return wrong_use;
  }
  const auto options = options_of(reading);
  if (!options.ok()) {
    show(terminal, language, options.errors());
    return wrong_use;
  }
  if (!words.empty()) choice.path = words.front();
  const auto engine = Engine::load(choice);
  if (!engine.ok()) {
    show(terminal, language, engine.errors());
    return wrong_use;
  }
  const auto law = engine->compiled(options->known, options->knower);
  const std::string content = written(*law, engine->places());
  if (!replace_file(out, content)) {
    show(terminal, language, complaint("C062", {Msg::CliCannotWrite, {out}}));
    return wrong_use;
  }
  const Page page = page_for(terminal, language);
  terminal.out << wrapped(
                      say(language, Msg::CompiledWrote,
                          {out, std::to_string(law->diagrams().nodes()),
                           std::to_string(law->moments().size()), std::to_string(content.size())}),
                      page.width, 0, 2)
               << "\n";
  return 0;
}

}  // namespace licit::cli
