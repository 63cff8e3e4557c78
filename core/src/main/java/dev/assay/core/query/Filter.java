package dev.assay.core.query;

import dev.assay.hash.spi.HashId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which files of the catalog are meant. Made by {@link FilterParser} from what a person typed, or
 * by hand; immutable.
 */
public sealed interface Filter {

    /**
     * Files that all of these mean; every file when there are none.
     *
     * @param filters all of them
     */
    record All(List<Filter> filters) implements Filter {
        /** Copies the list. */
        public All {
            filters = List.copyOf(filters);
        }
    }

    /**
     * Files that at least one of these means; no file when there are none.
     *
     * @param filters any of them
     */
    record Any(List<Filter> filters) implements Filter {
        /** Copies the list. */
        public Any {
            filters = List.copyOf(filters);
        }
    }

    /**
     * Files that the other does not mean.
     *
     * @param filter the other
     */
    record Not(Filter filter) implements Filter {}

    /**
     * Files with this in one of their texts, whatever the case of the letters.
     *
     * @param field where to look
     * @param text what to find
     */
    record Contains(TextField field, String text) implements Filter {}

    /**
     * Files whose name holds a match of this regular expression, whatever the case.
     *
     * @param regex in the syntax of java.util.regex
     */
    record NameMatches(String regex) implements Filter {}

    /**
     * Files of a kind.
     *
     * @param field which kind
     * @param value compared without case and punctuation; for a base the start is enough
     */
    record Kind(WordField field, String value) implements Filter {}

    /**
     * Files in a folder or below; the folder is absolute, or the end of a folder's path.
     *
     * @param folder with {@code /} between its parts
     */
    record In(String folder) implements Filter {}

    /**
     * Files at these paths, and those below them where a path is a folder's.
     *
     * @param paths absolute and normalised
     */
    record At(List<Path> paths) implements Filter {
        /** Copies the list. */
        public At {
            paths = List.copyOf(paths);
        }
    }

    /**
     * Files whose number lies between these, both included.
     *
     * @param field which number
     * @param from the least; any when empty
     * @param to the greatest; any when empty
     */
    record Between(NumberField field, OptionalLong from, OptionalLong to) implements Filter {}

    /**
     * Files whose time lies between these; the end is not included.
     *
     * @param field which time
     * @param from the first moment; any when empty
     * @param to the moment after the last; any when empty
     */
    record During(TimeField field, Optional<Instant> from, Optional<Instant> to)
            implements Filter {}

    /**
     * Files in a state.
     *
     * @param facet the state
     */
    record Is(Facet facet) implements Filter {}

    /**
     * Files that have something beside them or in what is known of them.
     *
     * @param thing what is there
     */
    record Has(Thing thing) implements Filter {}

    /**
     * Files that this provider knows.
     *
     * @param provider its name
     */
    record KnownTo(String provider) implements Filter {}

    /**
     * Files for which this hash was computed.
     *
     * @param hash the recipe
     */
    record Hashed(HashId hash) implements Filter {}

    /**
     * Files with a digest that starts so.
     *
     * @param hash the recipe; any when empty
     * @param hexPrefix lower-case hexadecimal digits
     */
    record Digest(Optional<HashId> hash, String hexPrefix) implements Filter {}

    /**
     * Files that a provider takes for this model, or this version of it.
     *
     * @param provider its name
     * @param model the provider's id of the model
     * @param version the provider's id of the version; any when empty
     */
    record Published(String provider, String model, Optional<String> version) implements Filter {}

    /** Texts of a file. */
    enum TextField {
        /** The file's name. */
        NAME,
        /** The name of the published model. */
        MODEL,
        /** Who published it. */
        CREATOR,
        /** The user's tags and the provider's. */
        TAG,
        /** Words that trigger it, by its header or the provider. */
        TRIGGER,
        /** What the creator allows. */
        LICENSE,
        /** The user's note. */
        NOTE,
        /** Any of them. */
        ANY
    }

    /** Kinds of a file. */
    enum WordField {
        /** What loads it. */
        TYPE,
        /** The family it belongs to. */
        BASE,
        /** The end of its name. */
        EXT,
        /** Its container. */
        FORMAT,
        /** Its number format. */
        DTYPE,
        /** The name of its root. */
        ROOT
    }

    /** Numbers of a file. */
    enum NumberField {
        /** Bytes. */
        SIZE,
        /** Downloads of the published model. */
        DOWNLOADS,
        /** Parameters. */
        PARAMETERS
    }

    /** Times of a file. */
    enum TimeField {
        /** When its bytes last changed. */
        MODIFIED,
        /** When a scan last saw it change, move or appear. */
        SEEN,
        /** When it was first seen. */
        ADDED,
        /** When the published version came out. */
        PUBLISHED
    }

    /** States of a file. */
    enum Facet {
        /** No provider has said who it is. */
        UNKNOWN,
        /** A provider knows it by a hash that was computed. */
        IDENTIFIED,
        /** A provider knows it by a hash that only its header claims. */
        PROBABLE,
        /** Its header allows several answers. */
        AMBIGUOUS,
        /** Its SHA-256 is not known. */
        UNHASHED,
        /** It was gone at the last scan. */
        MISSING,
        /** The same bytes are there once more, in another file. */
        DUP,
        /** It is there under another name, too. */
        HARDLINKED,
        /** Its name is a symbolic link. */
        SYMLINKED,
        /** It is not what it should be: cut short, no model, unreadable. */
        BROKEN,
        /** Its safety verdict is anything but clean. */
        UNSAFE,
        /** The provider marks it as not safe for work. */
        NSFW,
        /** The provider keeps it in an archive. */
        ARCHIVED,
        /** The provider does not give it to everyone yet. */
        EARLYACCESS,
        /** A person tagged it {@code mine}, or said who it is. */
        MINE
    }

    /** What a file can have. */
    enum Thing {
        /** A preview image beside it. */
        PREVIEW,
        /** A file of metadata beside it. */
        SIDECAR,
        /** Words that trigger it. */
        TRIGGERS,
        /** The user's note. */
        NOTE,
        /** A tag of the user. */
        TAG,
        /** Any digest of the whole file. */
        HASH
    }

    /** {@return the filter that means every file} */
    static Filter everything() {
        return new All(List.of());
    }
}
