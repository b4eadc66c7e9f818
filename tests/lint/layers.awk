# Reads the table of walls, then sources; prints the includes that the table does not allow.
# Lines of the table are "FOLDER: FOLDERS / HEADERS", continued by lines of headers; * stands for
# every folder.

# true when word is one of the words of list; a word of the list ending in * stands for its beginnings
function is_in(word, list, w, n, i) {
	n = split(list, w, " ")
	for (i = 1; i <= n; i++) {
		if (w[i] == word)
			return 1
		if (w[i] ~ /\*$/ && index(word, substr(w[i], 1, length(w[i]) - 1)) == 1)
			return 1
	}
	return 0
}

FNR == NR {
	if (match($0, /^[a-z*]+:/)) {
		folder = substr($0, 1, RLENGTH - 1)
		slash = index($0, "/")
		dirs[folder] = substr($0, RLENGTH + 1, slash - RLENGTH - 1)
	} else {
		slash = 0
	}
	headers[folder] = headers[folder] " " substr($0, slash + 1)
	next
}

FNR == 1 {
	folder = FILENAME
	sub(/\/[^\/]*$/, "", folder)
	folder = substr(folder, length(src) + 2)
	sub(/\/.*/, "", folder)
	if (folder == "")
		folder = "main"
	if (!(folder in dirs))
		print FILENAME ": folder " folder " is not in the table of tests/lint/layers.sh"
}

/^[ \t]*#[ \t]*include/ && folder in dirs {
	name = $0
	sub(/^[^<"]*[<"]/, "", name)
	sub(/[>"].*/, "", name)
	if ($0 ~ /</) {
		if (!is_in(name, headers["*"] " " headers[folder]))
			print FILENAME ": <" name "> is met elsewhere or nowhere, see tests/lint/layers.sh"
	} else if (name !~ /\//) {
		print FILENAME ": write the folder in #include \"" name "\""
	} else if (!is_in(substr(name, 1, index(name, "/") - 1), dirs[folder])) {
		print FILENAME ": src/" folder " may not include \"" name "\""
	}
}
