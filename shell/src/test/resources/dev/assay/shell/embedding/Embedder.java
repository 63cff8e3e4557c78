import dev.assay.core.Library;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.HashChoice;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.JobListener;
import dev.assay.core.model.PluginInfo;
import dev.assay.core.model.PluginProblem;
import dev.assay.core.model.ScanReport;
import dev.assay.core.model.ScanRequest;
import dev.assay.hash.spi.HashId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Allows every plugin of a folder, scans another folder with all hashes, and says what came. */
class Embedder {
    public static void main(String[] arguments) throws Exception {
        Path models = Path.of(arguments[0]);
        Path plugins = Path.of(arguments[1]);
        try (Library library = Library.builder().pluginFolder(plugins).open()) {
            library.plugins().all().forEach(plugin -> library.plugins().allow(plugin.name()));
        }
        Library library =
                Library.builder()
                        .pluginFolder(plugins)
                        .pluginTimeLimit(Duration.ofMillis(1500))
                        .open();
        try (library) {
            System.out.println("module " + Library.class.getModule().isNamed());
            List<HashId> ids = new ArrayList<>(HashChoice.DEFAULT_HASHES);
            library.algorithms().stream()
                    .filter(hash -> !hash.origin().startsWith("dev.assay."))
                    .forEach(hash -> ids.add(hash.id()));
            System.out.println("hashes " + ids);
            ScanReport report =
                    library.scan(
                            ScanRequest.of(models).hashing(new HashChoice.Every(ids)),
                            JobListener.NONE,
                            new Cancellation());
            say(report);
            for (PluginProblem problem : library.plugins().problems()) {
                System.out.println(
                        "problem "
                                + problem.plugin()
                                + ": "
                                + problem.message()
                                + " | "
                                + problem.remedy());
            }
            for (PluginInfo plugin : library.plugins().all()) {
                System.out.println(
                        "plugin " + plugin.name() + " " + plugin.state() + " " + plugin.gives());
            }
        }
        System.out.println("threads " + ourThreads());
    }

    private static void say(ScanReport report) {
        List<CatalogEntry> entries = report.entries();
        System.out.println("entries " + entries.size());
        System.out.println("complete " + entries.stream().filter(Embedder::isComplete).count());
        for (String id : List.of("good", "sha256", "blake3")) {
            System.out.println(
                    id
                            + " "
                            + entries.stream()
                                    .filter(one -> one.digest(HashId.of(id)).isPresent())
                                    .count());
        }
        System.out.println(
                "identified "
                        + entries.stream()
                                .filter(one -> one.identity("good-provider").isPresent())
                                .count());
        System.out.println(
                "first " + entries.getFirst().digest(HashId.of("sha256")).orElseThrow().hex());
    }

    private static boolean isComplete(CatalogEntry entry) {
        return HashChoice.DEFAULT_HASHES.stream()
                .map(entry.hashes()::get)
                .allMatch(outcome ->
                        outcome instanceof HashOutcome.Computed
                                || outcome instanceof HashOutcome.Undefined);
    }

    private static List<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("assay-"))
                .toList();
    }
}
