#!/bin/sh
# The checker beside write-good, a prose linter from the npm registry, on the same bullets in the same
# run. WRITE_GOOD names a folder where it is installed; else it is installed into a folder that goes.
set -u
bench=${1:?usage: write_good.sh BENCH}
room=$(mktemp -d) || exit 1
trap 'rm -rf "$room"' EXIT

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "write-good is not measured: node and npm are not here"
    exit 0
fi
folder=${WRITE_GOOD:-$room}
if [ ! -d "$folder/node_modules/write-good" ]; then
    (cd "$folder" && npm install --silent --no-fund --no-audit write-good >/dev/null 2>&1) || {
        echo "write-good is not measured: the registry cannot be reached"
        exit 0
    }
fi

"$bench" --bullets >"$room/bullets" || exit 1
cat >"$room/time.js" <<'EOF'
const [folder, file] = process.argv.slice(2);
const judge = require(folder + "/node_modules/write-good");
const bullets = require("fs").readFileSync(file, "utf8").split("\n").filter(Boolean);
let best = Infinity;
for (let round = 0; round < 20; round++) { // the first rounds warm the compiler up
    const start = process.hrtime.bigint();
    for (const bullet of bullets) judge(bullet);
    best = Math.min(best, Number(process.hrtime.bigint() - start) / bullets.length);
}
console.log((best / 1000).toFixed(2));
EOF
theirs=$(node "$room/time.js" "$folder" "$room/bullets") || exit 1
ours=$("$bench" 'check: bullet' | sed -n 's/^check: bullet *\([0-9.]*\) .*/\1/p')
awk -v ours="$ours" -v theirs="$theirs" 'BEGIN {
    printf "%-34s%9.2f µs/bullet    %5.2f of %9.2f µs/bullet   write-good\n", "check: bullet", ours, ours / theirs, theirs
}'
