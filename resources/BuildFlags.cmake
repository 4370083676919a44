# Compiler flags of the whole project, kept on one INTERFACE target that every library links.
add_library(demarche_flags INTERFACE)
target_compile_definitions(demarche_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
  QT_STRICT_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  DEMARCHE_VERSION="${PROJECT_VERSION}")
target_compile_options(demarche_flags INTERFACE -Wall -Wextra -Wpedantic -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual -Wcast-align -Wunused $<IF:$<CXX_COMPILER_ID:GNU>,-Wshadow=local,-Wshadow>)
# Clang meets what libstdc++ 12 has deprecated inside its own stable_sort; GCC, whose library it is, watches for the rest.
target_compile_options(demarche_flags INTERFACE $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
if(DEMARCHE_WERROR)
  target_compile_options(demarche_flags INTERFACE -Werror)
endif()
if(DEMARCHE_SANITIZE)
  target_compile_options(demarche_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(demarche_flags INTERFACE -fsanitize=address,undefined)
endif()
target_include_directories(demarche_flags INTERFACE ${PROJECT_SOURCE_DIR})

find_program(MOLD mold)
if(MOLD)
  target_link_options(demarche_flags INTERFACE -fuse-ld=mold)
endif()
find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# Precompiles what nearly every file of a library includes; off, each file must still compile by its own includes.
function(demarche_precompile target)
  if(DEMARCHE_PCH)
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()
