#!/bin/sh
# A file cannot be opened, read, written, synced, closed, renamed: a message, status 3, the old file.
set -u
. tests/faults/kit.sh
status=0
trials files 1 booklet --depfile="$work/booklet.d" || status=1
if [ "${FAULT_BOUND:-1}" -eq 0 ]; then
	trials files 0 poster || status=1
fi
exit $status
