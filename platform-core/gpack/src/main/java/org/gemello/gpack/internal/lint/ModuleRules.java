package org.gemello.gpack.internal.lint;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gemello.api.pack.PackRefusedException;

/**
 * A module of the console is one file that exports {@code mount}. It runs in a frame without network, where nothing it names elsewhere
 * would come; this tells its author before people see an empty view. The text is searched as it is, comments and strings too.
 */
final class ModuleRules {
    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern MOUNT = Pattern.compile(
            "\\bexport\\s+(?:async\\s+)?(?:function\\s*|const\\s+|let\\s+|var\\s+)mount\\b|\\bexport\\s*\\{[^}]*\\bmount\\s*[,}]");
    private static final Pattern IMPORT = Pattern.compile(
            "(?<![.\\w$'\"])(?:import\\s*[(\"'{*.]|import\\s+[\\w$]+(?:\\s*,|\\s+from\\b)|export\\s*(?:\\*|\\{[^}]*\\})[^;\\n]{0,80}?\\bfrom\\s*[\"'])");
    private static final Map<Pattern, String> IN_VAIN = Map.of(
            Pattern.compile("(?<![.\\w$])eval\\s*\\(|\\bnew\\s+Function\\b"), "makes code from text, which the frame of modules refuses",
            Pattern.compile("\\b(?:inner|outer)HTML\\s*=|\\binsertAdjacentHTML\\b|\\bdocument\\.write"),
            "makes elements from text, which the frame of modules refuses; use document.createElement",
            Pattern.compile("(?<![.\\w$])fetch\\s*\\(|\\bnew\\s+(?:XMLHttpRequest|WebSocket|EventSource|Worker)\\b"),
            "uses the network or a worker, which the frame of modules refuses; ask the host for values");

    private ModuleRules() {
    }

    static void check(String file, byte[] bytes, Findings findings) throws PackRefusedException {
        if (bytes.length > MOST_BYTES) {
            throw new PackRefusedException("is larger than " + MOST_BYTES + " bytes; make it smaller");
        }
        String text = text(bytes);
        if (!MOUNT.matcher(text).find()) {
            findings.error(file, "exports no 'mount'; write 'export function mount(element, host)'");
        }
        for (Matcher found = IMPORT.matcher(text); found.find();) {
            findings.error(place(file, text, found.start()), "imports another file; bundle the module into one file");
        }
        IN_VAIN.forEach((pattern, sentence) -> {
            for (Matcher found = pattern.matcher(text); found.find();) {
                findings.warning(place(file, text, found.start()), sentence);
            }
        });
    }

    private static String text(byte[] bytes) throws PackRefusedException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new PackRefusedException("is not UTF-8; save it as UTF-8", e);
        }
    }

    private static String place(String file, String text, int at) {
        return file + ":" + (text.substring(0, at).chars().filter(c -> c == '\n').count() + 1);
    }
}
