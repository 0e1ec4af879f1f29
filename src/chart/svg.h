// Writes SVG: elements properly nested, text and attributes escaped, numbers with a point whatever the
// locale. One writer a document; not thread-safe.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace licit::chart {

// At most two decimals: "12", "12.5", "-0.25".
std::string pixels(double value);
// For text and attribute values; bytes that XML cannot hold are dropped.
std::string escaped(std::string_view text);

class Svg {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

  void open(std::string_view tag, Attributes attributes = {});
  void close();
  void leaf(std::string_view tag, Attributes attributes);
  // <tag ...>content</tag>
  void text(std::string_view tag, Attributes attributes, std::string_view content);
  // The document, once all is closed.
  std::string take() { return std::move(out_); }

 private:
  void head(std::string_view tag, Attributes attributes);
  void indent();

  std::string out_;
  std::vector<std::string> open_;
};

}  // namespace licit::chart
