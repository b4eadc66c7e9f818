"""F1 cover, F11 squat, F12 pick-up, F13 knee to wall, F20 finding the muscle."""
from sheet import *
from fig_steps import K, RX, AX, shank


# ---------------------------------------------------------------------------------------- F1 cover
def f01():
    """cover: the calf on the roller, for a panel 138 x 102 mm; thigh and ground fade out to the left"""
    P = seat(64, 80.5, az=8, df=2)
    fr = Frag(
        "bm_01",
        P,
        [rol(64)],
        (58, 24, 8),
        92,
        64,
        2.05,
        az=-20,
        el=11,
        px=0.04,
        base=0.86,
        keep=["legR", "slR", "roller"],
        shadow=False,
        face=False,
        sigma=0.4 / 0.04,
        tsig=1.0 / 0.04,
    )
    fr.contact_tint(half=5.5, line=0.9)
    S = Sheet(138, 102)
    S.add(circ((86, 47), 41, "@brand", extra='fill-opacity=".13"'))
    m = S.at(fr, 1, V(64, 0, 8), 76, 87.5)
    body = S.o.pop()
    rows = np.nonzero((fr.g["D"] < 1e8).any(1))[0]  # the ground touches the near end of the roller
    y = (rows.max() + 1) * fr.t["scale"] + m(V(64, 0, 8))[1] - fr.xy(V(64, 0, 8))[1] + 0.4
    S.add(
        '<linearGradient id="gr" gradientUnits="userSpaceOnUse" x1="4" x2="134" y1="0" y2="0">'
        '<stop offset="0" stop-color="@brand" stop-opacity="0"/><stop offset=".25" stop-color="@brand"/>'
        '<stop offset=".85" stop-color="@brand"/><stop offset="1" stop-color="@brand" stop-opacity="0"/></linearGradient>'
        '<path d="M4 %.2fH134V%.2fH4Z" fill="url(#gr)"/>' % (y - 0.75, y + 0.75)
    )
    S.add(fade_left(body, 138, 102, 3, 40, "c"))
    S.anchor("roller_contact", m(shank(fr.f, P["contact"], 3.6)))
    S.anchor("roller", m(V(64, 7, 27))).anchor("knee", m(fr.f.J["kneeR"]))
    S.anchor("toes", m(fr.f.J["ankleR"] + fr.f.J["ffR"] * 18)).save("f01-cover")


# ---------------------------------------------------------------------------------------- F11 squat
# Right and wrong are not drawn here: the layout sets their signs, for a tick must not be mirrored.
def arms_fwd(x, y):
    h = lambda s: dict(
        wrist=(x, y, 15 * s),
        elbow=(-0.2, -1, 0.5 * s),
        hdir=nrm(V(1, 0.08, -0.05 * s)),
        palm=(0, -1, 0),
        curl=(6, 10, 6),
        spread=3,
    )
    return dict(armR=h(1), armL=h(-1))


def P_sq_free():
    P = P_squat_good()
    P.update(pelvis=(-19, 47, 0), **arms_fwd(53, 97))
    return P


def P_sq_heels():
    P = P_squat_heels()
    P.update(arms_fwd(56, 98))
    return P


def back_line(f, m, off, s0, s1, col, w=1.15):
    pts = []
    for s in np.linspace(s0, s1, 16):
        c, u, fw = f.at(s)
        pts.append(m(c - fw * off(s)))
    d = smooth_path(catmull(pts, 6), False)
    return (
        '<path d="%s" fill="none" stroke="#fff" stroke-width="%.2f" stroke-linecap="round"/><path d="%s" fill="none" stroke="%s" stroke-width="%.2f" stroke-dasharray="3.2 2.4" stroke-linecap="round"/>'
        % (d, w + 1.2, d, col, w)
    )


def f11():
    for nm, P, bad in (
        ("f11a-squat-free", P_sq_free(), False),
        ("f11b-squat-heels-up", P_sq_heels(), True),
    ):
        fr = Frag(
            "bm_" + nm[:4],
            P,
            [lambda s: floor(s, -46, 62, -28, 30)],
            (16, 60, 0),
            148,
            136,
            K,
            az=-14,
            el=8,
            base=0.36,
            cast=[],
        )
        S = Sheet(57, 52)
        s = 0.93
        B = fr.xy(V(74, -0.8, 30)) * s
        B = fr.xy(V(62, -0.8, 30)) * s
        tx, ty = 2.0 - fr.xy(V(-46, 0, 30))[0] * s, 51.2 - B[1]
        m = lambda w: fr.xy(w) * s + np.array([tx, ty])
        J = fr.f.J
        if bad:
            a, b = m(V(25.5, 0, 12)), m(V(25.5, 62, 12))
            S.add(line([a, b], SIGNAL, 0.7, "1.9 1.5"))
        S.put(fr, s, tx, ty)
        if bad:
            h = m(J["ankleR"] + V(-15, -12, 0))
            S.add(arr([h + [0, 3], h + [-0.2, -1.5], h + [0.3, -7]], 1.5, 4.3, SIGNAL))
            k = m(J["kneeR"] + V(12, 1, 4))
            S.add(arr([k + [-1, 0], k + [3, 0], k + [7.5, 0.2]], 1.5, 4.3, SIGNAL))
        else:
            h = m(V(-16, 2, 12))
            S.add(arr([h + [0, -8.5], h + [-0.2, -4], h + [0, 0]], 1.5, 4.3))
        S.anchor("heel", m(J["ankleR"] + V(-4, -5, 0))).anchor("knee", m(J["kneeR"])).anchor(
            "toes", m(J["ankleR"] + V(18, -6, 0))
        ).save(nm)


# ---------------------------------------------------------------------------------------- F12 pick-up
BX, BH, BZ, BARY = 40, 34, 15.5, 27.0


def crate(s, x=BX):
    s.group("box")
    s.rbox("box", PROP, "prop", 0, (x, BH / 2, 0), X, Y, Z, (14, BH / 2, BZ), 0.7)
    for y in (3.4, BH - 2.2):
        s.rbox("box", PROP, "prop", 0, (x, y, 0), X, Y, Z, (14.7, 1.8, BZ + 0.7), 0.4)
    s.group("bar")
    for sg in (1, -1):
        z = sg * (BZ + 3.2)
        s.cone("bar", ROLLER, "prop", 0.3, V(x - 7.5, BARY, z), V(x + 7.5, BARY, z), 1.15, 1.15)
        for e in (-7.5, 7.5):
            s.cone("bar", ROLLER, "prop", 0.3, V(x + e, BARY, sg * BZ), V(x + e, BARY, z), 1.0, 1.0)


def arm_grip(x=BX, lean=0.12):
    """hook grip round the side handle: knuckles outside, fingers under the bar"""

    def h(sg):
        z = sg * (BZ + 3.2)
        hd = nrm(V(lean, -1, -0.05 * sg))
        pn = perp(V(0, 0, -sg), hd)
        wr = V(x, BARY, z) - hd * 9.6 - pn * 2.15
        return dict(
            wrist=tuple(wr),
            elbow=(-1, 0.1, 0.5 * sg),
            hdir=hd,
            palm=(0, 0, -sg),
            curl=(52, 88, 50),
            spread=0,
            thumb=((0.70, 0.60, 0.38), (0.72, 0.30, 0.62), (0.60, 0.0, 0.80)),
        )

    return dict(armR=h(1), armL=h(-1))


def P_lift_flat():
    P = P_squat_good()
    P.update(
        pelvis=(-17, 52, 0),
        spine=[40, 44, 46, 48, 48, 48, 36, 22],
        head=(-16, 0, 0),
        **arm_grip(lean=0.30)
    )
    return P


def P_lift_round():
    P = P_bend_round()
    P.update(pelvis=(-13, 84, 0), **arm_grip(lean=0.14))
    return P


def f12():
    for nm, P, bad in (
        ("f12a-pick-up-flat-back", P_lift_flat(), False),
        ("f12b-pick-up-round-back", P_lift_round(), True),
    ):
        fr = Frag(
            "bm_" + nm[:4],
            P,
            [lambda s: floor(s, -50, 70, -28, 30), crate],
            (10, 60, 0),
            136,
            136,
            K,
            az=-14,
            el=8,
            base=0.36,
            cast=[crate],
        )
        S = Sheet(57, 52)
        s = 0.96
        tx, ty = 2.0 - fr.xy(V(-50, 0, 30))[0] * s, 51.2 - fr.xy(V(70, -0.8, 30))[1] * s
        m = S.put(fr, s, tx, ty)
        J = fr.f.J
        col = SIGNAL if bad else BRAND
        S.add(
            back_line(
                fr.f,
                m,
                (lambda q: 14.4 if q > 6 else 15) if bad else (lambda q: 14.0 if q > 8 else 16),
                10,
                47,
                col,
            )
        )
        S.anchor("back", m(fr.f.at(26)[0] - fr.f.at(26)[2] * 12)).anchor(
            "grip", m(V(BX, BARY, BZ + 3))
        ).anchor("heel", m(J["ankleR"] + V(-4, -5, 0))).save(nm)


# ---------------------------------------------------------------------------------------- F13 knee to wall
def f13():
    P = P_ktw(11.0)
    pr = [lambda s: floor(s, -6, 72, -18, 34), lambda s: wall(s, 64, -18, 34, 62)]
    fr = Frag(
        "bm_13",
        P,
        pr,
        (40, 27, 6),
        92,
        92,
        1.0,
        az=13,
        el=20,
        px=0.06,
        base=0.46,
        cast=[],
        keep=["legR", "slR", "mat", "wall"],
        face=False,
        shadow=False,
    )
    S = Sheet(91, 76)
    m = S.at(fr, 1.22, V(72, -0.8, 34), 89.0, 70.6)
    body = S.o.pop()
    S.add(fade_top(fade_left(body, 91, 76, 12, 28, "k"), 91, 76, 0, 6, "kt"))
    toe, foot_of_wall = m(V(53, 0, 22)), m(V(63.9, 0, 22))
    n = np.array([foot_of_wall[1] - toe[1], toe[0] - foot_of_wall[0]])
    S.add(bracket(toe, foot_of_wall, n / np.linalg.norm(n), 2.6, w=1.5, halo=0.7))
    h = m(V(24, 1, 11))
    S.add(arr([h + [-0.2, -13], h + [-0.4, -6], h + [0, 0]], 2.0, 5.6))
    k = m(fr.f.J["kneeR"] + V(2, 12.5, 5))
    S.add(arr([k + [-11, 0], k + [-5, 0], k + [0.5, 0]], 2.0, 5.6))
    S.anchor("knee_touches_wall", m(V(63.8, 39, 9))).anchor("heel_down", m(V(26, 1, 9))).anchor(
        "big_toe", toe
    ).anchor("distance", (toe + foot_of_wall) / 2).anchor("foot_of_wall", foot_of_wall).save(
        "f13-knee-to-wall"
    )


# ---------------------------------------------------------------------------------------- F20 find the muscle
def P_find():
    """sitting, right foot flat; both hands come from behind to the sides of the lower calf, shin free"""
    P = dict(
        pelvis=(0, 10.2, 0),
        spine=[-2, 8, 22, 34, 40, 42, 42, 40],
        head=(10, 0, 0),
        legR=dict(ankle=(47, 7.6, 11), knee=(0.1, 1, 0.12), fdir=(1, 0, 0.10)),
        legL=dict(ankle=(66, 7.6, -13), knee=(0.2, 1, -0.15), fdir=(1, 0, -0.12)),
    )
    rest = dict(wrist=(20, 30, 24), elbow=(-1, 0, 0), hdir=(0, -1, 0), palm=(1, 0, 0))
    f = Figure(dict(P, armR=rest, armL=dict(rest, wrist=(20, 30, -24))), Scene())
    k, a, front = f.J["kneeR"], f.J["ankleR"], f.J["a2R"]
    d = nrm(a - k)
    c = k + (a - k) * 0.60
    h = lambda s: dict(
        wrist=tuple(c - front * 11.6 - d * 3.4 + V(0, 0, 5.2 * s)),
        elbow=(-0.7, -0.1, s),
        hdir=nrm(front * 0.62 + d * 0.78 - V(0, 0, 0.16 * s)),
        palm=nrm(V(0, 0, -s) + front * 0.25),
        curl=(14, 22, 14),
        spread=3,
    )
    return dict(P, armR=h(1), armL=h(-1))


def pinch():
    import hands as g

    return cached(
        ("pinch", 3, g.PXG),
        lambda: (lambda r: (r[0], r[1], r[2], r[3]["W"], r[3]["H"]))(
            g.close([g.HAND], (0, -25.5, 1.5), 30, 50, 2.2, 66)
        ),
    )


def f20():
    fr = Frag(
        "bm_20",
        P_find(),
        [lambda s: mat(s, -24, 92, 26)],
        (32, 44, 0),
        134,
        104,
        K,
        px=min(Q, 0.085),
        base=0.36,
        cast=[],
    )
    fr.contact_tint(t=0.66, half=6.5)
    o, cam, sc, gw, gh = pinch()
    qq = lambda z, h, x: project(cam, V(x, -h, z))[0] * sc
    S = Sheet(91, 52)
    m = S.at(fr, 1.14, V(92, -1.2, 26), 57.5, 51)
    t = m(V(38, 20, 14))
    c, r, kk = np.array((73.5, 24.0)), 17.0, 0.46
    ctr = qq(0, 26.5, -3.5)
    T = lambda p: (np.asarray(p) - ctr) * kk + c
    tx, ty = c - ctr * kk
    S.add(
        '<clipPath id="pc"><circle cx="%.2f" cy="%.2f" r="%.2f"/></clipPath>' % (*c, r)
        + circ(c, r, "#fff")
        + '<g clip-path="url(#pc)"><g transform="translate(%.2f %.2f) scale(%.4f)">%s</g>'
        % (tx, ty, kk, o)
        + arr(
            [
                T(qq(-4.6, 27.5, -3.5)) + [-9.5, 0.6],
                T(qq(-4.6, 27.5, -3.5)) + [-5, 0.3],
                T(qq(-4.6, 27.5, -3.5)) + [-1.6, 0],
            ],
            1.6,
            4.4,
        )
        + arr(
            [
                T(qq(4.6, 26, -2.5)) + [9.5, 0.6],
                T(qq(4.6, 26, -2.5)) + [5, 0.3],
                T(qq(4.6, 26, -2.5)) + [1.2, 0],
            ],
            1.6,
            4.4,
        )
        + "</g>"
        + circ(c, r, "none", INK2, 0.6)
    )
    S.anchor("fingers", t).anchor("lens", c).anchor("soleus_edge", T(qq(-3.2, 27.5, -3.5))).anchor(
        "tendon", T(qq(0, 33, -4))
    ).save("f20-find")
    S = Sheet(gw * sc, gh * sc)
    a = qq(-4.6, 27.5, -3.5)
    b = qq(4.6, 26.0, -2.5)
    S.add(
        fade_top(o, S.W, S.H, 13, 28, "p")
        + arr([a + [-15, 1], a + [-10, 0.6], a + [-3.6, 0]], 2.0, 5.4)
        + arr([b + [14, 1], b + [9, 0.6], b + [2.6, 0]], 2.0, 5.4)
    ).anchor("fingers", a).anchor("thumb", b).anchor("soleus_edge", qq(-3.2, 27.5, -3.5)).anchor(
        "tendon", qq(0, 33, -4)
    ).save(
        "f20b-pinch"
    )
