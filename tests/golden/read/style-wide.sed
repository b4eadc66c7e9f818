s/"bleed": "3mm"/"bleed": "1500.1mm"/
