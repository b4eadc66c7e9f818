"""Runs the ray marcher and keeps its pictures.

A g-buffer is a dict: D depth (1e9 where nothing is hit), N normals (right, up, to the viewer),
M material, P part, G group, W and H in pixels.  Results are kept in a cache folder under the hash
of scene, camera and the sources that made them, so a second drawing is quick and never stale.
"""
import hashlib
import os
import pickle
import subprocess
import tempfile

import numpy as np

from body import view_line

HERE = os.path.dirname(os.path.abspath(__file__))
MARCH = os.environ.get("KIT_MARCH", os.path.join(HERE, "out", "march"))
SOURCES = ("march.c", "shapes.c", "shapes.h", "gbuf.py", "vec.py", "toon.py")


def _sources():
    h = hashlib.sha256()
    for name in SOURCES:
        with open(os.path.join(HERE, name), "rb") as f:
            h.update(f.read())
    return h.hexdigest()[:12]


CACHE = os.path.join(os.environ.get("KIT_CACHE", os.path.join(HERE, "out", "cache")), _sources())


def cached(key, make):
    """what make() returns, kept under the hash of key"""
    os.makedirs(CACHE, exist_ok=True)
    path = os.path.join(CACHE, hashlib.sha256(repr(key).encode()).hexdigest()[:24])
    if os.path.exists(path):
        with open(path, "rb") as f:
            return pickle.load(f)
    value = make()
    with tempfile.NamedTemporaryFile(dir=CACHE, delete=False) as f:
        pickle.dump(value, f, 4)
    os.replace(f.name, path)
    return value


def _march(text, cam):
    with tempfile.TemporaryDirectory() as d:
        scene, out = os.path.join(d, "scene"), os.path.join(d, "out")
        with open(scene, "w") as f:
            f.write(view_line(cam) + text)
        subprocess.check_call([MARCH, scene, out])
        with open(out, "rb") as f:
            raw = f.read()
    w, h = (int(v) for v in np.frombuffer(raw, np.int32, 2))
    n, at = w * h, 8
    depth = np.frombuffer(raw, np.float32, n, at).reshape(h, w)
    normal = np.frombuffer(raw, np.float32, 3 * n, at + 4 * n).reshape(3, h, w)
    at += 16 * n
    byte = [np.frombuffer(raw, np.uint8, n, at + i * n).reshape(h, w) for i in range(3)]
    return dict(D=depth, N=normal, M=byte[0], P=byte[1], G=byte[2], W=w, H=h)


def render(text, cam):
    """g-buffer of a scene seen by a camera"""
    return cached(("g", text, view_line(cam)), lambda: _march(text, cam))
