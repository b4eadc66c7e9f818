s/"language": "en"/"language": "de"/
