"""Assemble a toon drawing (fills + shades + ink) from a scene."""
import math
import numpy as np
import gbuf, vec
from body import *

PAL = dict(
    ink="@line",
    skin="@skin",
    skin_s="@skin-shade",
    skin_d="@skin-deep",
    shirt="@shirt",
    shirt_s="@shirt-shade",
    shirt_d="@shirt-deep",
    shorts="@shorts",
    shorts_s="@shorts-shade",
    shorts_d="@shorts-deep",
    hair="@hair",
    hair_s="@hair-shade",
    hair_d="@hair-deep",
    roller="@roller",
    roller_s="@roller-shade",
    roller_d="@roller-deep",
    core="@core",
    core_s="@core-shade",
    core_d="@core-deep",
    mat="@mat",
    mat_s="@mat-shade",
    mat_d="@mat-deep",
    tool="@tool",
    tool_s="@tool-shade",
    tool_d="@tool-deep",
    ball="@ball",
    ball_s="@ball-shade",
    ball_d="@ball-deep",
    bone="@bone",
    bone_s="@bone-shade",
    bone_d="@bone-deep",
    wall="@wall",
    wall_s="@wall-shade",
    wall_d="@wall-deep",
    prop="@prop",
    prop_s="@prop-shade",
    prop_d="@prop-deep",
    nail="@nail",
    nail_s="@nail-shade",
    nail_d="@nail-deep",
)
MATN = {
    SKIN: "skin",
    SHIRT: "shirt",
    SHORTS: "shorts",
    HAIR: "hair",
    ROLLER: "roller",
    CORE: "core",
    MAT: "mat",
    TOOL: "tool",
    BALL: "ball",
    BONE: "bone",
    WALL: "wall",
    PROP: "prop",
    NAIL: "nail",
}


def toon(
    scene_text,
    cam,
    mm_per_cm,
    base=0.42,
    light=(0.10, 0.76, 0.64),
    th=(0.34, -0.02),
    usm=(9, 0.55),
    jump=0.9,
    curves=(),
    pal=PAL,
    tag="t",
    sigma=2.2,
    noline=(),
    extra_drop=None,
    min_shade=60,
    err=0.35,
    hi=None,
    bias=None,
    tsig=3.0,
    shadow=None,
):
    g = gbuf.render(scene_text, cam)
    scale = cam["px"] * mm_per_cm
    D, M = g["D"], g["M"]
    hit = D < 1e8
    L = np.array(light) / np.linalg.norm(light)
    nl = (g["N"] * L[:, None, None]).sum(0)
    for pt, bv in (bias or {}).items():
        nl = nl + np.where(g["P"] == pt, bv, 0).astype(np.float32)
    # depth unsharp mask: darkens the farther surface next to an occluder
    Df = np.where(hit, D, np.nan)
    mx = np.nanmax(Df)
    Dq = np.where(hit, D, mx).astype(np.float32)
    bl = vec.gauss(Dq, usm[0] / cam["px"] * 0.1)
    occl = np.where(hit, np.clip((Dq - bl), 0, 6), 0)  # >0: a nearer thing is close by
    o = []
    for m in sorted(set(np.unique(M)) - {0}):
        nm = MATN[int(m)]
        mk = M == m
        f = vec.gauss(mk.astype(np.float32), 1.1)
        d = vec.region_path(f, 0.5, scale, err, 12)
        if d:
            o.append(
                '<path class="%s" d="%s" fill="%s" stroke="%s" stroke-width="%.2f" stroke-linejoin="round"/>'
                % (nm, d, pal[nm], pal[nm], 1.2 * scale)
            )
    if shadow:  # overhead shadow, clipped to the visible mat
        mk = M == MAT
        d = vec.region_path(vec.gauss(mk.astype(np.float32), 1.1), 0.5, scale, err, 12)
        o.append(
            '<clipPath id="mc%s"><path d="%s" clip-rule="evenodd"/></clipPath><path clip-path="url(#mc%s)" d="%s" fill="%s"/>'
            % (tag, d, tag, shadow(cam, scale), pal["mat_s"])
        )
    o2 = []
    for m in sorted(set(np.unique(M)) - {0}):
        nm = MATN[int(m)]
        mk = M == m
        w = vec.gauss(mk.astype(np.float32), tsig) + 1e-4
        t = (
            vec.gauss(
                np.where(mk, nl - usm[1] * np.minimum(occl, 2.0) * 0.5, 0).astype(np.float32), tsig
            )
            / w
        )  # tone smoothed inside the material only
        for lv, suf in ((th[0], "_s"), (th[1], "_d")):
            fld = np.where(mk, lv - t, -1.0).astype(np.float32)
            fld = np.clip(fld * 4, -1, 1)
            fld = vec.gauss(np.where(mk, fld, -0.4).astype(np.float32), 1.2)
            d = vec.region_path(fld, 0.0, scale, err * 1.3, min_shade)
            if d:
                o2.append('<path class="%s%s" d="%s" fill="%s"/>' % (nm, suf, d, pal[nm + suf]))
        if hi and nm in hi:
            lv = hi[nm][0]
            fld = np.where(mk, t - lv, -1.0).astype(np.float32)
            d = vec.region_path(
                vec.gauss(np.clip(fld * 4, -1, 1), 1.2), 0, scale, err * 1.3, min_shade
            )
            if d:
                o2.append('<path d="%s" fill="%s"/>' % (d, hi[nm][1]))
    drop = None
    if noline:
        dm = np.isin(M, noline)
        drop = dm & np.roll(dm, 1, 0) & np.roll(dm, -1, 0) & np.roll(dm, 1, 1) & np.roll(dm, -1, 1)
    lines = vec.ink(g, scale, base, sigma, (light[0], -light[1]), jump, drop=drop)
    o3 = ['<path d="%s"/>' % "".join(lines)] if lines else []
    # projected surface curves with visibility
    for pts, wmm, col, tol in curves:
        run = []
        runs = []
        for q in pts:
            xy, z = project(cam, q)
            x, y = int(xy[0]), int(xy[1])
            vis = 0 <= x < g["W"] and 0 <= y < g["H"] and D[y, x] < 1e8 and z < D[y, x] + tol
            if vis:
                run.append(xy * scale)
            elif run:
                runs.append(run)
                run = []
        if run:
            runs.append(run)
        for r in runs:
            if len(r) < 3:
                continue
            r = np.array(r)
            n = len(r)
            u = np.linspace(0, 1, n)
            w = wmm * (0.35 + 0.65 * np.sin(np.pi * np.clip(u, 0.02, 0.98)))
            o3.append('<path d="%s" fill="%s"/>' % (vec.stroke_path(r, w, False, 0.01), col))
    return dict(
        fills=o, shades=o2, lines=o3, g=g, scale=scale, W=cam["W"] * scale, H=cam["H"] * scale
    )


def face_curves(f, ink="@line", k=1.0, hairc="@strand"):
    """eyes, brows, mouth, ear and hair strokes as 3-D curves lying on the head"""
    P = f.HP
    out = []
    for sd in (1, -1):
        lid = [
            P(
                7.55 - 0.95 * max(0, u) ** 2 - 0.1 * abs(u),
                -1.95 + 0.45 * (1 - u * u) - 0.18 * u,
                sd * (3.0 + 1.35 * u),
            )
            for u in np.linspace(-1, 1, 20)
        ]
        out.append((lid, 0.42 * k, ink, 2.6))
        iris = [P(7.6, -1.75 - 0.75 * u, sd * 3.0) for u in np.linspace(0, 1, 10)]
        out.append((iris, 0.62 * k, ink, 2.6))
        br = [
            P(
                8.2 - 1.5 * max(0, u) ** 2,
                0.30 + 0.50 * (1 - (u - 0.15) ** 2),
                sd * (3.0 + 1.85 * u),
            )
            for u in np.linspace(-1, 1, 20)
        ]
        out.append((br, 0.46 * k, hairc, 2.6))
        ear = [
            P(-1.0 + 1.0 * math.cos(a) * 0.9, -2.0 + 2.0 * math.sin(a), sd * 8.0)
            for a in np.linspace(0.6, 4.1, 20)
        ]
        out.append((ear, 0.22 * k, ink, 2.0))
    m = [
        P(9.15 - 0.42 * abs(u) ** 1.4 * 2.6, -8.12 + 0.16 * u * u, 2.1 * u)
        for u in np.linspace(-1, 1, 24)
    ]
    out.append((m, 0.30 * k, "@lip", 2.2))
    # hair strands: arcs on the hair ellipsoid from the hairline to the bun
    c0, rad = (-0.9, 1.7, 0), (10.25, 9.25, 8.15)
    b = nrm(V(-0.82, 0.46, 0))
    for sd in (1, -1):
        for fx, fy, fz, e in (
            (0.80, 0.60, 0.05, 0.7),
            (0.62, 0.70, 0.36, 0.75),
            (0.50, 0.52, 0.70, 0.8),
            (0.30, 0.30, 0.92, 0.85),
            (-0.05, 0.02, 1.0, 0.8),
            (-0.35, -0.30, 0.88, 0.75),
        ):
            a = nrm(V(fx, fy, fz * sd))
            w = math.acos(float(np.dot(a, b)))
            pts = []
            for u in np.linspace(0.04, e, 30):
                d = (a * math.sin((1 - u) * w) + b * math.sin(u * w)) / math.sin(w)
                pts.append(P(c0[0] + d[0] * rad[0], c0[1] + d[1] * rad[1], d[2] * rad[2]))
            out.append((pts, 0.26 * k, hairc, 0.8))
    return out


def compose(t, ink="@line"):
    return (
        '<g class="fills">%s</g><g class="shades" fill-rule="evenodd">%s</g><g class="ink" fill="%s">%s</g>'
        % (
            "".join(t["fills"]).replace("<path ", '<path fill-rule="evenodd" '),
            "".join(t["shades"]),
            ink,
            "".join(t["lines"]),
        )
    )
