package dev.assay.shell.cli;

import dev.assay.shell.config.AppDirs;
import dev.assay.shell.render.Screen;
import dev.assay.shell.render.Style;
import dev.assay.shell.render.Text;
import dev.assay.shell.run.Host;
import dev.assay.shell.run.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What somebody sees who starts the program for the first time. Looks, and changes nothing. */
final class Welcome {
    /** Where the usual programs keep models, below the home folder. */
    private static final List<String> USUAL =
            List.of(
                    "ComfyUI/models",
                    "comfy/ComfyUI/models",
                    "stable-diffusion-webui/models",
                    "stable-diffusion-webui-forge/models",
                    "forge/models",
                    "StabilityMatrix/Models",
                    "StabilityMatrix/Data/Models",
                    "InvokeAI/models",
                    "SwarmUI/Models",
                    "Fooocus/models",
                    "SD.Next/models",
                    "models");

    private Welcome() {}

    static void print(Screen screen, Host host) {
        screen.line(Text.of(Style.BOLD, "Assay " + Version.NUMBER).and(": nothing is known yet."));
        screen.line("");
        List<Path> found = found(host);
        if (found.isEmpty()) {
            screen.line("No model folder was found in the usual places below your home folder.");
            next(screen, "assay scan FOLDER", "the folder with your models");
        } else {
            screen.line("Model folders found:");
            found.forEach(folder -> screen.line(Text.of("  ").and(Style.CYAN, folder.toString())));
            screen.line("");
            next(screen, "assay scan " + found.getFirst(), "headers only: seconds for thousands");
        }
        next(screen, "assay inspect FILE", "one file, nothing remembered");
        next(screen, "assay help", "every command");
        screen.line("");
        screen.line(
                "A scan reads and never writes in your folders. Nothing leaves this machine until");
        screen.line("you set a token (assay token set civitai) or say --anonymous.");
    }

    private static void next(Screen screen, String line, String effect) {
        String padded = line + " ".repeat(Math.max(1, 44 - line.length()));
        screen.line(Text.of("  ").and(Style.CYAN, padded).and(effect));
    }

    private static List<Path> found(Host host) {
        Path home = AppDirs.home(host.environment());
        return USUAL.stream().map(home::resolve).filter(Files::isDirectory).toList();
    }
}
