"""What scripts/office and scripts/converters have in common: made-up reports that other programs convert, and a count
of the figures that come back.
"""

import collections
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The sheet of statistics calls a stroke what the form leaves empty.
NOTHING = {"blank", "na"}


def shell(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def build() -> tuple[str, str]:
    """The programs that read reports and that make them up."""
    flags = ["--traits", "Office,OpenSSL,Poppler", "-c", "release"]
    for product in ("analytics", "specimens"):
        subprocess.run(["swift", "build", *flags, "--product", product], check=True, cwd=ROOT, stdout=sys.stderr)
    folder = Path(shell("swift", "build", *flags, "--show-bin-path").strip())
    return str(folder / "analytics"), str(folder / "specimens")


def cleared(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def made(folder: Path, count: int, specimens: str, layout: str) -> Iterator[Path]:
    """Reports in a layout, half of them with blanks; beside each lie the figures that it prints."""
    for seed, blanks in ((1, "0"), (1000, "0.4")):
        shell(
            specimens, str(folder), "--layout", layout, "--count", str(count), "--seed", str(seed), "--blanks", blanks
        )
    yield from sorted(path for path in folder.iterdir() if path.suffix != ".json")


def pages(folder: Path, count: int, specimens: str, layout: str = "page") -> list[Path]:
    """Reports as web pages in UTF-8."""
    found = []
    for page in made(folder, count, specimens, layout):
        text = plain(page.read_bytes())
        if text is None:
            page.unlink()
            continue
        page.write_text(re.sub(r'charset="?[\w-]+"?', 'charset="utf-8"', text))
        found.append(page)
    return found


def plain(page: bytes) -> str | None:
    """A page's text, whatever it is encoded in."""
    for encoding in ("utf-8-sig", "gb18030", "big5", "utf-16", "utf-16-be"):
        try:
            text = page.decode(encoding)
        except UnicodeError:
            continue
        if "年政府信息公" in text:
            return text
    return None


class Scores:
    """How many cells of each form came back through one converter."""

    def __init__(self, analytics: str, converter: str) -> None:
        self.analytics = analytics
        self.converter = converter
        self.totals: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)

    def add(self, file: Path, original: Path) -> None:
        gold = json.loads(original.with_suffix(".gold.json").read_text())
        counts = self.totals[gold["edition"]]
        answer = subprocess.run([self.analytics, "inspect", str(file), "--json"], capture_output=True, text=True)
        reports = json.loads(answer.stdout)
        report = reports[0] if isinstance(reports, list) else reports
        if "cells" not in report:
            counts["refused"] += 1
            return
        cells = {cell["code"]: cell for cell in report["cells"]}
        for code, printed in gold["cells"].items():
            cell = cells.get(code, {})
            value = cell.get("value")
            is_blank = cell.get("state") in NOTHING
            if is_blank if printed is None else value == printed:
                counts["right"] += 1
            elif value is None and not is_blank:
                counts["marked"] += 1
            else:
                counts["wrong"] += 1
                print(f"  {self.converter}/{file.name}: {code} is {value} and was printed {printed}")

    def show(self) -> bool:
        """Prints a line for each form; whether no figure was wrong."""
        for edition, counts in sorted(self.totals.items()):
            words = ", ".join(f"{counts[name]} {name}" for name in ("right", "marked", "refused", "wrong"))
            print(f"{self.converter} {edition}: {words}", flush=True)
        return all(counts["wrong"] == 0 for counts in self.totals.values())
