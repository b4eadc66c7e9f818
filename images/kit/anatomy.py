"""Bones, muscles and skin of the right lower leg, the pelvis and a free hand, as lofts.

Frame of the leg: origin at the knee joint, h = cm below the joint line (y = -h), z outwards, x to
the front.  Table rows: h, z, x of the centre, then half-widths lateral, medial, anterior, posterior.
"""
from body import *
import body

MUS, GAS, TEN, PER = 13, 14, 15, 16
PARTS.update(
    femur=40,
    tibia=41,
    fibula=42,
    calc=43,
    talus=44,
    solL=45,
    solM=46,
    gasM=47,
    gasL=48,
    ten=49,
    apo=50,
    per=51,
    footb=52,
)
Zv, Xv = V(0, 0, 1), V(1, 0, 0)
ANK_H = 40.5


def L(s, g, mat, part, k, rows, n=40, e=2.0, scale=1.0):
    """rows: h, zc, xc, lateral, medial, anterior, posterior"""
    T = np.array(rows, float)
    hs = np.linspace(T[0, 0], T[-1, 0], n)
    c = [pchip(T[:, 0], T[:, j], hs) for j in range(1, 7)]
    s.loft(
        g,
        mat,
        part,
        k,
        [
            (
                V(c[1][i], -hs[i], c[0][i]),
                Zv,
                Xv,
                (c[2][i] * scale, c[3][i] * scale, c[4][i] * scale, c[5][i] * scale),
            )
            for i in range(n)
        ],
        0,
        e,
    )


SOL_L = [
    (2.4, 4.0, -1.9, 0.3, 0.3, 0.3, 0.3),
    (3.2, 3.8, -2.0, 0.7, 0.8, 0.6, 0.7),
    (4.5, 3.55, -2.1, 0.9, 1.3, 0.7, 0.9),
    (6.5, 3.15, -2.3, 1.3, 2.0, 1.0, 1.4),
    (9, 2.8, -2.5, 1.75, 2.6, 1.2, 1.9),
    (13, 2.45, -2.7, 2.15, 3.0, 1.3, 2.3),
    (17, 2.15, -2.7, 2.25, 3.0, 1.4, 2.3),
    (22, 1.65, -2.5, 2.15, 2.7, 1.4, 1.95),
    (27, 1.1, -2.3, 1.8, 2.2, 1.3, 1.5),
    (31, 0.75, -2.2, 1.3, 1.6, 1.1, 1.15),
    (34.5, 0.45, -2.3, 0.8, 1.0, 0.8, 0.8),
    (37.2, 0.2, -2.6, 0.3, 0.3, 0.4, 0.4),
]
SOL_M = [
    (4.9, 0.9, -1.8, 0.3, 0.3, 0.3, 0.3),
    (7, 0.2, -1.9, 1.2, 0.9, 0.6, 0.8),
    (9, -0.5, -2.1, 1.8, 1.55, 0.9, 1.2),
    (12, -1.55, -2.4, 2.6, 2.5, 1.2, 1.8),
    (15, -2.05, -2.6, 2.8, 2.85, 1.3, 2.2),
    (18, -2.1, -2.6, 2.8, 2.85, 1.4, 2.3),
    (22, -1.8, -2.5, 2.8, 2.55, 1.4, 2.0),
    (26, -1.4, -2.3, 2.4, 2.15, 1.3, 1.6),
    (30, -0.95, -2.2, 1.8, 1.55, 1.1, 1.2),
    (34, -0.5, -2.3, 1.1, 1.0, 0.9, 0.85),
    (36.8, -0.25, -2.6, 0.35, 0.35, 0.4, 0.4),
]
TENDON = [
    (12.0, 0.15, -4.35, 0.1, 0.1, 0.2, 0.15),
    (15, 0.12, -4.62, 0.5, 0.5, 0.25, 0.16),
    (19, 0.1, -4.6, 1.1, 1.1, 0.25, 0.16),
    (23, 0.05, -4.3, 1.45, 1.45, 0.3, 0.16),
    (27, 0, -3.85, 1.42, 1.42, 0.35, 0.2),
    (31, 0, -3.6, 1.12, 1.12, 0.45, 0.3),
    (35, 0, -3.7, 0.86, 0.86, 0.5, 0.38),
    (38.5, 0, -4.15, 0.74, 0.74, 0.5, 0.4),
    (41.0, -0.05, -4.75, 0.82, 0.82, 0.45, 0.38),
    (43.2, -0.1, -5.35, 1.05, 1.05, 0.4, 0.3),
    (45.2, -0.15, -5.6, 1.25, 1.25, 0.35, 0.25),
    (46.6, -0.2, -5.5, 1.2, 1.2, 0.3, 0.15),
    (47.3, -0.2, -5.3, 0.7, 0.7, 0.2, 0.1),
]
GAS_M = [
    (-5.6, -2.2, -2.5, 0.6, 0.5, 0.3, 0.3),
    (-4.4, -2.35, -3.1, 1.05, 0.9, 0.4, 0.4),
    (-1.5, -2.5, -4.15, 1.35, 1.25, 0.5, 0.45),
    (1.5, -2.6, -4.4, 1.75, 1.7, 0.7, 0.6),
    (5, -2.68, -4.35, 2.4, 2.25, 1.1, 1.2),
    (9, -2.7, -4.55, 2.62, 2.6, 1.6, 1.9),
    (13, -2.6, -4.65, 2.55, 2.65, 1.6, 2.05),
    (16.5, -2.4, -4.5, 2.35, 2.4, 1.3, 1.75),
    (19, -2.1, -4.35, 1.9, 1.9, 0.9, 1.25),
    (20.8, -1.85, -4.3, 1.15, 1.1, 0.5, 0.7),
    (21.7, -1.7, -4.3, 0.3, 0.3, 0.2, 0.2),
]
GAS_L = [
    (-5.2, 2.4, -2.4, 0.55, 0.55, 0.3, 0.3),
    (-4.0, 2.5, -3.1, 0.9, 0.9, 0.4, 0.4),
    (-1.5, 2.6, -4.05, 1.15, 1.25, 0.5, 0.4),
    (1.5, 2.65, -4.3, 1.55, 1.75, 0.6, 0.55),
    (5, 2.6, -4.2, 2.05, 2.35, 1.1, 1.15),
    (9, 2.45, -4.4, 2.3, 2.4, 1.4, 1.75),
    (12.5, 2.25, -4.4, 2.25, 2.25, 1.3, 1.75),
    (15.3, 2.0, -4.25, 1.85, 1.95, 1.0, 1.35),
    (17.3, 1.8, -4.15, 1.25, 1.3, 0.6, 0.8),
    (18.3, 1.7, -4.1, 0.3, 0.3, 0.2, 0.2),
]
APO = [
    (13, 0, -4.8, 3.3, 3.7, 0.2, 0.2),
    (17, 0, -5.05, 3.2, 3.7, 0.2, 0.2),
    (20, -0.1, -5.0, 2.8, 3.2, 0.2, 0.2),
    (23, -0.1, -4.7, 2.35, 2.55, 0.25, 0.2),
    (26, 0, -4.3, 1.9, 2.0, 0.28, 0.2),
    (29, 0, -3.8, 1.4, 1.45, 0.35, 0.26),
] + [r for r in TENDON if r[0] >= 31]
TIBIA = [
    (0.3, -0.1, -0.1, 3.3, 3.4, 2.1, 2.2),
    (0.6, -0.1, -0.1, 3.75, 3.9, 2.4, 2.5),
    (1.3, -0.1, -0.1, 3.95, 4.05, 2.5, 2.55),
    (2.4, -0.1, 0, 3.75, 3.75, 2.5, 2.3),
    (4.2, -0.35, 0.4, 2.75, 2.85, 2.3, 2.0),
    (7, -0.5, 0.6, 1.8, 2.1, 2.0, 1.7),
    (11, -0.6, 0.6, 1.4, 1.65, 1.8, 1.5),
    (18, -0.65, 0.5, 1.2, 1.4, 1.6, 1.35),
    (26, -0.6, 0.4, 1.1, 1.35, 1.4, 1.3),
    (32, -0.5, 0.2, 1.3, 1.5, 1.4, 1.4),
    (35.5, -0.45, 0.0, 1.65, 1.9, 1.6, 1.7),
    (38, -0.4, -0.1, 2.0, 2.35, 1.8, 1.9),
    (39.6, -0.4, -0.1, 2.05, 2.3, 1.9, 1.9),
]
FIBULA = [
    (1.9, 4.1, -1.2, 0.3, 0.3, 0.3, 0.3),
    (2.5, 4.05, -1.2, 1.0, 0.95, 1.0, 1.0),
    (3.6, 3.9, -1.2, 1.05, 1.0, 1.05, 1.0),
    (5.2, 3.65, -1.2, 0.65, 0.65, 0.65, 0.65),
    (9, 3.45, -1.2, 0.62, 0.62, 0.6, 0.6),
    (18, 3.1, -1.2, 0.65, 0.65, 0.6, 0.6),
    (28, 2.75, -1.1, 0.6, 0.6, 0.6, 0.6),
    (34, 2.75, -0.9, 0.7, 0.7, 0.7, 0.7),
    (37.5, 2.9, -0.8, 0.95, 0.85, 0.95, 1.0),
    (40, 3.05, -0.8, 1.05, 0.85, 0.95, 1.05),
    (41.6, 3.05, -0.8, 0.8, 0.65, 0.7, 0.8),
    (42.4, 3.0, -0.8, 0.25, 0.25, 0.25, 0.25),
]
FEMUR = [
    (-26, 0.8, 0.9, 1.45, 1.45, 1.5, 1.5),
    (-16, 0.5, 0.8, 1.5, 1.5, 1.5, 1.5),
    (-11, 0.3, 0.7, 1.8, 1.9, 1.6, 1.5),
    (-8, 0.2, 0.5, 2.5, 2.7, 1.9, 1.5),
    (-5.5, 0.1, 0.2, 3.3, 3.5, 2.3, 1.6),
    (-3.6, 0, 0.3, 3.9, 4.0, 2.5, 1.5),
    (-2.4, 0, 0.8, 3.6, 3.7, 2.2, 1.2),
]


def bones(s, foot=True):
    s.group("bone")
    L(s, "bone", BONE, "femur", 0.8, FEMUR)
    for z, r in ((-2.35, (1.95, 2.75, 3.0)), (2.25, (1.85, 2.6, 2.9))):
        s.ell("bone", BONE, "femur", 1.1, V(-0.9, 2.3, z), Zv, V(0, 1, 0), Xv, r)
    for z in (-3.9, 3.8):
        s.ell("bone", BONE, "femur", 1.2, V(-0.2, 3.2, z), Zv, V(0, 1, 0), Xv, (0.7, 1.2, 1.2))
    s.group("tib")
    L(s, "tib", BONE, "tibia", 0.8, TIBIA, e=2.5)
    s.cone(
        "tib", BONE, "tibia", 1.0, V(0.2, -38.5, -2.3), V(0.3, -40.6, -2.55), 0.95, 0.72
    )  # medial malleolus
    s.cone(
        "tib", BONE, "tibia", 0.6, V(-0.4, 0.1, -0.5), V(-0.2, -0.9, -0.1), 0.25, 0.6
    )  # intercondylar eminence
    s.group("fib")
    L(s, "fib", BONE, "fibula", 0.5, FIBULA)
    if foot:
        s.group("foot")
        s.ell("foot", BONE, "talus", 0.6, V(0.6, -41.3, -0.3), Zv, V(0, 1, 0), Xv, (2.1, 1.75, 2.8))
        rows = [
            (-5.35, -0.2, 44.6, 1.0, 1.0, 1.3, 1.4),
            (-5.1, -0.2, 44.6, 1.7, 1.75, 2.0, 2.0),
            (-4.3, -0.2, 44.5, 2.1, 2.15, 2.5, 2.6),
            (-2.5, -0.2, 44.3, 1.9, 1.95, 2.3, 2.4),
            (-0.5, -0.1, 44.0, 1.7, 1.7, 1.9, 1.9),
            (2, 0.2, 44.0, 1.8, 1.8, 1.8, 1.6),
            (4, 0.5, 44.2, 1.5, 1.5, 1.4, 1.3),
        ]
        T = np.array(rows, float)
        xs = np.linspace(T[0, 0], T[-1, 0], 24)
        c = [pchip(T[:, 0], T[:, j], xs) for j in range(1, 7)]
        s.loft(
            "foot",
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


CART = 16


def cartilage(s):
    s.group("cart")
    for z in (-2.3, 2.2):
        s.ell("cart", CART, "femur", 0.3, V(-0.5, 0.15, z), Zv, V(0, 1, 0), Xv, (1.75, 0.5, 2.1))


def soleus(s, tendon=True, cut=None):
    s.group("sol")
    L(s, "sol", MUS, "solL", 1.0, SOL_L)
    L(s, "sol", MUS, "solM", 1.0, SOL_M)
    if tendon:
        s.group("ten")
        L(s, "ten", TEN, "ten", 0.3, TENDON)


def gastroc(s, apo=True, stump=None):
    if apo:
        s.group("ten")
        L(s, "ten", TEN, "apo", 0.6, APO, n=60)
    tr = (
        lambda rows: rows
        if stump is None
        else [r for r in rows if r[0] < stump]
        + [
            (stump,)
            + tuple(
                float(pchip([q[0] for q in rows], [q[j] for q in rows], [stump])[0])
                for j in range(1, 7)
            )
        ]
    )
    s.group("gas")
    L(s, "gas", GAS, "gasM", 0.25, tr(GAS_M))
    s.group("gasl")
    L(s, "gasl", GAS, "gasL", 0.25, tr(GAS_L))


LEG = [  # h, medial, lateral, anterior, posterior half-widths (cm) of the skin outline: one table from lower thigh to ankle
    (-30, 7.6, 7.9, 8.2, 7.6),
    (-26, 7.25, 7.5, 7.9, 7.3),
    (-18, 6.5, 6.7, 7.0, 6.5),
    (-12, 5.85, 5.95, 6.2, 5.75),
    (-8, 5.55, 5.55, 5.8, 5.3),
    (-4, 5.5, 5.3, 5.7, 4.85),
    (-1, 5.4, 5.2, 5.5, 4.65),
    (2, 5.2, 5.1, 5.2, 4.9),
    (5, 5.15, 5.1, 4.9, 5.5),
    (8, 5.4, 5.3, 4.5, 6.3),
    (11, 5.75, 5.5, 4.2, 6.95),
    (13.5, 5.9, 5.45, 4.0, 7.15),
    (16, 5.8, 5.2, 3.8, 7.0),
    (19, 5.35, 4.8, 3.6, 6.3),
    (22, 4.7, 4.35, 3.5, 5.5),
    (25, 4.1, 3.95, 3.4, 4.8),
    (28, 3.62, 3.55, 3.3, 4.3),
    (31, 3.25, 3.22, 3.2, 4.0),
    (33.5, 3.05, 3.05, 3.2, 3.9),
    (36, 3.02, 3.08, 3.35, 4.1),
    (38.5, 3.1, 3.15, 3.6, 4.4),
    (41, 3.0, 3.1, 3.7, 4.6),
    (44, 2.4, 2.5, 2.8, 3.6),
]


def leg_skin(s, df=0, out=9, toe=0, foot=True, top=-30, swell=0.0):
    """skin of the right leg, knee at the origin, table LEG; swell widens it between knee and foot"""
    f = Figure.__new__(Figure)
    f.p = {}
    f.s = s
    f.J = {}
    f.ang = {}
    s.group("leg")
    g = "leg"
    an = V(0, -ANK_H, 0)
    T = np.array(LEG, float)
    hs = np.linspace(top, 44, 80)
    wide = 1 + swell * np.clip((hs - 1) / 9, 0, 1) * np.clip(1.9 - hs / 44, 0, 1)
    c = [pchip(T[:, 0], T[:, j], hs) * wide for j in (1, 2, 3, 4)]
    s.loft(
        g,
        SKIN,
        "shankR",
        2.0,
        [(V(0, -h, 0), Zv, Xv, (c[1][i], c[0][i], c[2][i], c[3][i])) for i, h in enumerate(hs)],
        1,
    )
    E = lambda h, z, x, rz, ry, rx, k: s.ell(
        g, SKIN, "shankR", k, V(x, -h, z), Zv, V(0, 1, 0), Xv, (rz, ry, rx)
    )
    E(12.2, -2.5, -3.5, 3.2, 9.2, 4.0, 2.2)
    E(10.8, 2.55, -3.35, 2.8, 8.0, 3.75, 2.2)  # gastrocnemius heads under the skin
    s.cone(
        g, SKIN, "shankR", 2.0, V(-2.2, 20, -5.0), V(-2.6, -4, -3.6), 1.4, 0.6
    )  # semitendinosus cord
    s.cone(
        g, SKIN, "shankR", 2.0, V(-2.2, 20, 5.0), V(-2.2, -3, 3.8), 1.5, 0.7
    )  # biceps femoris cord
    s.cone(g, SKIN, "shankR", 2.2, V(-2.4, -25, 0), V(-3.75, -37, 0), 0.5, 0.75)
    s.cone(g, SKIN, "shankR", 2.4, V(-3.75, -37, 0), V(-4.3, -43, 0), 0.75, 1.0)  # Achilles cord
    E(39.4, -2.75, 0.7, 1.0, 1.7, 1.5, 1.4)
    E(41.0, 2.8, -0.5, 0.95, 1.9, 1.3, 1.4)  # malleoli: medial higher, lateral lower
    if foot:
        th = math.radians(df)
        ff = V(math.cos(th), math.sin(th), 0)
        fu = V(-math.sin(th), math.cos(th), 0)
        ff = rot(ff, V(0, -1, 0), out)
        fu = rot(fu, V(0, -1, 0), out)
        fl = nrm(np.cross(ff, fu))
        f.foot(g, "R", 1, an, ff, fu, fl, toe)
    return f


TRUNK = [
    (-9, 6, 4, 5),
    (-6, 12.8, 7.5, 8.6),
    (-3, 15.8, 9.5, 10.2),
    (0, 16.9, 10, 10.4),
    (3, 17.0, 10.4, 10.1),
    (6, 16.4, 10.5, 9.5),
    (9, 15.5, 10.5, 8.9),
    (12, 14.5, 10.3, 8.4),
    (16, 13.5, 10, 8.1),
    (20, 13.2, 10, 8.3),
    (25, 13.7, 10.3, 8.9),
    (30, 14.6, 10.7, 9.6),
    (36, 15.6, 11, 10.2),
    (40, 15.9, 11, 10.4),
]


def pelvis_back(s, waist=2.6):
    """lower back and pelvis, hip-joint line at y=0, seen from behind with the camera at -x; no arms"""
    T = np.array(TRUNK, float)
    Y = V(0, 1, 0)
    s.group("trunk")
    s.loft(
        "trunk",
        SKIN,
        "torso",
        2.0,
        [
            (V(-0.012 * (y - 10) ** 2 * 0.25, y, 0), Zv, Xv, (w, w, a, b))
            for y, w, a, b in [
                (y, *[float(pchip(T[:, 0], T[:, j], [y])[0]) for j in (1, 2, 3)])
                for y in np.linspace(-9, 40, 50)
            ]
        ],
        0,
        2.5,
    )
    for z in (1, -1):
        s.ell("trunk", SKIN, "pelvis", 3.5, V(-5.2, -2.2, 7.6 * z), Zv, Y, Xv, (8.2, 8.8, 7.6))
        s.cone(
            "trunk", SKIN, "torso", 3.0, V(-6.7, 8, 2.9 * z), V(-7.2, 38, 3.6 * z), 1.5, 2.8
        )  # erector spinae columns
        s.ell(
            "trunk", SKIN, "pelvis", 3.0, V(-1.5, 10.5, 11.5 * z), Zv, Y, Xv, (4.2, 3.2, 6.5)
        )  # iliac crest fullness
    s.group("short")
    s.loft(
        "short",
        SHORTS,
        "pelvis",
        2.0,
        [
            (V(-0.012 * (y - 10) ** 2 * 0.25, y, 0), Zv, Xv, (w + 0.5, w + 0.5, a + 0.5, b + 0.5))
            for y, w, a, b in [
                (y, *[float(pchip(T[:, 0], T[:, j], [y])[0]) for j in (1, 2, 3)])
                for y in np.linspace(-9, waist, 24)
            ]
        ],
        0,
        2.5,
    )
    for z in (1, -1):
        s.ell(
            "short",
            SHORTS,
            "pelvis",
            3.0,
            V(-5.2, -2.2, 7.6 * z),
            Zv,
            Y,
            Xv,
            (8.7, 9.3, 8.1),
            0.3,
            [(Y, waist + 2.2)],
        )
    for z, n in ((1, "R"), (-1, "L")):
        k = V(0, -42, 9.2 * z)
        h = V(0, 0, 8.6 * z)
        s.group("th" + n, "trunk", 5, h, 16)
        s.limb("th" + n, SKIN, "thigh" + n, 2.0, h, k, Zv * z, Xv, THIGH)
        s.group("sl" + n, "short", 6.0, h, 17)
        s.limb(
            "sl" + n,
            SHORTS,
            "thigh" + n,
            2.0,
            h,
            k,
            Zv * z,
            Xv,
            [
                (
                    t,
                    m + 0.7 + max(0, t) * 1.4,
                    l + 0.7 + max(0, t) * 1.4,
                    a + 0.5,
                    b + 0.7 + max(0, t) * 1.5,
                )
                for t, m, l, a, b in THIGH
            ],
            0,
            -0.16,
            0.46,
        )


def hand_on(
    s,
    wrist,
    elbow,
    hd,
    palm,
    sd=1,
    curl=(25, 45, 25),
    per=None,
    thumb=None,
    spread=3,
    g="hnd",
    scale=1.0,
    nails=False,
    td=None,
):
    """a free hand with forearm, for close-ups"""
    f = Figure.__new__(Figure)
    f.p = {}
    f.s = s
    f.J = {}
    f.ang = {}
    s.group(g)
    hd = nrm(V(hd))
    pn = perp(V(palm), hd)
    rad = nrm(np.cross(hd, pn)) * sd
    wr = V(wrist)
    el = V(elbow)
    d2 = nrm(wr - el)
    pa = perp(pn, d2)
    ra = nrm(np.cross(d2, pa)) * sd
    T = np.array(FARM, float)
    ts = np.linspace(T[0, 0], T[-1, 0], 40)
    cols = [pchip(T[:, 0], T[:, j], ts) for j in (1, 2, 3, 4)]
    s.loft(
        g,
        SKIN,
        "farmR",
        2.0,
        [
            (el + (wr - el) * t, ra, pa, (cols[1][i], cols[0][i], cols[2][i], cols[3][i]))
            for i, t in enumerate(ts)
        ],
        1,
    )
    q = dict(curl=curl, spread=spread, fingers=per or {})
    if thumb:
        q["thumb"] = thumb
    q["hscale"] = scale
    q["nails"] = nails
    if td is not None:
        q["thumb_dorsal"] = td
    f.hand(g, "R" if sd > 0 else "L", sd, wr, hd, pn, rad, q)
    return f
