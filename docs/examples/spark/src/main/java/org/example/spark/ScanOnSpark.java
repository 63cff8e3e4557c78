package org.example.spark;

import dev.assay.core.Library;
import dev.assay.core.model.FileReport;
import dev.assay.hash.spi.HashId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Examines every file below a folder on two local executors of Spark, then again in a plain loop, and
 * says whether both found the same: {@code ScanOnSpark FOLDER}.
 */
public final class ScanOnSpark {
    private static final List<HashId> HASHES =
            Stream.of("sha256", "autov3", "blake3").map(HashId::of).toList();

    private ScanOnSpark() {}

    public static void main(String[] arguments) throws IOException {
        List<String> files = files(Path.of(arguments[0]));
        long begun = System.nanoTime();
        List<FileReport> distributed = onSpark(files);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "Java %d: %d files, %d digests, %.1f s with Spark's start; the same as alone: %s%n",
                Runtime.version().feature(),
                distributed.size(),
                distributed.stream().mapToInt(report -> report.digests().size()).sum(),
                seconds,
                distributed.equals(alone(files)));
        distributed.forEach(ScanOnSpark::print);
    }

    /** {@return the reports in the order of the files, made by two executors} */
    static List<FileReport> onSpark(List<String> files) {
        SparkSession spark =
                SparkSession.builder()
                        .master("local[2]")
                        .appName("assay")
                        .config("spark.ui.enabled", false)
                        .getOrCreate();
        try (JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext())) {
            return context.parallelize(files, Math.min(files.size(), 16))
                    .mapPartitions(ScanOnSpark::examine)
                    .collect();
        }
    }

    /** {@return the same without Spark} */
    static List<FileReport> alone(List<String> files) {
        return files.stream().map(ScanOnSpark::examine).toList();
    }

    /** What runs on an executor: one library a process, for as long as the process lives. */
    private static Iterator<FileReport> examine(Iterator<String> addresses) {
        Stream<String> all =
                StreamSupport.stream(Spliterators.spliteratorUnknownSize(addresses, 0), false);
        return all.map(ScanOnSpark::examine).iterator();
    }

    private static FileReport examine(String address) {
        try (HadoopFile file = HadoopFile.open(address)) {
            return Executor.LIBRARY.examine(file, HASHES);
        }
    }

    /** Made when an executor first needs it; Spark brings the parallelism, so one thread is enough. */
    private static final class Executor {
        static final Library LIBRARY = Library.builder().offline(true).threads(1).open();
    }

    private static void print(FileReport report) {
        System.out.printf(
                "%s  %s  %s  %s%n",
                report.digests().getOrDefault("sha256", "-"),
                report.type(),
                report.base().isEmpty() ? "-" : report.base(),
                report.name());
    }

    static List<String> files(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(Files::isRegularFile)
                    .map(file -> file.toUri().toString())
                    .sorted()
                    .toList();
        }
    }
}
