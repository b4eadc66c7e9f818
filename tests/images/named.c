/*
 * Prints what a guide asks of its pictures, one line each: "ID" for a picture, "ID ANCHOR" for a
 * place on it.  named GUIDE.json
 *
 * A mark or a label belongs to the nearest object around it that names an image.
 */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_file(const char *name)
{
	static char text[4 << 20];
	FILE *f = fopen(name, "rb");
	size_t n = f ? fread(text, 1, sizeof text - 1, f) : 0;

	if (!f || n == sizeof text - 1) {
		fprintf(stderr, "named: %s cannot be read\n", name);
		exit(1);
	}
	fclose(f);
	text[n] = 0;
	return text;
}

static const char *word(const cJSON *object, const char *key)
{
	const cJSON *v = cJSON_GetObjectItemCaseSensitive(object, key);

	return cJSON_IsString(v) ? v->valuestring : NULL;
}

static void walk(const cJSON *node, const char *image)
{
	const cJSON *child;

	if (cJSON_IsObject(node)) {
		const char *own = word(node, "image"), *wide = word(node, "wide"),
			   *at = word(node, "at");

		if (own)
			printf("%s\n", image = own);
		if (wide)
			printf("%s\n", wide);
		if (at && image)
			printf("%s %s\n", image, at);
	}
	cJSON_ArrayForEach(child, node) walk(child, image);
}

int main(int argc, char **argv)
{
	cJSON *guide;

	if (argc != 2) {
		fprintf(stderr, "usage: named GUIDE.json\n");
		return 2;
	}
	guide = cJSON_Parse(read_file(argv[1]));
	if (!guide) {
		fprintf(stderr, "named: %s is no JSON\n", argv[1]);
		return 1;
	}
	walk(guide, NULL);
	cJSON_Delete(guide);
	return 0;
}
