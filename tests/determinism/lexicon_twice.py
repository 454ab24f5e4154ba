#!/usr/bin/env python3
"""lexicon_twice.py MORPHC LEXICONC HUNSPELL_AR LEXICON IMAGE: the morphology and the image do not depend on where they are made.
Both are compiled from copies of LEXICON in two folders of unlike names, and must be byte for byte the same, and IMAGE, the build's own."""
import os
import shutil
import subprocess
import sys
import tempfile


def compiled(folder, morphc, lexiconc, hunspell, lexicon):
    """Compiles in `folder`, once by relative paths; returns the bytes of both files."""
    os.makedirs(folder)
    shutil.copytree(lexicon, f"{folder}/lexicon")
    subprocess.run([morphc, "morphology.bin", f"{hunspell}.aff", f"{hunspell}.dic", "lexicon/ar"], cwd=folder, check=True)
    image = f"{folder}/out.isnad"
    subprocess.run([lexiconc, image, "--morphology", f"{folder}/morphology.bin", f"{folder}/lexicon"], check=True)
    return [open(path, "rb").read() for path in (f"{folder}/morphology.bin", image)]


def main():
    *tools, own = [os.path.abspath(x) for x in sys.argv[1:]]
    with tempfile.TemporaryDirectory() as tmp:
        first = compiled(f"{tmp}/a", *tools)
        second = compiled(f"{tmp}/a much longer name/of/a folder", *tools)
    faults = [f"{name}: {len(a)} and {len(b)} bytes, not the same" for name, a, b in zip(("morphology", "image"), first, second) if a != b]
    if first[1] != open(own, "rb").read():
        faults.append(f"{own}: not what the same rows give elsewhere")
    print("\n".join(faults) or "the same bytes twice")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
