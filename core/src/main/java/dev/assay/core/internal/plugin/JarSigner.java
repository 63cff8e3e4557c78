package dev.assay.core.internal.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Who signed a jar. Tells a broken signature and a half-signed jar from a signed one. */
final class JarSigner {
    private static final long MAX_INFLATED = 64L << 20;

    private long left = MAX_INFLATED;

    private JarSigner() {}

    /**
     * {@return the subject of the certificate that signed every entry; empty when there is no such
     * signature, or when the jar is too large to tell}
     */
    static Optional<String> of(Path jar) {
        try (JarFile file = new JarFile(jar.toFile(), true)) {
            return new JarSigner().of(file);
        } catch (IOException | SecurityException _) {
            return Optional.empty();
        }
    }

    private Optional<String> of(JarFile jar) throws IOException {
        Optional<String> signer = Optional.empty();
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (entry.isDirectory() || belongsToTheSignature(entry)) {
                continue;
            }
            Optional<String> one = signerOf(jar, entry);
            if (one.isEmpty() || (signer.isPresent() && !signer.equals(one))) {
                return Optional.empty();
            }
            signer = one;
        }
        return signer;
    }

    private static boolean belongsToTheSignature(JarEntry entry) {
        String name = entry.getName().toUpperCase(Locale.ROOT);
        return name.startsWith("META-INF/")
                && name.matches(".*(MANIFEST\\.MF|\\.SF|\\.RSA|\\.EC|\\.DSA)");
    }

    /** An entry has a signer only once all its bytes were read. */
    private Optional<String> signerOf(JarFile jar, JarEntry entry) throws IOException {
        byte[] buffer = new byte[8192];
        try (InputStream in = jar.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                left -= n;
                if (left < 0) {
                    return Optional.empty();
                }
            }
        }
        CodeSigner[] signers = entry.getCodeSigners();
        return signers == null || signers.length == 0 ? Optional.empty() : subject(signers[0]);
    }

    private static Optional<String> subject(CodeSigner signer) {
        return signer.getSignerCertPath().getCertificates().stream()
                .filter(X509Certificate.class::isInstance)
                .map(certificate ->
                        ((X509Certificate) certificate).getSubjectX500Principal().getName())
                .findFirst();
    }
}
