# bash completion for bulletproof. The program itself tells what a word may become; bash completes
# files. "bulletproof completions bash" prints this.
# shellcheck shell=bash

_bulletproof() {
    local words=() kind line i
    # Bash splits "--format=json" at the "=": here it is one word again.
    for ((i = 1; i <= COMP_CWORD; i++)); do
        if ((${#words[@]} > 0)) && [[ ${COMP_WORDS[i]} == '=' || ${COMP_WORDS[i - 1]} == '=' ]]; then
            words[-1]+=${COMP_WORDS[i]}
        else
            words+=("${COMP_WORDS[i]}")
        fi
    done
    local word=${words[-1]} value=${COMP_WORDS[COMP_CWORD]}
    [[ $value == '=' ]] && value=
    COMPREPLY=()
    {
        read -r kind
        while IFS=$'\t' read -r line _; do
            # Only what stands behind the "=" is put in place.
            [[ $word == -*=* ]] && line=${line#"${word%%=*}="}
            COMPREPLY+=("$(printf '%q' "$line")")
        done
    } < <("${COMP_WORDS[0]}" completions words -- "${words[@]}" 2>/dev/null)
    case $kind in
        files | folders)
            compopt -o filenames 2>/dev/null
            local action=-f
            [[ $kind == folders ]] && action=-d
            while IFS= read -r line; do
                COMPREPLY+=("$line")
            done < <(compgen "$action" -- "$value")
            ;;
    esac
}
complete -F _bulletproof bulletproof
