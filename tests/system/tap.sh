# For the tests that run the program: sourced, prints TAP. A room of its own is the current folder.
# shellcheck shell=sh
program=$(cd "${builddir:-.}" && pwd)/bulletproof
. "${srcdir:-.}/tests/tap.sh"
cd "$room" || exit 99
mkdir home
HOME=$room/home XDG_STATE_HOME=$room/home/state XDG_CONFIG_HOME=$room/home/config
SOURCE_DATE_EPOCH=1764028800 # 25 November 2025: what is called the future must not move
LC_ALL=C.UTF-8
export HOME XDG_STATE_HOME XDG_CONFIG_HOME SOURCE_DATE_EPOCH LC_ALL
unset NO_COLOR COLORFGBG

# Runs the program with these arguments; what it says goes to the files `out` and `errors`.
runs() { # runs STATUS NAME ARGUMENT...
    wanted=$1 name=$2
    shift 2
    "$program" "$@" >out 2>errors
    status=$?
    [ $status -eq "$wanted" ] || echo "# status $status instead of $wanted: $(cat errors)"
    [ $status -eq "$wanted" ]
    report $? "$name"
}
says() { # says FILE PATTERN NAME
    grep -q -e "$2" "$1" || sed "s/^/# $1: /" "$1"
    grep -q -e "$2" "$1"
    report $? "$3"
}
is_silent() { # is_silent FILE NAME
    sed "s/^/# $1: /" "$1"
    [ ! -s "$1" ]
    report $? "$2"
}
