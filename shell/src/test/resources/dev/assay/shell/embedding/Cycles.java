import dev.assay.core.Library;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.HashChoice;
import dev.assay.core.model.JobListener;
import dev.assay.core.model.ScanRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Opens, scans and closes again and again, and says what that leaves behind. */
class Cycles {
    public static void main(String[] arguments) throws Exception {
        Path models = Path.of(arguments[0]);
        Path catalog = Path.of(arguments[1]);
        int cycles = Integer.parseInt(arguments[2]);
        run(models, catalog, cycles / 2);
        System.out.println("before " + heap() + " " + files());
        run(models, catalog, cycles - cycles / 2);
        System.out.println("after " + heap() + " " + files());
        System.out.println("threads " + ourThreads());
    }

    private static void run(Path models, Path catalog, int cycles) {
        for (int i = 0; i < cycles; i++) {
            try (Library library = Library.builder().catalog(catalog).open()) {
                library.scan(
                        ScanRequest.of(models).hashing(HashChoice.everyFile()).again(false, i % 10 == 0),
                        JobListener.NONE,
                        new Cancellation());
            }
        }
    }

    private static long heap() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 10;
    }

    private static long files() throws Exception {
        Path open = Path.of("/proc/self/fd");
        if (!Files.isDirectory(open)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(open)) {
            return all.count();
        }
    }

    private static long ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("assay-"))
                .count();
    }
}
