# C without comments and without what stands in strings and character constants, each line as
# FILE:LINE:CODE.
FNR == 1 {
	comment = 0
	quote = ""
}

{
	out = ""
	n = length($0)
	for (i = 1; i <= n; i++) {
		c = substr($0, i, 1)
		two = substr($0, i, 2)
		if (comment) {
			if (two == "*/") {
				comment = 0
				i++
				out = out " "
			}
		} else if (quote != "") {
			if (c == "\\")
				i++
			else if (c == quote) {
				quote = ""
				out = out c
			}
		} else if (two == "/*") {
			comment = 1
			i++
		} else if (two == "//") {
			break
		} else {
			if (c == "\"" || c == "'")
				quote = c
			out = out c
		}
	}
	if ($0 !~ /\\$/)
		quote = "" # a string ends with its line
	print FILENAME ":" FNR ":" out
}
