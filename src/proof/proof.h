/*
 * Proofs: what finished pages must keep, judged on the display lists that will be printed.
 *
 * Nothing may lie outside the sheet or in the margin a home printer leaves white; words may not lie
 * on words or on the pictures of other blocks; text must stand out from what is under it; pictures
 * need enough pixels for the size they are printed at.  What fails is an error that names the page
 * and the place in the guide.
 */
#ifndef GP_PROOF_PROOF_H
#define GP_PROOF_PROOF_H

#include "draw/list.h"
#include "image/picture.h"
#include "text/font.h"

#include <stdio.h>

struct gp_proof {
	const struct gp_doc *doc;
	const struct gp_fonts *fonts;
	struct gp_picture *const *pictures;
	gp_len safe;             /* margin that must stay white; 0: none */
	gp_len over;             /* ink may reach this far over the edge (bleed) */
	unsigned least_dpi;      /* fewer is an error */
	unsigned small_contrast; /* hundredths: 700 is 7:1 */
	unsigned large_contrast; /* from large_size on */
	gp_len large_size;
};

/* The rules of the house: 5 mm, 200 dpi, 7:1, and 4.5:1 from 18 pt on. */
struct gp_proof gp_proof_usual(
	const struct gp_doc *doc, const struct gp_fonts *fonts, struct gp_picture *const *pictures);

/* Check every page; reports what fails. */
void gp_proof_check(const struct gp_proof *p, struct gp_diag *d);

/* A picture as it is printed. */
struct gp_proof_picture {
	const struct gp_picture *picture;
	gp_len width, height; /* of what is seen of it */
	unsigned dpi;
};

/* What a page measures. */
struct gp_proof_page {
	gp_len smallest_text;             /* type size; 0: no words */
	gp_len smallest_cap, smallest_ex; /* height of its capitals, of its small letters */
	unsigned lowest_contrast;         /* hundredths */
	unsigned lowest_dpi;              /* 0: no picture */
	unsigned darkness; /* mean over the page, in thousandths of solid black; see ink.c */
	gp_len white;      /* narrowest margin without ink */
	uint64_t fonts;    /* bit i: font i is used; bit 63 also all after it */
	size_t runs;
	struct gp_proof_picture *pictures; /* in `keep` */
	size_t n_pictures, cap_pictures;
};

struct gp_proof_page gp_proof_measure(
	const struct gp_proof *p, const struct gp_page *page, struct gp_arena *keep);

/* Contrast of two colours by WCAG 2.1, in hundredths: 100 to 2100. */
unsigned gp_contrast(struct gp_colour_rgb a, struct gp_colour_rgb b);

#endif
