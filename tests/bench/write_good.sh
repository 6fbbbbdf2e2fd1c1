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
    best = Math.min(best, Number(process.hrtime.bigint() - start));
}
console.log(best / 1000, bullets.length);
EOF
node "$room/time.js" "$folder" "$room/bullets" >"$room/theirs" || exit 1
"$bench" 'check:' >"$room/ours" || exit 1
# The whole resume is, to a linter of sentences, its bullets one by one.
awk '
    FILENAME ~ /theirs$/ { theirs["resume"] = $1; theirs["bullet"] = $1 / $2; next }
    match($0, /[0-9.]+ (µs|ms)\/[a-z]+/) {
        split(substr($0, RSTART, RLENGTH), part, /[ \/]/)
        ours = part[1] * (part[2] == "ms" ? 1000 : 1)
        printf "%-34s%9.2f µs/%-8s  %5.2f of %9.2f µs/%-8s write-good\n", substr($0, 1, 34), \
            ours, part[3], ours / theirs[part[3]], theirs[part[3]], part[3]
    }' "$room/theirs" "$room/ours"
