package org.gemello.gpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.gemello.api.pack.PackRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that want to do harm: each is refused with its own sentence. */
class HostilePackTest {
    private static final byte[] SOME = "some content, long enough to be compressed, compressed, compressed".getBytes(StandardCharsets.UTF_8);
    @TempDir
    Path folder;

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(byte[] zip, Limits limits) throws IOException {
        Path file = folder.resolve("hostile.gpack");
        Files.write(file, zip);
        return assertThatThrownBy(() -> PackFile.open(file, limits)).isInstanceOf(PackRefusedException.class);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(byte[] zip) throws IOException {
        return assertRefused(zip, Limits.STANDARD);
    }

    private static byte[] with(String name, Consumer<RawZip.Entry> lie) {
        return new RawZip().add(PackManifest.NAME, SOME).add(name, SOME, lie).bytes();
    }

    @ParameterizedTest
    @CsvSource({"../evil,leads out of its folder by '..'", "a/../../evil,leads out of its folder by '..'", "/etc/passwd,absolute name",
            "C:/evil,absolute name", "a\\b,backslash", "a//b,part that is empty", "a/./b,part that is empty", "a/b.,ends in a dot",
            "a/b/c/d/e/f/g/h/i,with 9 folders", "folder/,folder entry"})
    void namesThatLeadElsewhere(String name, String sentence) throws Exception {
        assertRefused(new RawZip().add(PackManifest.NAME, SOME).add(name, SOME, entry -> entry.mode = name.endsWith("/") ? 040755
                : 0100644).bytes())
                .hasMessageContaining(sentence);
    }

    @Test
    void namesWithControlCharacters() throws Exception {
        assertRefused(with("a\0b", entry -> { })).hasMessageContaining("NUL or control character");
        assertRefused(with("a\nb", entry -> { })).hasMessageContaining("NUL or control character").hasMessageNotContaining("\n");
        assertRefused(with("x".repeat(201), entry -> { })).hasMessageContaining("201 bytes");
        assertRefused(with("x", entry -> entry.name = new byte[] {(byte) 0xFF, 'x'})).hasMessageContaining("not UTF-8");
        assertRefused(with("한글", entry -> entry.flags = 0)).hasMessageContaining("not declared as UTF-8");
    }

    @Test
    void namesThatAreOneFile() throws Exception {
        assertRefused(new RawZip().add("a.txt", SOME).add("A.TXT",
                SOME).bytes()).hasMessageContaining("one file where case does not count");
        assertRefused(new RawZip().add("a.txt", SOME).add("a.txt", SOME).bytes()).hasMessageContaining("twice");
        assertRefused(new RawZip().add("\u00e9", SOME).add("e\u0301", SOME).bytes()).hasMessageContaining("one file");
    }

    @Test
    void linksAndDevices() throws Exception {
        assertRefused(with("link", entry -> entry.mode = 0120777)).hasMessageContaining("link or device");
        assertRefused(with("pipe", entry -> entry.mode = 010644)).hasMessageContaining("link or device");
    }

    @Test
    void encryptedAndStrangeEntries() throws Exception {
        assertRefused(with("x", entry -> entry.flags |= 1)).hasMessageContaining("encrypted");
        assertRefused(with("x", entry -> entry.method = 12)).hasMessageContaining("method 12");
        assertRefused(with("x", entry -> entry.extra = new byte[] {1, 0, 0, 0})).hasMessageContaining("extra field");
    }

    @Test
    void zipBomb() throws Exception {
        byte[] zeros = new byte[64 << 20];
        assertRefused(new RawZip().add(PackManifest.NAME, SOME).add("bomb", zeros).bytes()).hasMessageContaining("zip bomb");
    }

    @Test
    void sizesThatLie() throws Exception {
        assertRefused(with("x", entry -> entry.claimed = 10)).hasMessageContaining("larger than the 10 bytes");
        assertRefused(with("x", entry -> entry.claimed = 1_000)).hasMessageContaining("another size");
        assertRefused(with("x", entry -> entry.crc ^= 1)).hasMessageContaining("CRC-32");
        assertRefused(with("x", entry -> entry.data = Arrays.copyOf(entry.data, entry.data.length - 3))).hasMessageContaining("cut off");
        assertRefused(with("x", entry -> entry.data[0] = (byte) 0xFF)).hasMessageContaining("damaged");
    }

    @Test
    void directoryAndEntryThatDisagree() throws Exception {
        assertRefused(with("good.txt", entry -> entry.localName = "evil.txt".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("one thing in its directory and another at the entry");
    }

    @Test
    void bytesThatBelongToNobody() throws Exception {
        assertRefused(with("x", entry -> entry.behind = new byte[] {1, 2, 3})).hasMessageContaining("belong to no entry");
        byte[] good = new RawZip().add("a", SOME).bytes();
        ByteArrayOutputStream leading = new ByteArrayOutputStream();
        leading.writeBytes("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8));
        leading.writeBytes(good);
        assertRefused(leading.toByteArray()).hasMessageContaining("belong to no entry");
        assertRefused(Arrays.copyOf(good, good.length + 4)).hasMessageContaining("something else at its end");
    }

    @Test
    void entriesThatOverlap() throws Exception {
        assertRefused(new RawZip().add("a", SOME).add("b", SOME, entry -> entry.place = 0).bytes()).hasMessageContaining("overlap");
    }

    @Test
    void tooMuch() throws Exception {
        byte[] noise = new byte[3_000];
        new Random(1).nextBytes(noise);
        RawZip many = new RawZip().add(PackManifest.NAME, SOME);
        for (int i = 0; i < 10; i++) {
            many.add("f" + i, noise);
        }
        Limits small = new Limits(1 << 20, 10, 2_000, 1 << 20, 100, 8, 200, 1);
        assertRefused(many.bytes(), small).hasMessageContaining("11 entries; at most 10");
        assertRefused(new RawZip().add(PackManifest.NAME, SOME).add("f", noise).bytes(), small).hasMessageContaining("beyond 2000 bytes");
        assertRefused(many.bytes(), new Limits(1 << 20, 100, 4_000, 20_000, 100, 8, 200,
                1)).hasMessageContaining("beyond 20000 bytes in all");
        assertRefused(many.bytes(), new Limits(5_000, 100, 4_000, 20_000, 100, 8, 200, 1)).hasMessageContaining("at most 5000 are taken");
    }

    @Test
    void noZipAtAll() throws Exception {
        assertRefused(new byte[0]).hasMessageContaining("no zip");
        assertRefused("this is a text and no zip, whatever its name says".getBytes(StandardCharsets.UTF_8)).hasMessageContaining("no zip");
        assertRefused(new RawZip().add("x", SOME).bytes()).hasMessageContaining("no pack.yaml");
        assertRefused(with("x", entry -> { })).hasMessageContaining("pack.yaml:1:1");
    }

    @Test
    void anyDamageIsAnAnswerAndNotACrash() throws Exception {
        byte[] good = Files.readAllBytes(Samples.pack(folder.resolve("good")));
        Random random = new Random(4);
        Path file = folder.resolve("damaged.gpack");
        for (int i = 0; i < 500; i++) {
            byte[] damaged = good.clone();
            for (int k = 0; k <= random.nextInt(3); k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, damaged);
            try (PackFile pack = PackFile.open(file)) {
                // a change that does no harm: times, unused fields, or one that the hashes tell
                assertThat(pack.manifest().id()).isNotEmpty();
            } catch (PackRefusedException e) {
                assertThat(e).hasMessageNotContaining("Exception");
            }
        }
    }

    @Test
    void whatIsNotListedIsTold() throws Exception {
        Path good = Samples.pack(folder.resolve("good"));
        Path changed = folder.resolve("changed.gpack");
        try (PackFile pack = PackFile.open(good); ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(changed))) {
            put(zip, PackManifest.NAME, pack.manifestBytes());
            for (String name : pack.manifest().files().keySet()) {
                if (!name.equals("texts/en.properties")) {
                    put(zip, name, name.equals("bundles/water.jar") ? SOME : pack.read(name));
                }
            }
            put(zip, "bundles/evil.jar", SOME);
        }
        try (PackFile pack = PackFile.open(changed)) {
            assertThat(pack.differences()).hasSize(3).anyMatch(text -> text.contains("'bundles/evil.jar' is there and is not listed"))
                    .anyMatch(text -> text.contains("bundles/water.jar is not the file that was built"))
                    .anyMatch(text -> text.contains("texts/en.properties is listed"));
            assertThatThrownBy(() -> pack.read("bundles/water.jar")).isInstanceOf(PackRefusedException.class);
            assertThatThrownBy(() -> pack.extract(folder.resolve("out"))).isInstanceOf(PackRefusedException.class);
            assertThat(folder.resolve("out")).doesNotExist();
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
