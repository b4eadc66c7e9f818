"""From g-buffers to lines: contours, Bezier fits, and ink of varying width, in mm at final size.

Ink runs where neighbouring pixels differ: hit and miss, a jump in depth beyond what the slope
explains, another material or part, a crease.  Pixel cracks are chained, joined at junctions, fitted
with cubic Beziers by least squares and given a width on both sides.
"""
import math
import numpy as np


# ------------------------------------------------------------------ raster helpers
def gauss(a, sigma):
    if sigma <= 0:
        return a
    r = int(math.ceil(3 * sigma))
    k = np.exp(-0.5 * (np.arange(-r, r + 1) / sigma) ** 2)
    k /= k.sum()
    a = a.astype(np.float32)
    for ax in (0, 1):
        p = np.pad(a, [(r, r) if i == ax else (0, 0) for i in (0, 1)], mode="edge")
        o = np.zeros_like(a)
        n = a.shape[ax]
        for i, w in enumerate(k):
            o += np.float32(w) * (p[i : i + n] if ax == 0 else p[:, i : i + n])
        a = o
    return a


def contours(F, level=0.5):
    """closed iso-contours of field F (padded with low values); inside (>=level) on the left... returns list of (n,2) x,y arrays in pixel units (pixel centre = +0.5)"""
    P = np.full((F.shape[0] + 2, F.shape[1] + 2), level - 1.0, np.float32)
    P[1:-1, 1:-1] = F
    B = P >= level
    c = B[:-1, :-1] * 1 + B[:-1, 1:] * 2 + B[1:, 1:] * 4 + B[1:, :-1] * 8
    ys, xs = np.nonzero((c != 0) & (c != 15))
    nxt = {}
    pts = {}

    def pt(kind, y, x):
        k = (kind, y, x)
        if k not in pts:
            a = P[y, x]
            b = P[y, x + 1] if kind == 0 else P[y + 1, x]
            t = float((level - a) / (b - a))
            pts[k] = (x + t, float(y)) if kind == 0 else (float(x), y + t)
        return k

    # edges of a cell: T(0,y,x) R(1,y,x+1) B(0,y+1,x) L(1,y,x)
    TB = {
        1: [("L", "T")],
        2: [("T", "R")],
        3: [("L", "R")],
        4: [("R", "B")],
        5: [("L", "T"), ("R", "B")],
        6: [("T", "B")],
        7: [("L", "B")],
        8: [("B", "L")],
        9: [("B", "T")],
        10: [("T", "R"), ("B", "L")],
        11: [("B", "R")],
        12: [("R", "L")],
        13: [("R", "T")],
        14: [("T", "L")],
    }
    for y, x in zip(ys.tolist(), xs.tolist()):
        E = {"T": (0, y, x), "R": (1, y, x + 1), "B": (0, y + 1, x), "L": (1, y, x)}
        for a, b in TB[int(c[y, x])]:
            nxt[pt(*E[a])] = pt(*E[b])
    out = []
    seen = set()
    for s in list(nxt):
        if s in seen:
            continue
        k = s
        loop = []
        while k not in seen and k in nxt:
            seen.add(k)
            loop.append(pts[k])
            k = nxt[k]
        if len(loop) > 3:
            out.append(np.array(loop) - 0.5)
    return out


def area(p):
    x, y = p[:, 0], p[:, 1]
    return 0.5 * float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))


# ------------------------------------------------------------------ Bezier fitting (least squares with recursive split)
def _bez(c, t):
    t = t[:, None]
    return (
        (1 - t) ** 3 * c[0]
        + 3 * (1 - t) ** 2 * t * c[1]
        + 3 * (1 - t) * t * t * c[2]
        + t**3 * c[3]
    )


def _fit(p, t1, t2, err, out, depth=0):
    n = len(p)
    if n == 2:
        d = np.linalg.norm(p[1] - p[0]) / 3
        out.append(np.array([p[0], p[0] + t1 * d, p[1] + t2 * d, p[1]]))
        return
    u = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])
    u /= max(u[-1], 1e-9)
    for it in range(3):
        b1 = 3 * (1 - u) ** 2 * u
        b2 = 3 * (1 - u) * u * u
        b0 = (1 - u) ** 3
        b3 = u**3
        A1 = t1 * b1[:, None]
        A2 = t2 * b2[:, None]
        r = p - (p[0] * (b0 + b1)[:, None] + p[-1] * (b2 + b3)[:, None])
        c00 = (A1 * A1).sum()
        c01 = (A1 * A2).sum()
        c11 = (A2 * A2).sum()
        x0 = (A1 * r).sum()
        x1 = (A2 * r).sum()
        det = c00 * c11 - c01 * c01
        L = np.linalg.norm(p[-1] - p[0])
        a = b = -1
        if abs(det) > 1e-12:
            a = (x0 * c11 - x1 * c01) / det
            b = (c00 * x1 - c01 * x0) / det
        if not (1e-3 * L < a < 3 * L and 1e-3 * L < b < 3 * L):
            a = b = L / 3
        C = np.array([p[0], p[0] + t1 * a, p[-1] + t2 * b, p[-1]])
        q = _bez(C, u)
        d = ((q - p) ** 2).sum(1)
        m = int(d.argmax())
        if d[m] < err * err:
            out.append(C)
            return
        if d[m] > 16 * err * err:
            break
        d1 = (
            3 * ((1 - u) ** 2)[:, None] * (C[1] - C[0])
            + 6 * ((1 - u) * u)[:, None] * (C[2] - C[1])
            + 3 * (u * u)[:, None] * (C[3] - C[2])
        )
        d2 = 6 * (1 - u)[:, None] * (C[2] - 2 * C[1] + C[0]) + 6 * u[:, None] * (
            C[3] - 2 * C[2] + C[1]
        )
        num = ((q - p) * d1).sum(1)
        den = (d1 * d1).sum(1) + ((q - p) * d2).sum(1)
        u = np.clip(np.where(abs(den) > 1e-9, u - num / np.where(abs(den) > 1e-9, den, 1), u), 0, 1)
        u[0] = 0
        u[-1] = 1
        u = np.maximum.accumulate(u)
    m = min(max(m, 1), n - 2)
    lo = max(0, m - 3)
    hi = min(n - 1, m + 3)
    t = p[lo] - p[hi]
    l = np.linalg.norm(t)
    t = t / l if l > 1e-9 else np.array([1.0, 0])
    _fit(p[: m + 1], t1, t, err, out, depth + 1)
    _fit(p[m:], -t, t2, err, out, depth + 1)


def _tan(p, i, j):
    t = p[j] - p[i]
    l = np.linalg.norm(t)
    return t / l if l > 1e-9 else np.array([1.0, 0])


def corners(p, closed, reach, deg):
    n = len(p)
    idx = []
    if n < 2 * reach + 2:
        return []
    rg = np.arange(n) if closed else np.arange(reach, n - reach)
    a = p[rg] - p[(rg - reach) % n]
    b = p[(rg + reach) % n] - p[rg]
    ca = (a * b).sum(1) / (np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1) + 1e-9)
    an = np.degrees(np.arccos(np.clip(ca, -1, 1)))
    for k in np.argsort(-an):
        if an[k] < deg:
            break
        i = int(rg[k])
        if all(min(abs(i - j), n - abs(i - j)) > reach for j in idx):
            idx.append(i)
    return sorted(idx)


def resample(p, step, closed=False):
    q = np.vstack([p, p[:1]]) if closed else p
    s = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(q, axis=0), axis=1))])
    if s[-1] < 1e-9:
        return p
    n = max(2, int(round(s[-1] / step)))
    t = np.linspace(0, s[-1], n + 1)
    r = np.stack([np.interp(t, s, q[:, 0]), np.interp(t, s, q[:, 1])], 1)
    return r[:-1] if closed else r


def fmt(v):
    s = "%.2f" % v
    s = s.rstrip("0").rstrip(".")
    return "0" if s in ("-0", "") else s


def bez_path(segs, closed=True):
    o = ["M%s %s" % (fmt(segs[0][0][0]), fmt(segs[0][0][1]))]
    for c in segs:
        o.append(
            "C%s" % " ".join(fmt(v) for v in (c[1][0], c[1][1], c[2][0], c[2][1], c[3][0], c[3][1]))
        )
    return "".join(o) + ("Z" if closed else "")


def fit_closed(p, err, reach=5, deg=42):
    n = len(p)
    if n < 8:
        return None
    cs = corners(p, True, reach, deg) or [0]
    segs = []
    smooth0 = len(corners(p, True, reach, deg)) == 0
    for a, b in zip(cs, cs[1:] + [cs[0] + n]):
        q = p[np.arange(a, b + 1) % n]
        if len(q) < 2:
            continue
        k = min(3, len(q) - 1)
        t1 = _tan(q, 0, k)
        t2 = _tan(q, len(q) - 1, len(q) - 1 - k)
        if smooth0:
            t = _tan(p, (a - 3) % n, (a + 3) % n)
            t1, t2 = t, -t
        _fit(q, t1, t2, err, segs)
    return segs


def region_path(mask_field, level, scale, err=0.5, min_area=30, step=1.5):
    """filled region of a float field -> SVG path data (even-odd safe), scale px->mm"""
    d = []
    for c in contours(mask_field, level):
        if abs(area(c)) < min_area:
            continue
        s = fit_closed(resample(c, step, True), err)
        if s:
            d.append(bez_path([x * scale for x in s]))
    return "".join(d)


# ------------------------------------------------------------------ contour lines from discontinuities
def edge_maps(g, jump=0.9, crease=48, same_ok=()):
    D, M, P, N, G = g["D"], g["M"].astype(int), g["P"].astype(int), g["N"], g["G"].astype(int)
    hit = D < 1e8
    Dz = np.where(hit, D, 0).astype(np.float32)
    out = []
    for ax in (0, 1):
        sl0 = (slice(None, -1), slice(None)) if ax == 0 else (slice(None), slice(None, -1))
        sl1 = (slice(1, None), slice(None)) if ax == 0 else (slice(None), slice(1, None))
        h0, h1 = hit[sl0], hit[sl1]
        both = h0 & h1
        dd = Dz[sl1] - Dz[sl0]
        j = np.abs(dd)
        pre = np.zeros_like(j)
        post = np.zeros_like(j)
        if ax == 0:
            pre[1:] = j[:-1]
            post[:-1] = j[1:]
        else:
            pre[:, 1:] = j[:, :-1]
            post[:, :-1] = j[:, 1:]
        loc = np.minimum(pre, post)
        S = np.zeros(j.shape, np.float32)
        occ = both & (j > jump) & (j > 2.2 * loc + 0.25)
        S[occ] = np.clip(0.42 + 0.14 * np.log2(j[occ] / jump + 1), 0, 0.85)
        nd = (N[(slice(None),) + sl0] * N[(slice(None),) + sl1]).sum(0)
        m0, m1 = M[sl0], M[sl1]
        mat = both & (m0 != m1)
        S[mat] = np.maximum(S[mat], 0.50)
        gd = both & (G[sl0] != G[sl1])
        S[gd] = np.maximum(S[gd], 0.46)
        cr = both & (nd < math.cos(math.radians(crease))) & (j <= jump) & (P[sl0] != P[sl1])
        S[cr] = np.maximum(S[cr], 0.36)
        sil = h0 != h1
        S[sil] = 1.0
        out.append(S)
    return out  # [between rows (horizontal cracks), between columns (vertical cracks)]


def chain(S):
    """crack edges -> polylines of pixel-corner nodes with strengths"""
    adj = {}
    ys, xs = np.nonzero(S[0])
    for y, x in zip(ys.tolist(), xs.tolist()):
        a = (x, y + 1)
        b = (x + 1, y + 1)
        w = float(S[0][y, x])
        adj.setdefault(a, []).append((b, w))
        adj.setdefault(b, []).append((a, w))
    ys, xs = np.nonzero(S[1])
    for y, x in zip(ys.tolist(), xs.tolist()):
        a = (x + 1, y)
        b = (x + 1, y + 1)
        w = float(S[1][y, x])
        adj.setdefault(a, []).append((b, w))
        adj.setdefault(b, []).append((a, w))
    used = set()
    lines = []

    def walk(a, b, w):
        pts = [a, b]
        ws = [w]
        used.add((a, b))
        used.add((b, a))
        prev, cur = a, b
        while len(adj[cur]) == 2:
            (n0, w0), (n1, w1) = adj[cur]
            nb, nw = (n0, w0) if n0 != prev else (n1, w1)
            if (cur, nb) in used:
                break
            used.add((cur, nb))
            used.add((nb, cur))
            pts.append(nb)
            ws.append(nw)
            prev, cur = cur, nb
        return pts, ws

    for a in list(adj):
        if len(adj[a]) != 2:
            for b, w in adj[a]:
                if (a, b) not in used:
                    lines.append((*walk(a, b, w), False))
    for a in list(adj):
        for b, w in adj[a]:
            if (a, b) not in used:
                p, s = walk(a, b, w)
                lines.append((p, s, p[0] == p[-1]))
    return lines, adj


def smooth1(a, sigma, closed):
    if sigma <= 0 or len(a) < 3:
        return a
    r = int(math.ceil(3 * sigma))
    r = min(r, len(a) - 1) if not closed else r
    k = np.exp(-0.5 * (np.arange(-r, r + 1) / sigma) ** 2)
    k /= k.sum()
    a = np.asarray(a, float)
    two = a.ndim == 2
    A = a if two else a[:, None]
    if closed:
        P = np.take(A, np.arange(-r, len(A) + r) % len(A), axis=0)
    else:  # odd reflection keeps the end points fixed
        P = np.vstack([2 * A[0] - A[r:0:-1], A, 2 * A[-1] - A[-2 : -r - 2 : -1]])
    o = np.stack([np.convolve(P[:, j], k, "valid") for j in range(A.shape[1])], 1)
    return o if two else o[:, 0]


def join_chains(lines, maxang=50, reach=8):
    """join chains end-to-end at junctions where they continue each other (keeps long confident strokes)"""
    L = [dict(p=[tuple(q) for q in p], w=list(w), c=c) for p, w, c in lines]
    ends = {}
    for i, l in enumerate(L):
        if l["c"]:
            continue
        ends.setdefault(l["p"][0], []).append((i, 0))
        ends.setdefault(l["p"][-1], []).append((i, 1))

    def dirn(l, e):
        p = l["p"] if e == 0 else l["p"][::-1]
        k = min(reach, len(p) - 1)
        v = np.array(p[k], float) - np.array(p[0], float)
        n = np.linalg.norm(v)
        return v / n if n else v

    par = {}
    for node, es in ends.items():
        if len(es) < 2:
            continue
        cand = []
        for a in range(len(es)):
            for b in range(a + 1, len(es)):
                ia, ea = es[a]
                ib, eb = es[b]
                if ia == ib:
                    continue
                ang = math.degrees(
                    math.acos(max(-1, min(1, float(np.dot(dirn(L[ia], ea), -dirn(L[ib], eb))))))
                )
                wa = np.mean((L[ia]["w"] if ea == 0 else L[ia]["w"][::-1])[:10])
                wb = np.mean((L[ib]["w"] if eb == 0 else L[ib]["w"][::-1])[:10])
                cand.append((ang + 60 * abs(wa - wb), ang, a, b))
        cand.sort()
        us = set()
        for sc, ang, a, b in cand:
            if ang > maxang or a in us or b in us:
                continue
            us |= {a, b}
            par[es[a]] = es[b]
            par[es[b]] = es[a]
    done = set()
    out = []
    for i, l in enumerate(L):
        if i in done:
            continue
        if l["c"]:
            done.add(i)
            out.append((l["p"], l["w"], True))
            continue
        # go to one extremity
        cur, e = i, 0
        seen = {i}
        while (cur, e) in par:
            j, ej = par[(cur, e)]
            if j in seen:
                break
            seen.add(j)
            cur, e = j, 1 - ej
        # traverse
        P, Wt = [], []
        vis = set()
        while True:
            vis.add(cur)
            done.add(cur)
            l2 = L[cur]
            p = l2["p"] if e == 0 else l2["p"][::-1]
            w = l2["w"] if e == 0 else l2["w"][::-1]
            P += p if not P else p[1:]
            Wt += w
            k = (cur, 1 - e)
            if k not in par:
                break
            j, ej = par[k]
            if j in vis:
                break
            cur, e = j, ej
        out.append((P, Wt, False))
    return out


def ribbon(p, w, closed):
    """variable width stroke outline"""
    t = np.gradient(p, axis=0) if not closed else (np.roll(p, -1, 0) - np.roll(p, 1, 0))
    l = np.linalg.norm(t, axis=1, keepdims=True)
    t = t / np.maximum(l, 1e-9)
    nn = np.stack([-t[:, 1], t[:, 0]], 1)
    return p + nn * w[:, None] / 2, p - nn * w[:, None] / 2


def fit_open(p, err, reach=4, deg=55):
    cs = corners(p, False, reach, deg)
    idx = [0] + cs + [len(p) - 1]
    segs = []
    for a, b in zip(idx, idx[1:]):
        q = p[a : b + 1]
        if len(q) < 2:
            continue
        k = min(3, len(q) - 1)
        _fit(q, _tan(q, 0, k), _tan(q, len(q) - 1, len(q) - 1 - k), err, segs)
    return segs


def stroke_path(p, w, closed, err):
    """p in mm, w widths in mm -> filled path"""
    a, b = ribbon(p, w, closed)
    if closed:
        o = ""
        for q in (a, b[::-1]):
            s = fit_closed(q, err)
            if s:
                o += bez_path(s)
        return o
    sa = fit_open(a, err)
    sb = fit_open(b[::-1], err)
    if not sa or not sb:
        return ""
    o = bez_path(sa, False)
    o += "L%s %s" % (fmt(sb[0][0][0]), fmt(sb[0][0][1]))
    for c in sb:
        o += "C%s" % " ".join(fmt(v) for q in c[1:4] for v in q)
    return o + "Z"


def ink(
    g,
    scale,
    base=0.42,
    sigma=2.2,
    light=(-0.55, -0.75),
    jump=0.9,
    crease=48,
    min_px=9,
    err=0.02,
    taper_mm=2.2,
    drop=None,
    fit_px=0.72,
):
    """returns list of path strings; scale = mm per px; base = widest line in mm"""
    S = edge_maps(g, jump, crease)
    if drop is not None:  # mask (H,W) where lines are suppressed
        S[0][drop[:-1] | drop[1:]] = 0
        S[1][drop[:, :-1] | drop[:, 1:]] = 0
    lines, adj = chain(S)
    lines = join_chains(lines)
    out = []
    lv = np.array(light) / np.linalg.norm(light)
    D = g["D"]
    for P, Wt, closed in lines:
        if len(P) < min_px:
            continue
        p = np.array(P, float)
        w = np.array(Wt, float)
        if closed:
            p = p[:-1]
            wn = (w + np.roll(w, 1)) / 2
        else:
            wn = np.concatenate([[w[0]], (w[:-1] + w[1:]) / 2, [w[-1]]])
        p = smooth1(p, 1.2, closed)
        wn = smooth1(wn, sigma * 4, closed)
        if closed:
            sg = fit_closed(p, fit_px, 7, 60)
        else:
            sg = fit_open(p, fit_px, 7, 60)
        if sg:  # move every vertex onto the fitted curve (keeps widths aligned)
            c = np.vstack(
                [
                    _bez(
                        b,
                        np.linspace(
                            0,
                            1,
                            max(3, int(np.linalg.norm(np.diff(b, axis=0), axis=1).sum() / 1.5)),
                        ),
                    )
                    for b in sg
                ]
            )
            c = c[np.r_[True, np.linalg.norm(np.diff(c, axis=0), axis=1) > 1e-6]]
            if closed and np.linalg.norm(c[0] - c[-1]) < 1e-6:
                c = c[:-1]
            s0 = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])
            s1 = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(c, axis=0), axis=1))])
            wn = np.interp(s1 / max(s1[-1], 1e-9), s0 / max(s0[-1], 1e-9), wn)
            p = smooth1(c, max(0.6, sigma * 0.5), closed)
        # which side is nearer (owner): sample depth either side, to weight strokes facing away from the light
        t = np.gradient(p, axis=0)
        l = np.maximum(np.linalg.norm(t, axis=1, keepdims=True), 1e-9)
        nn = np.stack([-t[:, 1], t[:, 0]], 1) / l

        def dep(q):
            xi = np.clip(q[:, 0].astype(int), 0, g["W"] - 1)
            yi = np.clip(q[:, 1].astype(int), 0, g["H"] - 1)
            return D[yi, xi]

        da, db = dep(p + nn * 3), dep(p - nn * 3)
        sgn = np.where(da < db, -1.0, 1.0)  # outward = away from the near side
        lit = (nn * sgn[:, None] * lv).sum(1)
        lit = smooth1(lit, sigma * 3, closed)
        wd = base * wn * (1.0 - 0.30 * lit)
        arc = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))]) * scale
        tot = arc[-1]
        if not closed:
            a_free = len(adj[tuple(P[0])]) == 1
            b_free = len(adj[tuple(P[-1])]) == 1
            tp = min(taper_mm, tot * 0.45)
            e0 = np.clip(arc / tp, 0, 1)
            e1 = np.clip((tot - arc) / tp, 0, 1)
            wd = (
                wd
                * ((0.12 + 0.88 * np.sin(e0 * math.pi / 2)) if a_free else (0.55 + 0.45 * e0))
                * ((0.12 + 0.88 * np.sin(e1 * math.pi / 2)) if b_free else (0.55 + 0.45 * e1))
            )
            if tot < (1.5 if a_free and b_free else 0.5) and wn.max() < 0.9:
                continue
        q = p * scale
        st = 0.16
        n = max(4, int(tot / st))
        ts = np.linspace(0, tot, n + 1)
        qq = np.stack([np.interp(ts, arc, q[:, 0]), np.interp(ts, arc, q[:, 1])], 1)
        ww = np.interp(ts, arc, wd)
        if closed:
            qq, ww = qq[:-1], ww[:-1]
        d = stroke_path(qq, ww, closed, err)
        if d:
            out.append(d)
    return out
