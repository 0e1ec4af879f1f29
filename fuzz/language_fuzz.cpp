// Any bytes as a law file: the tokens put end to end are the file, parsing and checking end without a
// crash, and a text that parses is laid out with the same tokens, twice the same way.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "language/format.h"
#include "language/lexer.h"
#include "language/load.h"
#include "language/overlay.h"

using licit::law::Token;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::vector<std::string> words_and_comments(std::string_view text) {
  std::vector<std::string> out;
  for (const Token& token : licit::law::lex(text, 0, nullptr)) {
    if (token.kind == licit::law::TokenKind::Space) continue;
    std::string_view word = token.in(text);
    // The blanks at the end of a comment are layout.
    while (token.kind == licit::law::TokenKind::Comment && !word.empty() &&
           (word.back() == ' ' || word.back() == '\t' || word.back() == '\r' ||
            word.back() == '\f' || word.back() == '\v'))
      word.remove_suffix(1);
    out.emplace_back(word);
  }
  return out;
}

const licit::law::Pack& small_pack() {
  static const licit::law::Pack pack = [] {
    auto loaded = licit::law::load_pack({{{"small.law",
                                           "pack p \"P\"\n  verified-through 2026-01-01\n"
                                           "  covers-from 2020-01-01\n"}}});
    return loaded.ok() ? loaded.value() : licit::law::Pack{};
  }();
  return pack;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);

  std::string again;
  std::size_t at = 0;
  for (const Token& token : licit::law::lex(text, 0, nullptr)) {
    require(token.begin == at);
    at = token.end;
    again += token.in(text);
  }
  require(again == text);

  for (const licit::Diagnostic& d : licit::law::read_pack({{{"fuzz.law", text}}}).diagnostics) {
    require(!d.render(licit::Language::En).empty());
    require(!d.render(licit::Language::Fr).empty());
  }
  if (text.starts_with("overlay ")) (void)licit::law::apply_overlay(small_pack(), "fuzz.law", text);

  const auto laid_out = licit::law::format(text);
  if (laid_out.ok()) {
    require(words_and_comments(laid_out.value()) == words_and_comments(text));
    const auto twice = licit::law::format(laid_out.value());
    require(twice.ok() && twice.value() == laid_out.value());
  }
  return 0;
}
