#!/bin/sh
# A connection that breaks while someone types, as TAP: with a daemon of its own on this machine.
set -u
. "${srcdir:-.}/tests/system/tap.sh"
. "$source_folder/tests/system/tmux.sh"

PATH=$PATH:/usr/sbin
for tool in tmux ssh sshd ssh-keygen ps; do
    if ! command -v $tool >/dev/null; then
        skip "a connection that breaks" "$tool is not installed"
        finish
        exit 0
    fi
done

port=$((20000 + $$ % 20000))
ssh-keygen -q -t ed25519 -N '' -f host </dev/null
ssh-keygen -q -t ed25519 -N '' -f user </dev/null
cp user.pub allowed
cat >daemon.conf <<EOF
Port $port
ListenAddress 127.0.0.1
HostKey $room/host
AuthorizedKeysFile $room/allowed
PidFile $room/daemon.pid
StrictModes no
UsePAM no
PermitRootLogin yes
EOF
"$(command -v sshd)" -f daemon.conf -E daemon.log 2>/dev/null
daemon_runs() { [ -s daemon.pid ] && kill -0 "$(cat daemon.pid)" 2>/dev/null; }
# shellcheck disable=SC2154 # room, socket and program are of what was sourced
trap 'kill "$(cat daemon.pid)" 2>/dev/null; tmux -S "$socket" kill-server 2>/dev/null; rm -rf "$room"' EXIT

client="exec ssh -tt -F /dev/null -p $port -i user -o StrictHostKeyChecking=no -o LogLevel=ERROR"
client="$client -o UserKnownHostsFile=/dev/null -o IdentitiesOnly=yes 127.0.0.1"
remote="cd $room && echo \$\$ >process && HOME=$HOME XDG_STATE_HOME=$XDG_STATE_HOME"
remote="$remote XDG_CONFIG_HOME=$XDG_CONFIG_HOME TERM=screen-256color exec $program"

connects() { # connects FILE
    opens 80x24 "$client '$remote $1'"
    waits shows "^ *[0-9]* page.*Quit\|New resume\|Quit"
}
is_over() { ! kill -0 "$(cat process)" 2>/dev/null; }
# Which processes the daemon has begun for the session.
sessions() { ps -o pid= --ppid "$(cat daemon.pid)"; }

breaks() { # breaks NAME FILE COMMAND...
    name=$1 file=$2
    shift 2
    connects "$file"
    sends Tab
    sends -l "Mary Ann Berg"
    waits shows "Mary Ann Berg"
    "$@"
    waits is_over
    report $? "$name: the program ends"
    [ ! -e "$file" ]
    report $? "and writes no file"
    opens 80x24 "TERM=screen-256color exec $program $file"
    sees "Recover edits" "and the next start offers the edits"
    sends r
    sees "Mary Ann Berg" "all of them"
}
kill_session() {
    # shellcheck disable=SC2046 # several processes
    kill -9 $(sessions)
}
kill_client() { kill -9 "$(tmux -S "$socket" display-message -p '#{pane_pid}')"; }

if ! waits daemon_runs || ! connects never.yaml; then
    sed 's/^/# /' daemon.log
    skip "a connection that breaks" "no daemon can be run here"
    finish
    exit 0
fi
breaks "the session is killed" one.yaml kill_session
breaks "the client is killed" two.yaml kill_client

finish
