/*
 * What a fuzz target defines.  `make fuzz` links it with libFuzzer, `make check-fast` with
 * replay.c, which feeds it the files of tests/fuzz/corpus/NAME/ once (NAME as in fuzz_NAME.c).
 * A dictionary for libFuzzer may stand in tests/fuzz/dict/NAME.
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Always 0; whatever the bytes, no crash, no leak, no endless loop. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
