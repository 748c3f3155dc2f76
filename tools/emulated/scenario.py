"""What is run in both places: bars, inputs of executions, and who is in service to begin with.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json

AS_OF = "2020-12-31"
GOOD, TROUBLED, HALTED, ASKED, IDLE = "good", "troubled", "halted", "asked", "idle"
SYMBOLS = {GOOD: "ACME", TROUBLED: "TRIAL", HALTED: "HALT", ASKED: "SYNTH", IDLE: "ACME"}
# A Saturday evening, as the schedule tells it.
SATURDAY = "2021-01-02T23:30:00Z"
SESSIONS = 1500
# The synthetic stock's 2:1 split, which raw.csv does not name. The bars before it are restated so that a fall of 45 %
# stays, on a day that trades as a market does that falls so: GARCH finds no maximum beside so large a move, and Train's
# Catch is tried.
SPLIT, RATIO, TURNOVER = "2019-07-26", 1.1, 12
PRICES = ("open", "high", "low", "close")


def entry(name):
    """The input of an execution."""
    if name == ASKED:
        return {"symbol": SYMBOLS[name], "asOf": AS_OF, "source": "synthetic"}
    if name == IDLE:
        return {"symbol": SYMBOLS[name], "scheduledTime": SATURDAY}
    return {"symbol": SYMBOLS[name], "asOf": AS_OF, "source": "inbox"}


def bars(raw):
    """A CSV file of the last sessions of what the pipeline itself keeps of bars, raw.csv: without its line numbers."""
    lines = [line.split(",", 1)[1] for line in raw.splitlines()]
    names = lines[0].lower().split(",")
    return "\n".join([lines[0], *(restated(names, line) for line in lines[1:][-SESSIONS:]), ""])


def restated(names, line):
    """The row with prices that leave the fall."""
    cells = line.split(",")
    if cells[names.index("date")] < SPLIT:
        for name in PRICES:
            place = names.index(name)
            cells[place] = repr(float(cells[place]) / RATIO)
    if cells[names.index("date")] == SPLIT:
        place = names.index("volume")
        cells[place] = repr(float(cells[place]) * TURNOVER)
    return ",".join(cells)


def inbox(text):
    """The files of bars that people drop, one of them useless."""
    files = dict.fromkeys((GOOD, TROUBLED), text)
    files[HALTED] = without_close(text)
    return {f"inbox/{SYMBOLS[name]}.csv": file for name, file in files.items()}


def without_close(text):
    """The same without a column that nothing can be done without."""
    rows = [line.split(",") for line in text.splitlines()]
    place = [cell.lower() for cell in rows[0]].index("close")
    return "\n".join([*(",".join(row[:place] + row[place + 1 :]) for row in rows), ""])


def ewma_in_service(symbol):
    """The pointer by which a person has put EWMA in service, whose place log-HAR-L will want."""
    serving = [
        {"sessions": sessions, "verdict": "appointed", "mean": "zero", "scale": "ewma", "reason": "to be asked"}
        for sessions in (1, 5, 21)
    ]
    term = {
        "asOf": "2020-01-02",
        "by": "person",
        "decided": "2020-01-02T22:00:00Z",
        "run": "put-back",
        "promotion": {"key": f"work/promote/{symbol}/none/checkpoint.json", "sha256": "00"},
        "look": 0,
        "horizons": serving,
    }
    return json.dumps({"schema": "candor/champions/1", "symbol": symbol, "terms": [term]})
