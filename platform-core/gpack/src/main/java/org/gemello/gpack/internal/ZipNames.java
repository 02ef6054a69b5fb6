package org.gemello.gpack.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.Limits;

/** Names that cannot lead out of a folder, nor be two names of one file on any file system. */
final class ZipNames {
    private final String archive;
    private final Limits limits;
    private final Map<String, String> seen = new HashMap<>();

    ZipNames(String archive, Limits limits) {
        this.archive = archive;
        this.limits = limits;
    }

    String check(byte[] raw, boolean declaredUtf8) throws PackRefusedException {
        String name = decode(raw, declaredUtf8);
        String quoted = Quoted.name(name);
        if (raw.length == 0 || raw.length > limits.nameBytes()) {
            throw refused("has a name of " + raw.length + " bytes; between 1 and " + limits.nameBytes() + " are taken");
        } else if (name.indexOf('\0') >= 0 || name.chars().anyMatch(Character::isISOControl)) {
            throw refused("has the name " + quoted + " with a NUL or control character; rename the file");
        } else if (name.indexOf('\\') >= 0) {
            throw refused("has the name " + quoted + " with a backslash; write folders with '/'");
        } else if (name.startsWith("/") || name.indexOf(':') >= 0) {
            throw refused("has the absolute name " + quoted + "; names are relative to the pack");
        }
        checkParts(name, quoted);
        String folded = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String first = seen.putIfAbsent(folded.endsWith("/") ? folded.substring(0, folded.length() - 1) : folded, name);
        if (first != null) {
            throw refused(first.equals(name) ? "has the entry " + quoted + " twice; one of them would hide the other"
                    : "has " + Quoted.name(first) + " and " + quoted + ", which are one file where case does not count; rename one");
        }
        return name;
    }

    private void checkParts(String name, String quoted) throws PackRefusedException {
        String[] parts = (name.endsWith("/") ? name.substring(0, name.length() - 1) : name).split("/", -1);
        for (String part : parts) {
            if (part.equals("..")) {
                throw refused("has the name " + quoted + ", which leads out of its folder by '..'");
            } else if (part.isEmpty() || part.equals(".") || part.endsWith(".") || part.endsWith(" ")) {
                throw refused("has the name " + quoted + " with a part that is empty or ends in a dot or blank; rename the file");
            }
        }
        if (parts.length > limits.depth()) {
            throw refused("has the name " + quoted + " with " + parts.length + " folders; at most " + limits.depth() + " are taken");
        }
    }

    private String decode(byte[] raw, boolean declaredUtf8) throws PackRefusedException {
        try {
            String name = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
            if (declaredUtf8 || name.length() == raw.length) {
                return name;
            }
        } catch (CharacterCodingException e) {
            throw new PackRefusedException(archive + " has a name that is not UTF-8; pack it with UTF-8 names", e);
        }
        throw refused("has a name that is not ASCII and not declared as UTF-8; pack it with UTF-8 names");
    }

    private PackRefusedException refused(String text) {
        return new PackRefusedException(archive + " " + text);
    }
}
