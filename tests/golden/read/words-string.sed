s/^  "page": .*/  "page": 5,/
