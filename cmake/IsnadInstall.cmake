# install and export: find_package(isnad) gives isnad::isnad and isnad_LEXICON, the path of the compiled lexicon.
include(CMakePackageConfigHelpers)
set(isnad_config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/isnad)
set(isnad_data_dir ${CMAKE_INSTALL_DATADIR}/isnad)

install(TARGETS isnad EXPORT isnadTargets)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/isnad DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
install(FILES ${ISNAD_LEXICON_IMAGE} DESTINATION ${isnad_data_dir})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/lexicon DESTINATION ${isnad_data_dir} FILES_MATCHING PATTERN "*.tsv" PATTERN "README.md")
if(TARGET isnad-cli)
  install(TARGETS isnad-cli)
endif()

install(EXPORT isnadTargets NAMESPACE isnad:: DESTINATION ${isnad_config_dir})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/isnadConfig.cmake.in ${PROJECT_BINARY_DIR}/isnadConfig.cmake
  INSTALL_DESTINATION ${isnad_config_dir} PATH_VARS isnad_data_dir)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/isnadConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/isnadConfig.cmake ${PROJECT_BINARY_DIR}/isnadConfigVersion.cmake ${CMAKE_CURRENT_LIST_DIR}/FindxxHash.cmake
  DESTINATION ${isnad_config_dir})

foreach(pair docs/man/isnad.1:${CMAKE_INSTALL_MANDIR}/man1 completions/isnad.bash:${CMAKE_INSTALL_DATADIR}/bash-completion/completions
             completions/isnad.zsh:${CMAKE_INSTALL_DATADIR}/zsh/site-functions completions/isnad.fish:${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
  string(REPLACE ":" ";" pair ${pair})
  list(GET pair 0 file)
  list(GET pair 1 folder)
  if(EXISTS ${PROJECT_SOURCE_DIR}/${file})
    # bash and zsh look for the command's own name.
    get_filename_component(name ${file} NAME)
    string(REGEX REPLACE "^isnad\\.bash$" "isnad" name ${name})
    string(REGEX REPLACE "^isnad\\.zsh$" "_isnad" name ${name})
    install(FILES ${PROJECT_SOURCE_DIR}/${file} DESTINATION ${folder} RENAME ${name})
  endif()
endforeach()
