"""Schemathesis against the double, for each exported document: `run.py BINARY EXPORTS [SEED…]`.

Each document has a double of its own, whose clock stands and whose ids are seeded, so a run can be had again.
"""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

BINARY, EXPORTS, *SEEDS = sys.argv[1:]
HERE = pathlib.Path(__file__).parent
SCHEMATHESIS = pathlib.Path(sys.executable).with_name("schemathesis")
KEY = "key"
# Seconds for one document; it takes about ten where nothing else runs.
LIMIT = 120


def attempt(document, seed):
    """What a run for a document says, and whether nothing failed."""
    double = subprocess.Popen(
        [BINARY, "--port", "0", "--key", KEY, "--clock", "2026-01-01T00:00:00Z", "--outcomes", "succeed"],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        url = double.stdout.readline().strip()
        # What calls name in the header is what the document describes; the state before all versions has no name.
        version = [] if document.stem == "base" else ["--header", f"version: {document.stem}"]
        with tempfile.TemporaryDirectory() as folder:
            command = [SCHEMATHESIS, "--config-file", HERE / "schemathesis.toml", "--no-color", "run", document]
            command += ["--url", url, "--auth", f"{KEY}:", "--seed", seed, *version]
            # What one merchant makes, another does not find: there is one.
            command += ["--header", "x-merchantid: shop"]
            done = subprocess.run(
                command,
                cwd=folder,
                env={**os.environ, "PYTHONPATH": str(HERE), "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                timeout=LIMIT,
            )
        alive = double.poll() is None
        return done.stdout + ("" if alive else "\nthe double ended\n"), done.returncode == 0 and alive
    except subprocess.TimeoutExpired as late:
        return f"{late.stdout or ''}\nnot done after {LIMIT} s\n", False
    finally:
        double.kill()
        double.wait()


def main():
    start = time.monotonic()
    documents = sorted(pathlib.Path(EXPORTS).resolve().glob("*.json"))
    runs = [(document, seed) for seed in SEEDS or ["1"] for document in documents]
    cases, failed = 0, []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for run, (text, passed) in zip(runs, pool.map(attempt, *zip(*runs))):
            counted = re.search(r"(\d+) generated", text)
            cases += int(counted[1]) if counted else 0
            if not passed or not counted:
                failed.append(run)
                print(f"===== {run[0].name}, seed {run[1]}\n{text}")
    print(f"{len(runs)} runs, {cases} cases, {len(failed)} runs with failures, {time.monotonic() - start:.0f} s")
    for document, seed in failed:
        print(f"failed: {document.name}, seed {seed}")
    return 1 if failed or not cases else 0


sys.exit(main())
