#!/usr/bin/env python3
"""Draws docs/pictures/twins.svg from two runs, with nothing but Python.

    ./crease train configs/quickstart.yaml            --set 'checkpoints.geometric={first: 1, ratio: 2}'
    ./crease train configs/quickstart-continuous.yaml --set 'checkpoints.geometric={first: 1, ratio: 2}'
    python3 docs/pictures/twins.py runs/quickstart runs/quickstart-continuous > docs/pictures/twins.svg
"""
import json
import math
import sys

LAYERS = [("dense-1", "#0072b2"), ("dense-2", "#d55e00"), ("dense-3", "#009e73"), ("output", "#cc79a7")]
ROWS = [("rank_mean", "mean rank of the map"), ("h0_count", "clusters that stand out")]
WIDTH, HEIGHT, LEFT, TOP, GAP_X, GAP_Y, W, H = 840, 580, 52, 104, 62, 58, 350, 180


def findings(run):
    found = {}
    with open(f"{run}/findings.jsonl") as lines:
        for line in lines:
            entry = json.loads(line)
            for key, value in entry["summary"].items():
                found.setdefault((key, entry["layer"]), []).append((entry["step"], value))
    return found


def x(step, last):
    return W * math.log2(1 + step) / math.log2(1 + last)


def panel(out, left, top, found, key, limit, last, title):
    out.append(f'<g transform="translate({left},{top})">')
    out.append(f'<rect width="{W}" height="{H}" class="frame"/>')
    out.append(f'<text x="0" y="-10" class="title">{title}</text>')
    for i in range(5):
        value = limit * i / 4
        y = H - H * i / 4
        out.append(f'<line x1="0" x2="{W}" y1="{y}" y2="{y}" class="grid"/>')
        out.append(f'<text x="-8" y="{y + 4}" class="tick" text-anchor="end">{value:g}</text>')
    for step in [0, 1, 4, 16, 64, 256, last]:
        out.append(f'<text x="{x(step, last):.1f}" y="{H + 18}" class="tick" text-anchor="middle">{step}</text>')
    for layer, colour in LAYERS:
        points = [(x(s, last), H - H * v / limit) for s, v in sorted(found[key, layer])]
        path = " ".join(f"{px:.1f},{py:.1f}" for px, py in points)
        out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2.2"/>')
        out += [f'<circle cx="{px:.1f}" cy="{py:.1f}" r="2.6" fill="{colour}"/>' for px, py in points]
    out.append("</g>")


def main(discontinuous, continuous):
    runs = [("discontinuous: which of ten garments?", findings(discontinuous)),
            ("continuous twin: how bright is it?", findings(continuous))]
    last = max(step for _, found in runs for values in found.values() for step, _ in values)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif">',
           "<style>.frame{fill:none;stroke:#999}.grid{stroke:#999;stroke-opacity:.25}.tick{font-size:11px;fill:#666}"
           ".title{font-size:13px;font-weight:600;fill:#333}.head{font-size:15px;fill:#333}</style>",
           f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>']
    for i, (layer, colour) in enumerate(LAYERS):
        out.append(f'<circle cx="{LEFT + 6 + 110 * i}" cy="24" r="5" fill="{colour}"/>')
        out.append(f'<text x="{LEFT + 16 + 110 * i}" y="29" class="head">{layer}</text>')
    out.append(f'<text x="{WIDTH - 12}" y="29" class="tick" text-anchor="end">horizontally: steps of training, on a logarithmic scale</text>')
    for column, (title, _) in enumerate(runs):
        out.append(f'<text x="{LEFT + column * (W + GAP_X)}" y="66" class="head" font-weight="600">{title}</text>')
    for row, (key, name) in enumerate(ROWS):
        highest = max(v for _, found in runs for layer, _ in LAYERS for _, v in found[key, layer])
        limit = 40 * math.ceil(highest / 40)
        for column, (title, found) in enumerate(runs):
            panel(out, LEFT + column * (W + GAP_X), TOP + row * (H + GAP_Y), found, key, limit, last, name)
    out.append("</svg>")
    print("\n".join(out))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
