#!/usr/bin/env python3
"""compare.py [--rounds N] [--other COMMAND] FOLDER OURS: times two whole commands over one folder, in turn, and prints both, what they are,
how many files they worked on, the medians and the ratio of the medians. {} in a command stands for the folder. Both must end with exit
code 0. Without --other the other side is digest_folder.py with sha256 and sha512 and as many processes as there are cores."""
import argparse
import os
import platform
import shlex
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def timed(command):
    begin = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"{shlex.join(command)}: exit code {done.returncode}: {done.stderr}")
    return time.perf_counter() - begin


def said(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError:
        return f"{command[0]}: not there"
    return (done.stdout + done.stderr).splitlines()[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--other", default=f"{sys.executable} {HERE}/digest_folder.py {{}} {os.cpu_count()} sha256,sha512")
    parser.add_argument("folder")
    parser.add_argument("ours")
    options = parser.parse_args()
    sizes = [os.path.getsize(os.path.join(where, name)) for where, _, names in os.walk(options.folder) for name in names]
    print(f"{len(sizes)} files, {sum(sizes)} bytes; {os.cpu_count()} cores, {platform.platform()}")
    print(f"java: {said('java', '-version')}; python {platform.python_version()}; {said('openssl', 'version')}")
    commands = {
        side: [options.folder if word == "{}" else word for word in shlex.split(text)]
        for side, text in (("ours", options.ours), ("other", options.other))
    }
    times = {side: [] for side in commands}
    for command in commands.values():
        timed(command)  # so that both find the files in memory
    for _ in range(options.rounds):
        for side, command in commands.items():
            times[side].append(timed(command))
    for side, command in commands.items():
        each = " ".join(f"{seconds:.2f}" for seconds in times[side])
        print(f"{side:5}  median {statistics.median(times[side]):.2f} s  ({each})  {shlex.join(command)}")
    print(f"ratio  {statistics.median(times['ours']) / statistics.median(times['other']):.2f} of the other's time")


if __name__ == "__main__":
    main()
