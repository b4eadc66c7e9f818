/^  "chapter":/d
/^  "note":/d
