package dev.assay.hash.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashPlugin;
import dev.assay.hash.spi.StreamHash;
import dev.assay.hash.spi.contract.Clause;
import dev.assay.hash.spi.contract.HashContract;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every algorithm keeps the contract, and Bouncy Castle stays untouched until it is needed. */
class BuiltinContractTest {

    @TestFactory
    Stream<DynamicNode> keepsTheContract() {
        return Hashes.ALL.stream().flatMap(BuiltinContractTest::clauses);
    }

    @Test
    void makesWholePluginsOfBoth() {
        HashContract.check(new BuiltinHashes());
        HashContract.check(new BouncyCastleHashes());
    }

    @Test
    void isFoundAsAService() {
        BuiltinHashes.class.getModule().addUses(HashPlugin.class);
        assertThat(ServiceLoader.load(HashPlugin.class))
                .hasAtLeastOneElementOfType(BuiltinHashes.class)
                .hasAtLeastOneElementOfType(BouncyCastleHashes.class);
    }

    /** A loader that knows the plugin but not Bouncy Castle: naming the digests must work there. */
    @Test
    void touchesNoClassOfBouncyCastleBeforeTheFirstComputation() throws Exception {
        try (URLClassLoader loader = withoutBouncyCastle()) {
            HashPlugin plugin =
                    (HashPlugin)
                            loader.loadClass(BouncyCastleHashes.class.getName())
                                    .getConstructor()
                                    .newInstance();
            assertThat(plugin.algorithms()).hasSize(7);
            for (HashAlgorithm hash : plugin.algorithms()) {
                assertThat(hash.name() + hash.length() + hash.purpose()).isNotBlank();
                assertThatThrownBy(() -> ((StreamHash) hash).newHasher())
                        .isInstanceOf(NoClassDefFoundError.class);
            }
        }
    }

    private static URLClassLoader withoutBouncyCastle() {
        URL own = BouncyCastleHashes.class.getProtectionDomain().getCodeSource().getLocation();
        ClassLoader spiOnly =
                new ClassLoader(null) {
                    @Override
                    protected Class<?> findClass(String name) throws ClassNotFoundException {
                        if (name.startsWith("dev.assay.hash.spi.")) {
                            return HashPlugin.class.getClassLoader().loadClass(name);
                        }
                        throw new ClassNotFoundException(name);
                    }
                };
        return new URLClassLoader(new URL[] {own}, spiOnly);
    }

    private static Stream<DynamicNode> clauses(HashAlgorithm hash) {
        return DynamicTest.stream(
                        HashContract.of(hash).stream(),
                        clause -> hash.id() + ": " + clause.sentence(),
                        Clause::check)
                .map(DynamicNode.class::cast);
    }
}
