"""F23 to F30, the eight steps: each a poster panel (90 x 40 mm, its left 22 mm free for the numeral)
and a booklet card (57 x 48 mm)."""
from sheet import *
from anatomy import hand_on, leg_skin

K = 0.42
FMT = dict(wide=dict(W=90, H=40, aw=1.55, ah=4.5), card=dict(W=57, H=48, aw=1.45, ah=4.1))
RX, AX = 66, 80.8


def sitfrag(tag, P, rx=RX, **kw):
    kw.setdefault("cast", [rol(rx)])
    return Frag("bs_" + tag, P, [matp, rol(rx)], (24, 42.5, 0), 160, 104, K, base=0.34, **kw)


def place(S, fr, fmt):
    """right edge and front edge of the mat fix the position: the same in all sitting steps"""
    s = 0.87 if fmt == "wide" else 0.775
    R = fr.xy(V(98, 0, -MZ))[0] * s
    B = fr.xy(V(98, -1.2, MZ))[1] * s
    tx, ty = S.W - (5.0 if fmt == "wide" else 3.4) - R, S.H - 2.2 - B
    return (
        S.put(fr, s, tx, ty),
        s,
        lambda g: '<g transform="translate(%.2f %.2f) scale(%.4f)">%s</g>' % (tx, ty, s, g),
    )


def make(name, draw, fmts=("wide", "card")):
    for fm in fmts:
        d = FMT[fm]
        S = Sheet(d["W"], d["H"])
        draw(S, fm, d)
        S.save(name + ("-wide" if fm == "wide" else ""))


def mouth(f):
    return f.HP(10.2, -8.1)


def shank(f, t, up=0, side="R"):
    k, a = f.J["knee" + side], f.J["ankle" + side]
    return k + (a - k) * t - f.J["a2" + side] * up


# -------------------------------------------------------------------------------------- close-ups used as insets
def hand_measure():
    P = seat(RX, AX)
    sc = Scene()
    f = Figure(P, sc)
    k, a = f.J["kneeR"], f.J["ankleR"]
    d = nrm(a - k)
    up = f.J["a2R"]
    c = k + d * 38.6 + V(0, 0, 4.9)
    wr = c + up * 8.8 - d * 0.2
    el = wr + V(-9, 21, 6)
    hd = lambda s: hand_on(
        s,
        wr,
        el,
        -up,
        V(0, 0, -1),
        1,
        curl=(10, 14, 10),
        spread=0.5,
        thumb=((0.80, 0.58, 0.10), (0.94, 0.32, 0.10), (0.98, 0.16, 0.05)),
    )
    fr = Frag(
        "bs_hm",
        P,
        [rol(RX), hd],
        k * 0.0 + V(72, 21, 8),
        62,
        56,
        0.75,
        px=0.055,
        base=0.42,
        keep=["legR", "roller", "hnd"],
        shadow=False,
        face=False,
    )
    fr.contact_tint(half=5.5)
    return fr, c, d, up


def foot_end(turn, tag, df=4):
    P = seat(RX, AX, az=7, df=df, turn=turn)
    return Frag(
        "bs_fe" + tag,
        P,
        [rol(RX)],
        (78, 21, 7),
        46,
        44,
        0.75,
        az=-90,
        el=3,
        px=0.06,
        base=0.42,
        keep=["legR", "roller"],
        nopart=["thighR"],
        shadow=False,
        face=False,
    )


def calf(tag, swell, **kw):
    """one leg from behind"""
    fn = lambda s: leg_skin(s, out=16, top=-14, swell=swell)
    return Frag(
        "bs_" + tag, None, [fn], (0, -24, 0), 22, 62, 0.75, az=90, el=4, px=0.06, base=0.46, **kw
    )


def calves(cx, cy, k):
    """left calf as it should be, right calf swollen, red and warm: stop; k mm per cm"""
    sc, well = k / 0.75, calf("cw", 0.0)
    ill = calf("ci", 0.36, pal=dict(PAL, skin="@warm", skin_s="@warm-shade", skin_d="@warm-deep"))
    gap = 10.6 * k
    place = lambda fr, x, sx: '<g transform="translate(%.2f %.2f) scale(%.4f %.4f)">%s</g>' % (
        x - sx * fr.W / 2 * sc,
        cy - fr.H / 2 * sc,
        sx * sc,
        sc,
        fr.art(),
    )
    o = place(well, cx - gap, -1) + place(ill, cx + gap * 0.86, 1)
    for side, x in ((-1, cx + gap * 0.86 - 9.0 * k), (1, cx + gap * 0.86 + 8.6 * k)):
        for i, dy in enumerate((-7.5, -1.5, 4.5)):
            a = np.array([x + side * (0.4 if i != 1 else 1.2) * k, cy + (dy - 4) * k])
            o += line([a, a + [side * 2.6 * k, (dy + 1.5) * 0.12 * k]], SIGNAL, 1.5 * k)
    return o


# -------------------------------------------------------------------------------------- steps
def stand(S, fr, x, sole, air=1.0):
    """a standing person, whole, as large as the panel allows: from the highest to the lowest thing
    drawn, but for air mm above and below; world x = 0 comes to x mm. Anchors hair and sole say where
    the person begins and ends"""
    rows = np.nonzero((fr.g["D"] < 1e8).any(1))[0] * fr.t["scale"]
    s = (S.H - 2 * air) / (rows[-1] - rows[0])
    tx, ty = x - fr.xy(V(0, 0, 0))[0] * s, air - rows[0] * s
    ys, xs = np.nonzero(fr.g["M"] == HAIR)
    top = np.array([np.median(xs[ys == ys[0]]), ys[0]]) * fr.t["scale"]
    m = S.put(fr, s, tx, ty)
    S.anchor("hair", top * s + [tx, ty]).anchor("sole", m(sole))
    return m


def f23():
    pr = [lambda s: floor(s, -50, 76, -24, 26), lambda s: wall(s, 64, -24, 26, 128)]
    fr = Frag("bs_23", P_ktw(), pr, (12, 60, 0), 140, 152, 0.36, az=13, el=7, base=0.34, cast=[])
    cl = Frag(
        "bs_23c",
        P_ktw(),
        pr,
        (47, 22, 6),
        56,
        60,
        0.75,
        az=13,
        el=16,
        px=0.055,
        base=0.42,
        cast=[],
        nopart=["handR", "handL", "farmR", "farmL", "thighL", "shankL"],
        face=False,
    )

    def draw(S, fm, d):
        if fm == "wide":
            s, X, Y, lc, r, ls, cc, cr = (
                0.765,
                59.8,
                38.6,
                (69.6, 30.4),
                8.9,
                0.47,
                (78.3, 11.5),
                10.6,
            )
        else:
            s, X, Y, lc, r, ls, cc, cr = (
                0.93,
                56.0,
                47.4,
                (9.2, 31.0),
                8.4,
                0.44,
                (11.2, 11.2),
                10.4,
            )
        q = fr.xy(V(76, -0.8, 26)) * s
        q[1] = max(fr.xy(V(x, -0.8, 26))[1] for x in (-50, 76)) * s
        m = S.put(fr, s, X - q[0], Y - q[1])
        kn = m(fr.f.J["kneeR"] + V(3, 14, 5))
        S.add(arr([kn + [-6.4, 0], kn + [-3, 0], kn + [-0.2, 0]], d["aw"], d["ah"]))

        def over(mp):
            # how far from toe to wall, and that the heel stays down
            a, b = mp(V(53.8, 0, 22)), mp(V(63.8, 0, 22))
            t = (b - a) / np.linalg.norm(b - a)
            h = mp(V(27.5, 4, 12))
            return bracket(a, b, (-t[1], t[0]), 1.1, w=0.75, halo=0.45) + arr(
                [h + [-0.2, -5.6], h + [-0.3, -3], h + [0, 0.2]], 1.1, 3.0, halo=0.5
            )

        lm = S.lens(lc[0], lc[1], r, cl, ls, V(47.3, 9.5, 14), over=over)
        S.disc(cc[0], cc[1], cr, calves(cc[0], cc[1], cr / 28), ring=0.8, col=SIGNAL)
        S.add(no_sign((cc[0] - cr * 0.73, cc[1] - cr * 0.70), cr * 0.28)).anchor("swollen", cc)
        S.anchor("knee_touches_wall", m(V(63.5, 40, 9))).anchor(
            "heel_down", lm(V(29, 1, 9))
        ).anchor("toe_to_wall", lm(V(59, 0, 19))).anchor("lens", lc)

    make("f23-check", draw)


def f24():
    fr = Frag(
        "bs_24",
        P_march(),
        [lambda s: mat(s, -36, 44, 28)],
        (4, 86, 0),
        96,
        186,
        0.24,
        px=0.11,
        base=0.30,
        cast=[],
    )
    cl = Frag(
        "bs_24c",
        P_shank(14),
        [],
        (40, 56, 8.6),
        58,
        76,
        0.7,
        px=0.055,
        base=0.42,
        keep=["legR"],
        nopart=["thighR"],
        shadow=False,
        face=False,
        az=-14,
        el=7,
    )
    gh, fg = gline(
        P_shank(-34),
        [],
        cl.cam,
        0.7,
        "bs_24g",
        keep=["legR"],
        nopart=["thighR"],
        base=0.34,
        fill="@fill-ghost",
    )

    def draw(S, fm, d):
        if fm == "wide":
            lc, r, ls = (72.0, 19.4), 15.2, 0.84
            m = stand(S, fr, 41, V(2, 0, -8))
            b, c_ = m(V(54, 18, 9)), m(V(54, 68, 9))
        else:
            lc, r, ls = (42.4, 29), 14.0, 0.78
            m = S.at(fr, 1.07, V(0, 0, 0), 15.5, 45.7)
            b, c_ = m(V(32, 1, 14)), m(V(32, 27, 14))
        S.add(arr([b, (b + c_) / 2, c_], d["aw"] * 0.9, d["ah"] * 0.85))

        def over(mp):
            c = mp(cl.f.J["ankleR"])
            R = 24.5 * ls * 0.7
            return arr(arc_pts((c[0], c[1]), R, R, -22, 50, 11), d["aw"], d["ah"], both=True)

        def under(mp):
            o = cl.xy(V(0, 0, 0)) * ls
            p = mp(V(0, 0, 0))
            return '<g transform="translate(%.2f %.2f) scale(%.4f)">%s</g>' % (
                p[0] - o[0],
                p[1] - o[1],
                ls,
                gh,
            )

        lm = S.lens(lc[0], lc[1], r, cl, ls, V(46.5, 50, 8.6), under=under, over=over)
        S.anchor("knee_lift", m(fr.f.J["kneeR"])).anchor("ankle", lm(cl.f.J["ankleR"])).anchor(
            "lens", lc
        )

    make("f24-warm-up", draw)


def f25():
    P = seat(RX, AX)
    fr = sitfrag("25", P).contact_tint(half=5.5)
    hm, c, dd, up = hand_measure()
    gr, _ = gline(None, [rol(92)], fr.cam, K, "bs_25g", base=0.30)

    def draw(S, fm, d):
        lc, r, ls = ((70.6, 11.7), 11.1, 0.58) if fm == "wide" else ((41.0, 14.1), 13.4, 0.69)
        m, s, T = place(S, fr, fm)
        body = S.o.pop()
        S.add(T(gr) + body)
        a, b = m(V(104, 2, 34)), m(V(81, 2, 34))
        S.add(arr([a, (a + b) / 2, b], d["aw"], d["ah"]))

        def over(mp):
            x0, x1 = mp(c - dd * 4.4 - up * 12.4), mp(c + dd * 4.1 - up * 12.4)
            t = (x1 - x0) / np.linalg.norm(x1 - x0)
            return bracket(x0, x1, (-t[1], t[0]), 1.5, w=0.95)

        lm = S.lens(lc[0], lc[1], r, hm, ls, c - up * 1.2 - dd * 3.6, over=over)
        S.anchor("roller_contact", m(shank(fr.f, P["contact"], 3.8))).anchor(
            "heel", m(shank(fr.f, 1.09, 4))
        ).anchor("hand_width", lm(c)).anchor("lens", lc)

    make("f25-place", draw)


def f26():
    P = seat(67, AX, dx=4)
    fr = sitfrag("26", P, 67).contact_tint(half=6.5, t=P["contact"])
    Pg = seat(61, AX, dx=-8, hx=-27.5)
    gh, _ = gline(Pg, [rol(61)], fr.cam, K, "bs_26g", base=0.28)
    T3 = [foot_end(0, "u", 8), foot_end(-38, "i", 8), foot_end(38, "o", 8)]

    def sign(mp, f, n, aw, ah, k):
        q = mp(f.J["ankleR"])
        c = (q[0], q[1])
        if n == "up":
            return arr(
                [
                    (q[0] + k * 10, q[1] + k * 1),
                    (q[0] + k * 10.2, q[1] - k * 6),
                    (q[0] + k * 10, q[1] - k * 15),
                ],
                aw,
                ah,
                halo=0.5,
            )
        sg = 1 if n == "in" else -1
        R = k * 21.5
        return arr(arc_pts(c, R, R, -90 - sg * 20, -90 + sg * 36, 9), aw, ah, halo=0.5)

    def draw(S, fm, d):
        m, s, T = place(S, fr, fm)
        body = S.o.pop()
        S.add(T(gh) + body)
        a, b = m(V(44, 1.2, 34)), m(V(96, 1.2, 34))
        S.add(arr([a, (a + b) / 2, b], d["aw"], d["ah"] * 0.95, both=True))
        r, y, xs, ls = (
            (6.2, 7.0, (57.2, 70.2, 83.2), 0.36)
            if fm == "wide"
            else (6.4, 7.0, (22.6, 36.3, 50.0), 0.37)
        )
        for i, x in enumerate(xs):
            n = ("up", "in", "out")[i]
            S.lens(
                x,
                y,
                r,
                T3[i],
                ls,
                V(80, 22.5, 7),
                over=lambda mp, n=n, i=i: sign(mp, T3[i].f, n, 1.0, 2.9, ls * 0.75),
                name="t",
            )
            S.anchor("toes_" + n, (x, y))
        S.anchor("roller_contact", m(shank(fr.f, P["contact"], 3.8))).anchor(
            "arrow_left", a
        ).anchor("arrow_right", b)

    make("f26-roll", draw)
    for i, n in enumerate(("up", "in", "out")):
        S = Sheet(38, 38)
        m = S.at(T3[i], 1.0, V(80, 20.5, 7), 19, 21)
        S.add(sign(m, T3[i].f, n, 1.9, 5.2, 0.75))
        S.anchor(
            "toes", m(T3[i].f.J["ankleR"] + T3[i].f.J["ffR"] * 3 + T3[i].f.J["a2R"] * 12)
        ).save("f26%s-toes-%s" % ("abc"[i], n))


def f27():
    P = seat(RX, AX, head=(-10, 0, 0), df=-6)
    fr = sitfrag("27", P, closed=True).contact_tint(half=5.5)

    def draw(S, fm, d):
        m, s, T = place(S, fr, fm)
        t = m(shank(fr.f, P["contact"], 3.2))
        S.add(target(t, 2.6 if fm == "wide" else 2.3))
        mo = m(mouth(fr.f))
        S.add(breath(mo, 1.0 if fm == "wide" else 0.95))
        c, r = ((80.0, 9.0), 6.4) if fm == "wide" else ((46.8, 10.5), 6.8)
        S.add(pause_sign(c, r))
        S.anchor("sore_spot", t).anchor("mouth", mo).anchor("pause", c)

    make("f27-hold", draw)


def f28():
    P = seat(RX, AX, df=16)
    fr = sitfrag("28", P).contact_tint(half=5.5)
    Pg = seat(RX, AX, df=-36)
    gh, fg = gline(Pg, [], fr.cam, K, "bs_28g", keep=["legR"], base=0.36, fill="@fill-ghost")
    two = [
        Frag(
            "bs_28" + t,
            seat(RX, AX, df=df),
            [rol(RX)],
            (76, 21, 8),
            60,
            56,
            0.75,
            px=0.055,
            base=0.46,
            keep=["legR", "roller"],
            shadow=False,
            face=False,
        ).contact_tint(half=5.5)
        for t, df in (("u", 17), ("d", -38))
    ]

    def draw(S, fm, d):
        m, s, T = place(S, fr, fm)
        body = S.o.pop()
        S.add(T(gh) + body)
        S.add(target(m(shank(fr.f, P["contact"], 3.2)), 2.2 if fm == "wide" else 2.0))
        a = m(fr.f.J["ankleR"])
        R = 29.5 * K * s
        S.add(
            arr(
                arc_pts((a[0] - 1, a[1]), R, R, -78, -6, 13),
                d["aw"] * 0.9,
                d["ah"] * 0.9,
                both=True,
                halo=0.4,
            )
        )
        r, y, xs, ls = (
            (8.1, 8.8, (63.0, 80.8), 0.46) if fm == "wide" else (8.7, 9.4, (28.8, 47.3), 0.49)
        )
        for i, x in enumerate(xs):

            def over(mp, i=i):
                A = mp(two[i].f.J["ankleR"])
                q = 19.5 * ls * 0.75
                return arr(
                    arc_pts((A[0], A[1]), q, q, 2 if i == 0 else -78, -52 if i == 0 else -6, 9),
                    1.15,
                    3.2,
                    halo=0.55,
                )

            S.lens(x, y, r, two[i], ls, V(83.5, 22.5, 8), over=over)
            S.anchor(("toes_to_you", "toes_away")[i], (x, y))
        S.anchor("sore_spot", m(shank(fr.f, P["contact"], 3.2)))

    make("f28-pump", draw)


def f29():
    P = seat(RX, AX, side="L")
    fr = sitfrag("29", P).contact_tint("L", half=5.5, depth=1.2)

    def draw(S, fm, d):
        m, s, T = place(S, fr, fm)
        c, R = ((76, 11.2), 7.6) if fm == "wide" else ((42.5, 13.2), 8.4)
        S.add(
            arr(arc_pts(c, R, R * 0.92, 200, 335, 12), d["aw"] * 1.15, d["ah"] * 1.1)
            + arr(arc_pts(c, R, R * 0.92, 20, 155, 12), d["aw"] * 1.15, d["ah"] * 1.1)
        )
        S.anchor("roller_contact", m(shank(fr.f, P["contact"], 3.8, "L"))).anchor("swap", c)

    make("f29-switch", draw)


def f30():
    fr = Frag(
        "bs_30",
        P_wall(),
        [lambda s: floor(s, -30, 78, -24, 30), lambda s: wall(s, 64, -24, 30, 150)],
        (24, 86, 0),
        122,
        190,
        0.24,
        az=13,
        el=6,
        px=0.11,
        base=0.30,
        cast=[],
    )
    cl = Frag(
        "bs_30c",
        P_raise(),
        [lambda s: floor(s, -30, 50, -24, 30)],
        (8, 20, 4),
        64,
        64,
        0.7,
        px=0.055,
        base=0.42,
        cast=[],
        keep=["legR", "legL", "mat"],
        nopart=["thighR", "thighL"],
        shadow=False,
        face=False,
        az=-14,
        el=9,
    )

    def draw(S, fm, d):
        if fm == "wide":
            lc, r, ls = (73.5, 21.0), 14.0, 0.69
            m = stand(S, fr, 36, V(2, 0, 9))
        else:
            lc, r, ls = (43.1, 32.5), 13.2, 0.66
            m = S.at(fr, 1.06, V(0, 0, 0), 10.0, 46.2)
        k = m(fr.f.J["kneeL"] + V(13.5, 14, -9))
        S.add(arr([k + [-1.2, -3.8], k + [0.4, -0.6], k + [0.8, 4]], d["aw"] * 0.9, d["ah"] * 0.85))
        a = m(V(-10, 1, 9))
        S.add(arr([a + [-1.0, -9], a + [-1.1, -5], a + [-0.8, -0.4]], d["aw"], d["ah"]))

        def over(mp):
            a = mp(cl.f.J["ankleR"] + V(-14, -12, 0))
            return arr([a + [0, 2.5], a + [-0.3, -3], a + [0.2, -9.5]], d["aw"], d["ah"])

        lm = S.lens(lc[0], lc[1], r, cl, ls, V(5, 15.5, 4), over=over)
        S.anchor("rear_heel_down", m(V(-4, 1, 9))).anchor("rear_knee", m(fr.f.J["kneeR"])).anchor(
            "heel_up", lm(cl.f.J["ankleR"])
        ).anchor("lens", lc)

    make("f30-finish", draw)
