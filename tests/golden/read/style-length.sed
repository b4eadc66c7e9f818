s/"icon": "9mm"/"icon": "9"/
s/"bullet": "1.6mm"/"bullet": "1.6cm"/
s/"inner": "15mm"/"inner": "-15mm"/
s/"sidebar": "73mm"/"sidebar": "73.1234mm"/
s/"bleed": "3mm"/"bleed": "9999mm"/
