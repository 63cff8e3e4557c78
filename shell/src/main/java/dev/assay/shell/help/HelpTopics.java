package dev.assay.shell.help;

import dev.assay.core.query.FilterKey;
import dev.assay.shell.config.SettingKey;
import dev.assay.shell.error.ExitCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Pages of help that belong to no single command. */
public final class HelpTopics {
    private static final List<String> NAMES =
            List.of(
                    "filters",
                    "hashes",
                    "exit-codes",
                    "environment",
                    "json",
                    "safety",
                    "plugins",
                    "keys");

    private HelpTopics() {}

    /** {@return the names of the topics} */
    public static List<String> names() {
        return NAMES;
    }

    /** {@return the lines of a topic, laid out for a wide screen} */
    public static Optional<List<String>> lines(String topic) {
        return switch (topic) {
            case "exit-codes" -> Optional.of(exitCodes());
            case "filters" -> Optional.of(filters());
            case "hashes" -> Optional.of(HASHES.lines().toList());
            case "json" -> Optional.of(JSON.lines().toList());
            case "safety" -> Optional.of(SAFETY.lines().toList());
            case "plugins" -> Optional.of(PLUGINS.lines().toList());
            case "keys" -> Optional.of(KEYS.lines().toList());
            case "environment" -> Optional.of(environment());
            default -> Optional.empty();
        };
    }

    private static List<String> exitCodes() {
        return Arrays.stream(ExitCode.values())
                .map(code -> "  %-5s%s".formatted(code.number(), code.meaning()))
                .toList();
    }

    private static List<String> filters() {
        return FILTERS.lines()
                .flatMap(line -> line.equals("@KEYS@") ? keys() : Stream.of(line))
                .toList();
    }

    private static Stream<String> keys() {
        return Arrays.stream(FilterKey.values())
                .map(key -> "  %-24s  %s".formatted(key.example(), key.help()));
    }

    private static List<String> environment() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Strongest first: option, environment, .assay.toml of the project, your config file,");
        lines.add("default. `assay config show --origin` tells which one won.");
        lines.add("");
        for (SettingKey key : SettingKey.values()) {
            String names = String.join(", ", key.variables());
            lines.add("  " + names + " ".repeat(Math.max(1, 44 - names.length())) + key.id());
        }
        lines.add("  ASSAY_PROVIDERS_NAME_KEY                    providers.NAME.KEY");
        lines.add("  ASSAY_PLUGINS_NAME_TIME_LIMIT               plugins.NAME.time-limit");
        lines.add("  ASSAY_CIVITAI_BASE_URL                      providers.civitai.base-url");
        lines.add("  CIVITAI_TOKEN, CIVITAI_API_KEY              the token for CivitAI");
        lines.add("  ASSAY_CONFIG                                the configuration file");
        lines.add(
                "  ASSAY_SIMD=off                              plain hashing, without the vector unit");
        lines.add("  ASSAY_AOT=off                               start without the AOT cache");
        lines.add("  NO_COLOR, CLICOLOR, CLICOLOR_FORCE          colour off or on");
        lines.add("  XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, XDG_CACHE_HOME");
        return lines;
    }

    private static final String FILTERS =
            """
            A selector names models: any mix of these, and all must fit.

              a path or folder          loras/detail.safetensors, ~/ComfyUI/models
              a root, a glob            comfy:loras (assay help root), *detail*
              a hash or its start       6ce0161689, sha256:6ce0161689  (six digits or more)
              a model at a provider     civitai:4201, civitai:4201@130072, a pasted CivitAI address, an AIR
              a row of the last list    %3, %1-4, row:3; the whole last list: _
              part of a name            detail
              a filter                  type:lora, base:sdxl, is:unknown

            Filters, with + for or; the same key again is or; not-KEY: turns one round.

            @KEYS@

            Sizes are powers of 1024 (500M, 2G..), times 30d, 6w, 1y or a date.
            What that cannot say: assay ls --where 'size > 2GB and (type = lora or no civitai)'
            """;

    private static final String HASHES =
            """
            sha256          the whole file; the identity key of CivitAI and Hugging Face
            crc32, blake3   the whole file
            autov1          64 KiB at offset 1 MiB, first 8 digits; collides, never identifies by itself
            autov2          first 10 digits of sha256, as image prompts carry it
            payload-sha256  safetensors: everything after the header; survives edited metadata
            autov3          first 12 digits of payload-sha256
            head8k          SHA-256 of the first 8 KiB
            edges8k         SHA-256 of the first and the last 8 KiB; finds moved files and duplicates

            The 8 KiB recipes are called AutoV1 and AutoV2 in one older document; CivitAI's are the ones
            above. `assay algo ls` lists everything that is installed.
            """;

    private static final String JSON =
            """
            --json prints one document, --jsonl (-o jsonl) one object a line. Each names its schema:
              scan      assay.scan/1; as lines assay.file/1 and one assay.summary/1 at the end
              inspect   assay.inspect/1        hash      assay.hash/1, -c: assay.check/1
              ls, show, search  assay.model/1  identify  assay.identity/1, assay.summary/1
              verify    assay.verify/1, as lines assay.summary/1 at the end
              stats     assay.stats/1          root      assay.root/1
              tag       assay.tag/1            note      assay.note/1
              prune     assay.plan/1           catalog   assay.catalog/1, assay.catalogcheck/1
              algo      assay.algorithm/1      provider  assay.provider/1
              config    assay.config/1, assay.configpath/1
              token     assay.token/1 (never a token)
              help      assay.command/1, of a topic assay.topic/1        --version assay.version/1
            A list that nothing fits is the document [], whatever the exit code; tags and notes are
            exported as lines only.
            Errors are one object on stderr: assay.error/1 with code, exit, message, hint, details.
            A path that is not UTF-8 has %XX for each byte that is not, and %25 for %; CSV and TSV
            write it so too. The objects of ls, show, scan, inspect and hash then have
            path_escaped: true. -o paths gives its bytes.
            A digest that does not exist for a file is null; one that was not computed is absent.
            --json=name,size keeps only these keys; a column of -F that is no key, such as sha256, gives
            what it holds in TSV. Keys are added in minor releases, never removed.
            """;

    private static final String SAFETY =
            """
            Pickle files (.ckpt .pt .pth .bin .pkl) are programs: loading one can run code. Assay reads
            them with a symbolic machine and never runs them.
              CLEAN        read to the end; nothing but known harmless imports
              SUSPICIOUS   an import outside the known list, or an odd structure
              UNSCANNABLE  could not be read to the end; never take it for clean
              DANGEROUS    loading it can run code
            `assay inspect --exit-code FILE` ends with 1 when a file is DANGEROUS.
            """;

    private static final String PLUGINS =
            """
            A plugin is a jar with a Java module that provides dev.assay.hash.spi.HashPlugin or
            dev.assay.provider.spi.ProviderPlugin, put into the folder `plugins` beside the catalog.
            It runs once allowed, its jars pinned by SHA-256: assay plugin ls, assay plugin allow NAME.
            There is no sandbox: a plugin may do all that you may. A broken one costs its own results
            only, and is named. `assay algo ls` and `assay provider ls` tell where each comes from.
            """;

    private static final String KEYS =
            """
            In the shell (assay shell):
              Tab           completes commands, options, files, algorithms, settings
              Ctrl-R        searches the history
              Up, Down      earlier lines
              Right, End    takes the grey suggestion
              Ctrl-C        stops the running command gently; at the prompt, clears the line
              Ctrl-D        leaves
              command &     runs it in the background; `jobs` lists, `jobs cancel N` stops
              > file        the command's data into a file; >> file adds to it, | less shows it
              set KEY VALUE a setting for this session; without words, what is set
            """;
}
