# For scripts of tests/: structure_of PDF OUT writes what `pdfinfo -struct-text` says about a file.
# poppler needs half a second a page for it, so the answer is kept in the build tree under the
# checksum of the file, for every script that asks for the same one.

structure_of() {
	structure_dir=$BUILD_TREE/tests/structures
	structure_kept=$structure_dir/$(sha256sum <"$1" | cut -c1-64)
	mkdir -p "$structure_dir" || return
	if [ ! -e "$structure_kept" ]; then
		pdfinfo -struct-text "$1" >"$structure_kept.$$" 2>&1 || return
		mv "$structure_kept.$$" "$structure_kept" || return
	fi
	cp "$structure_kept" "$2"
}
