# SPDX-License-Identifier: MIT
# Warnings, sanitizers, ccache: everything a target of ours is compiled with.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # pch_defines and time_macros let ccache hit although a precompiled header is in use.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE_PROGRAM})
endif()

add_library(palpate_compiler INTERFACE)
target_compile_options(palpate_compiler INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast
  -Wno-missing-field-initializers # a designated initialiser leaves the rest at its defaults on purpose
  $<$<BOOL:${PALPATE_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_compile_options(palpate_compiler INTERFACE
    -Wno-sign-conversion # which GCC leaves out of -Wconversion
    "SHELL:-Xclang -fno-pch-timestamp") # needed for ccache to see through a precompiled header
  add_link_options(-fuse-ld=lld)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Needed for ccache to see through a precompiled header.
  target_compile_options(palpate_compiler INTERFACE -fpch-preprocess)
  # Optimised, GCC 12 and later take inlined std::string and std::vector moves for accesses out of bounds (reported
  # with names of the standard library only). The unoptimised and the sanitizer builds keep these warnings.
  target_compile_options(palpate_compiler INTERFACE
    "$<$<NOT:$<CONFIG:Debug>>:-Wno-array-bounds;-Wno-restrict;-Wno-stringop-overflow;-Wno-stringop-overread>"
    "$<$<NOT:$<CONFIG:Debug>>:-Wno-maybe-uninitialized>")
endif()
if(PALPATE_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
