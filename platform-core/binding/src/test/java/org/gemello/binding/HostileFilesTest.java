package org.gemello.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration file may come from anywhere: it is refused with its place, at once, and with bounded memory. */
class HostileFilesTest {
    @TempDir
    Path folder;

    private void refused(String text, String problem) throws IOException {
        Files.createDirectories(folder.resolve("twins"));
        Files.writeString(folder.resolve("twins/t.yaml"), text);
        refused(problem);
    }

    private void refused(String problem) {
        SiteReport report = assertTimeout(Duration.ofSeconds(5), () -> SiteReader.read(folder));
        assertThat(report.problems()).singleElement().asString().startsWith("twins/t.yaml:" + problem);
        assertThat(report.configuration().twins()).isEmpty();
    }

    @Test
    void billionLaughs() throws IOException {
        StringBuilder text = new StringBuilder("a0: &a0 lol\n");
        for (int i = 1; i < 12; i++) {
            text.append("a").append(i).append(": &a").append(i).append(" [").append(("*a" + (i - 1) + ", ").repeat(10)).append("]\n");
        }
        refused(text.toString(), "2:10: aliases (*name) are not allowed; write the value out");
    }

    @Test
    void loops() throws IOException {
        refused("twins: &t [*t]\n", "1:12: aliases (*name) are not allowed");
    }

    @Test
    void mergeKeys() throws IOException {
        refused("twins:\n  - &a {id: a, type: a/b}\n  - {<<: *a, id: b}\n", "3:10: aliases (*name) are not allowed");
    }

    @Test
    void depth() throws IOException {
        refused("twins: " + "[".repeat(200_000), "1:27: is nested deeper than 20 levels; make it flatter");
        refused("twins: " + "{a: ".repeat(200_000), "1:84: is nested deeper than 20 levels; make it flatter");
    }

    @Test
    void size() throws IOException {
        refused("# " + "x".repeat(1 << 20), "1:1: is larger than 1048576 bytes; split it");
    }

    @Test
    void longValuesAreNotRepeatedInFull() throws IOException {
        refused("twins: [{id: " + "x".repeat(500_000) + ", type: a/b}]", "1:14: twin id 'xxxx");
        assertThat(SiteReader.read(folder).problems().get(0)).hasSizeLessThan(500);
    }

    @Test
    void lineBreaksInValuesDoNotForgeLinesOfTheLog() throws IOException {
        refused("twins: [{id: \"a\\nERROR forged\", type: a/b}]", "1:14: twin id 'a?ERROR forged'");
    }

    @Test
    void tagsBuildNothing() throws IOException {
        refused("twins: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://localhost/\"]]\n",
                "1:44: an element of 'twins' must have keys");
    }

    @Test
    void brokenText() throws IOException {
        refused("twins:\n  - {id: a, type: a/b\n", "3:1: is not YAML: ");
        refused("twins: []\n---\ntwins: []\n", "2:1: is not YAML: ");
        refused("twins:\n\t- id: a\n", "2:1: is not YAML: ");
        refused("twins:\n  - id: a\u0007\n", "2:10: has a character that YAML does not allow; remove it");
        refused("twins: 'open\n", "2:1: is not YAML: ");
    }

    @Test
    void otherEncodings() throws IOException {
        Files.createDirectories(folder.resolve("twins"));
        Files.write(folder.resolve("twins/t.yaml"), "twins: [{id: a, type: a/b, name: Müller}]".getBytes(StandardCharsets.ISO_8859_1));
        refused("1:1: is not UTF-8; save it as UTF-8");
        Files.write(folder.resolve("twins/t.yaml"), "twins: []".getBytes(StandardCharsets.UTF_16));
        refused("1:1: is not UTF-8; save it as UTF-8");
    }

    @Test
    void aByteOrderMarkIsNoProblem() throws IOException {
        Files.createDirectories(folder.resolve("twins"));
        Files.writeString(folder.resolve("twins/t.yaml"), "\uFEFFtwins: [{id: a, type: a/b}]");
        assertThat(SiteReader.read(folder).orThrow().twins()).hasSize(1);
    }

    @Test
    void linksOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("secret.yaml"), "twins: [{id: a, type: a/b}]");
        Files.createDirectories(folder.resolve("twins"));
        Files.createSymbolicLink(folder.resolve("twins/t.yaml"), elsewhere.resolve("secret.yaml"));
        refused("1:1: leads out of the configuration folder; put the file itself there");
        Files.delete(folder.resolve("twins/t.yaml"));
        Files.delete(folder.resolve("twins"));
        Files.createSymbolicLink(folder.resolve("twins"), elsewhere);
        assertThat(SiteReader.read(folder).problems())
                .containsExactly("twins:1:1: leads out of the configuration folder; put the file itself there");
    }

    @Test
    void linksThatLeadNowhere() throws IOException {
        Files.createDirectories(folder.resolve("twins"));
        Files.createSymbolicLink(folder.resolve("twins/t.yaml"), folder.resolve("gone.yaml"));
        refused("1:1: cannot be read: ");
    }

    @Test
    void linksWithinTheFolderAreFollowed() throws IOException {
        new ConfigurationFolder(folder).file("..data/t.yaml", "twins: [{id: a, type: a/b}]");
        Files.createDirectories(folder.resolve("twins"));
        Files.createSymbolicLink(folder.resolve("twins/t.yaml"), folder.resolve("..data/t.yaml"));
        assertThat(SiteReader.read(folder).orThrow().twins()).hasSize(1);
    }
}
