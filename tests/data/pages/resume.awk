# Writes a resume as long as is asked for, every bullet with words of its own:
#   awk -v entries=4 -v bullets=7 -f tests/data/pages/resume.awk
BEGIN {
    split("invoice berth tariff voucher ledger parcel customs meter payroll refund", thing, " ")
    split("Moved Split Rebuilt Cached Traced Sharded Hardened Replayed Throttled Audited", verb, " ")
    split("a queue with capped retries|idempotency keys|a covering index in PostgreSQL|dual writes|" \
        "a read replica|signed webhooks|contract tests", means, "|")
    print "basics:\n  name: Noor Haddad\n  label: Back-End Developer for ports and freight"
    print "  email: noor.haddad@example.com\n  phone: (206) 555-0147"
    print "  summary: Back-end developer who owns berth, tariff and ledger services."
    print "  location: {city: Porto, region: PT}\nskills:\n  - name: Data\n    keywords: [PostgreSQL, Redis]"
    print "work:"
    for (entry = 1; entry <= entries; entry++) {
        printf "  - position: Developer of line %d\n    name: Harbour Lines %d\n", entry, entry
        printf "    location: Quay %d, Porto\n    startDate: %d-03\n", entry, 2025 - entry
        if (entry > 1) printf "    endDate: %d-02\n", 2026 - entry
        print "    highlights:"
        for (bullet = 1; bullet <= bullets; bullet++) {
            number = (entry - 1) * bullets + bullet
            printf "      - %s the %s service %d with %s, so that run %d of the night takes %d min instead of %d h",
                verb[number % 10 + 1], thing[(number * 3) % 10 + 1], number, means[number % 7 + 1],
                number + 1000, number % 50 + 3, number % 9 + 2
            if (number % 3 == 0) printf " and a slow mail server no longer holds up ship %d at its berth", number + 2000
            print "."
        }
    }
    print "education:\n  - institution: University of Porto\n    area: Informatics\n    studyType: BSc"
}
