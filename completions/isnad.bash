# bash completion for isnad
_isnad() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= word
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in read | explain | eval | lexicon | version) command=$word; break ;; esac
  done
  case $previous in
    --from) COMPREPLY=($(compgen -W "auto text jsonl" -- "$current")); return ;;
    --to) COMPREPLY=($(compgen -W "json plover text conllu compact:token compact:morph compact:chunk compact:mention compact:quote compact:event" -- "$current")); return ;;
    --off) COMPREPLY=($(compgen -W "text token morph chunk mention quote event" -- "$current")); return ;;
    --color) COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
    --lexicon) COMPREPLY=($(compgen -d -- "$current")); return ;;
    --lexicon-image | --output | -o) COMPREPLY=($(compgen -f -- "$current")); return ;;
    --published | --outlet | --id | --jobs | -j | --sentence | -s | --report | --diff) return ;;
  esac
  local options="--help"
  case $command in
    read) options+=" --from --to --output --published --outlet --id --color --lexicon --lexicon-image --off --verify --jobs" ;;
    explain) options+=" --sentence --report --from --published --outlet --off --lexicon --lexicon-image" ;;
    eval) options+=" --diff --json --jobs --lexicon --lexicon-image" ;;
    version) options+=" --lexicon --lexicon-image" ;;
    lexicon) options+=" --lexicon --lexicon-image" ;;
    *) COMPREPLY=($(compgen -W "read explain eval lexicon version --help --version" -- "$current")); return ;;
  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  elif [[ $command == lexicon && $previous == lexicon ]]; then
    COMPREPLY=($(compgen -W "check show" -- "$current"))
  else
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _isnad isnad
