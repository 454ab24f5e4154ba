#compdef isnad
# zsh completion for isnad

_isnad() {
  local -a lexicon_options=(
    '*--lexicon[directory of rows that are added or override]:directory:_directories'
    '--lexicon-image[the compiled lexicon]:file:_files'
  )
  local -a report_options=(
    '--from[form of the input]:form:(auto text jsonl)'
    '--published[day of publication]:date:'
    '--outlet[outlet]:name:'
    '*--off[skip a stage]:stage:(text token morph chunk mention quote event)'
  )
  local state
  _arguments -C '--help[show help]' '--version[show the version]' '1:command:->command' '*::argument:->argument'
  case $state in
    command)
      local -a commands=('read:code reports' 'explain:show why a record is as it is' 'eval:hold records against gold reports' 'lexicon:look into lexicon rows' 'version:engine, lexicon and ICU')
      _describe command commands
      ;;
    argument)
      case $words[1] in
        read)
          _arguments $lexicon_options $report_options \
            '--to[form of the records]:format:(json plover text conllu compact\:token compact\:morph compact\:chunk compact\:mention compact\:quote compact\:event)' \
            '(-o --output)'{-o,--output}'[write to FILE]:file:_files' '--id[id of the report]:id:' \
            '--color[colours of --to text]:when:(auto always never)' '--verify[check what each stage promises]' \
            '(-j --jobs)'{-j,--jobs}'[threads]:number:' '--help[show help]' '*:file:_files'
          ;;
        explain)
          _arguments $lexicon_options $report_options '(-s --sentence)'{-s,--sentence}'[only this sentence]:number:' \
            '--report[only the report with this id]:id:' '--help[show help]' '1:file:_files'
          ;;
        eval)
          _arguments $lexicon_options '--diff[list what is missed or false, of all or one report]::id:' '--json[figures as one JSON object]' \
            '(-j --jobs)'{-j,--jobs}'[threads]:number:' '--help[show help]' '1:file:_files'
          ;;
        lexicon) _arguments $lexicon_options '--help[show help]' '1:command:(check show)' '*:directory:_files' ;;
        version) _arguments $lexicon_options '--help[show help]' ;;
      esac
      ;;
  esac
}

_isnad "$@"
