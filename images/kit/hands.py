"""Close-ups of a hand on the lower leg (pinch grip, thumbs)."""
import math
import numpy as np
from anatomy import *
import gbuf, vec
from draw import *
from tissue import *

SK = dict(base="@skin-2", hi="@skin-1", s1="@skin-4", s2="@skin-6", s3="@skin-8", s4="@skin-8")


def soft_skin(g, t, sc, sigpx, m=None):
    m = g["D"] < 1e8 if m is None else m
    return ramp(
        g,
        m,
        t,
        sc,
        SK["base"],
        [
            (">", 0.90, SK["hi"]),
            ("<", 0.72, "@skin-3"),
            ("<", 0.60, SK["s1"]),
            ("<", 0.47, "@skin-5"),
            ("<", 0.34, SK["s2"]),
            ("<", 0.20, "@skin-7"),
            ("<", 0.05, SK["s3"]),
        ],
        min_area=sigpx * 40,
        soft=1.6,
    )


PXG = 0.035 * 1.3


def soft(g, px, sc, occ=0.3, only=None, ink=True):
    t = tone(g, light=(-0.34, 0.46, 0.82), sig=0.30 / px, px=px, occ=occ)
    m = (g["M"] == SKIN) if only is None else only
    o = soft_skin(g, t, sc, 1 / px, m)
    n = g["M"] == 17
    if n.any() and only is None:
        o += ramp(g, n, t, sc, "@nail", [("<", 0.6, "@nail-shade")], min_area=10)
    return o


def inkline(g, px, sc, base=0.42):
    return '<path d="%s" fill="@line-skin"/>' % "".join(
        vec.ink(g, sc, base, 0.1 / px, (-0.38, -0.5), 0.5, crease=40)
    )


def close(hands, center, w, h, mmcm, az, el=3, soleus_tint=True):
    px = PXG
    sc = px * mmcm
    cam = camera(V(center), az, el, int(w / px), int(h / px), px)
    s = Scene()
    leg_skin(s)
    g0 = gbuf.render(s.text(), cam)
    o = soft(g0, px, sc)
    if soleus_tint:
        s = Scene()
        soleus(s)
        g1 = gbuf.render(s.text(), cam)
        t1 = tone(g1, light=(-0.34, 0.46, 0.82), sig=0.2 / px, px=px, occ=0.1)
        m = g1["M"] == MUS
        d = vec.region_path(vec.gauss(m.astype(np.float32), 2), 0.5, sc)
        o += '<path d="%s" fill="@soleus-shade" opacity=".42"/>' % d
        l, r, a, b = row_edges(m, 0.35 / px)
        ln = streamlines(
            vec.gauss(m.astype(np.float32), 1.5) > 0.93,
            lambda x, y: (lambda v: v)(_f(l, r, a, b, x, y)),
            1.15 / sc,
            max(1.5, 0.06 / px),
            7 / px,
            1.0 / px,
            3,
        )
        o += '<path d="%s" fill="@fibre" opacity=".55"/>' % engrave(
            ln, t1, sc, (0.05, 0.18), 0.1, 1.0
        )
        o += (
            '<path d="%s" fill="none" stroke="@fibre" stroke-width=".3" stroke-dasharray="1.5 1"/>'
            % d
        )
    o += inkline(g0, px, sc)
    s = Scene()
    leg_skin(s)
    for hk in hands:
        hand_on(s, **hk)
    g = gbuf.render(s.text(), cam)
    # hand mask = where the full scene is nearer than the leg alone
    hm = (g["D"] < 1e8) & (g["D"] < g0["D"] - 0.02)
    t = tone(g, light=(-0.34, 0.46, 0.82), sig=0.26 / px, px=px, occ=0.3, mask=hm)
    sk = hm & (g["M"] == SKIN)
    o += "<g>" + ramp(
        g,
        sk | (hm & (g["M"] == 17)),
        t,
        sc,
        "@hand-2",
        [
            (">", 0.90, "@hand-1"),
            ("<", 0.72, "@hand-3"),
            ("<", 0.58, "@hand-4"),
            ("<", 0.42, "@hand-5"),
            ("<", 0.24, "@hand-6"),
        ],
        min_area=40,
        soft=1.5,
    )
    n = hm & (g["M"] == 17)
    if n.any():
        o += ramp(g, n, t, sc, "@nail", [("<", 0.6, "@nail-shade")], min_area=8)
    drop = vec.gauss(hm.astype(np.float32), 3) < 0.02
    o += '<path d="%s" fill="@line-hand"/></g>' % "".join(
        vec.ink(g, sc, 0.44, 0.1 / px, (-0.38, -0.5), 0.5, crease=40, drop=drop)
    )
    return o, cam, sc, g


def _f(l, r, a, b, x, y):
    i = int(y)
    if i < a + 2 or i >= b - 2:
        return None
    u = (x - l[i]) / max(r[i] - l[i], 1)
    dx = (l[i + 2] - l[i - 2]) / 4 * (1 - u) + (r[i + 2] - r[i - 2]) / 4 * u
    dx = max(-1.5, min(1.5, dx))
    n = math.hypot(dx, 1)
    return dx / n, 1 / n


HAND = dict(
    wrist=(-8.9, -14.0, 4.9),
    elbow=(-10, 9.5, 13),
    hd=(0.10, -0.80, -0.55),
    palm=(1, 0.1, 0.18),
    curl=(24, 38, 26),
    thumb=((0.40, 0.74, 0.50), (0.78, 0.38, 0.46), (0.86, 0.14, 0.46)),
    spread=6,
    nails=True,
)
THUMB = dict(
    wrist=(-9.4, -11.0, 1.2),
    elbow=(-12, 12, 10),
    hd=(0.16, -0.66, -0.73),
    palm=(1, 0.14, 0.30),
    curl=(30, 42, 26),
    thumb=((0.55, 0.78, 0.16), (0.72, 0.62, 0.28), (0.68, 0.55, 0.48)),
    spread=7,
    nails=True,
    td=(-0.95, -0.1, 0.3),
)
