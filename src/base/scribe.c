/*
 * JSON out (RFC 8259): UTF-8 goes through as it is, control characters are escaped.
 */
#include "base/scribe.h"

#include <inttypes.h>

enum { INDENT = 2 };

static void break_line(const struct gp_scribe *o)
{
	fprintf(o->out, "\n%*s", (int)(o->depth * INDENT), "");
}

static void start_line(struct gp_scribe *o)
{
	if (o->filled)
		fputc(',', o->out);
	if (o->depth)
		break_line(o);
	o->filled = true;
}

static void put_string(struct gp_scribe *o, const char *s)
{
	fputc('"', o->out);
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			fputc('\\', o->out);
		if ((unsigned char)*s < 0x20)
			fprintf(o->out, "\\u%04x", (unsigned)(unsigned char)*s);
		else
			fputc(*s, o->out);
	}
	fputc('"', o->out);
}

void gp_scribe_name(struct gp_scribe *o, const char *name)
{
	start_line(o);
	if (!name)
		return;
	put_string(o, name);
	fputs(": ", o->out);
}

void gp_scribe_open(struct gp_scribe *o, const char *name, char bracket)
{
	gp_scribe_name(o, name);
	fputc(bracket, o->out);
	o->depth++;
	o->filled = false;
}

void gp_scribe_close(struct gp_scribe *o, char bracket)
{
	o->depth--;
	if (o->filled)
		break_line(o);
	fputc(bracket, o->out);
	o->filled = true;
}

void gp_scribe_string(struct gp_scribe *o, const char *name, const char *value)
{
	gp_scribe_name(o, name);
	if (value)
		put_string(o, value);
	else
		fputs("null", o->out);
}

void gp_scribe_int(struct gp_scribe *o, const char *name, int64_t value)
{
	gp_scribe_name(o, name);
	fprintf(o->out, "%" PRId64, value);
}

void gp_scribe_bool(struct gp_scribe *o, const char *name, bool value)
{
	gp_scribe_name(o, name);
	fputs(value ? "true" : "false", o->out);
}

void gp_scribe_strings(struct gp_scribe *o, const char *name, const char *const *values, size_t n)
{
	size_t i;

	gp_scribe_name(o, name);
	fputc('[', o->out);
	for (i = 0; i < n; i++) {
		fputs(i ? ", " : "", o->out);
		put_string(o, values[i]);
	}
	fputc(']', o->out);
}

void gp_scribe_decimal(struct gp_scribe *o, const char *name, int64_t value, int64_t parts)
{
	int digits = parts == 10 ? 1 : parts == 100 ? 2 : 3;
	int64_t v = value < 0 ? -value : value;

	gp_scribe_name(o, name);
	fprintf(o->out, "%s%" PRId64 ".%0*" PRId64, value < 0 ? "-" : "", v / parts, digits,
		v % parts);
}
