/*
 * JPEG files taken apart: ITU-T T.81, annex B; JFIF; Adobe's APP14.
 *
 * What passes is copied without the segments that are not picture (EXIF with the place where it
 * was taken, thumbnails, editing notes, profiles, comments): nobody wants those in a PDF that is
 * handed round.  Bytes after EOI are left behind too; cameras append previews and films there.
 */
#include "image/jpeg.h"

#include <string.h>

enum {
	SOF0 = 0xc0,
	SOF1 = 0xc1,
	SOF2 = 0xc2,
	DHT = 0xc4,
	JPG = 0xc8,
	DAC = 0xcc,
	SOF15 = 0xcf,
	RST0 = 0xd0,
	RST7 = 0xd7,
	SOI = 0xd8,
	EOI = 0xd9,
	SOS = 0xda,
	DNL = 0xdc,
	APP0 = 0xe0,
	APP1 = 0xe1,
	APP14 = 0xee,
	APP15 = 0xef,
	COM = 0xfe,
	MAX_SCANS = 100 /* usual progressive files have 10 */
};

struct walk {
	const struct gp_intake *in;
	struct gp_jpeg *jpeg;
	const uint8_t *data;
	size_t len, at; /* where the walk is */
	size_t start;   /* of the present segment, for messages */
	uint8_t *out;
	size_t out_len;
	size_t entropy; /* bytes of entropy-coded data so far */
	unsigned n_scans;
	unsigned tables; /* Huffman tables seen: bit 4 * class + number */
	bool seen_frame, progressive;
};

static bool fault(const struct walk *w, enum gp_msg msg)
{
	gp_report(w->in->diag, msg, w->in->at, w->in->name, w->start);
	return false;
}

static void copy(struct walk *w, const uint8_t *from, size_t len)
{
	memcpy(w->out + w->out_len, from, len);
	w->out_len += len;
}

/* Sampling factors and tables of one component; the number must be new. */
static bool take_component(struct gp_jpeg *j, unsigned i, const uint8_t *p)
{
	unsigned k;

	j->id[i] = p[0];
	j->across[i] = p[1] >> 4;
	j->down[i] = p[1] & 15;
	for (k = 0; k < i; k++) {
		if (j->id[k] == p[0])
			return false;
	}
	return j->across[i] >= 1 && j->across[i] <= 4 && j->down[i] >= 1 && j->down[i] <= 4 &&
	       p[2] <= 3;
}

static bool take_frame(struct walk *w, const uint8_t *p, size_t len)
{
	const struct gp_intake *in = w->in;
	struct gp_jpeg *j = w->jpeg;
	unsigned i;

	if (w->seen_frame || len < 6 || len != 6 + 3 * (size_t)p[5])
		return fault(w, GP_MSG_JPEG_FRAME);
	w->seen_frame = true;
	if (p[0] != 8) {
		gp_report(in->diag, GP_MSG_JPEG_BITS, in->at, in->name, (unsigned)p[0]);
		return false;
	}
	j->height = gp_be16(p + 1);
	j->width = gp_be16(p + 3);
	j->n_components = p[5];
	if (p[5] != 1 && p[5] != 3 && p[5] != 4) {
		gp_report(in->diag, GP_MSG_JPEG_COLOURS, in->at, in->name, (unsigned)p[5]);
		return false;
	}
	for (i = 0; i < j->n_components; i++) {
		if (!take_component(j, i, p + 6 + 3 * (size_t)i))
			return fault(w, GP_MSG_JPEG_FRAME);
	}
	return gp_intake_size(in, j->width, j->height);
}

static bool is_component(const struct gp_jpeg *j, uint8_t id)
{
	return memchr(j->id, id, j->n_components) != NULL;
}

/* Note which tables a DHT segment defines; whether they make sense is left to libjpeg-turbo. */
static void take_tables(struct walk *w, const uint8_t *p, size_t len)
{
	size_t n, i;

	while (len >= 17 && p[0] >> 4 <= 1 && (p[0] & 15) <= 3) {
		w->tables |= 1u << (p[0] >> 2 | (p[0] & 3));
		for (i = 1, n = 17; i <= 16; i++)
			n += p[i];
		if (n > len)
			return;
		p += n;
		len -= n;
	}
}

/*
 * Every table the scan names is there.  libjpeg-turbo would fill in the usual ones, as for frames
 * of a film, but PDF readers need not.
 */
static bool has_tables(const struct walk *w, const uint8_t *p)
{
	const uint8_t *spectral = p + 1 + 2 * p[0];
	bool dc = !w->progressive || (spectral[0] == 0 && spectral[2] >> 4 == 0);
	bool ac = !w->progressive || spectral[0] > 0;
	unsigned i, need = 0;

	for (i = 0; i < p[0]; i++) {
		need |= dc ? 1u << (p[2 + 2 * i] >> 4) : 0;
		need |= ac ? 16u << (p[2 + 2 * i] & 15) : 0;
	}
	return (need & ~w->tables) == 0;
}

/* To the next marker that is not part of entropy-coded data. */
static bool skip_entropy(struct walk *w)
{
	const uint8_t *p = w->data + w->at, *end = w->data + w->len;

	for (;;) {
		p = memchr(p, 0xff, (size_t)(end - p));
		if (!p || end - p < 2)
			return fault(w, GP_MSG_JPEG_CUT);
		if (p[1] != 0 && p[1] != 0xff && (p[1] < RST0 || p[1] > RST7))
			break;
		p += p[1] == 0xff ? 1 : 2;
	}
	w->entropy += (size_t)(p - w->data) - w->at;
	copy(w, w->data + w->at, (size_t)(p - w->data) - w->at);
	w->at = (size_t)(p - w->data);
	return true;
}

static bool take_scan(struct walk *w, const uint8_t *p, size_t len)
{
	const struct gp_intake *in = w->in;
	unsigned i;

	if (!w->seen_frame || len < 1 || p[0] < 1 || p[0] > w->jpeg->n_components ||
		len != 4 + 2 * (size_t)p[0])
		return fault(w, GP_MSG_JPEG_SCAN);
	for (i = 0; i < p[0]; i++) {
		if (!is_component(w->jpeg, p[1 + 2 * i]))
			return fault(w, GP_MSG_JPEG_SCAN);
	}
	if (!has_tables(w, p))
		return fault(w, GP_MSG_JPEG_TABLE);
	if (++w->n_scans > MAX_SCANS) {
		gp_report(in->diag, GP_MSG_JPEG_SCANS, in->at, in->name, (unsigned)MAX_SCANS);
		return false;
	}
	return skip_entropy(w);
}

/* APP0, APP1 and APP14; true when the segment belongs to the picture and is to be kept. */
static bool take_note(struct walk *w, unsigned marker, const uint8_t *p, size_t len)
{
	struct gp_jpeg *j = w->jpeg;

	if (marker == APP1 && j->orientation == 1)
		j->orientation = gp_exif_orientation((struct gp_bytes){p, len});
	if (marker == APP0 && len >= 14 && memcmp(p, "JFIF", 5) == 0) {
		j->has_jfif = true;
		return true;
	}
	if (marker == APP14 && len >= 12 && memcmp(p, "Adobe", 5) == 0) {
		j->has_adobe = true;
		j->adobe_transform = p[11];
		return true;
	}
	return false;
}

static bool is_other_process(unsigned marker)
{
	return marker > SOF2 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
}

/* One marker segment with content; the walk stands behind it. */
static bool take_segment(struct walk *w, unsigned marker, size_t len)
{
	const uint8_t *p = w->data + w->at - len;

	if (marker >= APP0 && marker <= APP15) {
		if (take_note(w, marker, p, len))
			copy(w, p - 4, len + 4);
		return true;
	}
	if (marker == COM)
		return true;
	if (is_other_process(marker)) {
		gp_report(w->in->diag, GP_MSG_JPEG_PROCESS, w->in->at, w->in->name, marker - SOF0);
		return false;
	}
	if (marker == DNL)
		return fault(w, GP_MSG_JPEG_MARKER);
	copy(w, p - 4, len + 4);
	if (marker == DHT)
		take_tables(w, p, len);
	w->progressive |= marker == SOF2;
	if (marker <= SOF2)
		return take_frame(w, p, len);
	return marker == SOS ? take_scan(w, p, len) : true;
}

/* The next marker's number, fill bytes passed over. */
static bool next_marker(struct walk *w, unsigned *marker)
{
	w->start = w->at;
	if (w->at < w->len && w->data[w->at] != 0xff)
		return fault(w, GP_MSG_JPEG_MARKER);
	while (w->at < w->len && w->data[w->at] == 0xff)
		w->at++;
	if (w->at == w->len)
		return fault(w, GP_MSG_JPEG_CUT);
	*marker = w->data[w->at++];
	return true;
}

static bool walk(struct walk *w)
{
	unsigned marker;
	size_t len;

	for (;;) {
		if (!next_marker(w, &marker))
			return false;
		if (marker == EOI)
			return true;
		if (marker < SOF0 || (marker >= RST0 && marker <= SOI))
			return fault(w, GP_MSG_JPEG_MARKER);
		if (w->len - w->at < 2)
			return fault(w, GP_MSG_JPEG_CUT);
		len = gp_be16(w->data + w->at);
		if (len < 2)
			return fault(w, GP_MSG_JPEG_LENGTH);
		if (len > w->len - w->at)
			return fault(w, GP_MSG_JPEG_CUT);
		w->at += len;
		if (!take_segment(w, marker, len - 2))
			return false;
	}
}

/*
 * Blocks of 8 by 8 samples over all components.  Each takes at least one bit, so a picture that
 * claims more of them than its data has bits is refused before a decoder makes room for it.
 */
static uint64_t n_blocks(const struct gp_jpeg *j)
{
	unsigned across = 1, down = 1, i;
	uint64_t sum = 0;

	for (i = 0; i < j->n_components; i++) {
		across = j->across[i] > across ? j->across[i] : across;
		down = j->down[i] > down ? j->down[i] : down;
	}
	for (i = 0; i < j->n_components; i++)
		sum += ((uint64_t)j->width * j->across[i] / across + 7) / 8 *
		       (((uint64_t)j->height * j->down[i] / down + 7) / 8);
	return sum;
}

bool gp_jpeg_walk(const struct gp_intake *in, struct gp_bytes file, struct gp_jpeg *jpeg)
{
	static const uint8_t soi[2] = {0xff, SOI}, eoi[2] = {0xff, EOI};
	struct walk w = {.in = in, .jpeg = jpeg, .data = file.data, .len = file.len, .at = 2};

	*jpeg = (struct gp_jpeg){.orientation = 1};
	w.out = gp_arena_alloc(in->arena, file.len);
	copy(&w, soi, sizeof soi);
	if (!walk(&w))
		return false;
	copy(&w, eoi, sizeof eoi);
	if (w.n_scans == 0) {
		gp_report(in->diag, GP_MSG_JPEG_NO_PIXELS, in->at, in->name);
		return false;
	}
	if (n_blocks(jpeg) / 8 > w.entropy) {
		gp_report(in->diag, GP_MSG_JPEG_SHORT, in->at, in->name, jpeg->width, jpeg->height);
		return false;
	}
	jpeg->bytes = (struct gp_bytes){w.out, w.out_len};
	return true;
}

enum gp_jpeg_colour gp_jpeg_colour(const struct gp_jpeg *j)
{
	if (j->n_components == 1)
		return GP_JPEG_GREY;
	if (j->n_components == 4)
		return j->has_adobe && j->adobe_transform ? GP_JPEG_YCCK : GP_JPEG_CMYK;
	if (j->has_jfif)
		return GP_JPEG_YCC;
	if (j->has_adobe)
		return j->adobe_transform ? GP_JPEG_YCC : GP_JPEG_RGB;
	return memcmp(j->id, "RGB", 3) == 0 ? GP_JPEG_RGB : GP_JPEG_YCC;
}
