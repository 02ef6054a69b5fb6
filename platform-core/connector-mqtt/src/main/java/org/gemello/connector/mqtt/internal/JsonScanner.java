package org.gemello.connector.mqtt.internal;

import java.nio.charset.StandardCharsets;

/**
 * Fills the slots of ordinary JSON in one pass over its bytes, several times faster than a general parser. Ordinary are names and texts
 * in ASCII without escapes, and numbers of at most 15 digits without exponent. Whatever else comes, right or wrong, is left
 * to the general parser, which also finds the words for what is wrong: what this one reads is what that one reads.
 */
final class JsonScanner {
    private static final int DEEPEST = 32;
    private static final int WRONG = -1;
    private final JsonPaths paths;
    private int end;

    JsonScanner(JsonPaths paths) {
        this.paths = paths;
    }

    /**
     * Fills the slots from one document.
     *
     * @return false where it is not ordinary; then the slots say nothing
     */
    boolean read(byte[] document, int length) {
        end = length;
        paths.clear();
        int behind = value(document, space(document, 0), paths.root(), DEEPEST);
        return behind > 0 && space(document, behind) == length;
    }

    // Each of these begins at a place and gives the place behind what it has read, or WRONG: so it stays in a register.

    private int space(byte[] text, int from) {
        int at = from;
        while (at < end && text[at] <= ' ' && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** The byte there, 0 behind the end, where none can stand. */
    private byte peek(byte[] text, int at) {
        return at < end ? text[at] : 0;
    }

    /** @param node null where no pointer leads there: then it is only checked */
    private int value(byte[] text, int at, JsonPaths.Node node, int depth) {
        JsonSlot slot = node == null ? null : node.slot();
        byte first = peek(text, at);
        switch (first) {
            case '"':
                return text(text, at, slot);
            case '{', '[':
                if (slot != null) {
                    slot.structure(text, at);
                }
                int behind = depth == 0 ? WRONG : first == '{' ? object(text, at, node, depth - 1) : array(text, at, node, depth - 1);
                if (slot != null) {
                    slot.structureEnds(behind);
                }
                return behind;
            case 't':
                return word("true", text, at, slot, true);
            case 'f':
                return word("false", text, at, slot, false);
            case 'n':
                return word("null", text, at, slot, null);
            default:
                return number(text, at, slot);
        }
    }

    private int object(byte[] text, int from, JsonPaths.Node node, int depth) {
        int at = space(text, from + 1);
        if (peek(text, at) == '}') {
            return at + 1;
        }
        while (peek(text, at) == '"') {
            int behind = AsciiText.behind(text, at, end);
            if (behind < 0) {
                return WRONG;
            }
            JsonPaths.Node child = node == null ? null : node.child(text, at + 1, behind - at - 2);
            at = space(text, behind);
            if (peek(text, at) != ':') {
                return WRONG;
            }
            at = value(text, space(text, at + 1), child, depth);
            if (at < 0) {
                return WRONG;
            }
            at = space(text, at);
            byte next = peek(text, at);
            if (next != ',') {
                return next == '}' ? at + 1 : WRONG;
            }
            at = space(text, at + 1);
        }
        return WRONG;
    }

    private int array(byte[] text, int from, JsonPaths.Node node, int depth) {
        int at = space(text, from + 1);
        if (peek(text, at) == ']') {
            return at + 1;
        }
        for (int index = 0; ; index++) {
            at = value(text, at, node == null ? null : node.element(index), depth);
            if (at < 0) {
                return WRONG;
            }
            at = space(text, at);
            byte next = peek(text, at);
            if (next != ',') {
                return next == ']' ? at + 1 : WRONG;
            }
            at = space(text, at + 1);
        }
    }

    private int text(byte[] text, int at, JsonSlot slot) {
        int behind = AsciiText.behind(text, at, end);
        if (slot != null && behind > 0) {
            slot.text(new String(text, at + 1, behind - at - 2, StandardCharsets.ISO_8859_1), text, at);
        }
        return behind;
    }

    /** @param flag null for null */
    private int word(String word, byte[] text, int at, JsonSlot slot, Boolean flag) {
        for (int i = 0; i < word.length(); i++) {
            if (peek(text, at + i) != word.charAt(i)) {
                return WRONG;
            }
        }
        if (slot != null) {
            slot.word(flag, text, at);
        }
        return ended(text, at + word.length());
    }

    private int number(byte[] text, int from, JsonSlot slot) {
        boolean negative = peek(text, from) == '-';
        int first = negative ? from + 1 : from;
        int at = first;
        int point = -1;
        long digits = 0;
        for (; at < end; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (text[at] == '.' && point < 0) {
                point = at + 1;
            } else {
                break;
            }
        }
        int integers = (point < 0 ? at : point - 1) - first;
        int decimals = point < 0 ? 0 : at - point;
        if (integers == 0 || integers > 1 && text[first] == '0' || point == at || integers + decimals > JsonNumber.SAFE_DIGITS) {
            return WRONG;
        }
        if (slot != null) {
            slot.number(JsonNumber.of(negative, digits, decimals));
        }
        return ended(text, at);
    }

    /** The same place, unless what follows a number or word there goes on with it. */
    private int ended(byte[] text, int at) {
        return at == end || text[at] == ',' || text[at] == '}' || text[at] == ']' || space(text, at) > at ? at : WRONG;
    }
}
