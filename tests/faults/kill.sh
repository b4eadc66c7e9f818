#!/bin/sh
# The program is killed: the old file or the new one, whole, and nothing beside it after the next run.
set -u
. tests/faults/kit.sh
trials kill 2 booklet
