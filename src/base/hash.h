/*
 * One hash for tables and fingerprints: FNV-1a, 64 bits (Fowler, Noll, Vo 1991).
 *
 * The same bytes give the same number on every machine.  It is no protection against somebody who
 * wants two texts to collide: tables compare what they find.
 */
#ifndef GP_BASE_HASH_H
#define GP_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define GP_HASH_START UINT64_C(0xcbf29ce484222325)

/* The hash with one more figure of up to 64 bits taken in at once. */
static inline uint64_t gp_hash_word(uint64_t hash, uint64_t word)
{
	return (hash ^ word) * UINT64_C(0x100000001b3);
}

/* The hash with `len` more bytes. */
static inline uint64_t gp_hash_bytes(uint64_t hash, const void *bytes, size_t len)
{
	const uint8_t *b = (const uint8_t *)bytes;
	size_t i;

	for (i = 0; i < len; i++)
		hash = gp_hash_word(hash, b[i]);
	return hash;
}

/* The low bits, which choose a slot of a table, stirred with the high ones. */
static inline size_t gp_hash_slot(uint64_t hash)
{
	return (size_t)(hash ^ hash >> 32);
}

#endif
