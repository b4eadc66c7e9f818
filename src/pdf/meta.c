/*
 * Metadata twice, in Info and in XMP, with the same values (ISO 19005-2, 6.6.3), the marks of
 * PDF/UA-1 and PDF/A-2a, and the schema that explains the first to a PDF/A reader (6.6.2.3.3).
 * CMYK files are no PDF/A: the tokens' CMYK belongs to no profile.
 */
#include "pdf/meta.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { PROFILE_MAX = 4 * 1024 * 1024, PROFILE_HEAD = 128 };

#define PRODUCER "guidepress " GP_VERSION

/* --- dates ------------------------------------------------------------------------------------ */

static int64_t digits(const char *s, size_t n)
{
	int64_t v = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		v = v * 10 + s[i] - '0';
	}
	return v;
}

/* Two digits after a separator, or `missing` when the text ends before. */
static int64_t part(const char **s, char separator, int64_t missing)
{
	int64_t v;

	if (**s != separator)
		return missing;
	v = digits(*s + 1, 2);
	*s += v < 0 ? 0 : 3;
	return v < 0 ? missing : v;
}

static const char *format_date(const int64_t v[6], struct gp_arena *a)
{
	return gp_arena_printf(a, "%04d-%02d-%02dT%02d:%02d:%02dZ", (int)v[0], (int)v[1], (int)v[2],
		(int)v[3], (int)v[4], (int)v[5]);
}

/* Days since 1970 to year, month, day: by cycles of 400 years that begin in March. */
static void civil(int64_t days, int64_t v[6])
{
	int64_t z = days + 719468, era = z / 146097, doe = z % 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;

	v[2] = doy - (153 * mp + 2) / 5 + 1;
	v[1] = mp < 10 ? mp + 3 : mp - 9;
	v[0] = yoe + era * 400 + (v[1] <= 2);
}

static const char *epoch_date(const char *epoch, struct gp_arena *a)
{
	size_t len = strlen(epoch);
	int64_t v[6], t = len > 0 && len <= 11 ? digits(epoch, len) : -1;

	if (t < 0)
		return NULL;
	civil(t / 86400, v);
	v[3] = t / 3600 % 24;
	v[4] = t / 60 % 60;
	v[5] = t % 60;
	return format_date(v, a);
}

const char *gp_meta_date(const char *date, const char *epoch, struct gp_arena *a)
{
	int64_t v[6] = {0, 1, 1, 0, 0, 0};

	if (!date || strlen(date) < 4 || digits(date, 4) < 0)
		return epoch ? epoch_date(epoch, a) : NULL;
	v[0] = digits(date, 4);
	date += 4;
	v[1] = part(&date, '-', 1);
	v[2] = part(&date, '-', 1);
	v[3] = part(&date, 'T', 0);
	v[4] = part(&date, ':', 0);
	v[5] = part(&date, ':', 0);
	return format_date(v, a);
}

/* "2026-11-01T00:00:00Z" to "D:20261101000000Z" */
static char *pdf_date(const char *date, struct gp_arena *a)
{
	char *s = gp_arena_printf(a, "D:%s", date), *to = s + 2;
	const char *from;

	for (from = date; *from; from++) {
		if (*from != '-' && *from != ':' && *from != 'T')
			*to++ = *from;
	}
	*to = '\0';
	return s;
}

/* --- XMP -------------------------------------------------------------------------------------- */

static void xml(struct gp_buf *b, const char *s)
{
	for (; *s; s++) {
		if (*s == '&')
			gp_buf_str(b, "&amp;");
		else if (*s == '<')
			gp_buf_str(b, "&lt;");
		else if (*s == '>')
			gp_buf_str(b, "&gt;");
		else
			gp_buf_char(b, *s);
	}
}

/* before + value + after, unless there is no value */
static void element(struct gp_buf *b, const char *before, const char *value, const char *after)
{
	if (!value)
		return;
	gp_buf_str(b, before);
	xml(b, value);
	gp_buf_str(b, after);
}

static const char packet_head[] =
	"<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
	"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
	"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
	" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
	" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
	" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
	"<dc:format>application/pdf</dc:format>\n"
	"<pdfuaid:part>1</pdfuaid:part>\n";

static const char archive_mark[] =
	"<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n";

/* PDF/A wants every schema it does not know explained. */
static const char schema[] =
	"<rdf:Description rdf:about=\"\""
	" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
	" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
	" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
	"<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
	"<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\n"
	"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
	"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
	"<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
	"<pdfaProperty:name>part</pdfaProperty:name>\n"
	"<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
	"<pdfaProperty:category>internal</pdfaProperty:category>\n"
	"<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed"
	"</pdfaProperty:description>\n"
	"</rdf:li></rdf:Seq></pdfaSchema:property>\n"
	"</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
	"</rdf:Description>\n";

static void packet(struct gp_pdf_job *job, struct gp_buf *b, const char *date)
{
	const struct gp_doc *doc = job->doc;

	gp_buf_str(b, packet_head);
	if (!job->options->cmyk)
		gp_buf_str(b, archive_mark);
	element(b, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", doc->title,
		"</rdf:li></rdf:Alt></dc:title>\n");
	element(b, "<dc:creator><rdf:Seq><rdf:li>", doc->author,
		"</rdf:li></rdf:Seq></dc:creator>\n");
	element(b, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", doc->subject,
		"</rdf:li></rdf:Alt></dc:description>\n");
	element(b, "<dc:language><rdf:Bag><rdf:li>", doc->language,
		"</rdf:li></rdf:Bag></dc:language>\n");
	element(b, "<xmp:CreatorTool>", PRODUCER, "</xmp:CreatorTool>\n");
	element(b, "<xmp:CreateDate>", date, "</xmp:CreateDate>\n");
	element(b, "<xmp:ModifyDate>", date, "</xmp:ModifyDate>\n");
	element(b, "<pdf:Producer>", gp_haru_version(), "</pdf:Producer>\n");
	/* printers ask for it; the archive's list of properties is not sure to have it */
	if (job->options->cmyk)
		gp_buf_str(b, "<pdf:Trapped>False</pdf:Trapped>\n");
	gp_buf_str(b, "</rdf:Description>\n");
	if (!job->options->cmyk)
		gp_buf_str(b, schema);
	gp_buf_str(b, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
}

static void write_packet(struct gp_pdf_job *job, const char *date)
{
	struct gp_buf b = {0};
	struct gp_dict *d;

	packet(job, &b, date);
	/* not compressed, so that archives can read it without a PDF library */
	d = gp_haru_stream(job->haru, gp_buf_take(&b, job->arena), false);
	gp_buf_done(&b);
	gp_dict_name(d, "Type", "Metadata");
	gp_dict_name(d, "Subtype", "XML");
	gp_dict_ref(gp_haru_catalog(job->haru), "Metadata", d);
}

static void write_info(struct gp_pdf_job *job, const char *date)
{
	struct gp_dict *info = gp_haru_info(job->haru);
	const struct gp_doc *doc = job->doc;

	gp_dict_text(info, "Title", doc->title);
	if (doc->author)
		gp_dict_text(info, "Author", doc->author);
	if (doc->subject)
		gp_dict_text(info, "Subject", doc->subject);
	gp_dict_text(info, "Creator", PRODUCER);
	gp_dict_text(info, "Producer", gp_haru_version());
	if (job->options->cmyk)
		gp_dict_name(info, "Trapped", "False");
	if (date) {
		gp_dict_text(info, "CreationDate", pdf_date(date, job->arena));
		gp_dict_text(info, "ModDate", pdf_date(date, job->arena));
	}
}

/* --- output intent ---------------------------------------------------------------------------- */

/* An output intent: what kind of profile it takes, and what it says. */
struct intent {
	const char *device, *colours; /* four letters of the profile's header */
	const char *not_device, *not_colours;
	const char *subtype, *identifier, *info;
	int32_t n; /* colour components */
	enum gp_msg message;
};

static const struct intent screen = {"mntr", "RGB ", "it does not describe a display",
	"its colours are not RGB", "GTS_PDFA1", "sRGB", "sRGB IEC61966-2.1", 3, GP_MSG_PDF_PROFILE};

/* ISO 15930: a condition that no registry knows is "Custom"; `info` is then the profile's name. */
static const struct intent press = {"prtr", "CMYK", "it does not describe a printing machine",
	"its colours are not CMYK", "GTS_PDFX", "Custom", NULL, 4, GP_MSG_PDF_PRESS_PROFILE};

/* What is wrong with a profile, or NULL; ISO 15076-1, 7.2 has the offsets. */
static const char *profile_fault(struct gp_bytes p, const struct intent *kind)
{
	size_t size;

	if (p.len < PROFILE_HEAD || memcmp(p.data + 36, "acsp", 4) != 0)
		return "it is no ICC profile";
	size = (size_t)p.data[0] << 24 | (size_t)p.data[1] << 16 | (size_t)p.data[2] << 8 |
	       p.data[3];
	if (size != p.len)
		return "it is not complete";
	if (p.data[8] != 2 && p.data[8] != 4)
		return "it is neither version 2 nor version 4";
	if (memcmp(p.data + 12, kind->device, 4) != 0)
		return kind->not_device;
	return memcmp(p.data + 16, kind->colours, 4) == 0 ? NULL : kind->not_colours;
}

static const char *name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static bool output_intent(struct gp_pdf_job *job, const struct intent *kind)
{
	const char *path = job->options->icc, *fault;
	struct gp_dict *intent, *stream;
	struct gp_bytes profile;

	if (!gp_file_read(path, PROFILE_MAX, GP_NOWHERE, job->arena, job->diag, &profile))
		return false;
	fault = profile_fault(profile, kind);
	if (fault) {
		gp_report(job->diag, kind->message, GP_NOWHERE, path, fault);
		return false;
	}
	intent = gp_haru_dict(job->haru);
	stream = gp_haru_stream(job->haru, profile, true);
	gp_dict_int(stream, "N", kind->n);
	gp_dict_name(intent, "Type", "OutputIntent");
	gp_dict_name(intent, "S", kind->subtype);
	gp_dict_text(intent, "OutputConditionIdentifier", kind->identifier);
	gp_dict_text(intent, "Info", kind->info ? kind->info : name_of(path));
	gp_dict_ref(intent, "DestOutputProfile", stream);
	gp_array_ref(gp_dict_array(gp_haru_catalog(job->haru), "OutputIntents"), intent);
	return true;
}

/* --- viewer ----------------------------------------------------------------------------------- */

static void viewer(struct gp_pdf_job *job)
{
	static const char *const duplex[] = {[GP_DUPLEX_SHORT_EDGE] = "DuplexFlipShortEdge",
		[GP_DUPLEX_LONG_EDGE] = "DuplexFlipLongEdge"};
	struct gp_dict *catalog = gp_haru_catalog(job->haru);
	struct gp_dict *d = gp_dict_dict(catalog, "ViewerPreferences");

	gp_dict_bool(d, "DisplayDocTitle", true);
	gp_dict_name(d, "PrintScaling", "None"); /* sizes on paper are promised */
	if (job->options->duplex != GP_DUPLEX_NONE)
		gp_dict_name(d, "Duplex", duplex[job->options->duplex]);
	if (job->options->pick_tray)
		gp_dict_bool(d, "PickTrayByPDFSize", true);
	if (job->options->two_up_view)
		gp_dict_name(catalog, "PageLayout", "TwoPageRight");
}

bool gp_meta_write(struct gp_pdf_job *job)
{
	const char *date = gp_meta_date(job->doc->date, getenv("SOURCE_DATE_EPOCH"), job->arena);

	assert(job->doc->title && job->doc->language);
	gp_dict_text(gp_haru_catalog(job->haru), "Lang", job->doc->language);
	viewer(job);
	write_packet(job, date);
	write_info(job, date);
	if (job->options->cmyk)
		return !job->options->icc || output_intent(job, &press);
	return output_intent(job, &screen);
}
