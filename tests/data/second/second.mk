# The second guide, made as the first is, from its own masters, widths and anchors, with the style and
# the words of the house.  Its files stay in the build tree and are read by the same tests.

SECOND_SRC  := tests/data/second
SECOND_OUT  := $(B)/second
GUIDES      += $(SECOND_SRC)/forearm.en
SECOND_PNG  := $(call pictures_of,$(SECOND_SRC)/images,$(SECOND_OUT)/images)
SECOND_PDFS := $(patsubst %,$(SECOND_OUT)/forearm-en-%.pdf,booklet booklet-on-a4 booklet-large \
	left-booklet poster-a3 poster-a4)
SECOND_HOUSE := --style=content/house/style.json --words=content/house/words.en.json

$(eval $(call picture_set,$(SECOND_SRC)/images,$(SECOND_OUT)/images))

$(SECOND_OUT)/images/anchors.json: $(SECOND_SRC)/images/anchors.json
	@mkdir -p $(@D)
	@cp $< $@

# page 0 shows how to print, with pictures of the house
$(SECOND_OUT)/images/page-0: $(filter $(IMAGES_OUT)/f35%,$(IMAGES_PNG))
	@mkdir -p $(@D)
	@cp $^ $(^:.png=.mask.png) $(@D)
	@touch $@

$(SECOND_OUT)/%.pdf: $(PROG) $(FONTS) $(SECOND_PNG) $(SECOND_OUT)/images/anchors.json \
		$(SECOND_OUT)/images/page-0 $(wildcard $(SECOND_SRC)/*.json content/house/*.json)
	@mkdir -p $(@D)
	$(PROG) $(call name_options,$*) $(SECOND_HOUSE) \
	 --fonts=fonts --images=$(SECOND_OUT)/images -o $@

.PHONY: second
second: $(SECOND_PDFS) ## make the PDFs of the second guide, which tests read
