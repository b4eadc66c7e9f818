# For scripts of tests/ that read many pages with poppler's programs.
#
# poppler reads the colour profile of the output intent anew for every page, and for every page
# whose structure it tells; what it then says or draws in RGB does not depend on it.

# The same file without that profile, which poppler reads many times faster.
plain_of() { # PDF OUT
	mutool run tests/tools/plain.js "$1" "$2"
}

# What `pdfinfo -struct-text` says about a file.
structure_of() { # PDF OUT
	plain_of "$1" "$2.pdf" && pdfinfo -struct-text "$2.pdf" >"$2" 2>&1
}
