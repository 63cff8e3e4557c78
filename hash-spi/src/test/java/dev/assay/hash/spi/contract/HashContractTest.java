package dev.assay.hash.spi.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.hash.spi.DerivedHash;
import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.HashPlugin;
import dev.assay.hash.spi.StreamHash;
import dev.assay.hash.spi.TreeHash;
import dev.assay.hash.spi.Workload;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.zip.Adler32;
import org.junit.jupiter.api.Test;

/** The contract kit passes what is right and names what is wrong. */
class HashContractTest {

    @Test
    void passesAGoodStreamHash() {
        assertThatCode(() -> HashContract.check(stream(Adler::new, 4))).doesNotThrowAnyException();
    }

    @Test
    void passesAGoodTreeHash() {
        assertThatCode(() -> HashContract.check(new Sum())).doesNotThrowAnyException();
    }

    @Test
    void passesAGoodDerivedHash() {
        assertThatCode(() -> HashContract.check(new Cut(HashId.of("sha256"), 5)))
                .doesNotThrowAnyException();
    }

    @Test
    void namesAWrongLength() {
        assertThatThrownBy(() -> HashContract.check(stream(Adler::new, 5)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("finish() gives length() bytes");
    }

    @Test
    void namesABufferThatIsNotReadToItsEnd() {
        Supplier<StreamHash.Hasher> lazy =
                () ->
                        new Adler() {
                            @Override
                            public void update(ByteBuffer bytes) {
                                super.update(bytes.slice());
                            }
                        };
        assertThatThrownBy(() -> HashContract.check(stream(lazy, 4)))
                .hasMessageContaining("update() reads its buffer to the limit");
    }

    @Test
    void namesABufferThatIsKept() {
        Supplier<StreamHash.Hasher> keeper =
                () ->
                        new Adler() {
                            private ByteBuffer kept = ByteBuffer.allocate(0);

                            @Override
                            public void update(ByteBuffer bytes) {
                                super.update(kept);
                                kept = bytes.slice();
                                bytes.position(bytes.limit());
                            }

                            @Override
                            public byte[] finish() {
                                super.update(kept);
                                return super.finish();
                            }
                        };
        assertThatThrownBy(() -> HashContract.check(stream(keeper, 4)))
                .hasMessageContaining("update() keeps no part of its buffer");
    }

    @Test
    void namesSharedState() {
        Adler shared = new Adler();
        assertThatThrownBy(() -> HashContract.check(stream(() -> shared, 4)))
                .hasMessageContaining("computations do not disturb each other");
    }

    @Test
    void namesATreeThatDependsOnTheOrder() {
        assertThatThrownBy(() -> HashContract.check(new LastSegment()))
                .hasMessageContaining("does not depend on the order of the segments");
    }

    @Test
    void namesAHashDerivedFromItself() {
        assertThatThrownBy(() -> HashContract.check(new Cut(HashId.of("cut"), 5)))
                .hasMessageContaining("source() is another hash");
    }

    @Test
    void namesAPluginThatCannotBeMade() {
        HashPlugin anonymous =
                new HashPlugin() {
                    @Override
                    public List<HashAlgorithm> algorithms() {
                        return List.of();
                    }
                };
        assertThatThrownBy(() -> HashContract.check(anonymous))
                .hasMessageContaining("public constructor")
                .hasMessageContaining("at least one algorithm");
    }

    private static StreamHash stream(Supplier<StreamHash.Hasher> hashers, int length) {
        return new StreamHash() {
            @Override
            public HashId id() {
                return HashId.of("adler32");
            }

            @Override
            public int length() {
                return length;
            }

            @Override
            public String purpose() {
                return "a test";
            }

            @Override
            public Hasher newHasher() {
                return hashers.get();
            }
        };
    }

    private static class Adler implements StreamHash.Hasher {
        private final Adler32 state = new Adler32();

        @Override
        public void update(ByteBuffer bytes) {
            state.update(bytes);
        }

        @Override
        public byte[] finish() {
            return ByteBuffer.allocate(4).putInt((int) state.getValue()).array();
        }
    }

    /** Adds all bytes, each times its position. */
    private static class Sum implements TreeHash {
        @Override
        public HashId id() {
            return HashId.of("sum");
        }

        @Override
        public int length() {
            return 8;
        }

        @Override
        public String purpose() {
            return "a test";
        }

        @Override
        public int segmentSize() {
            return 1 << 16;
        }

        @Override
        public Hasher newHasher(long length, Workload run) {
            AtomicLong sum = new AtomicLong();
            return new Hasher() {
                @Override
                public void update(long index, MemorySegment bytes) {
                    add(sum, index << 16, bytes);
                }

                @Override
                public byte[] finish() {
                    return ByteBuffer.allocate(8).putLong(sum.get()).array();
                }
            };
        }

        void add(AtomicLong sum, long position, MemorySegment bytes) {
            long part = 0;
            for (long i = 0; i < bytes.byteSize(); i++) {
                part += bytes.get(ValueLayout.JAVA_BYTE, i) * (position + i);
            }
            sum.addAndGet(part);
        }
    }

    private static final class LastSegment extends Sum {
        @Override
        void add(AtomicLong sum, long position, MemorySegment bytes) {
            sum.set(0);
            super.add(sum, position, bytes);
        }
    }

    private record Cut(HashId source, int length) implements DerivedHash {
        @Override
        public HashId id() {
            return HashId.of("cut");
        }

        @Override
        public String purpose() {
            return "a test";
        }

        @Override
        public byte[] derive(byte[] bytes) {
            return Arrays.copyOf(bytes, length);
        }
    }
}
