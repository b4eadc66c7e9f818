"""Drawing in the plane, in mm: splines, tapered strokes, arrows, halftone dots."""
import math
import numpy as np
import vec

INK = "@line"
BLUE = "@brand"
RED = "@pain"


def catmull(pts, n=24, closed=False, alpha=0.5):
    P = [np.asarray(p, float) for p in pts]
    out = []
    if closed:
        Q = [P[-1]] + P + [P[0], P[1]]
    else:
        Q = [2 * P[0] - P[1]] + P + [2 * P[-1] - P[-2]]
    for i in range(1, len(Q) - 2):
        p0, p1, p2, p3 = Q[i - 1 : i + 3]
        t0 = 0
        t1 = t0 + max(np.linalg.norm(p1 - p0), 1e-6) ** alpha
        t2 = t1 + max(np.linalg.norm(p2 - p1), 1e-6) ** alpha
        t3 = t2 + max(np.linalg.norm(p3 - p2), 1e-6) ** alpha
        for t in np.linspace(t1, t2, n, endpoint=False):
            a1 = (t1 - t) / (t1 - t0) * p0 + (t - t0) / (t1 - t0) * p1
            a2 = (t2 - t) / (t2 - t1) * p1 + (t - t1) / (t2 - t1) * p2
            a3 = (t3 - t) / (t3 - t2) * p2 + (t - t2) / (t3 - t2) * p3
            b1 = (t2 - t) / (t2 - t0) * a1 + (t - t0) / (t2 - t0) * a2
            b2 = (t3 - t) / (t3 - t1) * a2 + (t - t1) / (t3 - t1) * a3
            out.append((t2 - t) / (t2 - t1) * b1 + (t - t1) / (t2 - t1) * b2)
    if not closed:
        out.append(P[-1])
    return np.array(out)


def poly(p, closed=True):
    return "M" + "L".join("%.2f %.2f" % tuple(q) for q in p) + ("Z" if closed else "")


def smooth_path(p, closed=True, err=0.03):
    p = np.asarray(p, float)
    if closed:
        return vec.bez_path(vec.fit_closed(vec.resample(p, 0.25, True), err, 4, 50))
    return vec.bez_path(vec.fit_open(vec.resample(p, 0.25), err), False)


def brush(p, w0, w1=None, w2=None, col=INK, err=0.012):
    """tapered stroke along p: widths start, middle, end"""
    p = vec.resample(np.asarray(p, float), 0.3)
    n = len(p)
    u = np.linspace(0, 1, n)
    w1 = w0 if w1 is None else w1
    w2 = w1 if w2 is None else w2
    w = np.where(
        u < 0.5, w0 + (w1 - w0) * np.sin(u * math.pi), w2 + (w1 - w2) * np.sin(u * math.pi)
    )
    return '<path d="%s" fill="%s"/>' % (vec.stroke_path(p, np.maximum(w, 0.03), False, err), col)


def arrow(pts, w=1.5, head=4.2, col=BLUE, both=False, halo=0.6, tail=0.55, n=24):
    """solid curved arrow with white halo; width grows from tail to head"""
    p = vec.resample(catmull(pts, n), 0.25)
    s = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])
    L = s[-1]
    hl = head * 1.05
    t = np.gradient(p, axis=0)
    t /= np.linalg.norm(t, axis=1, keepdims=True) + 1e-9
    nn = np.stack([-t[:, 1], t[:, 0]], 1)
    i1 = int(np.searchsorted(s, L - hl))
    i0 = int(np.searchsorted(s, hl)) if both else 0

    def at(x):
        return np.array([np.interp(x, s, p[:, 0]), np.interp(x, s, p[:, 1])])

    u = (s[i0 : i1 + 1] - s[i0]) / max(s[i1] - s[i0], 1e-6)
    ww = np.full(len(u), w) if both else w * (tail + (1 - tail) * u)
    a = p[i0 : i1 + 1] + nn[i0 : i1 + 1] * ww[:, None] / 2
    b = p[i0 : i1 + 1] - nn[i0 : i1 + 1] * ww[:, None] / 2
    base = p[i1]
    tip = at(L)
    d = tip - base
    d /= np.linalg.norm(d)
    m = np.array([-d[1], d[0]])
    bk = base - d * head * 0.18
    P = list(a) + [bk + m * head / 2, tip, bk - m * head / 2] + list(b[::-1])
    if both:
        base = p[i0]
        tip = at(0)
        d = tip - base
        d /= np.linalg.norm(d)
        m = np.array([-d[1], d[0]])
        bk = base - d * head * 0.18
        P += [bk + m * head / 2, tip, bk - m * head / 2]
    d_ = poly(np.array(P))
    h = (
        '<path d="%s" fill="#fff" stroke="#fff" stroke-width="%.2f" stroke-linejoin="round"/>'
        % (d_, halo * 2)
        if halo
        else ""
    )
    return h + '<path d="%s" fill="%s" stroke="%s" stroke-width=".25" stroke-linejoin="round"/>' % (
        d_,
        col,
        col,
    )


def arc_pts(c, rx, ry, a0, a1, n=9, rot=0):
    r = math.radians(rot)
    o = []
    for a in np.linspace(a0, a1, n):
        x, y = rx * math.cos(math.radians(a)), ry * math.sin(math.radians(a))
        o.append(
            (c[0] + x * math.cos(r) - y * math.sin(r), c[1] + x * math.sin(r) + y * math.cos(r))
        )
    return o


# ---------------------------------------------------------------- halftone / stipple
def in_poly(P, pts):
    x, y = pts[:, 0], pts[:, 1]
    ins = np.zeros(len(pts), bool)
    n = len(P)
    j = n - 1
    for i in range(n):
        xi, yi = P[i]
        xj, yj = P[j]
        c = ((yi > y) != (yj > y)) & (
            x < (xj - xi) * (y - yi) / ((yj - yi) if yj != yi else 1e-9) + xi
        )
        ins ^= c
        j = i
    return ins


def dist_poly(P, pts):
    d = np.full(len(pts), 1e9)
    Q = np.vstack([P, P[:1]])
    for a, b in zip(Q[:-1], Q[1:]):
        ab = b - a
        t = np.clip(((pts - a) @ ab) / max(ab @ ab, 1e-12), 0, 1)
        d = np.minimum(d, np.linalg.norm(pts - a - t[:, None] * ab, axis=1))
    return d


def stipple(
    zone, density, pitch=1.0, rmax=0.42, rmin=0.10, col=RED, seed=3, jitter=0.0, angle=20, clip=None
):
    """rotated dot grid; dot radius follows density(x,y) in 0..1 (1 = nearly solid).  One compound path."""
    P = np.asarray(zone)
    x0, y0 = P.min(0) - 2
    x1, y1 = P.max(0) + 2
    a = math.radians(angle)
    c, s = math.cos(a), math.sin(a)
    R = max(x1 - x0, y1 - y0) * 1.5
    ctr = np.array([(x0 + x1) / 2, (y0 + y1) / 2])
    k = int(R / pitch) + 2
    I, Jy = np.meshgrid(np.arange(-k, k + 1), np.arange(-k, k + 1))
    off = (Jy % 2) * 0.5
    gx = (I + off) * pitch
    gy = Jy * pitch * math.sqrt(3) / 2
    pts = np.stack(
        [ctr[0] + gx.ravel() * c - gy.ravel() * s, ctr[1] + gx.ravel() * s + gy.ravel() * c], 1
    )
    if jitter:
        pts = pts + np.random.default_rng(seed).normal(0, jitter, pts.shape)
    m = in_poly(P, pts)
    pts = pts[m]
    den = density(pts)
    o = []
    for (x, y), d in zip(pts, den):
        if d <= 0.02:
            continue
        r = round(rmin + (rmax - rmin) * math.sqrt(min(1, d)), 2)
        o.append(
            "M%.2f %.2fa%.2f %.2f 0 1 0 %.2f 0a%.2f %.2f 0 1 0 %.2f 0"
            % (x - r, y, r, r, 2 * r, r, r, -2 * r)
        )
    return '<path d="%s" fill="%s"%s/>' % (
        "".join(o),
        col,
        ' clip-path="url(#%s)"' % clip if clip else "",
    )
