s/"outer": "20.497mm"/"outr": "20.497mm"/
s/^        "half-letter": {$/        "quarto": {/
