#!/usr/bin/env python3
"""two_builds.py BUILD OTHER FILE...: two builds of one tree (other flags, other folder) made the same lexicon and code FILEs to the same bytes."""
import subprocess
import sys

FORMS = ("json", "plover", "conllu", "compact", "text")


def content(path):
    with open(path, "rb") as file:
        return file.read()


def coded(build, form, jobs, files):
    return subprocess.run([f"{build}/bin/isnad", "read", "--jobs", jobs, "--to", form, *files], capture_output=True, check=True).stdout


def main():
    one, other, *files = sys.argv[1:]
    faults = [name for name in ("morphology.bin", "share/isnad/lexicon.isnad") if content(f"{one}/{name}") != content(f"{other}/{name}")]
    for form in FORMS:
        first = coded(one, form, "1", files)
        if not first or first != coded(other, form, "8", files):
            faults.append(f"records as {form}")
    print("\n".join(f"{one} and {other} differ: {fault}" for fault in faults) or f"{one} and {other} give the same bytes")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
