/*
 * How hard the words of a guide are to read, chapter by chapter.
 *
 * The grade is that of Flesch and Kincaid (1975): 0.39 words a sentence + 11.8 syllables a word -
 * 15.59, about the school year in which a text is understood.  It is meant for English; guides in
 * other languages get their counts but no grade.
 *
 * Running text alone is graded: leads, paragraphs, lists, callouts, steps, cards.  Every string
 * ends a sentence, and so do . ! ? : followed by a space.  Words of the glossary are anatomy that
 * the guide explains: they count as words of a sentence, but their syllables do not.
 *
 * Syllables are groups of vowels (a e i o u y), less a silent e at the end ("make", not "table"),
 * a silent -es or -ed ("moves", "rolled"; not "presses", "rested"), at least one; so it is right
 * for about nine words of ten, and misses both ways ("being" 1, "people" 2).
 */
#ifndef GP_PROOF_PROSE_H
#define GP_PROOF_PROSE_H

#include "model/guide.h"

struct gp_prose {
	size_t words;     /* all words of the part, tables and captions too */
	size_t prose;     /* words of running text */
	size_t sentences; /* of running text */
	size_t terms;     /* words of running text that are in the glossary */
	size_t syllables; /* of the others */
	bool has_grade;   /* English, and enough text to say something: 100 words */
	int grade;        /* tenths of a school year */
};

struct gp_prose_part {
	struct gp_rich title; /* n == 0: everything outside the chapters */
	struct gp_prose prose;
};

/* One entry a chapter, then one for front and back matter, then one for all together. */
struct gp_prose_part *gp_prose(const struct gp_guide *guide, struct gp_arena *a, size_t *n);

/* Syllables of an English word in small or capital letters. */
unsigned gp_syllables(const char *word, size_t len);

#endif
