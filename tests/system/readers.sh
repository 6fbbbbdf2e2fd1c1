#!/bin/sh
# What is saved says the same to other readers of YAML and JSON, as TAP: those that are installed
# are asked, the others are named.
set -u
. "${srcdir:-.}/tests/system/tap.sh"

"${program%/bulletproof}/tests/system/nasty" .
report $? "nasty texts are saved in block, in brackets, anew and as JSON"
echo "# $(wc -l <expected) texts"

cat >reader.py <<'EOF'
import sys
def show(resume):
    works = resume["work"]
    texts = list(works[0]["highlights"])
    texts += [work["summary"] for work in works if "summary" in work]
    texts += resume["skills"][0]["keywords"]
    for text in texts:
        print(text.encode().hex() if isinstance(text, str) else "not a text: %r" % (text,))
kind, path = sys.argv[1:]
with open(path, encoding="utf-8") as file:
    if kind == "json":
        import json
        show(json.load(file))
    elif kind == "pyyaml":
        import yaml
        show(yaml.safe_load(file))
    else:
        import ruamel.yaml
        show(ruamel.yaml.YAML(typ="safe", pure=True).load(file))
EOF
cat >reader.pl <<'EOF'
use strict;
use warnings;
my ($module, $path) = @ARGV;
eval "require $module; 1" or die $@;
my $resume = $module eq "JSON::PP" ? JSON::PP->new->utf8->decode(do { local (@ARGV, $/) = $path; <> })
           : $module->can("LoadFile")->($path);
my @works = @{$resume->{work}};
my @texts = (@{$works[0]{highlights}}, map({ $_->{summary} // () } @works),
             @{$resume->{skills}[0]{keywords}});
for my $text (@texts) {
    if (!defined $text || ref $text) { print "not a text\n"; next; }
    utf8::encode($text);
    print unpack("H*", $text), "\n";
}
EOF
cat >reader.js <<'EOF'
const [kind, path] = process.argv.slice(2);
const source = require("fs").readFileSync(path, "utf8");
const resume = kind === "json" ? JSON.parse(source)
             : kind === "yaml" ? require("yaml").parse(source)
             : require("js-yaml").load(source);
const texts = [...resume.work[0].highlights,
               ...resume.work.filter(work => "summary" in work).map(work => work.summary),
               ...resume.skills[0].keywords];
for (const text of texts)
    console.log(typeof text === "string" ? Buffer.from(text).toString("hex") : "not a text: " + text);
EOF
cat >reader.rb <<'EOF'
require "yaml"
require "date"
resume = YAML.safe_load(File.read(ARGV[0], encoding: "UTF-8"), permitted_classes: [Date, Time])
works = resume["work"]
texts = works[0]["highlights"] + works.map { |work| work["summary"] }.compact +
        resume["skills"][0]["keywords"]
texts.each { |text| puts text.is_a?(String) ? text.unpack1("H*") : "not a text: #{text.inspect}" }
EOF

# reads NAME FILE... -- COMMAND...: what the command prints for each file must be as expected.
reads() {
    name=$1 files=
    shift
    while [ "$1" != -- ]; do files="$files $1"; shift; done
    shift
    for file in $files; do
        "$@" "$file" >said 2>errors && cmp -s said expected
        status=$?
        [ $status -eq 0 ] || { head -3 errors; diff said expected | head -10; } | sed 's/^/# /'
        report $status "$name reads $file the same"
    done
}
asks() { # asks NAME PROBE FILE... -- COMMAND...
    name=$1 probe=$2
    shift 2
    if sh -c "$probe" >/dev/null 2>&1; then reads "$name" "$@"; else skip "$name" "it is not installed"; fi
}
yaml='patched.yaml new.yaml'
# shellcheck disable=SC2086 # several files
{
    asks "PyYAML" "python3 -c 'import yaml'" $yaml new.json -- python3 reader.py pyyaml
    asks "ruamel.yaml" "python3 -c 'import ruamel.yaml'" $yaml new.json -- python3 reader.py ruamel
    asks "Python's JSON" "command -v python3" new.json -- python3 reader.py json
    asks "YAML::XS" "perl -MYAML::XS -e 1" $yaml -- perl reader.pl YAML::XS
    asks "YAML::PP" "perl -MYAML::PP -e 1" $yaml -- perl reader.pl YAML::PP
    asks "Perl's JSON" "perl -MJSON::PP -e 1" new.json -- perl reader.pl JSON::PP
    asks "js-yaml" "node -e 'require(\"js-yaml\")'" $yaml new.json -- node reader.js js-yaml
    asks "yaml of npm" "node -e 'require(\"yaml\")'" $yaml new.json -- node reader.js yaml
    asks "node's JSON" "command -v node" new.json -- node reader.js json
    asks "Psych of Ruby" "command -v ruby" $yaml -- ruby reader.rb
}
finish
