# The two build tools and what they make: morphology.bin out of hunspell-ar and lexicon/ar, then share/isnad/lexicon.isnad out of lexicon/.
set(ISNAD_LEXICON_IMAGE ${PROJECT_BINARY_DIR}/share/isnad/lexicon.isnad)
set(isnad_morphology ${PROJECT_BINARY_DIR}/morphology.bin)
file(GLOB_RECURSE isnad_lexicon_rows CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/lexicon/*.tsv)

add_executable(isnad-lexiconc ${PROJECT_SOURCE_DIR}/tools/lexiconc/main.cc)
target_link_libraries(isnad-lexiconc PRIVATE isnad)
isnad_settings(isnad-lexiconc)

file(GLOB morphc_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tools/morphc/*.cc)
list(FILTER morphc_sources EXCLUDE REGEX "_test\\.cc$")
if(NOT EXISTS ${ISNAD_HUNSPELL_AR}.dic OR NOT EXISTS ${ISNAD_HUNSPELL_AR}.aff)
  message(FATAL_ERROR "${ISNAD_HUNSPELL_AR}.dic is missing: apt-get install hunspell-ar, or set ISNAD_HUNSPELL_AR")
endif()
add_executable(isnad-morphc ${morphc_sources})
target_include_directories(isnad-morphc PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/tools)
target_link_libraries(isnad-morphc PRIVATE isnad ICU::uc xxHash::xxhash)
isnad_settings(isnad-morphc)
file(GLOB isnad_arabic_rows CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/lexicon/ar/*.tsv)
add_custom_command(
  OUTPUT ${isnad_morphology}
  COMMAND isnad-morphc ${isnad_morphology} ${ISNAD_HUNSPELL_AR}.aff ${ISNAD_HUNSPELL_AR}.dic ${PROJECT_SOURCE_DIR}/lexicon/ar
  DEPENDS isnad-morphc ${isnad_arabic_rows} ${ISNAD_HUNSPELL_AR}.aff ${ISNAD_HUNSPELL_AR}.dic
  COMMENT "Compiling the morphology" VERBATIM)

add_custom_command(
  OUTPUT ${ISNAD_LEXICON_IMAGE}
  COMMAND isnad-lexiconc ${ISNAD_LEXICON_IMAGE} --morphology ${isnad_morphology} ${PROJECT_SOURCE_DIR}/lexicon
  DEPENDS isnad-lexiconc ${isnad_lexicon_rows} ${isnad_morphology}
  COMMENT "Compiling the lexicon" VERBATIM)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/share/isnad)
add_custom_target(isnad-lexicon ALL DEPENDS ${ISNAD_LEXICON_IMAGE})
