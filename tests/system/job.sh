#!/bin/sh
# Job descriptions as they come, as TAP: other encodings and line ends, standard input, a megabyte,
# what is no text, what attacks.
set -u
. "${srcdir:-.}/tests/system/tap.sh"
cp "$source_folder/samples/mid.yaml" resume.yaml

advert='You must know Kafka and Redis.\n\nNice to have\nTerraform at Caf\303\251 M\303\274ller\n'
# shellcheck disable=SC2059 # the escapes are meant
printf "$advert" >utf8.txt
awk '{ printf "%s\r\n", $0 }' utf8.txt >crlf.txt
iconv -f UTF-8 -t UTF-16 utf8.txt >utf16.txt
iconv -f UTF-8 -t UTF-16BE utf8.txt >utf16be.txt
iconv -f UTF-8 -t ISO-8859-1 utf8.txt >latin1.txt
"$program" terms --format=json - <utf8.txt | sed 's/"file":"[^"]*"//' >expected
says expected '"term":"Kafka"' "a job description on standard input is read"
for kind in utf8 crlf utf16 utf16be latin1; do
    runs 0 "terms of $kind" terms --format=json $kind.txt
    sed 's/"file":"[^"]*"//' out | cmp -s - expected
    report $? "$kind says the same as UTF-8"
done
"$program" match resume.yaml --job=- <utf8.txt >out
says out 'Kafka .*messaging' "match takes a job description from standard input"

# --- what is no text ------------------------------------------------------------------------
printf '%%PDF-1.7\nKafka' >pdf.txt
printf 'PK\003\004Kafka' >docx.txt
printf 'Kafka\000Redis' >zero.txt
for kind in pdf docx zero; do
    runs 2 "terms refuses what is $kind" terms $kind.txt
    says errors "$kind.txt.*plain text" "and says what to do"
    runs 2 "match refuses what is $kind" match resume.yaml --job=$kind.txt
    is_silent out "and prints nothing"
done
runs 2 "a job description that is not there" match resume.yaml --job=missing.txt
says errors "missing.txt" "is named"
runs 2 "a folder is none" terms home
awk 'BEGIN { for (i = 0; i < 1048577; i++) printf "a" }' >large.txt
runs 2 "a job description over a megabyte" terms large.txt

# --- a megabyte ----------------------------------------------------------------------------
for words in "Go, " "no Go. " "Java is a plus " "5+ years " "rooms named Express "; do
    awk -v words="$words" 'BEGIN { for (i = 0; i + length(words) < 1048576; i += length(words)) printf words }' \
        >large.txt
    timeout 20 "$program" match resume.yaml --job=large.txt >out
    report $? "a megabyte of \"$words\" is read at once"
done

# --- what attacks --------------------------------------------------------------------------
printf 'You must know \033]0;PWNED\007Kafka\033[31m\302\2335m \342\200\256Redis. Postgres\033[2J.\n' >hostile.txt
for arguments in "terms hostile.txt" "terms --format=json hostile.txt" \
    "match resume.yaml --job=hostile.txt" "match resume.yaml --format=json --job=hostile.txt"; do
    # shellcheck disable=SC2086 # words
    "$program" $arguments >out 2>errors
    ! LC_ALL=C awk '/[\001-\010\013-\037\177]/ || /\302[\200-\237]/ || /\342\200\256/ { raw = 1 }
        END { exit !raw }' out errors
    report $? "$arguments shows nothing that a terminal acts on"
    says out 'Kafka' "and what is named"
done

mkdir hostile.jobs
cp hostile.txt "hostile.jobs/a$(printf '\033')[31mb.txt"
cp hostile.txt hostile.jobs/good.txt
cp "$source_folder/samples/mid.yaml" hostile.yaml
cat >hostile.script <<'EOS'
open hostile.yaml
run jobs
screen
type good
key Enter
screen
key Esc
run jobs
paste You must know \e]0;PWNED\aKafka\e[31m.\nRedis\e[2J
screen
EOS
"$program" --script hostile.script >out 2>errors
! LC_ALL=C awk '/[\001-\010\013-\037\177]/ || /\302[\200-\237]/ || /\342\200\256/ { raw = 1 }
    END { exit !raw }' out errors
report $? "saved, named and pasted in the editor it is as harmless"
says out "Kafka" "and compared"

finish
