package dev.assay.shell.complete;

import java.util.List;

/** What the library knows that can be completed; answered quickly, from memory where it can be. */
public interface Known {

    /** {@return the installed hash algorithms} */
    List<Suggestion> algorithms();

    /** {@return the installed providers} */
    List<Suggestion> providers();

    /** {@return the plugins of the plugin folder} */
    List<Suggestion> plugins();

    /** {@return models whose name holds the text, or whose hash begins with it} */
    List<Suggestion> models(String typed);

    /** {@return the saved searches, as they are typed} */
    List<Suggestion> saved();

    /** {@return the rows of the last list} */
    List<Suggestion> rows();

    /** {@return filter words that begin so} */
    List<Suggestion> filters(String typed);
}
