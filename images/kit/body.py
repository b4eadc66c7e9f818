"""Parametric figure: joint targets -> signed-distance primitives (scene text for march)."""
import math
import numpy as np


def V(*a):
    return np.array(a if len(a) > 1 else a[0], float)


def nrm(a):
    a = np.asarray(a, float)
    l = np.linalg.norm(a)
    return a / l if l > 1e-12 else a


def rot(v, axis, deg):
    """rotate v about unit axis"""
    k = nrm(axis)
    t = math.radians(deg)
    v = np.asarray(v, float)
    return v * math.cos(t) + np.cross(k, v) * math.sin(t) + k * np.dot(k, v) * (1 - math.cos(t))


def perp(a, axis):
    axis = nrm(axis)
    return nrm(np.asarray(a, float) - axis * np.dot(a, axis))


def pchip(xs, ys, x):
    """monotone cubic interpolation, vectorised over x"""
    xs = np.asarray(xs, float)
    ys = np.asarray(ys, float)
    x = np.clip(np.asarray(x, float), xs[0], xs[-1])
    h = np.diff(xs)
    d = np.diff(ys) / h
    n = len(xs)
    m = np.zeros(n)
    for i in range(1, n - 1):
        if d[i - 1] * d[i] > 0:
            w1 = 2 * h[i] + h[i - 1]
            w2 = h[i] + 2 * h[i - 1]
            m[i] = (w1 + w2) / (w1 / d[i - 1] + w2 / d[i])
    m[0] = d[0]
    m[-1] = d[-1]
    i = np.clip(np.searchsorted(xs, x, side="right") - 1, 0, n - 2)
    t = (x - xs[i]) / h[i]
    return (
        (2 * t**3 - 3 * t**2 + 1) * ys[i]
        + (t**3 - 2 * t**2 + t) * h[i] * m[i]
        + (-2 * t**3 + 3 * t**2) * ys[i + 1]
        + (t**3 - t**2) * h[i] * m[i + 1]
    )


# ---- materials ------------------------------------------------------------------------------------------
SKIN, SHIRT, SHORTS, HAIR, ROLLER, CORE, MAT, TOOL, BALL, BONE, WALL, PROP = range(1, 13)
NAIL = 17
# ---- parts (labels used for inner contour decisions) ------------------------------------------------------
PARTS = dict(
    torso=1,
    pelvis=2,
    thighR=3,
    thighL=4,
    shankR=5,
    shankL=6,
    footR=7,
    footL=8,
    uarmR=9,
    uarmL=10,
    farmR=11,
    farmL=12,
    handR=13,
    handL=14,
    head=15,
    neck=16,
    hair=17,
    ear=18,
    toe=19,
    finger=20,
    prop=30,
    roller=31,
    mat=32,
    nail=33,
)

# ---- proportions: segment lengths in cm for stature 172 (Drillis & Contini fractions) ----------------------
SEG = dict(
    thigh=42.0,
    shank=40.5,
    foot=25.5,
    ankle_h=7.6,
    uarm=29.0,
    farm=25.0,
    hand=18.4,
    hip_half=8.6,
    shoulder_half=15.4,
)

# ---- profile tables: t, medial, lateral, anterior, posterior half-widths in cm ------------------------------
SHANK = [  # knee centre (0) -> ankle centre (1)
    (-0.13, 0.6, 0.6, 0.6, 0.6),
    (-0.105, 2.4, 2.4, 2.2, 2.4),
    (-0.06, 3.6, 3.6, 3.4, 3.4),
    (0.00, 4.5, 4.5, 4.3, 4.4),
    (0.06, 4.95, 4.85, 4.75, 5.0),
    (0.12, 5.05, 4.95, 4.7, 5.7),
    (0.20, 5.4, 5.25, 4.25, 6.65),
    (0.28, 5.65, 5.35, 3.95, 7.15),
    (0.34, 5.7, 5.2, 3.8, 7.15),
    (0.42, 5.45, 4.8, 3.65, 6.6),
    (0.50, 4.9, 4.35, 3.5, 5.7),
    (0.58, 4.25, 3.9, 3.4, 4.85),
    (0.66, 3.7, 3.5, 3.3, 4.25),
    (0.74, 3.25, 3.15, 3.2, 3.9),
    (0.82, 3.0, 2.95, 3.2, 3.85),
    (0.90, 3.05, 3.05, 3.4, 4.15),
    (0.97, 3.3, 3.25, 3.7, 4.7),
    (1.04, 3.2, 3.3, 3.7, 5.0),
    (1.10, 2.6, 2.7, 3.0, 4.2),
    (1.14, 0.6, 0.6, 0.6, 0.6),
]
THIGH = [  # hip centre (0) -> knee centre (1)
    (-0.16, 1.0, 1.0, 1.0, 1.0),
    (-0.10, 5.5, 5.5, 5.0, 5.0),
    (0.00, 7.0, 7.6, 7.0, 7.6),
    (0.10, 7.4, 8.0, 7.9, 8.3),
    (0.22, 7.3, 7.9, 8.2, 8.1),
    (0.36, 6.9, 7.5, 8.1, 7.4),
    (0.50, 6.4, 6.9, 7.6, 6.6),
    (0.64, 5.8, 6.2, 6.8, 5.9),
    (0.76, 5.3, 5.7, 6.0, 5.3),
    (0.88, 5.0, 5.2, 5.3, 5.0),
    (0.97, 5.05, 5.05, 4.95, 4.85),
    (1.03, 4.75, 4.75, 4.6, 4.4),
    (1.075, 3.9, 3.9, 3.8, 3.5),
    (1.105, 2.4, 2.4, 2.3, 2.1),
    (1.12, 0.6, 0.6, 0.6, 0.6),
]
UARM = [  # shoulder (0) -> elbow (1): medial, lateral, anterior(biceps), posterior(triceps)
    (-0.17, 0.5, 0.5, 0.5, 0.5),
    (-0.13, 2.6, 2.8, 2.8, 2.8),
    (-0.05, 4.0, 4.5, 4.6, 4.5),
    (0.08, 4.3, 5.0, 5.0, 4.9),
    (0.20, 4.2, 4.9, 4.9, 4.8),
    (0.35, 3.9, 4.2, 4.5, 4.5),
    (0.50, 3.7, 3.8, 4.4, 4.3),
    (0.65, 3.6, 3.6, 4.1, 4.0),
    (0.80, 3.5, 3.5, 3.6, 3.6),
    (0.92, 3.5, 3.5, 3.4, 3.4),
    (1.02, 3.3, 3.3, 3.2, 3.2),
    (1.08, 2.6, 2.6, 2.4, 2.5),
    (1.12, 0.6, 0.6, 0.6, 0.6),
]
FARM = [  # elbow -> wrist: radial side = lateral, ulnar = medial, ant = palmar, post = dorsal
    (-0.11, 0.6, 0.6, 0.6, 0.6),
    (-0.07, 2.6, 2.6, 2.5, 2.5),
    (0.00, 2.9, 3.0, 2.8, 2.8),
    (0.10, 3.4, 3.8, 3.4, 3.3),
    (0.22, 3.6, 4.2, 3.8, 3.5),
    (0.38, 3.3, 3.8, 3.5, 3.1),
    (0.55, 2.9, 3.2, 3.0, 2.6),
    (0.72, 2.6, 2.7, 2.4, 2.15),
    (0.88, 2.6, 2.6, 2.05, 1.85),
    (1.00, 2.75, 2.7, 2.0, 1.8),
    (1.06, 2.6, 2.5, 1.8, 1.6),
    (1.10, 1.5, 1.5, 1.0, 1.0),
]
TORSO = [  # s along spine from hip line (cm): half width, anterior, posterior (shirt outside), exponent handled globally
    (-2, 13.6, 8.4, 8.4),
    (3, 15.4, 10.0, 9.8),
    (8, 15.0, 10.3, 9.2),
    (14, 13.7, 10.0, 8.2),
    (20, 13.4, 10.0, 8.3),
    (27, 14.4, 10.6, 9.4),
    (34, 15.6, 11.0, 10.4),
    (40, 16.3, 10.5, 10.7),
    (45, 15.6, 8.6, 9.9),
    (48.5, 12.4, 6.8, 8.4),
    (51.0, 8.8, 5.6, 7.0),
    (52.6, 6.6, 5.2, 6.2),
]


class Scene:
    def __init__(s):
        s.lines = []
        s.groups = {}
        s.ng = 0
        s.names = {}

    def group(s, name, parent=None, k0=0, at=(0, 0, 0), R=1):
        g = s.ng
        s.ng += 1
        s.names[name] = g
        s.lines.append(
            "group %d %d %g %g %g %g %g"
            % (g, -1 if parent is None else s.names[parent], k0, *at, R)
        )
        return g

    def cone(s, g, mat, part, k, a, b, ra, rb):
        if np.linalg.norm(np.asarray(a) - np.asarray(b)) < 1e-6:
            b = np.asarray(b) + V(1e-4, 0, 0)
        s.lines.append(
            "cone %d %d %d %g  %g %g %g  %g %g %g  %g %g"
            % (s.names[g], mat, PARTS[part], k, *a, *b, ra, rb)
        )

    def ell(s, g, mat, part, k, c, ax, ay, az, r, rnd=0, cuts=(), subs=()):
        s.lines.append(
            "ell %d %d %d %g  %g %g %g  %g %g %g %g %g %g %g %g %g  %g %g %g  %g %d %s %d %s"
            % (
                s.names[g],
                mat,
                PARTS[part],
                k,
                *c,
                *ax,
                *ay,
                *az,
                *r,
                rnd,
                len(cuts),
                " ".join("%g %g %g %g" % (*n, o) for n, o in cuts),
                len(subs),
                " ".join("%g %g %g %g %g %g" % (*c_, *r_) for c_, r_ in subs),
            )
        )

    def loft(s, g, mat, part, k, sta, straight, e=2.0):
        """sta: list of (pos, lat, ant, (l+, l-, a+, a-))"""
        s.lines.append(
            "loft %d %d %d %g  %d %g %d" % (s.names[g], mat, PARTS[part], k, straight, e, len(sta))
        )
        for p, la, an, r in sta:
            s.lines.append("  %g %g %g  %g %g %g  %g %g %g  %g %g %g %g" % (*p, *la, *an, *r))

    def rbox(s, g, mat, part, k, c, ax, ay, az, h, rnd):
        s.lines.append(
            "rbox %d %d %d %g  %g %g %g  %g %g %g %g %g %g %g %g %g  %g %g %g %g"
            % (s.names[g], mat, PARTS[part], k, *c, *ax, *ay, *az, *h, rnd)
        )

    def cyl(s, g, mat, part, k, a, b, r, bore, rnd):
        s.lines.append(
            "cyl %d %d %d %g  %g %g %g  %g %g %g  %g %g %g"
            % (s.names[g], mat, PARTS[part], k, *a, *b, r, bore, rnd)
        )

    def limb(
        s,
        g,
        mat,
        part,
        k,
        a,
        b,
        lat,
        ant,
        table,
        inflate=0.0,
        t0=None,
        t1=None,
        n=48,
        scale=1.0,
        side=1,
        e=2.0,
    ):
        """straight loft a->b from a (t, med, lat, ant, post) table; lat points to the lateral side"""
        a = np.asarray(a, float)
        b = np.asarray(b, float)
        T = np.array(table, float)
        lo = T[0, 0] if t0 is None else t0
        hi = T[-1, 0] if t1 is None else t1
        ts = np.linspace(lo, hi, n)
        cols = [pchip(T[:, 0], T[:, j], ts) * scale + inflate for j in (1, 2, 3, 4)]
        sta = [
            (a + (b - a) * t, lat, ant, (cols[1][i], cols[0][i], cols[2][i], cols[3][i]))
            for i, t in enumerate(ts)
        ]
        s.loft(g, mat, part, k, sta, 1, e)

    def text(s):
        return "\n".join(s.lines) + "\n"


def ik(A, C, L1, L2, pole, name=None):
    """two-bone IK: joint B between A and C bending toward pole; returns B, C' (clamped)"""
    A = np.asarray(A, float)
    C = np.asarray(C, float)
    d = C - A
    D = np.linalg.norm(d)
    u = d / D
    if name and D > (L1 + L2) + 0.6:
        print("IK %s: out of reach by %.1f cm" % (name, D - L1 - L2))
    D = min(D, (L1 + L2) * 0.9995)
    C = A + u * D
    x = (L1 * L1 - L2 * L2 + D * D) / (2 * D)
    h = math.sqrt(max(L1 * L1 - x * x, 0))
    n = perp(pole, u)
    return A + u * x + n * h, C


def angle(a, b):
    return math.degrees(math.acos(max(-1, min(1, float(np.dot(nrm(a), nrm(b)))))))


class Figure:
    """pose: dict, see POSES in the figure scripts. Body axes at zero: x forward, y up, z to the person's right."""

    def __init__(f, pose, scene=None):
        f.p = pose
        f.s = scene or Scene()
        f.J = {}
        f.ang = {}
        f.build()

    # ------------------------------------------------------------------ torso
    def spine(f):
        p = f.p
        yaw = p.get("yaw", 0)
        Rz = rot(V(0, 0, 1), V(0, 1, 0), yaw)
        f.R = nrm(Rz)
        F0 = rot(V(1, 0, 0), V(0, 1, 0), yaw)
        S = np.array([-8, 3, 12, 24, 36, 46, 53, 62.0])
        A = np.array(p["spine"], float)  # pitch (deg forward lean) at those s
        f.S = S
        ss = np.arange(-8, 62.01, 0.5)
        pit = pchip(S, A, ss)
        U = [
            nrm(V(0, 1, 0) * math.cos(math.radians(a)) + F0 * math.sin(math.radians(a)))
            for a in pit
        ]
        pos = [V(0, 0, 0)]
        for i in range(1, len(ss)):
            pos.append(pos[-1] + (U[i - 1] + U[i]) * 0.25)
        i0 = int(np.argmin(abs(ss)))
        off = V(p["pelvis"]) - pos[i0]
        pos = [q + off for q in pos]
        f.sp = (ss, np.array(pos), np.array(U))
        f.F0 = F0

    def at(f, s):
        ss, pos, U = f.sp
        p = V([np.interp(s, ss, pos[:, j]) for j in range(3)])
        u = nrm(V([np.interp(s, ss, U[:, j]) for j in range(3)]))
        return (
            p,
            u,
            nrm(np.cross(u, f.R)),
        )  # position, up, forward  (up x right = forward : y x z = x)

    def build(f):
        s, p = f.s, f.p
        f.spine()
        R = f.R
        for n in ("shirt", "shorts", "head", "hair"):
            s.group(n)
        # --- torso (shirt)
        T = np.array(TORSO, float)
        lo, hi = -2, 52.6
        n = 30
        sta = []
        slim = p.get("slim", 1.0)
        bare = p.get("bare", False)
        TM = SKIN if bare else SHIRT
        waist = p.get("waist", 10.5)
        for x in np.linspace(lo, hi, n):
            c, u, fw = f.at(x)
            w, a, b = [float(pchip(T[:, 0], T[:, j], [x])[0]) for j in (1, 2, 3)]
            sta.append((c, R, fw, (w * slim, w * slim, a * 0.97, b * 0.97)))
        s.loft("shirt", TM, "torso", 2.0, sta, 0, 2.35)
        for sd in (1, -1):
            c, u, fw = f.at(36.5)
            s.ell(
                "shirt", TM, "torso", 4.0, c + R * sd * 7.2 + fw * 6.4, R, u, fw, (6.6, 6.2, 4.6)
            )  # chest
            c, u, fw = f.at(40)
            s.ell(
                "shirt", TM, "torso", 4.0, c + R * sd * 8.5 - fw * 5.5, R, u, fw, (7.0, 8.5, 5.0)
            )  # scapula
        # --- pelvis (shorts)
        c, u, fw = f.at(0)
        f.pel = (c, u, fw)
        sta = []
        PEL = np.array(
            [
                (-9, 5.0, 4.0, 4.5),
                (-7, 9.5, 6.5, 8.0),
                (-4, 14.2, 8.6, 10.2),
                (0, 16.4, 9.6, 11.2),
                (4, 16.4, 10.4, 11.0),
                (8, 15.6, 10.7, 9.9),
                (10.5, 15.0, 10.6, 9.2),
            ],
            float,
        )
        for x in np.linspace(-9, waist, 16):
            cc, uu, ff = f.at(max(x, -7.9))
            cc = cc + uu * min(0, x + 7.9)
            w, a, b = [float(pchip(PEL[:, 0], PEL[:, j], [x])[0]) for j in (1, 2, 3)]
            sta.append((cc, R, ff, (w * slim, w * slim, a, b)))
        s.loft("shorts", SHORTS, "pelvis", 2.0, sta, 0, 2.2)
        for sd in (1, -1):
            s.ell(
                "shorts",
                SHORTS,
                "pelvis",
                3.5,
                c + R * sd * 7.0 - fw * 5.2 - u * 2.0,
                R,
                u,
                fw,
                (8.0, 8.4, 7.0),
            )
        if bare:  # skin pelvis under low shorts
            sk = [
                (
                    cc,
                    R,
                    ff,
                    (
                        max(r[0] - 0.45, 0.3),
                        max(r[1] - 0.45, 0.3),
                        max(r[2] - 0.45, 0.3),
                        max(r[3] - 0.45, 0.3),
                    ),
                )
                for cc, R_, ff, r in [
                    (
                        f.at(max(x, -7.9))[0],
                        R,
                        f.at(x)[2],
                        [float(pchip(PEL[:, 0], PEL[:, j], [x])[0]) for j in (1, 1, 2, 3)],
                    )
                    for x in np.linspace(-6, 10.5, 14)
                ]
            ]
            s.loft("shirt", SKIN, "pelvis", 3.0, sk, 0, 2.2)
            for sd in (1, -1):
                s.ell(
                    "shirt",
                    SKIN,
                    "pelvis",
                    3.5,
                    c + R * sd * 7.0 - fw * 6.0 - u * 2.0,
                    R,
                    u,
                    fw,
                    (7.6, 8.2, 6.8),
                )
        # --- shoulders: trapezius cones
        f.sh = {}
        for nme, sd in (("R", 1), ("L", -1)):
            c, u, fw = f.at(46.0)
            off = V(p.get("shoulder" + nme, (0, 0, 0)))  # (fwd, up, lateral) shift of the girdle
            f.sh[nme] = (
                c + R * sd * (SEG["shoulder_half"] + off[2]) + fw * (off[0] - 1.0) + u * off[1]
            )
            nb, nu, nf = f.at(52.5)
            s.cone(
                "shirt",
                TM,
                "torso",
                5.0,
                nb - nf * 1.5 - nu * 1.0 + R * sd * 2.5,
                f.sh[nme] + u * 1.6 - R * sd * 2.0,
                4.2,
                4.0,
            )
            s.cone(
                "shirt",
                TM,
                "torso",
                5.0,
                f.at(47)[0] + R * sd * 4 + fw * 3.0,
                f.sh[nme] + fw * 0.8,
                4.4,
                4.6,
            )
            s.cone(
                "shirt",
                TM,
                "torso",
                5.0,
                f.at(36)[0] + R * sd * 11 - fw * 3,
                f.sh[nme] - u * 2 - R * sd * 1,
                5.5,
                4.8,
            )
        f.head()
        for nme, sd in (("R", 1), ("L", -1)):
            f.leg(nme, sd)
        for nme, sd in (("R", 1), ("L", -1)):
            f.arm(nme, sd)

    # ------------------------------------------------------------------ head
    def head(f):
        s, R = f.s, f.R
        nb, nu, nf = f.at(51.0)
        hp = f.p.get("head", (0, 0, 0))  # pitch (deg forward nod), yaw (deg, + to the right), roll
        base, bu, bf = f.at(57.5)
        u = rot(bu, R, hp[0] * -1)
        fw = rot(bf, R, -hp[0])
        fw = rot(fw, u, -hp[1])
        r = nrm(np.cross(fw, u))
        u = rot(u, fw, hp[2])
        r = nrm(np.cross(fw, u))
        c = base + bu * 11.8 + bf * 1.8 + (u - bu) * 5
        f.hd = (c, u, fw, r)
        P = lambda a, b, z=0: c + fw * a + u * b + r * z
        f.HP = P
        E = lambda a, b, z, ra, rb, rz, k, part="head", tilt=0: s.ell(
            "head", SKIN, part, k, P(a, b, z), rot(fw, r, tilt), rot(u, r, tilt), r, (ra, rb, rz)
        )
        E(-0.7, 1.6, 0, 9.4, 8.3, 7.2, 1)  # cranium
        E(3.2, -2.0, 0, 5.3, 6.4, 5.7, 3.0)  # mid face
        for z in (1, -1):
            s.cone(
                "head", SKIN, "head", 3.0, P(3.6, -4.2, 2.1 * z), P(6.5, -9.7, 0.8 * z), 3.7, 1.9
            )
            s.cone(
                "head", SKIN, "head", 2.2, P(0.2, -6.2, 4.5 * z), P(6.3, -10.5, 1.2 * z), 1.3, 1.3
            )  # jaw line
            s.cone(
                "head", SKIN, "head", 2.2, P(-0.2, -3.0, 5.2 * z), P(0.2, -6.2, 4.5 * z), 1.4, 1.3
            )
        E(7.6, -10.6, 0, 1.45, 1.35, 1.6, 1.3)  # chin
        E(8.15, -7.45, 0, 1.25, 0.75, 2.1, 0.7)
        E(7.9, -8.75, 0, 1.2, 0.75, 1.9, 0.7)  # lips
        E(7.1, 1.1, 0, 1.7, 1.2, 4.2, 2.2)  # brow
        s.cone("head", SKIN, "head", 1.2, P(8.0, -0.9), P(9.75, -4.35), 0.68, 0.8)  # nose bridge
        E(9.4, -4.7, 0, 1.05, 0.72, 0.9, 0.8)
        E(8.7, -5.1, 0.95, 0.85, 0.7, 0.7, 0.7)
        E(8.7, -5.1, -0.95, 0.85, 0.7, 0.7, 0.7)
        for sd in (1, -1):
            E(5.6, -2.9, sd * 3.5, 2.0, 1.5, 1.8, 2.0)  # cheek bones
        # neck
        s.cone("head", SKIN, "neck", 2.5, nb - nf * 0.9 - nu * 3, P(-2.6, -5.0), 4.7, 4.4)
        s.cone("head", SKIN, "neck", 2.5, nb + nf * 1.6 - nu * 3, P(1.0, -7.4), 4.0, 3.2)
        for sd in (1, -1):
            s.cone(
                "head",
                SKIN,
                "neck",
                1.6,
                nb + nf * 3.2 - nu * 2.6 + R * sd * 1.6,
                P(-1.4, -5.4, sd * 4.6),
                1.1,
                1.3,
            )  # sternomastoid
            s.ell(
                "head",
                SKIN,
                "ear",
                0.5,
                P(-0.9, -2.0, sd * 6.9),
                rot(fw, u, sd * 22),
                rot(u, r, -8),
                rot(r, u, sd * 22),
                (1.8, 3.0, 0.8),
                0.1,
            )
        # hair: one shell; face opening, ear-front and nape carved out with ellipsoids
        hs = f.p.get("hair", "bun")
        s.ell(
            "hair",
            HAIR,
            "hair",
            0.6,
            P(-0.9, 1.7),
            fw,
            u,
            r,
            (10.1, 9.1, 8.0),
            0.9,
            [(nrm(-u + fw * 0.10), 7.6)],
            [(P(11.4, -3.4), (9.6, 9.9, 8.3)), (P(3.4, -8.2), (5.4, 7.6, 12.0))],
        )
        if hs == "bun":
            s.ell(
                "hair",
                HAIR,
                "hair",
                0.25,
                P(-9.3, 6.0),
                rot(fw, r, 35),
                rot(u, r, 35),
                r,
                (3.7, 3.3, 3.9),
            )
        elif hs == "pony":
            q = [P(-9.3, 4.0), P(-12.6, 2.6), P(-13.6, -2.0), P(-12.6, -7.5)]
            for i, (ra, rb) in enumerate(((1.5, 2.2), (2.2, 2.1), (2.1, 0.6))):
                s.cone("hair", HAIR, "hair", 0.8, q[i], q[i + 1], ra, rb)
        f.J["head"] = c

    # ------------------------------------------------------------------ legs
    def leg(f, n, sd):
        s, p = f.s, f.p
        q = p["leg" + n]
        c, u, fw = f.pel
        hip = c + f.R * sd * SEG["hip_half"]
        kn, an = ik(hip, V(q["ankle"]), SEG["thigh"], SEG["shank"], V(q["knee"]), "leg" + n)
        d1 = nrm(kn - hip)
        d2 = nrm(an - kn)
        h = np.cross(d1, d2)  # hinge (person's right): d x a with bend
        if np.linalg.norm(h) < 0.02:
            h = np.cross(d1, perp(V(q["knee"]), d1))
        else:
            h = -h  # flexion carries d2 backwards: d1 x d2 = -right
        h = nrm(h)
        if "hinge" in q:
            h = nrm(V(q["hinge"]) - d2 * np.dot(V(q["hinge"]), d2))
        a1 = nrm(np.cross(h, d1))
        a2 = nrm(np.cross(h, d2))
        lat = h * sd
        g = "leg" + n
        s.group(g)
        s.limb(g, SKIN, "thigh" + n, 3.0, hip, kn, lat, a1, THIGH)
        s.limb(g, SKIN, "shank" + n, 2.2, kn, an, lat, a2, SHANK)
        flex = angle(d1, d2)
        f.ang["knee" + n] = flex
        bis = nrm(a1 * 0.62 + a2 * 0.38)
        s.ell(
            g,
            SKIN,
            "shank" + n,
            2.2,
            kn + bis * 4.0,
            lat,
            nrm(np.cross(lat, bis)),
            bis,
            (2.5, 2.9, 1.6),
        )
        s.ell(
            g, SKIN, "shank" + n, 1.6, kn + d2 * 5.2 + a2 * 3.9, lat, d2, a2, (1.4, 2.2, 1.1)
        )  # tibial tuberosity
        # calf heads, subtle
        s.ell(
            g,
            SKIN,
            "shank" + n,
            2.5,
            kn + d2 * 12.2 - lat * 2.6 - a2 * 3.6,
            lat,
            d2,
            a2,
            (3.2, 8.8, 3.7),
        )
        s.ell(
            g,
            SKIN,
            "shank" + n,
            2.5,
            kn + d2 * 11.0 + lat * 2.7 - a2 * 3.4,
            lat,
            d2,
            a2,
            (2.9, 7.8, 3.4),
        )
        # malleoli
        s.ell(
            g,
            SKIN,
            "shank" + n,
            1.2,
            an - d2 * 0.9 - lat * 2.7 + a2 * 0.6,
            lat,
            d2,
            a2,
            (1.15, 1.7, 1.5),
        )
        s.ell(
            g,
            SKIN,
            "shank" + n,
            1.2,
            an + d2 * 0.3 + lat * 2.75 - a2 * 0.5,
            lat,
            d2,
            a2,
            (1.1, 1.9, 1.3),
        )
        # shorts leg
        t1 = p.get("shorts_t", 0.52)
        s.group("sl" + n, "shorts", 7.0, hip, 20)
        s.limb(
            "sl" + n,
            SHORTS,
            "thigh" + n,
            2.0,
            hip,
            kn,
            lat,
            a1,
            [
                (
                    t,
                    m + 0.6 + max(0, t) * 1.5,
                    l + 0.6 + max(0, t) * 1.5,
                    a + 0.5 + max(0, t) * 1.0,
                    b + 0.6 + max(0, t) * 1.6,
                )
                for t, m, l, a, b in THIGH
            ],
            0,
            -0.16,
            t1,
        )
        # foot
        if "fdir" in q:
            ff = nrm(V(q["fdir"]))
            fu = perp(V(q.get("fup", (0, 1, 0))), ff)
        else:
            th = math.radians(q.get("df", 0))
            ff = a2 * math.cos(th) - d2 * math.sin(th)
            fu = -d2 * math.cos(th) - a2 * math.sin(th)
            o = q.get("out", 0) * sd
            ff = rot(ff, d2, o)
            fu = rot(fu, d2, o)
            if "inv" in q:
                fu = rot(fu, ff, q["inv"] * sd)
        fl = nrm(np.cross(ff, fu)) * sd  # lateral: forward x up = right
        f.foot(g, n, sd, an, ff, fu, fl, q.get("toe", 0))
        f.ang["ankleDF" + n] = math.degrees(math.asin(max(-1, min(1, -float(np.dot(ff, d2))))))
        hipdir = -u
        f.ang["hip" + n] = angle(d1, hipdir)
        f.J.update(
            {
                "hip" + n: hip,
                "knee" + n: kn,
                "ankle" + n: an,
                "d2" + n: d2,
                "a2" + n: a2,
                "lat" + n: lat,
                "ff" + n: ff,
                "fu" + n: fu,
            }
        )

    def foot(f, g, n, sd, an, ff, fu, fl, toe=0):
        s = f.s
        part = "foot" + n
        Q = (
            lambda x, y, z=0: an + ff * x + fu * (y - SEG["ankle_h"]) + fl * z
        )  # x fwd from ankle, y above sole, z lateral
        # x, med, lat, top, bottom  (heights above sole)
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
                (13.5, 4.7, 4.3, 4.0, 0.05),
                (15.2, 4.5, 3.9, 3.2, 0.15),
                (16.6, 3.6, 3.2, 2.4, 0.6),
                (17.4, 1.5, 1.5, 1.8, 1.0),
            ],
            float,
        )
        xs = np.linspace(-4.6, 17.4, 40)
        sta = []
        for x in xs:
            m, l, t, b = [float(pchip(FT[:, 0], FT[:, j], [x])[0]) for j in (1, 2, 3, 4)]
            cy = b + (t - b) * 0.42
            sh = -0.5 * max(0, x - 6) / 8  # forefoot swings slightly medial
            sta.append((Q(x, cy, sh), fl, fu, (l, m, t - cy, cy - b)))
        s.loft(g, SKIN, part, 2.0, sta, 0, 2.5)
        s.ell(g, SKIN, part, 2.2, Q(-2.5, 3.1, 0), ff, fu, fl, (3.35, 3.1, 3.05))  # heel pad
        s.ell(g, SKIN, part, 2.4, Q(-2.4, 5.6, 0), ff, fu, fl, (2.7, 3.6, 2.5))  # upper heel
        s.cone(
            g, SKIN, part, 2.0, an - ff * 3.7 + fu * 2.0, Q(-4.2, 4.6), 0.95, 1.0
        )  # achilles into heel
        # toes: (x base, z base, length, r base, r tip)
        rx = lambda v_: rot(v_, fl * sd, toe)  # + = extension (toes up)
        for i, (bx, bz, L, r0, r1) in enumerate(
            (
                (14.2, -2.9, 5.4, 1.35, 1.15),
                (14.6, -0.75, 5.0, 0.95, 0.78),
                (14.1, 0.95, 4.4, 0.9, 0.72),
                (13.3, 2.35, 3.8, 0.85, 0.68),
                (12.2, 3.6, 3.4, 0.85, 0.66),
            )
        ):
            b = Q(bx, r0 + 0.35, bz)
            d = rx(nrm(ff * 1.0 - fl * (0.03 if i == 0 else 0.06 * i) - fu * 0.05))
            m = b + d * L * 0.55
            e = m + nrm(d - fu * (0.10 if i == 0 else 0.32)) * L * 0.45
            s.cone(g, SKIN, "toe", 0.5, b, m, r0, r1 * 0.95)
            s.cone(g, SKIN, "toe", 0.35, m, e - d * 0, r1 * 0.95, r1)

    # ------------------------------------------------------------------ arms
    def arm(f, n, sd):
        s, p = f.s, f.p
        q = p["arm" + n]
        sh = f.sh[n]
        el, wr = ik(sh, V(q["wrist"]), SEG["uarm"], SEG["farm"], V(q["elbow"]), "arm" + n)
        d1 = nrm(el - sh)
        d2 = nrm(wr - el)
        h = np.cross(d1, d2)
        hp = V(q["elbow"])  # elbow points here (posterior side of arm)
        if np.linalg.norm(h) < 0.05:
            a1 = -perp(hp, d1)
        else:
            a1 = perp(d2, d1)  # flexion carries forearm to the anterior side
        lat1 = nrm(np.cross(d1, a1)) * sd
        g = "arm" + n
        s.group(g)
        s.limb(g, SKIN, "uarm" + n, 2.0, sh, el, lat1, a1, UARM)
        # hand frame
        hd = nrm(V(q.get("hdir", d2)))
        pn = perp(V(q.get("palm", (0, -1, 0))), hd)
        rad = nrm(np.cross(hd, pn)) * sd
        # forearm section: palmar direction twisted toward hand palm
        pa = perp(pn, d2)
        T = np.array(FARM, float)
        ts = np.linspace(T[0, 0], T[-1, 0], 40)
        cols = [pchip(T[:, 0], T[:, j], ts) for j in (1, 2, 3, 4)]
        sta = []
        a0 = perp(a1, d2)
        ang = math.degrees(math.atan2(float(np.dot(np.cross(a0, pa), d2)), float(np.dot(a0, pa))))
        for i, t in enumerate(ts):
            w = max(0, min(1, t))
            an_ = rot(a0, d2, ang * w)
            la = nrm(np.cross(d2, an_)) * sd
            sta.append(
                (el + (wr - el) * t, la, an_, (cols[1][i], cols[0][i], cols[2][i], cols[3][i]))
            )
        s.loft(g, SKIN, "farm" + n, 2.0, sta, 1)
        s.ell(
            g, SKIN, "farm" + n, 1.2, el - a1 * 1.6 + d1 * 0.4, lat1, d1, a1, (1.6, 1.9, 1.8)
        )  # olecranon
        f.hand(g, n, sd, wr, hd, pn, rad, q)
        t1 = p.get("sleeve_t", 0.50)
        s.group("sv" + n, "shirt", 6.0, sh, 13)
        s.limb(
            "sv" + n,
            SHIRT,
            "uarm" + n,
            2.0,
            sh,
            el,
            lat1,
            a1,
            [
                (
                    t,
                    m + 0.7 + max(0, t) * 1.4,
                    l + 0.6 + max(0, t) * 1.2,
                    a + 0.6 + max(0, t) * 1.2,
                    b + 0.7 + max(0, t) * 1.6,
                )
                for t, m, l, a, b in UARM
            ],
            0,
            -0.17,
            t1,
        )
        f.ang["elbow" + n] = angle(d1, d2)
        f.J.update({"sh" + n: sh, "el" + n: el, "wr" + n: wr})
        c, u, fw = f.at(44)
        f.ang["shoulder_ext" + n] = math.degrees(
            math.atan2(float(np.dot(d1, -fw)), float(np.dot(d1, -u)))
        )

    def hand(f, g, n, sd, wr, hd, pn, rad, q):
        """hd: wrist->fingers, pn: palm normal (out of the palm), rad: toward thumb.  curl: per-finger (mcp,pip,dip) flexion, spread deg"""
        s = f.s
        part = "hand" + n
        k = q.get("hscale", 1.0)
        Q = lambda x, y, z: wr + (hd * x + rad * y + pn * z) * k
        PT = np.array(
            [
                (-1.2, 2.1, 2.1, 1.4, 1.3),
                (0, 2.7, 2.6, 1.7, 1.5),
                (2, 3.3, 3.3, 2.1, 1.4),
                (4.5, 3.8, 3.9, 1.9, 1.35),
                (7, 4.1, 4.1, 1.45, 1.3),
                (9, 4.1, 4.0, 1.2, 1.15),
                (10.2, 3.7, 3.4, 0.9, 0.9),
                (10.8, 2.4, 2.2, 0.5, 0.5),
            ],
            float,
        )
        xs = np.linspace(-1.2, 10.8, 26)
        sta = []
        for x in xs:
            r_, u_, pa, do = [float(pchip(PT[:, 0], PT[:, j], [x])[0]) * k for j in (1, 2, 3, 4)]
            sta.append((Q(x, 0, 0), rad, pn, (r_, u_, pa, do)))
        s.loft(g, SKIN, part, 1.2, sta, 1, 2.5)
        curl = q.get("curl", (12, 18, 10))
        spread = q.get("spread", 4)
        per = q.get("fingers", {})
        # index, middle, ring, little: base x, base y, lengths, radii
        FN = [
            (9.6, 3.0, (4.3, 2.6, 2.0), (1.0, 0.88, 0.78, 0.68)),
            (10.0, 1.0, (4.8, 2.9, 2.1), (1.02, 0.9, 0.8, 0.7)),
            (9.7, -1.1, (4.4, 2.7, 2.1), (0.98, 0.86, 0.76, 0.66)),
            (9.0, -3.0, (3.5, 2.1, 1.8), (0.88, 0.76, 0.68, 0.6)),
        ]
        tips = []
        for i, (bx, by, L, r) in enumerate(FN):
            c = per.get(i, curl)
            sp = (1.5 - i) * spread * 0.66 + per.get("s%d" % i, 0)
            d = nrm(hd * math.cos(math.radians(sp)) + rad * math.sin(math.radians(sp)))
            ax = nrm(np.cross(hd, pn))
            ax = perp(ax, d)
            pts = [Q(bx, by, 0)]
            tot = 0
            for j in range(3):
                tot += c[j]
                dd = rot(d, ax, tot)
                pts.append(pts[-1] + dd * L[j] * k)
            for j in range(3):
                s.cone(
                    g,
                    SKIN,
                    "finger",
                    0.5 if j == 0 else 0.25,
                    pts[j],
                    pts[j + 1],
                    r[j] * k,
                    r[j + 1] * k,
                )
            s.ell(
                g, SKIN, part, 1.0, pts[0] - pn * 0.25 * k, hd, rad, pn, (1.3 * k, 1.0 * k, 1.0 * k)
            )
            tips.append(pts)
            if q.get("nails"):
                dd = nrm(pts[3] - pts[2])
                dn = nrm(np.cross(ax, dd)) * -1
                dn = dn if np.dot(dn, -pn) > -2 else dn
                s.ell(
                    g,
                    NAIL,
                    "nail",
                    0.04,
                    pts[3] - dd * 0.05 * k + dn * r[3] * 0.62 * k,
                    dd,
                    nrm(np.cross(dn, dd)),
                    dn,
                    (0.62 * k, 0.46 * k * r[3] / 0.68, 0.30 * k),
                )
        # thumb: three segments by direction coefficients (hd, rad, pn)
        th = q.get("thumb", ((0.62, 0.72, 0.30), (0.86, 0.48, 0.18), (0.95, 0.28, 0.08)))
        TL = (4.6, 3.5, 2.8)
        TR = (1.55, 1.2, 1.02, 0.8)
        p0 = Q(1.6, 2.2, 0.6)
        tp = [p0]
        for j in range(3):
            d = nrm(hd * th[j][0] + rad * th[j][1] + pn * th[j][2])
            tp.append(tp[-1] + d * TL[j] * k)
        for j in range(3):
            s.cone(
                g,
                SKIN,
                part if j == 0 else "finger",
                1.8 if j == 0 else 0.35,
                tp[j],
                tp[j + 1],
                TR[j] * k,
                TR[j + 1] * k,
            )
        if q.get("nails"):
            dd = nrm(tp[3] - tp[2])
            dn = perp(
                q.get("thumb_dorsal", rad * 0.5 - pn * 0.8)
                if "thumb_dorsal" not in q
                else V(q["thumb_dorsal"]),
                dd,
            )
            s.ell(
                g,
                NAIL,
                "nail",
                0.04,
                tp[3] - dd * 0.10 * k + dn * TR[3] * 0.60 * k,
                dd,
                nrm(np.cross(dn, dd)),
                dn,
                (0.85 * k, 0.62 * k, 0.36 * k),
            )
        f.J["tips" + n] = tips
        f.J["thumb" + n] = tp


def camera(center, az=0, el=0, W=1600, H=1000, px=0.1):
    """az 0 = looking at the person's right side (x to the image right); el = degrees from above"""
    a, e = math.radians(az), math.radians(el)
    fw = V(math.sin(a) * math.cos(e), -math.sin(e), -math.cos(a) * math.cos(e))
    rx = V(math.cos(a), 0, math.sin(a))
    uy = np.cross(rx, fw)
    return dict(W=W, H=H, px=px, c=V(center), rx=rx, uy=uy, fw=fw)


def view_line(c):
    return "view %d %d %g  %g %g %g  %g %g %g  %g %g %g  %g %g %g\n" % (
        c["W"],
        c["H"],
        c["px"],
        *c["c"],
        *c["rx"],
        *c["uy"],
        *c["fw"],
    )


def project(c, p):
    d = np.asarray(p, float) - c["c"]
    return np.array(
        [c["W"] / 2 + np.dot(d, c["rx"]) / c["px"], c["H"] / 2 - np.dot(d, c["uy"]) / c["px"]]
    ), float(np.dot(d, c["fw"]))
