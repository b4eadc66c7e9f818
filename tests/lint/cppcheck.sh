#!/bin/sh
# cppcheck with its quick settings; the slow look is clang-tidy's, run by .ci/run.
set -u
. tests/tools/tap.sh
if ! command -v cppcheck >/dev/null; then
	tap_skip cppcheck 'no cppcheck'
	tap_end
fi
check() {
	cppcheck --quiet --std=c11 --language=c --error-exitcode=1 --inline-suppr \
		--enable=warning,portability --suppress=missingIncludeSystem --suppress=normalCheckLevelMaxBranches \
		-D__GNUC__ -D_POSIX_C_SOURCE=200809L -Isrc src 2>&1 | grep -v '^$'
	return 0
}
tap_silent 'cppcheck finds nothing in src' check
tap_end
