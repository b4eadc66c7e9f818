"""Tone ramps and fibre engraving for tissue figures. Works on a G-buffer; output in mm."""
import numpy as np
import vec


def tone(g, light=(-0.38, 0.50, 0.78), sig=4.0, mask=None, occ=0.35, px=0.03, bias=0):
    L = np.array(light) / np.linalg.norm(light)
    nl = (g["N"] * L[:, None, None]).sum(0).astype(np.float32)
    D = g["D"]
    hit = D < 1e8
    m = hit if mask is None else mask
    if occ:
        mx = D[hit].max()
        Dq = np.where(hit, D, mx).astype(np.float32)
        o = np.clip(Dq - vec.gauss(Dq, 0.45 / px), 0, 2.0)
        nl = nl - occ * np.where(hit, o, 0)
    w = vec.gauss(m.astype(np.float32), sig) + 1e-4
    return vec.gauss(np.where(m, nl, 0).astype(np.float32), sig) / w + bias


def ramp(g, mask, t, scale, base, steps, err=0.45, min_area=60, soft=1.0, op=None):
    """base fill plus darker/lighter steps: list of (op, level, colour) op '<' darker below, '>' lighter above"""
    o = []
    d = vec.region_path(vec.gauss(mask.astype(np.float32), soft), 0.5, scale, 0.35, 20)
    if not d:
        return ""
    o.append(
        '<path d="%s" fill="%s" stroke="%s" stroke-width="%.2f" fill-rule="evenodd"/>'
        % (d, base, base, 1.0 * scale)
    )
    for op_, lv, col in steps:
        f = (lv - t) if op_ == "<" else (t - lv)
        f = np.where(mask, np.clip(f * 5, -1, 1), -0.5).astype(np.float32)
        d = vec.region_path(vec.gauss(f, soft * 1.2), 0.0, scale, err, min_area)
        if d:
            o.append('<path d="%s" fill="%s" fill-rule="evenodd"/>' % (d, col))
    return "".join(o)


def row_edges(mask, sig=6):
    """smoothed left/right extents per row (nan outside)"""
    H, W = mask.shape
    l = np.full(H, np.nan)
    r = np.full(H, np.nan)
    rows = np.nonzero(mask.any(1))[0]
    for y in rows:
        xs = np.nonzero(mask[y])[0]
        l[y] = xs[0]
        r[y] = xs[-1] + 1
    a, b = rows[0], rows[-1] + 1
    fill = lambda v: np.interp(np.arange(a, b), np.nonzero(~np.isnan(v))[0], v[~np.isnan(v)])
    L = vec.smooth1(fill(l), sig, False)
    R = vec.smooth1(fill(r), sig, False)
    l[:] = np.nan
    r[:] = np.nan
    l[a:b] = L
    r[a:b] = R
    return l, r, a, b


def streamlines(mask, field, dsep, step=2.0, maxlen=400, minlen=24, seed=1, dtest=0.55, gap=0.0):
    """evenly spaced streamlines inside mask; field(x,y)->(dx,dy); all in px; dsep may be a function of (x,y)"""
    H, W = mask.shape
    rng = np.random.default_rng(seed)
    grid = {}
    out = []
    ds = dsep if callable(dsep) else (lambda x, y: dsep)
    cs = 6.0

    def near(x, y, d, own=None):
        k = int(d / cs) + 1
        cx, cy = int(x / cs), int(y / cs)
        for i in range(cx - k, cx + k + 1):
            for j in range(cy - k, cy + k + 1):
                for px, py, o in grid.get((i, j), ()):
                    if o != own and (px - x) ** 2 + (py - y) ** 2 < d * d:
                        return True
        return False

    ys, xs = np.nonzero(mask)
    order = rng.permutation(len(ys))[:9000]
    for q in order:
        x0, y0 = xs[q] + 0.5, ys[q] + 0.5
        if near(x0, y0, ds(x0, y0)):
            continue
        line = [(x0, y0)]
        lim = maxlen * (0.45 + 0.9 * rng.random())
        for sg in (1, -1):
            x, y = x0, y0
            seg = []
            n = 0
            while n * step < lim / 2:
                v = field(x, y)
                if v is None:
                    break
                xm, ym = x + sg * step * 0.5 * v[0], y + sg * step * 0.5 * v[1]
                v2 = field(xm, ym) or v
                x += sg * step * v2[0]
                y += sg * step * v2[1]
                n += 1
                if not (0 <= x < W and 0 <= y < H and mask[int(y), int(x)]) or near(
                    x, y, ds(x, y) * dtest
                ):
                    break
                seg.append((x, y))
            line = line + seg if sg == 1 else seg[::-1] + line
        if len(line) * step < minlen:
            continue
        k = len(out)
        for x, y in line:
            grid.setdefault((int(x / cs), int(y / cs)), []).append((x, y, k))
        out.append(np.array(line))
    return out


def engrave(lines, t, scale, w_mm=(0.05, 0.26), lo=0.15, hi=0.95, err=0.03, invert=False):
    """tapered strokes; darker tone -> wider"""
    o = []
    H, W = t.shape
    for p in lines:
        n = len(p)
        u = np.linspace(0, 1, n)
        tt = t[np.clip(p[:, 1].astype(int), 0, H - 1), np.clip(p[:, 0].astype(int), 0, W - 1)]
        a = np.clip((hi - tt) / (hi - lo), 0, 1)
        if invert:
            a = 1 - a
        w = (w_mm[0] + (w_mm[1] - w_mm[0]) * vec.smooth1(a, 4, False)) * np.minimum(
            1, np.sin(np.pi * np.clip(u, 0.01, 0.99)) * 1.8
        )
        q = p * scale
        if len(q) < 4:
            continue
        s = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(q, axis=0), axis=1))])
        m = max(5, int(s[-1] / 0.5))
        ts = np.linspace(0, s[-1], m)
        qq = np.stack([np.interp(ts, s, q[:, 0]), np.interp(ts, s, q[:, 1])], 1)
        o.append(vec.stroke_path(qq, np.maximum(np.interp(ts, s, w), 0.02), False, err))
    return "".join(o)
