#!/usr/bin/python3
"""Redraws masters.

redraw.py             every picture whose kit sources changed since it was drawn
redraw.py --all       every picture
redraw.py f08 f23     the pictures of these numbers
redraw.py --check     names the pictures that are out of date; exit status 1 when there are any

A figure function fNN lives in a module fig_*.py.  It is drawn again when the hash of that module,
of every kit module it imports, of the ray marcher and of palette.txt differs from the one in
stamps.txt.  --check needs no numpy.
"""
import ast
import hashlib
import importlib
import os
import re
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
MARCHER = ("march.c", "shapes.c", "shapes.h")
STAMPS = os.path.join(os.environ.get("KIT_ROOT", os.path.dirname(HERE)), "kit", "stamps.txt")
sys.path.insert(0, HERE)


def imports(path):
    """kit modules a kit module needs, directly"""
    with open(path) as f:
        tree = ast.parse(f.read())
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(a.name for a in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module)
    return sorted(n for n in names if os.path.exists(os.path.join(HERE, n + ".py")))


def digest(module):
    """hash over a module, all kit modules behind it and the ray marcher"""
    todo, seen = [module], set()
    while todo:
        m = todo.pop()
        if m not in seen:
            seen.add(m)
            todo += imports(os.path.join(HERE, m + ".py"))
    h = hashlib.sha256()
    for name in sorted(m + ".py" for m in seen) + list(MARCHER) + ["../palette.txt"]:
        with open(os.path.join(HERE, name), "rb") as f:
            h.update(f.read())
    return h.hexdigest()[:16]


def figures():
    """number -> module that draws it"""
    found = {}
    for name in sorted(os.listdir(HERE)):
        if re.fullmatch(r"fig_\w+\.py", name):
            with open(os.path.join(HERE, name)) as f:
                for number in re.findall(r"^def (f\d\d[a-z]?)\(", f.read(), re.M):
                    found[number] = name[:-3]
    return dict(sorted(found.items()))


def read_stamps():
    if not os.path.exists(STAMPS):
        return {}
    with open(STAMPS) as f:
        return dict(line.split() for line in f if line.strip())


def write_stamps(stamps):
    os.makedirs(os.path.dirname(STAMPS), exist_ok=True)
    with open(STAMPS, "w") as f:
        f.writelines("%s %s\n" % kv for kv in sorted(stamps.items()))


def main(args):
    where, stamps = figures(), read_stamps()
    now = {n: digest(m) for n, m in where.items()}
    stale = [n for n in where if stamps.get(n) != now[n]]
    if args == ["--check"]:
        if stale:
            raise SystemExit("drawn by an older kit: " + " ".join(stale))
        return
    unknown = [a for a in args if a != "--all" and a not in where]
    if unknown:
        raise SystemExit("no such picture: %s (known: %s)" % (" ".join(unknown), " ".join(where)))
    todo = list(where) if "--all" in args else args or stale
    for n in todo:
        start = time.time()
        importlib.import_module("leg").Leg.n = 0  # ids inside a picture count from one
        getattr(importlib.import_module(where[n]), n)()
        stamps = read_stamps()
        stamps[n] = now[n]
        write_stamps(stamps)
        print("  %s %.1f s" % (n, time.time() - start), flush=True)
    if not todo:
        print("masters are up to date")


if __name__ == "__main__":
    main(sys.argv[1:])
