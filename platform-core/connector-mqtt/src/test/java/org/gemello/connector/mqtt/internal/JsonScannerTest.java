package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the scanner reads is what the general parser reads, down to the place that it names. */
class JsonScannerTest {
    private static final List<String> POINTERS = List.of("", "/a", "/b", "/a/b", "/a/0", "/b/1", "/a/a/b", "/longer-name", "/", "/a/1/b");
    private final JsonPaths scanned = paths();
    private final JsonPaths parsed = paths();
    private final JsonScanner scanner = new JsonScanner(scanned);

    private static JsonPaths paths() {
        JsonPaths paths = new JsonPaths(Documents.JSON);
        POINTERS.forEach(pointer -> paths.slot(Pointer.parse(pointer)));
        return paths;
    }

    /** @return true where the scanner took the document */
    private boolean agree(byte[] document, int length) {
        if (!scanner.read(document, length)) {
            return false;
        }
        String text = new String(document, 0, length, StandardCharsets.ISO_8859_1);
        try (JsonParser parser = Documents.JSON.factory().createParser(document, 0, length)) {
            parsed.read(parser);
        } catch (IOException | Refusal e) {
            throw new AssertionError("the scanner took what is wrong: " + text, e);
        }
        for (int i = 0; i < POINTERS.size(); i++) {
            assertThat(shown(scanned.slots().get(i))).as(text).isEqualTo(shown(parsed.slots().get(i)));
        }
        return true;
    }

    private static String shown(JsonSlot slot) {
        return slot.content + " " + switch (slot.content) {
            case NUMBER -> Long.toHexString(Double.doubleToRawLongBits(slot.number));
            case BOOLEAN -> slot.flag;
            case TEXT -> slot.text;
            default -> "";
        } + " " + slot.where();
    }

    private boolean takes(String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        return agree(bytes, bytes.length);
    }

    @Test
    void takesOrdinaryDocuments() {
        for (String document : List.of("{}", "[]", "7", " -0 ", "true", "null", "\"x\"",
                "{\"a\":{\"b\":[1,2.50,{}],\"c\":\"\"},\"b\":[0,-1]}",
                "{\"a\":1,\"a\":{\"b\":false}}", "{\r\n\"a\" :\t\"2026-11-21T19:45:00Z\" ,\r\"b\":\n[ 1 , null ]\n}\n",
                "{\"\":0.1,\"longer-name\":123456789012345}")) {
            assertThat(takes(document)).as(document).isTrue();
        }
    }

    @Test
    void leavesTheRestToTheGeneralParser() {
        for (String document : List.of("", " ", "{", "{\"a\":}", "{\"a\":1", "{\"a\":1}}", "{\"a\":1} 2", "{\"a\":01}", "{\"a\":1.}",
                "{\"a\":.1}", "{\"a\":-}", "[1,]",
                "{\"a\":1,}", "{,}", "{\"a\" 1}", "{a:1}", "{\"a\":1e3}", "{\"a\":1234567890123456}", "{\"a\":\"\\n\"}",
                "{\"\u00b0\":1}", "{\"a\":\"\u0001\"}", "{\"a\":tru}",
                "{\"a\":truer}", "{\"a\":nul", "{\"a\":+1}", "{\"a\":1-}", "{\"a\":1.2.3}", "{\"a\":NaN}", "\"", "[1}", "{\"a\":1]",
                "{\"a\":0\u0000}", "[".repeat(40) + "]".repeat(40),
                "\"" + "x".repeat(2_000) + "\"")) {
            assertThat(takes(document)).as(document).isFalse();
        }
    }

    @Test
    void readsRandomDocumentsAsTheGeneralParserDoes() {
        Random random = new Random(11);
        int taken = 0;
        for (int i = 0; i < 20_000; i++) {
            taken += takes(value(random, 4)) ? 1 : 0;
        }
        assertThat(taken).isGreaterThan(5_000);
    }

    /** Damage at random places, and what stood in the buffer before behind the end. */
    @Test
    void readsNothingThatIsDamaged() {
        Random random = new Random(12);
        int taken = 0;
        for (int i = 0; i < 60_000; i++) {
            byte[] document = value(random, 4).getBytes(StandardCharsets.UTF_8);
            int length = random.nextInt(4) == 0 ? random.nextInt(document.length + 1) : document.length;
            for (int damage = random.nextInt(3); damage > 0; damage--) {
                document[random.nextInt(document.length)] = (byte) (random.nextBoolean() ? random.nextInt(256)
                        : "{}[]\",:.-0e tn\\".charAt(random.nextInt(15)));
            }
            taken += agree(document, length) ? 1 : 0;
        }
        assertThat(taken).isGreaterThan(5_000);
    }

    private static String value(Random random, int depth) {
        String space = " \n\r\t".substring(0, random.nextInt(6) == 0 ? random.nextInt(5) : 0);
        return space + switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> number(random);
            case 1 -> Integer.toString(random.nextInt(2_000) - 1_000);
            case 2 -> random.nextBoolean() ? "true" : "false";
            case 3 -> "null";
            case 4 -> '"' + text(random) + '"';
            case 5 -> random.nextInt(1_000) + "." + random.nextInt(100);
            case 6 -> IntStream.range(0, random.nextInt(4)).mapToObj(i -> value(random, depth - 1)).collect(Collectors.joining(",", "[",
                "]"));
            default -> IntStream.range(0, random.nextInt(5)).mapToObj(i -> '"' + name(random) + "\":" + value(random, depth - 1))
                    .collect(Collectors.joining(",", "{", "}"));
        } + space;
    }

    private static String number(Random random) {
        String digits = Long.toString(random.nextLong() >>> random.nextInt(64));
        return switch (random.nextInt(4)) {
            case 0 -> digits;
            case 1 -> "0." + digits.replace("-", "");
            case 2 -> digits + '.' + random.nextInt(100_000);
            default -> digits + 'e' + random.nextInt(20);
        };
    }

    private static String name(Random random) {
        return List.of("a", "b", "c", "longer-name", "", "a name behind eight bytes").get(random.nextInt(6));
    }

    private static String text(Random random) {
        return random.nextInt(8) == 0 ? List.of("\\u00e9", "\u00b0C", "\\\"",
                "\ud83d\ude00").get(random.nextInt(4)) : "text " + random.nextInt(100);
    }
}
