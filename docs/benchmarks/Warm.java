import dev.assay.core.Library;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.HashReport;
import dev.assay.core.model.JobListener;
import dev.assay.hash.spi.HashId;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Hashes in one long-lived process, for the warm rows of the table. Reads lines {@code
 * sha256,blake3 PATH}, hashes that file or folder, and prints the wall and CPU seconds it took.
 */
public class Warm {
    /** Runs until its input ends. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        try (Library library = Library.builder().threads(Integer.parseInt(arguments[0])).open()) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int space = line.indexOf(' ');
                System.out.println(seconds(library, line.substring(0, space), line.substring(space + 1)));
            }
        }
    }

    private static String seconds(Library library, String hashes, String path) {
        List<HashId> wanted = Arrays.stream(hashes.split(",")).map(HashId::of).toList();
        long cpu = cpuTime();
        long start = System.nanoTime();
        library.hash(
                List.of(Path.of(path)),
                wanted,
                false,
                JobListener.NONE,
                new Cancellation(),
                Warm::requireDigests);
        double wall = (System.nanoTime() - start) / 1e9;
        return wall + " " + (cpuTime() - cpu) / 1e9;
    }

    private static long cpuTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static void requireDigests(HashReport report) {
        if (!report.problems().isEmpty()) {
            throw new IllegalStateException(report.problems().toString());
        }
    }
}
