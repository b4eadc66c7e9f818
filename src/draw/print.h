/*
 * Fingerprints of pages: one number for what a page prints.
 *
 * Two pages with one fingerprint print alike.  Numbers that only say where something stands in the
 * document (tags, blocks, reading order, numbers of pictures and fonts) do not count, nor do links:
 * a word added on page 3 does not change the print of page 40.  The hash is that of base/hash.h.
 */
#ifndef GP_DRAW_PRINT_H
#define GP_DRAW_PRINT_H

#include "draw/list.h"

/* Fingerprints of the pictures and fonts of a document, by their numbers. */
struct gp_print_parts {
	const uint64_t *pictures, *fonts;
	size_t n_pictures, n_fonts;
};

uint64_t gp_page_print(const struct gp_page *p, const struct gp_print_parts *parts);

#endif
