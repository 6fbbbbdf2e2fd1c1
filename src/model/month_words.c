/* The months by their names, as a page may have them, and what stands for an end that is not yet.
 */
#include "model/month.h"

enum { MONTHS = 12 };

typedef struct {
    const char *code, *open_end;
    const char *names[MONTHS];
    const char *short_names[MONTHS];
} Language;

/* clang-format off */
static const Language languages[DATE_LANGUAGE_COUNT] = {
    [DATE_ENGLISH] = {"en", "Present",
        {"January", "February", "March", "April", "May", "June",
         "July", "August", "September", "October", "November", "December"},
        {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}},
    [DATE_GERMAN] = {"de", "heute",
        {"Januar", "Februar", "März", "April", "Mai", "Juni",
         "Juli", "August", "September", "Oktober", "November", "Dezember"},
        {"Jan.", "Feb.", "März", "Apr.", "Mai", "Juni",
         "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."}},
    [DATE_SPANISH] = {"es", "actualidad",
        {"enero", "febrero", "marzo", "abril", "mayo", "junio",
         "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
        {"ene.", "feb.", "mar.", "abr.", "may.", "jun.",
         "jul.", "ago.", "sept.", "oct.", "nov.", "dic."}},
    [DATE_FRENCH] = {"fr", "aujourd’hui",
        {"janvier", "février", "mars", "avril", "mai", "juin",
         "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
        {"janv.", "févr.", "mars", "avr.", "mai", "juin",
         "juil.", "août", "sept.", "oct.", "nov.", "déc."}},
    [DATE_ITALIAN] = {"it", "oggi",
        {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
         "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"},
        {"gen.", "feb.", "mar.", "apr.", "mag.", "giu.",
         "lug.", "ago.", "set.", "ott.", "nov.", "dic."}},
    [DATE_DUTCH] = {"nl", "heden",
        {"januari", "februari", "maart", "april", "mei", "juni",
         "juli", "augustus", "september", "oktober", "november", "december"},
        {"jan.", "feb.", "mrt.", "apr.", "mei", "juni",
         "juli", "aug.", "sep.", "okt.", "nov.", "dec."}},
    [DATE_POLISH] = {"pl", "obecnie",
        {"styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec",
         "lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień"},
        {"sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"}},
    [DATE_PORTUGUESE] = {"pt", "atual",
        {"janeiro", "fevereiro", "março", "abril", "maio", "junho",
         "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"},
        {"jan.", "fev.", "mar.", "abr.", "maio", "jun.",
         "jul.", "ago.", "set.", "out.", "nov.", "dez."}},
    [DATE_SWEDISH] = {"sv", "nu",
        {"januari", "februari", "mars", "april", "maj", "juni",
         "juli", "augusti", "september", "oktober", "november", "december"},
        {"jan.", "feb.", "mars", "apr.", "maj", "juni",
         "juli", "aug.", "sep.", "okt.", "nov.", "dec."}},
};
/* clang-format on */

const char *month_name_in(int month, DateLanguage language)
{
    return languages[language].names[month - 1];
}

const char *month_short_in(int month, DateLanguage language)
{
    return languages[language].short_names[month - 1];
}

const char *date_language_code(DateLanguage language)
{
    return languages[language].code;
}

const char *date_language_open_end(DateLanguage language)
{
    return languages[language].open_end;
}
