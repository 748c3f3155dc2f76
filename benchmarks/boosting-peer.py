"""Boosted trees by scikit-learn's histogram boosting on the features.csv of a run: the peer of BoostingSpeed.

    python boosting-peer.py features.csv TREES DEPTH FITS

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import sys
import time

import numpy
import pandas
from sklearn.ensemble import HistGradientBoostingRegressor

table = pandas.read_csv(sys.argv[1])
trees, depth, fits = map(int, sys.argv[2:])
rows = table.drop(columns=["date", "atr14"]).to_numpy()[:-1]
targets = table["logret"].to_numpy()[1:]
for _ in range(fits):
    started = time.process_time()
    # It draws columns, not rows; the rest is as Candor has it.
    model = HistGradientBoostingRegressor(
        max_iter=trees,
        max_depth=depth,
        max_leaf_nodes=2**depth,
        min_samples_leaf=50,
        learning_rate=0.05,
        early_stopping=False,
        max_bins=100,
        random_state=1,
    ).fit(rows, targets)
    spent = time.process_time() - started
    error = numpy.sqrt(numpy.mean((targets - model.predict(rows)) ** 2))
    print(json.dumps({"cpu_s": spent, "rows": len(rows), "rmse_in_sample": error}))
