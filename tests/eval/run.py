#!/usr/bin/env python3
"""`isnad eval`. Usage: run.py ISNAD [GOLD_FOLDER]. Prints "N passed, N failed".

The gold here is what the program itself reads in our own sentences (then every figure is 1), changed by known steps: so that no figure
hangs on how well the program reads. Where GOLD_FOLDER has a score.py and a dev.jsonl, all figures and misses are compared with its own."""
import copy
import gzip
import json
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

ISNAD = Path(sys.argv[1]).resolve()
GOLD_FOLDER = Path(sys.argv[2]) if len(sys.argv) > 2 else Path("nowhere")
TEXTS = [
    "قال وزير الخارجية الروسي إن بلاده تدعم المحادثات.\nواتهم مسؤول أمريكي إيران بتهديد العراق.",
    "نقلت وكالة رويترز عن متحدث باسم الجيش اليمني أن المتمردين الحوثيين شنوا أمس هجوما على القوات الحكومية في مأرب.",
    "دعت روسيا إلى هدنة في سوريا. وأدانت فرنسا قصف القوات السورية للمدينة.",
]


def run(*args, data=b""):
    done = subprocess.run([ISNAD, *map(str, args)], input=data, capture_output=True, timeout=300)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def read(reports):
    keys = ("id", "outlet", "published", "text")
    lines = "".join(json.dumps({k: r[k] for k in keys if r.get(k)}, ensure_ascii=False) + "\n" for r in reports)
    status, out, err = run("read", "--from", "jsonl", data=lines.encode())
    assert status == 0, err
    return [json.loads(line) for line in out.splitlines()]


def gold_of(text, record):
    """What the program read, in the form of the gold set."""
    words = lambda span: text[span[0]:span[1]]
    return {
        "id": record["id"], "published": "2021-03-15", "text": text, "sentences": record["sentences"],
        "entities": {e["id"]: {"names": [e["name"]], "kind": e["kind"], "country": e["country"], "sector": e["sector"], "mentions": e["mentions"]}
                     for e in record["entities"]},
        "statements": [{"id": s["id"], "sentence": 0, "speaker": s["speaker"], "via": s["via"], "cue": words(s["cue"]), "cue_span": s["cue"],
                        "content": s["content"]} for s in record["statements"]],
        "events": [{**{k: e[k] for k in ("event", "mode", "actor", "recipient", "sentence", "status", "date", "dead", "injured", "statement")},
                    "trigger": words(e["trigger"]), "trigger_span": e["trigger"], "place": (e["place"] or {}).get("name")}
                   for e in record["events"]],
        "ties": [{k: t[k] for k in ("type", "from", "to")} for t in record["ties"]],
    }


def own_gold():
    reports = [{"id": f"r{n}", "published": "2021-03-15", "text": text} for n, text in enumerate(TEXTS)]
    return [gold_of(r["text"], record) for r, record in zip(reports, read(reports))]


def written(tmp, gold, name="gold.jsonl"):
    path = tmp / name
    path.write_text("".join(json.dumps(g, ensure_ascii=False) + "\n" for g in gold), encoding="utf-8")
    return path


def figures(path, *args):
    status, out, err = run("eval", path, "--json", *args)
    assert status == 0, err
    return json.loads(out)


def prf(right, coded, gold):
    p, r = right / coded if coded else 0.0, right / gold if gold else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0, "tp": right, "pred": coded, "gold": gold}


def pairs(events):
    return sum(max(1, len(e["actor"])) * max(1, len(e["recipient"])) for e in events)


def all_of(gold, layer):
    return [item for g in gold for item in g[layer]]


def test_what_it_reads_itself_is_all_right(tmp):
    gold = own_gold()
    f = figures(written(tmp, gold))
    events, said = all_of(gold, "events"), all_of(gold, "statements")
    mentions = sum(len(e["mentions"]) for g in gold for e in g["entities"].values())
    assert len(events) >= 3 and len(said) >= 2, "the sentences are meant to hold some"
    assert f["reports"] == len(TEXTS)
    assert f["detect"] == prf(len(events), len(events), len(events))
    assert f["dyad"] == prf(pairs(events), pairs(events), pairs(events))
    assert f["statement"] == f["speaker"] == prf(len(said), len(said), len(said))
    assert f["status"] == f["attribution"] == {"accuracy": 1.0, "of": len(events)}
    assert f["mention"] == {"recall": 1.0, "of": mentions} and f["b3"] == {"f1": 1.0}
    assert f["via"] == {"accuracy": 1.0, "of": sum(bool(s["via"]) for s in said)}
    assert f["tie"]["tp"] == f["tie"]["gold"] == len(all_of(gold, "ties"))


def test_an_event_that_the_gold_has_not_is_false(tmp):
    gold = own_gold()
    count, dyads = len(all_of(gold, "events")), pairs(all_of(gold, "events"))
    gone = gold[1]["events"].pop()
    f = figures(written(tmp, gold))
    assert f["detect"] == prf(count - 1, count, count - 1)
    assert f["dyad"] == prf(dyads - pairs([gone]), dyads, dyads - pairs([gone]))
    assert f["by_type"][gone["event"]]["pred"] == f["by_type"][gone["event"]]["gold"] + 1


def test_wrong_details_are_counted(tmp):
    gold = own_gold()
    events = all_of(gold, "events")
    events[0]["status"] = "negated" if events[0]["status"] != "negated" else "actual"
    events[0]["dead"], events[0]["injured"] = 12345, 54321
    f = figures(written(tmp, gold))
    assert f["status"] == {"accuracy": round((len(events) - 1) / len(events), 4), "of": len(events)}
    assert f["toll"]["of"] >= 2 and f["toll"]["accuracy"] == round((f["toll"]["of"] - 2) / f["toll"]["of"], 4)


def test_diff_lists_what_is_missed(tmp):
    gold = own_gold()
    gold[0]["events"].append({**copy.deepcopy(gold[0]["events"][0]), "event": "PROTEST", "trigger": "تظاهر"})
    path = written(tmp, gold)
    status, out, _ = run("eval", path, "--diff")
    assert status == 0 and "== r0\n" in out and "MISSED PROTEST «تظاهر»" in out and "== r2" in out and "precision" in out
    status, out, _ = run("eval", path, "--diff", "r0")
    assert status == 0 and "MISSED PROTEST" in out and "== r2" not in out and "1 report\n" in out
    f = figures(path, "--diff")
    assert [m["id"] for m in f["misses"]] == ["r0", "r1", "r2"] and len(f["misses"][0]["lines"]) == 1
    assert run("eval", path, "--diff", "nobody")[0] == 3


def test_jobs_and_gzip_change_nothing(tmp):
    gold = own_gold()
    path = written(tmp, gold)
    (tmp / "gold.jsonl.gz").write_bytes(gzip.compress(path.read_bytes()))
    one = figures(path, "--jobs", "1")
    assert one == figures(path, "--jobs", "4") == figures(tmp / "gold.jsonl.gz")


def test_faults_are_told_with_their_place(tmp):
    gold = own_gold()
    gold[1]["events"][0]["actor"] = ["E99"]
    path = written(tmp, gold)
    with open(path, "a", encoding="utf-8") as file:
        file.write('{"id": "x", "text": "y"}\n{"id": \n')
    status, out, err = run("eval", path)
    lines = err.splitlines()
    assert status == 3 and out == "" and len(lines) == 3, (status, out, err)
    assert lines[0].startswith(f"isnad: {path}:2:") and "E99" in lines[0]
    column = int(lines[0].split(":")[3])
    assert path.read_bytes().splitlines()[1][column - 1:].startswith(b'"E99"')
    assert lines[1].startswith(f"isnad: {path}:4:1: ") and lines[2].startswith(f"isnad: {path}:5:")


def test_no_file_and_usage(tmp):
    status, out, err = run("eval", tmp / "none.jsonl")
    assert status == 3 and out == "" and "none.jsonl" in err
    assert run("eval")[0] == 2 and run("eval", "x", "--jobs", "0")[0] == 2
    assert run("eval", "x", "--lexicon-image", tmp / "none")[0] == 4


def test_the_scorer_of_the_gold_set_says_the_same(tmp):
    score, gold = GOLD_FOLDER / "score.py", GOLD_FOLDER / "dev.jsonl"
    if not score.exists() or not gold.exists():
        print(f"no gold set in {GOLD_FOLDER}: not compared")
        return
    reports = [json.loads(line) for line in open(gold, encoding="utf-8")]
    coded = tmp / "coded.jsonl"
    coded.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in read(reports)), encoding="utf-8")
    theirs = subprocess.run([sys.executable, score, gold, coded, "--json"], capture_output=True, check=True, text=True).stdout
    assert figures(gold) == json.loads(theirs)
    theirs = subprocess.run([sys.executable, score, gold, coded, "--diff"], capture_output=True, check=True, text=True).stdout
    ours = run("eval", gold, "--diff")[1]
    lines = lambda text: [line for line in text.splitlines() if line.startswith(("==", "  ["))]
    assert lines(ours) == lines(theirs)


def main():
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
    failed = 0
    for name, test in tests:
        with tempfile.TemporaryDirectory() as tmp:
            try:
                test(Path(tmp))
            except Exception:  # an unexpected answer of the program is a failure like any other
                failed += 1
                print(f"FAILED {name}\n{traceback.format_exc(limit=-2)}", flush=True)
    print(f"{len(tests) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
