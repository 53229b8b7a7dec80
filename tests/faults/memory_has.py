#!/usr/bin/env python3
"""Which of the words are in what a process may write to of its memory, in any of the ways in which programs keep text.
usage: memory_has.py PID WORD…   Prints each that is found, and where; exit 1 if none is."""
import sys


def regions(pid):
    with open(f"/proc/{pid}/maps") as maps:
        for line in maps:
            span, rights, *rest = line.split(None, 5)
            name = rest[-1].strip() if len(rest) > 3 else ""
            if rights.startswith("rw") and not name.startswith(("[vvar", "[vsyscall")):
                start, end = (int(part, 16) for part in span.split("-"))
                yield start, end, name


def main(pid, words):
    wanted = {}
    for word in words:
        for text in {word, word.lower(), word.upper(), word.capitalize()}:
            for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
                wanted[text.encode(encoding)] = (word, encoding)
    found = False
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for start, end, name in regions(pid):
            try:
                memory.seek(start)
                held = memory.read(end - start)
            except (OSError, ValueError, OverflowError):
                continue
            for needle, (word, encoding) in wanted.items():
                at = held.find(needle)
                if at < 0:
                    continue
                found = True
                around = held[max(0, at - 40):at + len(needle) + 40]
                print(f"'{word}' as {encoding} at {start + at:#x} in {name or 'memory'}: {around!r}")
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
