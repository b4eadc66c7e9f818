#!/bin/sh
# Memory runs out at any moment, asked for by us or by a library: status 3, one message, the old file.
set -u
. tests/faults/kit.sh
status=0
trials alloc 8 booklet || status=1
trials alloc 4 poster || status=1
if [ "${FAULT_BOUND:-1}" -eq 0 ]; then
	FAULT_BOUND=500 trials alloc 0 booklet --sheet=a4 --edition=grey || status=1
	FAULT_BOUND=500 trials alloc 0 poster --size=a2 --tile=a4 --cmyk || status=1
fi
exit $status
