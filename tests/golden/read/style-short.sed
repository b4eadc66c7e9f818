s/"baseline": "15pt"/"baseline": "0mm"/
s/"badge_small": "[^"]*"/"badge_small": "0.099pt"/
