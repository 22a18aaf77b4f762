"""The project's metrics as engines other than SQLite run them: the same `.sql` files, summed by year."""

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Callable

FOLDER = Path(__file__).resolve().parents[2] / "Sources" / "Measuring" / "Metrics"


@dataclass
class Metric:
    """A metric's question: a row a report."""

    name: str
    text: str


METRICS = [
    Metric(path.parent.name, path.read_text().strip().rstrip(";")) for path in sorted(FOLDER.glob("*/metric.sql"))
]


def columns() -> list[str]:
    """The columns of figures that some metric asks for."""
    found = {name for metric in METRICS for name in re.findall(r"\bs(?:2o?|3|4|14)_[a-z0-9_]+", metric.text)}
    return sorted(found)


def whole(value) -> int | None:
    """A value as a whole number; None where it is none."""
    if value is None or value != value:
        return None
    number = Decimal(str(value))
    return int(number) if number == number.to_integral_value() else None


def sums(metric: Metric, ask: Callable[[str], list[dict]]) -> list[tuple]:
    """Each definition's sums by year, over the reports that have both halves."""
    totals: dict[tuple[str, int], list[int]] = {}
    for row in ask(metric.text):
        for name in row:
            if name in ("report_id", "agency_id", "year") or name.endswith(" of"):
                continue
            of = f"{name.split(' by ')[0]} of"
            numerator = whole(row[name])
            denominator = whole(row[of]) if of in row else 1
            if numerator is None or denominator is None:
                continue
            total = totals.setdefault((name, int(row["year"])), [0, 0, 0])
            total[0] += numerator
            total[1] += denominator
            total[2] += 1
    return [
        (metric.name, name, year, Decimal(numerator), Decimal(denominator), reports)
        for (name, year), (numerator, denominator, reports) in sorted(totals.items())
    ]
