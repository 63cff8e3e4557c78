import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.ModuleResolutionAttribute;
import java.util.spi.ToolProvider;
import jdk.tools.jlink.internal.PluginRepository;
import jdk.tools.jlink.plugin.Plugin;
import jdk.tools.jlink.plugin.ResourcePool;
import jdk.tools.jlink.plugin.ResourcePoolBuilder;
import jdk.tools.jlink.plugin.ResourcePoolEntry;

/**
 * jlink, with one thing changed in the runtime that it makes: the module of the Vector API is not
 * marked as incubating. See {@code shell/src/package/build}.
 *
 * <p>With that mark the JVM prints a line on stderr at every start that has the module, and makes
 * no archive of its module graph, without which an AOT cache is worth a third: a scan started with
 * 1.6 s of CPU time instead of 0.6. The line warns programmers that the interface may change with
 * the Java; the Java of an image never changes.
 *
 * <p>jlink looks for plugins in its own layer only, so this one is given to its repository, which
 * is no public interface: the build asks for Java 25.
 */
final class Link {
    private static final String MARKED = "/jdk.incubator.vector/module-info.class";

    private Link() {}

    public static void main(String[] arguments) {
        PluginRepository.registerPlugin(new Unmarked());
        ToolProvider jlink = ToolProvider.findFirst("jlink").orElseThrow();
        System.exit(jlink.run(System.out, System.err, arguments));
    }

    private static final class Unmarked implements Plugin {
        @Override
        public String getName() {
            return "unmark-vectors";
        }

        /** Before those that transform, since one of them copies what the descriptors say. */
        @Override
        public Category getType() {
            return Category.ADDER;
        }

        @Override
        public ResourcePool transform(ResourcePool in, ResourcePoolBuilder out) {
            in.transformAndCopy(Unmarked::changed, out);
            return out.build();
        }

        private static ResourcePoolEntry changed(ResourcePoolEntry entry) {
            return entry.path().equals(MARKED)
                    ? entry.copyWithContent(unmarked(entry.contentBytes()))
                    : entry;
        }

        private static byte[] unmarked(byte[] module) {
            ClassFile classFile = ClassFile.of();
            return classFile.transformClass(
                    classFile.parse(module),
                    ClassTransform.dropping(part -> part instanceof ModuleResolutionAttribute));
        }
    }
}
