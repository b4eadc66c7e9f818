/*
 * Image dictionaries (ISO 32000-1, 8.9.5).  Data that the image stage passes through keeps its own
 * compression: libharu would drop a Filter it did not apply, so Filter and DecodeParms go in raw.
 */
#include "pdf/images.h"

static const char *space_name(enum gp_space s)
{
	if (s == GP_SPACE_CMYK)
		return "DeviceCMYK";
	return s == GP_SPACE_GREY ? "DeviceGray" : "DeviceRGB";
}

static void colour_space(struct gp_pdf_job *job, struct gp_dict *d, const struct gp_samples *s)
{
	const uint8_t *bytes = s->inks ? s->inks : s->palette;
	size_t i, n = (size_t)s->n_palette * (s->inks ? 4 : 3);
	struct gp_buf b = {0};

	if (s->space != GP_SPACE_INDEXED) {
		gp_dict_name(d, "ColorSpace", space_name(s->space));
		return;
	}
	gp_buf_str(&b, s->inks ? "[/Indexed /DeviceCMYK " : "[/Indexed /DeviceRGB ");
	gp_buf_int(&b, (int64_t)s->n_palette - 1);
	gp_buf_str(&b, " <");
	for (i = 0; i < n; i++)
		gp_buf_hex8(&b, bytes[i]);
	gp_buf_str(&b, ">]");
	gp_dict_raw(d, "ColorSpace", gp_buf_take_str(&b, job->arena));
	gp_buf_done(&b);
}

static void filter(
	struct gp_pdf_job *job, struct gp_dict *d, const struct gp_samples *s, uint32_t columns)
{
	if (s->coding == GP_CODING_JPEG)
		gp_dict_raw(d, "Filter", "/DCTDecode");
	if (s->coding != GP_CODING_FLATE_PNG)
		return;
	gp_dict_raw(d, "Filter", "/FlateDecode");
	gp_dict_raw(d, "DecodeParms",
		gp_arena_printf(job->arena,
			"<</Predictor 15 /Colors %d /BitsPerComponent %u /Columns %lu>>",
			s->space == GP_SPACE_RGB ? 3 : 1, s->bits, (unsigned long)columns));
}

static struct gp_dict *image(
	struct gp_pdf_job *job, const struct gp_samples *s, uint32_t width, uint32_t height)
{
	struct gp_dict *d = gp_haru_stream(job->haru, s->data, s->coding == GP_CODING_RAW);

	gp_dict_name(d, "Type", "XObject");
	gp_dict_name(d, "Subtype", "Image");
	gp_dict_int(d, "Width", (int32_t)width);
	gp_dict_int(d, "Height", (int32_t)height);
	gp_dict_int(d, "BitsPerComponent", (int32_t)s->bits);
	colour_space(job, d, s);
	filter(job, d, s, width);
	return d;
}

struct gp_dict *gp_images_dict(struct gp_pdf_job *job, unsigned number)
{
	const struct gp_picture *p = job->pictures[number];
	struct gp_dict *d;

	while (job->n_images <= number)
		*GP_PUSH(job->arena, job->images, job->n_images, job->cap_images) = NULL;
	if (job->images[number])
		return job->images[number];
	d = image(job, &p->colour, p->width, p->height);
	if (p->has_mask)
		gp_dict_ref(d, "SMask", image(job, &p->mask, p->mask_width, p->mask_height));
	job->images[number] = d;
	return d;
}
