# The fonts come from Debian packages; here they are only put where the program looks for them.
FONT_SOURCES := /usr/share/fonts/truetype
FONT_FILES   := gentiumplus/GentiumBookPlus-Regular.ttf gentiumplus/GentiumBookPlus-Italic.ttf \
	gentiumplus/GentiumBookPlus-Bold.ttf gentiumplus/GentiumBookPlus-BoldItalic.ttf \
	lato/Lato-Regular.ttf lato/Lato-Bold.ttf lato/Lato-Black.ttf lato/Lato-Italic.ttf
FONTS := $(addprefix fonts/,$(notdir $(FONT_FILES)))

.PHONY: fonts
fonts: $(FONTS) ## copy the typefaces from the Debian packages

define font_rule
fonts/$(notdir $(1)): $(FONT_SOURCES)/$(1)
	cp $$< $$@
endef
$(foreach f,$(FONT_FILES),$(eval $(call font_rule,$(f))))
