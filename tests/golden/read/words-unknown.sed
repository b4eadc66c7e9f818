/^  "chapter":/i "chaptre": "x", "zzzzzzzzz": "x",
