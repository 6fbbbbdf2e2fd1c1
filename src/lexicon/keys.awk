# What the compilers of word data share: failing with a place, trimming, keys, C strings.

function fail(text) {
    printf "%s:%d: %s\n", FILENAME, FNR, text >"/dev/stderr"
    failed = 1
    exit 1
}

function trimmed(text) {
    gsub(/^[ \t]+|[ \t]+$/, "", text)
    return text
}

# In keys, hyphens and slashes are blanks: "back-end" and "back end" are one.
function key_of(text) {
    text = tolower(text)
    gsub(/[-\/]/, " ", text)
    gsub(/  +/, " ", text)
    return trimmed(text)
}

# A C string; without trigraphs.
function quoted(text) {
    gsub(/\\/, "\\\\", text)
    gsub(/"/, "\\\"", text)
    gsub(/\?\?/, "?\\?", text)
    return "\"" text "\""
}
