# For the tests that need a terminal: sourced after tap.sh. tmux is the terminal, on a socket of
# its own, so that no other session is touched.
# shellcheck shell=sh disable=SC2154 # room is of tap.sh
socket=$room/socket
opened=0
trap 'tmux -S "$socket" kill-server 2>/dev/null; rm -rf "$room"' EXIT

opens() { # opens SIZE COMMAND
    tmux -S "$socket" kill-server 2>/dev/null
    # A server that is ending still holds its socket.
    opened=$((opened + 1))
    socket=$room/socket.$opened
    tmux -S "$socket" -f /dev/null new-session -d -x "${1%x*}" -y "${1#*x}" "$2"
}
screen() {
    tmux -S "$socket" capture-pane -p 2>/dev/null
}
# Waits until CONDITION... holds, at most ten seconds: a sanitized program on a busy machine.
waits() {
    tries=100
    until "$@"; do
        tries=$((tries - 1))
        [ $tries -gt 0 ] || return 1
        sleep 0.1
    done
}
shows() { # shows PATTERN
    screen | grep -q -e "$1"
}
sees() { # sees PATTERN NAME
    waits shows "$1"
    seen=$?
    [ $seen -eq 0 ] || screen | sed 's/^/# /'
    report $seen "$2"
}
sends() { # sends KEY... as tmux names them
    tmux -S "$socket" send-keys "$@"
}
