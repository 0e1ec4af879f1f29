// Cuts a JSON file into its top-level values without reading any of them: the elements of an array,
// values one after another, or one a line. So a broken element costs that element only, and the
// memory used is that of the longest one. Not thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "book/text_file.h"

namespace licit {

class JsonSplit {
 public:
  enum class Step : std::uint8_t { Value, Bad, End };

  // `file` must outlive this. `most`: bytes of one value.
  JsonSplit(TextFile& file, bool one_a_line, std::size_t most);

  // The next value; after Bad (B005 too long, B016 malformed, B001 the file cannot be read) reading
  // can go on: at the next line that looks like the start of an element.
  Step next();
  // Valid until the next call.
  std::string_view value() const { return std::string_view(buffer_).substr(begin_, end_ - begin_); }
  std::uint32_t line() const { return line_; }
  const Diagnostic& problem() const { return problem_; }
  // How far reading has come, in bytes; not quite, where the file is not UTF-8.
  std::uint64_t bytes_done() const;
  // Where byte `at` of value() stands.
  Place place_of(std::size_t at) const;
  // The line of text that byte `at` of value() is on; empty where it is long.
  std::string source_line_of(std::size_t at) const;

 private:
  bool have(std::size_t at);
  void drop_read();
  void step(std::size_t& at);
  bool skip_blanks(std::size_t& at);
  Step line_value();
  Step element();
  Step end_of_file();
  bool find_end(std::size_t& at);
  bool skip_element(std::size_t& at);
  Step bad(std::string_view code, Text message, std::size_t at);
  void resynchronize(std::size_t at);

  TextFile& file_;
  bool one_a_line_;
  std::size_t most_;
  std::string buffer_;
  bool at_end_ = false;
  bool started_ = false;
  bool in_array_ = false;
  bool array_closed_ = false;
  bool told_end_ = false;
  std::size_t begin_ = 0, end_ = 0;  // the value
  std::size_t next_ = 0;             // where to go on
  std::size_t line_begin_ = 0;       // start in buffer_ of the line of `next_`
  std::uint32_t next_line_ = 1;
  std::size_t value_line_begin_ = 0;
  std::uint32_t line_ = 1;  // of the value
  Diagnostic problem_;
};

}  // namespace licit
