# SPDX-License-Identifier: MIT
# Every third-party library, once, as an INTERFACE target with SYSTEM includes.
# A room names the target in HIDES; nothing else may include the library's headers.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(OpenSSL REQUIRED)

function(palpate_foreign name)
  cmake_parse_arguments(F "" "" "INCLUDES;LIBRARIES;OPTIONS" ${ARGN})
  add_library(foreign_${name} INTERFACE)
  target_include_directories(foreign_${name} SYSTEM INTERFACE ${F_INCLUDES})
  target_link_libraries(foreign_${name} INTERFACE ${F_LIBRARIES})
  target_link_options(foreign_${name} INTERFACE ${F_OPTIONS})
endfunction()

# SQLiteCpp and SQLCipher. The CMake target SQLiteCpp drags plain libsqlite3 in and would write a readable
# database without any error, so the archives are linked themselves, SQLCipher last.
find_library(SQLITECPP_ARCHIVE NAMES libSQLiteCpp.a REQUIRED)
find_library(SQLCIPHER_ARCHIVE NAMES libsqlcipher.a REQUIRED)
find_path(SQLCIPHER_INCLUDE NAMES sqlite3.h PATHS /usr/include/sqlcipher NO_DEFAULT_PATH REQUIRED)
file(STRINGS ${SQLCIPHER_INCLUDE}/sqlite3.h SQLCIPHER_SQLITE_VERSION REGEX "^#define SQLITE_VERSION_NUMBER ")
string(REGEX REPLACE "[^0-9]*([0-9]+).*" "\\1" SQLCIPHER_SQLITE_VERSION "${SQLCIPHER_SQLITE_VERSION}")
if(SQLCIPHER_SQLITE_VERSION LESS 3046000)
  message(FATAL_ERROR "SQLCipher 4.6 or newer is needed (on Debian 12 from bookworm-backports); "
                      "the one found is built on SQLite ${SQLCIPHER_SQLITE_VERSION}.")
endif()
palpate_foreign(SQLiteCpp
  INCLUDES ${SQLCIPHER_INCLUDE}
  LIBRARIES ${SQLITECPP_ARCHIVE} ${SQLCIPHER_ARCHIVE} OpenSSL::Crypto Threads::Threads ${CMAKE_DL_LIBS} m z
  OPTIONS "LINKER:--exclude-libs,libsqlcipher.a:libSQLiteCpp.a")

pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
palpate_foreign(sodium LIBRARIES PkgConfig::SODIUM)

find_package(nlohmann_json 3.11 REQUIRED)
palpate_foreign(json LIBRARIES nlohmann_json::nlohmann_json)

pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)
palpate_foreign(pcre2 LIBRARIES PkgConfig::PCRE2)

pkg_check_modules(POLYCLIPPING REQUIRED IMPORTED_TARGET polyclipping)
palpate_foreign(polyclipping LIBRARIES PkgConfig::POLYCLIPPING)

find_path(HPDF_INCLUDE hpdf.h REQUIRED)
find_library(HPDF_LIBRARY hpdf REQUIRED)
palpate_foreign(haru INCLUDES ${HPDF_INCLUDE} LIBRARIES ${HPDF_LIBRARY})

pkg_check_modules(HARFBUZZ REQUIRED IMPORTED_TARGET harfbuzz harfbuzz-subset)
palpate_foreign(harfbuzz LIBRARIES PkgConfig::HARFBUZZ)
pkg_check_modules(FRIBIDI REQUIRED IMPORTED_TARGET fribidi)
palpate_foreign(fribidi LIBRARIES PkgConfig::FRIBIDI)
pkg_check_modules(THAI REQUIRED IMPORTED_TARGET libthai)
palpate_foreign(thai LIBRARIES PkgConfig::THAI)
pkg_check_modules(PNG REQUIRED IMPORTED_TARGET libpng)
palpate_foreign(png LIBRARIES PkgConfig::PNG)
pkg_check_modules(JPEG REQUIRED IMPORTED_TARGET libjpeg)
palpate_foreign(jpeg LIBRARIES PkgConfig::JPEG)

# The second factor: its codes, and its secret as a picture; how good a password is.
pkg_check_modules(OATH REQUIRED IMPORTED_TARGET liboath)
palpate_foreign(oath LIBRARIES PkgConfig::OATH)
pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
palpate_foreign(qrencode LIBRARIES PkgConfig::QRENCODE)
find_path(ZXCVBN_INCLUDE zxcvbn.h REQUIRED)
find_library(ZXCVBN_LIBRARY zxcvbn REQUIRED)
palpate_foreign(zxcvbn INCLUDES ${ZXCVBN_INCLUDE} LIBRARIES ${ZXCVBN_LIBRARY})

# Encrypts the PDFs that leave the clinic.
pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf)
palpate_foreign(qpdf LIBRARIES PkgConfig::QPDF)
target_compile_definitions(foreign_qpdf INTERFACE POINTERHOLDER_TRANSITION=4) # std::shared_ptr only

pkg_check_modules(CMARK REQUIRED IMPORTED_TARGET libcmark-gfm)
find_library(CMARK_EXTENSIONS cmark-gfm-extensions REQUIRED)
palpate_foreign(cmark LIBRARIES ${CMARK_EXTENSIONS} PkgConfig::CMARK)

find_path(MUSTACHE_INCLUDE kainjow/mustache.hpp REQUIRED)
palpate_foreign(mustache INCLUDES ${MUSTACHE_INCLUDE})

find_path(DATE_INCLUDE date/tz.h REQUIRED)
find_library(DATE_TZ_LIBRARY date-tz REQUIRED)
palpate_foreign(date INCLUDES ${DATE_INCLUDE} LIBRARIES ${DATE_TZ_LIBRARY})

find_package(CLI11 REQUIRED)
palpate_foreign(CLI11 LIBRARIES CLI11::CLI11)

find_package(wxWidgets 3.2 REQUIRED COMPONENTS core base)
palpate_foreign(wx INCLUDES ${wxWidgets_INCLUDE_DIRS} LIBRARIES ${wxWidgets_LIBRARIES} ${CMAKE_DL_LIBS})
target_compile_definitions(foreign_wx INTERFACE ${wxWidgets_DEFINITIONS})
target_compile_options(foreign_wx INTERFACE ${wxWidgets_CXX_FLAGS})

if(PALPATE_TESTS)
  find_package(Catch2 3.7 REQUIRED)
endif()
