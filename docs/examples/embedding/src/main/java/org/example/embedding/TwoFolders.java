package org.example.embedding;

import dev.assay.core.Library;
import dev.assay.core.LibraryBuilder;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.IdentifyChoice;
import dev.assay.core.model.JobListener;
import dev.assay.core.model.ScanReport;
import dev.assay.core.model.ScanRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Scans two folders, each on a virtual thread, and asks CivitAI who the files are when the address
 * of a server that answers like it is given: {@code TwoFolders FOLDER FOLDER [http://127.0.0.1:8123]}.
 */
public final class TwoFolders {
    private TwoFolders() {}

    public static void main(String[] arguments) throws Exception {
        LibraryBuilder builder = Library.builder();
        boolean ask = arguments.length > 2;
        if (ask) {
            builder.providerSetting("civitai", "base-url", arguments[2]);
            builder.providerSetting("civitai", "interval", "0s");
        }
        try (Library library = builder.open();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ScanReport> first = threads.submit(() -> scan(library, arguments[0], ask));
            Future<ScanReport> second = threads.submit(() -> scan(library, arguments[1], ask));
            for (ScanReport report : List.of(first.get(), second.get())) {
                report.entries().forEach(TwoFolders::print);
                report.problems().forEach(problem -> System.out.println(problem.message()));
            }
        }
        System.out.println("threads left: " + assayThreads().toList());
    }

    private static ScanReport scan(Library library, String folder, boolean ask) {
        ScanRequest request = ScanRequest.of(Path.of(folder));
        return library.scan(
                ask ? request.identifying(IdentifyChoice.ALL, true) : request,
                JobListener.NONE,
                new Cancellation());
    }

    private static void print(CatalogEntry entry) {
        String who =
                entry.identity("civitai")
                        .flatMap(identity -> identity.preferred())
                        .flatMap(candidate -> candidate.model().modelName())
                        .orElse("-");
        System.out.printf("%s  %s  %s%n", entry.file().path(), entry.category().id(), who);
    }

    private static Stream<String> assayThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("assay-"));
    }
}
