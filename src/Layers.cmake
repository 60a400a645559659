# SPDX-License-Identifier: MIT
# The arrows of the house as code: palpate_layer() makes a room's library, links what the room may use and
# writes the same facts to a table that the test `architecture` reads.
#
#   palpate_layer(storage USES domain HIDES SQLiteCpp sodium HEADERS Store.h SOURCES Store.cpp)
#
# USES    rooms whose headers this room may include
# HIDES   third-party libraries (foreign_NAME) that only this room's .cpp files may include
# HEADERS the room's contract; each must compile alone and include no third-party header
# APART   more of the contract, which few files include: not precompiled, so that a change compiles those alone
# PRIVATE_HEADERS  headers only this room's .cpp files include; these may name what the room hides
#
# With PALPATE_PCH_CONTRACTS a room's precompiled header holds, beside the standard library, the contracts it may include and
# the libraries it hides (decision 0019): what every file reads is read once.
set(PALPATE_PCH_HEADERS
  <algorithm> <array> <chrono> <cstdint> <filesystem> <functional> <map> <memory> <optional> <span> <stdexcept>
  <string> <string_view> <tuple> <unordered_map> <utility> <variant> <vector>)
set(PALPATE_PCH_json <nlohmann/json.hpp>)
set(PALPATE_PCH_CLI11 <CLI/CLI.hpp>)
set(PALPATE_PCH_SQLiteCpp <SQLiteCpp/SQLiteCpp.h>)
set(PALPATE_PCH_wx <wx/wx.h>)
set(PALPATE_LAYER_TABLE ${PROJECT_BINARY_DIR}/layers.txt)
file(WRITE ${PALPATE_LAYER_TABLE} "# room | may include | third-party libraries hidden in its .cpp files | its contract\n")

# palpate_precompile(target ROOM room HIDES libraries BEFORE headers): its precompiled header, as the options ask.
function(palpate_precompile target)
  if(NOT PALPATE_PCH)
    return()
  endif()
  cmake_parse_arguments(P "" "ROOM" "HIDES;BEFORE" ${ARGN})
  set(headers ${P_BEFORE} ${PALPATE_PCH_HEADERS})
  if(PALPATE_PCH_CONTRACTS)
    foreach(hidden IN LISTS P_HIDES)
      list(APPEND headers ${PALPATE_PCH_${hidden}})
    endforeach()
    get_property(contracts GLOBAL PROPERTY PALPATE_CONTRACTS_${P_ROOM})
    list(APPEND headers ${contracts})
  elseif("wx" IN_LIST P_HIDES)
    list(APPEND headers ${PALPATE_PCH_wx})
  endif()
  target_precompile_headers(${target} PRIVATE ${headers})
endfunction()

function(palpate_layer room)
  cmake_parse_arguments(L "" "" "USES;HIDES;HEADERS;APART;PRIVATE_HEADERS;SOURCES" ${ARGN})
  set(target palpate_${room})
  add_library(${target} STATIC ${L_SOURCES} ${L_PRIVATE_HEADERS})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src FILES ${L_HEADERS} ${L_APART})
  set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  target_link_libraries(${target} PRIVATE palpate_compiler)
  if(PALPATE_SANITIZE AND NOT room MATCHES "^(atlas|forms|reference|drawing|report)$")
    # Those compute, or read large texts, and stay optimised a little; the others wait for the disk or the screen: half the
    # time to compile, and nearly the same to run.
    target_compile_options(${target} PRIVATE -O0)
  endif()
  if(PALPATE_FUZZ AND room MATCHES "^(atlas|forms|reference|report|storage)$")
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link) # what libFuzzer steers by
  endif()
  foreach(used IN LISTS L_USES)
    target_link_libraries(${target} PUBLIC palpate_${used})
  endforeach()
  foreach(hidden IN LISTS L_HIDES)
    target_link_libraries(${target} PRIVATE foreign_${hidden})
  endforeach()
  set(contracts)
  foreach(used IN LISTS L_USES)
    get_property(theirs GLOBAL PROPERTY PALPATE_CONTRACTS_${used})
    list(APPEND contracts ${theirs})
  endforeach()
  list(TRANSFORM L_HEADERS PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/ OUTPUT_VARIABLE own)
  list(APPEND contracts ${own})
  list(REMOVE_DUPLICATES contracts)
  set_property(GLOBAL PROPERTY PALPATE_CONTRACTS_${room} "${contracts}")
  palpate_precompile(${target} ROOM ${room} HIDES ${L_HIDES})
  string(REPLACE ";" " " uses "${L_USES}")
  string(REPLACE ";" " " hides "${L_HIDES}")
  string(REPLACE ";" " " headers "${L_HEADERS};${L_APART}")
  file(APPEND ${PALPATE_LAYER_TABLE} "${room} | ${uses} | ${hides} | ${headers}\n")
endfunction()
