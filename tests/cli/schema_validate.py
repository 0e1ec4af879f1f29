# Validates documents of licit against the published schemas: schema_validate.py SCHEMA FILE...
# A schema may refer to others of its folder by name.
import json
import pathlib
import sys

import jsonschema

path = pathlib.Path(sys.argv[1])
published = {one.name: json.loads(one.read_text("utf-8")) for one in path.parent.glob("*.json")}
schema = published[path.name]
jsonschema.Draft202012Validator.check_schema(schema)
resolver = jsonschema.RefResolver(path.name, schema, store=published)
validator = jsonschema.Draft202012Validator(schema, resolver=resolver)
failures = 0
for name in sys.argv[2:]:
    with open(name, encoding="utf-8") as file:
        document = json.load(file)
    for error in validator.iter_errors(document):
        where = "/".join(str(part) for part in error.absolute_path)
        print(f"{name}: {where}: {error.message[:300]}")
        failures += 1
sys.exit(1 if failures else 0)
