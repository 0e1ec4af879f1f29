# licit_embed(<target>)
#
# A library that carries every file under law/, chips/ and parties/ inside the program, and defines
# licit::embedded_files() of src/base/embedded.h. The assembler reads the bytes as they are; a new
# file is noticed when the build starts, a changed one by its date.
function(licit_embed target)
  file(GLOB_RECURSE paths CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}
    ${CMAKE_SOURCE_DIR}/law/*.law ${CMAKE_SOURCE_DIR}/law/*.csv ${CMAKE_SOURCE_DIR}/chips/*.csv
    ${CMAKE_SOURCE_DIR}/parties/*.csv)
  # Bills are no law.
  list(FILTER paths EXCLUDE REGEX "^law/bills/")
  list(SORT paths COMPARE STRING)

  set(bytes "")
  set(symbols "")
  set(rows "")
  set(files "")
  set(index 0)
  foreach(path IN LISTS paths)
    set(symbol licit_embedded_${index})
    string(APPEND bytes
      "    .globl ${symbol}, ${symbol}_size\n"
      "${symbol}:\n    .incbin \"${CMAKE_SOURCE_DIR}/${path}\"\n${symbol}_end:\n"
      "    .balign 8\n${symbol}_size:\n    .quad ${symbol}_end - ${symbol}\n")
    string(APPEND symbols
      "extern const char ${symbol}[];\nextern const std::uint64_t ${symbol}_size;\n")
    string(APPEND rows "      {\"${path}\", {${symbol}, ${symbol}_size}},\n")
    list(APPEND files ${CMAKE_SOURCE_DIR}/${path})
    math(EXPR index "${index} + 1")
  endforeach()

  set(folder ${CMAKE_BINARY_DIR}/generated)
  file(CONFIGURE OUTPUT ${folder}/embedded.S @ONLY CONTENT [[
    .section .rodata
@bytes@
    .section .note.GNU-stack,"",%progbits
]])
  file(CONFIGURE OUTPUT ${folder}/embedded.cpp @ONLY CONTENT [[
#include "base/embedded.h"

#include <array>
#include <cstdint>

extern "C" {
@symbols@}

namespace licit {

std::span<const EmbeddedFile> embedded_files() noexcept {
  static const std::array<EmbeddedFile, @index@> files{{
@rows@  }};
  return files;
}

}  // namespace licit
]])
  set_source_files_properties(${folder}/embedded.S PROPERTIES OBJECT_DEPENDS "${files}")

  add_library(${target} STATIC ${folder}/embedded.S ${folder}/embedded.cpp)
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/src)
endfunction()
