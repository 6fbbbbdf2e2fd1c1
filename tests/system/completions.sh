#!/bin/sh
# What shells complete, asked in the shells themselves, as TAP.
set -u
. "${srcdir:-.}/tests/system/tap.sh"

cp "$source_folder/tests/screens/variants.yaml" resume.yaml
touch "a file.txt"
mkdir rules-folder "$room/bin"
ln -s "$program" "$room/bin/bulletproof"
PATH=$room/bin:$PATH
mkdir -p "$XDG_CONFIG_HOME/bulletproof/themes" "$XDG_CONFIG_HOME/bulletproof/rules"
echo "size: 9.5" >"$XDG_CONFIG_HOME/bulletproof/themes/mine.yaml"
cat >"$XDG_CONFIG_HOME/bulletproof/rules/house.yaml" <<'YAML'
rules:
  - {code: plain-words, kind: substitution, find: [utilised], replace: used, severity: advice,
     message: Plain words, reason: They are short, question: Why not?, before: Utilised it.,
     after: Used it., fails: Utilised it., passes: Used it.}
YAML

# What is typed up to the Tab, and what the line is then.
cat >cases <<'CASES'
bulletproof che|bulletproof check
bulletproof check --fo|bulletproof check --format
bulletproof check --format=sa|bulletproof check --format=sarif
bulletproof check --format sa|bulletproof check --format sarif
bulletproof check -q --lines=re|bulletproof check -q --lines=resume
bulletproof explain no-res|bulletproof explain no-result
bulletproof explain plain-w|bulletproof explain plain-words
bulletproof guide evi|bulletproof guide evidence
bulletproof export resume.yaml --theme comp|bulletproof export resume.yaml --theme compact
bulletproof export resume.yaml --theme=min|bulletproof export resume.yaml --theme=mine
bulletproof export resume.yaml --variant pay|bulletproof export resume.yaml --variant payments
bulletproof variants resume.yaml pay|bulletproof variants resume.yaml payments
bulletproof check res|bulletproof check resume.yaml
bulletproof match --job=res|bulletproof match --job=resume.yaml
bulletproof --color=nev|bulletproof --color=never
bulletproof check --rules rul|bulletproof check --rules rules-folder
bulletproof completions fi|bulletproof completions fish
CASES

# Compares a file of lines with those that are expected; a last blank or slash is the shell's taste.
compare() { # compare SHELL LINES
    sed 's/.*|//' cases >expected
    sed 's/[ /]*$//' "$2" | diff expected - >difference
    sed 's/^/# /' difference
    [ -s "$2" ] && [ ! -s difference ]
    report $? "$1 completes commands, options, values, names and files"
}

# --- bash: the words as it splits them, at blanks and at "=" --------------------------------
if command -v bash >/dev/null; then
    "$program" completions bash >script.bash
    cat >ask.bash <<'BASH'
source ./script.bash
compopt() { :; } # for completions that bash itself asks for
while IFS='|' read -r typed _; do
    read -r -a COMP_WORDS <<<"${typed//=/ = }"
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _bulletproof
    last=${COMP_WORDS[-1]}
    echo "${typed%"$last"}${COMPREPLY[0]}"
done <cases
BASH
    bash ask.bash >lines 2>errors
    compare bash lines
    is_silent errors "and says nothing"
    bash -c 'source ./script.bash; complete -p bulletproof' >out 2>errors
    says out "_bulletproof" "the script tells bash whom to ask"
else
    skip "bash completes commands, options, values, names and files" "bash is not here"
fi

# --- zsh: keys typed into one; ^X writes the line down ----------------------------------------
if command -v zsh >/dev/null; then
    "$program" completions zsh >script.zsh
    cat >init.zsh <<'ZSH'
autoload -Uz compinit && compinit -u -D && source ./script.zsh
unsetopt LIST_BEEP
write-line() { print -r -- "$BUFFER" >>lines; BUFFER=; }
zle -N write-line && bindkey '^X' write-line
bindkey '^I' complete-word
print ready >ready
ZSH
    cat >ask.zsh <<'ZSH'
zmodload zsh/zpty
zpty -b shell "zsh -f -i"
zpty -w shell "source ./init.zsh"
wait_for() { for ((i = 0; i < 300; i++)); do eval "$1" && return; sleep 0.1; zpty -rt shell drain; done; }
wait_for '[[ -e ready ]]'
count=0
while IFS='|' read -r typed _; do
    ((count++))
    zpty -wn shell "$typed"$'\t\x18'
    wait_for '[[ -e lines && $(wc -l <lines) -ge $count ]]'
done <cases
zpty -d shell
ZSH
    rm -f lines
    zsh -f ask.zsh >out 2>errors
    touch lines
    compare zsh lines
else
    skip "zsh completes commands, options, values, names and files" "zsh is not here"
fi

# --- fish: it tells itself what it would put -----------------------------------------------
if command -v fish >/dev/null; then
    mkdir -p "$XDG_CONFIG_HOME/fish/completions"
    "$program" completions fish >"$XDG_CONFIG_HOME/fish/completions/bulletproof.fish"
    cat >ask.fish <<'FISH'
while read -l line
    set -l typed (string split '|' -- $line)[1]
    set -l words (string split ' ' -- $typed)
    set -l found (complete -C "$typed" | string split -f 1 \t)
    echo (string join ' ' -- $words[1..-2] $found[1])
end <cases
FISH
    fish ask.fish >lines 2>errors
    compare fish lines
else
    skip "fish completes commands, options, values, names and files" "fish is not here"
fi

for shell in bash zsh fish; do
    runs 0 "the program prints the script for $shell" completions $shell
    cmp -s out "$source_folder/completions/$(case $shell in zsh) echo _bulletproof ;; *) echo bulletproof.$shell ;; esac)"
    report $? "as it is installed"
done
runs 2 "for others it has none" completions fihs
says errors 'did you mean "fish"?' "and asks what was meant"
runs 0 "what cannot be read has no variants" completions words -- variants no-such.yaml ""
[ "$(cat out)" = nothing ]
report $? "and that is all the answer"
runs 0 "no word is no word of a command" completions words -- nonsense --no-such x
finish
