# Writes resumes that differ, as many as wanted: the samples with other people, employers and numbers,
# and bullets of the labelled sentences in place of theirs. The same ones at every run.
#
#   awk -v count=1000 -v folder=DIR -f tests/bench/corpus.awk samples/*.yaml tests/check/own*.tsv

function below(limit) { return int(rand() * limit) }

# A number for each number, nearly as large.
function vary(text,    out, number) {
    out = ""
    while (match(text, /[0-9]+/)) {
        number = substr(text, RSTART, RLENGTH)
        out = out substr(text, 1, RSTART - 1)
        out = out (length(number) > 3 ? number : int(number * (0.6 + rand())) + 1)
        text = substr(text, RSTART + RLENGTH)
    }
    return out text
}

function quote(text) {
    gsub(/'/, "''", text)
    return "'" text "'"
}

function bullet(line) {
    return "      - " quote(below(2) ? sentences[below(sentence_count)] : vary(line))
}

function name(    first, last) {
    first = "Ada Ben Cleo Dai Eva Finn Gita Hugo Iris Jonas Kira Liam Mina Noor Omar Pia"
    last = "Abel Brandt Costa Duarte Egan Faber Grant Holm Ivers Jansen Keller Lindt Moreau Novak Okafor Petit"
    return word(first) " " word(last)
}
function word(list,    words, count) {
    count = split(list, words, " ")
    return words[1 + below(count)]
}

function write_resume(number, file,    sample, i, line, in_bullets) {
    sample = below(sample_count)
    in_bullets = 0
    for (i = 0; i < line_count[sample]; i++) {
        line = lines[sample, i]
        if (line ~ /^ *highlights:/) in_bullets = 1
        else if (line !~ /^      - /) in_bullets = 0
        if (line ~ /^  name:/) print "  name: " name() >file
        else if (line ~ /^  email:/) print "  email: person" number "@example.com" >file
        else if (line ~ /^  - name:/ && in_work) print "  - name: " word("North South East West Upper Lower") " " word("Freight Bank Health Energy Media Retail Labs") " " number >file
        else if (in_bullets && line ~ /^      - /) {
            if (below(10)) print bullet(substr(line, 9)) >file
            if (!below(6)) print bullet(substr(line, 9)) >file
        } else print line >file
        if (line ~ /^[a-z]/) in_work = line ~ /^work:/
    }
    close(file)
}

FNR == 1 { is_sample = FILENAME ~ /\.yaml$/; sample_count += is_sample }
is_sample { lines[sample_count - 1, line_count[sample_count - 1]++] = $0; next }
FNR > 1 { split($0, field, "\t"); sentences[sentence_count++] = field[4] }

END {
    srand(20251125)
    for (number = 0; number < count; number++)
        write_resume(number, sprintf("%s/resume-%05d.yaml", folder, number))
}
