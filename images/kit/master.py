"""Writes masters (SVG at final size in mm, no ground) and their anchors."""
import json
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.environ.get("KIT_ROOT", os.path.dirname(HERE))
ANCHORS = os.path.join(ROOT, "anchors.json")
ABOUT = (
    "One key per picture (file name without extension). size_mm: width and height as drawn. "
    "at: name -> [x, y], fractions of width and height, origin top left. "
    "Right leg; in a mirrored edition x becomes 1 - x."
)
TAG = '<svg xmlns="http://www.w3.org/2000/svg" width="%.2fmm" height="%.2fmm" viewBox="0 0 %.2f %.2f">'


def _palette():
    """name -> hex, from palette.txt"""
    colours = {"white": "#fff", "black": "#000"}
    with open(os.path.join(os.path.dirname(HERE), "palette.txt")) as f:
        for line in f:
            if line.strip() and not line.startswith("#"):
                name, value = line.split()[:2]
                colours[name] = value
    return colours


PALETTE = _palette()


def _coloured(name, body):
    """body with every @name of a colour replaced; stops at what may not be in a master"""
    for bad in ("<text", "<image", "nan"):
        if bad in body:
            raise SystemExit("%s: %s in the drawing" % (name, bad))
    unknown = set(re.findall(r"@([a-z0-9-]+)", body)) - set(PALETTE)
    if unknown:
        raise SystemExit("%s: not in palette.txt: %s" % (name, " ".join(sorted(unknown))))
    return re.sub(r"@([a-z0-9-]+)", lambda m: PALETTE[m.group(1)], body)


def _number(hundredths):
    """shortest text of an integer number of hundredths"""
    sign, v = ("-" if hundredths < 0 else ""), abs(hundredths)
    whole, rest = divmod(v, 100)
    text = (".%02d" % rest).rstrip("0") if rest else ""
    return sign + (str(whole) if whole or not text else "") + text


def _join(numbers):
    out = ""
    for n in numbers:
        out += (
            n
            if not out
            or n.startswith("-")
            or (n.startswith(".") and "." in out.rsplit("-", 1)[-1].rsplit(" ", 1)[-1])
            else " " + n
        )
    return out


def _compact(match):
    """path data in relative coordinates; points stay on the same hundredths of a millimetre"""
    data = match.group(1)
    if re.search(r"[^MLCZ0-9.\-\s,e]", data):
        return match.group(0)
    x = y = x0 = y0 = 0
    out = []
    for command, text in re.findall(r"([MLCZ])([^MLCZ]*)", data):
        v = [round(float(n) * 100) for n in re.findall(r"-?[0-9]*\.?[0-9]+", text)]
        if command == "Z":
            out.append("z")
            x, y = x0, y0
        elif command == "M":
            out.append("M" + _join([_number(n) for n in v]))
            x, y = x0, y0 = v
        else:
            step = [n - (y if i % 2 else x) for i, n in enumerate(v)]
            out.append(command.lower() + _join([_number(n) for n in step]))
            x, y = v[-2:]
    return ' d="%s"' % "".join(out)


def _dump(anchors):
    figures = []
    for name in sorted(anchors):
        v = anchors[name]
        if name.startswith("_"):
            figures.append("  %s: %s" % (json.dumps(name), json.dumps(v)))
            continue
        at = ",\n".join(
            "      %s: %s" % (json.dumps(k), json.dumps(v["at"][k])) for k in sorted(v["at"])
        )
        figures.append(
            '  %s: {\n    "size_mm": %s,\n    "at": {\n%s\n    }\n  }'
            % (json.dumps(name), json.dumps(v["size_mm"]), at)
        )
    return "{\n" + ",\n".join(figures) + "\n}\n"


def save(name, body, w, h, at):
    """write NAME.svg and the picture's key of anchors.json; at: name -> (x, y) in mm"""
    body = re.sub(r' d="([^"]*)"', _compact, _coloured(name, body))
    with open(os.path.join(ROOT, name + ".svg"), "w") as f:
        f.write(
            TAG % (w, h, w, h)
            + re.sub(r"<(path|g|mask|clipPath|circle)\b", r"\n<\1", body)
            + "\n</svg>\n"
        )
    anchors = {}
    if os.path.exists(ANCHORS):
        with open(ANCHORS) as f:
            anchors = json.load(f)
    places = {k: [round(float(p[0]) / w, 4), round(float(p[1]) / h, 4)] for k, p in at.items()}
    for k, (x, y) in places.items():
        if not (-0.02 <= x <= 1.02 and -0.02 <= y <= 1.02):
            print("%s: anchor %s lies outside the picture (%.3f, %.3f)" % (name, k, x, y))
    anchors.pop("_format", None)
    anchors["_about"] = ABOUT
    anchors[name] = dict(size_mm=[round(w, 1), round(h, 1)], at=places)
    with open(ANCHORS, "w") as f:
        f.write(_dump(anchors))
    print("%-26s %4d kB  %5.1f x %5.1f mm" % (name, (len(body) + 600) // 1024, w, h), flush=True)
