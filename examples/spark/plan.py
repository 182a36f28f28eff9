#!/usr/bin/env python3
"""Plans briefs on a Spark cluster: `plan.py BRIEFS PLANS [PROGRAM]`, under `spark-submit` or under Python alone.

BRIEFS holds one JSON object a line, a file or a folder of files; PLANS is the folder that gets one plan a line, in the same order.
PROGRAM is `runweave` where the executors find it.
"""

import os
import shlex
import sys

from pyspark.sql import SparkSession


def planned(lines, program="runweave"):
    """The answers to an RDD of lines, line for line: each part goes through a process of its own."""
    # Status 1 says that some lines have no plan, and those lines say why. Any other fails the part, and Spark tries it again.
    batch = f"{shlex.quote(program)} batch; code=$?; [ $code -le 1 ] || exit $code"
    # Spark gives a part one processor. Parts agree on the moment of change where the driver was told one.
    env = {"PATH": os.environ["PATH"], "RAYON_NUM_THREADS": "1"}
    if "SOURCE_DATE_EPOCH" in os.environ:
        env["SOURCE_DATE_EPOCH"] = os.environ["SOURCE_DATE_EPOCH"]
    return lines.pipe(f"sh -c {shlex.quote(batch)}", env=env, checkCode=True)


def main(briefs, plans, program="runweave"):
    session = SparkSession.builder.appName("runweave").getOrCreate()
    context = session.sparkContext
    # Small parts: where an executor is lost, little is planned again.
    lines = context.textFile(briefs, minPartitions=8 * context.defaultParallelism)
    planned(lines, program).saveAsTextFile(plans)
    session.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
