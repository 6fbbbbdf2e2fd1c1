#!/bin/sh
# Writes the C table of the data files that are built into the program.
#   embed.sh SOURCE-FOLDER FILE... >embedded_table.c      FILE is relative to SOURCE-FOLDER
set -eu
LC_ALL=C
export LC_ALL

source_folder=$1
shift
files=$(printf '%s\n' "$@" | sort)

printf '#include "base/embedded_table.h"\n'
index=0
for file in $files; do
    printf '\nstatic const unsigned char bytes_%d[] = {\n' "$index"
    od -An -v -tu1 "$source_folder/$file" | sed 's/  *\([0-9][0-9]*\)/\1,/g'
    printf '0};\n'
    index=$((index + 1))
done

printf '\nconst EmbeddedFile embedded_table[] = {\n'
index=0
for file in $files; do
    printf '    {"%s", {(const char *)bytes_%d, sizeof(bytes_%d) - 1}},\n' "$file" "$index" "$index"
    index=$((index + 1))
done
printf '};\nconst size_t embedded_table_count = %d;\n' "$index"
