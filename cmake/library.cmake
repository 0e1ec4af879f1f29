# licit_library(<folder> [EXCEPT files] DEPENDS targets [PRIVATE_DEPENDS targets])
#
# The library licit_<folder> from src/<folder>/*.cpp and the folders below. DEPENDS is visible to whoever links it,
# PRIVATE_DEPENDS is not. A folder without sources gives an interface library, so that what stands
# on it still reaches what stands below it.

# What nearly every file reads is compiled once, with licit_data: it defines no macro of its own, and
# a precompiled header is refused wherever one of its macros is missing.
function(licit_precompile target)
  if(target STREQUAL "licit_data")
    target_precompile_headers(licit_data PRIVATE <algorithm> <cstdint> <functional> <map> <memory>
      <optional> <set> <span> <string> <string_view> <unordered_map> <utility> <variant> <vector>)
  else()
    target_precompile_headers(${target} REUSE_FROM licit_data)
  endif()
endfunction()

function(licit_library folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "EXCEPT;DEPENDS;PRIVATE_DEPENDS")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${folder}/*.cpp)
  foreach(name IN LISTS arg_EXCEPT)
    list(REMOVE_ITEM sources ${CMAKE_SOURCE_DIR}/src/${folder}/${name})
  endforeach()

  set(target licit_${folder})
  if(sources)
    add_library(${target} STATIC ${sources})
    target_include_directories(${target} PUBLIC
      ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/include ${CMAKE_BINARY_DIR}/include)
    target_link_libraries(${target} PUBLIC ${arg_DEPENDS} PRIVATE ${arg_PRIVATE_DEPENDS})
    licit_precompile(${target})
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE
      ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/include ${CMAKE_BINARY_DIR}/include)
    target_link_libraries(${target} INTERFACE ${arg_DEPENDS})
  endif()
endfunction()
