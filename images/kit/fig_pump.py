"""F17 vein pump: relaxed, squeezed, and a small guard at attention."""
from leg import *
from toon import PAL
import toon
from poses import X, Y, Z

VB, VB1, VB2 = "@vein", "@vein-wall", "@vein-1"
MUS = "@soleus"
MUS1 = "@soleus-shade"
FIB = "@fibre"


def belly(inner, outer, side, seed, tone=0):
    """muscle belly between inner(y) and outer(y) x-offsets from the vein axis; fibres follow the blend of both edges"""
    ys = np.linspace(8, 92, 85)
    a = np.array([[side * inner(y), y] for y in ys])
    b = np.array([[side * outer(y), y] for y in ys])
    P = np.vstack([a, b[::-1]])
    o = '<path d="%s" fill="%s"/>' % (poly(P), MUS)
    sh = (
        np.vstack(
            [np.array([[side * (outer(y) - (outer(y) - inner(y)) * 0.34), y] for y in ys]), b[::-1]]
        )
        if side > 0
        else np.vstack(
            [np.array([[side * (inner(y) + (outer(y) - inner(y)) * 0.30), y] for y in ys]), a[::-1]]
        )
    )
    o += '<path d="%s" fill="%s"/>' % (poly(sh), MUS1)
    rng = np.random.default_rng(seed)
    d = ""
    for u in np.linspace(0.06, 0.94, 15):
        y = 9 + rng.random() * 8
        while y < 88:
            L = 12 + rng.random() * 26
            yy = np.linspace(y, min(y + L, 91), 16)
            uu = u + 0.012 * np.sin(yy * 0.25 + seed + u * 9)
            p = np.array(
                [[side * (inner(t) + (outer(t) - inner(t)) * v), t] for t, v in zip(yy, uu)]
            )
            w = 0.26 * np.sin(np.pi * np.linspace(0.03, 0.97, 16))
            d += vec.stroke_path(
                vec.resample(p, 0.6),
                np.interp(
                    np.linspace(0, 1, len(vec.resample(p, 0.6))),
                    np.linspace(0, 1, 16),
                    np.maximum(w, 0.04),
                ),
                False,
                0.03,
            )
            y += L + 1.2 + rng.random() * 2.5
    o += '<path d="%s" fill="%s" opacity=".85"/>' % (d, FIB)
    for e in (a, b):
        o += brush(e, 0.18, 0.42, 0.18, INK)
    return o


def vein2(w, valves, y0=2, y1=98):
    ys = np.linspace(y0, y1, 170)
    l = np.array([[-w(y), y] for y in ys])
    r = np.array([[w(y), y] for y in ys])
    o = '<path d="%s" fill="%s"/>' % (poly(np.vstack([l, r[::-1]])), VB2)
    o += '<path d="%s" fill="%s" opacity=".9"/>' % (
        poly(
            np.vstack(
                [
                    np.array([[-w(y) * 0.72, y] for y in ys]),
                    np.array([[w(y) * 0.72, y] for y in ys])[::-1],
                ]
            )
        ),
        VB,
    )
    hl = np.array([[-w(y) * 0.42, y] for y in ys])
    o += brush(hl[6:-6], 0.2, 0.9, 0.2, "@vein-2")
    for yv, op in valves:
        W = w(yv)
        for s in (-1, 1):
            if op:
                q = catmull(
                    [(s * W * 1.0, yv + 4.2), (s * W * 0.74, yv + 0.6), (s * W * 0.52, yv - 5.6)],
                    12,
                )
                b = catmull(
                    [(s * W * 1.0, yv - 1.6), (s * W * 0.90, yv - 3.4), (s * W * 0.52, yv - 5.6)],
                    12,
                )
            else:
                q = catmull(
                    [(s * W * 1.0, yv + 2.8), (s * W * 0.62, yv + 2.2), (s * 0.22, yv - 2.6)], 12
                )
                b = catmull(
                    [(s * W * 1.0, yv - 2.6), (s * W * 0.55, yv - 0.4), (s * 0.22, yv - 2.6)], 12
                )
            o += (
                '<path d="%s" fill="@valve"/>' % poly(np.vstack([q, b[::-1]]))
                + brush(q, 0.45, 0.62, 0.45, VB1)
                + brush(b, 0.2, 0.3, 0.2, VB1)
            )
    for e in (l, r):
        o += brush(e, 0.55, 0.62, 0.55, VB1)
    return o


def pump(contr, seed):
    bump = lambda y, c, s: math.exp(-(((y - c) / s) ** 2))
    w = (
        (lambda y: 4.3 - 2.9 * bump(y, 50, 17) + 1.0 * bump(y, 15, 9) + 0.25 * bump(y, 86, 8))
        if contr
        else (lambda y: 4.3 + 0.7 * bump(y, 50, 19))
    )
    inner = lambda y: w(y) + 1.0
    outer = (
        (lambda y: 8.0 + 11.5 * bump(y, 50, 26))
        if contr
        else (lambda y: 8.0 + 6.0 * bump(y, 50, 30))
    )
    o = (
        belly(inner, outer, -1, seed)
        + belly(inner, outer, 1, seed + 3)
        + vein2(w, [(22, contr), (79, not contr)])
    )
    if contr:
        o += arrow([(0, 46), (0, 36), (0, 27.5)], 1.6, 4.4) + arrow(
            [(0, 15), (0, 5), (0, -6)], 2.3, 5.8
        )
        for s in (-1, 1):
            o += arrow([(s * 31, 50), (s * 26, 50), (s * 20.8, 50)], 2.1, 5.2, INK)
        o += (
            '<path d="M-2.6 90.5L2.6 95.7M2.6 90.5L-2.6 95.7" stroke="#fff" stroke-width="2" stroke-linecap="round"/><path d="M-2.6 90.5L2.6 95.7M2.6 90.5L-2.6 95.7" stroke="%s" stroke-width="1" stroke-linecap="round"/>'
            % PAIN_DARK
        )
    else:
        o += arrow([(0, 106), (0, 98), (0, 88)], 1.9, 5.0) + arrow(
            [(0, 69), (0, 60), (0, 49)], 1.5, 4.4
        )
    return o


def stand(spread=4.2, out=0.32):
    return dict(
        pelvis=(0, 89.6, 0),
        spine=[0, 0, -3, -4, 0, 2, 4, 2],
        head=(0, 0, 0),
        legR=dict(ankle=(0, 7.6, spread), knee=(1, 0, 0.05), fdir=(1, 0, out)),
        legL=dict(ankle=(0, 7.6, -spread), knee=(1, 0, -0.05), fdir=(1, 0, -out)),
        armR=dict(
            wrist=(1, 82.5, 21.5),
            elbow=(-1, 0.1, 0.3),
            hdir=(0.03, -1, -0.02),
            palm=(0, 0, -1),
            curl=(35, 60, 40),
            spread=1,
            thumb=((0.9, 0.2, 0.3), (0.96, 0.1, 0.2), (1, 0, 0.1)),
        ),
        armL=dict(
            wrist=(1, 82.5, -21.5),
            elbow=(-1, 0.1, -0.3),
            hdir=(0.03, -1, 0.02),
            palm=(0, 0, 1),
            curl=(35, 60, 40),
            spread=1,
            thumb=((0.9, 0.2, 0.3), (0.96, 0.1, 0.2), (1, 0, 0.1)),
        ),
    )


def uniform(text):
    """cloth over arms and legs, boots: change the material of the limb parts"""
    o = []
    for ln in text.split("\n"):
        w = ln.split()
        if w and w[0] in ("cone", "ell", "loft", "cyl", "rbox"):
            p = int(w[3])
            if p == 19:
                continue
            new = {
                9: SHIRT,
                10: SHIRT,
                11: SHIRT,
                12: SHIRT,
                3: SHORTS,
                4: SHORTS,
                5: SHORTS,
                6: SHORTS,
                7: ROLLER,
                8: ROLLER,
                19: ROLLER,
            }.get(p)
            if new and int(w[2]) == SKIN:
                w[2] = str(new)
                ln = " ".join(w)
        o.append(ln)
    return "\n".join(o)


def guard(k=0.50):
    s = Scene()
    f = Figure(dict(stand(), shorts_t=0.04, sleeve_t=0.02), s)
    s.group("hat")
    h = f.HP(-0.6, 8.0, 0) if hasattr(f, "HP") else V(0, 165, 0)
    s.ell(
        "hat",
        HAIR,
        "hair",
        0,
        V(h) + V(0, 3.5, 0),
        X,
        Y,
        Z,
        (11.8, 14.5, 10.6),
        0.5,
        [(V(0, -1, 0), 11.2)],
    )
    s.group("belt")
    c, u, fw = f.at(11)
    s.ell("belt", CORE, "prop", 0, c, f.R, u, fw, (16.2, 2.0, 11.9))
    t = uniform(s.text())
    px = 0.12
    cam = camera((2, 92, 0), -58, 6, int(70 / px), int(206 / px), px)
    pal = dict(
        PAL,
        shirt="@guard-coat",
        shirt_s="@guard-coat-shade",
        shirt_d="@guard-coat-deep",
        shorts="@guard-legs",
        shorts_s="@guard-legs-shade",
        shorts_d="@guard-legs-deep",
        hair="@guard-hat",
        hair_s="@guard-hat-shade",
        hair_d="@guard-hat-deep",
        roller="@guard-boot",
        roller_s="@guard-boot-shade",
        roller_d="@guard-boot-deep",
        core="@guard-belt",
        core_s="@guard-belt-shade",
        core_d="@guard-belt-deep",
    )
    r = toon.toon(
        t,
        cam,
        k,
        0.34,
        curves=toon.face_curves(f, k=0.75)[:9],
        bias={15: 0.30, 18: 0.30, 16: 0.12},
        tsig=0.7 / px,
        sigma=0.2 / px,
        min_shade=0.5 / px / px,
        tag="an_guard",
        pal=pal,
    )
    xy = lambda v: project(cam, V(v))[0] * r["scale"]
    return toon.compose(r), r["W"], r["H"], xy, f


def f17():
    X1, X2, Yo = 20, 76, 9
    o = at(pump(False, 4), X1, Yo) + at(pump(True, 9), X2, Yo)
    b, w, h, xy, f = guard(0.50)
    GX, GY = 106, Yo + 98 - h + 3.2
    o += at(
        b, GX, GY
    ) + '<path d="M%.2f %.2fh%.2f" stroke="%s" stroke-width=".5" stroke-linecap="round"/>' % (
        GX + 5,
        GY + xy((2, 0, 0))[1] + 0.6,
        w - 10,
        G50,
    )
    for n, dx in (("R", -7.2), ("L", 6.6)):
        k = xy(f.J["knee" + n] * 0.45 + f.J["ankle" + n] * 0.55) + [GX + dx, GY]
        o += arrow([k + [0, 6], k + [0, 1], k + [0, -6]], 1.2, 3.6)
    W, H = GX + w + 1, Yo + 108
    A = dict(
        relaxed=(X1, H - 1),
        squeezed=(X2, H - 1),
        guard=(GX + w / 2, H - 1),
        muscle_relaxed=(X1 + 11, Yo + 50),
        muscle_squeezed=(X2 + 13, Yo + 50),
        vein=(X1, Yo + 40),
        valve_open_relaxed=(X1 + 4, Yo + 77),
        valve_shut_relaxed=(X1, Yo + 22),
        valve_open_squeezed=(X2, Yo + 22),
        valve_shut_squeezed=(X2, Yo + 79),
        guard_calf=tuple(xy(f.J["kneeR"] * 0.6 + f.J["ankleR"] * 0.4) + [GX, GY]),
    )
    gw = at(
        b, 1.5, 1
    ) + '<path d="M4 %.2fh%.2f" stroke="%s" stroke-width=".5" stroke-linecap="round"/>' % (
        1 + xy((2, 0, 0))[1] + 0.6,
        w - 6,
        G50,
    )
    for n, dx in (("R", -7.2), ("L", 6.6)):
        k = xy(f.J["knee" + n] * 0.45 + f.J["ankle" + n] * 0.55) + [1.5 + dx, 1]
        gw += arrow([k + [0, 6], k + [0, 1], k + [0, -6]], 1.2, 3.6)
    save("f17-pump", o, W, H, A)
    save(
        "f17-guard",
        gw,
        w + 3,
        h + 2,
        dict(calf=tuple(xy(f.J["kneeR"] * 0.6 + f.J["ankleR"] * 0.4) + [1.5, 1])),
    )
