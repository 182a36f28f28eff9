"""Checks JSON files against a JSON Schema, read from standard input; every fault is told with the place it stands in."""

import json
import sys

from jsonschema.validators import validator_for

schema = json.load(sys.stdin)
validator = validator_for(schema)
validator.check_schema(schema)
faults = 0
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    for error in validator(schema).iter_errors(document):
        faults += 1
        print(f"{path}: {error.json_path}: {error.message}")
print(f"{len(sys.argv) - 1} files against the schema: {faults} faults")
sys.exit(1 if faults else 0)
