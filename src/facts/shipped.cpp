#include "facts/shipped.h"

#include <optional>
#include <string_view>

#include "base/embedded.h"

namespace licit {
namespace {

std::optional<std::string_view> embedded(std::string_view path) {
  for (const EmbeddedFile& file : embedded_files())
    if (file.path == path) return file.bytes;
  return {};
}

Diagnostic missing(std::string_view path) {
  Diagnostic d;
  d.code = "F029";
  d.message = {Msg::FileNotShipped, {std::string(path)}};
  return d;
}

}  // namespace

Result<Places> shipped_places() {
  constexpr std::string_view path = "law/places.csv";
  const auto bytes = embedded(path);
  if (!bytes) return missing(path);
  return Places::parse(*bytes, path);
}

Result<Catalogue> shipped_catalogue() {
  constexpr std::string_view path = "chips/catalogue.csv";
  const auto bytes = embedded(path);
  if (!bytes) return missing(path);
  return Catalogue::parse(*bytes, embedded("chips/values.csv").value_or(""), path);
}

}  // namespace licit
