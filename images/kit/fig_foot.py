"""F15 gait strip, F15b ankle up and down, F16 rear foot upright and sunk inward."""
from leg import *

FT = np.array(
    [
        (-4.6, 1.0, 1.0, 4.4, 1.6),
        (-3.8, 2.0, 2.0, 6.0, 0.9),
        (-2.5, 2.7, 2.7, 7.6, 0.35),
        (0, 3.0, 3.1, 8.9, 0.2),
        (3.0, 3.1, 3.4, 8.7, 0.55),
        (6, 3.4, 3.7, 7.4, 0.8),
        (9, 3.8, 4.1, 5.9, 0.75),
        (11.5, 4.35, 4.4, 4.8, 0.3),
        (13.5, 4.7, 4.3, 3.9, 0.05),
        (15.2, 4.5, 3.9, 3.0, 0.15),
        (16.6, 3.6, 3.2, 2.2, 0.5),
        (17.4, 1.5, 1.5, 1.7, 0.9),
    ],
    float,
)


def foot2(s, an, ff, fu, fl, toe=0, ev=0, splay=0.0):
    """foot that bends in the ball (toe: degrees of extension), rolls at the heel (ev: degrees of
    eversion about the sole line) and spreads its outer toes (splay)"""
    g = "leg"
    base = an - fu * SEG["ankle_h"]
    x0, x1 = 12.0, 15.0
    xs = np.linspace(-5, 21, 261)
    th = toe * np.clip((xs - x0) / (x1 - x0), 0, 1)
    dirs = [rot(ff, fl, a) for a in th]
    pos = [base + ff * -5.0]
    for i in range(1, len(xs)):
        pos.append(pos[-1] + (dirs[i - 1] + dirs[i]) * 0.05)
    pos = np.array(pos)
    ups = [rot(fu, fl, a) for a in th]

    def fr(x):
        i = int(np.clip(round((x + 5) * 10), 0, 260))
        r = ev * np.clip((7.0 - x) / 6.0, 0, 1)
        d = dirs[i]
        return pos[i], d, rot(ups[i], d, -r), rot(fl, d, -r)

    def Q(x, y, z=0):
        c, d, u, l = fr(x)
        return c + u * y + l * z

    sta = []
    for x in np.linspace(-4.6, 17.4, 46):
        m, l, t, b = [float(pchip(FT[:, 0], FT[:, j], [x])[0]) for j in (1, 2, 3, 4)]
        cy = b + (t - b) * 0.42
        c, d, u, w = fr(x)
        sta.append((Q(x, cy, -0.5 * max(0, x - 6) / 8), w, u, (l, m, t - cy, cy - b)))
    s.loft(g, SKIN, "footR", 2.0, sta, 0, 2.5)
    c, d, u, w = fr(-2.5)
    s.ell(g, SKIN, "footR", 2.2, Q(-2.9, 3.0), d, u, w, (3.6, 3.1, 3.05))
    s.ell(g, SKIN, "footR", 2.4, Q(-2.4, 5.6), d, u, w, (2.7, 3.6, 2.5))
    for i, (bx, bz, Lt, r0, r1) in enumerate(
        (
            (14.2, -2.9, 5.4, 1.35, 1.15),
            (14.6, -0.75, 5.0, 0.95, 0.78),
            (14.1, 0.95, 4.4, 0.9, 0.72),
            (13.3, 2.35, 3.8, 0.85, 0.68),
            (12.2, 3.6, 3.4, 0.85, 0.66),
        )
    ):
        b = Q(bx, r0 + 0.3, bz)
        _, d, u, w = fr(max(bx, 15))
        e1 = nrm(d - w * (0.03 if i == 0 else (0.06 - splay) * i) - u * 0.03)
        m = b + e1 * Lt * 0.55
        e = m + nrm(e1 - u * (0.10 if i == 0 else 0.30)) * Lt * 0.45
        s.cone(g, SKIN, "toe", 0.6, b, m, r0, r1 * 0.95)
        s.cone(g, SKIN, "toe", 0.35, m, e, r1 * 0.95, r1)
    return Q


def shank(s, zs=lambda h: 0, top=-30, ach=True):
    """lower leg skin without the foot; zs(h) shifts the axis sideways"""
    s.group("leg")
    g = "leg"
    T = np.array(LEG, float)
    hs = np.linspace(top, 42.5, 80)
    c = [pchip(T[:, 0], T[:, j], hs) for j in (1, 2, 3, 4)]
    s.loft(
        g,
        SKIN,
        "shankR",
        2.0,
        [(V(0, -h, zs(h)), Zv, Xv, (c[1][i], c[0][i], c[2][i], c[3][i])) for i, h in enumerate(hs)],
        1,
    )
    E = lambda h, z, x, rz, ry, rx, k: s.ell(
        g, SKIN, "shankR", k, V(x, -h, z + zs(h)), Zv, V(0, 1, 0), Xv, (rz, ry, rx)
    )
    E(12.2, -2.5, -3.5, 3.2, 9.2, 4.0, 2.2)
    E(10.8, 2.55, -3.35, 2.8, 8.0, 3.75, 2.2)
    E(39.4, -2.75, 0.7, 1.0, 1.7, 1.5, 1.4)
    E(41.0, 2.8, -0.5, 0.95, 1.9, 1.3, 1.4)
    if top < -10:
        s.cone(g, SKIN, "shankR", 2.0, V(-2.2, 20, 5.0), V(-2.2, -3, 3.8), 1.5, 0.7)


PH = [
    ("heel_strike", -18, 0, 8, 0.15),
    ("flat", -8, -8, 0, 0.38),
    ("mid_stance", 7, 7, 0, 0.75),
    ("push_off", 27, -6, 33, 1.0),
    ("tiptoe", 3, -37, 40, 1.0),
]


def gaitleg(df, toe, mmcm, act):
    h0 = -6
    p = Pic((6, -(h0 + 66) / 2, 0), 44, 66 - h0, mmcm, az=0, px=PXA * 1.9)
    an = V(0, -ANK_H, 0)
    a = math.radians(df)
    ff = V(math.cos(a), math.sin(a), 0)
    fu = V(-math.sin(a), math.cos(a), 0)

    def sk(s):
        shank(s)
        s.cone("leg", SKIN, "shankR", 2.2, V(-2.4, -25, 0), V(-3.7, -35, 0), 0.5, 0.72)
        rr = rot_rows([(36.5, 0, -3.9), (44.0, 0, -4.5)], df)
        q = [V(r[2] + (0.35 if r[0] > 40 else 0), -r[0], 0) for r in rr]
        s.cone("leg", SKIN, "shankR", 2.2, V(-3.7, -35, 0), q[-1], 0.72, 0.95)
        foot2(s, an, ff, fu, V(0, 0, 1), toe)

    g = p.render(sk)
    m = g["D"] < 1e8
    o = p.softskin(g, light=(-0.25, 0.5, 0.83))
    inside = vec.gauss(m.astype(np.float32), 2) > 0.9
    b = 1 + 0.10 * act * (1 if df <= 0 else 0)

    def an_(s):
        s.group("sol")
        L(
            s,
            "sol",
            MUS,
            "solL",
            1.0,
            [tuple(r[:3]) + (r[3], r[4], r[5], r[6] * b) for r in SOL_SIDE],
        )
        s.group("ten")
        L(s, "ten", TEN, "ten", 0.3, rot_rows(TENDON2, df))

    g1 = p.render(an_)
    mm = (g1["M"] == MUS) & inside
    tm = (g1["M"] == TEN) & inside
    t1 = tone(g1, light=(-0.25, 0.5, 0.83), sig=0.16 / p.px, px=p.px, occ=0.2)
    o += p.tendon(g1, tm, t1, dsep=1.0) + p.muscle(
        g1, mm, mm, "edge", "mus", t1, dsep=0.8, wmax=0.2
    )
    d = p.sil(mm)
    o += (
        '<path d="%s" fill="@veil" opacity="%.2f"/><path d="%s" fill="none" stroke="%s" stroke-width=".26"/>'
        % (d, 0.78 * (1 - act), d, "@line-muscle")
    )
    o += '<path d="%s" fill="none" stroke="@bone-line" stroke-width=".2"/>' % p.sil(tm)
    o += p.ink(g, 0.34, 1.8, light=(0.1, -0.7), smooth=0.25)
    kk = p.pt((0, 0, 0))
    ys, xs = np.nonzero(m)
    return at(o, -kk[0], -kk[1]), np.stack([xs, ys], 1)[::7] * p.sc - kk


def f15(mmcm=0.78, gap=25.6):
    o = ""
    A = {}
    yf = 53
    X = 21
    W = gap * 4 + X + 22
    for i, (nm, al, df, toe, act) in enumerate(PH):
        gx, P = gaitleg(df, toe, mmcm, act)
        a = math.radians(al)
        R = np.array([[math.cos(a), -math.sin(a)], [math.sin(a), math.cos(a)]])
        q = P @ R.T
        dy = yf - q[:, 1].max()
        low = q[q[:, 1] > q[:, 1].max() - 12]
        dx = X - (low[:, 0].min() + low[:, 0].max()) / 2
        o += '<g transform="translate(%.2f %.2f) rotate(%.1f)" mask="url(#gm)">%s</g>' % (
            dx,
            dy,
            al,
            gx,
        )
        T = lambda v, dx=dx, dy=dy, R=R: R @ np.array(v, float) * mmcm + [dx, dy]
        A[nm] = np.array([X, yf + 3.5])
        A[nm + "_soleus"] = T((-3, 17))
        A[nm + "_heel"] = T((-4.5, 45))
        if nm == "mid_stance":
            o += arrow(qbez(T((5.6, 9)), T((10, 9.5)), T((14, 13))), 1.1, 3.4)
            o += arrow([T((-9.6, 16)), T((-9.0, 22)), T((-8.2, 28))], 1.1, 3.4)
            A["roll_arrow"] = T((10, 9))
            A["brake_arrow"] = T((-9.4, 20))
        if nm in ("push_off", "tiptoe"):
            h = T((-10.8, 42) if nm == "push_off" else (-11.6, 41))
            o += arrow([h + [0, 7.5], h + [0, 3], h + [0, -2]], 1.1, 3.4)
            A[nm + "_arrow"] = h
        X += gap
    d = '<defs><linearGradient id="gg" gradientUnits="userSpaceOnUse" x1="0" y1="-5" x2="0" y2="3"><stop offset="0" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#fff"/></linearGradient><mask id="gm" maskUnits="userSpaceOnUse" x="-60" y="-30" width="140" height="140"><rect x="-60" y="-30" width="140" height="140" fill="url(#gg)"/></mask></defs>'
    fl = '<path d="M0 %.2fH%.2f" stroke="%s" stroke-width=".6"/>' % (
        yf + 0.2,
        W,
        INK,
    ) + '<path d="%s" stroke="%s" stroke-width=".25"/>' % (
        "".join("M%.1f %.1fl-2 2.4" % (x, yf + 0.4) for x in np.arange(3, W, 3.2)),
        G50,
    )
    save("f15-gait", d + fl + o, W, yf + 3.6, A)


def hind(ev, tilt, out, splay, mmcm=2.15):
    h0, h1 = 12, 49.6
    p = Pic((0, -(h0 + h1) / 2, 1.6), 22, h1 - h0, mmcm)
    sn = math.sin(math.radians(ev))
    tt = math.tan(math.radians(tilt))
    zs = (
        lambda h: -(48.1 - min(h, 44)) * sn * (1 if h > 40.5 else 1) - (0 if h > 40.5 else 0)
        if h > 40.5
        else -7.6 * sn - (40.5 - h) * tt
    )
    an = V(0, -ANK_H, 0)
    ff = rot(V(1, 0, 0), V(0, -1, 0), out)
    fl = nrm(np.cross(ff, V(0, 1, 0)))

    def sk(s):
        shank(s, zs, top=0)
        foot2(s, an, ff, V(0, 1, 0), fl, 0, ev, splay)
        A = lambda h, x: V(x, -h, zs(h))
        s.cone("leg", SKIN, "shankR", 2.2, A(25, -2.4), A(36, -3.7), 0.5, 0.75)
        s.cone("leg", SKIN, "shankR", 2.4, A(36, -3.7), A(43, -4.4), 0.75, 1.0)

    g = p.render(sk)
    m = g["D"] < 1e8
    o = p.softskin(g, m)
    sh = lambda rows: [(r[0], r[1] + zs(r[0])) + tuple(r[2:]) for r in rows]

    def mu(s):
        s.group("sol")
        L(s, "sol", MUS, "solL", 1.0, sh(SOL_L))
        L(s, "sol", MUS, "solM", 1.0, sh(SOL_M))
        s.group("ten")
        L(s, "ten", TEN, "ten", 0.3, sh(TENDON2), n=60)

    g1 = p.render(mu)
    t1 = tone(g1, sig=0.14 / p.px, px=p.px, occ=0.2)
    mm, tm = g1["M"] == MUS, g1["M"] == TEN
    full = g1["D"] < 1e8
    o += (
        '<g opacity=".80">'
        + p.muscle(g1, mm, full, "edge", "mus", t1, dsep=0.95)
        + p.tendon(g1, tm, t1, dsep=0.9)
        + "</g>"
        + '<path d="%s" fill="none" stroke="%s" stroke-width=".3"/>' % (p.sil(mm), "@line-muscle")
        + '<path d="%s" fill="none" stroke="@bone-line" stroke-width=".28"/>' % p.sil(tm)
        + p.ink(g, 0.44, 0.8, smooth=0.22)
    )
    p.low = (np.nonzero(m.any(1))[0].max() + 1) * p.sc
    return p, o, zs


def f16():
    o = ""
    X = 0
    A = {}
    d = '<defs><linearGradient id="hg" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0"/><stop offset=".14" stop-color="#fff"/></linearGradient><mask id="hm"><rect width="60" height="100" fill="url(#hg)"/></mask></defs>'
    for nm, ev, tilt, out, splay in (("upright", 0, 0, 8, 0.0), ("sunk", 13, 2.5, 20, 0.15)):
        p, b, zs = hind(ev, tilt, out, splay)
        q = lambda z, h: p.pt((-5.4, -h, z))
        o_ = '<g mask="url(#hm)">%s</g>' % b
        a1, a2 = q(zs(14), 14), q(zs(41), 41)
        b1, b2 = q(zs(41), 41), q(0, 48.1)
        dash = (
            '<path d="M%.2f %.2fL%.2f %.2fL%.2f %.2f" fill="none" stroke="#fff" stroke-width="1.25" stroke-linejoin="round"/><path d="M%.2f %.2fL%.2f %.2fL%.2f %.2f" fill="none" stroke="%s" stroke-width=".5" stroke-dasharray="2 1.3"/>'
            % (*a1, *a2, *b2, *a1, *a2, *b2, INK)
        )
        o_ += dash
        ins = q(zs(45.2) - 1.5, 45.2)
        o_ += arrow(
            [ins, q(zs(39) - 1.15, 39), q(zs(31) - 1.6, 31), q(zs(20) - 2.6, 20)],
            1.05,
            3.7,
            tail=0.8,
        )
        if ev:
            c = q(zs(40), 40)
            o_ += arrow([c + [-11.5, -6.5], c + [-12.6, -2.0], c + [-12.4, 3.2]], 1.3, 4.0, PAIN)
        o_ += (
            '<path d="M%.2f %.2fH%.2f" stroke="%s" stroke-width=".55" stroke-linecap="round"/>'
            % (2, p.low + 0.15, p.mw - 1, INK)
        )
        o += at(o_, X, 0)
        A.update(
            {
                nm + "_axis": (a2 + a1) / 2 + [X, 0],
                nm + "_pull": q(zs(28) - 1.8, 28) + [X, 0],
                nm + "_heel": q(0, 46) + [X, 0],
                nm + "_inner_ankle": q(zs(39.4) - 3, 39.4) + [X, 0],
                nm + "_outer_ankle": q(zs(41) + 3, 41) + [X, 0],
            }
        )
        X += p.mw + 10
    save("f16-rear-foot", d + o, X - 10, p.mh, A)


def f15b(mmcm=1.15):
    """toes pulled up / pointed, the neutral foot as a ghost"""
    o = ""
    A = {}
    X, Y = 13, 6
    d = '<defs><linearGradient id="ag" gradientUnits="userSpaceOnUse" x1="0" y1="-6" x2="0" y2="4"><stop offset="0" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#fff"/></linearGradient><mask id="am" maskUnits="userSpaceOnUse" x="-60" y="-30" width="180" height="180"><rect x="-60" y="-30" width="180" height="180" fill="url(#ag)"/></mask></defs>'
    for nm, df, act in (("toes_up", 14, 0.45), ("pointed", -32, 1.0)):
        gx, P = gaitleg(df, 0, mmcm, act)
        p = Pic((6, -30, 0), 44, 72, mmcm, az=0, px=PXA * 1.5)
        g = p.render(lambda s: leg_skin(s, out=0))
        k = p.pt((0, 0, 0))
        gh = at(
            '<path d="%s" fill="%s"/>'
            % ("".join(vec.ink(g, p.sc, 0.26, 0.25 / p.px, (0.1, -0.7), 1.8)), GHOST),
            -k[0],
            -k[1],
        )
        o += at('<g mask="url(#am)">%s%s</g>' % (gh, gx), X, Y)
        a = np.array([X, Y + ANK_H * mmcm])
        R = 25.0 * mmcm
        a0, a1 = (8, 34) if df < 0 else (6, -19)
        o += arrow(
            [
                a + R * np.array([math.cos(math.radians(t)), math.sin(math.radians(t))])
                for t in np.linspace(a0, a1, 7)
            ],
            1.4,
            4.2,
        )
        A[nm] = a + [8, 14 * mmcm]
        A[nm + "_soleus"] = a + [-3 * mmcm, -23 * mmcm]
        X += 56
    save("f15b-ankle", d + o, X - 12, Y + 57 * mmcm + 1, A)
