#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ta 0.11.0 (technical analysis on pandas): the average true range and ADX are 0.0 before their first window is full, in the
# same library where RSI, Bollinger bands and averages are NaN there.
#
# A good engineer's guess: an indicator that is not defined yet is NaN, as pandas' own rolling windows have it, so that
# dropna() takes the rows out before a model is fitted.
# What happens: AverageTrueRange gives 0.0 for the first 13 of 14 rows and ADX for the first 27, whatever the prices. With
# fillna=False, the default, dropna() keeps these rows: a stock that never moved is what the model learns from them, and a
# ratio to the range is infinite.
#
# Seen (ta 0.11.0, pandas 2.2.3, numpy 1.26.4):
#   atr  zeros 13  nan 0   first value 2.0537
#   adx  zeros 27  nan 0   first value 15.2965
#   rsi  zeros 0  nan 13   first value 58.5789
#   rows that dropna() keeps of [atr, adx]: 60 of 60
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" -q install ta==0.11.0 pandas==2.2.3 numpy==1.26.4
cat >"$folder/look.py" <<'PYTHON'
import sys

import numpy as np
import pandas as pd
import ta

close = pd.Series(100 * np.exp(np.cumsum(np.random.default_rng(1).normal(0, 0.01, 60))))
high, low = close * 1.01, close * 0.99
columns = pd.DataFrame(
    {
        "atr": ta.volatility.AverageTrueRange(high, low, close, window=14).average_true_range(),
        "adx": ta.trend.ADXIndicator(high, low, close, window=14).adx(),
        "rsi": ta.momentum.RSIIndicator(close, window=14).rsi(),
    }
)
for name, column in columns.items():
    defined = column[(column != 0) & column.notna()]
    print(f"{name}  zeros {(column == 0).sum()}  nan {column.isna().sum()}   first value {defined.iloc[0]:.4f}")
kept = len(columns[["atr", "adx"]].dropna())
print(f"rows that dropna() keeps of [atr, adx]: {kept} of {len(columns)}")
zeros = (columns == 0).sum()
if not (zeros.atr == 13 and zeros.adx == 27 and zeros.rsi == 0 and columns.rsi.isna().sum() == 13 and kept == 60):
    sys.exit("ta behaves otherwise now")
PYTHON
"$folder/python/bin/python" "$folder/look.py"
