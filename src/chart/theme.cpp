#include "chart/theme.h"

#include <array>

#include "base/mapped.h"
#include "base/text.h"

namespace licit::chart {
namespace {

struct Ink {
  Verdict verdict;
  const char *tint, *line;            // light
  const char *dark_tint, *dark_line;  // dark
  const char* hatching;               // path of a tile of 10 by 10
};

// The strictest first.
constexpr std::array inks{
    Ink{Verdict::Prohibited, "#ecc8dc", "#82215a", "#4b1b38", "#f08cc4", "M0 0L10 10M0 10L10 0"},
    Ink{Verdict::License, "#f8dcd3", "#b23a22", "#45241d", "#f38d74",
        "M-2 12L12 -2M-2 2L2 -2M8 12L12 8"},
    Ink{Verdict::Conflict, "#ead2f2", "#74308c", "#37204a", "#cf9be6", "M0 5H10M5 0V10"},
    Ink{Verdict::Undetermined, "#e5e3f1", "#58508f", "#2b2a46", "#aaa4e6", "M0 5H10"},
    Ink{Verdict::Exception, "#fbedc8", "#8a6100", "#3d3213", "#e3b94e",
        "M5 4V6M4 5H6M0 -1V1M0 9V11M10 -1V1M10 9V11"},
    Ink{Verdict::NoLicense, "#dcecf6", "#1c6798", "#153143", "#6dbaea", ""},
    Ink{Verdict::NotCovered, "#efefef", "#636363", "#2a2d31", "#a9adb3", "M5 0V10"},
    Ink{Verdict::NotSubject, "#f8f8f8", "#808080", "#1c1f23", "#8f949a", ""}};

const Ink& ink_of(Verdict verdict) {
  for (const Ink& ink : inks) {
    if (ink.verdict == verdict) return ink;
  }
  return inks.back();
}

std::string class_of(std::string_view what, Verdict verdict) {
  return std::string(what) + "-" + std::string(word_of(verdict));
}

std::string rules(bool dark) {
  const char* ground = dark ? "#14171c" : "#ffffff";
  const char* ink = dark ? "#e8eaed" : "#1b1f24";
  const char* faint = dark ? "#9aa1aa" : "#5b636d";
  const char* line = dark ? "#3d434b" : "#c9ced4";
  std::string out;
  const auto rule = [&](const std::string& selector, const std::string& body) {
    out += selector + "{" + body + "}\n";
  };
  const auto fill = [](const std::string& color) { return "fill:" + color; };
  const auto stroke = [](const std::string& color) { return "stroke:" + color; };
  rule(".ground", fill(ground));
  rule(".ink", fill(ink));
  rule(".faint", fill(faint));
  rule(".halo", "stroke:" + std::string(ground) + ";fill:" + ink);
  rule(".frame", stroke(faint));
  rule(".grid", stroke(line));
  rule(".limit", stroke(ink));
  for (const Ink& one : inks) {
    const std::string color = dark ? one.dark_line : one.line;
    rule("." + class_of("t", one.verdict), fill(dark ? one.dark_tint : one.tint));
    rule("." + class_of("h", one.verdict), stroke(color));
    rule("." + class_of("m", one.verdict), "fill:" + color + ";stroke:" + ground);
    rule("." + class_of("b", one.verdict), stroke(color));
    rule("." + class_of("w", one.verdict), "fill:" + color + ";stroke:" + ground);
  }
  return out;
}

}  // namespace

std::string style_sheet(Theme theme) {
  std::string out =
      "\ntext{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica "
      "Neue',Arial,sans-serif;font-size:12px}\n"
      ".title{font-size:20px;font-weight:600}\n.small{font-size:11px}\n"
      ".name{font-size:11px;stroke-width:3px;paint-order:stroke;stroke-linejoin:round}\n"
      ".word{font-size:13px;font-weight:700;letter-spacing:.4px;stroke-width:4px;"
      "paint-order:stroke;stroke-linejoin:round}\n"
      ".strong{font-weight:600}\n"
      ".grid{stroke-width:1;fill:none}\n.frame{stroke-width:1;fill:none}\n"
      ".limit{stroke-width:1.2;fill:none}\n.hatch{stroke-width:1.1;fill:none;opacity:.45}\n"
      ".bar{stroke-width:2;opacity:.8;fill:none}\n.mark{stroke-width:1}\n";
  out += rules(theme == Theme::Dark);
  if (theme == Theme::Auto) {
    out += "@media (prefers-color-scheme:dark){\n" + rules(true) + "}\n";
  }
  return out;
}

std::vector<Verdict> verdicts_of(Leaves verdicts) {
  std::vector<Verdict> out;
  for (const Ink& ink : inks) {
    if (verdicts >> static_cast<Leaf>(ink.verdict) & 1) out.push_back(ink.verdict);
  }
  return out;
}

std::string pattern_id(Leaves verdicts) {
  const std::vector<std::string> words =
      mapped(verdicts_of(verdicts), [](Verdict verdict) { return std::string(word_of(verdict)); });
  return "p-" + joined(words, "-");
}

void define_pattern(Svg& svg, Leaves verdicts) {
  const std::vector<Verdict> all = verdicts_of(verdicts);
  // Several verdicts are broad stripes of each.
  const double stripe = 14;
  const double width = all.size() == 1 ? 10 : stripe * static_cast<double>(all.size());
  svg.open("pattern", {{"id", pattern_id(verdicts)},
                       {"width", pixels(width)},
                       {"height", "10"},
                       {"patternUnits", "userSpaceOnUse"},
                       {"patternTransform", all.size() == 1 ? "" : "rotate(45)"}});
  for (std::size_t i = 0; i < all.size(); ++i) {
    svg.leaf("rect", {{"class", class_of("t", all[i])},
                      {"x", pixels(all.size() == 1 ? 0 : stripe * static_cast<double>(i))},
                      {"width", pixels(all.size() == 1 ? 10 : stripe)},
                      {"height", "10"}});
  }
  if (all.size() == 1 && ink_of(all[0]).hatching[0] != '\0') {
    svg.leaf("path", {{"class", "hatch " + class_of("h", all[0])}, {"d", ink_of(all[0]).hatching}});
  }
  svg.close();
}

void draw_mark(Svg& svg, Verdict verdict, double x, double y) {
  const std::string look = "mark " + class_of("m", verdict);
  const auto path = [&](const std::string& shape) {
    svg.leaf("path", {{"class", look},
                      {"transform", "translate(" + pixels(x) + " " + pixels(y) + ")"},
                      {"d", shape}});
  };
  switch (verdict) {
    case Verdict::Prohibited:
      return path("M-5 -3L-3 -5L0 -2L3 -5L5 -3L2 0L5 3L3 5L0 2L-3 5L-5 3L-2 0Z");
    case Verdict::License:
      return path("M-4 -4H4V4H-4Z");
    case Verdict::Conflict:
      return path("M-1.7 -5H1.7V-1.7H5V1.7H1.7V5H-1.7V1.7H-5V-1.7H-1.7Z");
    case Verdict::Undetermined:
      return path("M0 -5.2L5 4H-5Z");
    case Verdict::Exception:
      return path("M0 -5.6L5.6 0L0 5.6L-5.6 0Z");
    case Verdict::NotCovered:
    case Verdict::NotSubject:
      return path("M0 5.2L5 -4H-5Z");
    case Verdict::NoLicense:
      break;
  }
  svg.leaf("circle", {{"class", look}, {"cx", pixels(x)}, {"cy", pixels(y)}, {"r", "4.6"}});
}

}  // namespace licit::chart
