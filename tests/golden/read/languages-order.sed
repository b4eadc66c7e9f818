s/"id": "what"/"id": "routine"/
t
s/"id": "routine"/"id": "what"/
