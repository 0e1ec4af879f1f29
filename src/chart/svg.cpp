#include "chart/svg.h"

#include <array>
#include <charconv>

namespace licit::chart {

std::string pixels(double value) {
  std::array<char, 64> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                 std::chars_format::fixed, 2);
  std::string out(digits.data(), end.ptr);
  out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return out == "-0" ? "0" : out;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
    }
  }
  return out;
}

void Svg::indent() { out_.append(open_.size() * 2, ' '); }

void Svg::head(std::string_view tag, Attributes attributes) {
  indent();
  out_ += '<';
  out_ += tag;
  for (const auto& [name, value] : attributes) {
    if (value.empty()) continue;
    out_ += ' ';
    out_ += name;
    out_ += "=\"" + escaped(value) + '"';
  }
}

void Svg::open(std::string_view tag, Attributes attributes) {
  head(tag, attributes);
  out_ += ">\n";
  open_.emplace_back(tag);
}

void Svg::close() {
  const std::string tag = std::move(open_.back());
  open_.pop_back();
  indent();
  out_ += "</" + tag + ">\n";
}

void Svg::leaf(std::string_view tag, Attributes attributes) {
  head(tag, attributes);
  out_ += "/>\n";
}

void Svg::text(std::string_view tag, Attributes attributes, std::string_view content) {
  head(tag, attributes);
  out_ += ">" + escaped(content) + "</";
  out_ += tag;
  out_ += ">\n";
}

}  // namespace licit::chart
