# Installs the build to a folder of its own, then builds and runs an outside project that only knows find_package(isnad).
# The build folder is installed as it stands: what ctest runs on is built.
function(step)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE out ERROR_VARIABLE out)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ARGN}\n${out}")
  endif()
endfunction()

file(REMOVE_RECURSE ${WORK})
step(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix)
step(${CMAKE_COMMAND} -S ${SOURCE} -B ${WORK}/build -G Ninja -DCMAKE_PREFIX_PATH=${WORK}/prefix -DCMAKE_CXX_COMPILER=${COMPILER})
step(${CMAKE_COMMAND} --build ${WORK}/build)
step(${WORK}/build/outside)
# The installed program finds the installed lexicon by itself.
file(WRITE ${WORK}/report.txt "\n")
step(${WORK}/prefix/bin/isnad read ${WORK}/report.txt)
