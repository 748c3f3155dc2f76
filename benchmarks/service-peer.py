"""A forecast service as one writes it in Python: a stored forecast by GET, one of the caller's own bars by POST.

    python benchmarks/service-peer.py flask|fastapi PORT FORECAST

Flask runs under waitress, FastAPI under uvicorn, each with one process, as their documentation shows. FORECAST is the
file that GET answers with; POST computes features of the bars with numpy and predicts with a pickled ridge of
scikit-learn, fitted here on seeded numbers. Needs flask, waitress, fastapi, uvicorn, numpy, scikit-learn.
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import pathlib
import pickle
import sys

import numpy
from sklearn.linear_model import Ridge

LAGS = (1, 2, 3, 5, 10, 21, 63)


def features(bars):
    closes = numpy.array([bar["adjustedClose"] for bar in bars])
    highs = numpy.array([bar["high"] for bar in bars])
    lows = numpy.array([bar["low"] for bar in bars])
    returns = numpy.diff(numpy.log(closes))
    ranges = numpy.log(highs / lows)
    row = [returns[-lag:].sum() for lag in LAGS] + [returns[-lag:].std() for lag in LAGS if lag > 1]
    return numpy.array([[*row, ranges[-1], ranges[-21:].mean()]])


def pickled_ridge(width):
    random = numpy.random.default_rng(7)
    return pickle.dumps(Ridge(10.0).fit(random.normal(size=(4000, width)), random.normal(size=4000)))


def predicted(model, request):
    bars = request["bars"]
    mean = float(model.predict(features(bars))[0])
    closes = numpy.array([bar["adjustedClose"] for bar in bars])
    scale = float(numpy.diff(numpy.log(closes))[-63:].std())
    levels = {str(z): closes[-1] * float(numpy.exp(mean + z * scale)) for z in (-2.33, -1.64, 0.0, 1.64, 2.33)}
    return {"symbol": request["symbol"], "mean": mean, "sigma": scale, "quantiles": levels}


def flask_app(model, forecast):
    from flask import Flask, jsonify, request

    app = Flask("peer")

    @app.get("/v1/forecasts/<symbol>")
    def stored(symbol):
        return jsonify(json.loads(forecast.read_text(encoding="utf-8")) | {"asked": symbol})

    @app.post("/v1/predictions")
    def prediction():
        return jsonify(predicted(model, request.get_json()))

    return app


def fastapi_app(model, forecast):
    from fastapi import FastAPI

    app = FastAPI()

    @app.get("/v1/forecasts/{symbol}")
    def stored(symbol: str):
        return json.loads(forecast.read_text(encoding="utf-8")) | {"asked": symbol}

    @app.post("/v1/predictions")
    def prediction(request: dict):
        return predicted(model, request)

    return app


def main(kind, port, forecast):
    model = pickle.loads(pickled_ridge(2 * len(LAGS) + 1))
    if kind == "flask":
        import waitress

        waitress.serve(flask_app(model, pathlib.Path(forecast)), host="127.0.0.1", port=int(port))
    else:
        import uvicorn

        uvicorn.run(fastapi_app(model, pathlib.Path(forecast)), host="127.0.0.1", port=int(port), log_level="warning")


if __name__ == "__main__":
    main(*sys.argv[1:])
