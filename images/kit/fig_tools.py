"""F21 tools, F31 faces, F32 levels, F33 wall stretch, F34 seated heel raise."""
from sheet import *
from fig_moves import *
from fig_steps import sitfrag


# ---------------------------------------------------------------------------------------- F21 tools
def lens37(name, fr, ls, world, over="", under="", an=()):
    S = Sheet(37, 37)
    m = S.lens(18.5, 18.5, 18.0, fr, ls, world, over=over, under=under, name=name[:4])
    for k, w in an:
        S.anchor(k, m(w))
    S.save(name)
    return S


def t_knee():
    P = knee_pose()
    fr = Frag(
        "bt_kn",
        P,
        [lambda s: mat(s, -60, 84, 40)],
        (30, 40, 0),
        106,
        92,
        0.5,
        px=0.075,
        base=0.40,
        face=False,
        cast=[],
    )
    k, a = fr.f.J["kneeR"], fr.f.J["ankleR"]
    t = k + (a - k) * 0.56 - fr.f.J["a2R"] * 4.4

    def over(m):
        d = m(a) - m(k)
        d /= np.linalg.norm(d)
        c = m(k + (a - k) * 0.46 + fr.f.J["a2R"] * 12.5)
        return target(m(t), 2.2) + arr([c - d * 6.5, c, c + d * 6.5], 1.5, 4.2, both=True)

    lens37(
        "f21a-knee",
        fr,
        0.80,
        t * 0.5 + fr.f.J["kneeL"] * 0.5 + V(4, 2, 0),
        over,
        an=(("contact", t), ("carrying_knee", fr.f.J["kneeL"])),
    )


def t_thumb():
    import hands as g

    o, cam, sc, gw, gh = cached(
        ("thumb", 3, g.PXG),
        lambda: (lambda r: (r[0], r[1], r[2], r[3]["W"], r[3]["H"]))(
            g.close([g.THUMB], (0, -25.5, 1.5), 30, 50, 2.2, 82, soleus_tint=False)
        ),
    )
    q = lambda z, h, x: project(cam, V(x, -h, z))[0] * sc
    S = Sheet(37, 37)
    c = np.array((18.5, 18.5))
    ctr = q(0, 25, -1.0)
    kk = 0.50
    tx, ty = c - ctr * kk
    tip = (q(0, 28.2, -4.4) - ctr) * kk + c
    S.add(
        '<clipPath id="tc"><circle cx="18.5" cy="18.5" r="18"/></clipPath>'
        + circ(c, 18, "#fff")
        + '<g clip-path="url(#tc)"><g transform="translate(%.2f %.2f) scale(%.4f)">%s</g></g>'
        % (tx, ty, kk, o)
        + arr([tip + [6.5, 6.5], tip + [4, 4], tip + [1.0, 1.2]], 1.5, 4.2)
        + circ(c, 18, "none", INK2, 0.55)
    ).anchor("thumb", tip).save("f21b-thumbs")


def t_roller():
    P = seat(RX, AX)
    fr = Frag(
        "bt_ro",
        P,
        [matp, rol(RX)],
        (66, 18, 8),
        70,
        66,
        0.6,
        px=0.065,
        base=0.42,
        keep=["legR", "roller", "mat"],
        shadow=False,
        face=False,
    ).contact_tint(half=5.5)

    def over(m):
        k, a = fr.f.J["kneeR"], fr.f.J["ankleR"]
        d = m(a) - m(k)
        d /= np.linalg.norm(d)
        c = m(k + (a - k) * 0.62 + fr.f.J["a2R"] * 8)
        return arr([c - d * 7, c, c + d * 7], 1.5, 4.2, both=True)

    lens37(
        "f21c-roller",
        fr,
        1.02,
        V(66, 18, 8),
        over,
        an=(("contact", shank(fr.f, P["contact"], 3.8)),),
    )


def t_ball():
    P = seat(RX, AX)
    s0 = Scene()
    f = Figure(P, s0)
    k, a = f.J["kneeR"], f.J["ankleR"]
    tc = k + (a - k) * P["contact"]
    n = f.J["a2R"]
    T = float(pchip([r[0] for r in SHANK], [r[4] for r in SHANK], [P["contact"]])[0])
    c = tc - n * (T + 2.9)

    def ball(s):
        s.group("ball")
        s.ell("ball", BALL, "prop", 0, c, X, Y, Z, (3.4, 3.4, 3.4))
        s.group("blk")
        h = c[1] - 3.2
        s.rbox("blk", PROP, "prop", 0, V(c[0], h / 2, c[2]), X, Y, Z, (9.5, h / 2, 8), 0.6)

    fr = Frag(
        "bt_ba",
        P,
        [matp, ball],
        (66, 18, 8),
        70,
        66,
        0.6,
        px=0.065,
        base=0.42,
        keep=["legR", "ball", "blk", "mat"],
        shadow=False,
        face=False,
    ).contact_tint(half=3.2, depth=-1.0)

    def over(m):
        q = m(fr.f.J["ankleR"] + V(9, 16, 0))
        return arr(arc_pts((q[0] - 2.2, q[1] + 3.6), 8.3, 8.3, -112, -12, 9), 1.4, 3.9, both=True)

    lens37("f21d-ball", fr, 0.92, V(70.5, 23.5, 8), over, an=(("contact", tc - n * T), ("ball", c)))


def hook_path(c):
    return [
        V(*p) + c
        for p in (
            (-2.2, -0.2, 0.4),
            (-5.6, 1.2, 2.2),
            (-7.6, 5.6, 5.6),
            (-4.6, 10.2, 8.8),
            (2, 11.8, 9.6),
            (10, 9.8, 9.6),
            (20, 5.6, 9.4),
            (30, 0.8, 9.2),
            (37, -2.2, 9.0),
            (42.5, -0.6, 9.0),
            (43.6, 4.6, 9.0),
        )
    ]


def t_hook():
    P = P_find()
    s0 = Scene()
    f = Figure(P, s0)
    k, a = f.J["kneeR"], f.J["ankleR"]
    n = f.J["a2R"]
    c = k + (a - k) * 0.66 - n * 4.0 + f.J["latR"] * 0.6
    q = hook_path(c)
    pts = [V(*p) for p in catmull3(q, 8)]

    def hook(s):
        s.group("hook")
        for a_, b_ in zip(pts[:-1], pts[1:]):
            s.cone("hook", TOOL, "prop", 0.3, a_, b_, 1.15, 1.15)
        s.ell("hook", BALL, "prop", 0.2, pts[0], X, Y, Z, (2.1, 2.1, 2.1))
        s.ell("hook", BALL, "prop", 0.2, pts[-1], X, Y, Z, (1.9, 1.9, 1.9))

    bd = nrm(q[7] - q[5])
    hd = nrm(V(bd[1], -bd[0], 0))
    hd = hd if hd[1] < 0 else -hd

    def grip(p, sg):
        pn = perp(V(0, 0, -sg), hd)
        return dict(
            wrist=tuple(p - hd * 9.6 - pn * 2.1),
            elbow=(-1, 0.3, 0.7 * sg),
            hdir=hd,
            palm=(0, 0, -sg),
            curl=(52, 88, 50),
            spread=0,
            thumb=((0.70, 0.60, 0.38), (0.72, 0.30, 0.62), (0.60, 0.0, 0.80)),
        )

    P["armR"] = grip(q[5] + bd * 0.0, 1)
    P["armL"] = grip(q[5] + bd * 14.0, -1)
    P["spine"] = [0, 12, 27, 40, 47, 48, 46, 44]
    fr = Frag(
        "bt_ho",
        P,
        [lambda s: mat(s, -24, 100, 28), hook],
        (48, 28, 8),
        84,
        74,
        0.55,
        px=0.07,
        base=0.40,
        face=False,
        cast=[],
    )

    def over(m):
        d = m(q[8]) - m(q[6])
        d /= np.linalg.norm(d)
        o = np.array([d[1], -d[0]])
        b = m(q[7]) + o * 6
        return arr([b - d * 5, b, b + d * 6], 1.5, 4.2)

    lens37("f21e-hook", fr, 0.86, V(50, 25, 8), over, an=(("contact", c), ("hands", q[6])))


def catmull3(P, n):
    P = [np.asarray(p, float) for p in P]
    Q_ = [2 * P[0] - P[1]] + P + [2 * P[-1] - P[-2]]
    o = []
    for i in range(1, len(Q_) - 2):
        for t in np.linspace(0, 1, n, endpoint=False):
            a, b, c, d = Q_[i - 1 : i + 3]
            o.append(
                0.5
                * (
                    (2 * b)
                    + (-a + c) * t
                    + (2 * a - 5 * b + 4 * c - d) * t * t
                    + (-a + 3 * b - 3 * c + d) * t**3
                )
            )
    return o + [P[-1]]


def f21():
    t_knee()
    t_thumb()
    t_roller()
    t_ball()
    t_hook()


# ---------------------------------------------------------------------------------------- F31 faces
def P_bust():
    return dict(
        pelvis=(0, 89.6, 0),
        spine=[0, 0, -2, -1, 2, 4, 4, 4],
        head=(0, 0, 0),
        legL=dict(ankle=(0, 7.6, -8), knee=(1, 0, 0), fdir=(1, 0, 0)),
        legR=dict(ankle=(0, 7.6, 8), knee=(1, 0, 0), fdir=(1, 0, 0)),
        armR=dict(wrist=(4, 84, 26), elbow=(-1, 0, 0), hdir=(0, -1, 0), palm=(0, 0, -1)),
        armL=dict(wrist=(4, 84, -26), elbow=(-1, 0, 0), hdir=(0, -1, 0), palm=(0, 0, 1)),
    )


MOODS = dict(
    calm=dict(brow=(0.35, 0.55, 0), lid="open", mouth=0.55),
    work=dict(brow=(0.1, 0.35, 0.05), lid="open", mouth=0.0),
    strain=dict(brow=(-0.5, 0.1, 0.75), lid="narrow", mouth=-0.5),
    much=dict(brow=(-1.0, -0.1, 1.25), lid="shut", mouth="open"),
)


def f31():
    fr = Frag(
        "bt_fc",
        P_bust(),
        [],
        (0, 154, 0),
        52,
        54,
        0.75,
        az=-90,
        el=3,
        px=0.06,
        base=0.46,
        keep=["head", "hair", "shirt", "svR", "svL"],
        shadow=False,
        face=False,
        extra=lambda f: face_curves(f, k=1.0)[8:],
    )
    P = fr.f.HP
    for i, (nm, md) in enumerate(MOODS.items()):
        bg, ring = (
            ("#fff", "@g50"),
            (TINTP, BRAND),
            ("@tint-amber", "@ink"),
            ("@tint-pain", SIGNAL),
        )[i]

        def over(m, md=md):
            o = ""
            ls = 1.04 * 0.75
            for sd in (1, -1):
                b0, b1, sl = md["brow"]
                br = [
                    m(
                        P(
                            8.2,
                            0.75
                            + b0
                            + (b1) * (1 - u * u)
                            - sl * (-u) * 0.0
                            + sl * (u - 0.0) * 0.55,
                            sd * (3.15 + 1.75 * u),
                        )
                    )
                    for u in np.linspace(-1, 1, 15)
                ]
                o += brush(br, 0.25, 0.85, 0.3, "@strand")
                if md["lid"] == "open":
                    o += brush(
                        [
                            m(P(8, -1.75 + 0.75 * (1 - u * u) - 0.15 * u, sd * (3.1 + 1.5 * u)))
                            for u in np.linspace(-1, 1, 15)
                        ],
                        0.2,
                        0.62,
                        0.3,
                        INK2,
                    ) + circ(m(P(8, -1.75, sd * 3.1)), 0.62, INK2)
                elif md["lid"] == "narrow":
                    o += (
                        brush(
                            [
                                m(P(8, -1.75 + 0.30 * (1 - u * u) + 0.1 * u, sd * (3.1 + 1.5 * u)))
                                for u in np.linspace(-1, 1, 15)
                            ],
                            0.25,
                            0.68,
                            0.3,
                            INK2,
                        )
                        + '<ellipse cx="%.2f" cy="%.2f" rx=".6" ry=".4" fill="%s"/>'
                        % (*m(P(8, -1.95, sd * 3.1)), INK2)
                        + curve(
                            [
                                m(P(8, -2.55 - 0.12 * (1 - u * u), sd * (3.1 + 1.1 * u)))
                                for u in np.linspace(-1, 1, 7)
                            ],
                            "@skin-deep",
                            0.25,
                        )
                    )
                else:
                    o += brush(
                        [
                            m(P(8, -1.95 - 0.35 * (1 - u * u) + 0.35 * u, sd * (3.1 + 1.6 * u)))
                            for u in np.linspace(-1, 1, 15)
                        ],
                        0.3,
                        0.72,
                        0.35,
                        INK2,
                    )
                    for e in (0.25, -0.1, -0.45):
                        o += curve(
                            [
                                m(P(8, -1.85 + e * 0.6, sd * 4.95)),
                                m(P(8, -1.85 + e * 1.6, sd * 5.9)),
                            ],
                            "@nose",
                            0.26,
                        )
            nz = [m(P(9.4, -4.9 - 0.25 * (1 - u * u), 1.05 * u)) for u in np.linspace(-1, 1, 9)]
            o += brush(nz, 0.12, 0.34, 0.12, "@nose")
            mo = md["mouth"]
            if mo == "open":
                T = [
                    m(P(9, -7.75 + 0.35 * (1 - u * u) - 0.0, 2.35 * u))
                    for u in np.linspace(-1, 1, 11)
                ]
                B = [
                    m(P(9, -8.15 - 0.95 * (1 - abs(u) ** 3), 2.35 * u))
                    for u in np.linspace(1, -1, 11)
                ]
                d = smooth_path(np.array(T + B))
                o += (
                    '<path d="%s" fill="#fff" stroke="@lip" stroke-width=".45" stroke-linejoin="round"/>'
                    % d
                    + line([m(P(9, -8.1, -2.1)), m(P(9, -8.1, 2.1))], "@lip", 0.28)
                )
                for z in (-1.3, -0.45, 0.45, 1.3):
                    o += line([m(P(9, -7.55, z)), m(P(9, -8.85, z))], "@lip", 0.2)
                for sd in (1, -1):
                    o += brush(
                        [
                            m(P(8, -6.3 - 1.6 * u, sd * (2.6 + 0.75 * u)))
                            for u in np.linspace(0, 1, 6)
                        ],
                        0.1,
                        0.3,
                        0.1,
                        "@nose",
                    )
            else:
                w = 2.2 if mo >= 0 else 1.9
                o += brush(
                    [
                        m(
                            P(
                                9,
                                -8.15
                                + mo * (abs(u) ** 1.8)
                                + (0.22 * math.sin(u * 5) if mo < 0 else 0),
                                w * u,
                            )
                        )
                        for u in np.linspace(-1, 1, 21)
                    ],
                    0.2,
                    0.58,
                    0.2,
                    "@lip",
                ) + curve(
                    [m(P(9, -9.15 - 0.1 * (1 - u * u), 0.8 * u)) for u in np.linspace(-1, 1, 5)],
                    "@lip-shade",
                    0.3,
                )
            if mo == "open":
                for sd in (1, -1):
                    for a in (-28, 0, 28):
                        r0, r1 = 10.4, 13.4
                        v = np.array(
                            [sd * math.cos(math.radians(a)), -math.sin(math.radians(a)) - 0.35]
                        )
                        v /= np.linalg.norm(v)
                        cc = m(P(8, -1.5, 0))
                        o += line(
                            [cc + v * (r0 * ls + 0.9), cc + v * (r1 * ls + 1.2)], SIGNAL, 0.85
                        )
            return o

        S = Sheet(30, 30)
        bun = lambda m: (
            lambda c: '<ellipse cx="%.2f" cy="%.2f" rx="3.3" ry="2.5" fill="@hair" stroke="%s" stroke-width=".5"/>'
            % (c[0], c[1], INK2)
            + brush(
                [(c[0] - 2.0, c[1] - 0.2), (c[0] - 0.4, c[1] - 1.3), (c[0] + 1.8, c[1] - 0.6)],
                0.1,
                0.3,
                0.1,
                "@strand",
            )
        )(m(P(0, 11.3, 0)))
        S.lens(
            15,
            15,
            14.4,
            fr,
            1.04,
            P(0, -1.6, 0),
            over=over,
            under=bun,
            ring=0.9,
            col=ring,
            bg=bg,
            name="fa%d" % i,
        )
        S.anchor("face", (15, 15)).save("f31%s-face-%s" % ("abcd"[i], nm))


# ---------------------------------------------------------------------------------------- F32 levels
def P_up():
    P = base(pelvis=(2, 21, 0), spine=(-46, -46, -43, -39, -30, -18, -2, 3), **hands_behind(-29))
    y, t = solve_contact(hip_of(P), 82.5, 8, 66)
    P["contact"] = t
    P["legR"] = dict(ankle=(82.5, y, 8), knee=(0, 1, 0.03), df=4, out=4)
    P["legL"] = foot_flat("L", 42)
    return P


def P_crossed():
    P = seat(RX, AX, az=4)
    P["legR"]["df"] = -2
    return cross_over(P, -5.0)


def f32():
    for nm, P, cr in (
        ("f32a-hips-down", seat(RX, AX), 0),
        ("f32b-hips-up", P_up(), 1),
        ("f32c-legs-crossed", P_crossed(), 2),
    ):
        fr = sitfrag(nm[:4] + ("" if cr != 2 else "x"), P).contact_tint(half=5.5)
        S = Sheet(57, 36)
        s = 0.80
        m = S.put(fr, s, 56.4 - fr.xy(V(98, 0, -MZ))[0] * s, 34.6 - fr.xy(V(98, -1.2, MZ))[1] * s)
        if cr == 1:
            h = m(V(8, 0, 24))
            S.add(arr([h + [0, 2.4], h + [0, 0.6], h + [0, -3.6]], 1.4, 3.9))
            S.anchor("hips", h)
        if cr == 0:
            h = m(V(-2, 0, 20))
            S.anchor("hips", h)
        if cr == 2:
            a = m(fr.f.J["ankleL"] + V(-8, 9, 0))
            S.add(arr([a + [-4.5, -8], a + [-1.6, -5.6], a + [0, -0.8]], 1.5, 4.2))
            S.anchor("crossed_leg", a)
        S.anchor("roller_contact", m(shank(fr.f, P["contact"], 3.8))).save(nm)


def P_chair(contact=0.53):
    """sitting on a chair, bent forward, both hands press a ball against the right calf; its centre"""
    P = dict(
        pelvis=(-8, 54.5, 0),
        spine=[18, 32, 46, 56, 60, 60, 56, 46],
        head=(-16, 0, 0),
        legR=dict(ankle=(33, 7.6, 11), knee=(0.4, 1, 0.05), fdir=(1, 0, 0.06)),
        legL=dict(ankle=(25, 7.6, -12), knee=(0.4, 1, -0.05), fdir=(1, 0, -0.08)),
    )
    rest = dict(wrist=(20, 60, 20), elbow=(-1, 0, 0), hdir=(0, -1, 0), palm=(1, 0, 0))
    f = Figure(dict(P, armR=rest, armL=dict(rest, wrist=(20, 60, -20))), Scene())
    k, a = f.J["kneeR"], f.J["ankleR"]
    back = pchip([r[0] for r in SHANK], [r[4] for r in SHANK], [contact])[0]
    ball = k + (a - k) * contact - f.J["a2R"] * (float(back) + 2.7)
    h = lambda s: dict(
        wrist=tuple(ball + V(-4.6, 7.4, 5.2 * s)),
        elbow=(-0.6, 0.25, s),
        hdir=nrm(V(0.34, -0.86, -0.30 * s)),
        palm=nrm(V(0.85, 0.2, -0.55 * s)),
        curl=(22, 30, 18),
        spread=3,
    )
    return dict(P, armR=h(1), armL=h(-1)), ball


def chair(s):
    stool(s)
    s.rbox("stool", PROP, "prop", 0, (-29, 66, 0), X, Y, Z, (1.6, 24, 19), 1.2)


def f32d():
    P, c = P_chair()

    def ball(s):
        s.group("ball")
        s.ell("ball", BALL, "prop", 0, c, X, Y, Z, (3.4, 3.4, 3.4))

    pr = [lambda s: floor(s, -44, 64, -26, 30), chair, ball]
    fr = Frag("bt_ch", P, pr, (10, 56, 0), 116, 126, 0.32, px=0.085, base=0.34, cast=[chair])
    cl = Frag(
        "bt_chl",
        P,
        [pr[0], ball],
        (28, 28, 11),
        62,
        62,
        0.7,
        px=0.06,
        base=0.44,
        cast=[],
        face=False,
    )
    cl.contact_tint(t=0.53, half=4.2, depth=-0.6)
    S = Sheet(57, 36)
    s = 0.87

    def over(mp):
        q = mp(c + V(-3.2, -4.4, 4))
        return arr([q + [-7.6, 1.2], q + [-4, 0.7], q], 1.3, 3.7, halo=0.5)

    m = S.put(fr, s, 2.0 - fr.xy(V(-44, 0, 30))[0] * s, 35.2 - fr.xy(V(64, -0.8, 30))[1] * s)
    lm = S.lens(44.6, 12.8, 11.9, cl, 0.72, c + V(3, 1, 0), over=over)
    S.anchor("lens", (44.6, 12.8)).anchor("ball", lm(c)).anchor("hands", m(c)).save("f32d-chair")


# ---------------------------------------------------------------------------------------- F33, F34
def f33():
    pr = [lambda s: floor(s, -30, 78, -24, 30), lambda s: wall(s, 64, -24, 30, 150)]
    fr = Frag(
        "bs_30", P_wall(), pr, (24, 86, 0), 122, 190, 0.24, az=13, el=6, px=0.11, base=0.30, cast=[]
    )
    cl = Frag(
        "bt_33",
        P_wall(),
        pr,
        (14, 26, 4),
        66,
        66,
        0.7,
        az=13,
        el=9,
        px=0.06,
        base=0.42,
        cast=[],
        keep=["legR", "legL", "mat", "slR", "slL"],
        shadow=False,
        face=False,
    )
    J = cl.f.J
    m_ = (cl.g["M"] == SKIN) & (cl.g["P"] == PARTS["shankR"])
    q = cl.world() - J["kneeR"]
    d = nrm(J["ankleR"] - J["kneeR"])
    cl.patch(m_, 1 - ((q @ d - 27) / 7.5) ** 2 - np.clip((q @ J["a2R"] + 0.6) / 2.2, 0, 9) ** 2)
    S = Sheet(57, 43)
    s = 0.955
    o = fr.xy(V(0, 0, 0)) * s
    m = S.put(fr, s, 10.5 - o[0], 41.3 - o[1])
    k = m(fr.f.J["kneeL"] + V(9, 14, -9))
    S.add(arr([k + [-1.2, -3.6], k + [0.5, -0.6], k + [1.1, 4.2]], 1.35, 3.9))

    def over(mp):
        h = mp(V(-9.5, 1, 9))
        return arr([h + [-0.4, -8], h + [-0.5, -4], h + [-0.2, -0.2]], 1.5, 4.2)

    lm = S.lens(43.2, 22.5, 13.2, cl, 0.56, V(12, 24, 4), over=over)
    S.anchor("rear_heel_down", lm(V(-4, 1, 9))).anchor("rear_knee", lm(J["kneeR"])).anchor(
        "stretch", lm(J["kneeR"] + d * 27 - J["a2R"] * 3)
    ).anchor("lens", (43.2, 22.5)).save("f33-wall-stretch")


def P_seatraise(up=True):
    t = 32 if up else 0
    c, s_ = math.cos(math.radians(t)), math.sin(math.radians(t))
    y = 0.3 + 13.5 * s_ + 7.4 * c if up else 7.6
    x = 46 - 13.5 * c + 7 * s_ if up else 32.5
    L = lambda sd: dict(
        ankle=(x - 3, y, 10 * sd),
        knee=(0.4, 1, 0.02 * sd),
        fdir=(c, -s_, 0.05 * sd),
        fup=(s_, c, 0),
        toe=t,
    )
    h = lambda sd: dict(
        wrist=(18.5, 73.0, 11.0 * sd),
        elbow=(-1, -0.2, 0.55 * sd),
        hdir=nrm(V(1, -0.22, -0.10 * sd)),
        palm=(0.02, -1, 0),
        curl=(34, 58, 40),
        spread=4,
    )
    return dict(
        pelvis=(-8, 54.5, 0),
        spine=[-2, 2, 2, 4, 6, 8, 8, 6],
        head=(6, 0, 0),
        legR=L(1),
        legL=L(-1),
        armR=h(1),
        armL=h(-1),
    )


def stool(s):
    s.group("stool")
    s.rbox("stool", PROP, "prop", 0, (-12, 41.0, 0), X, Y, Z, (19, 3.0, 21), 1.2)
    [
        s.cyl(
            "stool", PROP, "prop", 0.3, V(-12 + a, 0, b), V(-12 + a * 0.9, 40, b * 0.9), 1.7, 0, 0.3
        )
        for a in (-15, 15)
        for b in (-17, 17)
    ]


def weight(s):
    """a dumb-bell across both thighs, held at the bar"""
    y, x = 68.0, 27.0
    s.group("weight")
    s.cyl("weight", CORE, "prop", 0, V(x, y, -27), V(x, y, 27), 1.5, 0, 0.3)
    for sg in (1, -1):
        for z0, z1, r in ((19.5, 23.2, 8.4), (23.4, 25.4, 5.8)):
            s.cyl("weight", ROLLER, "prop", 0, V(x, y, sg * z0), V(x, y, sg * z1), r, 0, 0.6)


def f34():
    pr = [lambda s: floor(s, -46, 66, -26, 30), stool, weight]
    P = P_seatraise()
    fr = Frag(
        "bt_34", P, pr, (8, 66, 0), 122, 146, 0.32, az=-14, el=8, px=0.09, base=0.32, cast=[stool]
    )
    cl = Frag(
        "bt_34c",
        P,
        pr[:1],
        (37, 22, 4),
        66,
        66,
        0.7,
        az=-14,
        el=9,
        px=0.06,
        base=0.42,
        cast=[],
        keep=["legR", "mat"],
        nopart=["thighR"],
        shadow=False,
        face=False,
    )
    gh, _ = gline(
        P_seatraise(False), [], cl.cam, 0.7, "bt_34g", keep=["legR"], nopart=["thighR"], base=0.32
    )
    S = Sheet(57, 43)
    s = 0.93
    o = fr.xy(V(0, 0, 0)) * s
    m = S.put(fr, s, 15.6 - o[0], 40.6 - o[1])

    def over(mp):
        h = mp(cl.f.J["ankleR"] + V(-12.5, -11, 4))
        return arr([h + [0, 3], h + [-0.2, -2], h + [0.2, -7.5]], 1.5, 4.2)

    lm = S.lens(44.0, 27.6, 12.4, cl, 0.54, V(37, 19, 4), over=over)
    S.anchor("heel_up", lm(cl.f.J["ankleR"])).anchor("load_on_thigh", m(V(27, 68, 12))).anchor(
        "lens", (44, 27.6)
    ).save("f34-seated-heel-raise")
