package dev.assay.shell.command.setup;

import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.run.Command;
import dev.assay.shell.run.Invocation;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** {@code completion}: the script that makes Tab work in a system shell. */
@picocli.CommandLine.Command(name = "completion")
public final class CompletionCommand extends Command {
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    private static final String BASH =
            """
            # assay completion for bash: put `eval "$(assay completion bash)"` into ~/.bashrc
            _assay() {
                local line words=("${COMP_WORDS[@]:1:COMP_CWORD}")
                local IFS=$'\\n'
                COMPREPLY=()
                compopt -o filenames 2>/dev/null
                while IFS=$'\\t' read -r line _; do
                    [ -n "$line" ] && COMPREPLY+=("$line")
                done < <(assay __complete -- "${words[@]}" 2>/dev/null)
                [ "${#COMPREPLY[@]}" -eq 1 ] && [[ ${COMPREPLY[0]} == */ ]] && compopt -o nospace
            }
            complete -F _assay assay
            """;

    private static final String ZSH =
            """
            #compdef assay
            # assay completion for zsh: put `eval "$(assay completion zsh)"` into ~/.zshrc
            _assay() {
                local -a values descriptions
                local value text
                while IFS=$'\\t' read -r value text; do
                    [[ -n $value ]] || continue
                    values+=("$value")
                    descriptions+=("$value${text:+  ($text)}")
                done < <(assay __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)
                compadd -l -d descriptions -a values
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

    @Parameters(paramLabel = "SHELL", arity = "0..1", description = "bash, zsh or fish")
    List<String> shells = new ArrayList<>();

    @Override
    public ExitCode run(Invocation run) {
        String shell = shells.isEmpty() ? "" : shells.getFirst();
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
