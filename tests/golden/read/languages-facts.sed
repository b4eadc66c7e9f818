s|base/facts.json|base/other.json|
