/* Job descriptions: single sentences by their traps, and whole ones beside their labels. */
#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/base/file.h"
#include "bulletproof/match/job.h"

static const JobTerm *find(const JobTerm *terms, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(terms[i].technology->name, name) == 0) {
            return &terms[i];
        }
    }
    return NULL;
}

/* The names of the terms, in order, with ", " between. */
static void list_terms(StrBuf *out, const JobTerm *terms, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        strbuf_addf(out, "%s%s", i > 0 ? ", " : "", terms[i].technology->name);
    }
}

static void expect_text(const char *text, const char *expected, const char *actual)
{
    if (strcmp(expected, actual) != 0) {
        printf("# \"%s\": expected \"%s\", got \"%s\"\n", text, expected, actual);
    }
    CU_ASSERT_STRING_EQUAL(actual, expected);
}

static void names_are_taken_only_where_they_are_meant(void)
{
    static const struct {
        const char *text, *terms;
    } cases[] = {
        {"Help us go to market faster.", ""},
        {"Going forward, you will go beyond the brief.", ""},
        {"Services written in Go, with some Rust.", "Go, Rust"},
        {"Go-to-market meetings and our Go services.", "Go"},
        {"You report to C-level managers.", ""},
        {"1) Pact\n2) Jest", "Pact, Jest"},
        {"C, C++ and a little R.", "C, C++, R"},
        {"Our spring intake starts soon. Spring internships too.", ""},
        {"Spring Boot, and Spring in older services.", "Spring Boot, Spring"},
        {"Express delivery is our product.", ""},
        {"Express.js at the front, Express middleware behind it.", "Express"},
        {"Lunch with the rest of the team, rest assured.", ""},
        {"REST and SOAP interfaces.", "REST, SOAP"},
        {"We react quickly.", ""},
        {"React and Node on the web side.", "React, Node.js"},
        {"A swift reply. Swift is for the app team: Swift code, not yours.", "Swift"},
        {"Take the helm of a team.", ""},
        {"Helm charts and Terraform.", "Helm, Terraform"},
        {"You lead our head chef and Chef Rossi.", ""},
        {"Work at Python Lodge with Flask.", "Flask"},
        {"Join Redis Freight Ltd. We use Kafka.", "Kafka"},
        {"Join Kafka & Sons. We use Redis.", "Redis"},
        {"The Spring Meadow team writes Spring code.", "Spring"},
        {"Our office dog is called Java.", ""},
        {"Write to Kotlin Byrne, our recruiter.", ""},
        {"C#/.NET 8 and ASP.NET Core on Azure.", "C#, .NET, ASP.NET Core, Azure"},
        {"Postgres, k8s, JS and AWS Lambda.", "PostgreSQL, Kubernetes, JavaScript, AWS Lambda"},
        {"CI/CD with GitHub Actions; continuous delivery.", "CI/CD, GitHub Actions"},
        {"Unit, contract and load tests.", "Unit testing, Contract testing, Load testing"},
        {"Experience in the cloud.", ""},
        {"Jest for unit tests, JWTs for users.", "Jest, Unit testing, JWT"},
        {"Go for it, but spring for lunch.", ""},
        {"Wages are paid through SWIFT. We use Go.", "Go"},
        {"Grafana or Jaeger to find faults", "Grafana, Jaeger"},
        {"Gatling or a similar load-testing tool", "Gatling, Load testing"},
        {"You sit beside Dara and Julia.", ""},
        {"Perl | Desirable", "Perl"},
        {"", ""},
        {"\n\n - \n", ""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Arena arena = {0};
        StrBuf names = {0};
        Job job = job_read(view_of(cases[i].text), &arena);
        list_terms(&names, job.terms, job.term_count);
        expect_text(cases[i].text, cases[i].terms, strbuf_text(&names));
        strbuf_done(&names);
        arena_done(&arena);
    }
}

static void wording_and_headings_tell_the_importance(void)
{
    static const struct {
        const char *text, *term;
        JobImportance importance;
    } cases[] = {
        {"Job\nRequirements\n- Java", "Java", IMPORTANCE_REQUIRED},
        {"Job\nNice to have\n- Kafka", "Kafka", IMPORTANCE_PREFERRED},
        {"Job\nWhat you will do\n- Run Kafka", "Kafka", IMPORTANCE_MENTIONED},
        {"Job\nOur stack: Java, Kafka.", "Kafka", IMPORTANCE_MENTIONED},
        {"Job\nYou must know Kafka.", "Kafka", IMPORTANCE_REQUIRED},
        {"Job\nRequirements\n- Java, ideally with Kotlin", "Kotlin", IMPORTANCE_PREFERRED},
        {"Job\nRequirements\n- Java, ideally with Kotlin", "Java", IMPORTANCE_REQUIRED},
        {"Job\nRequirements\n- Docker (Kubernetes is a plus)", "Kubernetes", IMPORTANCE_PREFERRED},
        {"Job\nRequirements\n- Docker (Kubernetes is a plus)", "Docker", IMPORTANCE_REQUIRED},
        {"Job\nMust have: Go. Nice to have: Rust code.", "Go", IMPORTANCE_REQUIRED},
        {"Job\nMust have: Go. Nice to have: Rust code.", "Rust", IMPORTANCE_PREFERRED},
        {"Job\nWe run Kafka.\nEssential\n- Kafka", "Kafka", IMPORTANCE_REQUIRED},
        {"Job\nEssential\n- Go services\nDesirable\n- Kafka\n\nWe work in Scrum teams.", "Scrum",
         IMPORTANCE_MENTIONED},
        {"Job\n\n**what you'll absolutely need**\n* Redis", "Redis", IMPORTANCE_REQUIRED},
        {"Job\nAn advantage, not a condition\n- Jenkins", "Jenkins", IMPORTANCE_PREFERRED},
        {"Job\n\n✅ The must-haves\n👉 Laravel", "Laravel", IMPORTANCE_REQUIRED},
        {"Job\n\n1. Requirements\n- Laravel", "Laravel", IMPORTANCE_REQUIRED},
        {"Job\nGood grief, no. But you do need:\n– basic SQL", "SQL", IMPORTANCE_REQUIRED},
        {"Job\nPluses, and none of them is a dealbreaker: Rust code", "Rust", IMPORTANCE_PREFERRED},
        {"Job\nWhat you can forget\n- PHP\n\nEin Tag bei uns\nKafka all day.", "Kafka",
         IMPORTANCE_MENTIONED},
        {"Job\n\n3. ESSENTIAL CRITERIA\n\na) JWTs, handled with care.", "JWT", IMPORTANCE_REQUIRED},
        {"Job\n\nIV. AWARD CRITERIA (points are given for each one of them)\n\nA2. RabbitMQ.",
         "RabbitMQ", IMPORTANCE_PREFERRED},
        {"Job\nWhat they can't do without:\n1. HIPAA", "HIPAA", IMPORTANCE_REQUIRED},
        {"Job\nIt will please us if you have also:\n→ Kibana", "Kibana", IMPORTANCE_PREFERRED},
        {"Job\nThis would win you a smile:\n- Kibana", "Kibana", IMPORTANCE_PREFERRED},
        {"Job\n\n## The setting\n\nYou join four people: two write Java code.", "Java",
         IMPORTANCE_MENTIONED},
        {"Job\nSkill | Needed?\nCassandra cluster of three data centres in two cities | Desirable\n"
         "Kafka | Essential",
         "Kafka", IMPORTANCE_REQUIRED},
        {"Job\nIt would be a plus if you had seen Scala, and a further plus if you had worked with "
         "Spark.",
         "Spark", IMPORTANCE_PREFERRED},
        {"Job\nAnd it would be lovely, but not essential, if you have\n- used Docker", "Docker",
         IMPORTANCE_PREFERRED},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Arena arena = {0};
        Job job = job_read(view_of(cases[i].text), &arena);
        const JobTerm *term = find(job.terms, job.term_count, cases[i].term);
        if (!term || term->importance != cases[i].importance) {
            printf("# \"%s\": %s is %s\n", cases[i].text, cases[i].term,
                   term ? job_importance_name(term->importance) : "missed");
        }
        CU_ASSERT(term && term->importance == cases[i].importance);
        arena_done(&arena);
    }
}

static void what_is_not_wanted_stands_apart(void)
{
    static const struct {
        const char *text, *terms, *negated;
    } cases[] = {
        {"No PHP, we promise.", "", "PHP"},
        {"We do not use Go, Java or Kubernetes.", "", "Go, Java, Kubernetes"},
        {"React experience is not needed.", "", "React"},
        {"Java, not PHP.", "Java", "PHP"},
        {"Not only Java but also Kotlin.", "Java, Kotlin", ""},
        {"We don't use PHP, but Python is everywhere.", "Python", "PHP"},
        {"Deal-breakers: only PHP or Magento so far.", "", "PHP, Magento"},
        {"We are not looking for Java developers.", "", "Java"},
        {"You must know Java. The old Java service is no longer used.", "Java", ""},
        {"Not part of this job: Oracle databases, C++.", "", "Oracle, C++"},
        {"COBOL itself is no longer used.", "", "COBOL"},
        {"No stranger to Kafka.", "Kafka", ""},
        {"Without Docker you are lost.", "", "Docker"},
        {"Java is not part of this role: it was retired.", "", "Java"},
        {"They looked hard at Kubernetes and decided against it.", "", "Kubernetes"},
        {"What we don't need:\n- Unity or C#: no need for either", "", "Unity, C#"},
        {"V. EXCLUDED\n\nWe run Nomad rather than Kubernetes.", "Nomad", "Kubernetes"},
        {"We left Jenkins behind last year.", "", "Jenkins"},
        {"C++ | Not needed | -", "", "C++"},
        {"Kafka doesn't scare you.", "Kafka", ""},
        {"If you live for Java this will make you unhappy, there isn't any.", "", "Java"},
        {"MongoDB comes up at every second meeting and gets outvoted.", "", "MongoDB"},
        {"Nobody expects you to learn COBOL.", "", "COBOL"},
        {"You will never have to write a line of Java for it.", "", "Java"},
        {"We're happily Kubernetes-free.", "", "Kubernetes"},
        {"Job\n\nWhat can I safely forget about?\nJavaScript, for a start.", "", "JavaScript"},
        {"Job\n\n❌ WordPress\n❌ Kubernetes", "", "WordPress, Kubernetes"},
        {"We stopped using Scala in the same year.", "", "Scala"},
        {"PHP wird bei uns nicht eingesetzt.", "", "PHP"},
        {"What we do not look for: Node.js, please.", "", "Node.js"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Arena arena = {0};
        StrBuf names = {0}, negated = {0};
        Job job = job_read(view_of(cases[i].text), &arena);
        list_terms(&names, job.terms, job.term_count);
        list_terms(&negated, job.negated, job.negated_count);
        expect_text(cases[i].text, cases[i].terms, strbuf_text(&names));
        expect_text(cases[i].text, cases[i].negated, strbuf_text(&negated));
        strbuf_done(&negated);
        strbuf_done(&names);
        arena_done(&arena);
    }
}

static void a_term_knows_its_line_and_sentence(void)
{
    Arena arena = {0};
    Job job = job_read(view_of("Title\n\nWe like tea. You know Postgres well.\n"), &arena);
    const JobTerm *term = find(job.terms, job.term_count, "PostgreSQL");
    CU_ASSERT_PTR_NOT_NULL_FATAL(term);
    CU_ASSERT_EQUAL(term->line, 3);
    CU_ASSERT(view_is(term->sentence, "You know Postgres well."));
    CU_ASSERT(view_is(term->spelling, "Postgres"));
    arena_done(&arena);
}

static void years_place_languages_and_degrees_are_facts(void)
{
    static const struct {
        const char *text;
        JobFactKind kind;
        const char *fact;
    } cases[] = {
        {"Job\n- 5+ years of Java", JOB_FACT_YEARS, "5+ years of Java"},
        {"Senior Engineer, Leeds", JOB_FACT_SENIORITY, "Senior Engineer"},
        {"Job\nHybrid two days a week.", JOB_FACT_PLACE, "Hybrid two days a week"},
        {"Job\nFluent German, please.", JOB_FACT_SPEECH, "Fluent German"},
        {"Job\nA degree in physics", JOB_FACT_DEGREE, "A degree in physics"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Arena arena = {0};
        Job job = job_read(view_of(cases[i].text), &arena);
        bool is_found = false;
        for (size_t k = 0; k < job.fact_count; k++) {
            is_found = is_found || (job.facts[k].kind == cases[i].kind &&
                                    view_is(job.facts[k].text, cases[i].fact));
        }
        if (!is_found) {
            printf("# no %s in \"%s\"\n", job_fact_name(cases[i].kind), cases[i].text);
        }
        CU_ASSERT(is_found);
        arena_done(&arena);
    }
}

/* --- Whole job descriptions -------------------------------------------------------------- */

typedef struct {
    size_t terms, found, extra, categories, importances, traps, negated;
} Score;

static StrView take_cell(StrView *line)
{
    size_t end = view_find(*line, '\t');
    StrView cell = view_slice(*line, 0, end);
    *line = view_slice(*line, end + 1, line->length);
    return cell;
}

static const JobTerm *find_view(const Job *job, StrView name)
{
    for (size_t i = 0; i < job->term_count; i++) {
        if (view_is(name, job->terms[i].technology->name)) {
            return &job->terms[i];
        }
    }
    return NULL;
}

/* Categories that a term may have are parted by bars. */
static bool has_category(StrView allowed, const char *category)
{
    while (allowed.length > 0) {
        size_t end = view_find(allowed, '|');
        if (view_is(view_slice(allowed, 0, end), category)) {
            return true;
        }
        allowed = view_slice(allowed, end + 1, allowed.length);
    }
    return false;
}

static void score_label(Score *score, const Job *job, StrView line, size_t *allowed)
{
    StrView kind = take_cell(&line), name = take_cell(&line), category = take_cell(&line);
    const JobTerm *term = find_view(job, name);
    if (view_is(kind, "term")) {
        score->terms++;
        score->found += term != NULL;
        score->categories +=
            term && has_category(category, job_category_name(term->technology->category));
        score->importances += term && view_is(line, job_importance_name(term->importance));
    }
    score->traps += term && view_is(kind, "trap");
    score->negated += term && view_is(kind, "negated");
    *allowed += term && (view_is(kind, "term") || view_is(kind, "optional"));
}

static void read_source(const char *folder_name, const char *suffix, StrBuf *out)
{
    Diag diag = {0};
    StrBuf path = {0};
    strbuf_addf(&path, "tests/jobs/%s%s", folder_name, suffix);
    CU_ASSERT_FATAL(file_read(source_path(strbuf_text(&path)), 1 << 20, out, NULL, &diag));
    strbuf_done(&path);
}

static void score_job(Score *score, const char *name)
{
    Arena arena = {0};
    StrBuf text = {0}, labels = {0};
    read_source(name, ".txt", &text);
    read_source(name, ".tsv", &labels);
    Job job = job_read(strbuf_view(&text), &arena);
    size_t allowed = 0;
    StrView rest = strbuf_view(&labels), line;
    view_next_line(&rest, &line);
    while (view_next_line(&rest, &line)) {
        score_label(score, &job, line, &allowed);
    }
    score->extra += job.term_count - allowed;
    strbuf_done(&labels);
    strbuf_done(&text);
    arena_done(&arena);
}

static void whole_job_descriptions_are_read_as_people_read_them(void)
{
    static const char *const names[] = {
        "dev-01",   "dev-02",   "dev-03",   "dev-04",   "dev-05",   "dev-06",   "learn-01",
        "learn-02", "learn-03", "learn-04", "held-01",  "held-02",  "held-03",  "held-04",
        "late-01",  "late-02",  "late-03",  "late-04",  "late-05",  "fresh-01", "fresh-02",
        "fresh-03", "fresh-04", "fresh-05", "fresh-06", "fresh-07", "fresh-08", "fresh-09",
        "fresh-10", "fresh-11", "fresh-12", "fresh-13", "fresh-14", "fresh-15", "fresh-16",
        "fresh-17", "fresh-18", "fresh-19", "fresh-20", "fresh-21", "fresh-22", "fresh-23",
        "fresh-24", "fresh-25", "fresh-26"};
    Score score = {0};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        score_job(&score, names[i]);
    }
    printf("# jobs: %zu of %zu terms, %zu extra, %zu categories, %zu importances, %zu traps, "
           "%zu negated\n",
           score.found, score.terms, score.extra, score.categories, score.importances, score.traps,
           score.negated);
    size_t whole = score.terms + score.found + score.extra; /* of F1 */
    /* The labels spell some names otherwise: "TDD", "Server-sent events". */
    CU_ASSERT(200 * score.found >= 95 * whole);
    CU_ASSERT(100 * score.categories >= 97 * score.found);
    CU_ASSERT(100 * score.importances >= 93 * score.found);
    /* Not understood: SWIFT beside SEPA, a comedy of Monty Python's, and "Kafka keeps coming up in
     * interviews; the answer is still no". */
    CU_ASSERT(score.traps <= 2);
    CU_ASSERT(score.negated <= 1);
}

/* Whatever the apostrophe, and whatever the case of the letter behind it. */
static void what_belongs_to_a_name_is_no_part_of_it(void)
{
    static const struct {
        const char *text, *spelling;
    } cases[] = {
        {"You know Redis's modules.", "Redis"},
        {"You know Redis’s modules.", "Redis"},
        {"YOU KNOW REDIS'S MODULES.", "REDIS"},
        {"YOU KNOW REDIS’S MODULES.", "REDIS"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Arena arena = {0};
        Job job = job_read(view_of(cases[i].text), &arena);
        CU_ASSERT_EQUAL_FATAL(job.term_count, 1);
        CU_ASSERT(view_is(job.terms[0].spelling, cases[i].spelling));
        arena_done(&arena);
    }
}

CU_TestInfo job_tests[] = {
    {"what belongs to a name is no part of it", what_belongs_to_a_name_is_no_part_of_it},
    {"names are taken only where they are meant", names_are_taken_only_where_they_are_meant},
    {"wording and headings tell the importance", wording_and_headings_tell_the_importance},
    {"what is not wanted stands apart", what_is_not_wanted_stands_apart},
    {"a term knows its line and sentence", a_term_knows_its_line_and_sentence},
    {"years place languages and degrees are facts", years_place_languages_and_degrees_are_facts},
    {"whole job descriptions are read as people read them",
     whole_job_descriptions_are_read_as_people_read_them},
    CU_TEST_INFO_NULL,
};
