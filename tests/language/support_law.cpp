#include "support_law.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "language/load.h"
#include "language/overlay.h"

namespace licit::law::testing {

std::string path_of(const std::string& name) {
  return std::string(LICIT_SOURCE_DIR) + "/tests/language/" + name;
}

std::string read_text(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(stream), {}};
}

namespace {

const std::string& base_text() {
  static const std::string text = read_text(path_of("data/base.law"));
  return text;
}

bool is_overlay(const std::string& text) { return text.starts_with("overlay "); }
bool is_whole(const std::string& text) { return text.starts_with("pack "); }

PackSource source_of(const std::string& shown, const std::string& text) {
  PackSource source;
  if (!is_whole(text)) source.files.push_back({"base.law", base_text()});
  source.files.push_back({shown, text});
  return source;
}

}  // namespace

const Pack& base_pack() {
  static const Pack pack = [] {
    Result<Pack> loaded = load_pack({{{"base.law", base_text()}}});
    if (!loaded.ok()) throw std::runtime_error(rendered(loaded.errors(), Language::En));
    return std::move(loaded).value();
  }();
  return pack;
}

std::vector<Diagnostic> findings(const std::string& shown, const std::string& text) {
  if (is_overlay(text)) {
    const Result<Pack> overlaid = apply_overlay(base_pack(), shown, text);
    return overlaid.ok() ? overlaid.value().warnings : overlaid.errors();
  }
  return read_pack(source_of(shown, text)).diagnostics;
}

Pack pack_with(const std::string& text) {
  Result<Pack> pack = is_overlay(text) ? apply_overlay(base_pack(), "overlay.law", text)
                                       : load_pack(source_of("text.law", text));
  if (!pack.ok()) throw std::runtime_error(rendered(pack.errors(), Language::En));
  return std::move(pack).value();
}

std::string rendered(const std::vector<Diagnostic>& diagnostics, Language language) {
  std::string out;
  for (const Diagnostic& d : diagnostics) out += d.render(language) + "\n";
  return out;
}

std::vector<std::string> codes(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> out;
  for (const Diagnostic& d : diagnostics) out.push_back(d.code);
  return out;
}

}  // namespace licit::law::testing
