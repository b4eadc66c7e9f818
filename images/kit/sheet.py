"""Whole figures: fragments, sheets, lenses, signs, ghosts, fading.

A fragment is drawn once (world cm -> mm at its own k) and placed with scale and shift into every
layout, so the poster panel and the booklet card show the same drawing; arrows and signs are drawn
last, in final millimetres.
"""
import math
import numpy as np
import master
from gbuf import cached
import gbuf, vec, draw
from poses import *
from toon import *
from draw import *

BIAS = {15: 0.30, 18: 0.30, 16: 0.12}


def ground_shadow(pose, props, px=0.35, dx=(0, 0), grow=0.0):
    """silhouette seen from straight above, mapped back onto the floor plane y=0"""
    s = Scene()
    Figure(pose, s)
    for fn in props:
        fn(s)
    W = H = int(260 / px)
    cam = dict(W=W, H=H, px=px, c=V(25, 80, 0), rx=V(1, 0, 0), uy=V(0, 0, -1), fw=V(0, -1, 0))
    g = gbuf.render(s.text(), cam)
    m = vec.gauss((g["D"] < 1e8).astype(np.float32), 1.5)
    loops = [vec.resample(c, 3, True) for c in vec.contours(m, 0.5) if abs(vec.area(c)) > 60]

    def f(cam2, scale):
        d = ""
        for c in loops:
            q = np.array(
                [
                    project(cam2, V(25 + (x - W / 2) * px + dx[0], 0, (y - H / 2) * px + dx[1]))[0]
                    * scale
                    for x, y in c
                ]
            )
            sg = vec.fit_closed(q, 0.08)
            if sg:
                d += vec.bez_path(sg)
        return d

    return f


BRAND, SIGNAL, AMBER, INK2, GHOST, TINTP = (
    "@brand",
    "@signal",
    "@amber",
    "@line",
    "@line-ghost",
    "@tint-brand",
)
Q = 0.075
SOFT = [1.0]
_edges = vec.edge_maps


def edges_soft(g, *a, **k):
    """thinner lines between fingers in small drawings, or the hand turns black"""
    S = _edges(g, *a, **k)
    if SOFT[0] < 1:
        f = np.isin(g["P"], (PARTS["finger"], PARTS["nail"]))
        S[0] *= np.where(f[:-1] | f[1:], SOFT[0], 1)
        S[1] *= np.where(f[:, :-1] | f[:, 1:], SOFT[0], 1)
    return S


vec.edge_maps = edges_soft


def lines_without(lines, parts=(), prims=True):
    """drop primitives of the given part numbers"""
    out = []
    keep = True
    for ln in lines:
        w = ln.split()
        if w[0] in ("cone", "ell", "loft", "rbox", "cyl"):
            keep = int(w[3]) not in parts
        elif w[0] == "group":
            keep = True
        if keep:
            out.append(ln)
    return out


class Frag:
    """one rendered drawing. pose may be None. keep: names of groups kept; nopart: part names removed"""

    def __init__(
        f,
        tag,
        pose,
        props,
        center,
        w,
        h,
        k,
        az=-14,
        el=9,
        px=None,
        base=0.36,
        keep=None,
        nopart=(),
        shadow=True,
        cast=None,
        face=True,
        closed=False,
        mouth="calm",
        extra=None,
        **kw
    ):
        px = px or Q
        f.k = k
        f.s = Scene()
        f.f = Figure(pose, f.s) if pose else None
        for fn in props:
            fn(f.s)
        if keep:
            only(f.s, keep)
        if nopart:
            f.s.lines = lines_without(f.s.lines, {PARTS[n] for n in nopart})
        f.cam = camera(V(center), az, el, int(w / px), int(h / px), px)
        f.W, f.H = w * k, h * k
        f.tint = ""
        cur = face_curves2(f.f, 0.55 + 0.6 * k, closed, mouth) if f.f and face else []
        if extra:
            cur = cur + extra(f.f)
        a = dict(
            curves=cur,
            bias=BIAS,
            tsig=0.7 / px,
            noline=(MAT, WALL),
            sigma=0.2 / px,
            min_shade=0.5 / px / px,
            tag=tag,
        )
        sh = shadow and pose
        pr = [q for q in props if getattr(q, "__name__", "") != "matp"] if cast is None else cast
        if sh:
            a["shadow"] = ground_shadow(pose, pr)
        a.update(kw)
        txt = f.s.text()
        key = (
            txt,
            sorted((k_, np.asarray(v).tolist()) for k_, v in f.cam.items()),
            k,
            base,
            [(np.round(np.array(c[0]), 3).tolist(), c[1:]) for c in cur],
            sorted((k_, v) for k_, v in a.items() if k_ not in ("curves", "shadow")),
            a["shadow"](f.cam, px * k) if sh else "",
        )

        def run():
            SOFT[0] = 0.45 if k < 0.4 else 1.0
            t = toon(txt, f.cam, k, base, **a)
            SOFT[0] = 1.0
            t["g"].pop("N", None)
            return t

        f.t = cached(key, run)
        f.g = f.t["g"]
        f.t = dict(f.t)

    def xy(f, w):
        q, z = project(f.cam, w)
        return q * f.t["scale"]

    def world(f):
        g, c = f.g, f.cam
        yy, xx = np.mgrid[0 : g["H"], 0 : g["W"]]
        px = c["px"]
        return (
            c["c"][None, None]
            + c["rx"][None, None] * ((xx + 0.5 - g["W"] / 2) * px)[..., None]
            - c["uy"][None, None] * ((yy + 0.5 - g["H"] / 2) * px)[..., None]
            + c["fw"][None, None] * g["D"][..., None]
        )

    def art(f):
        t = f.t
        return (
            '<g class="fills">%s</g><g class="shades" fill-rule="evenodd">%s</g>%s<g class="ink" fill="@line">%s</g>'
            % (
                "".join(t["fills"]).replace("<path ", '<path fill-rule="evenodd" '),
                "".join(t["shades"]),
                f.tint,
                "".join(t["lines"]),
            )
        )

    def patch(f, mask, field, col="@soleus", op=0.70, line=0.32, edge="@soleus-deep"):
        """tint a soft region (field>0) inside a mask; painted under the ink"""
        F = np.where(mask, np.clip(field * 3, -1, 1), -1).astype(np.float32)
        F = vec.gauss(F, 0.18 / f.cam["px"])
        sc = f.t["scale"]
        d = vec.region_path(F, 0, sc, 0.5, 0.6 / f.cam["px"] ** 2)
        if d:
            f.tint += '<path d="%s" fill="%s" fill-opacity="%.2f" fill-rule="evenodd"/>' % (
                d,
                col,
                op,
            ) + (
                '<path d="%s" fill="none" stroke="%s" stroke-width="%.2f"/>'
                % (d, edge, line / f.k * 0.42)
                if line
                else ""
            )
        return f

    def contact_tint(f, side="R", t=None, half=5.0, depth=0.3, **kw):
        """tint the rear skin of the shank that rests on the roller"""
        J = f.f.J
        k, a = J["knee" + side], J["ankle" + side]
        d = nrm(a - k)
        a2 = J["a2" + side]
        g = f.g
        m = (g["M"] == SKIN) & (g["P"] == PARTS["shank" + side])
        ys, xs = np.nonzero(m)
        if not len(ys):
            return f
        y0, y1, x0, x1 = ys.min() - 8, ys.max() + 8, xs.min() - 8, xs.max() + 8
        y0, x0 = max(0, y0), max(0, x0)
        Wd = f.world()
        q = Wd - k
        s = q @ d
        ant = q @ a2
        tc = (f.f.p.get("contact") if t is None else t) * SEG["shank"]
        fld = 1 - ((s - tc) / half) ** 2 - np.clip((ant + depth) / 2.6, 0, 9) ** 2
        return f.patch(m, fld, **kw)


def face_curves2(f, k, closed=False, mouth="calm"):
    cur = face_curves(f, k=k)
    P = f.HP
    if closed:  # closed lids: drop lid and iris, draw a soft downward arc
        out = []
        i = 0
        for sd in (1, -1):
            grp = cur[i : i + 4]
            i += 4
            lid = [
                P(
                    7.65 - 0.95 * max(0, u) ** 2 - 0.1 * abs(u),
                    -2.1 - 0.42 * (1 - u * u),
                    sd * (3.0 + 1.35 * u),
                )
                for u in np.linspace(-1, 1, 20)
            ]
            out += [(lid, 0.46 * k, "@line", 2.6)] + grp[2:]
        cur = out + cur[i:]
    return cur


# ------------------------------------------------------------------ layout
class Sheet:
    def __init__(s, W, H):
        s.W, s.H = W, H
        s.o = []
        s.defs = ""
        s.an = {}
        s.n = 0

    def add(s, x):
        s.o.append(x)
        return s

    def put(s, fr, sc, tx, ty, art=None, wrap=None):
        """place fragment: returns world -> sheet mm"""
        body = '<g transform="translate(%.2f %.2f) scale(%.4f)">%s</g>' % (
            tx,
            ty,
            sc,
            art if art is not None else fr.art(),
        )
        s.o.append(body if wrap is None else wrap(body))
        return lambda w: fr.xy(w) * sc + np.array([tx, ty])

    def at(s, fr, sc, world, x, y, **kw):
        """place so that a world point lands on (x, y)"""
        q = fr.xy(world) * sc
        return s.put(fr, sc, x - q[0], y - q[1], **kw)

    def lens(
        s,
        cx,
        cy,
        r,
        fr,
        sc,
        world,
        under="",
        over="",
        ring=0.55,
        col=INK2,
        bg="#fff",
        dx=0,
        dy=0,
        name="l",
    ):
        """round inset: world point in the middle. under/over: callables(map) -> svg"""
        s.n += 1
        i = "c%s%d" % (name, s.n)
        q = fr.xy(world) * sc
        tx, ty = cx - q[0] + dx, cy - q[1] + dy
        mp = lambda w: fr.xy(w) * sc + np.array([tx, ty])
        u = under(mp) if callable(under) else under
        v = over(mp) if callable(over) else over
        s.o.append(
            '<clipPath id="%s"><circle cx="%.2f" cy="%.2f" r="%.2f"/></clipPath><circle cx="%.2f" cy="%.2f" r="%.2f" fill="%s"/><g clip-path="url(#%s)">%s<g transform="translate(%.2f %.2f) scale(%.4f)">%s</g>%s</g><circle cx="%.2f" cy="%.2f" r="%.2f" fill="none" stroke="%s" stroke-width="%.2f"/>'
            % (i, cx, cy, r, cx, cy, r, bg, i, u, tx, ty, sc, fr.art(), v, cx, cy, r, col, ring)
        )
        return mp

    def disc(s, cx, cy, r, art, ring=0.55, col=INK2, bg="#fff"):
        """round inset holding art that is already in sheet millimetres"""
        s.n += 1
        i = "d%d" % s.n
        s.o.append(
            '<clipPath id="%s"><circle cx="%.2f" cy="%.2f" r="%.2f"/></clipPath>%s<g clip-path="url(#%s)">%s</g>%s'
            % (i, cx, cy, r, circ((cx, cy), r, bg), i, art, circ((cx, cy), r, "none", col, ring))
        )
        return s

    def anchor(s, name, p):
        s.an[name] = (float(p[0]), float(p[1]))
        return s

    def save(s, name):
        master.save(name, "".join(s.o), s.W, s.H, s.an)
        return s


# ------------------------------------------------------------------ signs (final mm)
def circ(c, r, fill="none", stroke=None, w=0.5, extra=""):
    return '<circle cx="%.2f" cy="%.2f" r="%.2f" fill="%s"%s %s/>' % (
        c[0],
        c[1],
        r,
        fill,
        ' stroke="%s" stroke-width="%.2f"' % (stroke, w) if stroke else "",
        extra,
    )


def line(pts, col=INK2, w=0.5, dash=None, halo=0, cap="round"):
    d = "M" + "L".join("%.2f %.2f" % tuple(q) for q in pts)
    e = ' stroke-dasharray="%s"' % dash if dash else ""
    return (
        '<path d="%s" fill="none" stroke="#fff" stroke-width="%.2f" stroke-linecap="%s" stroke-linejoin="round"/>'
        % (d, w + 2 * halo, cap)
        if halo
        else ""
    ) + '<path d="%s" fill="none" stroke="%s" stroke-width="%.2f" stroke-linecap="%s" stroke-linejoin="round"%s/>' % (
        d,
        col,
        w,
        cap,
        e,
    )


def curve(pts, col=INK2, w=0.5, halo=0, dash=None):
    d = smooth_path(catmull(pts, 12), False)
    e = ' stroke-dasharray="%s"' % dash if dash else ""
    return (
        '<path d="%s" fill="none" stroke="#fff" stroke-width="%.2f" stroke-linecap="round"/>'
        % (d, w + 2 * halo)
        if halo
        else ""
    ) + '<path d="%s" fill="none" stroke="%s" stroke-width="%.2f" stroke-linecap="round"%s/>' % (
        d,
        col,
        w,
        e,
    )


def arr(pts, w=1.9, head=5.0, col=BRAND, **kw):
    return arrow([np.asarray(p, float) for p in pts], w, head, col, **kw)


def target(c, r=2.6, col=SIGNAL):
    return circ(c, r + 0.75, "#fff") + circ(c, r, "none", col, r * 0.34) + circ(c, r * 0.38, col)


def bracket(a, b, n, h=1.5, col=BRAND, w=0.8, halo=0.6):
    """dimension line a-b with end ticks; n = unit normal"""
    a, b, n = np.asarray(a), np.asarray(b), np.asarray(n)
    P = [(a - n * h, a + n * h), (b - n * h, b + n * h), (a, b)]
    return "".join(line(p, "#fff", w + 2 * halo) for p in P) + "".join(line(p, col, w) for p in P)


def ok_sign(c, r=4.2):
    x, y = c
    return (
        circ(c, r + 0.6, "#fff")
        + circ(c, r, BRAND)
        + '<path d="M%.2f %.2fL%.2f %.2fL%.2f %.2f" fill="none" stroke="#fff" stroke-width="%.2f" stroke-linecap="round" stroke-linejoin="round"/>'
        % (x - r * 0.48, y + r * 0.02, x - r * 0.1, y + r * 0.42, x + r * 0.5, y - r * 0.4, r * 0.3)
    )


def no_sign(c, r=4.2):
    x, y = c
    k = r * 0.40
    return (
        '<rect x="%.2f" y="%.2f" width="%.2f" height="%.2f" rx="1" fill="#fff" stroke="#fff" stroke-width="1.2"/><rect x="%.2f" y="%.2f" width="%.2f" height="%.2f" rx="1" fill="%s"/><path d="M%.2f %.2fL%.2f %.2fM%.2f %.2fL%.2f %.2f" stroke="#fff" stroke-width="%.2f" stroke-linecap="round"/>'
        % (
            x - r * 0.92,
            y - r * 0.92,
            r * 1.84,
            r * 1.84,
            x - r * 0.92,
            y - r * 0.92,
            r * 1.84,
            r * 1.84,
            SIGNAL,
            x - k,
            y - k,
            x + k,
            y + k,
            x - k,
            y + k,
            x + k,
            y - k,
            r * 0.3,
        )
    )


def pause_sign(c, r=4.5):
    x, y = c
    return (
        circ(c, r + 0.6, "#fff")
        + circ(c, r, BRAND)
        + "".join(
            '<rect x="%.2f" y="%.2f" width="%.2f" height="%.2f" rx=".3" fill="#fff"/>'
            % (x + s * r * 0.30 - r * 0.14, y - r * 0.48, r * 0.28, r * 0.96)
            for s in (-1, 1)
        )
    )


def breath(m, k=1.0, col=BRAND, w=0.85):
    """three calm strokes leaving the mouth at m, to the right"""
    o = ""
    for dy, L, x0 in ((-2.3, 8.2, 2.2), (0, 10.4, 2.0), (2.3, 8.2, 2.2)):
        u = np.linspace(0, 1, 15)
        p = [
            m
            + np.array(
                [
                    x0 + L * v,
                    dy * (0.55 + 0.45 * v) + 0.62 * math.sin(v * 2 * math.pi) * (0.4 + 0.6 * v),
                ]
            )
            * k
            for v in u
        ]
        o += curve(p, "#fff", (w + 0.9) * k) + brush(
            catmull(p, 3), 0.25 * k, w * k * 1.25, 0.3 * k, col
        )
    return o


def gline(
    pose,
    props,
    cam,
    k,
    tag,
    keep=None,
    base=0.30,
    col=GHOST,
    sigma=None,
    nopart=(),
    fill=None,
    op=1,
):
    """ghost: outline of another position in the same camera"""
    s = Scene()
    fg = Figure(pose, s) if pose else None
    for fn in props:
        fn(s)
    if keep:
        only(s, keep)
    if nopart:
        s.lines = lines_without(s.lines, {PARTS[n] for n in nopart})
    txt = s.text()

    def run():
        g = gbuf.render(txt, cam)
        sc = cam["px"] * k
        return "".join(
            vec.ink(g, sc, base, sigma or 0.2 / cam["px"], (0.1, -0.76))
        ), vec.region_path(vec.gauss((g["D"] < 1e8).astype(np.float32), 1.1), 0.5, sc)

    d, r = cached(
        (txt, "gh", sorted((k_, np.asarray(v).tolist()) for k_, v in cam.items()), k, base, sigma),
        run,
    )
    return (
        '<path d="%s" fill="%s" fill-rule="evenodd"/>' % (r, fill) if fill else ""
    ) + '<path d="%s" fill="%s"%s/>' % (d, col, ' opacity="%.2f"' % op if op < 1 else ""), fg


# ------------------------------------------------------------------ fading
def _fade(body, W, H, x, y, i):
    return (
        '<linearGradient id="g%s" gradientUnits="userSpaceOnUse" x1="%.1f" x2="%.1f" y1="%.1f" y2="%.1f">'
        '<stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient>'
        '<mask id="m%s" maskUnits="userSpaceOnUse" x="0" y="0" width="%.1f" height="%.1f">'
        '<rect width="%.1f" height="%.1f" fill="url(#g%s)"/></mask><g mask="url(#m%s)">%s</g>'
        % (i, *x, *y, i, W, H, W, H, i, i, body)
    )


def fade_left(body, W, H, x0, x1, i):
    """alpha from nothing at x0 to full at x1; i: an id of its own in the picture"""
    return _fade(body, W, H, (x0, x1), (0, 0), i)


def fade_top(body, W, H, y0, y1, i):
    """alpha from nothing at y0 to full at y1"""
    return _fade(body, W, H, (0, 0), (y0, y1), i)
