// mutool run plain.js IN OUT: the same file without its output intent.
var doc = new PDFDocument(scriptArgs[0]);
doc.getTrailer().get("Root").delete("OutputIntents");
doc.save(scriptArgs[1], "");
