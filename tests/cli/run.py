#!/usr/bin/env python3
"""The command line as users meet it. Usage: run.py ISNAD [NAME...]; NAME picks tests. Prints "N passed, N failed"."""
import gzip
import json
import os
import re
import select
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, HERE)
import record as public  # noqa: E402

ISNAD = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else "isnad"
EXAMPLES = os.path.join(ROOT, "examples", "reports.jsonl")
RUSSIA = "روسيا"
SENTENCE = "قالت روسيا إن الجيش قصف مواقع في سوريا."
TEXT = "دعت روسيا إلى هدنة في سوريا\nوقال وزير الخارجية الروسي إن بلاده تدعم المحادثات. واتهم مسؤول أمريكي إيران بتهديد العراق.\n"


def run(*args, data=b"", timeout=120, env=None):
    """Runs isnad; returns (exit code, standard output, standard error) with both decoded as UTF-8."""
    if isinstance(data, str):
        data = data.encode()
    done = subprocess.run([ISNAD, *args], input=data, capture_output=True, timeout=timeout, env=env)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def coded(*args, data=b"", code=0, timeout=120):
    status, out, err = run("read", *args, data=data, timeout=timeout)
    assert status == code, f"exit {status}, not {code}: {err}"
    return [json.loads(line) for line in out.splitlines()]


def one(*args, data=b""):
    records = coded(*args, data=data)
    assert len(records) == 1, f"{len(records)} records"
    return records[0]


def line(**fields):
    return json.dumps(fields, ensure_ascii=False) + "\n"


def conforms(record, text=None):
    faults = public.faults(record, text)
    assert not faults, faults[:5]


def mentions(record, text, key):
    return [text[s:e] for entity in record["entities"] if entity["key"] == key for s, e in entity["mentions"]]


def bare(words):
    """Without vowels, bidi controls and presentation forms: what a reader sees."""
    words = unicodedata.normalize("NFKC", words)
    return "".join(c for c in words if unicodedata.category(c) not in ("Mn", "Cf") and c != "\u0640")


def without(record, *keys):
    return {k: v for k, v in record.items() if k not in keys}


def write(path, data):
    with open(path, "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode())
    return path


# The record

def test_record_conforms_to_its_description(tmp):
    reports = [json.loads(x) for x in open(EXAMPLES, encoding="utf-8")]
    records = coded(EXAMPLES)
    assert [r["id"] for r in records] == [r["id"] for r in reports]
    for report, record in zip(reports, records):
        conforms(record, report["title"] + "\n" + report["text"])
        assert record["outlet"] == report["outlet"] and record["published"] == report["published"]


def test_every_example_has_events(tmp):
    assert all(r["events"] and r["entities"] for r in coded(EXAMPLES))


def test_plover_lines(tmp):
    status, out, err = run("read", EXAMPLES, "--to", "plover")
    lines = [json.loads(x) for x in out.splitlines()]
    assert status == 0 and lines, err
    for event in lines:
        assert event["event_type"] in public.TYPES and event["date"] and event["date_from"] in ("text", "published"), event
        assert event["trigger"] and event["trigger"] in event["text"], event
        assert all(p["name"] and p["country"] for p in event["actor"] + event["recipient"]), event


def test_text_is_plain_when_piped(tmp):
    status, out, _ = run("read", EXAMPLES, "--to", "text")
    assert status == 0 and "\x1b[" not in out and "parties" in out


def test_text_has_colour_when_asked(tmp):
    status, out, _ = run("read", EXAMPLES, "--to", "text", "--color", "always")
    assert status == 0 and "\x1b[36m" in out


def test_text_lets_no_escape_sequence_through(tmp):
    status, out, _ = run("read", "--to", "text", "--from", "text", data=SENTENCE + "\x1b]0;owned\x07 \x9b31m")
    assert status == 0 and "\x1b" not in out and "\x07" not in out and "\x9b" not in out


def test_conllu_has_words(tmp):
    status, out, _ = run("read", "--to", "conllu", data=TEXT)
    assert status == 0 and "# text" in out
    rows = [x.split("\t") for x in out.splitlines() if x and not x.startswith("#")]
    assert rows and all(len(r) == 10 for r in rows)


def test_compact_of_a_stage_and_whole(tmp):
    for stage in ("text", "token", "morph", "chunk", "mention", "quote", "event", "context", "whole"):
        assert run("read", "--to", f"compact:{stage}", data=TEXT)[0] == 0
    assert run("read", "--to", "compact", data=TEXT)[1] == run("read", "--to", "compact:whole", data=TEXT)[1] != ""
    assert run("read", "--to", "compact:magic", data=TEXT)[0] == 2


# Input

def test_plain_text_from_a_file_and_from_standard_input(tmp):
    path = write(f"{tmp}/news.item.txt", TEXT)
    record, piped, dash = one(path), one(data=TEXT), one("-", data=TEXT)
    assert record["id"] == "news.item" and piped["id"] == "stdin"
    assert without(record, "id", "events") == without(piped, "id", "events") == without(dash, "id", "events")
    conforms(record, TEXT)
    assert RUSSIA in mentions(record, TEXT, "states:rus")


def test_options_fill_in_what_plain_text_does_not_tell(tmp):
    record = one("--id", "x9", "--outlet", "الميناء", "--published", "2018-08-09", data=TEXT)
    assert (record["id"], record["outlet"], record["published"]) == ("x9", "الميناء", "2018-08-09")


def test_options_yield_to_what_a_line_tells(tmp):
    data = line(id="a", text=TEXT, published="2019-01-01T10:00:00Z") + line(id="b", text=TEXT)
    assert [r["published"] for r in coded("--published", "2018-08-09", data=data)] == ["2019-01-01", "2018-08-09"]


def test_a_day_that_is_none_counts_as_not_told(tmp):
    for day in ("2008-20-16", "2018-02-30", "yesterday", ""):
        assert one(data=line(id="a", text=TEXT, published=day))["published"] is None
        assert one("--published", "2018-08-09", data=line(id="a", text=TEXT, published=day))["published"] == "2018-08-09"


def test_title_is_the_first_line(tmp):
    title, text = "موسكو: هدنة في سوريا", TEXT
    record = one(data=line(id="a", title=title, text=text))
    conforms(record, title + "\n" + text)
    assert record["sentences"][0] == [0, len(title)]
    again = one(data=line(id="a", title=title, text=title + "\n" + text))
    assert again == record


def test_gzip_of_several_members(tmp):
    data = gzip.compress(line(id="a", text=TEXT).encode()) + gzip.compress(line(id="b", text=TEXT).encode()) + b"\0" * 100
    assert [r["id"] for r in coded(write(f"{tmp}/x.jsonl.gz", data))] == ["a", "b"]
    assert [r["id"] for r in coded(data=data)] == ["a", "b"]
    assert one(data=gzip.compress(TEXT.encode()))["sentences"]


def test_broken_gzip_is_told(tmp):
    data = gzip.compress((line(id="a", text=TEXT) * 500).encode())
    for broken in (data[:-20], data[:60] + b"\xff\xff\xff" + data[63:], data + b"junk"):
        status, _, err = run("read", write(f"{tmp}/x.gz", broken))
        assert status == 3 and "x.gz" in err and "gzip" in err, err


def test_form_is_forced(tmp):
    data = line(id="a", text=TEXT)
    assert one("--from", "text", data=data)["id"] == "stdin"
    assert one("--from", "jsonl", data=data)["id"] == "a"
    assert run("read", "--from", "jsonl", data=TEXT)[0] == 3
    assert run("read", "--from", "rtf", data=TEXT)[0] == 2


def test_a_json_array_is_explained(tmp):
    status, out, err = run("read", data="[" + line(id="a", text=TEXT) + "]")
    assert status == 3 and out == "" and "one object a line" in err


def test_bad_lines_are_told_and_the_rest_is_coded(tmp):
    bad = ['{"id": "b1", "text": 5}', '{"id": "b2"}', '{"id": "b3", "text": "x"', '{"text": "a"} {"text": "b"}', "nonsense",
           "[1, 2]", "null", '{"text": "\x01"}']
    lines = [line(id="a", text=TEXT), *(b + "\n" for b in bad), "\n", line(id="z", text=TEXT)]
    path = write(f"{tmp}/bad.jsonl", "".join(lines).encode() + b'{"text": "\xff"}\n')
    status, out, err = run("read", path)
    assert status == 3, (status, err)
    assert [json.loads(x)["id"] for x in out.splitlines()] == ["a", "z"]
    told = re.findall(re.escape(path) + r":(\d+):(\d+): ", err)
    assert [int(n) for n, _ in told] == [*range(2, 2 + len(bad)), len(lines) + 1], err
    assert told[0][1] == "22" and told[-1][1] == "11", told
    assert "9 inputs could not be read" in err


def test_lines_without_an_id_are_numbered(tmp):
    path = write(f"{tmp}/news.jsonl", line(text=TEXT) + "\n" + line(id=17, text=TEXT) + line(id=None, text=TEXT))
    assert [r["id"] for r in coded(path)] == ["news:1", "17", "news:4"]


def test_escapes_in_lines(tmp):
    escaped = json.dumps({"id": "a", "title": None, "text": "😀 " + TEXT, "more": {"text": [1, {"id": 2}]}})
    record = one(data=escaped)
    assert RUSSIA in mentions(record, "😀 " + TEXT, "states:rus")
    for lone in (r"\ud83d", r"\ude00", r"\ud83dx", r"\ud83d\u0627", r"\ude00\ud83d"):
        record = one(data='{"id":"a","text":"' + lone + " " + TEXT.replace("\n", "\\n") + '"}')
        text = re.sub("[\ud800-\udfff]", "\ufffd", json.loads('"' + lone + '"')) + " " + TEXT
        conforms(record, text)
        assert RUSSIA in mentions(record, text, "states:rus")


def test_windows_line_ends_and_byte_order_mark_in_lines(tmp):
    data = "\ufeff" + line(id="a", text=TEXT).replace("}\n", "}\r\n") + line(id="b", text=TEXT).strip()
    assert [r["id"] for r in coded(data=data)] == ["a", "b"]


def test_an_empty_file_gives_no_record(tmp):
    assert coded(data=b"") == [] and coded(write(f"{tmp}/empty.txt", b"")) == []
    assert coded("--from", "jsonl", data=b"") == [] and coded(data=gzip.compress(b"")) == []


def test_white_space_only(tmp):
    record = one(data=" \n\t\n")
    conforms(record, " \n\t\n")
    assert record["sentences"] == [] and record["events"] == []


def test_a_missing_file_is_told_and_the_rest_is_coded(tmp):
    path = write(f"{tmp}/a.txt", TEXT)
    status, out, err = run("read", f"{tmp}/none.txt", path, tmp)
    assert status == 3 and len(out.splitlines()) == 1
    assert "none.txt: cannot open" in err and f"{tmp}: cannot read" in err, err


# Encodings and other real-world bytes

def same_as_utf8(data, how):
    plain, other = one("--from", "text", data=TEXT), one("--from", "text", data=data)
    assert without(plain, "diagnostics") == without(other, "diagnostics")
    assert RUSSIA in mentions(other, TEXT, "states:rus")
    assert any(how in d["code"] for d in other["diagnostics"]), other["diagnostics"]


def test_windows_1256(tmp):
    same_as_utf8(TEXT.encode("cp1256"), "windows-1256")


def test_utf16_both_ways(tmp):
    same_as_utf8(b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16")
    same_as_utf8(b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16")


def test_byte_order_mark(tmp):
    data = b"\xef\xbb\xbf" + TEXT.encode()
    record = one(data=data)
    texts = [t for t in (TEXT, "\ufeff" + TEXT) if RUSSIA in mentions(record, t, "states:rus")]
    assert len(texts) == 1
    conforms(record, texts[0])


def seen(text, expected):
    record = one("--from", "text", data=text)
    conforms(record, text)
    found = [bare(words) for words in mentions(record, text, "states:rus")]
    assert expected in found, found
    return record


def test_presentation_forms(tmp):
    seen("قالت \ufead\ufeee\ufeb3\ufef4\ufe8e إن الهدنة \ufefb تكفي.", RUSSIA)


def test_bidi_controls(tmp):
    seen("\u202bقالت \u200f\u2067روسيا\u2069\u200f إن الهدنة قائمة.\u202c", RUSSIA)
    seen("قالت رو\u200fسيا إن الهدنة قائمة.", RUSSIA)


def test_diacritics_and_tatweel(tmp):
    seen("قَالَتْ رُوسِيَا إِنَّ الهُدْنَةَ قَائِمَةٌ.", RUSSIA)
    seen("قالت روسـيـــا إن الهدنة قائمة.", RUSSIA)


def test_emoji_before_the_words(tmp):
    seen("😀🇷🇺 قالت روسيا إن الهدنة قائمة.", RUSSIA)


def test_unbalanced_quotation_marks(tmp):
    for text in ('قالت روسيا إن "الهدنة قائمة.\nوأضافت أن المحادثات مستمرة.', 'قالت روسيا إن الهدنة" قائمة» و«المحادثات.', '"' * 999 + RUSSIA):
        seen(text, RUSSIA)


def test_binary_noise(tmp):
    for seed in range(6):
        noise = b"".join(__import__("hashlib").sha256(bytes([seed, i])).digest() for i in range(256)) * 2
        status, out, err = run("read", "--from", "text", data=noise)
        assert status == 0, (status, err)
        conforms(json.loads(out))
    status, out, _ = run("read", "--from", "text", data=bytes(range(256)) * 8)
    assert status == 0
    conforms(json.loads(out))


def test_control_characters_and_nul(tmp):
    text = "قالت روسيا\u0000 إن \u0001\u007f\u0085\u2028الهدنة قائمة."
    record = one("--from", "text", data=text)
    conforms(record, text)
    conforms(one(data=line(id="a\u0000\"\\\n", text=text)), text)


def test_a_line_of_20_megabytes(tmp):
    text = (SENTENCE + "\n") * (20_000_000 // len((SENTENCE + "\n").encode()))
    path = write(f"{tmp}/big.jsonl", line(id="big", text=text) + line(id="small", text=TEXT))
    records = coded(path, timeout=300)
    assert [r["id"] for r in records] == ["big", "small"]
    big = records[0]
    assert len(big["sentences"]) == text.count("\n")
    last = [e for e in big["entities"] if e["key"] == "states:rus"][0]["mentions"][-1]
    assert text[last[0]:last[1]] == RUSSIA


def test_a_text_of_20_megabytes_in_one_line(tmp):
    text = (SENTENCE + " ") * (20_000_000 // len((SENTENCE + " ").encode()))
    record = coded(write(f"{tmp}/big.txt", text), timeout=300)[0]
    conforms(record, text)
    found = mentions(record, text, "states:rus")
    assert len(found) == text.count(RUSSIA) and set(found) == {RUSSIA}


def test_a_sentence_without_end(tmp):
    text = " ".join(SENTENCE[:-1] for _ in range(4000))
    conforms(one(data=text), text)


# The machine room

def many(count):
    return "".join(line(id=f"r{i}", text=SENTENCE * (1 + i % 13)) for i in range(count))


def test_order_and_bytes_do_not_depend_on_jobs(tmp):
    path = write(f"{tmp}/many.jsonl", many(300))
    results = [run("read", path, "--jobs", jobs)[1] for jobs in ("1", "4", "8")]
    assert results[0] == results[1] == results[2]
    assert [json.loads(x)["id"] for x in results[0].splitlines()] == [f"r{i}" for i in range(300)]


def peak_memory(path):
    process = subprocess.Popen([ISNAD, "read", path, "--jobs", "2"], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_maxrss


def test_memory_is_flat(tmp):
    small = peak_memory(write(f"{tmp}/small.jsonl", many(1000)))
    large = peak_memory(write(f"{tmp}/large.jsonl", many(10000)))
    assert large < small * 1.1 + 8192, f"{small} kB, then {large} kB"


def test_a_closed_pipe_ends_quietly(tmp):
    path = write(f"{tmp}/many.jsonl", many(3000))
    process = subprocess.Popen([ISNAD, "read", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout.readline()
    process.stdout.close()
    assert process.wait(60) == 0 and process.stderr.read() == b""


def read_line(stream, seconds):
    ready, _, _ = select.select([stream], [], [], seconds)
    assert ready, "no record arrived"
    return stream.readline()


def test_records_come_while_the_input_is_open_and_ctrl_c_ends_cleanly(tmp):
    process = subprocess.Popen([ISNAD, "read", "--jobs", "2"], bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdin.write((line(id="a", text=TEXT) + line(id="b", text=TEXT) + '{"id": "half').encode())
    process.stdin.flush()
    # Both before the signal: whether a report that has not been read yet is in flight would be a matter of luck.
    assert [json.loads(read_line(process.stdout, 30))["id"] for _ in range(2)] == ["a", "b"]
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 130
    assert process.stdout.read() == b""
    assert process.stderr.read() == b""


def test_ctrl_c_in_the_middle_leaves_whole_records(tmp):
    path = write(f"{tmp}/many.jsonl", many(20000))
    with open(f"{tmp}/out", "wb") as out:
        process = subprocess.Popen([ISNAD, "read", path], stdout=out, stderr=subprocess.DEVNULL)
        while os.path.getsize(f"{tmp}/out") == 0 and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
    ids = [json.loads(x)["id"] for x in open(f"{tmp}/out", encoding="utf-8")]
    assert ids == [f"r{i}" for i in range(len(ids))] and len(ids) < 20000


def test_a_full_disk_is_told(tmp):
    if not os.path.exists("/dev/full"):
        return
    status, _, err = run("read", EXAMPLES, "--output", "/dev/full")
    assert status == 5 and "/dev/full" in err and "No space" in err, (status, err)
    with open("/dev/full", "wb") as full:
        done = subprocess.run([ISNAD, "read", EXAMPLES], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 5 and b"<stdout>" in done.stderr
    assert run("read", EXAMPLES, "--output", f"{tmp}/no/such/folder")[0] == 5


def test_output_to_a_file(tmp):
    assert run("read", EXAMPLES, "-o", f"{tmp}/out.jsonl")[:2] == (0, "")
    assert open(f"{tmp}/out.jsonl", encoding="utf-8").read() == run("read", EXAMPLES)[1]
    status, _, err = run("read", f"{tmp}/out.jsonl", "-o", f"{tmp}/out.jsonl")
    assert status == 2 and "overwrite" in err and os.path.getsize(f"{tmp}/out.jsonl") > 0


def test_no_progress_line_without_a_terminal(tmp):
    assert run("read", EXAMPLES)[2] == ""


def test_off_skips_a_stage(tmp):
    assert all(r["events"] == [] for r in coded(EXAMPLES, "--off", "event"))
    assert all(r["statements"] == [] for r in coded("--off", "event", "--off", "quote", EXAMPLES))
    assert run("read", EXAMPLES, "--off", "magic")[0] == 2


def test_verifiers_find_nothing(tmp):
    for record in coded("--verify", EXAMPLES):
        assert not [d for d in record["diagnostics"] if d["code"].startswith("broken")], record["diagnostics"]


# Lexicon

BODIES = "id\tkind\tcountry\tsector\tname\tvariants\twikidata\n"


def overlay(tmp, rows):
    os.makedirs(f"{tmp}/rows/entities", exist_ok=True)
    write(f"{tmp}/rows/entities/bodies.tsv", BODIES + rows)
    return f"{tmp}/rows"


def test_overlay_adds_an_actor_without_rebuilding(tmp):
    rows = overlay(tmp, "test_dawn\tgroup\tLBY\tREB\tكتائب الفجر المتخيل\t\t\n")
    text = "أعلنت كتائب الفجر المتخيل رفضها الهدنة في ليبيا."
    with_rows, plain = one("--lexicon", rows, data=text), one(data=text)
    found = [e for e in with_rows["entities"] if e["key"] == "bodies:test_dawn"]
    assert found and found[0]["country"] == "LBY" and found[0]["sector"][:1] == ["REB"], with_rows["entities"]
    assert text[slice(*found[0]["mentions"][0])] == "كتائب الفجر المتخيل"
    assert not [e for e in plain["entities"] if e["key"] == "bodies:test_dawn"] and plain["lexicon"] != with_rows["lexicon"]


def test_faulty_overlay_is_refused(tmp):
    rows = overlay(tmp, "test_dawn\tclub\tLBY\tREB\tكتائب الفجر\t\t\n")
    status, out, err = run("read", "--lexicon", rows, data=TEXT)
    assert status == 4 and out == "" and "bodies.tsv:2:2: " in err, err
    assert run("read", "--lexicon", f"{tmp}/none", data=TEXT)[0] == 4


def test_lexicon_check(tmp):
    base = f"{ROOT}/lexicon"
    assert run("lexicon", "check", base, overlay(tmp, "test_dawn\tgroup\tLBY\tREB\tكتائب الفجر\t\t\n"))[:2] == (0, "")
    status, out, _ = run("lexicon", "check", base, overlay(tmp, "test_dawn\tclub\tLBY\tREB\tكتائب الفجر\t\t\nBad Id\tgroup\tLBY\tREB\tاسم\t\t\n"))
    assert status == 4 and re.search(r"bodies\.tsv:2:2: ", out) and re.search(r"bodies\.tsv:3:1: ", out), out
    assert run("lexicon", "check", f"{tmp}/none")[0] == 3
    assert run("lexicon", "check")[0] == 2


def test_lexicon_show(tmp):
    status, out, _ = run("lexicon", "show", "states:rus")
    assert status == 0 and "states:rus" in out and "states.tsv:" in out and RUSSIA in out
    status, out, _ = run("lexicon", "show", RUSSIA)
    assert status == 0 and "states:rus" in out
    assert run("lexicon", "show", "states:nowhere")[0] == 2


def test_image_is_found_or_asked_for(tmp):
    status, _, err = run("read", "--lexicon-image", f"{tmp}/none.isnad", data=TEXT)
    assert status == 4 and "none.isnad" in err
    write(f"{tmp}/bad.isnad", b"no image" * 100)
    assert run("read", "--lexicon-image", f"{tmp}/bad.isnad", data=TEXT)[0] == 4
    assert run("read", data=TEXT, env={**os.environ, "ISNAD_LEXICON": f"{tmp}/bad.isnad"})[0] == 4


# Explaining and helping

def test_explain_names_the_rows(tmp):
    status, out, err = run("explain", "-", data=TEXT)
    assert status == 0, err
    assert "morph" in out and "mention" in out and "states:rus" in out and "states.tsv:" in out
    status, out, _ = run("explain", "-", "--sentence", "0", data=TEXT)
    assert status == 0 and "[0]" in out and "[1]" not in out
    status, out, _ = run("explain", EXAMPLES, "--report", "ex-2")
    assert status == 0 and "== ex-2" in out and "== ex-1" not in out
    assert run("explain", EXAMPLES, "--report", "none")[0] == 3


def test_version_tells_engine_and_lexicon(tmp):
    status, out, _ = run("version")
    assert status == 0 and re.search(r"^isnad +\d+\.\d+\.\d+$", out, re.M) and re.search(r"^lexicon +[0-9a-f]{16}$", out, re.M)
    assert re.search(r"^icu ", out, re.M) and re.search(r"^rows +events +\d+$", out, re.M)
    assert run("--version")[0] == 0


def test_help_has_examples(tmp):
    for command in ([], ["read"], ["explain"], ["eval"], ["lexicon"], ["lexicon", "check"], ["lexicon", "show"], ["version"]):
        status, out, _ = run(*command, "--help")
        assert status == 0 and "Example" in out and "isnad" in out, command


def test_usage_errors(tmp):
    for args in ([], ["fly"], ["read", "--nothing"], ["read", "--to", "pdf"], ["read", "--published", "2018-02-30"],
                 ["read", "--published", "yesterday"], ["read", "--jobs", "0"], ["read", "--id", "x", EXAMPLES, EXAMPLES], ["explain"]):
        status, out, err = run(*args, data=TEXT)
        assert status == 2 and out == "" and err, (args, status, out)


def test_completions_name_every_command(tmp):
    for shell in ("bash", "zsh", "fish"):
        text = open(f"{ROOT}/completions/isnad.{shell}", encoding="utf-8").read()
        for word in ("read", "explain", "eval", "lexicon", "version", "published", "lexicon-image"):
            assert word in text, (shell, word)
    assert subprocess.run(["bash", "-n", f"{ROOT}/completions/isnad.bash"]).returncode == 0


def main():
    wanted = sys.argv[2:]
    tests = [(n, f) for n, f in globals().items() if n.startswith("test_") and (not wanted or any(w in n for w in wanted))]
    failed = 0
    for name, test in tests:
        with tempfile.TemporaryDirectory() as tmp:
            try:
                test(tmp)
            except Exception:  # an unexpected answer of the program is a failure like any other
                failed += 1
                print(f"FAILED {name}\n{traceback.format_exc(limit=-2)}", flush=True)
    print(f"{len(tests) - failed} passed, {failed} failed")
    return 1 if failed or not tests else 0


if __name__ == "__main__":
    sys.exit(main())
