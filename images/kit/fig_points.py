"""F3 no-go map, F6 local against referred, F7 overview, F8 X1, F9 X2, F10 X3."""
from leg import *

POINT = dict(
    X1=(0.62, 0.45), X2=(0.18, 0.25), X3=(0.76, 0.30), X3b=(0.64, -0.20)
)  # (t, u): README.md, "Rules"; tested by tests/images/marks.sh
# main zones and spill-over, (t, u)
X2_CORE = rrect(0.25, 0.50, -0.60, 0.60, 2.7)
X2_SPILL = [
    (-0.02, 0),
    (-0.012, 0.20),
    (0.02, 0.33),
    (0.08, 0.35),
    (0.15, 0.37),
    (0.22, 0.52),
    (0.30, 0.68),
    (0.40, 0.71),
    (0.50, 0.62),
    (0.56, 0.42),
    (0.605, 0.18),
    (0.62, 0),
    (0.605, -0.18),
    (0.56, -0.42),
    (0.50, -0.62),
    (0.40, -0.71),
    (0.30, -0.68),
    (0.22, -0.52),
    (0.15, -0.37),
    (0.08, -0.35),
    (0.02, -0.33),
    (-0.012, -0.20),
]
X3_CORE = [
    (0.82, -0.14),
    (0.84, -0.2),
    (0.90, -0.2),
    (0.96, -0.2),
    (0.995, -0.24),
    (1.02, -0.55),
    (1.05, -0.95),
    (1.08, -1.06),
    (1.12, -1.1),
    (1.15, -0.6),
    (1.15, 0.6),
    (1.12, 1.1),
    (1.08, 1.06),
    (1.05, 0.95),
    (1.02, 0.55),
    (0.995, 0.24),
    (0.96, 0.2),
    (0.90, 0.2),
    (0.84, 0.2),
    (0.82, 0.14),
]
X3_SPILL = [
    (0.70, 0),
    (0.705, 0.10),
    (0.75, 0.17),
    (0.82, 0.27),
    (0.90, 0.34),
    (0.97, 0.42),
    (1.0, 0.7),
    (1.03, 1.1),
    (1.15, 1.1),
    (1.15, -1.1),
    (1.03, -1.1),
    (1.0, -0.7),
    (0.97, -0.42),
    (0.90, -0.34),
    (0.82, -0.27),
    (0.75, -0.17),
    (0.705, -0.10),
]
X1_HALO = lambda: [
    (0.62 + 0.058 * math.sin(a), 0.45 + 0.60 * math.cos(a))
    for a in np.linspace(0, 2 * math.pi, 24, endpoint=False)
]
X1_HEEL = [
    (1.02, 0),
    (1.03, 0.5),
    (1.06, 0.85),
    (1.10, 0.85),
    (1.13, 0.5),
    (1.135, 0),
    (1.13, -0.5),
    (1.10, -0.85),
    (1.06, -0.85),
    (1.03, -0.5),
]


def Z(p, core, spill, **k):
    return p.clip(halftone([p.path(c) for c in core], [p.path(s) for s in spill], **k))


def pts(p, *names):
    return {n: p.tu(*POINT[n]) for n in names}


def f07():
    p = Leg()
    line = (
        lambda q, d="2.2 1.3", w=0.5: '<path d="%s" fill="none" stroke="#fff" stroke-width="%.2f" opacity=".75"/><path d="%s" fill="none" stroke="%s" stroke-width="%.2f" stroke-dasharray="%s" stroke-linecap="round"/>'
        % (smooth_path(q), w + 0.7, smooth_path(q), PAIN, w, d)
    )
    mid = p.clip(
        "".join(
            '<path d="%s" fill="%s" opacity=".10"/>' % (smooth_path(p.path(c)), PAIN)
            + line(p.path(c))
            for c in (X2_CORE, X3_CORE)
        )
    )
    o = p.skin(mid)
    a = pts(p, *POINT)
    a.update(
        zone_X2=p.tu(0.375, 0),
        zone_X3=p.tu(1.06, 0),
        knee_hollow=p.tu(0.02, 0),
        window_inner=p.tu(0.675, -0.4),
        window_outer=p.tu(0.675, 0.4),
    )
    for t in (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0):
        a["t%02d" % round(t * 10)] = p.tu(t, -1)
        a["t%02do" % round(t * 10)] = p.tu(t, 1)
    save("f07-overview", o, p.mw, p.mh, a)


OVERVIEW = dict(w=37 / 2.1724, zc=0.9, mmcm=2.1724)  # three legs of one size: 37 x 126 mm


def f07x():
    """one leg for each point; that of X1 fades below the knee and carries the low back above"""
    p = Leg(gone=16, fade=6, **OVERVIEW)
    low_back, q, an = pelvis(0.90, dots=0.62)
    places = pts(p, "X1")
    places.update({k: v + [(p.mw - q.mw) / 2, 0] for k, v in an.items()})
    places.update(halo=p.tu(0.62, 0.45), heel_wash=p.tu(1.07, 0))
    save("f07-x1", p.skin(x1_zones(p)) + at(low_back, (p.mw - q.mw) / 2, 0), p.mw, p.mh, places)
    p = Leg(**OVERVIEW)
    places = dict(pts(p, "X2"), main=p.tu(0.40, 0), spill_knee=p.tu(0.03, 0))
    save("f07-x2", p.skin(Z(p, [X2_CORE], [X2_SPILL], fade=5.0)), p.mw, p.mh, places)
    p = Leg(**OVERVIEW)
    places = dict(pts(p, "X3", "X3b"), main_heel=p.tu(1.07, 0), main_tendon=p.tu(0.90, 0))
    zones = Z(p, [X3_CORE], [X3_SPILL], fade=3.6, pitch=0.80, k=0.84)
    save("f07-x3", p.skin(zones), p.mw, p.mh, places)


def pelvis(mmcm=1.5, y0=-8, y1=27, w=41, dots=1.0):
    """back of the pelvis, treated side (right) on the right; main zone of X1, its dots scaled"""
    p = Pic((0, (y0 + y1) / 2, 0), w, y1 - y0, mmcm, px=PXA * 1.5)
    g = p.render(lambda s: pelvis_back(s))
    M = g["M"]
    px = p.px
    xy = lambda z, y, x=-9: p.pt((x, y, z))
    t = tone(g, light=(-0.34, 0.42, 0.84), sig=0.7 / px, px=px, occ=0.18)
    o = ramp(
        g,
        M == SKIN,
        t,
        p.sc,
        SKN["base"],
        [
            (">", 0.91, SKN["hi"]),
            ("<", 0.72, "@skin-3"),
            ("<", 0.60, SKN["s1"]),
            ("<", 0.47, "@skin-5"),
            ("<", 0.34, SKN["s2"]),
            ("<", 0.18, "@skin-7"),
        ],
        min_area=(1 / px) ** 2,
        soft=1.6,
    )
    o += ramp(
        g,
        M == SHORTS,
        t,
        p.sc,
        "@cloth-2",
        [
            (">", 0.90, "@cloth-1"),
            ("<", 0.68, "@cloth-3"),
            ("<", 0.48, "@cloth-4"),
            ("<", 0.25, "@cloth-5"),
        ],
        min_area=(1 / px) ** 2,
        soft=1.6,
    )
    ST = [
        ([(0, 27), (0.1, 20), (0, 12.8)], 0.20),
        ([(-4.2, 10.0), (-4.75, 9.3), (-4.2, 8.5)], 0.30),
        ([(4.2, 10.0), (4.75, 9.3), (4.2, 8.5)], 0.30),
    ]
    o += "".join(
        brush(catmull([xy(z, y) for z, y in q], 12), 0.05, w_, 0.05, "@line-crease") for q, w_ in ST
    )
    sac = [
        (-4.6, 11.6),
        (-2.2, 12.3),
        (0, 11.9),
        (2.2, 12.3),
        (4.6, 11.6),
        (4.2, 8.4),
        (2.7, 4.4),
        (1.3, 1.4),
        (0, 0.3),
        (-1.3, 1.4),
        (-2.7, 4.4),
        (-4.2, 8.4),
    ]
    crest = lambda s: [
        (s * 3.6, 5.0),
        (s * 4.6, 8.2),
        (s * 5.3, 10.8),
        (s * 6.9, 13.6),
        (s * 9.6, 15.2),
        (s * 12.4, 13.9),
        (s * 13.9, 10.6),
    ]
    gh = ""
    for q, cl in ((sac, True), (crest(1), False), (crest(-1), False)):
        d = smooth_path(catmull([xy(*a) for a in q], 10, cl), cl)
        gh += (
            '<path d="%s" fill="%s" fill-opacity=".25" stroke="#fff" stroke-width=".95" opacity=".6"/><path d="%s" fill="none" stroke="@line-bone" stroke-width=".34" stroke-dasharray="1.5 .9" stroke-linecap="round"/>'
            % (d, "@bone-ghost" if cl else "none", d)
        )
    c = (4.6, 9.3)
    ring = lambda r: np.array(
        [
            xy(c[0] + r * math.cos(a), c[1] + r * math.sin(a))
            for a in np.linspace(0, 2 * math.pi, 60, endpoint=False)
        ]
    )
    z = halftone([ring(2.4)], [ring(3.9)], fade=3.5 * dots, pitch=0.95 * dots, k=dots)
    d = (
        '<defs><linearGradient id="fv" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0"/><stop offset=".14" stop-color="#fff"/><stop offset=".88" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient><mask id="pvm"><rect width="%.1f" height="%.1f" fill="url(#fv)"/></mask></defs>'
        % (p.mw, p.mh)
    )
    return (
        d + '<g mask="url(#pvm)">' + o + z + gh + p.ink(g, 0.44, 1.0) + "</g>",
        p,
        dict(
            SI_zone=xy(*c),
            SI_zone_left_edge=xy(c[0] - 2.4, c[1]),
            dimple_left=xy(-4.5, 9.3),
            sacrum=xy(0, 6),
            spine=xy(0, 20),
            iliac_crest=xy(9.6, 15.2),
        ),
    )


def x1_zones(p):
    """where X1 is felt on the leg: round the mark, a little on the heel"""
    return p.clip(
        halftone([], [p.path(X1_HALO())], fade=3.0, smax=0.34)
        + halftone([], [p.path(X1_HEEL)], fade=5.0, smax=0.14)
    )


def f08():
    p = Leg(w=14.5, zc=0.9)
    o = p.skin(x1_zones(p))
    pv, q, an = pelvis(1.78)
    x, y = p.mw + 9, 26
    m, target = p.tu(*POINT["X1"]), an["SI_zone"] + [x, y]
    a, b = m + [5.0, -3.0], target + [-1.2, 8.0]
    o += at(pv, x, y) + arrow(qbez(a, np.array([b[0] + 1, a[1] + 10]), b), 1.25, 4.0)
    places = pts(p, "X1")
    places.update({k: v + [x, y] for k, v in an.items()})
    places.update(halo=p.tu(0.62, 0.45), heel_wash=p.tu(1.07, 0))
    save("f08-x1", o, x + q.mw, max(p.mh, q.mh + y), places)
    save("f08b-low-back", pv, q.mw, q.mh, an)


def f09():
    p = Leg(w=14.5, zc=0.9)
    o = p.skin(Z(p, [X2_CORE], [X2_SPILL], fade=5.0))
    a = pts(p, "X2")
    a.update(
        main=p.tu(0.40, 0),
        spill_knee=p.tu(0.03, 0),
        spill_low=p.tu(0.56, 0),
        main_outer=p.tu(0.375, 0.6),
        main_inner=p.tu(0.375, -0.6),
    )
    save("f09-x2", o, p.mw, p.mh, a)


def _bare(s):
    f = Figure.__new__(Figure)
    f.p = {}
    f.s = s
    f.J = {}
    f.ang = {}
    return f


def sole(mmcm=2.0):
    """right sole seen from below, toes up: big toe on the viewer's right"""
    px = PXA * 1.2
    w, h = 13, 31
    p = Pic(
        None,
        w,
        h,
        mmcm,
        px=px,
        cam=dict(
            W=int(round(w / px)),
            H=int(round(h / px)),
            px=px,
            c=V(7.1, -60, -0.5),
            rx=V(0, 0, -1),
            uy=V(1, 0, 0),
            fw=V(0, 1, 0),
        ),
    )
    foot = lambda s: (
        s.group("leg"),
        Figure.foot(_bare(s), "leg", "R", 1, V(0, -ANK_H, 0), V(1, 0, 0), V(0, 1, 0), V(0, 0, 1)),
    )
    g = p.render(foot)
    xy = lambda x, z: p.pt((x, -48, z))
    m = g["D"] < 1e8
    o = p.softskin(g, light=(-0.30, 0.40, 0.86), sig=0.45, occ=0.12)
    ST = [
        ([(-1.6, -2.0), (1.2, -1.9), (3.6, -1.2)], 0.16),
        ([(5.0, -2.6), (8.5, -2.1), (11.4, -1.9)], 0.22),
        ([(5.2, 1.2), (8.8, 1.0), (11.0, 0.6)], 0.16),
        ([(12.2, -1.2), (13.6, 0.8), (12.8, 2.8)], 0.18),
        ([(15.8, -4.2), (15.6, -2.9), (16.0, -1.8)], 0.2),
    ]
    o += "".join(
        brush(catmull([xy(*q) for q in r], 12), 0.04, w_, 0.04, "@line-crease") for r, w_ in ST
    )
    core = [
        (-6.6, 0),
        (-5.9, -2.4),
        (-3.8, -3.6),
        (-1.4, -3.4),
        (0.6, -2.6),
        (1.3, 0),
        (0.6, 2.6),
        (-1.4, 3.5),
        (-3.8, 3.6),
        (-5.9, 2.4),
    ]
    spill = [
        (-7, 0),
        (-5.9, -2.6),
        (-3.4, -3.9),
        (0, -3.7),
        (3, -3.3),
        (5.6, -2.4),
        (7.0, -0.6),
        (7.0, 1.2),
        (5.8, 2.8),
        (3, 3.6),
        (0, 3.8),
        (-3.4, 3.9),
        (-5.9, 2.6),
    ]
    z = (
        '<defs><clipPath id="solec"><path d="%s"/></clipPath></defs><g clip-path="url(#solec)">%s</g>'
        % (
            p.sil(m),
            halftone(
                [catmull([xy(*q) for q in core], 12, True)],
                [catmull([xy(*q) for q in spill], 12, True)],
                fade=5.0,
                pitch=0.80,
                k=0.84,
            ),
        )
    )
    return (
        o + z + p.ink(g, 0.44, 0.8, smooth=0.18),
        p,
        dict(
            sole_main=xy(-2.2, 0), sole_spill=xy(4.4, 0), big_toe=xy(17, -3.2), sole_outer=xy(4, 4)
        ),
    )


def f10():
    p = Leg(w=14.5, zc=0.9)
    o = p.skin(Z(p, [X3_CORE], [X3_SPILL], fade=3.6, pitch=0.80, k=0.84))
    so, q, an = sole(2.3)
    X = p.mw + 12
    Y = p.mh - q.mh - 2
    o += at(so, X, Y)
    h = p.tu(1.09, 0.9)
    b = np.array([X + 3.6, Y + q.mh * 0.76])
    a_ = np.array([p.mw + 0.6, h[1] - 3.2])
    o += arrow(qbez(a_, (a_ + b) / 2 + [0, 2.2], b), 1.25, 4.0)
    a = pts(p, "X3", "X3b")
    a.update(main_tendon=p.tu(0.90, 0), main_heel=p.tu(1.07, 0), spill_thread=p.tu(0.74, 0))
    a.update({k: v + [X, Y] for k, v in an.items()})
    save("f10-x3", o, X + q.mw, p.mh, a)


def f06():
    """left: sore where it is pressed; right: pressed here, felt there"""
    o = ""
    A = {}
    X = 0
    for i, kind in enumerate(("local", "referred")):
        p = Leg(h0=-6, h1=50, w=14.5, mmcm=1.35, zc=0.9)
        t, u = (0.66, 0.42)
        r = [
            (t + 0.062 * math.sin(a), u - 0.02 + 0.54 * math.cos(a))
            for a in np.linspace(0, 2 * math.pi, 24, endpoint=False)
        ]
        far = [
            (0.90, -0.24),
            (0.90, 0.24),
            (0.98, 0.3),
            (1.03, 0.95),
            (1.14, 1.05),
            (1.15, 0),
            (1.14, -1.05),
            (1.03, -0.95),
            (0.98, -0.3),
        ]
        z = p.clip(halftone([p.path(r if kind == "local" else far)], [], pitch=0.82, k=0.86))
        g = p.skin(z)
        m = p.tu(t, u)
        if kind == "referred":
            b = p.tu(1.045, 1.0) + [1.2, 0]
            g += arrow(
                [p.tu(t, 1) + [2.2, 0], p.tu(0.80, 1) + [5.4, 0], p.tu(0.95, 1) + [4.6, 0], b],
                1.3,
                3.9,
            )
        o += at(g, X, 0)
        A["press_" + kind] = m + [X, 0]
        A["felt_" + kind] = (m if kind == "local" else p.tu(1.05, 0)) + [X, 0]
        X += p.mw + 12
    save("f06-local-referred", o, X - 12 + 3, p.mh, A)


def front_leg(h0, h1, w, mmcm, zc=-0.75):
    p = Pic((0, -(h0 + h1) / 2, zc), w, h1 - h0, mmcm, az=-90, el=0)
    p.h0, p.h1 = h0, h1
    return p


def f03():
    """no-go places, hatched: back view and front view of the same right leg"""
    p = Leg(w=14.5, zc=0.9, mmcm=2.1)
    hd = hatch_def("ng", PAIN, 1.3, 0.55, 45, "#fff", 0.55)
    area = (
        lambda q, cl=True: '<path d="%s" fill="url(#ng)"/><path d="%s" fill="none" stroke="#fff" stroke-width="1.1"/><path d="%s" fill="none" stroke="%s" stroke-width=".6" stroke-linejoin="round"/>'
        % ((smooth_path(q),) * 3 + (PAIN,))
    )
    hollow = p.path(rrect(-0.055, 0.085, -0.50, 0.46, 2.3))
    fib = np.array(
        [
            p.tu(0.055, 0.79) + [p.k * 1.4 * math.cos(a), p.k * 1.75 * math.sin(a)]
            for a in np.linspace(0, 2 * math.pi, 40, endpoint=False)
        ]
    )
    ach = p.path(
        [
            (0.815, -0.1),
            (0.83, -0.22),
            (0.90, -0.23),
            (0.97, -0.24),
            (1.0, -0.4),
            (1.03, -0.85),
            (1.08, -0.97),
            (1.15, -0.9),
            (1.16, 0),
            (1.15, 0.9),
            (1.08, 0.97),
            (1.03, 0.85),
            (1.0, 0.4),
            (0.97, 0.24),
            (0.90, 0.23),
            (0.83, 0.22),
            (0.815, 0.1),
        ]
    )
    o = hd + p.skin(p.clip("".join(area(q) for q in (hollow, fib, ach))))
    A = dict(
        knee_hollow=p.tu(0.015, 0),
        fibular_head=p.tu(0.055, 0.79),
        achilles=p.tu(0.90, 0),
        heel=p.tu(1.08, 0),
        window=p.tu(0.675, 0),
    )
    q = front_leg(-8, 50, 14.5, 2.1)
    g = q.render(lambda s: leg_skin(s))
    m = g["D"] < 1e8
    zh = lambda z, h: q.pt((4, -h, z))
    X = p.mw + 14
    st = [
        (
            [
                (-2.4, -3.2),
                (-2.7, -0.6),
                (-1.6, 2.2),
                (0, 3.2),
                (1.6, 2.2),
                (2.7, -0.6),
                (2.4, -3.2),
            ],
            0.24,
        ),
        ([(-0.7, 5.2), (0, 6.4), (0.7, 5.2)], 0.18),
        ([(0.35, 8), (0.3, 18), (0.1, 28), (-0.3, 36)], 0.22),
        ([(2.6, 41.5), (2.2, 43.2)], 0.2),
        ([(-2.7, 40.6), (-2.3, 42.0)], 0.2),
    ]
    f = 9 / 58
    d = (
        '<defs><clipPath id="frc"><path d="%s"/></clipPath><linearGradient id="frg" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0"/><stop offset="%.3f" stop-color="#fff"/><stop offset=".80" stop-color="#fff"/><stop offset=".87" stop-color="#fff" stop-opacity="0"/></linearGradient><mask id="frm"><rect width="%.1f" height="%.1f" fill="url(#frg)"/></mask></defs>'
        % (q.sil(m), f, q.mw, q.mh)
    )
    shin = catmull(
        [
            zh(z, h)
            for z, h in [
                (-0.2, 5.0),
                (0.8, 6.4),
                (0.75, 14),
                (0.6, 24),
                (0.35, 32),
                (0.4, 35.6),
                (-0.2, 36.6),
                (-1.4, 36.4),
                (-1.6, 33),
                (-1.35, 24),
                (-1.2, 14),
                (-1.1, 6.6),
            ]
        ],
        12,
        True,
    )
    fib2 = np.array(
        [
            zh(3.95, 2.6) + [q.k * 1.5 * math.cos(a), q.k * 1.7 * math.sin(a)]
            for a in np.linspace(0, 2 * math.pi, 40, endpoint=False)
        ]
    )
    fr = (
        d
        + '<g mask="url(#frm)">'
        + q.softskin(g, light=(-0.34, 0.42, 0.84))
        + "".join(
            brush(catmull([zh(*w) for w in r], 12), 0.04, w_, 0.04, "@line-crease") for r, w_ in st
        )
        + '<g clip-path="url(#frc)">'
        + area(shin)
        + area(fib2)
        + "</g>"
        + q.ink(g, 0.44, 1.2, smooth=0.28)
        + "</g>"
    )
    o += at(fr, X, 0)
    A.update(shin=zh(-0.3, 20) + [X, 0], fibular_head_front=zh(3.95, 2.6) + [X, 0])
    save("f03-no-go", o, X + q.mw, p.mh, A)


def roll_here(p):
    """the soleus window, t .55-.80, as two strips, |u| .15-.60"""
    o = hatch_def("wh", BRAND, 1.35, 0.55, -45, "#fff", 0.6)
    for s in (-1, 1):
        corners = [(0.55, s * 0.15), (0.55, s * 0.60), (0.80, s * 0.60), (0.80, s * 0.15)]
        d = smooth_path(vec.resample(np.array([p.tu(*c) for c in corners]), 0.4, True))
        o += '<path d="%s" fill="url(#wh)"/>' % d
        for col, w in (("#fff", 1.4), (BRAND, 0.65)):
            o += '<path d="%s" fill="none" stroke="%s" stroke-width="%.1f" stroke-linejoin="round"/>' % (
                d,
                col,
                w,
            )
    return o


def f07b():
    """poster map: where to roll (petrol windows), where not (grey hatch)"""
    p = Leg(w=14.5, zc=0.9)
    hd = hatch_def("ngb", G70, 1.3, 0.45, 45, "#fff", 0.5)
    area = (
        lambda q: '<path d="%s" fill="url(#ngb)"/><path d="%s" fill="none" stroke="#fff" stroke-width="1.0"/><path d="%s" fill="none" stroke="%s" stroke-width=".5"/>'
        % ((smooth_path(q),) * 3 + (G70,))
    )
    hollow = p.path(rrect(-0.055, 0.085, -0.50, 0.46, 2.3))
    fib = np.array(
        [
            p.tu(0.055, 0.79) + [p.k * 1.4 * math.cos(a), p.k * 1.75 * math.sin(a)]
            for a in np.linspace(0, 2 * math.pi, 40, endpoint=False)
        ]
    )
    ach = p.path(
        [
            (0.845, -0.1),
            (0.86, -0.22),
            (0.90, -0.23),
            (0.97, -0.24),
            (1.0, -0.4),
            (1.03, -0.85),
            (1.08, -0.97),
            (1.15, -0.9),
            (1.16, 0),
            (1.15, 0.9),
            (1.08, 0.97),
            (1.03, 0.85),
            (1.0, 0.4),
            (0.97, 0.24),
            (0.90, 0.23),
            (0.86, 0.22),
            (0.845, 0.1),
        ]
    )
    o = hd + p.skin(p.clip("".join(area(q) for q in (hollow, fib, ach)) + roll_here(p)))
    a = pts(p, *POINT)
    a.update(
        knee_hollow=p.tu(0.015, 0),
        fibular_head=p.tu(0.055, 0.79),
        achilles=p.tu(0.92, 0),
        heel=p.tu(1.08, 0),
        window_inner=p.tu(0.675, -0.38),
        window_outer=p.tu(0.675, 0.38),
        window_inner_top=p.tu(0.55, -0.60),
        window_inner_bottom=p.tu(0.80, -0.60),
        window_outer_top=p.tu(0.55, 0.60),
        window_outer_bottom=p.tu(0.80, 0.60),
    )
    save("f07b-poster-map", o, p.mw, p.mh, a)
