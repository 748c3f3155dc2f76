#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# exchange_calendars 4.13.2 and pandas_market_calendars 5.1.1, which builds on it, agree on every NYSE session from 1985 to
# 2026 and disagree on when 34 of them opened or closed.
#
# A good engineer's guess: two calendars of one exchange that agree on all its days, one of them a dependency of the other,
# agree on the hours of those days too.
# What happens: closes differ on 22 days and opens on 12. XNYS of exchange_calendars has full sessions where trading was cut
# short after the crash of 1987 (2 hours from 23 October on) and on the day of the circuit breaker, 27 October 1997; it ends
# 31 December 1999 at 13:00, the other at 16:00. A bar is final, and partial, at another time by each.
#
# Seen (exchange_calendars 4.13.2, pandas_market_calendars 5.1.1, pandas 2.2.3):
#   sessions that only one has: 0
#   closes that differ: 22, opens that differ: 12
#   1987-10-23 16:00 14:00
#   1997-10-27 16:00 15:30
#   1999-12-31 13:00 16:00
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" -q install exchange_calendars==4.13.2 pandas_market_calendars==5.1.1 pandas==2.2.3 numpy==1.26.4
cat >"$folder/look.py" <<'PYTHON'
import sys

import exchange_calendars
import pandas as pd
import pandas_market_calendars

FIRST, LAST, ZONE = "1985-01-02", "2026-12-31", "America/New_York"
one = exchange_calendars.get_calendar("XNYS", start=FIRST, end=LAST).schedule
other = pandas_market_calendars.get_calendar("NYSE").schedule(FIRST, LAST)
only = set(one.index) ^ set(other.index)
print("sessions that only one has:", len(only))


def differing(mine, theirs):
    both = pd.concat([one[mine].dt.tz_convert(ZONE), other[theirs].dt.tz_convert(ZONE)], axis=1).dropna()
    both.columns = ["one", "other"]
    return both[both.one != both.other]


closes, opens = differing("close", "market_close"), differing("open", "market_open")
print(f"closes that differ: {len(closes)}, opens that differ: {len(opens)}")
shown = []
for day in ("1987-10-23", "1997-10-27", "1999-12-31"):
    row = closes.loc[pd.Timestamp(day)]
    shown.append((f"{row.one:%H:%M}", f"{row.other:%H:%M}"))
    print(day, *shown[-1])
expected = [("16:00", "14:00"), ("16:00", "15:30"), ("13:00", "16:00")]
if only or len(closes) != 22 or len(opens) != 12 or shown != expected:
    sys.exit("the calendars behave otherwise now")
PYTHON
"$folder/python/bin/python" "$folder/look.py"
