// The one catalogue of what a person reads. Every sentence exists in English and French under one
// key (messages.def); {0}, {1}... stand for arguments. Codes, fact ids and quoted law are passed as
// arguments and stay as they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace licit {

enum class Language : std::uint8_t { En, Fr };

// The keys are cut out of messages.def when the program is built.
enum class Msg : std::uint16_t {
#include "generated/message_keys.inc"
};

// The template of a message, arguments unfilled.
std::string_view message_template(Msg key, Language language);

// The message with its arguments filled in. An argument number without an argument stays visible.
std::string say(Language language, Msg key, const std::vector<std::string>& arguments = {});

// A sentence not yet said: kept as key and arguments until the reader's language is known.
struct Text {
  Msg key{};
  std::vector<std::string> arguments;
  std::string in(Language language) const { return say(language, key, arguments); }
};

// A pair of sentences that comes from data (a provision's own words in both languages).
struct Bilingual {
  std::string en;
  std::string fr;
  const std::string& in(Language language) const { return language == Language::Fr ? fr : en; }
  bool empty() const { return en.empty() && fr.empty(); }
};

}  // namespace licit
