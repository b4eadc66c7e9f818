"""F35 booklet: print, stack, fold, staple; F36 poster tiles: cut, glue, align.  Flat drawings."""
from sheet import *

G20, G50, PAPER = "@g20", "@g50", "#fff"
LW = 0.5
C30, S30 = math.cos(math.radians(30)), 0.5


def iso(o, k):
    return lambda x, y, z=0: np.array([o[0] + (x - y) * C30 * k, o[1] + (x + y) * S30 * k - z * k])


def shape(p, fill=PAPER, col=INK2, w=LW, op=None):
    return '<path d="%s" fill="%s" stroke="%s" stroke-width="%.2f" stroke-linejoin="round"%s/>' % (
        poly(np.array(p)),
        fill,
        col,
        w,
        ' fill-opacity="%.2f"' % op if op else "",
    )


def rect(x, y, w, h, r=1, fill=PAPER, col=INK2, lw=LW):
    return (
        '<rect x="%.2f" y="%.2f" width="%.2f" height="%.2f" rx="%.2f" fill="%s" stroke="%s" stroke-width="%.2f"/>'
        % (x, y, w, h, r, fill, col, lw)
    )


def flat(P):
    return lambda x, y, z=0: np.array([P[0] + x, P[1] + y])


def fprint():
    S = Sheet(37, 37)
    S.add(shape([(11.4, 14.2), (12.6, 4.4), (24.4, 4.4), (25.6, 14.2)]))
    S.add(
        "".join(
            line([(14.0 - i * 0.25, 7.2 + 2.2 * i), (23.0 + i * 0.25, 7.2 + 2.2 * i)], G20, 0.8)
            for i in range(3)
        )
    )
    S.add(
        rect(5, 13.2, 27, 13.2, 2.2, "@prop")
        + rect(5, 13.2, 27, 4.6, 2.0, "@wall")
        + circ((28.4, 15.5), 0.8, BRAND)
        + rect(9.2, 21.0, 18.6, 2.6, 1.2, "@g70")
    )
    S.add(
        shape([(11.2, 22.4), (25.8, 22.4), (28.0, 33.4), (9.0, 33.4)])
        + line([(18.5, 22.6), (18.5, 33.2)], G50, 0.4, "1.2 1")
        + "".join(
            line([(a - 0.2 * i, 25 + 2.3 * i), (a + 4.6 - 0.12 * i, 25 + 2.3 * i)], G20, 0.8)
            for i in range(3)
            for a in (12.6,)
        )
        + "".join(
            line([(20.2 + 0.12 * i, 25 + 2.3 * i), (24.6 + 0.2 * i, 25 + 2.3 * i)], G20, 0.8)
            for i in range(3)
        )
    )
    S.add(arr(arc_pts((31.0, 29.6), 3.9, 3.9, 210, 480, 12), 1.2, 3.4))
    S.anchor("sheet", (18.5, 28)).anchor("turn", (31, 29.6)).save("f35a-print")


def fstack():
    S = Sheet(37, 37)
    k = 0.78
    for i in range(4):
        P = iso((18.5, 18.6 - i * 4.4 + 4.5), k)
        S.add(shape([P(-8.5, -12), P(8.5, -12), P(8.5, 12), P(-8.5, 12)], PAPER))
        if i == 3:
            S.add(
                line([P(-8.5, 0), P(8.5, 0)], G50, 0.45, "1.3 1")
                + "".join(
                    line([P(-6 + 2.6 * j, a), P(-6 + 2.6 * j, a + (7 if j < 4 else 4))], G20, 0.8)
                    for j in range(5)
                    for a in (-10, 2.4)
                )
            )
    for x in (6.2, 30.8):
        S.add(
            arr(
                [
                    (x, 6.0 if x > 20 else 3.0),
                    (x, 8 if x > 20 else 5),
                    (x, 13.2 if x > 20 else 10.2),
                ],
                1.3,
                3.7,
            )
        )
    S.anchor("top_sheet", (18.5, 10)).anchor("stack", (18.5, 24)).save("f35b-stack")


def ffold():
    S = Sheet(37, 37)
    k = 0.86
    P = iso((17.0, 23.2), k)
    w, h = 8.5, 12.5
    S.add(shape([P(-w, 0, -0.4), P(w, 0, -0.4), P(w, h, -0.4), P(-w, h, -0.4)]))
    S.add(
        shape([P(-w, 0), P(w, 0), P(w, h), P(-w, h)])
        + "".join(
            line([P(-6 + 2.6 * j, 2.6), P(-6 + 2.6 * j, 2.6 + (7.4 if j < 4 else 4))], G20, 0.8)
            for j in range(5)
        )
    )
    a = math.radians(62)
    R = lambda x, u: P(x, -u * math.cos(a), u * math.sin(a))
    S.add(
        shape([R(-w, 0), R(w, 0), R(w, h), R(-w, h)], "@wall")
        + line([P(-w, 0), P(w, 0)], BRAND, 1.0)
    )
    pts = [
        P(w + 1.5, -h * math.cos(t) * 1.02, h * math.sin(t) * 1.02)
        for t in np.radians(np.linspace(72, 152, 7))
    ]
    S.add(arr(pts, 1.5, 4.2))
    S.anchor("fold", P(0, 0)).save("f35c-fold")


def fstaple():
    S = Sheet(37, 37)
    k = 0.86
    P = iso((18.5, 21.6), k)
    w, h = 8.5, 12.0
    for dz in (-1.6, -0.8, 0):
        S.add(
            shape([P(-w, 0, dz + 1.3), P(w, 0, dz + 1.3), P(w, h, dz - 0.6), P(-w, h, dz - 0.6)])
            + shape(
                [P(-w, 0, dz + 1.3), P(w, 0, dz + 1.3), P(w, -h, dz - 0.6), P(-w, -h, dz - 0.6)],
                "@paper-2",
            )
        )
    S.add(line([P(-w, 0, 1.3), P(w, 0, 1.3)], G50, 0.5))
    for x in (-4.6, 4.6):
        S.add(
            line([P(x - 1.5, 0, 1.5), P(x + 1.5, 0, 1.5)], "#fff", 2.2)
            + line([P(x - 1.5, 0, 1.5), P(x + 1.5, 0, 1.5)], BRAND, 1.35)
        )
        t = P(x, 0, 3.4)
        S.add(arr([t + [0, -9.5], t + [0, -5], t], 1.4, 4.0))
    S.anchor("staple_one", P(-4.6, 0, 1.5)).anchor("staple_two", P(4.6, 0, 1.5)).anchor(
        "spine", P(0, 0, 1.3)
    ).save("f35d-staple")


def scissors(c, k=1.0, rot_=0):
    """open scissors, blades to the right, pivot at c"""
    o = ""
    r = math.radians(rot_)
    R = lambda p: np.array(
        [
            c[0] + (p[0] * math.cos(r) - p[1] * math.sin(r)) * k,
            c[1] + (p[0] * math.sin(r) + p[1] * math.cos(r)) * k,
        ]
    )
    for sg in (1, -1):
        o += line([R((0, 0)), R((-5.6, 3.1 * sg))], INK2, 1.5 * k)
        e = R((-8.0, 4.4 * sg))
        o += (
            '<ellipse cx="%.2f" cy="%.2f" rx="%.2f" ry="%.2f" transform="rotate(%.1f %.2f %.2f)" fill="#fff" stroke="%s" stroke-width="%.2f"/>'
            % (e[0], e[1], 3.0 * k, 2.1 * k, rot_ - sg * 24, e[0], e[1], BRAND, 1.3 * k)
        )
    for sg in (1, -1):
        o += shape(
            [R((-1.2, 0.9 * sg)), R((2, -1.2 * sg)), R((10.4, -3.5 * sg)), R((2.4, 0.5 * sg))],
            "@wall",
            w=0.5 * k,
        )
    return o + circ(c, 0.62 * k, INK2)


def fcut():
    S = Sheet(37, 37)
    S.add(
        rect(9.5, 4, 22, 29, 0.4)
        + rect(9.5, 4, 4.9, 29, 0, "@wall-shade", "none", 0)
        + rect(9.5, 4, 22, 29, 0.4, "none")
        + "".join(
            line([(18, 9 + 2.6 * i), (28 if i < 3 else 24, 9 + 2.6 * i)], G20, 0.9)
            for i in range(4)
        )
        + line([(14.4, 3.2), (14.4, 20.4)], SIGNAL, 0.95, "2.1 1.5")
        + line([(14.4, 21), (14.4, 33.8)], SIGNAL, 0.95)
    )
    S.add(scissors((14.4, 24.6), 0.92, -90))
    S.anchor("cut_line", (14.4, 9)).anchor("tile", (23, 20)).save("f36a-cut")


def fglue():
    S = Sheet(37, 37)
    S.add(rect(4.5, 6, 22, 26, 0.4))
    S.add(
        "".join(
            line([(7.4, 11 + 2.6 * i), (17.6 if i < 3 else 13, 11 + 2.6 * i)], G20, 0.9)
            for i in range(4)
        )
    )
    S.add(
        '<clipPath id="gs"><rect x="20.7" y="6" width="5.8" height="26"/></clipPath><g clip-path="url(#gs)">'
        + "".join(line([(19, 4 + i * 2.4), (28, -3 + i * 2.4)], BRAND, 0.8) for i in range(1, 18))
        + "</g>"
        + rect(4.5, 6, 22, 26, 0.4, "none")
        + line([(20.7, 6), (20.7, 32)], BRAND, 0.5)
    )
    g = (
        '<g transform="rotate(38 24.4 17)">'
        + rect(23.6, 2.0, 4.8, 10.4, 1.0, BRAND)
        + rect(23.6, 4.6, 4.8, 3.6, 0, "#fff", INK2, 0.4)
        + rect(24.1, 12.4, 3.8, 2.4, 0.3, "@prop")
        + rect(24.5, 14.8, 3.0, 2.6, 0.9, "@tint-amber")
        + "</g>"
    )
    S.add(g)
    S.add(
        curve([(23.6, 30.4), (24.4, 27.5), (23.2, 24.6), (24.2, 21.4)], "@tint-amber", 2.3)
        + curve([(23.6, 30.4), (24.4, 27.5), (23.2, 24.6), (24.2, 21.4)], AMBER, 0.5)
    )
    S.anchor("glue_strip", (23.6, 26)).anchor("stick", (29.5, 10)).save("f36b-glue")


def falign():
    """the cut edge of the next sheet comes up to the arrow heads of the glue strip"""
    S = Sheet(37, 37)
    top, h, strip, apart = 7.0, 21.0, 15.6, 4.4  # the strip starts at x = strip
    art = [(2, 23), (8, 15.4), (16, 18), (24, 11), (31, 14.6)]
    left = rect(2.2, top, 18.0, h, 0.4, PAPER)
    left += rect(strip, top, 4.6, h, 0, PAPER, "none", 0)
    hatch = "".join(
        line([(12 + i * 2.4, top + h + 2), (22 + i * 2.4, top - 8)], BRAND, 0.55)
        for i in range(-8, 12)
    )
    left += '<clipPath id="st"><rect x="%g" y="%g" width="4.6" height="%g"/></clipPath>' % (
        strip,
        top,
        h,
    )
    left += '<g clip-path="url(#st)">%s</g>' % hatch
    left += '<clipPath id="sl"><rect x="2.2" y="%g" width="%g" height="%g"/></clipPath>' % (
        top,
        strip - 2.2,
        h,
    )
    left += '<g clip-path="url(#sl)">%s</g>' % curve(art, INK2, 1.8)
    left += line([(strip, top), (strip, top + h)], BRAND, 0.7)
    left += rect(2.2, top, 18.0, h, 0.4, "none")
    for y in (top + 2.6, top + h - 2.6):
        head = [(strip, y), (strip + 4.0, y - 1.9), (strip + 4.0, y + 1.9)]
        left += shape(head, BRAND, "#fff", 0.7) + shape(head, BRAND, BRAND, 0.1)
    x = strip + apart + 1.6
    right = rect(x, top, 34.8 - x, h, 0.4, PAPER)
    right += '<clipPath id="sr"><rect x="%g" y="%g" width="%g" height="%g"/></clipPath>' % (
        x,
        top,
        34.8 - x,
        h,
    )
    moved = [(px + x - strip, py) for px, py in art]
    right += '<g clip-path="url(#sr)">%s</g>' % curve(moved, INK2, 1.8)
    right += rect(x, top, 34.8 - x, h, 0.4, "none")
    S.add(left + right + arr([(30, 32.6), (25, 32.6), (18.6, 32.6)], 1.5, 4.2))
    S.anchor("arrow_upper", (strip, top + 2.6)).anchor("arrow_lower", (strip, top + h - 2.6))
    S.anchor("cut_edge", (x, top + h / 2)).save("f36c-align")


def f35():
    fprint()
    fstack()
    ffold()
    fstaple()


def f36():
    fcut()
    fglue()
    falign()
