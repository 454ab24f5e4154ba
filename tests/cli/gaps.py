#!/usr/bin/env python3
"""`isnad lexicon gaps`. Usage: gaps.py ISNAD. Prints "N passed, N failed". Names and words of the sentences are made up, so that no row
will ever know them."""
import json
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

ISNAD = Path(sys.argv[1]).resolve()
HEADER = ["class", "count", "reports", "word", "example", "report"]
TITLED = "قال وزير الخارجية الفرنسي جوغران بلاموس إن بلاده تدعم المحادثات."
NAMED = "وقعت اشتباكات عنيفة قرب بلدة زقربوط أمس."
CONTROL = "قالت روسيا إن الجيش قصف مواقع في سوريا."


def run(*args, data=b""):
    done = subprocess.run([ISNAD, "lexicon", "gaps", *map(str, args)], input=data, capture_output=True, timeout=120)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def lines(*texts):
    return "".join(json.dumps({"id": f"r{n}", "text": text}, ensure_ascii=False) + "\n" for n, text in enumerate(texts)).encode()


def gaps(*args, data=b""):
    status, out, err = run(*args, data=data)
    assert status == 0, err
    head, *rows = [line.split("\t") for line in out.splitlines()]
    assert head == HEADER and all(len(row) == len(HEADER) for row in rows), out
    return [dict(zip(HEADER, row)) for row in rows]


def words(rows, kind):
    return [row["word"] for row in rows if row["class"] == kind]


def test_a_name_behind_a_role(tmp):
    rows = gaps(data=lines(CONTROL, TITLED, TITLED + "\n" + TITLED))
    person = [row for row in rows if row["class"] == "person"]
    assert [(p["word"], p["count"], p["reports"], p["report"]) for p in person] == [("جوغران بلاموس", "3", "2", "r1")], rows
    assert person[0]["word"] in person[0]["example"] and len(person[0]["example"].split()) <= 12


def test_a_name_in_no_mention(tmp):
    assert "زقربوط" in words(gaps(data=lines(NAMED)), "name")


def test_a_known_sentence_has_no_gap(tmp):
    assert gaps(data=lines(CONTROL)) == []


def test_a_row_closes_the_gap(tmp):
    (tmp / "rows/entities").mkdir(parents=True)
    (tmp / "rows/entities/people.tsv").write_text(
        "id\tcountry\tsector\tname\tvariants\toffices\twikidata\ntest_one\tFRA\tGOV\tجوغران بلاموس\t\t\t\n", encoding="utf-8")
    data = lines(TITLED)
    assert words(gaps(data=data), "person") and not words(gaps("--lexicon", tmp / "rows", data=data), "person")


def test_most_reports_come_first_and_top_cuts(tmp):
    data = lines(NAMED + "\n" + NAMED + "\n" + NAMED, NAMED.replace("زقربوط", "شمطروق"), NAMED.replace("زقربوط", "شمطروق"))
    names = [(row["word"], row["count"], row["reports"]) for row in gaps(data=data) if row["class"] == "name"]
    assert names == [("شمطروق", "2", "2"), ("زقربوط", "3", "1")], names
    assert words(gaps("--top", 1, data=data), "name") == ["شمطروق"]


def test_jobs_change_nothing(tmp):
    path = tmp / "many.jsonl"
    path.write_bytes(lines(*[TITLED, NAMED, CONTROL, TITLED + " " + NAMED] * 50))
    assert run(path, "--jobs", 1) == run(path, "--jobs", 4) == run("--from", "jsonl", "--tsv", path)


def test_faults_and_usage(tmp):
    status, out, err = run(data=lines(TITLED) + b"{\n" + lines(TITLED))
    assert status == 3 and "<stdin>:2" in err and "\t2\t2\t" in out, (status, out, err)
    assert run(tmp / "none.txt")[0] == 3 and run("--top", 0)[0] == 2 and run("--from", "magic", data=b"")[0] == 2


def main():
    failed = 0
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
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
