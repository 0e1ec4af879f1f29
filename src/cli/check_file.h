// licit check FILE: a transaction, an answer to replay, or an order book.
#pragma once

#include <optional>
#include <string>

#include "book/cells.h"
#include "book/order_rows.h"
#include "book/text_file.h"
#include "cli/asking.h"
#include "cli/owners_read.h"

namespace licit::cli {

// Where to look for the parties that are named, and for who owns them.
struct AboutParties {
  bool no_screen = false;
  OwnerFiles owners;
};
void declare(CommandLine& line, AboutParties& about);
// C006, or P240 where listed owners are named and no shareholdings.
std::optional<Diagnostic> stray_owners(const AboutParties& about);

// What only files have.
struct FileWishes {
  std::string out;
  std::string format, decimal, dates;
};
void declare(CommandLine& line, FileWishes& wishes);
// C012 where one of them is stated and no file is named.
std::optional<Diagnostic> stray_wish(const FileWishes& wishes);
// What they say of the cells and of the format; C006 for another word.
Result<CellStyle> style_of(const FileWishes& wishes);
Result<OrderFormat> format_of(const FileWishes& wishes);

struct FileToCheck {
  std::string path;
  Shown shown;
  CheckOptions options;
  Stated stated;  // what holds for every line that does not state it itself
  FileWishes wishes;
  AboutParties about{};
};

// The path, where the one word of the command names a file: one that exists, or that ends as the
// files do that can be checked, or `-`.
std::optional<std::string> named_file(const Stated& stated);

int check_file(const FileToCheck& file, const Terminal& terminal, Language language);

// One transaction, answered and shown (check.cpp).
int answer_one(const Engine& engine, const Transaction& transaction, CheckOptions options,
               const Shown& shown, const AboutParties& about, const Terminal& terminal,
               Language language);

// An object of JSON: a transaction, or an answer whose receipt is decided again (check_json.cpp).
int check_object(const FileToCheck& file, const std::string& text, const Terminal& terminal,
                 Language language);

// Whether the text is an object of JSON and nothing else.
bool is_one_object(const std::string& text);

// licit classify FILE: a list of parts (classify_parts.cpp).
int classify_file(const FileToCheck& file, const Terminal& terminal, Language language);

// An order book (check_book.cpp): the file at the path, or one that is open already.
int check_book(const FileToCheck& file, std::optional<TextFile> open, OrderFormat format,
               const Terminal& terminal, Language language);

}  // namespace licit::cli
