# SPDX-License-Identifier: MIT
# What `cmake --install` puts where, and how an installed program finds it again: always relative to its own bin
# folder, so that the installed tree may be moved. Included after src, whose targets it names.

option(PALPATE_RUN_FROM_SOURCE "A program started in the build folder finds its data in the source tree" ON)

set(PALPATE_DATADIR ${CMAKE_INSTALL_DATADIR}/palpate)
cmake_path(RELATIVE_PATH PALPATE_DATADIR BASE_DIRECTORY ${CMAKE_INSTALL_BINDIR} OUTPUT_VARIABLE PALPATE_DATA_FROM_BIN)

if(TARGET palpate_app)
  set(PALPATE_SOURCE_DATA "")
  if(PALPATE_RUN_FROM_SOURCE)
    set(PALPATE_SOURCE_DATA ${PROJECT_SOURCE_DIR})
  endif()
  # On the one file that looks, so that another folder recompiles nothing else.
  set_source_files_properties(${PROJECT_SOURCE_DIR}/src/app/DataPaths.cpp DIRECTORY ${PROJECT_SOURCE_DIR}/src/app
    PROPERTIES COMPILE_DEFINITIONS
      "PALPATE_INSTALLED_DATA=\"${PALPATE_DATA_FROM_BIN}\";PALPATE_SOURCE_DATA=\"${PALPATE_SOURCE_DATA}\"")
endif()

foreach(program palpate palpatectl)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  endif()
endforeach()

# Data keeps its own licence beside it; LICENSE.md and ATTRIBUTION.txt lie in the atlas folder.
install(DIRECTORY src/atlas/data/ DESTINATION ${PALPATE_DATADIR}/atlas)
install(DIRECTORY src/reference/data/ DESTINATION ${PALPATE_DATADIR}/reference FILES_MATCHING PATTERN "*.json")
install(DIRECTORY templates/ DESTINATION ${PALPATE_DATADIR}/templates FILES_MATCHING PATTERN "*.md"
  PATTERN "README.md" EXCLUDE)
install(DIRECTORY forms/ DESTINATION ${PALPATE_DATADIR}/forms FILES_MATCHING PATTERN "*.json")

install(FILES LICENSE LICENSES/CC-BY-SA-4.0.txt README.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/palpate)
install(FILES src/atlas/data/LICENSE.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/palpate RENAME LICENSE-body-map.md)
install(FILES src/reference/data/LICENSE.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/palpate RENAME LICENSE-tables.md)
install(FILES docs/sources.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/palpate)
install(FILES installer/palpate.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES installer/palpate.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
