/* The fields of every kind, one row each: the form, the file schema, the checker, the exporters
 * and the manual derive from these rows, so a new field is one row here (and, if no kind had a
 * field of that name before, one in FIELD_NAMES). Row order is the order of forms and new files.
 * A row without label or help does not compile. Knows no code that uses it. */
#ifndef BULLETPROOF_MODEL_FIELD_TABLE_H
#define BULLETPROOF_MODEL_FIELD_TABLE_H

/* X(kind, field, label, type, help, name in JSON Resume 0.x or NULL): FIELDS_OF_<kind> for every
 * mapping and text of NODE_KINDS. */
/* clang-format off */
#define FIELDS_OF_RESUME(X) \
    X(RESUME, SCHEMA, "Schema", LINK, "Address of the JSON Resume schema the file follows", NULL)

#define FIELDS_OF_BASICS(X) \
    X(BASICS, NAME,    "Name",     LINE,  "Your name as you want to be called", NULL) \
    X(BASICS, LABEL,   "Headline", LINE,  "The job you do, as adverts name it: Back-End Developer", NULL) \
    X(BASICS, EMAIL,   "E-mail",   EMAIL, "An address you read every day", NULL) \
    X(BASICS, PHONE,   "Phone",    LINE,  "With the country code: +44 113 496 0000", NULL) \
    X(BASICS, URL,     "Website",  LINK,  "Your own page, if it shows work", "website") \
    X(BASICS, SUMMARY, "Summary",  PROSE, "What you build, with what, what came of it: two to four lines", "bio") \
    X(BASICS, IMAGE,   "Picture",  LINK,  "Address of a picture; kept in the file, never printed", "picture")

#define FIELDS_OF_LOCATION(X) \
    X(LOCATION, CITY,         "City",         LINE,  "The town you work from", NULL) \
    X(LOCATION, REGION,       "Region",       LINE,  "State, county or province", NULL) \
    X(LOCATION, COUNTRY_CODE, "Country code", LINE,  "Two letters: GB, DE, US", NULL) \
    X(LOCATION, POSTAL_CODE,  "Postal code",  LINE,  "Seldom needed on a resume", NULL) \
    X(LOCATION, ADDRESS,      "Address",      PROSE, "Street and number; most employers need only the city", NULL)

#define FIELDS_OF_PROFILE(X) \
    X(PROFILE, NETWORK,  "Network",  LINE, "Where the profile is: GitHub, LinkedIn", NULL) \
    X(PROFILE, USERNAME, "Username", LINE, "Your name there", NULL) \
    X(PROFILE, URL,      "Address",  LINK, "The profile's full address", NULL)

#define FIELDS_OF_SKILL(X) \
    X(SKILL, NAME,  "Capability", LINE, "What the items below let you do: Data, Messaging, Testing", NULL) \
    X(SKILL, LEVEL, "Level",      LINE, "How well, in a word; leave it out unless asked for", NULL) \
    X(SKILL, OFF_PAGE, "Hidden", CHOICE, "true keeps it in the file and off the page", NULL)

#define FIELDS_OF_WORK(X) \
    X(WORK, POSITION,    "Position",       LINE,  "Your title there: Back-End Developer", NULL) \
    X(WORK, NAME,        "Employer",       LINE,  "The company or organisation", "company") \
    X(WORK, LOCATION,    "Place",          LINE,  "City, or Remote", NULL) \
    X(WORK, START_DATE,  "From",           DATE,  "Month and year: 2021-03 or Mar 2021", NULL) \
    X(WORK, END_DATE,    "To",             DATE,  "Month and year; empty while you still work there", NULL) \
    X(WORK, URL,         "Website",        LINK,  "The employer's address on the web", "website") \
    X(WORK, DESCRIPTION, "About employer", LINE,  "What the company does, for readers who do not know it", NULL) \
    X(WORK, SUMMARY,     "Summary",        PROSE, "Your part in one or two lines, if the bullets need an opening", NULL) \
    X(WORK, OFF_PAGE, "Hidden", CHOICE, "true keeps it in the file and off the page", NULL)

#define FIELDS_OF_PROJECT(X) \
    X(PROJECT, NAME,        "Project",     LINE,  "What the project is called", NULL) \
    X(PROJECT, DESCRIPTION, "Description", PROSE, "What it does and for whom, in one line", NULL) \
    X(PROJECT, START_DATE,  "From",        DATE,  "Month and year: 2021-03 or Mar 2021", NULL) \
    X(PROJECT, END_DATE,    "To",          DATE,  "Month and year; empty while it goes on", NULL) \
    X(PROJECT, URL,         "Address",     LINK,  "Where its code or its users are", NULL) \
    X(PROJECT, ENTITY,      "For whom",    LINE,  "The company or group it was made for", NULL) \
    X(PROJECT, TYPE,        "Sort",        LINE,  "Such as library, service, talk, coursework", NULL) \
    X(PROJECT, OFF_PAGE, "Hidden", CHOICE, "true keeps it in the file and off the page", NULL)

#define FIELDS_OF_EDUCATION(X) \
    X(EDUCATION, INSTITUTION, "Institution", LINE, "University, college or school", NULL) \
    X(EDUCATION, STUDY_TYPE,  "Degree",      LINE, "Such as BSc, MSc, apprenticeship", NULL) \
    X(EDUCATION, AREA,        "Subject",     LINE, "What you studied: Computer Science", NULL) \
    X(EDUCATION, START_DATE,  "From",        DATE, "Year, or month and year", NULL) \
    X(EDUCATION, END_DATE,    "To",          DATE, "Year, or month and year; empty while you study", NULL) \
    X(EDUCATION, SCORE,       "Grade",       LINE, "As the institution writes it; leave out what is long ago", "gpa") \
    X(EDUCATION, URL,         "Website",     LINK, "The institution's address on the web", NULL) \
    X(EDUCATION, OFF_PAGE, "Hidden", CHOICE, "true keeps it in the file and off the page", NULL)

#define FIELDS_OF_CERTIFICATE(X) \
    X(CERTIFICATE, NAME,   "Certificate", LINE, "Its official name, with the level", NULL) \
    X(CERTIFICATE, ISSUER, "Issuer",      LINE, "Who awarded it", NULL) \
    X(CERTIFICATE, DATE,   "Date",        DATE, "When you passed", NULL) \
    X(CERTIFICATE, URL,    "Address",     LINK, "Where a reader can verify it", NULL) \
    X(CERTIFICATE, OFF_PAGE, "Hidden", CHOICE, "true keeps it in the file and off the page", NULL)

#define FIELDS_OF_VOLUNTEER(X) \
    X(VOLUNTEER, POSITION,     "Position",     LINE,  "What you were there: Mentor, Maintainer", NULL) \
    X(VOLUNTEER, ORGANIZATION, "Organisation", LINE,  "Whom you helped", NULL) \
    X(VOLUNTEER, START_DATE,   "From",         DATE,  "Month and year: 2021-03 or Mar 2021", NULL) \
    X(VOLUNTEER, END_DATE,     "To",           DATE,  "Month and year; empty while it goes on", NULL) \
    X(VOLUNTEER, URL,          "Website",      LINK,  "The organisation's address on the web", "website") \
    X(VOLUNTEER, SUMMARY,      "Summary",      PROSE, "What it was about, in one line", NULL) \
    X(VOLUNTEER, OFF_PAGE, "Hidden", CHOICE, "true keeps it in the file and off the page", NULL)

#define FIELDS_OF_AWARD(X) \
    X(AWARD, TITLE,   "Award",      LINE,  "What it is called", NULL) \
    X(AWARD, AWARDER, "Awarded by", LINE,  "Who gave it", NULL) \
    X(AWARD, DATE,    "Date",       DATE,  "When you received it", NULL) \
    X(AWARD, SUMMARY, "Summary",    PROSE, "What it was given for", NULL) \
    X(AWARD, OFF_PAGE, "Hidden", CHOICE, "true keeps it in the file and off the page", NULL)

#define FIELDS_OF_PUBLICATION(X) \
    X(PUBLICATION, NAME,         "Title",     LINE,  "The title of the article, talk or book", NULL) \
    X(PUBLICATION, PUBLISHER,    "Publisher", LINE,  "Journal, conference or site", NULL) \
    X(PUBLICATION, RELEASE_DATE, "Date",      DATE,  "When it came out", NULL) \
    X(PUBLICATION, URL,          "Address",   LINK,  "Where it can be read", "website") \
    X(PUBLICATION, SUMMARY,      "Summary",   PROSE, "What a reader learns from it", NULL) \
    X(PUBLICATION, OFF_PAGE, "Hidden", CHOICE, "true keeps it in the file and off the page", NULL)

#define FIELDS_OF_LANGUAGE(X) \
    X(LANGUAGE, LANGUAGE, "Language", LINE, "A language people speak", NULL) \
    X(LANGUAGE, FLUENCY,  "Fluency",  LINE, "Such as native, fluent, B2", NULL) \
    X(LANGUAGE, OFF_PAGE, "Hidden", CHOICE, "true keeps it in the file and off the page", NULL)

#define FIELDS_OF_INTEREST(X) \
    X(INTEREST, NAME, "Interest", LINE, "What you like to talk about outside work", NULL) \
    X(INTEREST, OFF_PAGE, "Hidden", CHOICE, "true keeps it in the file and off the page", NULL)

#define FIELDS_OF_REFERENCE(X) \
    X(REFERENCE, NAME,      "Name",      LINE,  "Who speaks for you, and as what", NULL) \
    X(REFERENCE, REFERENCE, "Reference", PROSE, "What they said, with their consent", NULL) \
    X(REFERENCE, OFF_PAGE, "Hidden", CHOICE, "true keeps it in the file and off the page", NULL)

#define FIELDS_OF_META(X) \
    X(META, CANONICAL,     "Newest copy at", LINK, "Where the newest copy of this file is kept", NULL) \
    X(META, VERSION,       "Version",           LINE, "A mark of your own, such as v1.2.0", NULL) \
    X(META, LAST_MODIFIED, "Last modified",     LINE, "Date and time of the last change: 2024-05-01T09:30:00", NULL)

#define FIELDS_OF_SETTINGS(X) \
    X(SETTINGS, LEVEL, "Level",           CHOICE, "What the resume is judged by: junior, mid or senior", NULL) \
    X(SETTINGS, THEME, "Theme",           LINE,   "Name of the page theme, such as serif, compact or plain", NULL) \
    X(SETTINGS, PAGES, "Pages",           CHOICE, "The most pages to take, 1 to 9; empty: as many as it takes", NULL) \
    X(SETTINGS, PDF,   "Kind of PDF",     CHOICE, "archive writes PDF/A-1b, as some portals ask for; empty: a plain one", NULL) \
    X(SETTINGS, JOB,   "Job description", LINE,   "The saved job description this resume is compared with", NULL)

#define FIELDS_OF_VARIANT(X) \
    X(VARIANT, NAME,    "Variant",         LINE,  "A name to choose it by: payments, platform", NULL) \
    X(VARIANT, LABEL,   "Headline",        LINE,  "Stands for the headline in this variant", NULL) \
    X(VARIANT, SUMMARY, "Summary",         PROSE, "Stands for the summary in this variant", NULL) \
    X(VARIANT, THEME,   "Theme",           LINE,  "Stands for the theme in this variant", NULL) \
    X(VARIANT, JOB,     "Job description", LINE,  "The saved job description it is meant for", NULL)

#define FIELDS_OF_SECTION(X) \
    X(SECTION, TEXT, "Section", LINE, "A section's name in the file, in the order of the page: skills, work", NULL)

#define FIELDS_OF_BULLET(X) \
    X(BULLET, TEXT,   "Bullet", PROSE,  "What you did, to what, with what means, and what changed", NULL) \
    X(BULLET, HIDDEN, "Hidden", CHOICE, "true keeps the bullet in the file and off the page", NULL)

#define FIELDS_OF_KEYWORD(X) \
    X(KEYWORD, TEXT, "Keyword", LINE, "One item, spelt as its makers do: PostgreSQL", NULL)

#define FIELDS_OF_COURSE(X) \
    X(COURSE, TEXT, "Course", LINE, "One course worth naming", NULL)

#define FIELDS_OF_ROLE(X) \
    X(ROLE, TEXT, "Role", LINE, "One thing you were in the project: maintainer, author", NULL)

#define FIELDS_OF_TAG(X) \
    X(TAG, TEXT, "Tag", LINE, "A word of your own to find or choose bullets by", NULL)

#define FIELDS_OF_WAIVER(X) \
    X(WAIVER, CODE,   "Finding", LINE, "Code of the finding that is to be left alone: no-result", NULL) \
    X(WAIVER, ABOUT,  "About",   LINE, "The text that is meant, such as one skill; empty means wherever it is found", NULL) \
    X(WAIVER, REASON, "Reason",  LINE, "Why it does not apply here", NULL)

#define FIELDS_OF_WALKTHROUGH(X) \
    X(WALKTHROUGH, STEP,   "Question",     LINE, "Where the walkthrough goes on", NULL) \
    X(WALKTHROUGH, ANSWER, "Answer",       LINE, "The answer that is being written", NULL) \
    X(WALKTHROUGH, DID,    "What you did", LINE, "Of the bullet that is being composed", NULL) \
    X(WALKTHROUGH, TARGET, "For what",     LINE, "The service or the data it was for", NULL) \
    X(WALKTHROUGH, MEANS,  "How",          LINE, "The tools and the method", NULL) \
    X(WALKTHROUGH, CHANGE, "What changed", LINE, "Or what was prevented", NULL)
/* clang-format on */

#endif
