s/"id": "routine"/"id": "drill"/
s/{ "type": "text", "text": "One/{ "type": "text", "id": "routine", "text": "One/
