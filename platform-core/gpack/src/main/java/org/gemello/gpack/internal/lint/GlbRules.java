package org.gemello.gpack.internal.lint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.internal.Problems;
import org.gemello.gpack.internal.YamlMap;
import org.gemello.gpack.internal.YamlText;

/**
 * A body in 3D is a glTF 2.0 binary file (Khronos, glTF 2.0, 4.4) that is whole and holds all it needs: no other file, no picture, no
 * extension that a reader must know.
 */
final class GlbRules {
    private static final int MAGIC = 0x46546c67;
    private static final int VERSION = 2;
    private static final int JSON = 0x4e4f534a;
    private static final int BINARY = 0x004e4942;
    private static final int HEADER = 12;
    private static final int CHUNK = 8;

    private GlbRules() {
    }

    static void check(String file, byte[] bytes, Findings findings) throws PackRefusedException {
        ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < HEADER + CHUNK || data.getInt() != MAGIC || data.getInt() != VERSION || data.getInt() != bytes.length) {
            throw new PackRefusedException("is no glTF 2.0 binary file, or not a whole one; export it as .glb");
        }
        byte[] json = null;
        long binary = 0;
        while (data.remaining() >= CHUNK) {
            int length = data.getInt();
            int type = data.getInt();
            if (length < 0 || length > data.remaining()) {
                throw new PackRefusedException("has a chunk that is longer than the file; export it again");
            }
            if (type == JSON && json == null) {
                json = Arrays.copyOfRange(bytes, data.position(), data.position() + length);
            } else if (type == BINARY) {
                binary = length;
            }
            data.position(data.position() + length);
        }
        if (json == null) {
            throw new PackRefusedException("has no description; export it again");
        }
        Problems problems = new Problems();
        Optional<YamlMap> top = YamlText.read(json, file, problems);
        problems.refuse();
        contents(file, top.orElseThrow(), binary, findings);
    }

    private static void contents(String file, YamlMap top, long binary, Findings findings) {
        if (!top.texts("extensionsRequired").isEmpty()) {
            findings.error(file, "needs " + top.texts("extensionsRequired") + "; export it without compression and extensions");
        }
        for (String list : List.of("buffers", "images")) {
            top.maps(list).stream().filter(each -> each.has("uri")).forEach(each -> findings.error(file, "'" + list
                    + "' refers to another file; export it as one .glb"));
        }
        if (!top.maps("images").isEmpty()) {
            findings.warning(file, "has pictures, which scenes do not show; export the bodies alone");
        }
        top.maps("buffers").stream().flatMap(buffer -> buffer.number("byteLength").stream()).filter(length -> length > binary + 3)
                .forEach(length -> findings.error(file, "says that it has " + length.longValue() + " bytes of numbers and has " + binary
                        + "; export it again"));
        if (top.maps("meshes").isEmpty()) {
            findings.error(file, "has no body; export a mesh");
        }
    }
}
