package dev.assay.core;

import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.HashPlugin;
import dev.assay.hash.spi.Scope;
import dev.assay.hash.spi.StreamHash;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Function;

/** SHA-256 and the quick fingerprint, since core knows no algorithm of its own. */
final class TestHashes implements HashPlugin {
    private final Runnable whenHashing;

    TestHashes() {
        this(() -> {});
    }

    /**
     * Makes hashes that do something else too.
     *
     * @param whenHashing run whenever a digest is begun
     */
    TestHashes(Runnable whenHashing) {
        this.whenHashing = whenHashing;
    }

    @Override
    public List<StreamHash> algorithms() {
        return List.of(
                new Sha256("sha256", Scope::wholeOf, whenHashing),
                new Sha256(
                        "edges8k",
                        file -> Scope.range(0, Math.min(8192, file.size())),
                        whenHashing));
    }

    private record Sha256(String name, Function<FileFacts, Scope> range, Runnable whenHashing)
            implements StreamHash {
        @Override
        public HashId id() {
            return HashId.of(name);
        }

        @Override
        public int length() {
            return 32;
        }

        @Override
        public String purpose() {
            return "tests";
        }

        @Override
        public Scope scope(FileFacts file) {
            return range.apply(file);
        }

        @Override
        public Hasher newHasher() {
            whenHashing.run();
            MessageDigest state = sha256();
            return new Hasher() {
                @Override
                public void update(ByteBuffer bytes) {
                    state.update(bytes);
                }

                @Override
                public byte[] finish() {
                    return state.digest();
                }
            };
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
