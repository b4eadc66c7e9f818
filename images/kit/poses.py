"""Props, postures and the solver that rests a calf on the roller.

Units are centimetres; x forward, y up, z to the person's right, floor at y = 0."""
from body import *

X = V(1, 0, 0)
Y = V(0, 1, 0)
Z = V(0, 0, 1)
ROLLER_R, ROLLER_L = 7.0, 38.0


def roller(s, x, z=0, y=ROLLER_R, axis=Z, L=ROLLER_L, r=ROLLER_R):
    s.group("roller")
    c = V(x, y, z)
    a = c - axis * L / 2
    b = c + axis * L / 2
    s.cyl("roller", ROLLER, "roller", 0, a, b, r, 0, 0.6)
    for sg, e in ((1, b), (-1, a)):
        s.cyl(
            "roller",
            CORE,
            "roller",
            0,
            e - axis * sg * 2,
            e + axis * sg * 0.35,
            r * 0.52,
            r * 0.34,
            0.2,
        )
    for i in range(-3, 4):  # shallow ribs
        q = c + axis * (i * L / 7.6)
        s.cyl("roller", ROLLER, "roller", 0.3, q - axis * 1.7, q + axis * 1.7, r + 0.22, 0, 0.25)


def mat(s, x0=-64, x1=106, zw=36, th=1.2):
    s.group("mat")
    s.rbox(
        "mat", MAT, "mat", 0, ((x0 + x1) / 2, -th / 2, 0), X, Y, Z, ((x1 - x0) / 2, th / 2, zw), 0.5
    )


def base(pelvis=(0, 10.2, 0), spine=(-24, -24, -20, -16, -10, -4, 4, 6), **k):
    d = dict(pelvis=pelvis, spine=list(spine), head=(0, 0, 0))
    d.update(k)
    return d


def wall(s, x, z0=-30, z1=34, h=165):
    s.group("wall")
    s.rbox(
        "wall",
        WALL,
        "prop",
        0,
        (x + 3, h / 2, (z0 + z1) / 2),
        X,
        Y,
        Z,
        (3, h / 2, (z1 - z0) / 2),
        0.4,
    )


def floor(s, x0, x1, z0=-30, z1=34, mat_=MAT):
    s.group("mat")
    s.rbox(
        "mat",
        mat_,
        "mat",
        0,
        ((x0 + x1) / 2, -0.4, (z0 + z1) / 2),
        X,
        Y,
        Z,
        ((x1 - x0) / 2, 0.4, (z1 - z0) / 2),
        0.3,
    )


HGRIP = dict(curl=(18, 22, 12), spread=3)


def P_squat_good():
    hx, hy = 33, 25
    return dict(
        pelvis=(-21, 51, 0),
        spine=[34, 38, 42, 44, 44, 44, 34, 22],
        head=(-14, 0, 0),
        legR=dict(ankle=(0, 7.6, 12), knee=(1, 0.3, 0.30), fdir=(1, 0, 0.22)),
        legL=dict(ankle=(0, 7.6, -12), knee=(1, 0.3, -0.30), fdir=(1, 0, -0.22)),
        armR=dict(
            wrist=(hx - 9, hy + 9, 20.5),
            elbow=(-1, 0.2, 0.5),
            hdir=nrm(V(0.75, -0.65, -0.02)),
            palm=(0, 0, -1),
            **HGRIP
        ),
        armL=dict(
            wrist=(hx - 9, hy + 9, -20.5),
            elbow=(-1, 0.2, -0.5),
            hdir=nrm(V(0.75, -0.65, 0.02)),
            palm=(0, 0, 1),
            **HGRIP
        ),
    )


def P_squat_heels():
    ff = nrm(V(math.cos(math.radians(32)), -math.sin(math.radians(32)), 0.0))
    hx = 50
    return dict(
        pelvis=(-8, 44, 0),
        spine=[22, 30, 36, 42, 42, 40, 26, 14],
        head=(-12, 0, 0),
        legR=dict(
            ankle=(5.2, 14.0, 11),
            knee=(1, 0.5, 0.22),
            fdir=ff + V(0, 0, 0.15),
            fup=(0.5, 0.85, 0),
            toe=32,
        ),
        legL=dict(
            ankle=(5.2, 14.0, -11),
            knee=(1, 0.5, -0.22),
            fdir=ff + V(0, 0, -0.15),
            fup=(0.5, 0.85, 0),
            toe=32,
        ),
        armR=dict(
            wrist=(hx - 9, 34, 20.5),
            elbow=(-1, 0.2, 0.5),
            hdir=nrm(V(0.75, -0.65, -0.02)),
            palm=(0, 0, -1),
            **HGRIP
        ),
        armL=dict(
            wrist=(hx - 9, 34, -20.5),
            elbow=(-1, 0.2, -0.5),
            hdir=nrm(V(0.75, -0.65, 0.02)),
            palm=(0, 0, 1),
            **HGRIP
        ),
    )


def P_bend_round():
    hx = 40
    return dict(
        pelvis=(-15, 84, 0),
        spine=[38, 46, 66, 102, 126, 134, 120, 102],
        head=(-18, 0, 0),
        legR=dict(ankle=(0, 7.6, 10), knee=(1, 0, 0.05), fdir=(1, 0, 0.15)),
        legL=dict(ankle=(0, 7.6, -10), knee=(1, 0, -0.05), fdir=(1, 0, -0.15)),
        armR=dict(
            wrist=(hx - 5, 35, 20.5),
            elbow=(-0.3, 0.2, 1),
            hdir=nrm(V(0.5, -0.85, -0.02)),
            palm=(0, 0, -1),
            **HGRIP
        ),
        armL=dict(
            wrist=(hx - 5, 35, -20.5),
            elbow=(-0.3, 0.2, -1),
            hdir=nrm(V(0.5, -0.85, 0.02)),
            palm=(0, 0, 1),
            **HGRIP
        ),
    )


def P_wall():
    return dict(
        pelvis=(9, 82.0, 0),
        spine=[8, 8, 4, 6, 10, 12, 10, 6],
        head=(0, 0, 0),
        legR=dict(ankle=(0, 7.6, 9), knee=(1, 0, 0.0), fdir=(1, 0, 0.0)),
        legL=dict(ankle=(34, 7.6, -9), knee=(1, 0, -0.05), fdir=(1, 0, -0.03)),
        armR=dict(
            wrist=(61.5, 121, 17),
            elbow=(0, -1, 0.35),
            hdir=(0.14, 0.99, -0.05),
            palm=(1, -0.1, 0),
            curl=(3, 8, 5),
            spread=7,
        ),
        armL=dict(
            wrist=(61.5, 121, -17),
            elbow=(0, -1, -0.35),
            hdir=(0.14, 0.99, 0.05),
            palm=(1, -0.1, 0),
            curl=(3, 8, 5),
            spread=7,
        ),
    )


# ---- contact solver: put the back of the shank on the roller ------------------------------------------------
def solve_contact(hip, ax, az, rx, knee=(0, 1, 0.03), press=0.5, table=SHANK, r=ROLLER_R):
    """ankle height such that the shank's rear skin touches a roller of radius r standing at x=rx; returns ankle y and contact fraction t"""
    T = np.array(table, float)
    best = None
    for y in np.arange(10, 40, 0.1):
        k, a = ik(V(hip), V(ax, y, az), SEG["thigh"], SEG["shank"], V(knee))
        d = (a - k) / np.linalg.norm(a - k)
        c = V(rx, r, az)
        n = V(-d[1], d[0], 0) if d[0] > 0 else V(d[1], -d[0], 0)
        t = float(np.dot(c - k, d)) / SEG["shank"]
        dist = abs(float(np.dot((c - k)[:2], n[:2])))
        post = float(pchip(T[:, 0], T[:, 4], [t])[0])
        e = dist - (r + post - press)
        if np.dot(k - c, V(0, 1, 0)) > 0 and (best is None or abs(e) < abs(best[0])):
            best = (e, y, t)
    return best[1], best[2]


def hip_of(P, side=1):
    return V(P["pelvis"]) + V(0, 0, side * SEG["hip_half"])


def cross_over(P, dx=-5.5, **leg):
    """left leg crossed over the right: rests just above the right ankle"""
    a = V(P["legR"]["ankle"])
    k, _ = ik(hip_of(P), a, SEG["thigh"], SEG["shank"], V(0, 1, 0.03))
    d = nrm(a - k)
    q = a + d * dx
    up = nrm(V(-d[1], d[0], 0))
    q = q + up * 7.6
    P["legL"] = dict(ankle=(q[0] + 1.5, q[1], a[2] + 1.0), knee=(0, 1, -0.25), df=-11, out=8, **leg)
    return P


def only(s, names):
    """keep only the named groups of a scene"""
    ids = {s.names[n] for n in names if n in s.names}
    out = []
    keep = True
    for ln in s.lines:
        w = ln.split()
        if w[0] == "group":
            out.append(ln)
            continue
        if w[0] in ("cone", "ell", "loft", "rbox", "cyl"):
            keep = int(w[1]) in ids
        if keep:
            out.append(ln)
    s.lines = out
    return s


# ---- postures of the routine
def hands_behind(x=-26.5, z=25, out=0.55, y=2.3):
    h = lambda s: dict(
        wrist=(x, y, z * s),
        elbow=(-1, 0.1, 0.45 * s),
        hdir=nrm(V(1, -0.02, out * s)),
        palm=(0, -1, 0),
        curl=(2, 6, 4),
        spread=9,
        thumb=((0.62, 0.76, 0.02), (0.80, 0.58, 0.02), (0.88, 0.46, 0.0)),
    )
    return dict(armR=h(1), armL=h(-1))


SPINE = (-24, -24, -20, -16, -10, -4, 4, 6)
MZ = 31


def matp(s):
    mat(s, -48, 98, MZ)


def rol(x):
    return lambda s: roller(s, x)


def foot_flat(side, x=40):
    sg = 1 if side == "R" else -1
    return dict(ankle=(x, 7.6, 13 * sg), knee=(0.3, 1, 0.1 * sg), fdir=(1, 0, 0.12 * sg))


def seat(
    rx=64,
    ax=80.5,
    az=8,
    df=4,
    dx=0,
    turn=0,
    spine=SPINE,
    head=(0, 0, 0),
    pel=(0, 10.2, 0),
    other=40,
    hx=-26.5,
    side="R",
    **kw
):
    """sitting, one calf on the roller, the other foot flat; turn: leg rolled in (+) or out (-) in degrees"""
    sg = 1 if side == "R" else -1
    P = base(pelvis=(pel[0] + dx, pel[1], pel[2]), spine=spine, **hands_behind(hx))
    P["head"] = head
    y, t = solve_contact(hip_of(P, sg), ax + dx, az * sg, rx)
    P["contact"] = t
    P["leg" + side] = dict(
        ankle=(ax + dx, y, az * sg),
        knee=(0, 1, math.tan(math.radians(turn)) + 0.03 * sg),
        df=df,
        out=4,
    )
    P["leg" + ("L" if side == "R" else "R")] = foot_flat("L" if side == "R" else "R", other + dx)
    P.update(kw)
    return P


def P_ktw(toe_gap=9.0, wx=64):
    """half-kneeling knee-to-wall test, right foot in front"""
    ax = wx - toe_gap - 19.6
    w = lambda s: dict(
        wrist=(wx - 2.5, 98, 15 * s),
        elbow=(0, -1, 0.4 * s),
        hdir=(0.14, 0.99, -0.05 * s),
        palm=(1, -0.1, 0),
        curl=(3, 8, 5),
        spread=7,
    )
    return dict(
        pelvis=(wx - 45, 47.0, 0),
        spine=[6, 8, 8, 10, 12, 14, 16, 18],
        head=(20, 0, 0),
        legR=dict(ankle=(ax, 7.6, 9), knee=(1, 0.6, 0), fdir=(1, 0, 0.02)),
        legL=dict(
            ankle=(wx - 86.5, 5.6, -9), knee=(1, -1, 0), fdir=(-1, 0.02, 0), fup=(-0.02, -1, 0)
        ),
        armR=w(1),
        armL=w(-1),
    )


def P_march():
    return dict(
        pelvis=(0, 89.6, 0),
        spine=[0, 0, -2, -1, 2, 4, 4, 4],
        head=(0, 0, 0),
        legL=dict(ankle=(0, 7.6, -8), knee=(1, 0, -0.05), fdir=(1, 0, -0.12)),
        legR=dict(ankle=(23, 49, 9), knee=(1, 0.6, 0.05), df=-6, out=4),
        armL=dict(
            wrist=(31, 122, -15),
            elbow=(-0.5, -1, -0.35),
            hdir=(0.8, 0.55, 0.1),
            palm=(0, -0.1, 1),
            curl=(40, 55, 30),
            spread=1,
        ),
        armR=dict(
            wrist=(-2, 99, 25),
            elbow=(-1, -0.2, 0.2),
            hdir=(0.95, -0.25, -0.1),
            palm=(-0.1, 0, -1),
            curl=(40, 55, 30),
            spread=1,
        ),
    )


def P_shank(df=10):
    """hanging lower leg for the ankle-pump inset: shank vertical, knee 90 degrees"""
    return dict(
        pelvis=(0, 89.6, 0),
        spine=[0] * 8,
        head=(0, 0, 0),
        legL=dict(ankle=(0, 7.6, -8), knee=(1, 0, 0), fdir=(1, 0, 0)),
        legR=dict(ankle=(37, 47.5, 8.6), knee=(1, 0.9, 0), df=df, out=2),
        armR=dict(wrist=(0, 90, 26), elbow=(-1, 0, 0)),
        armL=dict(wrist=(0, 90, -26), elbow=(-1, 0, 0)),
    )


def P_raise(up=True, kb=1.0):
    """bent-knee heel raise, feet side by side"""
    t = 34 if up else 0
    c, s_ = math.cos(math.radians(t)), math.sin(math.radians(t))
    q = 13.5
    bx = 13.5
    an = lambda z: (
        bx - (q * c - 7.6 * s_ * -1) * 1.0 + 0 if not up else bx - q * c - 0 + 7.2 * s_,
        0.2 + q * s_ + 7.2 * c if up else 7.6,
        z,
    )
    L = lambda sd: dict(
        ankle=an(9 * sd), knee=(1, 0.05, 0.1 * sd), fdir=(c, -s_, 0.06 * sd), fup=(s_, c, 0), toe=t
    )
    return dict(
        pelvis=(-1, 86 if up else 78, 0),
        spine=[10, 10, 8, 8, 8, 8, 6, 4],
        head=(0, 0, 0),
        legR=L(1),
        legL=L(-1),
        armR=dict(wrist=(40, 110, 20), elbow=(0, -1, 0.4), hdir=(0.2, 0.98, 0), palm=(1, 0, 0)),
        armL=dict(wrist=(40, 110, -20), elbow=(0, -1, -0.4), hdir=(0.2, 0.98, 0), palm=(1, 0, 0)),
    )


def knee_pose():
    # lying on the back; left knee bent with the foot on the mat, right calf resting on it
    P = dict(
        pelvis=(0, 10.5, 0),
        spine=[-84, -86, -90, -92, -92, -90, -84, -82],
        head=(6, 0, 0),
        legL=dict(ankle=(33, 7.6, -6), knee=(0.3, 1, 0), fdir=(1, 0, -0.05)),
        armR=dict(
            wrist=(3, 3.4, 33),
            elbow=(-0.1, 0.25, 1),
            hdir=(0.96, -0.05, 0.15),
            palm=(0, -1, 0),
            curl=(6, 10, 6),
            spread=7,
        ),
        armL=dict(
            wrist=(3, 3.4, -33),
            elbow=(-0.1, 0.25, -1),
            hdir=(0.96, -0.05, -0.15),
            palm=(0, -1, 0),
            curl=(6, 10, 6),
            spread=7,
        ),
    )
    hipL = V(0, 10.5, -8.6)
    kn, _ = ik(hipL, V(33, 7.6, -6), SEG["thigh"], SEG["shank"], V(0.3, 1, 0))
    c = kn + V(2.0, 3.2, 4)  # top of the left knee
    hipR = V(0, 10.5, 8.6)
    best = None
    for ang in np.arange(-25, 40, 1.0):  # shank direction; contact at t=.55 of the shank
        d = V(math.cos(math.radians(ang)), math.sin(math.radians(ang)), -0.10)
        d = nrm(d)
        n = nrm(V(-d[1], d[0], 0))
        kR = c + n * 6.6 - d * SEG["shank"] * 0.55
        e = abs(np.linalg.norm(kR - hipR) - SEG["thigh"])
        if kR[1] > 30 and (best is None or e < best[0]):
            best = (e, kR, d)
    kR, d = best[1], best[2]
    an = kR + d * SEG["shank"]
    P["legR"] = dict(ankle=tuple(an), knee=tuple(nrm(kR - (hipR + an) / 2)), df=-12, out=3)
    return P
