#!/usr/bin/env python3
"""check.py ROOT: the rules of the house that a program can check. Prints every breach as file:line: message; exit code 1 when there is one."""
import re
import sys
from pathlib import Path

STAGES = {"text", "token", "morph", "chunk", "mention", "quote", "event"}
# What a folder of src may include besides isnad/*.h, stage.h and itself.
MAY = {"base": set(), "lexicon": {"base"}, "export": {"base"}, "input": {"base"}, "eval": {"base", "export", "input"}, "pipeline": {"base"}, "clause": {"base"},
       **{stage: {"base"} for stage in STAGES}}
MAY["quote"].add("clause")
MAY["event"].add("clause")
MAY_STAGE_H = STAGES | {"pipeline"}
ARABIC = re.compile("[\u0600-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFC]")
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
FORBIDDEN = re.compile(r"\b(?:std::)?(?:cout|cerr|clog)\b|\b(?:std::)?(?:printf|fprintf|vprintf|puts|fputs|putchar|perror|exit|_exit|quick_exit|abort)\s*\(|\bassert\s*\(")
LONGEST = 800
GENERATED: set[str] = set()

breaches = []


def breach(path, line, message):
    breaches.append(f"{path.relative_to(root)}:{line}: {message}")


def code_lines(path):
    """Lines without // comments, which may show an example; string literals stay."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        yield number, re.sub(r"(^|\s)//.*$", "", line)


def check_includes(path, folder):
    may = MAY.get(folder)
    if may is None:
        breach(path, 1, f"src/{folder} is not known to tests/architecture/check.py: say there what it may include")
        return
    for number, line in code_lines(path):
        found = INCLUDE.match(line)
        if not found:
            continue
        target = found.group(1)
        head = target.split("/")[0]
        if head in ("isnad", folder) and "/" in target or head in may and "/" in target:
            continue
        if target == "stage.h" and folder in MAY_STAGE_H:
            continue
        breach(path, number, f"src/{folder} must not include {target}")


def check_headers():
    for path in sorted((root / "include/isnad").glob("*.h")):
        for number, line in code_lines(path):
            found = INCLUDE.match(line)
            if found and not found.group(1).startswith("isnad/"):
                breach(path, number, "a public header includes only public headers")


def check_quiet(path):
    for number, line in code_lines(path):
        found = FORBIDDEN.search(line)
        if found:
            breach(path, number, f"the library never prints, exits or aborts: {found.group(0).strip()}")


def check_no_arabic(path):
    for number, line in code_lines(path):
        if ARABIC.search(line):
            breach(path, number, "language is data: no Arabic letter in code, a row in lexicon/ or a name in base/letters.h")


def check_length(path):
    lines = len(path.read_text(encoding="utf-8").splitlines())
    if lines > LONGEST and str(path.relative_to(root)) not in GENERATED:
        breach(path, lines, f"{lines} lines: {LONGEST} are allowed")


root = Path(sys.argv[1]).resolve()
sources = [p for pattern in ("*.cc", "*.h") for top in ("src", "include", "apps", "tools") for p in sorted((root / top).rglob(pattern))]
for source in sources:
    test = source.name.endswith("_test.cc")
    parts = source.relative_to(root).parts
    check_length(source)
    if parts[0] == "src" and len(parts) > 2 and not test:
        check_includes(source, parts[1])
    if parts[0] in ("src", "include") and not test:
        check_quiet(source)
    if not test:
        check_no_arabic(source)
for extra in ("tests", "fuzz", "bench", "eval"):
    for pattern in ("*.cc", "*.h", "*.py"):
        for source in sorted((root / extra).rglob(pattern)):
            check_length(source)
check_headers()
print("\n".join(breaches) or f"{len(sources)} files keep the rules")
sys.exit(1 if breaches else 0)
