/*
 * others typst|html|latex GUIDE.json IMAGES
 *
 * Print the words and pictures of a guide, in order, as plain input for another typesetter: A5,
 * the same typeface and size, headings, justified and hyphenated paragraphs, each picture at the
 * width of the text.  No tables, notes or boxes: less work than guidepress does, so the comparison
 * that tests/tools/bench.sh makes flatters the others.
 */
#include <cJSON.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct language {
	const char *name, *begin, *end;
	const char *heading[2], *paragraph[2], *image[2];
	const char *special; /* characters that need an escape */
	const char *escape[2];
	bool by_number; /* the escape holds the code, not the character */
};

static const struct language languages[] = {
	{"typst",
		"#set page(width: 148mm, height: 210mm, margin: 15mm, numbering: \"1\")\n"
		"#set text(font: \"Gentium Book Plus\", size: 10.5pt, lang: \"en\", hyphenate: "
		"true)\n"
		"#set par(justify: true)\n",
		"", {"= ", "\n\n"}, {"", "\n\n"}, {"#image(\"", ".png\", width: 100%)\n\n"},
		"\\#$*_`@<>~[]=-+/\"'", {"\\", ""}, false},
	{"html",
		"<!DOCTYPE html><html lang=en><meta charset=utf-8><style>@page{size:148mm 210mm;"
		"margin:15mm;@bottom-center{content:counter(page)}}body{font:10.5pt 'Gentium Book "
		"Plus';"
		"text-align:justify;hyphens:auto}img{width:100%}</style>\n",
		"</html>\n", {"<h2>", "</h2>\n"}, {"<p>", "</p>\n"},
		{"<img alt='' src='", ".png'>\n"}, "<>&", {"&#", ";"}, true},
	{"latex",
		"\\documentclass{article}\\usepackage[paperwidth=148mm,paperheight=210mm,margin="
		"15mm]{geometry}\n"
		"\\usepackage{graphicx,fontspec}\\setmainfont{Gentium Book "
		"Plus}\\begin{document}\n",
		"\\end{document}\n", {"\\section*{", "}\n"}, {"", "\n\n"},
		{"\\includegraphics[width=\\linewidth]{", ".png}\n\n"}, "#$%&_^~{}\\",
		{"\\char", "{}"}, true},
};

struct writer {
	const struct language *to;
	const char *images;
};

static void put_special(const struct language *to, char c)
{
	fputs(to->escape[0], stdout);
	if (to->by_number)
		printf("%d", c);
	else
		putchar(c);
	fputs(to->escape[1], stdout);
}

/* The text without what the guide's inline markup adds: stars, link targets, braces. */
static void put_text(const struct writer *w, const char *s)
{
	bool target = false;

	for (; *s; s++) {
		if (s[0] == ']' && (s[1] == '(' || s[1] == '{'))
			target = true;
		if (!target && !strchr("*[]{}", *s)) {
			if (strchr(w->to->special, *s))
				put_special(w->to, *s);
			else
				putchar(*s);
		}
		if (target && (*s == ')' || *s == '}'))
			target = false;
	}
}

static void put(const struct writer *w, const char *const around[2], const char *text)
{
	fputs(around[0], stdout);
	put_text(w, text);
	fputs(around[1], stdout);
}

static void put_image(const struct writer *w, const char *name)
{
	printf("%s%s/%s%s", w->to->image[0], w->images, name, w->to->image[1]);
}

static bool is_one_of(const char *word, const char *const *words)
{
	for (; *words; words++) {
		if (strcmp(word, *words) == 0)
			return true;
	}
	return false;
}

/* Strings named by one of these keys, or standing in a list, are read by people. */
static void walk(const struct writer *w, const cJSON *item)
{
	static const char *const headings[] = {"title", NULL};
	static const char *const texts[] = {"text", "lead", "caption", "head", "term", "eyebrow",
		"urgent", "subtitle", "figure", "right", "line", NULL};
	static const char *const silent[] = {
		"at", "place", "crop", "meta", "contents", "days", "left", NULL};
	const char *key = item->string;

	if (key && is_one_of(key, silent))
		return;
	if (cJSON_IsString(item)) {
		if (key && is_one_of(key, headings))
			put(w, w->to->heading, item->valuestring);
		else if (!key || is_one_of(key, texts))
			put(w, w->to->paragraph, item->valuestring);
		else if (strcmp(key, "image") == 0)
			put_image(w, item->valuestring);
	}
	for (const cJSON *child = item->child; child; child = child->next)
		walk(w, child);
}

static char *read_text(const char *path)
{
	FILE *f = fopen(path, "rb");
	char *text = NULL;
	size_t size = 0, more;

	if (!f)
		return NULL;
	do {
		char *larger = realloc(text, size + 65537);

		if (!larger)
			break;
		text = larger;
		more = fread(text + size, 1, 65536, f);
		size += more;
		text[size] = 0;
	} while (more > 0);
	fclose(f);
	return text;
}

int main(int argc, char **argv)
{
	struct writer w = {NULL, argc == 4 ? argv[3] : ""};
	char *text = argc == 4 ? read_text(argv[2]) : NULL;
	cJSON *guide = text ? cJSON_Parse(text) : NULL;

	for (size_t i = 0; guide && i < sizeof languages / sizeof languages[0]; i++) {
		if (strcmp(argv[1], languages[i].name) == 0)
			w.to = &languages[i];
	}
	if (w.to) {
		fputs(w.to->begin, stdout);
		walk(&w, guide);
		fputs(w.to->end, stdout);
	} else {
		fprintf(stderr, "usage: others typst|html|latex GUIDE.json IMAGES\n");
	}
	cJSON_Delete(guide);
	free(text);
	return w.to ? 0 : 2;
}
