"""F4 three layers, F5 side view, F14 bones with origin, insertion and tendinous arch."""
from leg import *


def footbones(s, df=0):
    """simplified tarsus, metatarsus and toes of the right foot (bone groups beyond talus and heel bone)"""
    s.group("tal")
    s.ell("tal", BONE, "talus", 0.6, V(0.5, -41.5, -0.3), Zv, V(0, 1, 0), Xv, (2.0, 1.75, 2.7))
    rows = [
        (-5.45, -0.2, 45.0, 0.8, 0.8, 0.9, 1.0),
        (-5.0, -0.2, 44.9, 1.6, 1.6, 1.75, 1.7),
        (-3.9, -0.2, 44.7, 2.0, 2.0, 2.0, 2.0),
        (-1.9, -0.1, 44.2, 1.8, 1.85, 1.55, 1.9),
        (0, 0, 43.7, 1.75, 1.8, 1.4, 1.55),
        (2.2, 0.3, 43.7, 1.75, 1.7, 1.35, 1.35),
        (4.0, 0.8, 44.1, 1.5, 1.4, 1.2, 1.25),
    ]
    T = np.array(rows)
    xs = np.linspace(T[0, 0], T[-1, 0], 24)
    c = [pchip(T[:, 0], T[:, j], xs) for j in range(1, 7)]
    s.group("cal")
    s.loft(
        "cal",
        BONE,
        "calc",
        0.6,
        [
            (V(xs[i], -c[1][i], c[0][i]), Zv, V(0, 1, 0), (c[2][i], c[3][i], c[4][i], c[5][i]))
            for i in range(24)
        ],
        0,
        2.2,
    )
    s.group("fb")
    P = lambda x, h, z: V(x, -h, z)
    E = lambda x, h, z, rz, ry, rx: s.ell(
        "fb", BONE, "footb", 0.35, P(x, h, z), Zv, V(0, 1, 0), Xv, (rz, ry, rx)
    )
    E(3.5, 42.3, -0.9, 1.5, 1.3, 1.2)
    E(4.75, 42.9, -1.2, 1.9, 1.45, 0.75)
    E(4.9, 44.9, 1.6, 1.4, 1.25, 1.5)
    E(6.3, 43.6, -1.9, 0.95, 1.15, 0.95)
    E(6.5, 43.5, -0.4, 0.8, 1.0, 0.9)
    E(6.5, 43.9, 0.9, 0.8, 1.0, 0.9)
    MT = (
        ((7.2, 44.0, -2.0), (13.4, 46.5, -2.9), 0.85),
        ((7.4, 43.7, -0.5), (13.9, 46.6, -1.1), 0.6),
        ((7.3, 44.2, 0.8), (13.5, 46.8, 0.5), 0.58),
        ((6.6, 45.2, 1.9), (12.8, 46.9, 1.9), 0.56),
        ((5.9, 46.0, 2.9), (11.9, 47.0, 3.2), 0.6),
    )
    PH = (
        ((14.2, 46.7), (16.4, 47.0), (18.4, 47.2), 0.72),
        ((14.8, 46.7), (16.6, 46.6), (17.8, 47.3), 0.45),
        ((14.4, 46.9), (16.0, 46.8), (17.1, 47.4), 0.43),
        ((13.6, 47.0), (15.1, 46.9), (16.1, 47.4), 0.42),
        ((12.7, 47.1), (14.0, 47.0), (14.9, 47.4), 0.42),
    )
    for i, (a, b, r) in enumerate(MT):
        g = "mt%d" % i
        s.group(g)
        A, B = P(*a), P(*b)
        s.cone(g, BONE, "footb", 0.3, A, A + (B - A) * 0.5, r * 1.05, r * 0.68)
        s.cone(g, BONE, "footb", 0.3, A + (B - A) * 0.5, B, r * 0.68, r)
        q = PH[i]
        z0 = b[2]
        g = "ph%d" % i
        s.group(g)
        s.cone(g, BONE, "footb", 0.15, P(*q[0], z0), P(*q[1], z0 * 1.02), q[3], q[3] * 0.85)
        g = "pi%d" % i
        s.group(g)
        s.cone(
            g,
            BONE,
            "footb",
            0.15,
            P(*q[1], z0 * 1.02) + V(0.45, 0, 0),
            P(*q[2], z0 * 1.04),
            q[3] * 0.85,
            q[3] * 0.7,
        )


def layer(p, kind):
    """pale skin with bones and: 'gas' calf muscle over soleus, 'sol' soleus with the calf muscle cut, 'c' bones only"""
    o = p.paleskin(p.g) + p.ink(
        p.g, 0.42 * min(1, 0.5 + 0.5 * p.k / 2.3), 1.2, "@line-pale", smooth=0.28
    )

    def sc(s):
        bones(s)
        cartilage(s)
        if kind != "c":
            soleus2(s, tendon=kind != "gas")
        if kind == "gas":
            gastroc2(s)
        if kind == "sol":
            gastroc2(s, apo=False, stump=0.2)

    g = p.render(sc)
    M, P = g["M"], g["P"]
    t = tone(g, sig=0.14 / p.px, px=p.px, occ=0.30)
    o += p.bone(g, M == BONE, t) + ramp(
        g, M == CART, t, p.sc, "@cartilage", [("<", 0.5, "@cartilage-shade")]
    )
    if kind != "c":
        full = p.render(lambda s: soleus2(s))["D"] < 1e8
        o += p.muscle(g, M == MUS, full, "sol", "mus", t, dsep=p.fd) + p.tendon(
            g, M == TEN, t, dsep=p.fd * 0.9, fld=field_table(p, APO2 if kind == "gas" else TENDON2)
        )
    if kind in ("gas", "sol"):
        for i, q in enumerate((47, 48)):
            o += p.muscle(
                g,
                (M == GAS) & (P == q),
                (M == GAS) & (P == q),
                "gas",
                "gas",
                t,
                seed=11 + i,
                dsep=p.fd,
            )
    o += p.ink(g, 0.34, 0.35, COOL, smooth=0.18)
    if kind == "sol":
        gg = p.render(lambda s: gastroc2(s, apo=False))
        for q in (47, 48):
            for c in vec.contours(vec.gauss((gg["P"] == q).astype(np.float32), 2), 0.5):
                if abs(vec.area(c)) < 500:
                    continue
                d = vec.bez_path([x * p.sc for x in vec.fit_closed(vec.resample(c, 2, True), 0.4)])
                o += (
                    '<path d="%s" fill="none" stroke="#fff" stroke-width=".8" opacity=".55"/><path d="%s" fill="none" stroke="@line-muscle" stroke-width=".32" stroke-dasharray="1.6 1.0" stroke-linecap="round"/>'
                    % (d, d)
                )
    return p.defs() + '<g mask="url(#%sm)">%s</g>' % (p.id, o), g


def window(p, fill=True):
    """soleus window t .55-.80 at both edges of the tendon"""
    o = ""
    for s in (-1, 1):
        q = [
            (0.55, s * 0.16),
            (0.55, s * 0.60),
            (0.60, s * 0.64),
            (0.70, s * 0.62),
            (0.80, s * 0.56),
            (0.80, s * 0.16),
            (0.70, s * 0.15),
            (0.60, s * 0.15),
        ]
        d = poly(np.array([p.tu(*v) for v in q]))
        d = smooth_path(vec.resample(np.array([p.tu(*v) for v in q]), 0.4, True))
        if fill:
            o += '<path d="%s" fill="url(#wh)"/>' % d
        o += (
            '<path d="%s" fill="none" stroke="#fff" stroke-width="1.3" stroke-linejoin="round"/><path d="%s" fill="none" stroke="%s" stroke-width=".6" stroke-linejoin="round"/>'
            % (d, d, BRAND)
        )
    return o


def layer_anchors(kind, k):
    """named places of one leg; k: (t, u) -> mm"""
    if kind == "gas":
        return dict(
            gastroc_inner=k(0.25, -0.45),
            gastroc_outer=k(0.25, 0.45),
            end_inner=k(0.55, -0.4),
            end_outer=k(0.51, 0.4),
            tendon_sheet=k(0.62, 0),
            achilles=k(0.86, 0),
        )
    if kind == "sol":
        return dict(
            soleus=k(0.40, 0.5),
            soleus_inner=k(0.40, -0.55),
            fibular_head=k(0.06, 0.78),
            cut=k(-0.02, 0.45),
            achilles_3=k(0.86, 0),
            heel_bone=k(1.06, 0),
            knee_line=k(0, 1),
        )
    return {}


def peel(name, kinds, gap=7):
    """the same leg side by side, layer after layer, the soleus window carried across"""
    o = hatch_def("wh", BRAND, 1.25, 0.42, -45, "#fff", 0.35)
    x, at_, last = 0, {}, None
    for kind in kinds:
        i = {"skin": 1, "gas": 2, "sol": 3}[kind]
        p = Leg(w=14.5, zc=0.9, mmcm=2.1)
        p.fd = 1.25
        g = p.skin(base=0.44) if kind == "skin" else layer(p, kind)[0]
        o += at(g + p.clip(window(p, kind == "skin")), x, 0)
        k = lambda t, u, p=p, x=x: p.tu(t, u) + [x, 0]
        for t in (0.55, 0.80) if last else ():
            a, b = last(t, 0.97), k(t, -0.97)
            o += (
                '<path d="M%.2f %.2fL%.2f %.2f" stroke="@brand" stroke-width=".35" stroke-dasharray="1.1 1.1" stroke-linecap="round"/>'
                % (a[0] + 0.9, a[1], b[0] - 0.9, b[1])
            )
        last = k
        for n, q in dict(
            window_in=(0.675, -0.4),
            window_out=(0.675, 0.4),
            window_inner_edge=(0.675, -0.6),
            window_outer_edge=(0.675, 0.6),
            top=(-0.15, 0),
            foot=(1.13, 0),
        ).items():
            at_["%s_%d" % (n, i)] = k(*q)
        at_.update(layer_anchors(kind, k))
        x += p.mw + gap
    save(name, o, x - gap, p.mh, at_)


def f04():
    peel("f04-layers", ("skin", "gas", "sol"))
    peel("f04b-two-layers", ("gas", "sol"))


# ---- F5 ------------------------------------------------------------------------------------------


def f05(mmcm=1.95):
    h0, h1 = -15, 49.5
    p = Pic((5.6, -(h0 + h1) / 2, 0), 32, h1 - h0, mmcm, az=0, el=0)
    yx = lambda x, h, z=0: p.pt((x, -h, z))
    lt = (-0.30, 0.50, 0.82)
    gs = p.render(lambda s: leg_skin(s, out=0))
    o = p.paleskin(gs) + p.ink(gs, 0.42, 1.6, "@line-pale", smooth=0.28)

    def sc(s):
        bones(s, foot=False)
        footbones(s)
        cartilage(s)
        patella(s)
        gas_side(s)
        s.group("sol")
        L(s, "sol", MUS, "solL", 1.0, SOL_SIDE)
        s.group("ten")
        L(s, "ten", TEN, "ten", 0.3, TENDON2)

    g = p.render(sc)
    M, P = g["M"], g["P"]
    t = tone(g, light=lt, sig=0.14 / p.px, px=p.px, occ=0.28)
    o += p.bone(g, M == BONE, t) + ramp(
        g, M == CART, t, p.sc, "@cartilage", [("<", 0.5, "@cartilage-shade")]
    )
    o += p.tendon(g, M == TEN, t)
    gm = M == GAS
    sm = M == MUS
    o += p.muscle(g, gm, p.render(gas_side)["D"] < 1e8, "gas", "gas", t, seed=11)
    o += p.muscle(g, sm, sm, "edge", "mus", t, seed=4) + p.ink(
        g, 0.36, 0.35, COOL, crease=46, smooth=0.18
    )
    # span bars: two joints crossed / one joint crossed, discs at the joints
    bar = (
        lambda x, ha, hb, js: '<path d="M%.2f %.2fL%.2f %.2f" stroke="%s" stroke-width=".85" stroke-linecap="round"/>'
        % (*yx(x, ha), *yx(x, hb), BRAND)
        + "".join(
            '<path d="M%.2f %.2fh3.0" stroke="%s" stroke-width="1.1" stroke-linecap="round" transform="translate(-1.5 0)"/>'
            % (*yx(x, h), BRAND)
            for h in (ha, hb)
        )
        + "".join(
            '<circle cx="%.2f" cy="%.2f" r="1.4" fill="#fff" stroke="%s" stroke-width=".75"/>'
            % (*yx(x, h), BRAND)
            for h in js
        )
    )
    xs = (-14.0, -10.6)
    gx = [bar(xs[0], -4.6, 45, (0, 41)), bar(xs[1], 3.0, 45, (41,))]
    LM = 12.0
    lines = "".join(
        '<path d="M%.2f %.2fH%.2f" stroke="%s" stroke-width=".35" stroke-dasharray="1.1 1.1" stroke-linecap="round"/>'
        % (yx(xs[0], h)[0] + 2.2, yx(0, h)[1], yx(x1, h)[0], BRAND)
        for h, x1 in ((0, -6.3), (41, -5.8))
    )
    d = (
        '<defs><linearGradient id="f5g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0"/><stop offset=".12" stop-color="#fff"/></linearGradient><mask id="f5m"><rect width="%.1f" height="%.1f" fill="url(#f5g)"/></mask></defs>'
        % (p.mw, p.mh)
    )
    A = dict(
        knee_joint=yx(-1, 0),
        ankle_joint=yx(0, 40.6),
        gastroc=yx(-5.2, 11),
        soleus=yx(-2.8, 17),
        femur=yx(0.6, -10),
        fibula=yx(-1.0, 22),
        tibia=yx(1.4, 20),
        achilles=yx(-3.8, 36),
        heel_bone=yx(-3, 44.5),
        gastroc_origin=yx(-2.4, -4.6),
        soleus_origin=yx(-2, 3.0),
        bar_two=yx(xs[0], 20),
        bar_one=yx(xs[1], 24),
        patella=yx(4.4, -1.5),
    )
    A = {k: v + [LM, 0] for k, v in A.items()}
    save(
        "f05-side",
        d + at('<g mask="url(#f5m)">%s</g>%s%s' % (o, lines, "".join(gx)), LM, 0),
        p.mw + LM,
        p.mh,
        A,
    )


def gas_side(s):
    s.group("gas")
    L(s, "gas", GAS, "gasM", 0.25, [tuple(r[:6]) + (r[6] * 1.22,) for r in GAS_M2])
    s.group("gasl")
    L(s, "gasl", GAS, "gasL", 0.25, [tuple(r[:6]) + (r[6] * 1.18,) for r in GAS_L2])


def patella(s):
    s.group("pt")
    s.cone("pt", TEN, "ten", 0.5, V(4.5, 0.2, 0.1), V(2.7, -5.2, 0), 0.55, 0.6)
    s.cone("pt", TEN, "ten", 0.5, V(4.4, 3.6, 0.1), V(3.3, 18, 0.3), 0.6, 1.1)
    s.group("pat")
    s.ell("pat", BONE, "femur", 0.3, V(4.3, 2.0, 0.1), Zv, V(0, 1, 0), Xv, (2.1, 2.3, 1.0))


# ---- F14 -----------------------------------------------------------------------------------------
FIB_O = [
    (4.35, 2.6),
    (4.75, 3.4),
    (4.3, 4.6),
    (4.0, 7.0),
    (3.85, 10.5),
    (3.62, 14.6),
    (3.28, 14.6),
    (3.30, 10.5),
    (3.45, 7.0),
    (3.45, 5.0),
    (3.55, 3.4),
]
SOL_LINE = [
    (1.5, 4.2),
    (1.05, 5.6),
    (0.35, 7.6),
    (-0.55, 10.0),
    (-1.25, 12.6),
    (-1.55, 15.5),
    (-1.58, 20.6),
    (-1.55, 25.6),
    (-1.98, 25.6),
    (-2.08, 20.6),
    (-2.2, 15.5),
    (-2.15, 12.4),
    (-1.75, 9.6),
    (-0.8, 6.9),
    (0.2, 5.0),
    (0.8, 3.9),
]
CALC_I = [
    (-1.7, 44.2),
    (-0.9, 43.5),
    (-0.2, 43.4),
    (0.6, 43.5),
    (1.35, 44.2),
    (1.3, 45.6),
    (0.6, 46.5),
    (-0.2, 46.7),
    (-1.0, 46.5),
    (-1.65, 45.6),
]


def tube(q, w0, w1, fill, line, hi=None, lw=0.22):
    """vessel: outlined ribbon along q (mm), width w0 -> w1"""
    q = vec.resample(np.asarray(q, float), 0.4)
    w = np.linspace(w0, w1, len(q))
    o = '<path d="%s" fill="%s"/><path d="%s" fill="%s"/>' % (
        vec.stroke_path(q, w + lw * 2, False, 0.02),
        line,
        vec.stroke_path(q, w, False, 0.02),
        fill,
    )
    return o + (
        '<path d="%s" fill="%s" opacity=".7"/>'
        % (vec.stroke_path(q - [w0 * 0.18, 0], w * 0.22, False, 0.02), hi)
        if hi
        else ""
    )


def attach(p, id="", cord=False):
    """bones with origin (flame hatch), insertion (petrol hatch), arch and the vessels under it"""
    b, g = layer(p, "c")
    zh = lambda z, h: p.zh(z, h, -2)
    area = lambda q: smooth_path(catmull([zh(*v) for v in q], 10, True))
    k = p.k / 2.18
    o = (
        b
        + hatch_def("ho" + id, PAIN, 1.2, 0.5, 45, "@origin-ground", 0.9)
        + hatch_def("hi" + id, BRAND, 1.2, 0.45, -45, "@insertion-ground", 0.9)
    )
    areas = ""
    for i, (pt, q, f, c) in enumerate(
        (
            (PARTS["fibula"], FIB_O, "ho", PAIN),
            (PARTS["tibia"], SOL_LINE, "ho", PAIN),
            (PARTS["calc"], CALC_I, "hi", BRAND),
        )
    ):
        m = g["P"] == pt
        if not m.any():
            continue
        d = vec.region_path(vec.gauss(m.astype(np.float32), 1.2), 0.5, p.sc)
        a = area(q)
        areas += (
            '<clipPath id="cp%s%d"><path d="%s"/></clipPath><g clip-path="url(#cp%s%d)"><path d="%s" fill="url(#%s)"/><path d="%s" fill="none" stroke="%s" stroke-width=".5"/></g>'
            % (id, i, d, id, i, a, f + id, a, c)
        )
    if not cord:
        run = lambda dz: catmull(
            [
                zh(z + dz, h)
                for z, h in (
                    (0.1, -10.8),
                    (0.2, -6),
                    (0.35, -2),
                    (0.8, 1.5),
                    (1.6, 4.2),
                    (2.05, 6.1),
                )
            ],
            14,
        )
        deep = lambda dz: catmull(
            [
                zh(z + dz, h)
                for z, h in (
                    (2.05, 6.3),
                    (1.9, 8),
                    (1.55, 13),
                    (1.0, 20),
                    (0.2, 28),
                    (-1.1, 35),
                    (-2.2, 39.4),
                )
            ],
            14,
        )
        col = (
            ("@artery", "@artery-wall", 1.0),
            ("@vein", "@vein-wall", 1.25),
            ("@nerve", "@nerve-wall", 1.0),
        )
        for dz, (f, l, w) in zip((-0.4, 0.02, 0.42), col):
            o += (
                '<path d="%s" fill="none" stroke="#fff" stroke-width="%.2f" opacity=".5"/><path d="%s" fill="none" stroke="%s" stroke-width="%.2f" stroke-dasharray="1.5 1.1" stroke-linecap="round"/>'
                % (
                    smooth_path(deep(dz), False),
                    0.95 * k**0.5,
                    smooth_path(deep(dz), False),
                    l,
                    0.5 * k**0.5,
                )
            )
        for dz, (f, l, w) in zip((-0.60, 0.02, 0.63), col):
            o += '<g mask="url(#%sm)">%s</g>' % (
                p.id,
                tube(run(dz), w * 1.08 * k, w * 0.90 * k, f, l, "#fff", 0.2 * k**0.5),
            )
        arch = vec.resample(
            catmull(
                [
                    zh(*v)
                    for v in (
                        (3.52, 7.3),
                        (3.38, 6.4),
                        (3.0, 5.3),
                        (2.4, 4.6),
                        (1.75, 4.4),
                        (1.15, 4.8),
                        (0.75, 5.5),
                    )
                ],
                14,
            ),
            0.3,
        )
        u = np.linspace(0, 1, len(arch))
        w = (1.2 + 0.35 * np.abs(2 * u - 1) ** 2) * k
        fib = ""
        for j in (-0.3, -0.1, 0.1, 0.3):
            t = np.gradient(arch, axis=0)
            nn = np.stack([-t[:, 1], t[:, 0]], 1) / np.linalg.norm(t, axis=1, keepdims=True)
            fib += vec.stroke_path(
                arch + nn * (w * j)[:, None], np.full(len(arch), 0.12 * k**0.5), False, 0.03
            )
        o += (
            '<path d="%s" fill="#fff"/><path d="%s" fill="%s"/><path d="%s" fill="%s"/><path d="%s" fill="%s"/>'
            % (
                vec.stroke_path(arch, w + 1.1 * k**0.5, False, 0.02),
                vec.stroke_path(arch, w + 0.62 * k**0.5, False, 0.02),
                PAIN_DARK,
                vec.stroke_path(arch, w, False, 0.02),
                C["ten"],
                fib,
                C["tenf"],
            )
        )
    o += areas
    if cord:
        T = np.array(TENDON2)
        q = T[(T[:, 0] >= p.h0 - 2) & (T[:, 0] <= 45.5)]
        e = [catmull([zh(r[1] + s_ * r[3 if s_ > 0 else 4], r[0]) for r in q], 8) for s_ in (-1, 1)]
        for c in e:
            d = smooth_path(c, False)
            o += (
                '<path d="%s" fill="none" stroke="#fff" stroke-width="1.1" opacity=".7"/><path d="%s" fill="none" stroke="@line-tendon" stroke-width=".5" stroke-dasharray="1.7 1.0" stroke-linecap="round"/>'
                % (d, d)
            )
    return o, zh


def lens(o, s0, r0, c, R, cx, cy, art, id):
    """circle on the picture at s0, enlarged circle at (cx, cy) showing art around its point c"""
    v = np.array([cx, cy]) - s0
    n = v / np.linalg.norm(v)
    a = math.acos((R - r0) / np.linalg.norm(v))
    o2 = ""
    for s_ in (1, -1):
        e = np.array(
            [
                -n[0] * math.cos(a) + s_ * n[1] * math.sin(a),
                -n[0] * s_ * math.sin(a) - n[1] * math.cos(a),
            ]
        )
        P1, P2 = s0 + e * r0, np.array([cx, cy]) + e * R
        o2 += '<path d="M%.2f %.2fL%.2f %.2f" stroke="%s" stroke-width=".35"/>' % (
            P1[0],
            P1[1],
            P2[0],
            P2[1],
            G50,
        )
    o2 += (
        '<circle cx="%.2f" cy="%.2f" r="%.2f" fill="none" stroke="#fff" stroke-width="1.1"/><circle cx="%.2f" cy="%.2f" r="%.2f" fill="none" stroke="%s" stroke-width=".5"/>'
        % (s0[0], s0[1], r0, s0[0], s0[1], r0, INK)
    )
    return (
        o
        + o2
        + '<defs><clipPath id="lens%s"><circle cx="%.2f" cy="%.2f" r="%.2f"/></clipPath></defs>'
        % (id, c[0], c[1], R)
        + at(
            '<circle cx="%.2f" cy="%.2f" r="%.2f" fill="#fff"/><g clip-path="url(#lens%s)">%s</g><circle cx="%.2f" cy="%.2f" r="%.2f" fill="none" stroke="%s" stroke-width=".7"/>'
            % (c[0], c[1], R, id, art, c[0], c[1], R, INK),
            cx - c[0],
            cy - c[1],
        )
    )


def f14():
    p = Leg(h0=-11, h1=50, w=15, zc=0.9, mmcm=2.18, fade=9)
    o, zh = attach(p)
    A = dict(
        femur=zh(0.3, -7),
        tibia=zh(-0.6, 28),
        fibula=zh(2.9, 26),
        fibular_head=zh(4, 3.3),
        origin_fibula=zh(3.7, 9.5),
        origin_soleal_line=zh(0, 8.2),
        origin_tibia_border=zh(-1.85, 19),
        arch=zh(2.0, 4.45),
        artery=zh(-0.45, -3),
        vein=zh(0.3, -3),
        nerve=zh(0.95, -3),
        insertion=zh(-0.2, 45),
        inner_ankle=zh(-2.5, 40),
        outer_ankle=zh(3.1, 41.3),
        talus=zh(-0.3, 41.5),
    )
    q = Leg(h0=-3, h1=13.5, w=14, zc=0.9, mmcm=5.0, fade=0.01)
    b, zq = attach(q, "q")
    R = 27.0
    cx, cy = p.mw + 12 + R, 36.0
    c = zq(2.0, 5.6)
    o = lens(o, zh(2.0, 5.6), R / 5.0 * 2.18, c, R, cx, cy, b, "a")
    off = np.array([cx, cy]) - c
    A.update(
        lens_arch=zq(2.1, 4.45) + off,
        lens_artery=zq(0.5, 1.5) + off,
        lens_vein=zq(0.95, 1.5) + off,
        lens_nerve=zq(1.5, 1.5) + off,
        lens_origin_tibia=zq(0.3, 7.4) + off,
        lens_origin_fibula=zq(3.75, 9) + off,
        lens_fibular_head=zq(4.2, 3.2) + off,
    )
    h = Leg(h0=36, h1=50, w=14, zc=0.9, mmcm=4.4, fade=0.01)
    b, zq = attach(h, "h", True)
    R2 = 20.0
    c = zq(-0.2, 44.0)
    cx2, cy2 = p.mw + 12 + R, p.mh - R2 - 3
    o = lens(o, zh(-0.2, 44.0), R2 / 4.4 * 2.18, c, R2, cx2, cy2, b, "b")
    off = np.array([cx2, cy2]) - c
    A.update(
        lens_insertion=zq(-0.2, 45) + off,
        lens_achilles=zq(0, 41) + off,
        lens_heel_bone=zq(1.4, 44.2) + off,
    )
    save("f14-bones", o, cx + R + 1, p.mh, A)
