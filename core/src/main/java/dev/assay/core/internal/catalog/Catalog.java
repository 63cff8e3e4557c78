package dev.assay.core.internal.catalog;

import dev.assay.core.internal.walk.Stats;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Identity;
import dev.assay.core.model.ListedFile;
import dev.assay.core.query.Filter;
import dev.assay.core.query.Order;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is remembered of files, in one SQLite file. Contents are the identities, paths their
 * attributes. What a row says is checked on the way out; a damaged row is not known.
 *
 * <p>Safe for use from many threads and by several processes at once. Everything that was saved
 * survives the death of the process; what a person made survives a power cut too.
 */
public final class Catalog implements AutoCloseable {
    private final Database database;
    private final Clock clock;
    private final String rules;
    private final Places places = new Places();
    private final FileTable files = new FileTable(places);
    private final DigestTable digests = new DigestTable();
    private final IdentityTable identities = new IdentityTable();
    private final UserTable users = new UserTable();
    private final ContentTable contents = new ContentTable(digests);
    private final ContentMatcher matcher =
            new ContentMatcher(files, contents, digests, identities, users);
    private final Entries entries = new Entries(files, contents, digests, identities, users);
    private final Recorder recorder;
    private final Finder finder = new Finder(this);

    private Catalog(Database database, Clock clock, String rules) {
        this.database = database;
        this.clock = clock;
        this.rules = rules;
        this.recorder = new Recorder(files, contents, matcher, entries, rules);
    }

    /**
     * Opens a catalog, making it when there is none.
     *
     * @param rules what names the rules that headers are read with; headers that were read with
     *     others are to be read again
     * @throws dev.assay.core.model.CatalogException when it cannot be used; its message says what
     *     to do
     */
    public static Catalog open(Path file, Clock clock, String rules) {
        return new Catalog(Opening.open(file, clock), clock, rules);
    }

    /** {@return the file} */
    public Path file() {
        return database.file();
    }

    /** {@return what was lost and saved when a damaged catalog was opened, for a person to read} */
    public Optional<String> recovery() {
        return database.recovery();
    }

    /** {@return what was passed over so far since it is damaged, for a person to read} */
    public Optional<String> doubts() {
        return database.doubts().told();
    }

    /** Opens a catalog that is left exactly as it is; what would write it is refused. */
    static Catalog openToRead(Path file, Clock clock, String rules) {
        return new Catalog(Opening.openToRead(file), clock, rules);
    }

    /** {@return whether nothing can be saved, since the file or its folder may not be written} */
    public boolean isReadOnly() {
        return database.isReadOnly();
    }

    /** {@return what is done to the file as a whole} */
    public Upkeep upkeep() {
        return new Upkeep(this);
    }

    /** {@return what the user made, as text that outlives the file} */
    public UserData userData() {
        return new UserData(this);
    }

    /** {@return what the user writes about files} */
    public UserWriting marks() {
        return new UserWriting(this);
    }

    /** {@return files in numbers} */
    public Statistics statistics() {
        return new Statistics(this);
    }

    /** {@return what reading files again is compared with, and what comes of it} */
    public Verifications verifications() {
        return new Verifications(this);
    }

    /** {@return what drops missing files} */
    public Forgetting forgetting() {
        return new Forgetting(this);
    }

    /** Begins a scan of one root. */
    public ScanSession scan(Path root) {
        long lastId = read(sql -> sql.number("SELECT max(id) FROM file"));
        return new ScanSession(this, root, lastId);
    }

    /** {@return what is known of the file at this path} */
    public Optional<CatalogEntry> entry(Path path) {
        return read(sql -> {
            Optional<FileRow> row = files.at(sql, path.toAbsolutePath().normalize());
            return row.isEmpty() ? Optional.<CatalogEntry>empty() : entries.of(sql, row.get());
        });
    }

    /** {@return the entry of a file that was looked up} */
    public Optional<CatalogEntry> entry(Held held) {
        return read(sql -> {
            Optional<FileRow> row = files.byId(sql, held.id());
            return row.isEmpty() ? Optional.<CatalogEntry>empty() : entries.of(sql, row.get());
        });
    }

    /** {@return everything, by path; to be closed} */
    public Stream<CatalogEntry> entries() {
        return entries(Filter.everything(), Order.BY_PATH);
    }

    /** {@return the files that a filter means, in an order; to be closed} */
    public Stream<CatalogEntry> entries(Filter filter, Order order) {
        return finder.entries(filter, order);
    }

    /** {@return what lists show of the files that a filter means, in an order; to be closed} */
    public Stream<ListedFile> files(Filter filter, Order order) {
        return finder.files(filter, order);
    }

    /** {@return what lies in a folder or below, by path; to be closed} */
    public Stream<CatalogEntry> under(Path folder) {
        return finder.under(folder);
    }

    /** {@return the files with a digest, of any recipe, that starts with these hex digits} */
    public List<CatalogEntry> byHashPrefix(String hexPrefix) {
        return finder.byHashPrefix(hexPrefix);
    }

    /** {@return the other files with the same bytes, as far as is known} */
    public List<CatalogEntry> copies(Path path) {
        return finder.copies(path);
    }

    FilterSql.Condition condition(Filter filter) {
        return finder.condition(filter);
    }

    /**
     * Saves what was found out of a file, in one transaction.
     *
     * @param blocks the CRC-32 of every 16 MiB, when the whole file was read
     * @return the number of its row
     */
    long save(CatalogEntry entry, List<Integer> blocks) {
        return write(sql -> recorder.put(sql, new Observed(entry, blocks), clock.instant()).id());
    }

    /** Saves many entries in one transaction: all of them, or none. */
    public void saveAll(List<CatalogEntry> several) {
        change(sql -> {
            for (CatalogEntry entry : several) {
                recorder.put(sql, new Observed(entry, List.of()), clock.instant());
            }
            NameIndex.extend(sql);
        });
    }

    /** As {@link #saveAll}; returns what is known of each then, in their order. */
    List<Recorder.Saved> recordAll(List<Observed> several) {
        return writeRows(sql -> recorder.putAll(sql, several, clock.instant()));
    }

    /**
     * Adds digests to files, in one transaction: to all of them, or to none; durable against a
     * killed process when it returns.
     *
     * @return what is known of each file then, in their order; nothing of one that is not known any
     *     more
     */
    public List<Optional<CatalogEntry>> saveHashes(List<Hashed> several) {
        return writeRows(sql -> recorder.addHashes(sql, several, clock.instant()));
    }

    /** Keeps what a provider said of the content of a file, for all files with that content. */
    public void saveIdentity(Path path, Identity identity) {
        write(sql -> {
            Optional<FileRow> row = files.at(sql, path);
            if (row.isPresent()) {
                identities.put(sql, row.get().content(), identity);
            }
            return row.isPresent();
        });
    }

    /** {@return the folders that were scanned or named} */
    public Roots roots() {
        return new Roots(this);
    }

    Optional<Long> idOf(Path path) {
        return read(sql -> files.at(sql, path).map(FileRow::id));
    }

    <T> T read(Database.Work<T> work) {
        return database.read(work);
    }

    <T> T write(Database.Work<T> work) {
        return forgettingUnlessDone(() -> database.write(work));
    }

    private <T> T writeRows(Database.Work<T> work) {
        return forgettingUnlessDone(() -> database.writeRows(work));
    }

    <T> T writeDurably(Database.Work<T> work) {
        return forgettingUnlessDone(() -> database.writeDurably(work));
    }

    /** What was not written must not be remembered as the number of a row. */
    private <T> T forgettingUnlessDone(Supplier<T> writing) {
        try {
            return writing.get();
        } catch (RuntimeException e) {
            places.forget();
            throw e;
        }
    }

    void change(Database.Task task) {
        write(sql -> {
            task.on(sql);
            return true;
        });
    }

    Database database() {
        return database;
    }

    Places places() {
        return places;
    }

    FileTable files() {
        return files;
    }

    IdentityTable identities() {
        return identities;
    }

    UserTable users() {
        return users;
    }

    ContentTable contents() {
        return contents;
    }

    ContentMatcher matcher() {
        return matcher;
    }

    Clock clock() {
        return clock;
    }

    Entries assembled() {
        return entries;
    }

    /** {@return a fresh look at the file system: volumes come and go} */
    Stats stats() {
        return new Stats();
    }

    String rules() {
        return rules;
    }

    @Override
    public void close() {
        database.close();
    }
}
