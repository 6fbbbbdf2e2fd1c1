# fish completion for bulletproof. The program itself tells what a word may become; fish completes
# files. "bulletproof completions fish" prints this.

function __bulletproof_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l answer ($words[1] completions words -- $words[2..-1] 2>/dev/null)
    set -l kind $answer[1]
    set -l word $words[-1]
    set -l lead ''
    if string match -q -- '-*=*' $word
        set lead (string replace -r '=.*' '=' -- $word)
        set word (string replace -r '^[^=]*=' '' -- $word)
    end
    if set -q answer[2]
        printf '%s\n' $answer[2..-1]
    end
    switch "$kind"
        case files
            __fish_complete_path $word | string replace -r '^' -- $lead
        case folders
            __fish_complete_directories $word | string replace -r '^' -- $lead
    end
end

complete -c bulletproof -f -a '(__bulletproof_complete)'
