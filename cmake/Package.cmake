# SPDX-License-Identifier: MIT
# The Debian package: `./dev package` builds it with CPack from the release build. SQLCipher is linked in, so it installs on
# a plain Debian 12. Included last, after everything is to be installed.

set(documents ${CMAKE_INSTALL_DATADIR}/doc/palpate)
install(FILES installer/palpate.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES installer/palpatectl.bash-completion DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
  RENAME palpatectl)
install(FILES installer/debian/copyright DESTINATION ${documents})

# What Debian wants compressed is compressed when it is installed, without name or time, so that it comes out the same.
find_program(GZIP gzip REQUIRED)
function(palpate_install_compressed source folder name)
  set(made ${PROJECT_BINARY_DIR}/installer/${name}.gz)
  add_custom_command(OUTPUT ${made}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/installer
    COMMAND sh -c "\"${GZIP}\" -9nc '${PROJECT_SOURCE_DIR}/${source}' > '${made}'"
    DEPENDS ${PROJECT_SOURCE_DIR}/${source} VERBATIM)
  set_property(GLOBAL APPEND PROPERTY PALPATE_COMPRESSED ${made})
  install(FILES ${made} DESTINATION ${folder})
endfunction()
palpate_install_compressed(installer/palpate.1 ${CMAKE_INSTALL_MANDIR}/man1 palpate.1)
palpate_install_compressed(installer/palpatectl.1 ${CMAKE_INSTALL_MANDIR}/man1 palpatectl.1)
palpate_install_compressed(installer/debian/changelog ${documents} changelog)
get_property(compressed GLOBAL PROPERTY PALPATE_COMPRESSED)
add_custom_target(palpate_compressed ALL DEPENDS ${compressed})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME palpate)
set(CPACK_PACKAGE_VENDOR "The Palpate authors")
set(CPACK_PACKAGE_CONTACT "The Palpate authors <palpate@localhost>")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/package)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# The faces of the window and of the printed pages, GTK's reader of SVG icons, the time zones.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-inter, fonts-noto-core, fonts-dejavu-core, librsvg2-common, tzdata")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-cjk")
# CPack puts the one above the other, and a blank or a point at the beginning of each line.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "trigger-point charting for manual therapists")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Palpate is the record of physiotherapists, chiropractors and massage
therapists: trigger points and pain on a layered body map, what was done
about them session by session, and what became of each. It compares any
two visits, and prints progress reports, letters and handouts as PDF.

Everything stays on the computer: encrypted, signed, without a network.
It supports a trained practitioner and makes no diagnosis.")
include(CPack)
