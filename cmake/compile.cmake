# How every file of ours is compiled: warnings, sanitizers, link time optimisation.

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion)
if(LICIT_WERROR)
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Werror>)
endif()

# g++ 12 sees an overlapping copy in std::string's own operator+ (GCC bug 105329); fixed in 13.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
endif()

# Lets ccache see through a precompiled header.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
else()
  add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang -fno-pch-timestamp>")
endif()

# __FILE__ must not carry the builder's folders into the program.
add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fmacro-prefix-map=${CMAKE_SOURCE_DIR}/=>)

if(LICIT_SANITIZE)
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fsanitize=${LICIT_SANITIZE}>
                      $<$<COMPILE_LANGUAGE:CXX>:-fno-sanitize-recover=all>)
  add_compile_options(
    $<$<COMPILE_LANGUAGE:CXX>:-fsanitize-ignorelist=${CMAKE_SOURCE_DIR}/cmake/sanitize-ignore.txt>)
  add_link_options(-fsanitize=${LICIT_SANITIZE})
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
  if(LICIT_SANITIZE MATCHES "address")
    # Where the kernel randomises 32 bits of address, a position-independent program can land in
    # the range that clang 16's AddressSanitizer reserves for its heap, and dies at start.
    add_link_options(-no-pie)
  endif()
endif()
if(LICIT_FUZZ)
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fsanitize=fuzzer-no-link>)
endif()

if(LICIT_LTO)
  include(CheckIPOSupported)
  check_ipo_supported(LANGUAGES CXX)
  set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
endif()

# Debian's RapidJSON has no imported target, and its headers do not survive our warnings.
add_library(licit_rapidjson INTERFACE)
target_include_directories(licit_rapidjson SYSTEM INTERFACE ${RapidJSON_INCLUDE_DIRS})
target_compile_definitions(licit_rapidjson INTERFACE RAPIDJSON_HAS_STDSTRING=1)
