package dev.assay.shell.welcome;

import dev.assay.shell.render.Column;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Listing;
import dev.assay.shell.render.ListingPrinter;
import dev.assay.shell.render.OutputOptions;
import dev.assay.shell.render.Screen;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.render.Text;
import dev.assay.shell.run.Host;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The folders that were found, with the numbers that the answer may name. */
final class FoundTable {
    private final Screen screen;
    private final Host host;

    FoundTable(Screen screen, Host host) {
        this.screen = screen;
        this.host = host;
    }

    void print(List<FoundFolder> found) {
        new ListingPrinter(screen, OutputOptions.of(Format.TABLE))
                .numbered()
                .print(listing(), found);
    }

    private Listing<FoundFolder> listing() {
        List<Column<FoundFolder>> columns =
                List.of(
                        Column.<FoundFolder>of("found", folder -> program(folder.root().layout())),
                        Column.<FoundFolder>of("where", folder -> host.shown(folder.root().path()))
                                .stretching(),
                        Column.<FoundFolder>of("models", FoundFolder::models)
                                .showing(FoundTable::models)
                                .flushRight(),
                        Column.<FoundFolder>of("size", FoundFolder::bytes)
                                .showing(folder -> Text.of(Sizes.of(folder.bytes())))
                                .flushRight());
        return new Listing<>(
                columns,
                columns.stream().map(Column::name).toList(),
                folder -> Map.of(),
                folder -> Optional.empty(),
                folder -> Optional.of(folder.root().path()));
    }

    private static Text models(FoundFolder folder) {
        return Text.of(Sizes.count(folder.models()) + (folder.complete() ? "" : "+"));
    }

    private static String program(String layout) {
        return switch (layout) {
            case "comfyui" -> "ComfyUI";
            case "extra" -> "ComfyUI, extra paths";
            case "a1111" -> "A1111";
            case "forge" -> "Forge";
            case "stability-matrix" -> "Stability Matrix";
            default -> layout;
        };
    }
}
