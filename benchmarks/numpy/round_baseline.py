"""A vectorised numpy version of the scoring round that `numerai bench scoring` measures, as a yardstick.

It does the same work on inputs of the same shape: ranks and gaussianizes every model, builds the meta model, and scores CORR, MMC, FNC, ALPHA,
MPC and churn for all models, with everything shared that can be. The formulas are those of docs/scoring.md.

    OPENBLAS_NUM_THREADS=2 python3 benchmarks/numpy/round_baseline.py --rows 6000 --models 1000 --features 400 --neutralizers 200 --threads 2

Needs numpy and scipy. Prints the BLAS kernel in use, because it decides the matrix products.
"""

import argparse
import ctypes
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.special import ndtri

CHUNK = 64


def blas_kernel():
    """The name of the OpenBLAS kernel that is loaded, or '?'."""
    with open("/proc/self/maps", encoding="ascii") as maps:
        libraries = {line.split()[-1] for line in maps if "openblas" in line}
    for library in libraries:
        try:
            name = ctypes.CDLL(library).openblas_get_corename
            name.restype = ctypes.c_char_p
            return name().decode()
        except (OSError, AttributeError):
            continue
    return "?"


def make_round(rows, models, features, neutralizers, seed):
    random = np.random.default_rng(seed)
    common = random.random(rows)
    target = np.digitize(0.1 * common + 0.9 * random.random(rows), [0.1, 0.3, 0.7, 0.9]) / 4
    predictions = np.clip(0.3 * common + 0.7 * random.random((models, rows)), 1e-6, 1 - 1e-6)
    for model in range(models):
        decimals = (15, 15, 15, 15, 15, 6, 6, 6, 6, 2)[model % 10]
        if decimals < 15:
            predictions[model] = np.round(predictions[model], decimals)
    return {
        "target": target,
        "predictions": predictions,
        "features": random.integers(0, 5, (rows, features)).astype(float),
        "neutralizers": (random.random((rows, neutralizers)) - 0.5) * np.sqrt(12 / rows),
        "weights": 0.5 + random.random(rows),
        "stakes": np.round(100 * random.random(models), 2),
    }


def rank_codes(values):
    """Doubled tie-kept ranks (2 * mean rank - 1) of one column."""
    order = np.argsort(values)
    ordered = values[order]
    first = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    counts = np.diff(np.r_[first, len(values)])
    codes = np.empty(len(values), np.int32)
    codes[order] = np.repeat(2 * first + counts, counts)
    return codes


class Round:
    def __init__(self, data, threads):
        self.data = data
        self.pool = ThreadPoolExecutor(threads)
        self.models, self.rows = data["predictions"].shape
        rank = np.arange(2 * self.rows) / (2 * self.rows)
        rank[0] = 0.5
        self.gaussian = ndtri(rank)
        self.power = np.sign(self.gaussian) * np.abs(self.gaussian) ** 1.5
        self.codes = np.empty((self.models, self.rows), np.int32)

    def chunks(self):
        return [slice(start, min(start + CHUNK, self.models)) for start in range(0, self.models, CHUNK)]

    def map(self, work):
        list(self.pool.map(work, self.chunks()))

    def rank(self):
        def work(chunk):
            for model in range(chunk.start, chunk.stop):
                self.codes[model] = rank_codes(self.data["predictions"][model])
        self.map(work)

    def meta_model(self):
        shares = self.data["stakes"] / self.data["stakes"].sum()
        parts = self.pool.map(lambda chunk: shares[chunk] @ self.gaussian[self.codes[chunk]], self.chunks())
        self.meta = sum(parts)
        self.shares = shares

    def prepare(self):
        target = self.data["target"]
        centered = target - target.mean()
        powered = np.sign(centered) * np.abs(centered) ** 1.5
        powered -= powered.mean()
        self.corr_direction = powered / np.linalg.norm(powered)
        meta = self.gaussian[rank_codes(self.meta)]
        scaled = 4 * target
        scaled = scaled - scaled.mean()
        self.mmc_direction = (scaled - meta * (meta @ scaled) / (meta @ meta)) / self.rows
        own = self.meta - self.meta.mean()
        self.cwmm_direction = own / np.linalg.norm(own)

        weights, neutralizers = self.data["weights"], self.data["neutralizers"]

        def apply(x):
            return weights * (x - neutralizers @ (neutralizers.T @ (weights * x)))

        self.alpha_direction = apply(centered) / self.rows
        parts = self.pool.map(lambda chunk: self.shares[chunk] @ self.power[self.codes[chunk]], self.chunks())
        portfolio = apply(sum(parts))
        portfolio -= portfolio.mean()
        length = np.linalg.norm(portfolio)
        rest = centered - portfolio * (portfolio @ centered) / length**2
        self.mpc_direction = apply(rest - rest.mean()) / length / 50

    def basis(self):
        design = np.c_[self.data["features"], np.ones(self.rows)]
        gram = design.T @ design
        values = np.linalg.eigvalsh(gram)
        if values[0] <= 1e-8 * values[-1]:
            raise SystemExit("The features are too dependent for normal equations; this baseline has no slow path.")
        self.design, self.factor = design, cho_factor(gram)

    def correlate(self, values, direction):
        variance = np.einsum("ij,ij->i", values, values) - values.sum(axis=1) ** 2 / values.shape[1]
        return (values @ direction) / np.sqrt(variance)

    def score(self):
        directions = np.c_[self.corr_direction, self.cwmm_direction, self.alpha_direction, self.mpc_direction]
        self.scores = np.empty((self.models, 6))

        def work(chunk):
            power = self.power[self.codes[chunk]]
            products = power @ directions
            variance = np.einsum("ij,ij->i", power, power) - power.sum(axis=1) ** 2 / self.rows
            products[:, :2] /= np.sqrt(variance)[:, None]
            self.scores[chunk, :4] = products
            self.scores[chunk, 4] = self.gaussian[self.codes[chunk]] @ self.mmc_direction
        self.map(work)

    def feature_neutral(self):
        def rank_rest(arguments):
            start, rest = arguments
            codes = np.empty(rest.shape, np.int32)
            for model in range(len(rest)):
                codes[model] = rank_codes(rest[model])
            self.scores[start:start + len(rest), 5] = self.correlate(self.power[codes], self.corr_direction)

        width = 4 * CHUNK
        for start in range(0, self.models, width):
            gaussian = self.gaussian[self.codes[start:start + width]]
            fit = cho_solve(self.factor, self.design.T @ gaussian.T)
            rest = gaussian - (self.design @ fit).T
            list(self.pool.map(rank_rest, [(start + part, rest[part:part + CHUNK]) for part in range(0, len(rest), CHUNK)]))

    def churn(self):
        other = np.roll(self.codes, -1, axis=0)

        def work(chunk):
            now = self.codes[chunk].astype(float) - self.rows
            then = other[chunk].astype(float) - self.rows
            product = np.einsum("ij,ij->i", now, then)
            self.churns[chunk] = 1 - product / np.sqrt(np.einsum("ij,ij->i", now, now) * np.einsum("ij,ij->i", then, then))
        self.churns = np.empty(self.models)
        self.map(work)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name, default in (("rows", 6000), ("models", 1000), ("features", 400), ("neutralizers", 200), ("seed", 1), ("threads", 2), ("repeats", 5)):
        parser.add_argument(f"--{name}", type=int, default=default)
    options = parser.parse_args()
    data = make_round(options.rows, options.models, options.features, options.neutralizers, options.seed)
    stages = ["rank", "meta_model", "prepare", "score", "basis", "feature_neutral", "churn"]
    seconds = {name: [] for name in stages}
    totals = []
    processor = []
    for _ in range(options.repeats + 1):
        round_ = Round(data, options.threads)
        begin = time.perf_counter()
        used = time.process_time()
        for name in stages:
            start = time.perf_counter()
            getattr(round_, name)()
            seconds[name].append(time.perf_counter() - start)
        totals.append(time.perf_counter() - begin)
        processor.append(time.process_time() - used)
    size = 2000
    left, right = np.random.rand(size, size), np.random.rand(size, size)
    products = []
    for _ in range(6):
        start = time.perf_counter()
        left @ right
        products.append(time.perf_counter() - start)
    print(f"numpy {np.__version__}, BLAS kernel {blas_kernel()}, {options.threads} threads")
    for name in stages:
        print(f"{name:<16} best {1e3 * min(seconds[name][1:]):8.1f} ms  median {1e3 * np.median(seconds[name][1:]):8.1f} ms")
    print(f"{'whole round':<16} best {1e3 * min(totals[1:]):8.1f} ms  median {1e3 * np.median(totals[1:]):8.1f} ms  "
          f"processor time {1e3 * min(processor[1:]):8.1f} ms")
    print(f"matrix product of {size}: best {2 * size**3 / min(products) / 1e9:.1f} GFLOP/s")


if __name__ == "__main__":
    main()
