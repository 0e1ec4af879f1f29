# licit_compiled_law(<target> <folder>)
#
# A library that carries the embedded pack of <folder> compiled, and defines
# licit::embedded_compiled_law() of src/decide/compiled_file.h. The program compile_law makes it, anew
# whenever the law or the compiler changes.
function(licit_compiled_law target folder)
  set(out ${CMAKE_BINARY_DIR}/generated)
  add_executable(compile_law ${CMAKE_SOURCE_DIR}/tools/compile_law.cpp)
  set_target_properties(compile_law PROPERTIES LICIT_COMPILES_THE_LAW ON
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tools)
  target_link_libraries(compile_law PRIVATE licit_decide)

  add_custom_command(OUTPUT ${out}/law.compiled DEPENDS compile_law
    COMMAND compile_law ${folder} ${out}/law.compiled
    COMMENT "Compiling ${folder}")
  file(CONFIGURE OUTPUT ${out}/compiled_law.S @ONLY CONTENT [[
    .section .rodata
    .balign 64
    .globl licit_compiled_law, licit_compiled_law_size
licit_compiled_law:
    .incbin "@out@/law.compiled"
licit_compiled_law_end:
    .balign 8
licit_compiled_law_size:
    .quad licit_compiled_law_end - licit_compiled_law
    .section .note.GNU-stack,"",%progbits
]])
  file(CONFIGURE OUTPUT ${out}/compiled_law.cpp @ONLY CONTENT [[
#include <cstddef>
#include <cstdint>
#include <span>

extern "C" {
extern const std::byte licit_compiled_law[];
extern const std::uint64_t licit_compiled_law_size;
}

namespace licit {

std::span<const std::byte> embedded_compiled_law() noexcept {
  return {licit_compiled_law, licit_compiled_law_size};
}

}  // namespace licit
]])
  set_source_files_properties(${out}/compiled_law.S PROPERTIES OBJECT_DEPENDS ${out}/law.compiled)
  add_library(${target} STATIC ${out}/compiled_law.S ${out}/compiled_law.cpp)

  # For everybody who links licit_decide but the program that makes the file.
  target_link_libraries(licit_decide INTERFACE
    $<$<NOT:$<BOOL:$<TARGET_PROPERTY:LICIT_COMPILES_THE_LAW>>>:${target}>)
endfunction()
