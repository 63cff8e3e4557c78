package dev.assay.core.internal.format;

import dev.assay.core.internal.bytes.ByteInput;
import dev.assay.core.internal.bytes.ByteSource;
import java.io.EOFException;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the index that Hugging Face's libraries put beside a model in several files: {@code
 * weight_map} names the file of each tensor.
 */
public final class ShardIndex {

    private static final int MAX_FILES = 1000;
    private static final int MAX_NAME = 1 << 12;

    private ShardIndex() {}

    /** {@return the names of the files of the set; none if it cannot be read} */
    public static Set<String> files(ByteSource index) throws IOException {
        Set<String> files = new TreeSet<>();
        JsonText json = new JsonText(new ByteInput(index.stream(), 1 << 14));
        try {
            readObject(json, files);
        } catch (JsonText.Fault | EOFException e) {
            return Set.of();
        }
        return files;
    }

    private static void readObject(JsonText json, Set<String> files) throws IOException {
        json.expect('{');
        if (json.take('}')) {
            return;
        }
        do {
            boolean map = json.string(MAX_NAME).equals("weight_map");
            json.expect(':');
            if (map && json.peek() == '{') {
                readMap(json, files);
            } else {
                json.skipValue();
            }
        } while (json.take(','));
    }

    private static void readMap(JsonText json, Set<String> files) throws IOException {
        json.expect('{');
        if (json.take('}')) {
            return;
        }
        do {
            json.string(0);
            json.expect(':');
            String file = json.string(MAX_NAME);
            if (files.size() < MAX_FILES) {
                files.add(file);
            }
        } while (json.take(','));
        json.expect('}');
    }
}
