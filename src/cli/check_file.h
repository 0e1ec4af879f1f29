// licit check FILE: a transaction, an answer to replay, or an order book.
#pragma once

#include <optional>
#include <string>

#include "book/order_rows.h"
#include "book/text_file.h"
#include "cli/asking.h"

namespace licit::cli {

// What only files have.
struct FileWishes {
  std::string out;
  std::string format, decimal, dates;
};
void declare(CommandLine& line, FileWishes& wishes);

struct FileToCheck {
  std::string path;
  Shown shown;
  CheckOptions options;
  Stated stated;  // what holds for every line that does not state it itself
  FileWishes wishes;
};

// The path, where the one word of the command names a file: one that exists, or that ends as the
// files do that can be checked, or `-`.
std::optional<std::string> named_file(const Stated& stated);

int check_file(const FileToCheck& file, const Terminal& terminal, Language language);

// One transaction, answered and shown (check.cpp).
int answer_one(const Engine& engine, const Transaction& transaction, CheckOptions options,
               const Shown& shown, const Terminal& terminal, Language language);

// An object of JSON: a transaction, or an answer whose receipt is decided again (check_json.cpp).
int check_object(const FileToCheck& file, const std::string& text, const Terminal& terminal,
                 Language language);

// Whether the text is an object of JSON and nothing else.
bool is_one_object(const std::string& text);

// An order book (check_book.cpp): the file at the path, or one that is open already.
int check_book(const FileToCheck& file, std::optional<TextFile> open, OrderFormat format,
               const Terminal& terminal, Language language);

}  // namespace licit::cli
