s/^  "page": .*/  "page": "page {m}",/
s/^  "none": .*/  "none": "no {n}",/
s/^  "range": .*/  "range": "{a}–{b",/
