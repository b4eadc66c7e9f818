"""F19 hip side to calf: gluteus minimus and the way its pain is said to travel."""
from leg import *
from fig_pump import stand
import toon


def f19(k=1.12):
    P = stand(9.5, 0.12)
    P.update(
        armR=dict(
            wrist=(26, 124, 12),
            elbow=(0, -0.6, 1),
            hdir=(0.6, 0.6, -0.5),
            palm=(-1, 0, 0),
            curl=(10, 10, 10),
        ),
        armL=dict(
            wrist=(26, 124, -12),
            elbow=(0, -0.6, -1),
            hdir=(0.6, 0.6, 0.5),
            palm=(-1, 0, 0),
            curl=(10, 10, 10),
        ),
    )
    s = Scene()
    f = Figure(P, s)
    px = 0.07
    y0, y1 = -2, 112
    cam = camera((0, (y0 + y1) / 2, 3), 40, 3, int(56 / px), int((y1 - y0) / px), px)
    r = toon.toon(
        s.text(),
        cam,
        k,
        0.42,
        light=(-0.30, 0.60, 0.74),
        tsig=0.6 / px,
        sigma=0.2 / px,
        min_shade=0.6 / px / px,
        tag="an_f19",
        pal=dict(
            toon.PAL,
            shorts="@cloth-2",
            shorts_s="@cloth-3",
            shorts_d="@cloth-4",
            shirt="@vest",
            shirt_s="@vest-shade",
            shirt_d="@vest-deep",
        ),
    )
    g = r["g"]
    sc = r["scale"]
    W, H = r["W"], r["H"]
    xy = lambda v: project(cam, V(v))[0] * sc
    J = f.J
    hip, kn, an = J["hipR"], J["kneeR"], J["ankleR"]
    # right leg mask: nearer pixels of the right limb parts -> picture outline per row
    legm = np.isin(g["P"], [3, 5, 7])
    l, rr, a, b = row_edges(legm, 0.3 / px)

    def edge(y, u):
        i = int(np.clip(xy((0, y, 0))[1] / sc, a + 1, b - 2))
        return np.array([(l[i] + rr[i]) / 2 + u * (rr[i] - l[i]) / 2, i]) * sc

    sil = vec.region_path(vec.gauss((legm | (g["M"] == SHORTS)).astype(np.float32), 1.1), 0.5, sc)
    calf_core = [
        edge(y, u)
        for y, u in (
            (41, -0.25),
            (39.5, 0.12),
            (36, 0.30),
            (31, 0.34),
            (26, 0.24),
            (21.5, 0),
            (20.5, -0.25),
            (22, -0.55),
            (27, -0.74),
            (33, -0.78),
            (38, -0.62),
        )
    ]
    way = [
        edge(y, u)
        for y, u in (
            (77, -0.50),
            (77.5, -0.15),
            (74, 0.10),
            (66, 0.10),
            (56, 0.06),
            (48, 0.10),
            (44, 0.30),
            (36, 0.52),
            (26, 0.46),
            (17, 0.15),
            (15.5, -0.2),
            (18, -0.65),
            (28, -0.92),
            (38, -0.88),
            (44, -0.72),
            (48, -0.66),
            (56, -0.66),
            (66, -0.72),
            (74, -0.70),
        )
    ]
    z = (
        '<defs><clipPath id="chc"><path d="%s"/></clipPath></defs><g clip-path="url(#chc)">%s</g>'
        % (
            sil,
            halftone(
                [catmull(calf_core, 12, True)],
                [catmull(way, 12, True)],
                fade=4.5,
                smax=0.20,
                pitch=1.0,
            ),
        )
    )
    # gluteus minimus fan: outer face of the ilium -> front corner of the greater trochanter
    tro = hip + V(0.5, 1.0, 6.8)
    crest = [
        hip + V(x, y, zz)
        for x, y, zz in (
            (3.6, 8.6, 3.6),
            (2.2, 11.0, 3.3),
            (-0.4, 12.2, 2.8),
            (-3.4, 11.8, 2.0),
            (-6.0, 10.0, 1.2),
            (-7.2, 7.6, 0.6),
        )
    ]
    A1, A2 = xy(tro + V(1.1, 0.2, 0)), xy(tro + V(-1.3, -0.2, 0))
    top = catmull([xy(c) for c in crest], 10)
    side1 = catmull([xy(crest[-1]), (xy(crest[-1]) + A2) / 2 + [-0.6, -0.6], A2], 10)
    side0 = catmull([A1, (xy(crest[0]) + A1) / 2 + [0.8, 0], xy(crest[0])], 10)
    low = catmull([A2, xy(tro + V(-0.1, -1.0, 0)), A1], 8)
    out = np.vstack([top, side1, low, side0])
    o2 = '<path d="%s" fill="%s"/>' % (poly(out), C["mus"])
    n = 26
    dlines = ""
    for i in range(n):
        u = (i + 0.5) / n
        t0 = top[int(u * (len(top) - 1))]
        e = A1 * (1 - u) + A2 * u
        q = np.array(
            [
                t0 * (1 - v) + e * v + np.array([0, -1.6 * math.sin(math.pi * v) * (u - 0.5)])
                for v in np.linspace(0.03, 0.97, 16)
            ]
        )
        w = 0.20 * np.sin(np.pi * np.linspace(0.05, 0.95, len(vec.resample(q, 0.6))))
        dlines += vec.stroke_path(vec.resample(q, 0.6), np.maximum(w, 0.05), False, 0.03)
    shade = np.vstack([top[len(top) // 2 :], side1, low[: len(low) // 2], [(A1 + A2) / 2]])
    o2 += '<path d="%s" fill="%s" opacity=".7"/><path d="%s" fill="%s" opacity=".85"/>' % (
        poly(shade),
        C["mus1"],
        dlines,
        C["mfib"],
    ) + '<path d="%s" fill="none" stroke="%s" stroke-width=".42" stroke-linejoin="round"/>' % (
        poly(out),
        COOL,
    )
    # ghost bones over it: iliac crest, greater trochanter and femur
    il = catmull(
        [
            xy(hip + V(*v))
            for v in (
                (4.6, 8.6, 3.6),
                (4.2, 11.4, 3.4),
                (1.6, 13.8, 3.2),
                (-2.0, 14.8, 2.6),
                (-6.0, 13.6, 1.4),
                (-8.6, 10.4, -0.2),
                (-9.0, 6.6, -1.4),
            )
        ],
        10,
    )
    fem = [
        catmull([tro + V(*v) for v in q], 10)
        for q in (
            (
                (-1.6, 2.0, -0.6),
                (0.4, 2.6, 0.6),
                (1.8, 0.6, 0.4),
                (1.4, -5, -0.8),
                (1.0, -14, -3.0),
            ),
            ((-1.6, 2.0, -0.6), (-2.0, -1, -0.6), (-1.4, -6, -2.0), (-1.2, -14, -4.4)),
        )
    ]
    gh = [smooth_path(il, False)] + [smooth_path(np.array([xy(v) for v in q]), False) for q in fem]
    o3 = "".join(
        '<path d="%s" fill="none" stroke="#fff" stroke-width="1.0" opacity=".7"/><path d="%s" fill="none" stroke="@line-bone" stroke-width=".36" stroke-dasharray="1.5 .9" stroke-linecap="round"/>'
        % (d, d)
        for d in gh
    )
    c0 = (top[len(top) // 2] + (A1 + A2) / 2) / 2
    o4 = arrow(
        [
            edge(80, 1.0) + [4.5, 0],
            edge(66, 1.0) + [6.5, 0],
            edge(52, 1.0) + [6.0, 0],
            edge(42, 1.0) + [5.0, 0],
            edge(33, 1.0) + [2.2, 0],
        ],
        1.6,
        4.8,
    )
    d = (
        '<defs><linearGradient id="cg" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0"/><stop offset=".09" stop-color="#fff"/></linearGradient><mask id="cm"><rect width="%.1f" height="%.1f" fill="url(#cg)"/></mask></defs>'
        % (W, H)
    )
    body = '<g class="fills">%s</g><g class="shades" fill-rule="evenodd">%s</g>' % (
        "".join(r["fills"]).replace("<path ", '<path fill-rule="evenodd" '),
        "".join(r["shades"]),
    )
    pp = Pic(None, 56, y1 - y0, k, px=px, cam=cam)
    soft = pp.softskin(g, g["M"] == SKIN, sig=0.5, occ=0.15)
    lines = '<g fill="%s">%s</g>' % (WARM, "".join(r["lines"]))
    save(
        "f19-hip-chain",
        d + '<g mask="url(#cm)">' + body + soft + z + lines + o2 + o3 + "</g>" + o4,
        W,
        H,
        dict(
            gluteus_minimus=c0,
            iliac_crest=il[len(il) // 2],
            trochanter=xy(tro),
            thigh=edge(62, -0.3),
            calf=edge(31, -0.2),
            heel=edge(6, -0.4),
        ),
    )
