/*
 * The wall around libharu.  Its low-level objects are used (they are exported and in its installed
 * headers), never its fonts, text operators or picture loaders.
 *
 * - Streams read straight from our bytes through a callback reader, and the file goes to our buffer
 *   through a callback writer: its own memory streams copy byte by byte.
 * - Streams are compressed by libdeflate before libharu gets them: zlib inside libharu needs twice
 *   the time and gives back its memory after every stream.
 * - Memory comes from gp_mem_alloc, which never fails.  Its memory pool is not used: it hands out
 *   unaligned blocks.
 * - Low-level functions set an error without calling the handler, so every return value is looked
 *   at here and the first bad one kept.
 */
#include "pdf/haru.h"

#include "pdf/buf.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>
#include <hpdf_utils.h>
#include <libdeflate.h>

#include <string.h>

enum {
	ID_BYTES = 16,
	NUMBER_MASK = 0x00ffffff,
	SMALL_FILE = 16 * 1024,
	ENTRY = 60 /* bytes of an entry or an object, about */,
	LEVEL = 1,  /* of libdeflate: higher ones save 0.2 % of a booklet and take twice as long */
	SMALL = 256 /* bytes under which deflate gains less than its start costs */
};

struct gp_haru {
	HPDF_Doc pdf;
	struct gp_arena *arena;
	struct libdeflate_compressor *press; /* NULL until a stream needs it */
	struct gp_buf packed;                /* the last stream compressed */
	HPDF_STATUS error, detail;
	uint8_t *out; /* the file while it is written, in the arena */
	size_t n, cap;
	size_t guess; /* its size, rather too large */
};

struct raw { /* a raw entry of a dictionary */
	struct raw *next;
	const char *key, *pdf;
};

struct source { /* what a stream reads from */
	struct gp_bytes bytes;
	size_t at;
};

static void *take_mem(HPDF_UINT size)
{
	return gp_mem_alloc(size);
}

static void on_error(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
	struct gp_haru *h = user;

	if (h->error == HPDF_OK) {
		h->error = error;
		h->detail = detail;
	}
}

static void check(struct gp_haru *h, HPDF_STATUS status)
{
	if (status != HPDF_OK)
		on_error(status, h->pdf->error.detail_no, h);
}

/* The writer a dictionary or array belongs to; libharu carries it in the error record. */
static struct gp_haru *owner(const HPDF_Error_Rec *error)
{
	return error->user_data;
}

static HPDF_Dict dict_of(struct gp_dict *d)
{
	return (HPDF_Dict)(void *)d;
}

static HPDF_Array array_of(struct gp_array *a)
{
	return (HPDF_Array)(void *)a;
}

struct gp_haru *gp_haru_new(struct gp_arena *a)
{
	struct gp_haru *h = GP_NEW(a, struct gp_haru);

	h->arena = a;
	h->pdf = HPDF_NewEx(on_error, take_mem, gp_mem_free, 0, h);
	h->pdf->pdf_version = HPDF_VER_17;
	/* Count is written by us; libharu would take our pages for its own. */
	h->pdf->root_pages->before_write_fn = NULL;
	HPDF_Dict_RemoveElement(h->pdf->info, "Producer");
	return h;
}

void gp_haru_free(struct gp_haru *h)
{
	if (!h)
		return;
	libdeflate_free_compressor(h->press);
	gp_buf_done(&h->packed);
	HPDF_Free(h->pdf);
}

struct gp_dict *gp_haru_catalog(struct gp_haru *h)
{
	return (struct gp_dict *)(void *)h->pdf->catalog;
}

struct gp_dict *gp_haru_info(struct gp_haru *h)
{
	return (struct gp_dict *)(void *)h->pdf->info;
}

struct gp_dict *gp_haru_pages(struct gp_haru *h)
{
	return (struct gp_dict *)(void *)h->pdf->root_pages;
}

struct gp_dict *gp_haru_dict(struct gp_haru *h)
{
	HPDF_Dict d = HPDF_Dict_New(h->pdf->mmgr);

	h->guess += ENTRY;
	check(h, HPDF_Xref_Add(h->pdf->xref, d));
	return (struct gp_dict *)(void *)d;
}

struct gp_array *gp_haru_array(struct gp_haru *h)
{
	HPDF_Array a = HPDF_Array_New(h->pdf->mmgr);

	check(h, HPDF_Xref_Add(h->pdf->xref, a));
	return (struct gp_array *)(void *)a;
}

/* --- streams -------------------------------------------------------------------------------- */

static HPDF_STATUS source_read(HPDF_Stream stream, HPDF_BYTE *p, HPDF_UINT *size)
{
	struct source *s = stream->attr;
	size_t left = s->bytes.len - s->at, n = *size < left ? *size : left;

	if (n)
		memcpy(p, s->bytes.data + s->at, n);
	s->at += n;
	if (n == *size)
		return HPDF_OK;
	*size = (HPDF_UINT)n;
	return HPDF_STREAM_EOF;
}

static HPDF_STATUS source_seek(HPDF_Stream stream, HPDF_INT pos, HPDF_WhenceMode mode)
{
	struct source *s = stream->attr;

	(void)mode; /* only "from the start" is ever asked for */
	s->at = (size_t)pos;
	return HPDF_OK;
}

static HPDF_INT32 source_tell(HPDF_Stream stream)
{
	const struct source *s = stream->attr;

	return (HPDF_INT32)s->at;
}

static HPDF_UINT32 source_size(HPDF_Stream stream)
{
	const struct source *s = stream->attr;

	return (HPDF_UINT32)s->bytes.len;
}

/* The bytes as a zlib stream in the arena; false when that gains nothing. */
static bool compress(struct gp_haru *h, struct gp_bytes bytes, struct gp_bytes *out)
{
	size_t most, n;
	uint8_t *copy;

	if (bytes.len < SMALL)
		return false;
	if (!h->press)
		h->press = libdeflate_alloc_compressor(LEVEL);
	if (!h->press)
		gp_mem_fail();
	most = libdeflate_zlib_compress_bound(h->press, bytes.len);
	gp_buf_room(&h->packed, most);
	n = libdeflate_zlib_compress(h->press, bytes.data, bytes.len, h->packed.s, most);
	if (n == 0 || n >= bytes.len)
		return false;
	copy = gp_arena_raw(h->arena, n);
	*out = (struct gp_bytes){memcpy(copy, h->packed.s, n), n};
	return true;
}

struct gp_dict *gp_haru_stream(struct gp_haru *h, struct gp_bytes bytes, bool deflate)
{
	HPDF_Dict d = HPDF_DictStream_New(h->pdf->mmgr, h->pdf->xref);
	struct source *s = GP_NEW(h->arena, struct source);

	if (bytes.len > INT32_MAX)
		on_error(HPDF_INVALID_STREAM, 0, h);
	else if (deflate && compress(h, bytes, &bytes))
		gp_dict_raw((struct gp_dict *)(void *)d, "Filter", "/FlateDecode");
	h->guess += bytes.len + 2 * ENTRY;
	s->bytes = bytes;
	HPDF_Stream_Free(d->stream);
	d->stream = HPDF_CallbackReader_New(
		h->pdf->mmgr, source_read, source_seek, source_tell, source_size, s);
	d->filter = HPDF_STREAM_FILTER_NONE;
	return (struct gp_dict *)(void *)d;
}

/* --- entries -------------------------------------------------------------------------------- */

unsigned gp_dict_number(const struct gp_dict *d)
{
	const HPDF_Dict_Rec *rec = (const void *)d;

	return rec->header.obj_id & NUMBER_MASK;
}

unsigned gp_array_number(const struct gp_array *a)
{
	const HPDF_Array_Rec *rec = (const void *)a;

	return rec->header.obj_id & NUMBER_MASK;
}

static void put(struct gp_dict *d, const char *key, void *object)
{
	HPDF_Dict dict = dict_of(d);

	owner(dict->error)->guess += ENTRY;
	check(owner(dict->error), HPDF_Dict_Add(dict, key, object));
}

void gp_dict_name(struct gp_dict *d, const char *key, const char *name)
{
	put(d, key, HPDF_Name_New(dict_of(d)->mmgr, name));
}

void gp_dict_int(struct gp_dict *d, const char *key, int32_t n)
{
	put(d, key, HPDF_Number_New(dict_of(d)->mmgr, n));
}

void gp_dict_bool(struct gp_dict *d, const char *key, bool yes)
{
	put(d, key, HPDF_Boolean_New(dict_of(d)->mmgr, yes));
}

void gp_dict_text(struct gp_dict *d, const char *key, const char *utf8)
{
	struct gp_haru *h = owner(dict_of(d)->error);
	struct gp_buf b = {0};

	gp_buf_text(&b, utf8);
	/* without brackets; two digits make a byte */
	if ((b.n - 2) / (b.s[0] == '<' ? 2 : 1) > GP_PDF_MAX_TEXT)
		on_error(HPDF_STRING_OUT_OF_RANGE, 0, h);
	gp_dict_raw(d, key, gp_buf_take_str(&b, h->arena));
	gp_buf_done(&b);
}

void gp_dict_ref(struct gp_dict *d, const char *key, struct gp_dict *to)
{
	put(d, key, to);
}

void gp_dict_ref_array(struct gp_dict *d, const char *key, struct gp_array *to)
{
	put(d, key, to);
}

struct gp_dict *gp_dict_dict(struct gp_dict *d, const char *key)
{
	HPDF_Dict sub = HPDF_Dict_New(dict_of(d)->mmgr);

	put(d, key, sub);
	return (struct gp_dict *)(void *)sub;
}

struct gp_array *gp_dict_array(struct gp_dict *d, const char *key)
{
	HPDF_Array sub = HPDF_Array_New(dict_of(d)->mmgr);

	put(d, key, sub);
	return (struct gp_array *)(void *)sub;
}

/* libharu calls this after its own entries, before the closing brackets. */
static HPDF_STATUS write_raw(HPDF_Dict d, HPDF_Stream out)
{
	const struct raw *r;
	HPDF_STATUS status = HPDF_OK;

	for (r = d->attr; r && status == HPDF_OK; r = r->next) {
		if (r->key) {
			status = HPDF_Stream_WriteEscapeName(out, r->key);
			if (status == HPDF_OK)
				status = HPDF_Stream_WriteChar(out, ' ');
		}
		if (status == HPDF_OK)
			status = HPDF_Stream_WriteStr(out, r->pdf);
		if (status == HPDF_OK)
			status = HPDF_Stream_WriteChar(out, '\n');
	}
	return status;
}

void gp_dict_raw(struct gp_dict *d, const char *key, const char *pdf)
{
	HPDF_Dict dict = dict_of(d);
	struct gp_haru *h = owner(dict->error);
	struct raw *r = GP_NEW(h->arena, struct raw), *last = dict->attr;

	h->guess += strlen(pdf) + ENTRY;
	r->key = key;
	r->pdf = pdf;
	dict->write_fn = write_raw;
	while (last && last->next)
		last = last->next;
	if (last)
		last->next = r;
	else
		dict->attr = r;
}

void gp_array_ref(struct gp_array *a, struct gp_dict *to)
{
	HPDF_Array array = array_of(a);

	check(owner(array->error), HPDF_Array_Add(array, to));
}

void gp_array_int(struct gp_array *a, int32_t n)
{
	HPDF_Array array = array_of(a);

	check(owner(array->error), HPDF_Array_AddNumber(array, n));
}

/* --- saving --------------------------------------------------------------------------------- */

static HPDF_STATUS sink_write(HPDF_Stream stream, const HPDF_BYTE *p, HPDF_UINT size)
{
	struct gp_haru *h = stream->attr;

	if (h->cap - h->n < size)
		h->out = gp_arena_grow(h->arena, h->out, &h->cap, h->n + size, 1);
	memcpy(h->out + h->n, p, size);
	h->n += size;
	return HPDF_OK;
}

static uint64_t mix(uint64_t h, uint64_t word)
{
	h = (h ^ word) * 0x9e3779b97f4a7c15u; /* golden ratio, odd: every input bit moves up */
	return h ^ h >> 29;
}

/* Eight bytes, the first one lowest: one load where the machine counts that way. */
static uint64_t word_at(const uint8_t *p)
{
	return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24 |
	       (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48 |
	       (uint64_t)p[7] << 56;
}

/* Two lanes over eight bytes at a time: an identifier, not a seal. */
static void hash128(const uint8_t *p, size_t n, uint8_t id[ID_BYTES])
{
	uint64_t a = 0x243f6a8885a308d3u ^ n, b = 0x13198a2e03707344u;
	uint8_t tail[8] = {0};
	size_t i, k;

	for (i = 0; i + 8 <= n; i += 8) {
		a = mix(a, word_at(p + i));
		b = mix(b ^ a, word_at(p + i));
	}
	memcpy(tail, p + i, n - i);
	b = mix(b ^ a, word_at(tail));
	for (k = 0; k < 8; k++) {
		id[k] = (uint8_t)(a >> 8 * k);
		id[k + 8] = (uint8_t)(b >> 8 * k);
	}
}

/* The trailer got two identifiers of zeros; find them from the end and put the hash in. */
static void stamp(struct gp_haru *h)
{
	static const char digits[] = "0123456789ABCDEF";
	char zeros[2 * ID_BYTES + 1];
	uint8_t id[ID_BYTES];
	size_t i, k, found = 0;

	memset(zeros, '0', sizeof zeros);
	hash128(h->out, h->n, id);
	for (i = h->n - 2 * ID_BYTES; i > 0 && found < 2; i--) {
		if (memcmp(h->out + i, zeros, 2 * ID_BYTES) != 0)
			continue;
		for (k = 0; k < 2 * ID_BYTES; k++)
			h->out[i + k] = (uint8_t)digits[id[k / 2] >> (k % 2 ? 0 : 4) & 15];
		found++;
	}
}

static void add_id(struct gp_haru *h)
{
	HPDF_BYTE zeros[ID_BYTES] = {0};
	HPDF_Array ids = HPDF_Array_New(h->pdf->mmgr);
	int i;

	for (i = 0; i < 2; i++)
		check(h, HPDF_Array_Add(ids, HPDF_Binary_New(h->pdf->mmgr, zeros, ID_BYTES)));
	check(h, HPDF_Dict_Add(h->pdf->trailer, "ID", ids));
}

bool gp_haru_save(struct gp_haru *h, struct gp_bytes *out)
{
	add_id(h);
	h->cap = h->guess + SMALL_FILE;
	h->out = gp_arena_raw(h->arena, h->cap);
	h->pdf->stream = HPDF_CallbackWriter_New(h->pdf->mmgr, sink_write, h);
	if (h->error == HPDF_OK)
		check(h, HPDF_SaveToStream(h->pdf));
	if (h->error != HPDF_OK)
		return false;
	stamp(h);
	out->data = h->out;
	out->len = h->n;
	return true;
}

unsigned long gp_haru_error(const struct gp_haru *h, unsigned long *detail)
{
	*detail = h->detail;
	return h->error;
}

const char *gp_haru_version(void)
{
	return "libharu " HPDF_VERSION_TEXT;
}
