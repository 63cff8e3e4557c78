package dev.assay.shell.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The commands of one document, in its order: the lines behind {@code $} in blocks marked {@code
 * console}, with what is printed below them, and the lines of blocks marked {@code sh}.
 *
 * @param document where they stand
 * @param steps the commands
 */
record Session(Document document, List<Step> steps) {
    /** Languages of blocks without commands; pictures and screens are {@code text}. */
    private static final Set<String> OTHERS = Set.of("text", "java");

    private static final String PROMPT = "$ ";

    /**
     * One command.
     *
     * @param place file and line, for messages
     * @param command what is typed
     * @param printed what the document says is printed
     * @param shows whether the document shows the output
     */
    record Step(String place, String command, List<String> printed, boolean shows) {
        /** {@return the command without the remark behind it} */
        String typed() {
            return command.replaceFirst("\\s+# .*$", "").strip();
        }
    }

    static Session of(Document document) {
        List<Step> steps = new ArrayList<>();
        for (Document.Block block : document.blocks()) {
            switch (block.language()) {
                case "console" -> console(document, block, steps);
                case "sh" -> script(document, block, steps);
                default -> refuseUnlessOther(document, block);
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

    /** A command in a block of another kind would never be run by anybody but readers. */
    private static void refuseUnlessOther(Document document, Document.Block block) {
        if (!OTHERS.contains(block.language())) {
            throw new AssertionError(
                    place(document, block, 0)
                            + ": a block with commands is marked console or sh, others are "
                            + OTHERS);
        }
    }

    private static String place(Document document, Document.Block block, int at) {
        return document.path() + ":" + (block.line() + 1 + at);
    }
}
