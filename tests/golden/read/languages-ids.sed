s/"id": "what"/"id": "wha"/
