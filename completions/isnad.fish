# fish completion for isnad
set -l commands read explain eval lexicon version
set -l stages text token morph chunk mention quote event

complete -c isnad -n "not __fish_seen_subcommand_from $commands" -f
complete -c isnad -n "not __fish_seen_subcommand_from $commands" -a read -d "Code reports"
complete -c isnad -n "not __fish_seen_subcommand_from $commands" -a explain -d "Show why a record is as it is"
complete -c isnad -n "not __fish_seen_subcommand_from $commands" -a eval -d "Hold records against gold reports"
complete -c isnad -n "not __fish_seen_subcommand_from $commands" -a lexicon -d "Look into lexicon rows"
complete -c isnad -n "not __fish_seen_subcommand_from $commands" -a version -d "Engine, lexicon and ICU"
complete -c isnad -n "not __fish_seen_subcommand_from $commands" -l version -d "Show the version"
complete -c isnad -l help -d "Show help"

complete -c isnad -n "__fish_seen_subcommand_from $commands" -l lexicon -x -a "(__fish_complete_directories)" -d "Rows that are added or override"
complete -c isnad -n "__fish_seen_subcommand_from $commands" -l lexicon-image -r -d "The compiled lexicon"
complete -c isnad -n "__fish_seen_subcommand_from read explain" -l from -x -a "auto text jsonl" -d "Form of the input"
complete -c isnad -n "__fish_seen_subcommand_from read explain" -l published -x -d "Day of publication"
complete -c isnad -n "__fish_seen_subcommand_from read explain" -l outlet -x -d "Outlet"
complete -c isnad -n "__fish_seen_subcommand_from read explain" -l off -x -a "$stages" -d "Skip a stage"
complete -c isnad -n "__fish_seen_subcommand_from read" -l to -x -a "json plover text conllu compact:"$stages -d "Form of the records"
complete -c isnad -n "__fish_seen_subcommand_from read" -s o -l output -r -d "Write to FILE"
complete -c isnad -n "__fish_seen_subcommand_from read" -l id -x -d "Id of the report"
complete -c isnad -n "__fish_seen_subcommand_from read" -l color -x -a "auto always never" -d "Colours of --to text"
complete -c isnad -n "__fish_seen_subcommand_from read" -l verify -d "Check what each stage promises"
complete -c isnad -n "__fish_seen_subcommand_from read eval" -s j -l jobs -x -d "Threads"
complete -c isnad -n "__fish_seen_subcommand_from explain" -s s -l sentence -x -d "Only this sentence"
complete -c isnad -n "__fish_seen_subcommand_from explain" -l report -x -d "Only the report with this id"
complete -c isnad -n "__fish_seen_subcommand_from eval" -l diff -d "List what is missed or false"
complete -c isnad -n "__fish_seen_subcommand_from eval" -l json -d "Figures as one JSON object"
complete -c isnad -n "__fish_seen_subcommand_from lexicon" -a "check show"
