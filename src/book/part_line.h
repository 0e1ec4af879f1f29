// One line of a list of parts: what it says, which chips it means, their class, and with which
// confidence. Its row in the file of classes.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "book/item_class.h"

namespace licit {

// How far a class can be leaned on, best first (docs/part-lists.md).
enum class PartConfidence : std::uint8_t { Exact, Stated, Family, Partial, Unknown };
inline constexpr std::array part_confidences = {PartConfidence::Exact, PartConfidence::Stated,
                                                PartConfidence::Family, PartConfidence::Partial,
                                                PartConfidence::Unknown};
std::string_view word_of(PartConfidence confidence);  // "exact", "stated", ...

enum class PartStatus : std::uint8_t { Classified, Open, Unknown, BadLine };
std::string_view word_of(PartStatus status);  // "classified", "open", "unknown", "bad-line"

// A sentence of which the last argument may be a phrase of its own.
struct PartRemark {
  Text says;
  std::optional<Msg> last{};
  std::string in(Language language) const;
};

// One chip that the line may mean; no chip where the line's own facts were classified.
struct PartChip {
  std::string id;
  std::shared_ptr<const ItemClass> found;
};

struct PartLine {
  std::string line;  // the user's own number, else that of the row
  std::uint32_t file_line = 0;
  // As given.
  std::string part, product, description, form, maker, note;

  PartStatus status = PartStatus::BadLine;
  PartConfidence confidence = PartConfidence::Unknown;
  std::string selected;  // empty unless Classified
  std::vector<PartChip> chips;
  std::string kind;                    // item.kind, where it is known
  std::optional<std::uint32_t> count;  // of chips, where the line says it
  std::vector<std::string> nearest;    // of an unknown product
  std::vector<PartRemark> remarks;
  std::vector<Diagnostic> problems;  // of a bad line

  // What the line calls the product: its name, else its description, else the part number.
  const std::string& name() const;
};

// Columns of the CSV form, one line with its newline.
std::string_view classes_header();
std::string csv_row(const PartLine& line, Language language);
// The same as one JSON object on a line (docs/schema/part.schema.json).
std::string json_row(const PartLine& line, Language language);

}  // namespace licit
