# guidepress: one Makefile for everything.  `make help` lists the targets.
#
# BUILD=release|debug|asan|fuzz|cov chooses flags and a build tree of its own; nothing is ever
# built inside src/.  CC CPPFLAGS CFLAGS LDFLAGS LDLIBS PREFIX DESTDIR belong to the user.

MAKEFLAGS += --no-builtin-rules
.DELETE_ON_ERROR:
.DEFAULT_GOAL := all

BUILD    ?= release
BUILDDIR ?= build
B        := $(BUILDDIR)/$(BUILD)
PREFIX   ?= /usr/local
DESTDIR  ?=
CC       := $(if $(filter default undefined,$(origin CC)),gcc,$(CC))
CFLAGS   ?= -O2 -g
GUIDE    ?= content/soleus.en.json
GUIDES   := $(basename $(filter-out %.facts.json,$(wildcard content/*.json)))
ID       := $(patsubst content/%.json,%,$(GUIDE))
NAME     := $(subst .,-,$(ID))
VERSION  := 0.1.0

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wold-style-definition -Wpointer-arith -Wcast-qual -Wwrite-strings \
	-Wvla -Wformat=2 -Wundef -Wdouble-promotion -Wswitch-enum
FLAGS_release :=
FLAGS_debug   := -O0
FLAGS_asan    := -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
FLAGS_fuzz    := -O1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
FLAGS_cov     := -O0 --coverage

PKGS   := libpng libturbojpeg libdeflate libcjson harfbuzz harfbuzz-subset md4c
PKG_CONFIG ?= pkg-config
PKG_CF := $(shell $(PKG_CONFIG) --cflags $(PKGS) 2>/dev/null)
PKG_LD := $(shell $(PKG_CONFIG) --libs $(PKGS) 2>/dev/null) -lhpdf

GP_CPPFLAGS := -D_POSIX_C_SOURCE=200809L -DGP_VERSION='"$(VERSION)"' \
	-DGP_DATADIR='"$(PREFIX)/share/guidepress"' -Isrc $(PKG_CF) $(CPPFLAGS)
GP_CFLAGS   := -std=c11 $(WARN) $(CFLAGS) $(FLAGS_$(BUILD))
GP_LDFLAGS  := $(FLAGS_$(BUILD)) $(LDFLAGS)
GP_LDLIBS   := $(PKG_LD) -lm $(LDLIBS)

SRC  := $(sort $(wildcard src/*/*.c))
OBJ  := $(SRC:src/%.c=$(B)/obj/%.o)
LIB  := $(B)/libguidepress.a
PROG := $(B)/guidepress

# --- what a reader gets ---------------------------------------------------------------------

.PHONY: all deps deps-test
all: pdf ## build the program and every PDF in dist/

deps: ## install what building needs (Debian packages)
	sh tests/tools/deps.sh build

deps-test: ## install what testing needs as well
	sh tests/tools/deps.sh test

# --- the program ----------------------------------------------------------------------------

.PHONY: program
program: $(PROG) ## build the program only

$(B)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(GP_CPPFLAGS) $(GP_CFLAGS) $(GP_LDFLAGS) $(GP_LDLIBS)' | cmp -s - $@ || \
	 echo '$(CC) $(GP_CPPFLAGS) $(GP_CFLAGS) $(GP_LDFLAGS) $(GP_LDLIBS)' > $@
.PHONY: FORCE
FORCE:

$(B)/obj/%.o: src/%.c $(B)/flags
	@mkdir -p $(@D)
	$(CC) $(GP_CPPFLAGS) $(GP_CFLAGS) -MMD -MP -c -o $@ $<

$(LIB): $(OBJ)
	@rm -f $@
	$(AR) rcs $@ $(OBJ)

$(PROG): $(B)/obj/main.o $(LIB)
	$(CC) $(GP_LDFLAGS) -o $@ $(B)/obj/main.o $(LIB) $(GP_LDLIBS)

-include $(OBJ:.o=.d) $(B)/obj/main.d

# --- fonts and pictures ---------------------------------------------------------------------

include images/images.mk
include fonts/fonts.mk
include tests/tests.mk

# --- the PDFs ---------------------------------------------------------------------------------
#
# A file's name says what it is: ID-LANG[-left]-booklet[-EDITION][-on-SHEET[-fronts|-backs]].pdf or
# ID-LANG[-left]-poster-SIZE[-EDITION][-on-SHEET].pdf.  Any such name can be asked for.

PDFS := booklet booklet-on-a4 booklet-on-letter booklet-large booklet-ink-saver booklet-grey \
	left-booklet poster-a3 poster-a2 poster-letter poster-tabloid poster-a2-on-a4 \
	poster-tabloid-on-letter

.PHONY: pdf
pdf: $(PDFS:%=dist/$(NAME)-%.pdf)

# Of $(GUIDES) the one that a name begins with, as FOLDER/ID.LANG, and what follows it in the name.
name_stem   = $(subst .,-,$(notdir $(1)))
KINDS      := booklet poster left-booklet left-poster
name_guide  = $(firstword $(foreach g,$(GUIDES),$(if \
	$(filter $(KINDS:%=$(call name_stem,$(g))-%%),$(1)),$(g))))
name_rest   = $(patsubst $(call name_stem,$(call name_guide,$(1)))-%,-%-,$(1))

# Of what follows: one of some words, and the word after a word.
name_has     = $(filter $(1),$(subst -, ,$(call name_rest,$(2))))
name_after   = $(firstword $(subst -, ,$(word 2,$(subst -$(1)-, ,x$(call name_rest,$(2))))))
name_edition = $(or $(call name_has,large grey,$(1)),$(if $(call name_has,ink,$(1)),ink-saver))

name_options = $(or $(call name_has,booklet,$(1)),poster) $(call name_guide,$(1)).json \
	$(if $(call name_after,poster,$(1)),--size=$(call name_after,poster,$(1))) \
	$(if $(call name_edition,$(1)),--edition=$(call name_edition,$(1))) \
	$(if $(call name_has,left,$(1)),--side=left) \
	$(if $(call name_after,on,$(1)),$(if $(call name_has,booklet,$(1)),--sheet,--tile)=$(call name_after,on,$(1))) \
	$(if $(call name_has,fronts backs,$(1)),--pages=$(call name_has,fronts backs,$(1)))

# The program writes a PDF whole or not at all: make need not delete it when it is interrupted.
.PRECIOUS: dist/%.pdf

dist/%.pdf: $(PROG) $(FONTS) $(IMAGES_PNG) $(IMAGES_PLACES) $(wildcard content/*.json content/house/*.json)
	$(if $(call name_guide,$*),,$(error $@ is no name of a booklet or poster of a guide in content/))
	@mkdir -p dist $(PRINTS)
	$(PROG) $(call name_options,$*) --images=$(IMAGES_OUT) --fingerprints=$(PRINTS)/$* -o $@

# Beside each PDF's fingerprints stands a file NAME.changed: the sheets to print again.
PRINTS := $(BUILDDIR)/prints

.PHONY: changed calibration
changed: pdf ## name the pages and sheets that changed in the last build
	@for name in $(PDFS:%=$(NAME)-%); do \
	  test ! -s $(PRINTS)/$$name.changed || sed "s|^|$$name: |" $(PRINTS)/$$name.changed; done

calibration: dist/calibration-a4.pdf dist/calibration-letter.pdf ## make the sheets that show what a printer does

dist/calibration-%.pdf: $(PROG) $(FONTS) $(wildcard content/house/*.json)
	@mkdir -p dist
	$(PROG) calibrate --sheet=$* -o $@

# --- housekeeping ---------------------------------------------------------------------------

.PHONY: install uninstall clean help format
install: $(PROG) $(FONTS) $(IMAGES_PNG) ## install program, manual pages, schema, style and an example guide
	sh tests/tools/install.sh '$(DESTDIR)' '$(PREFIX)' '$(B)'

uninstall: ## remove what install put there
	sh tests/tools/install.sh --uninstall '$(DESTDIR)' '$(PREFIX)' '$(B)'

# A package has the program that looks for its data under /usr, built as Debian builds.
.PHONY: deb check-deb
deb: $(IMAGES_PNG) $(FONTS) ## make a Debian package in build/
	@$(MAKE) --no-print-directory BUILD=release BUILDDIR=$(BUILDDIR)/deb PREFIX=/usr \
	 CPPFLAGS="$$(dpkg-buildflags --get CPPFLAGS)" CFLAGS="$$(dpkg-buildflags --get CFLAGS)" \
	 LDFLAGS="$$(dpkg-buildflags --get LDFLAGS)" program
	@sh tests/tools/deb.sh $(B) $(BUILDDIR)/deb/release/guidepress $(VERSION) $(BUILDDIR)

check-deb: deb ## look at the Debian package; with DEB_INSTALL=yes, as root, install and remove it too
	@mkdir -p $(BUILDDIR)/deb/check
	@TMPDIR=$(abspath $(BUILDDIR)/deb/check) sh tests/tools/deb-check.sh $(B) $(BUILDDIR)/deb/release/guidepress $(VERSION)

format: ## lay out the C sources with clang-format
	clang-format -i $(SRC) $(wildcard src/*.c src/*/*.h)

clean: ## remove everything that was built
	rm -rf $(BUILDDIR) dist

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | \
	 sed -E 's/^([a-z-]+):.*## (.*)/  \1\t\2/' | expand -t 22
