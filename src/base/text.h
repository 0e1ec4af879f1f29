// Words as people type them: folding for look-ups, the nearest known word for error messages.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace licit {

// Case, accents, spaces and punctuation dropped: "Türkiye" -> "turkiye", "HGX H20" -> "hgxh20".
// Unicode case folding and canonical decomposition; invalid UTF-8 bytes are dropped.
std::string fold(std::string_view utf8);

// The words of a text, each folded: "GeForce RTX-4090 D" -> {"geforce", "rtx", "4090", "d"}.
std::vector<std::string> folded_words(std::string_view utf8);

// Edits (insert, delete, replace, swap neighbours) between two folded words.
std::size_t edit_distance(std::string_view a, std::string_view b);

// Up to `limit` of the known words nearest to `word`, best first; only plausible ones: a third of
// the letters may differ (O for 0 and I or l for 1 count as one edit, however many), or the known
// word contains what was typed, or is one of its words or half of it. Compared folded, returned as
// given.
std::vector<std::string> nearest(std::string_view word, std::span<const std::string> known,
                                 std::size_t limit = 3);

bool is_valid_utf8(std::string_view bytes);
std::string latin1_to_utf8(std::string_view bytes);

// Number of Unicode scalar values (columns in messages count these).
std::size_t count_scalars(std::string_view utf8);

std::string_view trimmed(std::string_view text);
std::string joined(std::span<const std::string> parts, std::string_view between);

}  // namespace licit
