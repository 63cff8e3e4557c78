package dev.assay.shell.command.library;

import dev.assay.core.model.DetectedRoot;
import dev.assay.core.model.Disk;
import dev.assay.core.model.Root;
import dev.assay.shell.render.Column;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Listing;
import dev.assay.shell.render.RawPath;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.render.Style;
import dev.assay.shell.render.Text;
import dev.assay.shell.run.Invocation;
import java.util.List;
import java.util.Optional;

/** Roots as rows. */
final class RootListing {
    private RootListing() {}

    static void roots(Invocation run, List<Root> roots) {
        Format format = run.format(Format.TABLE);
        boolean exact = run.outputOptions(format).bytes();
        List<Column<Root>> columns =
                List.of(
                        Column.<Root>of("name", root -> root.name().orElse(null)),
                        Column.<Root>of("layout", root -> root.layout().orElse(null)).dropping(2),
                        Column.<Root>of("files", Root::files)
                                .showing(root -> Text.of(Sizes.count(root.files())))
                                .flushRight(),
                        Column.<Root>of("bytes", Root::bytes)
                                .showing(root ->
                                        Text.of(
                                                exact
                                                        ? Long.toString(root.bytes())
                                                        : Sizes.of(root.bytes())))
                                .flushRight(),
                        Column.<Root>of("state", root -> root.online() ? "online" : "offline")
                                .showing(RootListing::state),
                        Column.<Root>of(
                                        "disk",
                                        root -> root.disk().map(RootListing::disk).orElse(null))
                                .dropping(3),
                        Column.<Root>of("slow", root -> root.disk().map(Disk::isSlow).orElse(null))
                                .dropping(4),
                        Column.<Root>of("path", root -> RawPath.text(root.path())).stretching());
        run.printer(format)
                .print(
                        Listing.of(
                                "assay.root/1",
                                columns,
                                List.of(
                                        "name", "layout", "files", "bytes", "state", "disk",
                                        "path"),
                                root -> root.name().or(() -> Optional.of(root.path().toString())),
                                root -> Optional.of(root.path())),
                        roots);
    }

    private static Text state(Root root) {
        return root.online() ? Text.of("online") : Text.of(Style.YELLOW, "offline");
    }

    private static String disk(Disk disk) {
        String kind = disk.network() ? "network" : disk.spinning() ? "spinning" : "";
        return (disk.fileSystem() + " " + kind).strip();
    }

    static void detected(Invocation run, List<DetectedRoot> found) {
        List<Column<DetectedRoot>> columns =
                List.of(
                        Column.<DetectedRoot>of("name", DetectedRoot::name),
                        Column.<DetectedRoot>of("layout", DetectedRoot::layout),
                        Column.<DetectedRoot>of("managed", DetectedRoot::managed)
                                .showing(one ->
                                        Text.of(
                                                one.managed()
                                                        ? "another program's: left alone"
                                                        : "-")),
                        Column.<DetectedRoot>of("path", one -> RawPath.text(one.path()))
                                .stretching());
        run.printer(run.format(Format.TABLE))
                .print(
                        Listing.of(
                                "assay.root/1",
                                columns,
                                List.of("name", "layout", "path", "managed"),
                                one -> Optional.of(one.name()),
                                one -> Optional.of(one.path())),
                        found);
    }
}
