#!/usr/bin/env python3
"""The terminal beside its peer, a SurveyJS page in Chromium's kiosk mode, both measured in this run, in turn, from
outside: real pointer events (xdotool) and the pixels of a display in memory (Xvfb's own framebuffer file).

Prints one line of JSON: exec to the first complete picture, memory after ten visits, processor time and changed
pictures while untouched, tap to changed picture, ten visits in a row. Decides nothing.

usage: kiosk_peer.py KIOSK [--runs 5] [--visits 34] [--idle 60]      77: something is missing here
"""
import argparse
import json
import mmap
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
BROWSER = HERE.parent / "browser"
SIZE = (1280, 800)
SAME_FOR_S = 0.5  # so long without a change, and a picture is complete
START_WITHIN_S = 60
HELD_S = 0.35  # between taps, so that none is taken for the other half of a double one


class Display:
    """Xvfb, with its framebuffer as a file."""

    def __init__(self, folder):
        reading, writing = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "%dx%dx24" % SIZE, "-nolisten", "tcp", "-fbdir", folder],
            pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as said:
            number = said.readline().strip()
        if not number:
            raise OSError("Xvfb did not start")
        self.setting = {"DISPLAY": ":" + number}
        with open(os.path.join(folder, "Xvfb_screen0"), "rb") as file:
            self.pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.hand = subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, env={**os.environ, **self.setting}, text=True)

    def picture(self):
        return self.pixels[:]

    def do(self, command):
        self.hand.stdin.write(command + "\n")
        self.hand.stdin.flush()

    def wait_until_still(self, deadline_s=20):
        """The moment of the last change before the picture stayed the same, or None if it never did."""
        last, changed, end = self.picture(), time.monotonic(), time.monotonic() + deadline_s
        while time.monotonic() < end:
            now = self.picture()
            if now != last:
                last, changed = now, time.monotonic()
            elif time.monotonic() - changed > SAME_FOR_S:
                return changed
            time.sleep(0.002)
        return None

    def wait_for_change(self, before, deadline_s=5):
        end = time.monotonic() + deadline_s
        while self.picture() == before:
            if time.monotonic() > end:
                return None
        return time.monotonic()

    def changes_within(self, seconds):
        count, last, end = 0, self.picture(), time.monotonic() + seconds
        while time.monotonic() < end:
            now = self.picture()
            count += now != last
            last = now
            time.sleep(0.01)
        return count

    def end(self):
        self.hand.stdin.close()
        self.hand.wait()
        self.process.terminate()
        self.process.wait()


class Running:
    """A program and all that it started."""

    def __init__(self, command, settings):
        self.began = time.monotonic()
        self.process = subprocess.Popen(command, env={**os.environ, **settings}, start_new_session=True,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def processes(self):
        session = str(self.process.pid)
        for status in pathlib.Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = status.read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if fields[3] == session:
                yield status.parent, fields

    def pss_mib(self):
        kib = 0
        for folder, _ in self.processes():
            try:
                lines = (folder / "smaps_rollup").read_text().splitlines()
            except OSError:
                continue
            kib += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        return kib / 1024

    def cpu_s(self):
        ticks = sum(int(fields[11]) + int(fields[12]) for _, fields in self.processes())
        return ticks / os.sysconf("SC_CLK_TCK")

    def end(self):
        for sign in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.process.pid, sign)
            except ProcessLookupError:
                break
            try:
                self.process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                pass


class Terminal:
    name = "farewell-kiosk"

    def __init__(self, kiosk):
        self.kiosk = kiosk
        self.trace = None

    def start(self, folder, display):
        self.trace = folder / "trace.jsonl"
        return Running([self.kiosk, "--data", str(folder / "data"), "--windowed", "%dx%d" % SIZE],
                       {**display.setting, "SDL_VIDEODRIVER": "x11", "FAREWELL_TRACE": str(self.trace)})

    def visit(self):
        for label in ("Good", "Skip", "All done"):
            yield lambda label=label: self.place(label)

    def place(self, label):
        end = time.monotonic() + 5
        while not (found := [target for target in self.targets() if target["label"] == label]):
            if time.monotonic() > end:
                raise RuntimeError("nothing on the screen is called " + label)
            time.sleep(0.01)
        return found[0]["x"] + found[0]["w"] / 2, found[0]["y"] + found[0]["h"] / 2

    def targets(self):
        screens = [line for line in self.trace.read_text().splitlines() if '"event":"screen"' in line]
        return json.loads(screens[-1])["targets"]


class Peer:
    name = "a SurveyJS page in Chromium's kiosk mode"

    def __init__(self):
        self.url = (BROWSER / "survey_peer.html").as_uri()
        said = subprocess.run(["node", str(BROWSER / "survey_peer.mjs"), self.url], check=True, capture_output=True, text=True)
        self.places = [(place["x"], place["y"]) for place in json.loads(said.stdout)]

    def start(self, folder, display):
        return Running(["chromium", "--kiosk", "--no-sandbox", "--no-first-run", "--disable-gpu", "--noerrdialogs",
                        "--disable-background-networking", "--user-data-dir=" + str(folder / "profile"),
                        "--window-position=0,0", "--window-size=%d,%d" % SIZE, self.url], display.setting)

    def visit(self):
        for place in self.places:
            yield lambda place=place: place


def tap(display, place):
    """Milliseconds from the finger until the picture changes. The pointer is there before: a finger hovers over nothing."""
    x, y = place
    display.do("mousemove %d %d" % (x, y))
    time.sleep(HELD_S)
    before, began = display.picture(), time.monotonic()
    display.do("click 1")
    changed = display.wait_for_change(before)
    if changed is None:
        raise RuntimeError("a tap at %d, %d changed nothing" % (x, y))
    return (changed - began) * 1000


def start(program, display, folder):
    running = program.start(folder, display)
    before = display.picture()
    if display.wait_for_change(before, START_WITHIN_S) is None:
        raise RuntimeError(program.name + " drew nothing")
    complete = display.wait_until_still()
    return running, (complete - running.began) * 1000


def measure(program, display, runs, visits, idle_s):
    starts = []
    for run in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            running, start_ms = start(program, display, pathlib.Path(folder))
            starts.append(start_ms)
            if run + 1 == runs:
                figures = measure_running(program, running, display, visits, idle_s)
            running.end()
            display.wait_until_still()
    return {"name": program.name, "start_ms": {"median": statistics.median(starts), "runs": starts}, **figures}


def measure_running(program, running, display, visits, idle_s):
    taps, pss_mib, ten_s, began = [], None, None, time.monotonic()
    for visit in range(visits):
        for place in program.visit():
            taps.append(tap(display, place()))
            display.wait_until_still()
        if visit + 1 == min(10, visits):
            pss_mib, ten_s = running.pss_mib(), time.monotonic() - began
    cpu_s = running.cpu_s()
    changes = display.changes_within(idle_s)
    cpu_percent = (running.cpu_s() - cpu_s) / idle_s * 100
    taps.sort()
    return {"tap_to_changed_ms": {"p50": statistics.median(taps), "p99": taps[int(len(taps) * 0.99) - 1], "taps": len(taps)},
            "pss_after_ten_visits_mib": pss_mib, "ten_visits_s": ten_s,
            "idle": {"seconds": idle_s, "cpu_percent": cpu_percent, "changed_pictures": changes}}


def missing():
    for tool in ("Xvfb", "xdotool", "node", "chromium"):
        if shutil.which(tool) is None:
            return tool
    for package in ("playwright-core", "survey-core", "survey-js-ui"):
        if not (BROWSER / "node_modules" / package).is_dir():
            return "npm's " + package
    return None


def main():
    words = argparse.ArgumentParser(usage="kiosk_peer.py KIOSK [--runs 5] [--visits 34] [--idle 60]")
    words.add_argument("kiosk")
    words.add_argument("--runs", type=int, default=5)
    words.add_argument("--visits", type=int, default=34)
    words.add_argument("--idle", type=int, default=60)
    said = words.parse_args()
    if (what := missing()) is not None:
        print("skipped: there is no %s here" % what, file=sys.stderr)
        return 77
    with tempfile.TemporaryDirectory() as folder:
        display = Display(folder)
        try:
            figures = [measure(program, display, said.runs, said.visits, said.idle)
                       for program in (Terminal(os.path.abspath(said.kiosk)), Peer())]
        finally:
            display.end()
    print(json.dumps({"bench": "kiosk_peer", "screen": "%dx%d, X11 in memory, software" % SIZE, "terminal": figures[0],
                      "peer": figures[1],
                      "target": {"start_ms": 300, "pss_after_ten_visits_mib": 60, "idle_cpu_percent": 0.1,
                                 "idle_changed_pictures": 0, "tap_to_changed_ms": {"p50": 16, "p99": 33}}}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
