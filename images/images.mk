# Pictures: SVG masters -> what goes into a PDF unchanged.
#
#   $(IMAGES_OUT)/ID.png        palette, no alpha, white where empty
#   $(IMAGES_OUT)/ID.mask.png   8-bit grey; only where the picture is not opaque
#
# The width in pixels stands once per picture in widths.txt beside the masters.  Needs rsvg-convert,
# pngquant.  Masters are drawn by images/kit (README there); plain make never runs it.

IMAGES_SRC := images
IMAGES_OUT := $(B)/images
PNGSPLIT   := $(B)/pngsplit
PNG_CFLAGS ?= $(shell pkg-config --cflags libpng 2>/dev/null)
PNG_LIBS   ?= $(shell pkg-config --libs libpng 2>/dev/null || echo -lpng)
# Debian's own interpreter: python3-numpy is a Debian package
PYTHON3    ?= /usr/bin/python3

# $(call pictures_of,FROM,TO): the pictures in TO that come from the masters in FROM
pictures_of = $(patsubst $(1)/%.svg,$(2)/%.png,$(sort $(wildcard $(1)/*.svg)))

# $(call picture_set,FROM,TO): how they are made.  One file ID.px per picture, touched only when its
# line in widths.txt changes: a new width for one picture rebuilds that picture alone.
define picture_set
$(2)/widths.stamp: $(1)/widths.txt $(IMAGES_SRC)/widths.sh
	@mkdir -p $$(@D)
	sh $(IMAGES_SRC)/widths.sh $$< $$(@D)
	@touch $$@

$(2)/%.px: $(2)/widths.stamp
	@test -f $$@ || { echo "$(1)/widths.txt: no line for $$*" >&2; exit 1; }

$(2)/%.png: $(1)/%.svg $(2)/%.px $(PNGSPLIT) $(IMAGES_SRC)/picture.sh
	@echo 'picture $$*'
	@read px < $(2)/$$*.px && sh $(IMAGES_SRC)/picture.sh $$< $(2)/$$* $(PNGSPLIT) $$$$px

.PRECIOUS: $(2)/%.px $(2)/%.png
endef

IMAGES_PNG := $(call pictures_of,$(IMAGES_SRC),$(IMAGES_OUT))
$(eval $(call picture_set,$(IMAGES_SRC),$(IMAGES_OUT)))

# So that --images=$(IMAGES_OUT) suffices from any folder.  A link: a copy would be out of date
# whenever the places are edited.
IMAGES_PLACES := $(IMAGES_OUT)/anchors.json

$(IMAGES_PLACES): $(IMAGES_SRC)/anchors.json
	@mkdir -p $(@D)
	@ln -sfr $< $@

.PHONY: images-png images
images-png: $(IMAGES_PNG) $(IMAGES_PLACES) ## make the pictures that go into the PDFs

$(PNGSPLIT): $(IMAGES_SRC)/pngsplit.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_POSIX_C_SOURCE=200809L $(WARN) $(CFLAGS) $(PNG_CFLAGS) $(LDFLAGS) -o $@ $< $(PNG_LIBS)

# --- drawing the masters anew (python3-numpy; never part of plain make) ------------------------

KIT_MARCH := $(B)/kit/march

$(KIT_MARCH): $(IMAGES_SRC)/kit/march.c $(IMAGES_SRC)/kit/shapes.c $(IMAGES_SRC)/kit/shapes.h
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_POSIX_C_SOURCE=200809L $(WARN) -O3 -ffast-math -o $@ $(filter %.c,$^) -lm -lpthread

images: $(KIT_MARCH) ## redraw the masters whose drawing code changed (python3-numpy)
	KIT_MARCH=$(abspath $(KIT_MARCH)) KIT_CACHE=$(abspath $(B)/kit/cache) \
	 $(PYTHON3) -B $(IMAGES_SRC)/kit/redraw.py
