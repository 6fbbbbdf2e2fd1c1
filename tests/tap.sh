# What tests in shell say, as TAP: sourced by each. The folder `room` is theirs and goes when they end.
# shellcheck shell=sh
# shellcheck disable=SC2034 # the tests use it
source_folder=$(cd "${srcdir:-.}" && pwd)
room=$(mktemp -d) || exit 99
trap 'rm -rf "$room"' EXIT

number=0
report() { # report STATUS NAME
    number=$((number + 1))
    if [ "$1" -eq 0 ]; then echo "ok $number - $2"; else echo "not ok $number - $2"; fi
}
skip() { # skip NAME WHY
    number=$((number + 1))
    echo "ok $number - $1 # SKIP $2"
}
is_empty() { # is_empty FILE NAME
    sed 's/^/# /' "$1"
    [ ! -s "$1" ]
    report $? "$2"
}
finish() {
    echo "1..$number"
}
