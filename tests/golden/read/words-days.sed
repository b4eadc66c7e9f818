s/"days": "Mon /"days": "  Mon-/
