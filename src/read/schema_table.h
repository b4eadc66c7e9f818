/*
 * Short words for writing rows of the schema table; only the schema_*.c files use them.
 */
#ifndef GP_READ_SCHEMA_TABLE_H
#define GP_READ_SCHEMA_TABLE_H

#include "read/schema.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* The words a key may have. */
#define CHOICE(var, ...)                                                                           \
	static const char *const var##_names[] = {__VA_ARGS__};                                    \
	static const struct gp_shape var = {                                                       \
		.kind = GP_SHAPE_CHOICE, .names = var##_names, .n_names = COUNT(var##_names)}

/* An object whose keys are the array var_keys. */
#define OBJECT(var, words, def_name, help_text)                                                    \
	static const struct gp_shape var = {.kind = GP_SHAPE_OBJECT,                               \
		.name = words,                                                                     \
		.def = def_name,                                                                   \
		.help = help_text,                                                                 \
		.keys = var##_keys,                                                                \
		.n_keys = COUNT(var##_keys)}

#define LIST(var, shape, least, most)                                                              \
	static const struct gp_shape var = {                                                       \
		.kind = GP_SHAPE_LIST, .item = &(shape), .min = least, .max = most}

#define INT(var, least, most)                                                                      \
	static const struct gp_shape var = {.kind = GP_SHAPE_INT, .min = least, .max = most}

#endif
