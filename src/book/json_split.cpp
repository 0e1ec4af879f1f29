#include "book/json_split.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace licit {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

JsonSplit::JsonSplit(TextFile& file, bool one_a_line, std::size_t most)
    : file_(file), one_a_line_(one_a_line), most_(most) {}

bool JsonSplit::have(std::size_t at) {
  while (at >= buffer_.size()) {
    if (at_end_ || !file_.read_more(buffer_)) {
      at_end_ = true;
      return false;
    }
  }
  return true;
}

void JsonSplit::drop_read() {
  const std::size_t keep_from = std::min(next_, line_begin_);
  // The line that is begun stays, for columns; unless it is so long that nobody counts them.
  const std::size_t drop = next_ - keep_from > TextFile::block ? next_ : keep_from;
  if (drop < TextFile::block) return;
  buffer_.erase(0, drop);
  next_ -= drop;
  line_begin_ = line_begin_ > drop ? line_begin_ - drop : 0;
}

// One byte further, counting lines (LF, CRLF, CR).
void JsonSplit::step(std::size_t& at) {
  const char c = buffer_[at++];
  const bool ends = c == '\n' || (c == '\r' && !(have(at) && buffer_[at] == '\n'));
  if (!ends) return;
  ++next_line_;
  line_begin_ = at;
}

bool JsonSplit::skip_blanks(std::size_t& at) {
  while (have(at)) {
    if (!is_blank(buffer_[at])) return true;
    step(at);
  }
  return false;
}

JsonSplit::Step JsonSplit::next() {
  drop_read();
  return one_a_line_ ? line_value() : element();
}

std::uint64_t JsonSplit::bytes_done() const {
  const std::uint64_t ahead = buffer_.size() - std::min(next_, buffer_.size());
  return file_.bytes_read() - std::min(ahead, file_.bytes_read());
}

JsonSplit::Step JsonSplit::end_of_file() {
  if (told_end_) return Step::End;
  told_end_ = true;
  if (auto failure = file_.failure()) {
    problem_ = *std::move(failure);
    return Step::Bad;
  }
  if (in_array_ && !array_closed_) {
    begin_ = end_ = buffer_.size();
    line_ = next_line_;
    value_line_begin_ = line_begin_;
    return bad("B016", {Msg::BookJsonArrayOpen, {}}, begin_);
  }
  return Step::End;
}

JsonSplit::Step JsonSplit::bad(std::string_view code, Text message, std::size_t at) {
  begin_ = std::min(begin_, buffer_.size());
  end_ = std::clamp(end_, begin_, buffer_.size());
  Place place = place_of(at >= begin_ ? at - begin_ : 0);
  problem_ = {.code = std::string(code), .place = place, .message = std::move(message)};
  problem_.source_line = source_line_of(at >= begin_ ? at - begin_ : 0);
  if (code == "B005") problem_.help.push_back({Msg::BookLineTooLongHelp, {}});
  return Step::Bad;
}

JsonSplit::Step JsonSplit::line_value() {
  std::size_t at = next_;
  if (!skip_blanks(at)) {
    next_ = at;
    return end_of_file();
  }
  begin_ = at;
  line_ = next_line_;
  value_line_begin_ = line_begin_;
  while (have(at) && buffer_[at] != '\n' && buffer_[at] != '\r') {
    if (at - begin_ > most_) {
      end_ = begin_;
      const Step step =
          bad("B005", {Msg::BookLineTooLong, {std::to_string(most_ >> 20U) + " MiB"}}, begin_);
      resynchronize(at);
      return step;
    }
    ++at;
  }
  end_ = at;
  next_ = at;
  return Step::Value;
}

JsonSplit::Step JsonSplit::element() {
  std::size_t at = next_;
  for (;;) {
    if (!skip_blanks(at)) {
      next_ = at;
      return end_of_file();
    }
    const char c = buffer_[at];
    if (!started_ && c == '[') {
      in_array_ = true;
    } else if (in_array_ && !array_closed_ && c == ']') {
      array_closed_ = true;
    } else if (c != ',' || !in_array_ || array_closed_) {
      break;
    }
    started_ = true;
    ++at;
  }
  started_ = true;
  begin_ = at;
  end_ = at;
  line_ = next_line_;
  value_line_begin_ = line_begin_;
  if (buffer_[at] != '{' || array_closed_) {
    const Step step = bad("B016", {Msg::BookJsonNotObject, {}}, at);
    // A text, number, word or list in the array costs itself, not what follows on its line.
    if (in_array_ && !array_closed_ && skip_element(at)) {
      next_ = at;
    } else {
      next_line_ = line_;
      line_begin_ = value_line_begin_;
      resynchronize(begin_);
    }
    return step;
  }
  if (!find_end(at)) {
    const bool too_long = at - begin_ > most_;
    const Step step =
        too_long
            ? bad("B005", {Msg::BookLineTooLong, {std::to_string(most_ >> 20U) + " MiB"}}, begin_)
            : bad("B016", {Msg::BookJsonObjectOpen, {}}, begin_);
    // Back to the line after the one on which the element began.
    next_line_ = line_;
    line_begin_ = value_line_begin_;
    resynchronize(begin_ + 1);
    return step;
  }
  end_ = at;
  next_ = at;
  return Step::Value;
}

// From the opening brace at `at` to after the one that closes it. A string cannot contain a line end
// in JSON, so one that does is not closed.
bool JsonSplit::find_end(std::size_t& at) {
  int depth = 0;
  bool in_string = false;
  while (have(at)) {
    if (at - begin_ > most_) return false;
    const char c = buffer_[at];
    if (in_string) {
      if (c == '\n' || c == '\r') return false;
      if (c == '\\' && have(at + 1) && buffer_[at + 1] != '\n' && buffer_[at + 1] != '\r') ++at;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      if (--depth == 0) {
        ++at;
        return true;
      }
    }
    step(at);
  }
  return false;
}

// From the first byte of an array's element that is no object to the comma or bracket after it; false
// where that is not to be found on sound ground.
bool JsonSplit::skip_element(std::size_t& at) {
  const char first = buffer_[at];
  if (first == '[') return find_end(at);
  if (first == '"') {
    for (++at; have(at) && buffer_[at] != '"'; ++at) {
      if (buffer_[at] == '\n' || buffer_[at] == '\r' || at - begin_ > most_) return false;
      if (buffer_[at] == '\\' && have(at + 1)) ++at;
    }
    return have(at++);
  }
  const std::size_t begin = at;
  while (have(at) && (std::isalnum(static_cast<unsigned char>(buffer_[at])) != 0 ||
                      buffer_[at] == '-' || buffer_[at] == '+' || buffer_[at] == '.')) {
    if (at - begin_ > most_) return false;
    ++at;
  }
  return at > begin;
}

// Goes on at the next line (of JSON lines), or at the next line that begins an object or ends the
// array; what lies between is dropped as it is read.
void JsonSplit::resynchronize(std::size_t at) {
  for (;;) {
    while (have(at) && buffer_[at] != '\n' && buffer_[at] != '\r') {
      // What has been read of the line is not needed again.
      if (at > TextFile::block) {
        buffer_.erase(0, at);
        at = 0;
        line_begin_ = 0;
      }
      ++at;
    }
    next_ = at;
    if (!have(at)) return;
    step(at);
    next_ = at;
    if (one_a_line_) return;
    const bool more = skip_blanks(at);
    next_ = at;
    if (!more) return;
    if (buffer_[at] == '{' || (buffer_[at] == ']' && in_array_ && !array_closed_)) return;
  }
}

Place JsonSplit::place_of(std::size_t at) const {
  const std::size_t target = std::min(begin_ + at, buffer_.size());
  Place place{.file = file_.name(), .line = line_};
  std::size_t line_begin = value_line_begin_;
  for (std::size_t i = begin_; i < target; ++i) {
    const char c = buffer_[i];
    if (c == '\n' || (c == '\r' && (i + 1 >= buffer_.size() || buffer_[i + 1] != '\n'))) {
      ++place.line;
      line_begin = i + 1;
    }
  }
  const std::string_view before = std::string_view(buffer_).substr(line_begin, target - line_begin);
  place.column = static_cast<std::uint32_t>(count_scalars(before) + 1);
  return place;
}

std::string JsonSplit::source_line_of(std::size_t at) const {
  const std::size_t target = std::min(begin_ + at, buffer_.size());
  std::size_t line_begin = target;
  while (line_begin > value_line_begin_ && buffer_[line_begin - 1] != '\n' &&
         buffer_[line_begin - 1] != '\r')
    --line_begin;
  const std::size_t line_end = std::min(buffer_.find_first_of("\r\n", target), buffer_.size());
  if (line_end - line_begin > 400) return {};
  return buffer_.substr(line_begin, line_end - line_begin);
}

}  // namespace licit
