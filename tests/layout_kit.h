/*
 * What tests of layout share: the smallest guide, changed where a test is about something, written
 * to $TMPDIR and read with the house's words, style and fonts and the pictures of
 * tests/golden/layout.
 */
#ifndef GP_TESTS_LAYOUT_KIT_H
#define GP_TESTS_LAYOUT_KIT_H

#include "app/stages.h"

#include <stdlib.h>
#include <string.h>

#define KIT_IMAGES "tests/golden/layout/images"

/* Parts of a guide as JSON; NULL: the usual ones. */
struct kit_parts {
	const char *title;
	const char *contents, *chapters, *back, *back_cover, *poster_title, *sidebar;
	const char *blocks; /* of the one section, when there are no chapters */
	const char *step_title, *step_line;
	unsigned n_steps, weeks; /* 0: 2 and 4 */
};

struct layout_kit {
	struct gp_options o;
	struct gp_task t;
	char path[200];
};

static inline void kit_facts(const struct kit_parts *p, const char *path)
{
	unsigned i, n = p->n_steps ? p->n_steps : 2;
	FILE *f = fopen(path, "w");

	fputs("{\"format\":1,\"id\":\"small\",\"routine\":{\"steps\":[", f);
	for (i = 1; i <= n; i++)
		fprintf(f,
			"%s{\"id\":\"step-%u\",\"times\":3,\"seconds\":30,\"legs\":\"each\","
			"\"show\":"
			"\"times\"}",
			i > 1 ? "," : "", i);
	fprintf(f,
		"],\"short\":[\"step-1\"],\"about_minutes\":%u},\"days\":[3,5],\"weeks\":%u,"
		"\"pressure\":{\"scale\":[0,10],\"target\":[4,6]},\"sources\":[{\"id\":\"first\","
		"\"authors\":\"Smith\",\"year\":2001,\"where\":\"Journal\"}]}",
		3 * n, p->weeks ? p->weeks : 4);
	fclose(f);
}

static inline const char *kit_or(const char *part, const char *usual)
{
	return part ? part : usual;
}

static inline void kit_steps(const struct kit_parts *p, FILE *f)
{
	unsigned i, n = p->n_steps ? p->n_steps : 2;

	fputs("\"routine\":{\"title\":\"Routine\",\"steps\":[", f);
	for (i = 1; i <= n; i++)
		fprintf(f,
			"%s{\"id\":\"step-%u\",\"title\":\"%s\",\"text\":\"Do "
			"it.\",\"line\":\"%s\","
			"\"image\":\"step\",\"wide\":\"wide\",\"alt\":\"A step.\"}",
			i > 1 ? "," : "", i, kit_or(p->step_title, "Step"),
			kit_or(p->step_line, "Do it slowly."));
	fputs("]},", f);
}

static inline void kit_guide(const struct kit_parts *p, const char *path)
{
	FILE *f = fopen(path, "w");

	fprintf(f,
		"{\"format\":1,\"id\":\"small\",\"language\":\"en\",\"facts\":\"facts.json\","
		"\"side\":"
		"\"right\",\"meta\":{\"title\":\"%s\",\"short\":\"Small\",\"subtitle\":\"For "
		"tests\","
		"\"author\":\"A. Writer\",\"date\":\"2026-11\",\"edition\":\"1\"},\"cover\":{"
		"\"eyebrow\":\"Home\",\"lead\":\"Lead.\",\"image\":\"cover\",\"alt\":\"An arm.\"},"
		"\"front\":[{\"id\":\"safety\",\"title\":\"Safety\",\"start\":\"left\",\"blocks\":["
		"{"
		"\"type\":\"stop\",\"title\":\"Stop\",\"blocks\":[{\"type\":\"text\",\"text\":"
		"\"Fever.\"}]}]}],",
		kit_or(p->title, "A guide"));
	if (p->contents)
		fprintf(f, "\"contents\":%s,", p->contents);
	if (p->chapters)
		fprintf(f, "\"chapters\":[%s],", p->chapters);
	else
		fprintf(f,
			"\"chapters\":[{\"id\":\"one\",\"title\":\"One\",\"sections\":[{\"id\":"
			"\"what\","
			"\"title\":\"What\",\"blocks\":[%s]}]}],",
			kit_or(p->blocks, "{\"type\":\"text\",\"text\":\"Words.\"}"));
	fprintf(f, "\"back\":[%s],",
		kit_or(p->back, "{\"id\":\"back\",\"title\":\"Back\",\"blocks\":[{\"type\":"
				"\"sources\"}]}"));
	if (p->back_cover)
		fprintf(f, "\"back_cover\":%s,", p->back_cover);
	kit_steps(p, f);
	fprintf(f,
		"\"poster\":{\"title\":\"%s\",\"subtitle\":\"At "
		"home\",\"dose\":\"{total}\",\"sidebar\":["
		"%s],\"note\":\"No advice.\",\"credit\":\"A. Writer\"}}",
		kit_or(p->poster_title, "A poster"),
		kit_or(p->sidebar,
			"{\"type\":\"stop\",\"title\":\"Stop if\",\"items\":[\"fever\"]}"));
	fclose(f);
}

/* Write the guide and read it; k->o may be set before.  False: it says why on stderr. */
static inline bool kit_read(struct layout_kit *k, const struct kit_parts *p)
{
	const char *dir = getenv("TMPDIR");
	char facts[220];

	snprintf(k->path, sizeof k->path, "%s/guide.json", dir ? dir : "/tmp");
	snprintf(facts, sizeof facts, "%s/facts.json", dir ? dir : "/tmp");
	kit_guide(p, k->path);
	kit_facts(p, facts);
	k->o.guide = k->path;
	k->o.images = KIT_IMAGES;
	k->o.fonts = "fonts";
	k->o.style = "content/house/style.json";
	k->o.words = "content/house/words.en.json";
	k->t = (struct gp_task){.o = &k->o, .arena = gp_arena_new(), .diag = gp_diag_new()};
	k->t.fonts = gp_fonts_new(k->t.diag);
	if (gp_stage_read(&k->t))
		return true;
	gp_diag_print(k->t.diag, stderr);
	return false;
}

/* A job whose document is begun, for tests of single parts; a failure to read it stops the test. */
static inline struct gp_job *kit_job(struct layout_kit *k, const struct kit_parts *p)
{
	struct gp_job *job = &k->t.job;

	if (!kit_read(k, p))
		abort();
	job->doc = gp_doc_new(job->arena);
	job->last = NULL;
	return job;
}

static inline void kit_close(struct layout_kit *k)
{
	gp_light_table_clear(&k->t.gallery.table);
	gp_fonts_free(k->t.fonts);
	gp_diag_free(k->t.diag);
	gp_arena_free(k->t.arena);
	k->t = (struct gp_task){.o = &k->o};
}

/* How often a message was given, and all that was said, which is forgotten then. */
static inline const char *kit_said(struct layout_kit *k)
{
	char *buf = NULL, *copy;
	size_t len = 0;
	FILE *out = open_memstream(&buf, &len);

	gp_diag_print(k->t.diag, out);
	fclose(out);
	copy = gp_arena_str(k->t.arena, buf);
	free(buf);
	return copy;
}

/* The part of a run's text that the glyphs of one operation stand for. */
static inline const char *kit_words(const struct gp_op_glyphs *g, size_t *len)
{
	size_t from = g->text_len, to = 0, i;

	for (i = 0; i < g->n; i++) {
		from = g->g[i].from < from ? g->g[i].from : from;
		to = g->g[i].from + g->g[i].len > to ? g->g[i].from + g->g[i].len : to;
	}
	*len = to > from ? to - from : 0;
	return g->text + (to > from ? from : 0);
}

#endif
