package dev.assay.core.internal.plugin;

import dev.assay.core.model.PluginInfo;
import dev.assay.hash.spi.HashPlugin;
import dev.assay.provider.spi.ProviderPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A jar of a plugin, looked at without running any of its code.
 *
 * @param file where it is
 * @param sha256 of its bytes, lower-case hexadecimal
 */
record PluginJar(Path file, String sha256) {

    /** {@return the jar with its digest} */
    static PluginJar read(Path file) throws IOException {
        return new PluginJar(file, sha256Of(file));
    }

    private static String sha256Of(Path file) throws IOException {
        MessageDigest sha256 = newSha256();
        try (InputStream in = Files.newInputStream(file);
                OutputStream out =
                        new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    String fileName() {
        return file.getFileName().toString();
    }

    /** {@return its module descriptor, real or derived; empty when it has none that can be read} */
    Optional<ModuleDescriptor> descriptor() {
        try {
            return ModuleFinder.of(file).findAll().stream()
                    .map(ModuleReference::descriptor)
                    .findFirst();
        } catch (FindException | SecurityException _) {
            return Optional.empty();
        }
    }

    /** {@return what a descriptor says the module provides, in words} */
    static List<String> kinds(ModuleDescriptor descriptor) {
        return descriptor.provides().stream()
                .map(ModuleDescriptor.Provides::service)
                .sorted()
                .flatMap(service -> kind(service).stream())
                .toList();
    }

    private static Optional<String> kind(String service) {
        if (service.equals(HashPlugin.class.getName())) {
            return Optional.of("hashes");
        }
        return service.equals(ProviderPlugin.class.getName())
                ? Optional.of("a provider")
                : Optional.empty();
    }

    PluginInfo.Jar info() {
        return new PluginInfo.Jar(file, sha256, JarSigner.of(file));
    }
}
