// compile_law FOLDER FILE: the compiled law of an embedded pack, for the build to carry into the program.
#include <fstream>
#include <iostream>

#include "decide/compiled_file.h"
#include "facts/shipped.h"
#include "language/load.h"

// Nothing compiled travels in the program that compiles it.
std::span<const std::byte> licit::embedded_compiled_law() noexcept { return {}; }

int main(int count, char** words) {
  if (count != 3) {
    std::cerr << "compile_law FOLDER FILE\n";
    return 2;
  }
  const auto pack = licit::law::load_embedded_pack(words[1]);
  const auto places = licit::shipped_places();
  if (!pack.ok() || !places.ok()) {
    const auto& errors = pack.ok() ? places.errors() : pack.errors();
    for (const licit::Diagnostic& why : errors) {
      std::cerr << why.render(licit::Language::En) << '\n';
    }
    return 1;
  }
  std::ofstream out(words[2], std::ios::binary);
  out << licit::written(licit::CompiledLaw(*pack, *places), *places);
  return out.flush() ? 0 : 1;
}
