# What every target of isnad is compiled with.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES AND PROJECT_IS_TOP_LEVEL)
  set(CMAKE_BUILD_TYPE Release)
endif()

find_program(ISNAD_CCACHE ccache)
if(ISNAD_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER AND PROJECT_IS_TOP_LEVEL)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${ISNAD_CCACHE})
endif()

# isnad_settings(TARGET): the language, the warnings, the sanitizers.
function(isnad_settings target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  if(ISNAD_WERROR)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Werror -Wno-missing-field-initializers)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")  # GCC 12's own std::stable_sort uses what it calls deprecated
      target_compile_options(${target} PRIVATE -Wno-deprecated-declarations)
    else()
      target_compile_options(${target} PRIVATE -Wno-error=format-truncation)
    endif()
  endif()
  if(ISNAD_SANITIZE)
    target_compile_options(${target} PUBLIC -fsanitize=${ISNAD_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(${target} PUBLIC -fsanitize=${ISNAD_SANITIZE})
  endif()
endfunction()
