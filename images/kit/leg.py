"""Close-ups of the leg: cameras, (t, u) places, skin, bone, muscle and tendon, zones, hatches.

Places on the leg: t runs down (0 knee joint line, 1 upper edge of the heel bone), u across (-1 inner
outline, 0 middle, +1 outer outline).  No words, marks or badges are drawn: they go to anchors.json.
"""
import math
import numpy as np
from anatomy import *
import gbuf, vec
from master import save
from draw import catmull, smooth_path, brush, stipple, in_poly, dist_poly, arc_pts, poly
import draw
from tissue import tone, ramp, row_edges, streamlines, engrave

INK, BRAND, PAIN, PAIN_DARK, AMBER = "@ink", "@brand", "@pain", "@signal-text", "@amber"
G70, G50, G20, TPET, TFLAME = "@g70", "@g50", "@g20", "@tint-brand", "@tint-pain"
WARM, COOL, GHOST = "@line-skin", "@line", "@line-ghost"
PXA = 0.03
HT = 42.5  # cm from the knee joint line to the upper edge of the heel bone
C = dict(
    mus="@soleus",
    mus1="@soleus-shade",
    mus2="@soleus-deep",
    mushi="@soleus-light",
    mfib="@fibre",
    mfhi="@fibre-light",
    gas="@gastroc",
    gas1="@gastroc-shade",
    gas2="@gastroc-deep",
    gashi="@gastroc-light",
    ten="@tendon",
    ten1="@tendon-shade",
    ten2="@tendon-deep",
    tenf="@tendon-fibre",
    bone="@bone",
    bone1="@bone-shade",
    bone2="@bone-deep",
    boneb="@bone-line",
    skin="@pale",
    skin1="@pale-shade",
    skin2="@pale-deep",
)
SKN = dict(base="@skin-2", hi="@skin-1", s1="@skin-4", s2="@skin-6", s3="@skin-8")


def arrow(pts, w=1.5, head=4.2, col=BRAND, **k):
    return draw.arrow(pts, w, head, col, **k)


def qbez(a, c, b, n=9):
    a, c, b = (np.asarray(v, float) for v in (a, c, b))
    return [a * (1 - t) ** 2 + c * 2 * t * (1 - t) + b * t * t for t in np.linspace(0, 1, n)]


class Pic:
    """one camera on a scene in cm; drawing in mm"""

    def __init__(p, center, w, h, mmcm, az=90, el=0, px=None, cam=None):
        p.px = px or PXA
        p.k = mmcm
        p.W, p.H = int(round(w / p.px)), int(round(h / p.px))
        p.cam = cam or camera(center, az, el, p.W, p.H, p.px)
        p.sc = p.px * mmcm
        p.mw, p.mh = p.W * p.sc, p.H * p.sc

    def pt(p, v):
        return project(p.cam, V(v))[0] * p.sc

    def zh(p, z, h, x=-4):
        return p.pt((x, -h, z))

    def render(p, fn):
        s = Scene()
        fn(s)
        return gbuf.render(s.text(), p.cam)

    def sil(p, m, err=0.5):
        return vec.region_path(vec.gauss(m.astype(np.float32), 1.1), 0.5, p.sc, err)

    def ink(p, g, base, jump=1.0, col=WARM, light=(-0.38, -0.5), crease=48, drop=None, smooth=0.1):
        return '<path d="%s" fill="%s"/>' % (
            "".join(vec.ink(g, p.sc, base, smooth / p.px, light, jump, crease=crease, drop=drop)),
            col,
        )

    def softskin(p, g, m=None, light=(-0.34, 0.42, 0.84), sig=0.32, occ=0.25, tint=None):
        m = g["D"] < 1e8 if m is None else m
        t = tone(g, light=light, sig=sig / p.px, px=p.px, occ=occ)
        return ramp(
            g,
            m,
            t,
            p.sc,
            SKN["base"],
            [
                (">", 0.90, SKN["hi"]),
                ("<", 0.72, "@skin-3"),
                ("<", 0.60, SKN["s1"]),
                ("<", 0.47, "@skin-5"),
                ("<", 0.34, SKN["s2"]),
                ("<", 0.20, "@skin-7"),
                ("<", 0.05, SKN["s3"]),
            ],
            min_area=40 / p.px * 0.03 / 0.03,
            soft=1.6,
        )

    def paleskin(p, g, m=None, light=(-0.38, 0.50, 0.78)):
        m = g["D"] < 1e8 if m is None else m
        t = tone(g, light=light, sig=0.25 / p.px, px=p.px, occ=0.15)
        return ramp(
            g,
            m,
            t,
            p.sc,
            C["skin"],
            [("<", 0.70, C["skin1"]), ("<", 0.38, C["skin2"])],
            min_area=(0.8 / p.px) ** 2 * 0.2,
        )

    def bone(p, g, m, t):
        return ramp(
            g,
            m,
            t,
            p.sc,
            C["bone"],
            [("<", 0.62, C["bone1"]), ("<", 0.32, C["bone2"])],
            min_area=(0.5 / p.px) ** 2 * 0.2,
        )

    def muscle(p, g, mask, full, kind, col, t, dsep=0.85, seed=1, hi=True, wmax=0.24, fld=None):
        if not mask.any():
            return ""
        o = ramp(
            g,
            mask,
            t,
            p.sc,
            C[col],
            [("<", 0.66, C[col + "1"]), ("<", 0.36, C[col + "2"])]
            + ([(">", 0.93, C[col + "hi"])] if hi else []),
            min_area=(0.6 / p.px) ** 2 * 0.2,
        )
        if fld is None:
            l, r, a, b = row_edges(full, 0.35 / p.px)
            fld = (
                field_sol(p, l, r, a, b)
                if kind == "sol"
                else field_edges(l, r, a, b, 0.05 if kind == "gas" else 0)
            )
        er = vec.gauss(mask.astype(np.float32), 1.5) > 0.93
        ln = streamlines(er, fld, dsep / p.sc, max(1.5, 0.06 / p.px), 7.5 / p.px, 1.0 / p.px, seed)
        o += '<path d="%s" fill="%s"/>' % (
            engrave(ln, t, p.sc, (0.05, wmax), 0.1, 1.0, 0.05),
            C["mfib"],
        )
        ln2 = streamlines(
            er & (t > 0.78),
            fld,
            dsep * 1.5 / p.sc,
            max(1.5, 0.06 / p.px),
            4 / p.px,
            0.8 / p.px,
            seed + 7,
        )
        return o + '<path d="%s" fill="%s" opacity=".75"/>' % (
            engrave(ln2, t, p.sc, (0.05, 0.16), 0.7, 1.0, 0.05, invert=True),
            C["mfhi"],
        )

    def tendon(p, g, mask, t, seed=5, dsep=0.75, fld=None):
        if not mask.any():
            return ""
        o = ramp(
            g,
            mask,
            t,
            p.sc,
            C["ten"],
            [("<", 0.60, C["ten1"]), ("<", 0.30, C["ten2"])],
            min_area=(0.5 / p.px) ** 2 * 0.2,
        )
        l, r, a, b = row_edges(mask, 0.35 / p.px)
        er = vec.gauss(mask.astype(np.float32), 1.5) > 0.93
        ln = streamlines(
            er,
            fld or field_edges(l, r, a, b),
            dsep / p.sc,
            max(1.5, 0.06 / p.px),
            9 / p.px,
            1.0 / p.px,
            seed,
        )
        return o + '<path d="%s" fill="%s" opacity=".8"/>' % (
            engrave(ln, t, p.sc, (0.04, 0.14), 0.1, 1.0, 0.05),
            C["tenf"],
        )


def field_edges(l, r, a, b, k=0.0):
    dl = np.gradient(np.nan_to_num(l))
    dr = np.gradient(np.nan_to_num(r))

    def f(x, y):
        i = int(y)
        if i < a + 1 or i >= b - 1:
            return None
        u = (x - l[i]) / max(r[i] - l[i], 1)
        dx = dl[i] * (1 - u) + dr[i] * u - k * (u - 0.5) * 2
        dx = max(-1.6, min(1.6, dx))
        n = math.hypot(dx, 1)
        return dx / n, 1 / n

    return f


def field_sol(p, l, r, a, b, ang=24):
    xc = float(p.zh(0, 20)[0] / p.sc)
    tn = math.tan(math.radians(ang))
    dl = np.gradient(np.nan_to_num(l))
    dr = np.gradient(np.nan_to_num(r))

    def f(x, y):
        i = int(y)
        if i < a + 1 or i >= b - 1:
            return None
        lat = x > xc
        e = r[i] if lat else l[i]
        u = min(1, max(0, (x - xc) / max(e - xc, 1) if lat else (xc - x) / max(xc - e, 1)))
        ed = max(-0.9, min(0.9, dr[i] if lat else dl[i]))
        dx = ed * u**2 + (-tn if lat else tn) * (1 - u**2)
        n = math.hypot(dx, 1)
        return dx / n, 1 / n

    return f


def field_table(p, rows):
    """fibres that keep their share of the width of a table (z centre, lateral, medial) on the way down"""
    T = np.array(rows, float)
    hs = np.arange(T[0, 0], T[-1, 0], 0.1)
    c, a, b = [pchip(T[:, 0], T[:, j], hs) for j in (1, 3, 4)]
    z0 = float(p.zh(0, 20)[0])
    y0 = float(p.zh(0, 0)[1])
    a, b = vec.smooth1(a, 12, False), vec.smooth1(b, 12, False)
    da, db, dc = np.gradient(a, 0.1), np.gradient(b, 0.1), np.gradient(c, 0.1)

    def f(x, y):
        h = (y * p.sc - y0) / p.k
        i = int(np.clip((h - hs[0]) / 0.1, 0, len(hs) - 1))
        z = (x * p.sc - z0) / p.k - c[i]
        u = z / max(a[i], 0.3) if z > 0 else z / max(b[i], 0.3)
        u = max(-1.1, min(1.1, u))
        dx = dc[i] + (u * da[i] if z > 0 else u * db[i])
        dx = max(-1, min(1, dx))
        n = math.hypot(dx, 1)
        return dx / n, 1 / n

    return f


# ---- muscle tables moved to measured landmarks: bellies end at t .55 (inner) and .51 (outer), notch .44, cord narrowest at .86
def _mv(rows, h0, a, b):
    return [
        ((h0 + (r[0] - h0) * (b - h0) / (a - h0)) if r[0] > h0 else r[0],) + tuple(r[1:])
        for r in rows
    ]


GAS_M2, GAS_L2 = _mv(GAS_M, 5, 21.7, 23.4), _mv(GAS_L, 5, 18.3, 21.6)
TENDON2 = (
    [r for r in TENDON if r[0] < 33]
    + [
        (34.0, 0, -3.62, 0.84, 0.84, 0.48, 0.36),
        (36.5, 0, -3.85, 0.74, 0.74, 0.5, 0.4),
        (39.0, 0, -4.25, 0.78, 0.78, 0.48, 0.4),
        (41.0, -0.05, -4.75, 0.88, 0.88, 0.45, 0.38),
    ]
    + [r for r in TENDON if r[0] > 42]
)
APO2 = [
    (14, 0, -4.8, 3.3, 3.7, 0.2, 0.2),
    (19, 0, -5.05, 3.1, 3.6, 0.2, 0.2),
    (22, -0.1, -4.95, 2.75, 3.1, 0.2, 0.2),
    (25, -0.1, -4.55, 2.2, 2.35, 0.25, 0.2),
    (27.5, 0, -4.1, 1.75, 1.8, 0.3, 0.22),
    (30, 0, -3.72, 1.3, 1.33, 0.4, 0.28),
] + [r for r in TENDON2 if r[0] >= 32.5]


def soleus2(s, tendon=True):
    s.group("sol")
    L(s, "sol", MUS, "solL", 1.0, SOL_L)
    L(s, "sol", MUS, "solM", 1.0, SOL_M)
    if tendon:
        s.group("ten")
        L(s, "ten", TEN, "ten", 0.3, TENDON2)


SOL_SIDE = [
    (2.4, 4.0, -1.9, 0.3, 0.3, 0.3, 0.3),
    (3.2, 3.8, -2.0, 0.7, 0.8, 0.6, 0.7),
    (4.5, 3.55, -2.15, 0.9, 1.3, 0.75, 0.95),
    (6.5, 3.15, -2.45, 1.3, 2.0, 1.0, 1.5),
    (9, 2.8, -2.75, 1.75, 2.6, 1.15, 2.0),
    (13, 2.45, -3.0, 2.15, 3.0, 1.3, 2.35),
    (17, 2.15, -3.1, 2.25, 3.0, 1.35, 2.3),
    (22, 1.65, -3.0, 2.15, 2.7, 1.3, 1.85),
    (27, 1.1, -2.9, 1.8, 2.2, 1.15, 1.2),
    (31, 0.75, -2.95, 1.3, 1.6, 0.85, 0.72),
    (34.5, 0.45, -3.25, 0.8, 1.0, 0.5, 0.5),
    (37.2, 0.2, -3.7, 0.3, 0.3, 0.2, 0.2),
]


def gastroc2(s, apo=True, stump=None):
    if apo:
        s.group("ten")
        L(s, "ten", TEN, "apo", 0.6, APO2, n=60)
    tr = (
        lambda rows: rows
        if stump is None
        else [r for r in rows if r[0] < stump]
        + [
            (stump,)
            + tuple(
                float(pchip([q[0] for q in rows], [q[j] for q in rows], [stump])[0])
                for j in range(1, 7)
            )
        ]
    )
    s.group("gas")
    L(s, "gas", GAS, "gasM", 0.25, tr(GAS_M2))
    s.group("gasl")
    L(s, "gasl", GAS, "gasL", 0.25, tr(GAS_L2))


LANDMARK = [
    ([(-3.9, 0.6), (-1.5, 1.25), (1.5, 1.2), (3.7, 0.3)], 0.30),
    ([(-2.6, 2.6), (-0.6, 3.0), (1.4, 2.9)], 0.16),
    ([(-4.35, 18.6), (-3.6, 21.6), (-2.3, 23.1), (-0.8, 22.2)], 0.26),
    ([(3.9, 17.4), (3.1, 20.2), (2.0, 21.2), (0.8, 20.2)], 0.22),
    ([(0.05, 7.5), (0.0, 12), (-0.1, 18.2)], 0.20),
    ([(-1.15, 30.5), (-0.92, 34.5), (-0.92, 38), (-1.35, 41.2)], 0.26),
    ([(1.2, 31), (0.92, 35), (0.88, 38), (1.25, 41)], 0.30),
    ([(-3.0, -9), (-3.3, -5), (-3.4, -2)], 0.22),
    ([(3.1, -9), (3.4, -5), (3.5, -2.4)], 0.26),
    ([(-2.1, 45.2), (-0.2, 45.9), (1.7, 45.3)], 0.14),
    ([(-2.4, 41.6), (-2.9, 43.0)], 0.18),
    ([(2.5, 42.6), (3.0, 43.8)], 0.2),
]


class Leg(Pic):
    """right leg from behind; h0..h1 cm below the knee line"""

    n = 0
    fd = 0.9

    def __init__(p, h0=-8, h1=50, w=17, mmcm=2.3, zc=0.75, fade=9, gone=0):
        Pic.__init__(p, (0, -(h0 + h1) / 2, zc), w, h1 - h0, mmcm)
        p.h0, p.h1, p.fadecm, p.gone = h0, h1, fade, gone
        Leg.n += 1
        p.id = "L%d" % Leg.n
        p.g = p.render(lambda s: leg_skin(s))
        p.m = p.g["D"] < 1e8
        heel = p.m & (p.g["D"] < 0.5)
        p.hm = p.m & ((p.g["D"] < 0.5) | ((h0 + (np.arange(p.H) + 0.5) * p.px)[:, None] < 40.5))
        l, r, a, b = row_edges(p.m, 0.25 / p.px)
        l2, r2, a2, b2 = (
            row_edges(heel, 0.25 / p.px)
            if heel[int(0.9 * p.H) :].any() and h1 > 44
            else (l, r, a, b)
        )
        hh = h0 + (np.arange(p.H) + 0.5) * p.px
        w = np.clip((hh - 40.5) / 1.5, 0, 1)
        p.l = np.where(w > 0, (1 - w) * l + w * l2, l)
        p.r = np.where(w > 0, (1 - w) * r + w * r2, r)
        p.hlast = h0 + (b2 - 1) * p.px

    def lr(p, h):
        h = min(max(h, p.h0 + 0.2), p.hlast - 0.15)
        i = (h - p.h0) / p.px - 0.5
        k = np.arange(p.H)
        ok = ~np.isnan(p.l)
        return float(np.interp(i, k[ok], p.l[ok])), float(np.interp(i, k[ok], p.r[ok]))

    def tu(p, t, u):
        l, r = p.lr(t * HT)
        return np.array([(l + r) / 2 + u * (r - l) / 2, (t * HT - p.h0) / p.px]) * p.sc

    def path(p, tu, closed=True, n=14):
        return catmull([p.tu(*q) for q in tu], n, closed)

    def defs(p):
        """clip to the leg, and the mask that fades its top: nothing for `gone` cm, then `fadecm`"""
        f0, f = p.gone / (p.h1 - p.h0), (p.gone + p.fadecm) / (p.h1 - p.h0)
        return (
            '<defs><clipPath id="%sc"><path d="%s" clip-rule="evenodd"/></clipPath><linearGradient id="%sg" x1="0" y1="0" x2="0" y2="1"><stop offset="%.3f" stop-color="#fff" stop-opacity="0"/><stop offset="%.3f" stop-color="#fff"/></linearGradient><mask id="%sm"><rect width="%.1f" height="%.1f" fill="url(#%sg)"/></mask></defs>'
            % (p.id, p.sil(p.hm), p.id, f0, f, p.id, p.mw, p.mh, p.id)
        )

    def strokes(p, items=LANDMARK, col="@line-crease"):
        return "".join(
            brush(catmull([p.zh(z, h) for z, h in pts], 12), 0.04, w * p.k / 2.3, 0.04, col)
            for pts, w in items
        )

    def skin(p, mid="", over="", base=0.46):
        return p.defs() + '<g mask="url(#%sm)">%s%s%s%s</g>%s' % (
            p.id,
            p.softskin(p.g),
            p.strokes(),
            mid,
            p.ink(p.g, base * min(1, 0.5 + 0.5 * p.k / 2.3), 1.2, smooth=0.28),
            over,
        )

    def clip(p, o):
        return '<g clip-path="url(#%sc)">%s</g>' % (p.id, o)


def rrect(t0, t1, u0, u1, e=3.0, n=40):
    """rounded field (superellipse) in (t, u)"""
    o = []
    for a in np.linspace(0, 2 * math.pi, n, endpoint=False):
        c, s = math.cos(a), math.sin(a)
        o.append(
            (
                (t0 + t1) / 2 + (t1 - t0) / 2 * math.copysign(abs(s) ** (2 / e), s),
                (u0 + u1) / 2 + (u1 - u0) / 2 * math.copysign(abs(c) ** (2 / e), c),
            )
        )
    return o


def halftone(core, spill, pitch=0.95, angle=18, tint=0.20, rim=True, fade=6.0, k=1.0, smax=0.24):
    """core: list of closed mm polygons (dense); spill: list of closed mm polygons (sparse, fading outwards over `fade` mm)"""
    o = ""
    for c in core:
        o += '<path d="%s" fill="%s" opacity="%.2f"/>' % (smooth_path(c), PAIN, tint)
    ins_core = (
        lambda P: np.any([in_poly(c, P) for c in core], axis=0) if core else np.zeros(len(P), bool)
    )
    dcore = (
        lambda P: np.min([dist_poly(c, P) for c in core], axis=0) if core else np.full(len(P), 99.0)
    )
    for s in spill:

        def den(P, s=s):
            d = np.clip(dist_poly(s, P) / fade, 0, 1)
            base = 0.03 + smax * d
            if core:
                base = np.where(dcore(P) < pitch * 0.55, 0, base)
            return np.where(ins_core(P), 0, base)

        o += stipple(s, den, pitch, 0.50 * k, 0.10 * k, PAIN, angle=angle)
    for c in core:
        o += stipple(
            c,
            lambda P, c=c: np.clip(0.56 + dist_poly(c, P) / 16.0, 0, 0.80),
            pitch,
            0.50 * k,
            0.10 * k,
            PAIN,
            angle=angle,
        )
    if rim:
        o += "".join(
            '<path d="%s" fill="none" stroke="%s" stroke-width=".28" opacity=".8"/>'
            % (smooth_path(c), PAIN)
            for c in core
        )
    return o


def hatch_def(id, col, gap=0.8, w=0.35, ang=45, under=None, uop=0.0):
    return (
        '<defs><pattern id="%s" width="%.2f" height="%.2f" patternUnits="userSpaceOnUse" patternTransform="rotate(%g)">%s<rect width="%.2f" height="%.2f" fill="%s"/></pattern></defs>'
        % (
            id,
            gap,
            gap,
            ang,
            '<rect width="%.2f" height="%.2f" fill="%s" fill-opacity="%.2f"/>'
            % (gap, gap, under, uop)
            if under
            else "",
            w,
            gap,
            col,
        )
    )


def at(g, dx=0, dy=0, k=1.0):
    return '<g transform="translate(%.2f %.2f)%s">%s</g>' % (
        dx,
        dy,
        "" if k == 1 else " scale(%.4f)" % k,
        g,
    )


def rot_rows(rows, df):
    """tendon pulled straight from the end of the muscle to the heel as the foot turns by df degrees about the ankle"""
    a = math.radians(df)
    R = lambda h, x: (
        ANK_H - (x * math.sin(a) - (h - ANK_H) * math.cos(a)),
        x * math.cos(a) + (h - ANK_H) * math.sin(a),
    )
    o = []
    h0, x0 = 30.0, -3.6
    hi, xi = R(45.4, -5.35)
    for r in rows:
        h, z, x = r[:3]
        if h > h0:
            u = min(1, (h - h0) / (45.4 - h0))
            h2, x2 = h0 + (hi - h0) * u, x0 + (xi - x0) * u + (1.0 if df < -8 else 0.25) * math.sin(
                u * math.pi
            )
            if h > 45.4:
                h2, x2 = h2 + (h - 45.4) * 0.6, x2
            h, x = h2, x2
        o.append((h, z, x) + tuple(r[3:]))
    return sorted(o)
