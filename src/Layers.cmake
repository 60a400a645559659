# SPDX-License-Identifier: MIT
# The arrows of the house as code: palpate_layer() makes a room's library, links what the room may use and
# writes the same facts to a table that the test `architecture` reads.
#
#   palpate_layer(storage USES domain HIDES SQLiteCpp sodium HEADERS Store.h SOURCES Store.cpp)
#
# USES    rooms whose headers this room may include
# HIDES   third-party libraries (foreign_NAME) that only this room's .cpp files may include
# HEADERS the room's contract; each must compile alone and include no third-party header
# PRIVATE_HEADERS  headers only this room's .cpp files include; these may name what the room hides
set(PALPATE_PCH_HEADERS
  <algorithm> <array> <chrono> <cstdint> <filesystem> <functional> <map> <memory> <optional> <span> <stdexcept>
  <string> <string_view> <tuple> <unordered_map> <utility> <variant> <vector>)
set(PALPATE_LAYER_TABLE ${PROJECT_BINARY_DIR}/layers.txt)
file(WRITE ${PALPATE_LAYER_TABLE} "# room | may include | third-party libraries hidden in its .cpp files | its contract\n")

function(palpate_layer room)
  cmake_parse_arguments(L "" "" "USES;HIDES;HEADERS;PRIVATE_HEADERS;SOURCES" ${ARGN})
  set(target palpate_${room})
  add_library(${target} STATIC ${L_SOURCES} ${L_PRIVATE_HEADERS})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src FILES ${L_HEADERS})
  set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  target_link_libraries(${target} PRIVATE palpate_compiler)
  if(PALPATE_SANITIZE AND room MATCHES "^(storage|app|gui|cli)$")
    # They wait for the disk, the screen or the rooms below, which compute and stay optimised a little: half the time to
    # compile, and nearly the same to run.
    target_compile_options(${target} PRIVATE -O0)
  endif()
  foreach(used IN LISTS L_USES)
    target_link_libraries(${target} PUBLIC palpate_${used})
  endforeach()
  foreach(hidden IN LISTS L_HIDES)
    target_link_libraries(${target} PRIVATE foreign_${hidden})
  endforeach()
  if(PALPATE_PCH)
    set(pch ${PALPATE_PCH_HEADERS})
    if("wx" IN_LIST L_HIDES)
      list(APPEND pch <wx/wx.h>)
    endif()
    target_precompile_headers(${target} PRIVATE ${pch})
  endif()
  string(REPLACE ";" " " uses "${L_USES}")
  string(REPLACE ";" " " hides "${L_HIDES}")
  string(REPLACE ";" " " headers "${L_HEADERS}")
  file(APPEND ${PALPATE_LAYER_TABLE} "${room} | ${uses} | ${hides} | ${headers}\n")
endfunction()
