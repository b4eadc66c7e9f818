$d
