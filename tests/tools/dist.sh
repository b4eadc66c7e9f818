# For the scripts of tests/pdf: source after tap.sh; $pdfs lists what `make` puts into dist/, $second
# what is made of the second guide (tests/data/second), for readers that are quick.

pdfs=${TEST_PDFS:-$(find dist -name '*.pdf' 2>/dev/null | sort)}
second=${TEST_SECOND:-}
if [ -z "$pdfs" ]; then
	tap_fail 'there are PDFs in dist/' 'run make first'
	tap_end
fi

# need COMMAND WHAT: without it, skip the script
need() {
	command -v "$1" >/dev/null && return 0
	tap_skip "$2" "no $1"
	tap_end
}
