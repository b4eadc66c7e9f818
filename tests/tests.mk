# The tests: `make test` runs everything and ends in one line "N passed, N failed".
#
# Every test program and script prints TAP; tests/tools/run.sh runs them, counts and shows what
# failed.  tests/README.md says what belongs where.

T        := $(B)/tests
TEST_JOBS ?= 2
TIME     ?= 60

TEST_UNIT   := $(patsubst tests/%.c,$(T)/%,$(sort $(wildcard tests/unit/test_*.c)))
TEST_PROP   := $(patsubst tests/%.c,$(T)/%,$(sort $(wildcard tests/prop/prop_*.c)))
TEST_TOOLS  := $(patsubst tests/%.c,$(T)/%,$(sort $(wildcard tests/tools/*.c)))
TEST_GOLDEN := $(sort $(wildcard tests/golden/*/run.sh))
TEST_PDF    := $(sort $(wildcard tests/pdf/*.sh))
TEST_IMAGES := $(sort $(wildcard tests/images/*.sh))
TEST_LINT   := $(sort $(wildcard tests/lint/*.sh))

TEST_CPPFLAGS := $(GP_CPPFLAGS) -Itests -UNDEBUG
TEST_LDLIBS   := -Wl,--as-needed -lcmocka -lhyphen $(GP_LDLIBS)
# not for the program of src/: cmocka's macros cast
TEST_CFLAGS   := $(GP_CFLAGS) -Wno-cast-qual

# What tests find in their environment; paths are relative to the top of the tree, where they run.
TEST_ENV := CMOCKA_MESSAGE_OUTPUT=TAP GUIDEPRESS='$(PROG)' BUILD_TREE='$(B)' TEST_TOOLS='$(T)/tools' \
	IMAGES='$(IMAGES_OUT)' GUIDE='$(GUIDE)' NAME='$(NAME)' CC='$(CC)' CPPFLAGS='$(GP_CPPFLAGS)'
RUN := $(TEST_ENV) sh tests/tools/run.sh -j $(TEST_JOBS) -o '$(T)/results'

$(T)/unit/%: tests/unit/%.c $(LIB)
	@mkdir -p $(@D)
	$(CC) $(TEST_CPPFLAGS) $(TEST_CFLAGS) -MMD -MP -MF $@.d $(GP_LDFLAGS) -o $@ $< $(LIB) $(TEST_LDLIBS)

$(T)/prop/%: tests/prop/%.c $(LIB)
	@mkdir -p $(@D)
	$(CC) $(TEST_CPPFLAGS) $(TEST_CFLAGS) -MMD -MP -MF $@.d $(GP_LDFLAGS) -o $@ $< $(LIB) $(TEST_LDLIBS)

$(T)/tools/%: tests/tools/%.c $(LIB)
	@mkdir -p $(@D)
	$(CC) $(TEST_CPPFLAGS) $(TEST_CFLAGS) -MMD -MP -MF $@.d $(GP_LDFLAGS) -o $@ $< $(LIB) $(GP_LDLIBS)

-include $(wildcard $(T)/*/*.d)

.PHONY: check-unit check-prop
check-unit: $(TEST_UNIT) $(TEST_TOOLS) $(FONTS) ## run the unit tests
	@$(RUN) $(TEST_UNIT)

check-prop: $(TEST_PROP) $(FONTS) ## run the property tests
	@$(RUN) $(TEST_PROP)
