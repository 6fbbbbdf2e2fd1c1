#!/bin/sh
# The recipes of RECIPES.md, run as they are written, as TAP. One whose tool is missing is skipped.
set -u
. "${srcdir:-.}/tests/system/tap.sh"

# Prints the block that follows the mark of a recipe.
recipe() { # recipe NAME
    awk -v mark="<!-- recipe: $1 -->" '
        $0 == mark { found = 1; next }
        found && /^```/ { if (inside) exit; inside = 1; next }
        inside' "$source_folder/RECIPES.md"
}
has() { command -v "$1" >/dev/null 2>&1; }

mkdir "$room/bin"
ln -s "$program" "$room/bin/bulletproof"
PATH=$room/bin:$PATH

cat >weak.yaml <<'YAML'
basics:
  name: Zoë Example
  email: zoe@example.com
work:
  - name: Acme
    position: Back-End Developer
    startDate: 2021-03
    highlights:
      - 'Réduced the p95 of teh order search by half with an index in PostgreSQL.'
      - Worked with Java, Spring, Kafka, Docker and Jenkins.
YAML
"$program" check --spelling=off weak.yaml >plain
grep -q "^weak.yaml:10:[0-9]*: error: " plain
report $? "there is something to find"
"$program" new --sample=mid good.yaml
sed '/highlights:/,/^$/{/^      - \(Responsible\|Improved\|Used\|Worked\)/d}' good.yaml >strong.yaml

for name in $(sed -n 's/^<!-- recipe: \(.*\) -->$/\1/p' "$source_folder/RECIPES.md"); do
    recipe "$name" >block
    [ -s block ]
    report $? "the recipe $name has a block"
done

# --- Git -------------------------------------------------------------------------------
commits() { # commits MESSAGE
    git -C repository -c user.name=A -c user.email=a@example.com commit -q -m "$1" >out 2>&1
}
if has git; then
    git init -q repository
    recipe pre-commit >repository/.git/hooks/pre-commit
    chmod +x repository/.git/hooks/pre-commit
    cp weak.yaml "repository/my resume.yaml"
    git -C repository add -A
    commits weak
    [ $? -eq 1 ]
    report $? "a resume in error is not committed"
    says out "^my resume.yaml:10:[0-9]*: error: " "and the finding is told by file and line"
    cp strong.yaml "repository/my resume.yaml"
    commits unstaged
    [ $? -eq 1 ]
    report $? "what is staged counts, not what lies in the folder"
    git -C repository add -A
    commits strong
    report $? "a resume without errors is committed"
    echo text >repository/notes.txt
    git -C repository add -A
    commits notes && [ ! -s out ]
    report $? "so is what is no resume"
else
    skip "a resume in error is not committed" "git is not here"
fi

# --- Continuous integration: the steps that are the program's ------------------------------
# Prints the commands of a step.
step() { # step NAME
    recipe ci | awk -v name="      - name: $1" '
        $0 == name { found = 1; next }
        found && /run: \|/ { inside = 1; next }
        inside && !/^          / { exit }
        inside { print substr($0, 11) }'
}
mkdir ci
cp weak.yaml ci/resume.yaml
step Check >check.sh
step Export >export.sh
(cd ci && sh -e ../check.sh) >out 2>errors
[ $? -eq 1 ]
report $? "the step that checks fails for a weak resume"
says ci/resume.sarif '"startLine":10' "and leaves a log with its lines"
cp strong.yaml ci/resume.yaml
if has git; then
    git init -q ci && git -C ci add -A &&
        git -C ci -c user.name=A -c user.email=a@example.com commit -q -m resume
    (cd ci && sh -e ../export.sh && cp resume.pdf first.pdf && sh -e ../export.sh) >out 2>errors
    cmp -s ci/resume.pdf ci/first.pdf && head -c 5 ci/resume.pdf | grep -q '%PDF-'
    report $? "the step that exports writes the same PDF each time"
else
    skip "the step that exports writes the same PDF each time" "git is not here"
fi

# --- Vim -------------------------------------------------------------------------------
if has vim && vim --version | grep -q '+quickfix' && vim --version | grep -q '+eval'; then
    mkdir -p "$HOME/.vim/compiler"
    recipe vim >"$HOME/.vim/compiler/bulletproof.vim"
    cat >ask.vim <<'VIM'
compiler bulletproof
silent make
let lines = map(filter(getqflist(), 'v:val.valid'), 'bufname(v:val.bufnr).":".v:val.lnum.":".v:val.col." ".v:val.type')
call writefile(lines, 'listed')
cfirst
call writefile([line('.').':'.virtcol('.')], 'went')
while 1
    try
        cnext
    catch
        break
    endtry
    call writefile([line('.').':'.virtcol('.')], 'went', 'a')
endwhile
qall!
VIM
    vim -es -N -u NONE -i NONE --cmd 'filetype plugin on' -S ask.vim weak.yaml >out 2>&1 </dev/null
    "$program" check weak.yaml | sed 's/^\([^:]*:[0-9]*:[0-9]*\): \(.\).*/\1 \2/' >expected
    cmp -s expected listed || diff expected listed | sed 's/^/# /'
    cmp -s expected listed
    report $? "Vim lists every finding with file, line, column and severity"
    sed 's/^[^:]*:\([0-9]*:[0-9]*\) .*/\1/' expected | cmp -s - went
    report $? "and goes to each place, behind letters that are several bytes as well"
    echo 'basics: [' >weak.broken.yaml
    vim -es -N -u NONE -i NONE -S ask.vim weak.broken.yaml >out 2>&1 </dev/null
    says listed "^weak.broken.yaml:[0-9]*:[0-9]* " "what cannot be read has its place, too"
else
    skip "Vim lists every finding with file, line, column and severity" "Vim with scripts is not here"
fi

# --- Emacs -----------------------------------------------------------------------------
if has emacs; then
    recipe emacs >recipe.el
    cat >ask.el <<'ELISP'
(load-file "recipe.el")
(require 'compile)
(setq compilation-ask-about-save nil)
(let ((buffer (compile "bulletproof check weak.yaml")))
  (while (get-buffer-process buffer) (accept-process-output nil 0.1))
  (let ((more t))
    (while more
      (condition-case nil
          (progn
            (let ((inhibit-message t)) (next-error))
            (let ((message (get-text-property (with-current-buffer buffer (point)) 'compilation-message buffer)))
              (with-current-buffer (get-file-buffer "weak.yaml")
                (princ (format "weak.yaml:%d:%d %s\n" (line-number-at-pos) (1+ (current-column))
                               (nth (compilation--message->type message) '("a" "w" "e")))))))
        (error (setq more nil))))))
ELISP
    emacs -Q --batch --eval '(setq compilation-skip-threshold 0)' -l ask.el >listed 2>errors
    # It goes once to each place.
    "$program" check weak.yaml | sed 's/^\([^:]*:[0-9]*:[0-9]*\): \(.\).*/\1 \2/' |
        awk '!seen[$1]++' >expected
    cmp -s expected listed || { diff expected listed; cat errors; } | sed 's/^/# /'
    cmp -s expected listed
    report $? "Emacs goes to each place by file, line, column and severity"
else
    skip "Emacs goes to each place by file, line, column and severity" "Emacs is not here"
fi

# --- Many ------------------------------------------------------------------------------
mkdir resumes
i=0
while [ $i -lt 30 ]; do
    sed "s/Acme/Employer $i/" weak.yaml >"resumes/$(printf '%02d' $i) r.yaml"
    printf '{"id":"c-%d","resume":{"basics":{"name":"Ann %d"},"work":[{"highlights":["Fixed bugs."]}]}}\n' $i $i
    i=$((i + 1))
done >resumes.jsonl
echo '{"id":' >>resumes.jsonl
find resumes -name '*.yaml' -print0 | sort -z | xargs -0 "$program" check --format=json >expected
recipe files >files.sh
sh -e files.sh
[ $? -eq 1 ] && cmp -s expected report.jsonl
report $? "many files give what a few do"
"$program" check --lines=resume --format=json resumes.jsonl >results.jsonl
if has parallel && parallel --version 2>/dev/null | grep -q 'GNU parallel'; then
    mkdir -p "$HOME/.parallel" && touch "$HOME/.parallel/will-cite"
    recipe parallel | sed 's/-n 200/-n 7/' >parallel.sh # several calls of so few files
    sh parallel.sh >out 2>errors
    [ $? -eq 5 ] && cmp -s expected report.jsonl
    report $? "GNU parallel gives the same files in the same order"
    sed 's/"line":[0-9]*/"line":0/g' results.jsonl >numbered
    recipe parallel-lines | sed 's/--block 1M/--block 1k/' >lines.sh
    sh -e lines.sh && sed 's/"line":[0-9]*/"line":0/g' results.jsonl | cmp -s - numbered
    report $? "and the same lines, but for their numbers"
else
    skip "GNU parallel gives the same files in the same order" "GNU parallel is not here"
    skip "and the same lines, but for their numbers" "GNU parallel is not here"
fi
if has jq; then
    recipe join >join.sh
    sh -e join.sh
    grep -q '^{"id":"c-29","errors":[0-9]*}$' errors.jsonl && [ "$(wc -l <errors.jsonl)" -eq 30 ] &&
        grep -q '^{"id":null,"line":[0-9]*,"message":"..*"}$' unread.jsonl
    report $? "jq joins them by their ids"
else
    skip "jq joins them by their ids" "jq is not here"
fi

# --- Slurm: the script of one task, without the queue ------------------------------------------
"$program" check --lines=resume --format=json resumes.jsonl | sed 's/"line":[0-9]*/"line":0/g' >expected
mkdir parts
eval "$(grep -o '`split [^`]*`' "$source_folder/RECIPES.md" | tr -d '`' | sed 's,l/100,l/3,')"
recipe slurm >task.sh
for task in 0 1 2; do
    SLURM_ARRAY_TASK_ID=$task sh task.sh
done
eval "$(grep -o '`cat results[^`]*`' "$source_folder/RECIPES.md" | tr -d '`')"
sed 's/"line":[0-9]*/"line":0/g' results.jsonl | cmp -s - expected
report $? "the tasks of an array give the results in order"
echo kept >results/part-001
SLURM_ARRAY_TASK_ID=1 sh task.sh
[ "$(cat results/part-001)" = kept ]
report $? "and one that is done is not done again"

finish
