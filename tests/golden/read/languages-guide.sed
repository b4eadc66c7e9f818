s|"id": "hand"|"id": "foot"|
