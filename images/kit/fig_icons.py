"""F18 eight cause icons and F2 five red-flag icons, 30 x 30 mm, by one hand: a leg of the model, a
few ruled props, and the muscle or the sore place in the pain red.
"""
from leg import *
from fig_foot import shank, foot2
import toon
from poses import only

S = 30.0


def star(c, r0, r1, n=8, rot_=0):
    return np.array(
        [
            c + np.array([math.cos(a), math.sin(a)]) * (r1 if i % 2 == 0 else r0)
            for i, a in enumerate(np.linspace(0, 2 * math.pi, 2 * n, endpoint=False) + rot_)
        ]
    )


def ln(*p, w=0.75, col=INK, dash=None):
    return (
        '<path d="%s" fill="none" stroke="%s" stroke-width="%.2f" stroke-linecap="round" stroke-linejoin="round"%s/>'
        % (
            "M" + "L".join("%.2f %.2f" % tuple(q) for q in p),
            col,
            w,
            ' stroke-dasharray="%s"' % dash if dash else "",
        )
    )


def shp(p, fill, w=0.75, col=INK, cl=True):
    d = poly(np.array(p), cl)
    return (
        '<path d="%s" fill="%s" stroke="%s" stroke-width="%.2f" stroke-linejoin="round" stroke-linecap="round"/>'
        % (d, fill, col, w)
    )


def cur(p, w=0.75, col=INK, fill="none", cl=False):
    return (
        '<path d="%s" fill="%s" stroke="%s" stroke-width="%.2f" stroke-linecap="round" stroke-linejoin="round"/>'
        % (smooth_path(catmull(p, 12, cl), cl), fill, col, w)
    )


SOLP = None


def soleus_outline():
    """side outline of the soleus in (x, h) cm"""
    global SOLP
    if SOLP is None:
        p = Pic((0, -20, 0), 16, 44, 1, az=0, px=0.08)

        def sc(s):
            s.group("sol")
            L(s, "sol", MUS, "solL", 1.0, SOL_SIDE)

        g = p.render(sc)
        c = max(
            vec.contours(vec.gauss((g["D"] < 1e8).astype(np.float32), 2), 0.5),
            key=lambda q: abs(vec.area(q)),
        )
        SOLP = np.stack([(c[:, 0] - p.W / 2) * p.px, (c[:, 1] - p.H / 2) * p.px + 20], 1)
    return SOLP


def flat(p, g, shade=True):
    m = g["D"] < 1e8
    t = tone(g, light=(-0.30, 0.62, 0.72), sig=0.5 / p.px, px=p.px, occ=0.2)
    o = ramp(
        g,
        m,
        t,
        p.sc,
        "@skin",
        [("<", 0.42, "@skin-6")],
        min_area=(1.2 / p.px) ** 2,
        soft=1.6,
        err=0.6,
    )
    return o + '<path d="%s" fill="%s"/>' % (
        "".join(vec.ink(g, p.sc, 0.62, 0.25 / p.px, (0.1, -0.7), 1.2, err=0.03)),
        INK,
    )


def sol(f, op=0.92):
    q = np.array([f(x, h) for x, h in soleus_outline()])
    d = smooth_path(q, True, 0.05)
    return (
        '<path d="%s" fill="%s" opacity="%.2f"/><path d="%s" fill="none" stroke="%s" stroke-width=".35"/>'
        % (d, PAIN, op, d, PAIN_DARK)
    )


def lower(df=0, toe=0, lean=0, k=0.50, x=14, yf=None, ya=None, h0=-9, mark=True, knee=None):
    """lower leg from the side, floor at yf (or ankle joint at ya), shank turned by lean degrees"""
    p = Pic((6, -(h0 + 66) / 2, 0), 46, 66 - h0, k, az=0, px=PXA * 2.2)
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
    kk = p.pt((0, 0, 0))
    al = math.radians(lean)
    R = np.array([[math.cos(al), -math.sin(al)], [math.sin(al), math.cos(al)]])
    ys, xs = np.nonzero(g["D"] < 1e8)
    q = (np.stack([xs, ys], 1)[::9] * p.sc - kk) @ R.T
    low = q[q[:, 1] > q[:, 1].max() - 5]
    dx = x - (low[:, 0].min() + low[:, 0].max()) / 2
    dy = yf - q[:, 1].max() if yf is not None else 0
    dx, dy = knee or (dx, dy)
    f = lambda X_, h: R @ np.array([X_ * k, h * k]) + [dx, dy]
    o = '<g transform="translate(%.2f %.2f) rotate(%.1f) translate(%.2f %.2f)">%s</g>' % (
        dx,
        dy,
        lean,
        -kk[0],
        -kk[1],
        flat(p, g),
    )
    return o + (sol(f) if mark else ""), f


def bent(hip, ank, fdir, k=0.36, off=(0, 0), toe=0, kneepole=(1, 0.3, 0), mark=True):
    """thigh and lower leg from the side; world cm (x right, y up) placed at off mm; returns drawing, world->mm, leg->mm"""
    s = Scene()
    f = Figure(
        dict(
            pelvis=(hip[0], hip[1], 0),
            spine=[0] * 8,
            head=(0, 0, 0),
            legR=dict(ankle=(ank[0], ank[1], 8.6), knee=kneepole, fdir=fdir, toe=toe),
            legL=dict(ankle=(hip[0] + 8, hip[1] - 78, -9), knee=(1, 0, 0)),
            armR=dict(wrist=(hip[0] + 12, hip[1] + 8, 22), elbow=(-1, 0, 0)),
            armL=dict(wrist=(hip[0] + 12, hip[1] + 8, -22), elbow=(-1, 0, 0)),
        ),
        s,
    )
    only(s, ["legR"])
    x0, y0 = min(hip[0], ank[0]) - 20, -5
    w, h = 120, 130
    p = Pic((x0 + w / 2, y0 + h / 2, 0), w, h, k, az=0, px=PXA * 2.6)
    g = gbuf.render(s.text(), p.cam)
    kn, an = f.J["kneeR"], f.J["ankleR"]
    P = lambda x, y: p.pt((x, y, 8.6)) + off
    d = (an - kn)[:2] / np.linalg.norm((an - kn)[:2])
    fw = np.array([-d[1], d[0]])
    lk = lambda x, hh: P(*(kn[:2] + d * hh + fw * x))
    return at(flat(p, g), *off) + (sol(lk) if mark else ""), P, lk, f


def frame(o, id, fade="top"):
    g = (
        '<linearGradient id="%sg" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0"/><stop offset=".14" stop-color="#fff"/></linearGradient>'
        % id
    )
    return (
        '<defs>%s<mask id="%sm" maskUnits="userSpaceOnUse" x="0" y="0" width="%g" height="%g"><rect width="%g" height="%g" fill="url(#%sg)"/></mask><clipPath id="%sc"><rect width="%g" height="%g"/></clipPath></defs><g clip-path="url(#%sc)">%s</g>'
        % (g, id, S, S, S, S, id, id, S, S, id, o.replace("@M", 'mask="url(#%sm)"' % id))
    )


M = lambda o: "<g @M>%s</g>" % o


def hill():
    a, y0 = 19, 28.2
    sl = lambda x: y0 - x * math.tan(math.radians(a))
    leg, f = lower(24, 0, 24 - a, 0.47, 13.0, yf=0)
    sole = [
        f(*_foot(x, y, 24))
        for x, y in ((-6.5, 3), (-5, 0.6), (-2.9, -0.1), (0, 0), (13.5, 0), (17, 0.4))
    ]
    up = (
        max(q[1] - sl(q[0]) for q in sole) - 0.1
    )  # the foot stands on the slope, it does not cut it
    leg = at(leg, 0, -up)
    gr = shp([(-1, sl(-1)), (31, sl(31)), (31, 32), (-1, 32)], G20, 0.8)
    return gr + M(leg) + arrow([(17.5, 9.5), (21, 8.3), (25.5, 6.7)], 1.0, 3.2)


def stairs():
    st = shp(
        [(-1, 32), (-1, 26.8), (9, 26.8), (9, 20.8), (20, 20.8), (20, 14.6), (31, 14.6), (31, 32)],
        G20,
        0.8,
    )
    leg, P, lk, f = bent((-17, 84), (9, 23.6), (1, 0, 0), 0.30, (1.2, -10.3))
    q = P(9, 16)
    leg = at(leg, 14.2 - q[0] - 1.2 + 0.6, 20.8 - q[1] + 0.35)
    return st + M(leg) + arrow([(20.5, 11), (20.5, 7.5), (20.5, 3.5)], 1.0, 3.2)


def heel():
    leg, f = lower(-42, 44, 2, 0.47, 14.2, yf=27.0)
    o = ""
    # shoe: upper edge, sole, stiletto
    R = lambda x, y: f(*_foot(x, y, -42))
    o += shp(
        [
            R(-5.2, 3.0),
            R(-5.3, 0.4),
            R(-4.0, -0.9),
            (R(-4.0, -0.9) + [0.4, 3]) * 1,
            (R(-4.4, 0)[0] + 0.15, 27.6),
            (R(-4.4, 0)[0] - 0.9, 27.6),
            (R(-5.4, 0)[0] - 0.5, R(-5.4, 0)[1] + 2.0),
        ],
        INK,
        0.3,
    )
    up = catmull([R(-5.4, 4.2), R(-3, 2.0), R(2, 1.2), R(7, 2.2), R(10.2, 4.0)], 8)
    lo = catmull(
        [
            R(-5.3, 0.2),
            R(0, -0.7),
            R(6, -0.8),
            R(11, -0.9),
            (R(13.5, 0)[0] + 0.2, 27.35),
            (R(15, 0)[0] + 3.6, 27.45),
            (R(15, 0)[0] + 4.4, 26.6),
            (R(13, 0)[0] + 2.2, 25.0),
            R(11.6, 4.2),
            R(10.2, 4.0),
        ],
        8,
    )
    o += '<path d="%s" fill="%s" stroke="%s" stroke-width=".5" stroke-linejoin="round"/>' % (
        poly(np.vstack([up, lo[::-1]])),
        BRAND,
        INK,
    )
    return M(leg) + o + ln((2, 27.7), (28, 27.7), w=0.7)


def _foot(x, y, df):
    """foot point (x forward, y above the sole) -> leg frame (x, h)"""
    a = math.radians(df)
    X_, Y_ = x, y - SEG["ankle_h"]
    return X_ * math.cos(a) - Y_ * math.sin(a), ANK_H - (X_ * math.sin(a) + Y_ * math.cos(a))


def flake(c, r):
    o = ""
    for a in range(0, 180, 60):
        d = np.array([math.cos(math.radians(a + 30)), math.sin(math.radians(a + 30))])
        o += ln(c - d * r, c + d * r, w=0.7, col=BRAND)
        for s in (-1, 1):
            for b in (-1, 1):
                e = np.array(
                    [
                        math.cos(math.radians(a + 30 + b * 45)),
                        math.sin(math.radians(a + 30 + b * 45)),
                    ]
                )
                o += ln(
                    c + d * s * r * 0.55, c + d * s * r * 0.55 + e * s * r * 0.36, w=0.6, col=BRAND
                )
    return o


def cold():
    leg, f = lower(0, 0, 0, 0.47, 17, yf=28)
    w = lambda y, x0, x1: cur(
        [(x0, y), (x0 + (x1 - x0) * 0.3, y - 0.8), (x0 + (x1 - x0) * 0.65, y + 0.8), (x1, y)],
        0.75,
        BRAND,
    )
    return (
        M(leg)
        + ln((6, 28.3), (28, 28.3), w=0.7)
        + flake(np.array([5.2, 7.4]), 3.0)
        + flake(np.array([25.4, 6.4]), 2.4)
        + flake(np.array([25.8, 16.4]), 1.8)
        + w(14.2, 1.4, 8.6)
        + w(18.0, 2.6, 9.0)
        + w(21.8, 1.4, 9.2)
    )


def seat():
    """front edge of the seat presses into the calf"""
    leg, P, lk, f = bent(
        (-34, 57), (-1, 19), nrm(V(0.94, -0.34, 0)), 0.31, (0, 0), kneepole=(1, 0.9, 0), toe=16
    )
    e = lk(-6.6, 10.5)
    off = np.array([15.2, 13.6]) - e
    e = e + off
    pad = shp(
        [
            (-2, e[1] - 1.0),
            (e[0] - 1.0, e[1] - 1.0),
            (e[0] + 0.2, e[1] - 0.2),
            (e[0] + 0.2, e[1] + 2.6),
            (e[0] - 0.9, e[1] + 3.6),
            (-2, e[1] + 3.6),
        ],
        BRAND,
        0.7,
    ) + ln((e[0] - 3.4, e[1] + 3.9), (e[0] - 3.4, 28.3), w=1.1)
    return (
        ln((1, 28.3), (29, 28.3), w=0.7)
        + pad
        + at(leg, *off)
        + shp(star(e + [0.6, 0.9], 1.0, 2.4, 7), PAIN, 0.35, PAIN_DARK)
    )


def boot():
    leg, f = lower(4, 0, 4, 0.47, 13.5, yf=26.6, mark=True)
    up = [
        f(6.2, 15),
        f(5.0, 24),
        f(5.0, 33),
        f(6.4, 38.2),
        f(10.5, 41.6),
        f(16, 43.6),
        f(19.6, 45.4),
        f(20.4, 47.6),
        f(19.6, 48.6),
        f(-4.6, 48.6),
        f(-6.6, 47),
        f(-6.6, 42),
        f(-6.0, 36),
        f(-7.4, 26),
        f(-9.6, 18),
        f(-9.4, 14.2),
    ]
    b = (
        '<path d="%s" fill="%s" fill-opacity=".80" stroke="%s" stroke-width=".8" stroke-linejoin="round"/>'
        % (smooth_path(catmull(up, 10, True)), "@shoe", INK)
    )
    s = shp([f(-6.8, 48.2), f(20.4, 48.2), f(20.6, 49.8), f(-6.8, 49.8)], INK, 0.4)
    bands = "".join(
        ln(f(-8.8 + h * 0.07 - (0.6 if h < 22 else 0), h), f(5.9, h - 1.2), w=1.1)
        for h in (19.5, 25.5, 31.5)
    )
    return (
        M(leg)
        + b
        + sol(f, 0.55)
        + bands
        + s
        + arrow([f(-20, 20), f(-15.5, 20.4), f(-11.4, 20.8)], 1.0, 3.0)
        + arrow([f(17, 17.2), f(12.8, 17.8), f(8.6, 18.4)], 1.0, 3.0)
    )


def pedal():
    a = -34
    leg, P, lk, f = bent(
        (-22, 92),
        (8, 26),
        nrm(V(math.cos(math.radians(a)), math.sin(math.radians(a)), 0)),
        0.285,
        (1.6, -7.6),
        kneepole=(1, 0.2, 0),
    )
    an = f.J["ankleR"]
    bl = an[:2] + np.array(
        [
            math.cos(math.radians(a)) * 11.2 + math.sin(math.radians(a)) * 9.2,
            math.sin(math.radians(a)) * 11.2 - math.cos(math.radians(a)) * 9.2,
        ]
    )
    c = P(*bl)
    d = np.array([math.cos(math.radians(-a)), math.sin(math.radians(-a))])
    ped = shp(
        [
            c - d * 2.6 + [-0.2, 0.3],
            c + d * 2.6 + [-0.2, 0.3],
            c + d * 2.6 + [-0.7, 1.5],
            c - d * 2.6 + [-0.7, 1.5],
        ],
        INK,
        0.4,
    )
    hub = np.array([9.8, 22.6])
    return (
        '<circle cx="%.2f" cy="%.2f" r="3.3" fill="%s" stroke="%s" stroke-width=".8"/>'
        % (*hub, G20, INK)
        + M(leg)
        + ln(hub, c + [-0.4, 0.9], w=1.3)
        + '<circle cx="%.2f" cy="%.2f" r=".9" fill="%s"/>' % (*hub, INK)
        + ped
    )


def bed():
    """lying on the back, a heavy blanket presses the toes down"""
    leg, f = lower(-40, 0, -90, 0.44, knee=(2.0, 21.3), h0=-9)
    b = [
        (-2, 15.8),
        (3, 15.4),
        (9, 15.8),
        (15, 16.2),
        (19.5, 15.0),
        (23.6, 12.4),
        (26.4, 13.0),
        (27.6, 16.4),
        (28.2, 21),
        (28.6, 25.0),
    ]
    bl = (
        '<path d="%s" fill="%s" fill-opacity=".30" stroke="%s" stroke-width=".8" stroke-linejoin="round" stroke-linecap="round"/>'
        % (poly(np.vstack([catmull(b, 10), [(-2, 25.0)]])), BRAND, INK)
    )
    ma = (
        '<rect x="-2" y="25.0" width="34" height="3.6" fill="%s" stroke="%s" stroke-width=".8"/>'
        % (G20, INK)
    )
    fold = cur([(20.4, 15.6), (20.9, 18.6), (20.4, 21.4)], 0.5) + cur(
        [(11.4, 16.4), (12.0, 18.6), (11.6, 20.2)], 0.5
    )
    return ma + leg + bl + fold + arrow([(19.5, 3.4), (22.0, 5.6), (23.6, 9.8)], 1.3, 3.6)


CAUSES = (
    ("hill", hill),
    ("stairs", stairs),
    ("high-heel", heel),
    ("cold", cold),
    ("chair-edge", seat),
    ("boot", boot),
    ("pedal", pedal),
    ("blanket", bed),
)


# ---- red flags -------------------------------------------------------------------------------------
def back(k=0.42, h0=-9, h1=50, w=15):
    p = Pic((0, -(h0 + h1) / 2, 0.6), w, h1 - h0, k, az=90, px=PXA * 2.2)
    return p, p.render(lambda s: leg_skin(s))


def swelling():
    p, g = back(0.44)
    o = at(flat(p, g), 0, 0)
    X0 = 14.6
    sil = vec.region_path(vec.gauss((g["D"] < 1e8).astype(np.float32), 1.1), 0.5, p.sc)
    b = (
        '<g transform="translate(%.2f 2.6) scale(1.30 1)">%s<path d="%s" fill="%s" opacity=".40"/></g>'
        % (X0 + 0.6, o, sil, PAIN)
    )
    return (
        M(
            '<g transform="translate(-7.0 0)">%s</g>'
            % '<g transform="translate(14 2.6) scale(-1 1)">%s</g>'
            % o
            + b
        )
        + arrow([(15.7, 12.6), (14.3, 12.6), (12.4, 12.6)], 1.0, 2.6, PAIN, halo=0.4)
        + arrow([(25.0, 12.6), (26.6, 12.6), (28.6, 12.6)], 1.0, 2.6, PAIN, halo=0.4)
    )


def snap():
    leg, f = lower(0, 0, 0, 0.47, 15, yf=28, mark=False)
    c = f(-4.6, 36)
    t = [f(-4.9, 29), f(-4.7, 33.6)]
    t2 = [f(-5.0, 38.6), f(-5.6, 43)]
    return (
        M(leg)
        + ln((4, 28.3), (26, 28.3), w=0.7)
        + ln(*t, w=1.6, col="#fff")
        + ln(*t2, w=1.6, col="#fff")
        + ln(*t, w=0.9)
        + ln(*t2, w=0.9)
        + shp(star(c, 1.5, 3.5, 8, 0.2), PAIN, 0.45, PAIN_DARK)
        + "".join(
            ln(c + np.array(u) * 4.5, c + np.array(u) * 6.4, w=0.8, col=PAIN)
            for u in ((-1, 0), (-0.8, -0.6), (-0.8, 0.6))
        )
    )


def tight():
    leg, f = lower(0, 0, 0, 0.47, 15, yf=28, mark=False)
    lt = [
        f(x, h)
        for x, h in (
            (-3.0, 5),
            (-6.2, 9),
            (-7.4, 13),
            (-7.0, 18),
            (-5.2, 24),
            (-3.4, 31),
            (0, 33),
            (2.6, 30),
            (3.2, 22),
            (3.4, 14),
            (3.6, 8),
            (1, 4.6),
        )
    ]
    d = smooth_path(catmull(lt, 10, True))
    z = hatch_def(
        "tg", PAIN, 1.05, 0.52, 45, PAIN, 0.30
    ) + '<path d="%s" fill="url(#tg)" stroke="%s" stroke-width=".6"/>' % (d, PAIN_DARK)
    o = ""
    for s, hs in ((-1, (8, 14, 20)), (1, (8, 14, 20))):
        for h in hs:
            x = {8: 7.6, 14: 8.9, 20: 8.4}[h] if s < 0 else 6.0
            a, b = f(s * (x + 1.4), h), f(s * (x + 5.4), h)
            o += ln(a, b, w=0.95, col=PAIN)
    return M(leg) + z + o + ln((4, 28.3), (26, 28.3), w=0.7)


def bonespot():
    h0, h1 = -9, 50
    p = Pic((0, -(h0 + h1) / 2, -0.6), 16, h1 - h0, 0.47, az=-90, px=PXA * 2.2)
    g = p.render(lambda s: leg_skin(s))
    o = p.paleskin(g) + '<path d="%s" fill="%s"/>' % (
        "".join(vec.ink(g, p.sc, 0.62, 0.25 / p.px, (0.1, -0.7), 1.2, err=0.03)),
        INK,
    )

    def bb(s):
        s.group("tib")
        L(s, "tib", BONE, "tibia", 0.8, TIBIA, e=2.5)
        s.cone("tib", BONE, "tibia", 1.0, V(0.2, -38.5, -2.3), V(0.3, -40.6, -2.55), 0.95, 0.72)

    g2 = p.render(bb)
    t = tone(g2, sig=0.2 / p.px, px=p.px, occ=0.2)
    o += p.bone(g2, g2["D"] < 1e8, t) + '<path d="%s" fill="%s"/>' % (
        "".join(vec.ink(g2, p.sc, 0.40, 0.25 / p.px, (0.1, -0.7), 1.2, err=0.03)),
        COOL,
    )
    c = p.pt((2, -27, -0.7))
    o += (
        '<circle cx="%.2f" cy="%.2f" r="3.5" fill="#fff" fill-opacity=".65" stroke="#fff" stroke-width="2"/><circle cx="%.2f" cy="%.2f" r="3.5" fill="none" stroke="%s" stroke-width=".9"/><circle cx="%.2f" cy="%.2f" r="1.5" fill="%s"/>'
        % (c[0], c[1], c[0], c[1], PAIN, c[0], c[1], PAIN)
    )
    return M('<g transform="translate(11.0 1.2)">%s</g>' % o)


def breathless():
    from fig_pump import stand

    P = stand()
    P["head"] = (4, 0, 0)
    s = Scene()
    f = Figure(P, s)
    px = 0.12
    k = 0.50
    cam = camera((0, 143, 0), -90, 2, int(60 / px), int(62 / px), px)
    r = toon.toon(
        s.text(),
        cam,
        k,
        0.56,
        curves=toon.face_curves(f, k=0.8)[:9],
        bias={15: 0.30, 18: 0.30, 16: 0.12},
        tsig=0.8 / px,
        sigma=0.25 / px,
        min_shade=1 / px / px,
        tag="an_br",
        pal=dict(toon.PAL, shirt="@vest", shirt_s="@vest-shade", shirt_d="@vest-deep"),
    )
    o = toon.compose(r, INK)
    xy = lambda z, y: project(cam, V(11, y, z))[0] * r["scale"]
    lung = ""
    for s_ in (1, -1):
        q = [
            xy(s_ * z, y)
            for z, y in (
                (2.0, 133.5),
                (3.6, 136.2),
                (6.0, 134.6),
                (8.8, 128.5),
                (10.2, 120.5),
                (10.2, 115.2),
                (7.0, 116.2),
                (3.6, 118.4),
                (2.2, 122.5),
                (1.8, 128.5),
            )
        ]
        lung += '<path d="%s" fill="%s" fill-opacity=".85" stroke="%s" stroke-width=".5"/>' % (
            smooth_path(catmull(q, 10, True)),
            PAIN,
            PAIN_DARK,
        )
    tr = [xy(0, 141), xy(0, 130.5)]
    lung += (
        ln(*tr, w=1.5)
        + ln(*tr, w=0.7, col="#fff")
        + ln(xy(0, 130.5), xy(3.4, 127.5), w=1.0)
        + ln(xy(0, 130.5), xy(-3.4, 127.5), w=1.0)
    )
    d = (
        '<defs><linearGradient id="brg" x1="0" y1="0" x2="0" y2="1"><stop offset=".86" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient><mask id="brm"><rect width="%g" height="%g" fill="url(#brg)"/></mask></defs>'
        % (r["W"], r["H"])
    )
    return d + '<g mask="url(#brm)">%s%s</g>' % (o, lung)


FLAGS = (
    ("swelling", swelling),
    ("snap", snap),
    ("tight", tight),
    ("bone-spot", bonespot),
    ("breathless", breathless),
)


def sheet(name, items, cols, gap=6):
    out = []
    o = ""
    A = {}
    for i, (nm, fn) in enumerate(items):
        b = frame(fn(), "ic%d" % i)
        x, y = (i % cols) * (S + gap), (i // cols) * (S + gap + 4)
        o += at(b, x, y)
        A[nm] = (x + S / 2, y + S / 2)
        out.append((name + "-" + nm, b, S, S, dict(centre=(S / 2, S / 2))))
    rows = (len(items) + cols - 1) // cols
    return [(name, o, cols * S + (cols - 1) * gap, rows * S + (rows - 1) * (gap + 4), A)] + out


def save_all(name, items, cols):
    """the row of all icons, and each alone"""
    for n, *rest in sheet(name, items, cols):
        save(n.replace(name + "-", name[:3] + "-"), *rest)


def f18():
    save_all("f18-causes", CAUSES, 4)


def f02():
    save_all("f02-red-flags", FLAGS, 5)
