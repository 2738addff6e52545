"""Runs a command for HomologySpeed: run.py SECONDS BYTES OUT COMMAND.. writes its output to OUT and prints what it took.

SECONDS is how long it may take, BYTES how much address space it may have (0: any). Prints the exit status, or "timeout",
then wall seconds, processor seconds and peak memory in KiB.
"""

import os
import resource
import signal
import subprocess
import sys
import time

seconds, limit, out, command = float(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4:]


def restrict():
    if limit:
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def stop(*_):
    os.killpg(process.pid, signal.SIGKILL)


with open(out, "wb") as output:
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=output, start_new_session=True, preexec_fn=restrict
    )
    signal.signal(signal.SIGALRM, stop)
    signal.signal(signal.SIGTERM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
ended = "timeout" if wall >= seconds else os.waitstatus_to_exitcode(status)
print(ended, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
