# The tests: `make test` runs everything and ends in one line "N passed, N failed".
#
# Every test program and script prints TAP; tests/tools/run.sh runs them, counts and shows what
# failed.  tests/README.md says what belongs where.

T         := $(B)/tests
TEST_JOBS ?= 2
TIME      ?= 60

TEST_UNIT   := $(patsubst tests/%.c,$(T)/%,$(sort $(wildcard tests/unit/test_*.c)))
TEST_PROP   := $(patsubst tests/%.c,$(T)/%,$(sort $(wildcard tests/prop/prop_*.c)))
TEST_FUZZ   := $(patsubst tests/%.c,$(T)/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
TEST_CORPUS := $(patsubst tests/fuzz/fuzz_%.c,$(T)/corpus/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
TEST_TOOLS  := $(patsubst tests/%.c,$(T)/%,$(sort $(wildcard tests/tools/*.c)))
TEST_GOLDEN := $(sort $(wildcard tests/golden/*/run.sh))
TEST_IMAGES := $(sort $(wildcard tests/images/*.sh))
TEST_PDF    := $(sort $(wildcard tests/pdf/*.sh))
TEST_TYPE   := $(sort $(wildcard tests/type/[!k]*.sh))
TEST_LINT   := $(sort $(wildcard tests/lint/*.sh))
# watch.sh waits a lot, so it is run by check-faults alone, not by `make test`
TEST_FAULTS := $(filter-out %/kit.sh %/watch.sh,$(sort $(wildcard tests/faults/*.sh)))
FAULT_TOOLS := $(T)/faults/faults $(T)/faults/fault.so

include tests/data/second/second.mk

# --- building -------------------------------------------------------------------------------

TEST_CPPFLAGS := $(GP_CPPFLAGS) -Itests -UNDEBUG
TEST_CFLAGS   := $(GP_CFLAGS) -Wno-cast-qual
TEST_CC       := $(CC)

test_cc = $(CC) $(TEST_CPPFLAGS) $(TEST_CFLAGS) -MMD -MP -MF $@.d $(GP_LDFLAGS) -o $@ $(filter %.c,$^) $(LIB)

$(T)/unit/%: tests/unit/%.c $(LIB)
	@mkdir -p $(@D)
	$(test_cc) -Wl,--as-needed -lcmocka -lhyphen $(GP_LDLIBS)

$(T)/prop/%: tests/prop/%.c $(LIB)
	@mkdir -p $(@D)
	$(test_cc) -Wl,--as-needed -lcmocka -lhyphen $(GP_LDLIBS)

$(T)/tools/%: tests/tools/%.c $(LIB)
	@mkdir -p $(@D)
	$(test_cc) $(GP_LDLIBS)

$(T)/faults/faults: tests/faults/faults.c tests/faults/try.c
	@mkdir -p $(@D)
	$(CC) -D_POSIX_C_SOURCE=200809L -Itests $(GP_CFLAGS) -MMD -MP -MF $@.d -o $@ $(filter %.c,$^)

# preloaded, so without the sanitizers and what else a build tree is about
$(T)/faults/fault.so: tests/faults/fault.c
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARN) $(CFLAGS) -fPIC -shared -o $@ $< -ldl

# a fuzz target that reads its corpus once, with any compiler
$(T)/corpus/%: tests/fuzz/fuzz_%.c tests/fuzz/replay.c $(LIB)
	@mkdir -p $(@D)
	$(test_cc) $(GP_LDLIBS)

$(T)/fuzz/%: tests/fuzz/%.c $(LIB)
	@mkdir -p $(@D)
	$(test_cc) -fsanitize=fuzzer $(GP_LDLIBS)

-include $(wildcard $(T)/*/*.d)

# --- running --------------------------------------------------------------------------------

# What tests find in their environment; paths are relative to the top of the tree, where they run.
export CMOCKA_MESSAGE_OUTPUT := TAP
export GUIDEPRESS     := $(PROG)
export BUILD_TREE     := $(B)
export TEST_TOOLS_DIR := $(T)/tools
export TEST_FAULTS_DIR := $(abspath $(T)/faults)
export TEST_GUIDE     := $(GUIDE)
export TEST_NAME      := $(NAME)
export TEST_CC TEST_CPPFLAGS
export TEST_PDFS = $(PDFS:%=dist/$(NAME)-%.pdf)
export TEST_SECOND = $(SECOND_PDFS)

RUN := @sh tests/tools/run.sh -j $(TEST_JOBS) -o $(T)/results

.PHONY: check
check: $(PROG) $(FONTS) $(IMAGES_PNG) $(IMAGES_PLACES) ## check the guide; silent when all is well
	@$(PROG) check $(GUIDE) --images=$(IMAGES_OUT)

.PHONY: test check-fast check-all check-unit check-prop check-golden check-images check-pdf check-type check-lint check-asan check-oom check-faults check-kill
test: ## run the whole suite; the last line is "N passed, N failed"
	@sh tests/tools/deps.sh test
	@$(MAKE) --no-print-directory $(if $(findstring -j,$(MAKEFLAGS)),,-j$(TEST_JOBS)) check-all

check-all: pdf second $(TEST_UNIT) $(TEST_PROP) $(TEST_CORPUS) $(TEST_TOOLS) $(FAULT_TOOLS)
	$(RUN) $(TEST_PDF) $(TEST_FAULTS) $(TEST_TYPE) $(TEST_LINT) $(TEST_UNIT) $(TEST_PROP) $(TEST_CORPUS) $(TEST_GOLDEN) $(TEST_IMAGES)

check-fast: $(TEST_UNIT) $(TEST_PROP) $(TEST_CORPUS) $(TEST_TOOLS) $(PROG) $(FONTS) ## run unit, property, corpus and golden tests
	$(RUN) $(TEST_UNIT) $(TEST_PROP) $(TEST_CORPUS) $(TEST_GOLDEN)

check-unit: $(TEST_UNIT) $(TEST_TOOLS) $(FONTS) ## run the unit tests
	$(RUN) $(TEST_UNIT)

check-prop: $(TEST_PROP) $(FONTS) ## run the property tests
	$(RUN) $(TEST_PROP)

check-golden: $(TEST_TOOLS) $(PROG) $(FONTS) ## compare with the golden files
	$(RUN) $(TEST_GOLDEN)

check-images: images-png ## check the drawings
	$(RUN) $(TEST_IMAGES)

check-pdf: pdf second $(TEST_TOOLS) ## have other programs read everything in dist/
	$(RUN) $(TEST_PDF)

check-type: pdf second $(TEST_TOOLS) ## measure how the text is set, on the rendered pages
	$(RUN) $(TEST_TYPE)

check-lint: ## check how the sources are written
	$(RUN) $(TEST_LINT)

check-asan: ## run `make check-fast` under the address and undefined behaviour sanitizers
	@$(MAKE) --no-print-directory BUILD=asan check-fast

check-oom: $(PROG) $(FONTS) $(FAULT_TOOLS) ## let every single allocation fail (minutes)
	@FAULT_BOUND=0 sh tests/tools/run.sh -j $(TEST_JOBS) -t 1800 -o $(T)/results tests/faults/oom.sh

check-faults: $(PROG) $(FONTS) $(FAULT_TOOLS) $(TEST_TOOLS) ## let every call that has to do with files fail, and more
	@FAULT_BOUND=0 sh tests/tools/run.sh -j $(TEST_JOBS) -t 1800 -o $(T)/results \
	 $(filter-out %/oom.sh %/kill.sh,$(TEST_FAULTS)) tests/faults/watch.sh

check-kill: $(PROG) $(FONTS) $(FAULT_TOOLS) ## kill the program at many moments
	@FAULT_BOUND=0 sh tests/tools/run.sh -j $(TEST_JOBS) -t 1800 -o $(T)/results tests/faults/kill.sh

.PHONY: golden-update check-tidy fuzz fuzz-run cov cov-run bench preview
golden-update: $(TEST_TOOLS) $(PROG) $(FONTS) ## write the golden files anew and show what changed
	@for run in $(TEST_GOLDEN); do UPDATE=1 sh $$run >/dev/null || exit 1; done
	@git --no-pager diff --stat -- tests/golden

check-tidy: ## have clang-tidy look at the sources (slow)
	sh tests/tools/tidy.sh

fuzz: ## fuzz every input for TIME=60 seconds each
	@$(MAKE) --no-print-directory BUILD=fuzz CC=clang fuzz-run

fuzz-run: $(TEST_FUZZ) $(FONTS)
	@sh tests/tools/fuzz.sh $(TIME) $(B)/fuzzing $(TEST_FUZZ)

cov: ## measure which lines and branches the tests reach
	@$(MAKE) --no-print-directory BUILD=cov CC=gcc cov-run

cov-run: check-fast
	@sh tests/tools/cov.sh $(B)

bench: $(PROG) $(TEST_TOOLS) $(T)/unit/test_para $(T)/prop/prop_far_ends $(FONTS) images-png ## measure time and memory, beside other typesetters
	@sh tests/tools/bench.sh
	@for test in unit/test_para prop/prop_far_ends; do TEST_TIMES=1 $(T)/$$test >/dev/null || exit 1; done
	@echo 'long paragraphs, long tables: time grows with length, not faster'

# What `make watch` keeps up to date; WATCH=pdf is everything.
WATCH ?= dist/$(NAME)-booklet.pdf dist/$(NAME)-poster-a3.pdf

.PHONY: watch
watch: $(T)/tools/watch ## make booklet and poster anew whenever a file is saved, until ctrl-C
	@$< content images fonts src -- $(MAKE) -s --no-print-directory $(WATCH)

.PHONY: proof
proof: pdf ## draw the poster as it looks from its distance, one pixel an arc-minute
	@sh tests/tools/proof.sh $(BUILDDIR)/proof

preview: pdf ## draw every page of dist/ into build/preview/
	@sh tests/tools/preview.sh $(BUILDDIR)/preview

.PHONY: readme-picture
readme-picture: dist/$(NAME)-booklet.pdf dist/$(NAME)-poster-a3.pdf ## draw the picture of README.md anew
	sh tests/tools/readme-picture.sh $^ images/readme.png 'Heel and Achilles' 'The roller routine'
