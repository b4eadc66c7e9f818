# Pictures: SVG masters -> what goes into a PDF unchanged.
#
#   $(IMAGES_OUT)/ID.png        palette, no alpha, white where empty
#   $(IMAGES_OUT)/ID.mask.png   8-bit grey; only where the picture is not opaque
#
# The width in pixels stands once per picture in images/widths.txt.  Needs rsvg-convert, pngquant.
# Masters are drawn by images/kit (README there); plain make never runs it.

IMAGES_SRC := images
IMAGES_OUT := $(B)/images
IMAGES_IDS := $(patsubst $(IMAGES_SRC)/%.svg,%,$(sort $(wildcard $(IMAGES_SRC)/f*.svg)))
IMAGES_PNG := $(IMAGES_IDS:%=$(IMAGES_OUT)/%.png)
PNGSPLIT   := $(B)/pngsplit
PNGQUANT   := pngquant --force --speed 3 --nofs --strip
PNG_CFLAGS ?= $(shell pkg-config --cflags libpng 2>/dev/null)
PNG_LIBS   ?= $(shell pkg-config --libs libpng 2>/dev/null || echo -lpng)
# Debian's own interpreter: python3-numpy is a Debian package
PYTHON3    ?= /usr/bin/python3

.PHONY: images-png images
images-png: $(IMAGES_PNG) ## make the pictures that go into the PDFs

$(PNGSPLIT): $(IMAGES_SRC)/pngsplit.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_POSIX_C_SOURCE=200809L $(WARN) $(CFLAGS) $(PNG_CFLAGS) $(LDFLAGS) -o $@ $< $(PNG_LIBS)

# One file ID.px per picture, touched only when its line in widths.txt changes: a new width for
# one picture rebuilds that picture alone.
$(IMAGES_OUT)/widths.stamp: $(IMAGES_SRC)/widths.txt $(IMAGES_SRC)/widths.sh
	@mkdir -p $(@D)
	sh $(IMAGES_SRC)/widths.sh $< $(@D)
	@touch $@

$(IMAGES_OUT)/%.px: $(IMAGES_OUT)/widths.stamp
	@test -f $@ || { echo "$(IMAGES_SRC)/widths.txt: no line for $*" >&2; exit 1; }

$(IMAGES_OUT)/%.png: $(IMAGES_SRC)/%.svg $(IMAGES_OUT)/%.px $(PNGSPLIT)
	@echo 'picture $*'
	@read width colours < $(IMAGES_OUT)/$*.px && \
	rsvg-convert --width $$width --keep-aspect-ratio -o $(IMAGES_OUT)/$*.rgba.png $< && \
	$(PNGSPLIT) $(IMAGES_OUT)/$*.rgba.png $(IMAGES_OUT)/$* && \
	$(PNGQUANT) $$colours --output $@ $(IMAGES_OUT)/$*.rgb.png
	@rm -f $(IMAGES_OUT)/$*.rgba.png $(IMAGES_OUT)/$*.rgb.png

.PRECIOUS: $(IMAGES_OUT)/%.px

# --- drawing the masters anew (python3-numpy; never part of plain make) ------------------------

KIT_MARCH := $(B)/kit/march

$(KIT_MARCH): $(IMAGES_SRC)/kit/march.c $(IMAGES_SRC)/kit/shapes.c $(IMAGES_SRC)/kit/shapes.h
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_POSIX_C_SOURCE=200809L $(WARN) -O3 -ffast-math -o $@ $(filter %.c,$^) -lm -lpthread

images: $(KIT_MARCH) ## redraw the masters whose drawing code changed (python3-numpy)
	KIT_MARCH=$(abspath $(KIT_MARCH)) KIT_CACHE=$(abspath $(B)/kit/cache) \
	 $(PYTHON3) -B $(IMAGES_SRC)/kit/redraw.py
