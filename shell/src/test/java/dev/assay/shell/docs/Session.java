package dev.assay.shell.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The commands of one document, in its order: the lines behind {@code $} in blocks marked {@code
 * console}, with what is printed below them, and the lines of blocks marked {@code sh}.
 *
 * @param document where they stand
 * @param steps the commands
 */
record Session(Document document, List<Step> steps) {
    private static final Pattern COMMAND =
            Pattern.compile("^(\\$ .*|(\\./)?assay( .*)?|(mvn|docker|java|sudo|dpkg) .*)$");
    private static final String PROMPT = "$ ";

    /**
     * One command.
     *
     * @param place file and line, for messages
     * @param command what is typed
     * @param printed what the document says is printed
     * @param shows whether the document shows the output
     */
    record Step(String place, String command, List<String> printed, boolean shows) {}

    static Session of(Document document) {
        List<Step> steps = new ArrayList<>();
        for (Document.Block block : document.blocks()) {
            switch (block.language()) {
                case "console" -> console(document, block, steps);
                case "sh" -> script(document, block, steps);
                default -> refuseCommands(document, block);
            }
        }
        return new Session(document, steps);
    }

    private static void console(Document document, Document.Block block, List<Step> steps) {
        for (int at = 0; at < block.lines().size(); at++) {
            String line = block.lines().get(at);
            if (line.startsWith(PROMPT)) {
                steps.add(
                        new Step(
                                place(document, block, at),
                                line.substring(PROMPT.length()),
                                new ArrayList<>(),
                                true));
            } else {
                steps.getLast().printed().add(line);
            }
        }
    }

    private static void script(Document document, Document.Block block, List<Step> steps) {
        for (int at = 0; at < block.lines().size(); at++) {
            String line = block.lines().get(at).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                steps.add(new Step(place(document, block, at), line, List.of(), false));
            }
        }
    }

    /** A command in an unmarked block would never be run by anybody but readers. */
    private static void refuseCommands(Document document, Document.Block block) {
        for (int at = 0; at < block.lines().size(); at++) {
            if (COMMAND.matcher(block.lines().get(at)).matches()) {
                throw new AssertionError(
                        place(document, block, at)
                                + ": a block with commands is marked console or sh");
            }
        }
    }

    private static String place(Document document, Document.Block block, int at) {
        return document.path() + ":" + (block.line() + 1 + at);
    }
}
