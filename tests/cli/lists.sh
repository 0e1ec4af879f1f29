#!/usr/bin/env bash
# licit lists: import, status, diff, and pull from a server on this machine.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
export LICIT_LISTS=$work/lists
data=$LICIT_SOURCE_DIR/tests/data/lists
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY LICIT_LIST_SOURCES

# Without an import: the starter list, which says so and of what day it is (parties/README.md).
expect 0 lists status
says "us.entity-list"
says "280"
says "2026-07-31"
says "starter list"
fits "$out"
expect 0 lists status --lang fr
says "liste de démarrage"
fits "$out"

# A first list that is smaller than the part of it that ships is not the whole.
expect 2 lists import "$data/csl.json" --as-of 2026-07-31
says "REFUSED"
complains "P009"
complains "280"
fits "$out"
expect 2 lists import "$data/csl.json" --as-of 2026-07-31 --lang fr
says "REFUSÉE"
fits "$out"
# Nor may a list of no known day pass for that of today.
expect 2 lists import "$data/csl.json"
complains "P016"
complains "--as-of"
fits "$err"
expect 0 lists import "$data/csl.json" --as-of 2026-07-31 --allow-shrink "a list for a test"
says "us.entity-list"
says "2026-07-31"
says "2 rows left out"
complains "row 7 has no name"
fits "$out"
fits "$err"
expect 0 lists status
says "us.entity-list"
says_not "starter"
expect 0 lists status --on 2026-07-30
says "No version of any list counts on 2026-07-30."

# What is no list changes nothing.
cp "$LICIT_LISTS/index.json" "$work/before"
expect 2 lists import "$data/error.html"
complains "P002"
complains "web page"
fits "$err"
head -c 900 "$data/un.xml" >"$work/cut.xml"
expect 2 lists import "$work/cut.xml"
complains "P004"
expect 2 lists import "$data/alt.csv"
complains "P007"
expect 2 lists import "$work/none.json"
complains "P001"
expect 2 lists import
complains "P032"
expect 2 lists import "$data/csl.json" --as us.entity-lists
complains "P030"
complains "us.entity-list"
expect 2 lists import "$data/csl.json" --as us.entity-list
complains "P010"
cmp -s "$work/before" "$LICIT_LISTS/index.json" || fail "a refused import changed the index"

# Two versions, what changed, and one that shrank.
table() {
  echo "list,id,name,kind,citation"
  for ((i = 1; i <= $1; i++)); do echo "other,p$i,${2:-Party} $i,primary,c"; done
}
table 40 >"$work/a.csv"
{ table 39 && echo "other,new,Newcomer,primary,c"; } >"$work/b.csv"
table 10 >"$work/c.csv"
head -c $(($(wc -c <"$work/a.csv") - 12)) "$work/a.csv" >"$work/cut.csv"
expect 2 lists import "$work/cut.csv" --as-of 2026-01-01
complains "P004"
complains "breaks off"
fits "$err"
expect 0 lists import "$work/a.csv" --as-of 2026-01-01
expect 2 lists diff other
complains "P037"
expect 0 lists import "$work/b.csv" --as-of 2026-02-01
expect 0 lists diff other
says "1 added, 1 removed, 0 changed"
says "Newcomer (new)"
fits "$out"
expect 0 lists diff other 2026-01-15 2026-03-01 --lang fr
says "1 ajoutée"
expect 2 lists diff other zzzz
complains "P036"
expect 2 lists diff
complains "P038"
expect 2 lists import "$work/c.csv" --as-of 2026-03-01
says "REFUSED"
complains "P009"
complains "--allow-shrink"
fits "$out"
expect 0 lists import "$work/c.csv" --as-of 2026-03-01 --allow-shrink "taken off by notice 7"
expect 0 lists status --json
says "taken off by notice 7"

# From a server: an index page, a list, one that fails twice and then answers, one that is away.
python=${LICIT_PYTHON:-python3}
command -v "$python" >/dev/null || finish
mkdir "$work/www"
cp "$data/un.xml" "$data/uk.csv" "$data/error.html" "$work/www"
cat >"$work/server.py" <<'PY'
import http.server, os, sys
os.chdir(sys.argv[1])
tries = {}
class Handler(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        tries[self.path] = tries.get(self.path, 0) + 1
        if self.path == "/flaky/uk.csv":
            if tries[self.path] < 3:
                return self.send_error(503)
            self.path = "/uk.csv"
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/un.xml")
            return self.end_headers()
        super().do_GET()
    def log_message(self, *words): pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
PY
"$python" "$work/server.py" "$work/www" >"$work/port" 2>/dev/null &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$work"' EXIT
for _ in $(seq 100); do [[ -s $work/port ]] && break; sleep 0.1; done
at=http://127.0.0.1:$(<"$work/port")
cat >"$work/sources.txt" <<EOF2
# for the test
un: $at/moved
uk: $at/flaky/uk.csv
page: $at/error.html
away: $at/nothing.csv
EOF2
export LICIT_LIST_SOURCES=$work/sources.txt
expect 0 lists pull un
says "un.consolidated"
says "2026-02-27"
expect 0 lists pull un
complains "unchanged"
expect 0 lists pull uk
says "uk.sanctions"
complains "503"
expect 2 lists pull page away
complains "P002"
complains "P035"
complains "404"
fits "$err"
expect 2 lists pull nowhere
complains "P034"
expect 2 lists pull un --retries many
complains "--retries"
printf 'un:\n' >"$work/bad.txt"
expect 2 lists pull --sources "$work/bad.txt"
complains "P033"
expect 0 lists pull --print-sources
says "$at/moved"
LICIT_LIST_SOURCES= expect 0 lists pull --print-sources
says "https://data.trade.gov/"
# What was fetched is in force; nothing of the failures is left behind.
expect 0 lists status
says "un.consolidated"
says "uk.sanctions"
[[ -z $(find "$LICIT_LISTS" -name '*.part*') ]] || fail "parts of files were left"

# The documents are what their schemas say.
if "$python" -c 'import jsonschema' 2>/dev/null; then
  check="$LICIT_SOURCE_DIR/tests/cli/schema_validate.py"
  expect 0 lists status --json
  cp "$work/out" "$work/status.json"
  expect 0 lists diff other --json
  "$python" "$check" "$LICIT_SOURCE_DIR/docs/schema/lists-status.schema.json" "$work/status.json" ||
    fail "lists status --json"
  "$python" "$check" "$LICIT_SOURCE_DIR/docs/schema/lists-diff.schema.json" "$work/out" ||
    fail "lists diff --json"
fi
finish
