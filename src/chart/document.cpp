#include "chart/document.h"

#include <algorithm>
#include <utility>

#include "chart/placing.h"

namespace licit::chart {

std::string whole(const Document& document, const std::string& body) {
  Svg svg;
  svg.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                   {"width", pixels(page_width)},
                   {"height", pixels(document.height)},
                   {"viewBox", "0 0 " + pixels(page_width) + " " + pixels(document.height)},
                   {"role", "img"},
                   {"aria-labelledby", "title desc"},
                   {"lang", document.language == Language::Fr ? "fr" : "en"}});
  svg.text("title", {{"id", "title"}}, document.title);
  svg.text("desc", {{"id", "desc"}}, document.description);
  svg.text("style", {}, style_sheet(document.theme));
  svg.open("defs");
  for (const Leaves verdicts : document.patterns) define_pattern(svg, verdicts);
  svg.close();
  svg.leaf("rect", {{"class", "ground"}, {"width", "100%"}, {"height", "100%"}});
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg.take();
  return out + body + "</svg>\n";
}

std::vector<std::string> broken(const std::string& text, double room, double size) {
  std::vector<std::string> out;
  std::string now;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = text.substr(begin, end - begin);
    std::string longer = now;
    if (!longer.empty()) longer += ' ';
    longer += word;
    if (!now.empty() && text_width(longer, size) > room) {
      out.push_back(now);
      now = word;
    } else {
      now = std::move(longer);
    }
    begin = end + 1;
  }
  if (!now.empty()) out.push_back(now);
  return out;
}

void draw_paragraph(Svg& svg, const std::string& text, double left, double& y, const char* look) {
  for (const std::string& words : broken(text, page_width - page_margin - left)) {
    svg.text("text", {{"class", look}, {"x", pixels(left)}, {"y", pixels(y)}}, words);
    y += line_height;
  }
}

}  // namespace licit::chart
