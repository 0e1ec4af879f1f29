#include "cli/interview_dialog.h"

#include "base/mapped.h"
#include "base/text.h"
#include "cli/answers_file.h"
#include "cli/say.h"

namespace licit::cli {
namespace {

class Dialog {
 public:
  Dialog(Interview& interview, const std::string& file, const Terminal& terminal, Language language)
      : interview_(interview),
        file_(file),
        terminal_(terminal),
        language_(language),
        page_(page_for(terminal, language)) {}

  bool hold(const Subject& subject) {
    put(subject.to.empty() ? subject.item
                           : say(language_, Msg::CliTimelineTitle, {subject.item, subject.to}));
    if (interview_.next() != nullptr) put(say(language_, Msg::AskUnknown));
    bool stopped = false;
    while (!stopped && interview_.next() != nullptr) {
      remaining();
      ask(*interview_.next());
      const std::optional<std::string> line = read();
      stopped = !line || !take(*line);
      if (failed_) return false;
    }
    conclude(stopped);
    return true;
  }

 private:
  void put(const std::string& text) {
    if (!text.empty()) terminal_.err << wrapped(text, page_.width, 0, 3) << "\n";
  }

  std::string possible() const {
    std::vector<std::string> words;
    for (const Verdict verdict : interview_.possible()) {
      words.push_back(verdict_words(language_, verdict));
    }
    return joined(words, ", ");
  }

  void remaining() {
    put(say(language_, Msg::AskRemaining,
            {std::to_string(interview_.possible().size()), possible()}));
  }

  // What an answer looks like: the few words there are, or the kind of value.
  std::string form_of(const Need& need) const {
    if (!need.words.empty()) {
      const Msg form = need.type == FactType::SetOf ? Msg::AskSet : Msg::AskChoices;
      return say(language_, form, {joined(need.words, ", ")});
    }
    switch (need.type) {
      case FactType::YesNo:
        return say(language_, Msg::AskChoices, {"yes, no"});
      case FactType::Number:
        return say(language_, Msg::AskUnit, {need.unit.empty() ? "count" : need.unit});
      case FactType::Date:
        return say(language_, Msg::AskDay);
      case FactType::Place:
        return say(language_, Msg::AskPlace);
      default:
        return {};
    }
  }

  void ask(const Need& need) {
    const std::string& question = need.asks.in(language_);
    const std::string form = form_of(need);
    put(say(language_, Msg::AskQuestion,
            {std::to_string(interview_.answered() + 1),
             (question.empty() ? need.fact : question) + (form.empty() ? "" : " [" + form + "]")}));
    if (terminal_.in_is_terminal) terminal_.err << "> " << std::flush;
  }

  std::optional<std::string> read() {
    std::string line;
    if (terminal_.in == nullptr || !std::getline(*terminal_.in, line)) return {};
    return std::string(trimmed(line));
  }

  // False where the interview is to stop.
  bool take(const std::string& line) {
    const std::string word = fold(line);
    if (line.empty()) return true;
    if (word == "quit" || word == "quitter") return false;
    if (word == "back" || word == "retour") {
      if (!interview_.back()) put(say(language_, Msg::AskNothingBefore));
    } else {
      const Result<bool> taken = interview_.answer(line);
      if (!taken.ok()) {
        tell(terminal_, language_, Msg::AskBadAnswer, {line});
        show(terminal_, language_, taken.errors());
        return true;
      }
    }
    if (file_.empty()) return true;
    if (const auto why = keep_answers(file_, interview_)) {
      show(terminal_, language_, *why);
      failed_ = true;
    }
    return true;
  }

  // At the end, whether or not anything was asked: what is said to be kept is.
  void keep() {
    const auto why = keep_answers(file_, interview_);
    if (why) {
      show(terminal_, language_, *why);
      failed_ = true;
    } else {
      tell(terminal_, language_, Msg::AskKept, {file_});
    }
  }

  void conclude(bool stopped) {
    const std::string count = std::to_string(interview_.answered());
    if (interview_.settled()) {
      put(say(language_, Msg::AskOneRemaining, {possible()}));
      put(interview_.answered() == 0 ? say(language_, Msg::AskSettledAlready)
                                     : say(language_, Msg::AskSettledAfter, {count}));
    } else {
      put(say(language_, stopped ? Msg::AskStopped : Msg::AskNoMore));
    }
    if (!file_.empty()) keep();
    terminal_.err << "\n";
  }

  Interview& interview_;
  const std::string& file_;
  const Terminal& terminal_;
  Language language_;
  Page page_;
  bool failed_ = false;
};

}  // namespace

bool hold(Interview& interview, const Subject& subject, const std::string& file,
          const Terminal& terminal, Language language) {
  return Dialog(interview, file, terminal, language).hold(subject);
}

}  // namespace licit::cli
