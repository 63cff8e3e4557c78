package dev.assay.shell.command.setup;

import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.option.Words;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import java.util.List;

/** {@code completion}: the script that makes Tab work in a system shell. */
public final class CompletionCommand extends Command {
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    /** Bash cuts words at {@code :} and {@code =} too, so the line is cut anew before asking. */
    private static final String BASH =
            """
            # assay completion for bash: put `eval "$(assay completion bash)"` into ~/.bashrc
            _assay() {
                local IFS=$' \\t\\n' line=${COMP_LINE:0:COMP_POINT} words value cut=
                read -a words <<< "$line"
                [[ $line == *[[:space:]] ]] && words+=("")
                local word=${words[${#words[@]}-1]}
                [[ $word == *[:=]* ]] && cut=${word%"${word##*[:=]}"}
                COMPREPLY=()
                compopt -o filenames 2>/dev/null
                while IFS=$'\\t' read -r value _; do
                    [[ -n $value ]] && COMPREPLY+=("${value#"$cut"}")
                done < <(assay __complete -- "${words[@]:1}" 2>/dev/null)
                [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[/:] ]] && compopt -o nospace
                return 0
            }
            complete -F _assay assay
            """;

    /** What fits was decided by the program, so zsh is told not to choose again. */
    private static final String ZSH =
            """
            #compdef assay
            # assay completion for zsh: put `eval "$(assay completion zsh)"` into ~/.zshrc
            _assay() {
                local -a values descriptions open shown
                local value text
                while IFS=$'\\t' read -r value text; do
                    [[ -n $value ]] || continue
                    if [[ $value == *[/:] ]]; then
                        open+=("$value")
                        shown+=("$value${text:+  ($text)}")
                    else
                        values+=("$value")
                        descriptions+=("$value${text:+  ($text)}")
                    fi
                done < <(assay __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)
                compadd -U -V assay -l -d descriptions -a values
                compadd -U -V assay-open -S '' -l -d shown -a open
            }
            compdef _assay assay
            """;

    private static final String FISH =
            """
            # assay completion for fish: assay completion fish > ~/.config/fish/completions/assay.fish
            function __assay_complete
                set -l words (commandline -opc) (commandline -ct)
                assay __complete -- $words[2..-1] 2>/dev/null
            end
            complete -c assay -f -a '(__assay_complete)'
            """;

    private final Words shells = takes.words("SHELL", "0..1", "bash, zsh or fish");

    @Override
    public boolean bearsBadSettings() {
        return true;
    }

    @Override
    public ExitCode run(Invocation run) {
        String shell = shells.list().isEmpty() ? "" : shells.list().getFirst();
        run.host()
                .out()
                .write(
                        switch (shell) {
                            case "bash" -> BASH;
                            case "zsh" -> ZSH;
                            case "fish" -> FISH;
                            default -> throw unknown(shell);
                        });
        return ExitCode.OK;
    }

    private static Failure unknown(String shell) {
        return new Failure(
                shell.isEmpty() ? ErrorCode.ARGUMENT_MISSING : ErrorCode.BAD_VALUE,
                shell.isEmpty()
                        ? "for which shell?"
                        : "no completion for " + shell + "." + Suggest.question(shell, SHELLS),
                "There are: " + String.join(", ", SHELLS));
    }
}
