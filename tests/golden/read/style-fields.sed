s/"icon": "9mm"/"icn": "9mm"/
s/^    "body": { "face": "text"/    "body": { "face": "txt"/
s/^\(    "lead": .*"colour": \)"ink"/\1"blue"/
s/"card_columns": 1/"card_columns": 3/
