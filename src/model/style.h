/*
 * The style record: every length, type size and colour of the house, read from style.json and
 * already scaled and mapped for the edition that is being made.  Layout keeps to itself only small
 * distances inside one drawing, and the calibration sheet.
 */
#ifndef GP_MODEL_STYLE_H
#define GP_MODEL_STYLE_H

#include "base/len.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum gp_colour {
#define GP_COLOUR(name, key) GP_##name,
#include "model/style.def"
	GP_N_COLOURS
};

enum gp_face {
#define GP_FACE(name, key) GP_FACE_##name,
#include "model/style.def"
	GP_N_FACES
};

enum gp_role {
#define GP_ROLE(name, key) GP_ROLE_##name,
#include "model/style.def"
	GP_N_ROLES
};

struct gp_colour_def {
	uint8_t rgb[3];  /* what this edition prints: grey already mapped */
	uint8_t cmyk[4]; /* percent */
	uint8_t grey;    /* luminance 0 to 255 */
	bool fill_drops; /* ink-saver: areas of this colour become paper (frames take over) */
};

struct gp_type {
	enum gp_face face;
	gp_len size, lead;
	int track; /* 1/1000 em */
	enum gp_colour colour;
};

struct gp_page_style {
	const char *name; /* "a5" */
	unsigned lines;   /* baselines in the frame */
#define GP_PAGE_LEN(name) gp_len name;
#include "model/style.def"
};

struct gp_block_style {
#define GP_BLOCK_LEN(name) gp_len name;
#include "model/style.def"
};

struct gp_poster_style {
#define GP_POSTER_LEN(name) gp_len name;
#include "model/style.def"
};

struct gp_press_style {
#define GP_PRESS_LEN(name) gp_len name;
#include "model/style.def"
};

struct gp_edition {
	const char *name;      /* NULL: the plain edition */
	bool notes_inline;     /* margin notes follow their block instead of standing beside it */
	unsigned card_columns; /* step cards side by side: 2, or 1 */
	bool grey, ink_saver;
	unsigned picture_alpha; /* percent */
	unsigned label_growth;  /* of labels in relation to the page, in thousandths; 1000: none */
	bool justified;
	unsigned hyphen_left, hyphen_right; /* least letters; 0: no hyphenation in this language */
	const char *hyphen_file;            /* pattern file, NULL: none */
};

struct gp_paper {
	const char *name;     /* "a4" */
	gp_len width, height; /* upright */
};

struct gp_style {
	struct gp_colour_def colour[GP_N_COLOURS];
	const char *face[GP_N_FACES]; /* file names, looked up in the font folder */
	struct gp_type type[GP_N_ROLES];
	struct gp_page_style page; /* the booklet page of this run */
	struct gp_block_style block;
	struct gp_poster_style poster; /* of the A3 master, never scaled by the edition */
	struct gp_press_style press;   /* never scaled */
	struct gp_edition edition;
	const struct gp_paper *papers; /* sheets and poster sizes by name */
	size_t n_papers;
};

/* A sheet or poster size by name ("a4", "letter", "24x36"), or NULL. */
const struct gp_paper *gp_style_paper(const struct gp_style *s, const char *name);

#endif
