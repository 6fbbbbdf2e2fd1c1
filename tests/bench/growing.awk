# Writes one resume with as many bullets as wanted, all different, ten a position.
#
#   awk -v count=100 -f tests/bench/growing.awk tests/check/own*.tsv

BEGIN {
    FS = "\t"
    print "basics:\n  name: Maya Lindqvist\n  email: maya@example.org\nskills:"
    print "- name: Data\n  keywords: [PostgreSQL, Redis, Kafka]\nwork:"
}
FNR == 1 || seen[$4]++ || done == count { next }
{
    if (done % 10 == 0) {
        position = done / 10
        printf "- name: Employer %d\n  position: Back-End Developer\n", position
        printf "  startDate: %d-%02d\n", 2024 - int(position / 12), 12 - position % 12
        printf "  endDate: %d-%02d\n  highlights:\n", 2024 - int(position / 12), 12 - position % 12
    }
    gsub(/'/, "''", $4)
    print "  - '" $4 "'"
    done++
}
END { exit done < count }
