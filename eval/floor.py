#!/usr/bin/env python3
"""floor.py ISNAD GOLD FLOOR.json [--raise]: codes the gold reports with the program ISNAD, prints the figures of GOLD/score.py and fails when
one of them is below its floor. --raise lifts the floors to what was reached (never lowers one).

FLOOR.json: {"figure": least value}; a figure is a name of `score.py --json`, as "dyad" (its F1), "mention" (recall), "via" (accuracy) or "dyad.p" (a part of it)."""
import json
import subprocess
import sys
import tempfile
from pathlib import Path


def coded(program, gold, folder):
    reports = folder / "reports.jsonl"
    with open(gold / "dev.jsonl", encoding="utf-8") as lines, open(reports, "w", encoding="utf-8") as out:
        for line in lines:
            report = json.loads(line)
            fields = {key: report[key] for key in ("id", "outlet", "published", "text") if report.get(key)}
            out.write(json.dumps(fields, ensure_ascii=False) + "\n")
    result = folder / "coded.jsonl"
    with open(result, "wb") as out:
        subprocess.run([program, "read", "--from", "jsonl", "--to", "json", reports], stdout=out, check=True)
    return result


def figure(figures, name):
    value = figures
    for part in name.split("."):
        value = value[part]
    if isinstance(value, dict):
        value = next(value[key] for key in ("f1", "recall", "accuracy") if key in value)
    return value or 0.0


def main(program, gold, floor_path, lift):
    gold, floor_path = Path(gold), Path(floor_path)
    with tempfile.TemporaryDirectory() as folder:
        out = subprocess.run([sys.executable, gold / "score.py", gold / "dev.jsonl", coded(program, gold, Path(folder)), "--json"],
                             stdout=subprocess.PIPE, check=True, text=True).stdout
    figures = json.loads(out)
    floor = json.loads(floor_path.read_text())
    below = 0
    for name, least in floor.items():
        value = figure(figures, name)
        below += value < least
        print(f"{name:12} {value:.4f}  floor {least:.4f}{'  BELOW' if value < least else ''}")
        if lift:
            floor[name] = max(least, int(value * 1000) / 1000)
    if lift:
        floor_path.write_text(json.dumps(floor, indent=2) + "\n")
    return 1 if below and not lift else 0


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "--raise"]
    if len(words) != 3:
        sys.exit(__doc__)
    sys.exit(main(*words, lift="--raise" in sys.argv))
