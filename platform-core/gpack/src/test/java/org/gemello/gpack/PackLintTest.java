package org.gemello.gpack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackLintTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">";
    @TempDir
    Path folder;

    /** Does what packs do not do without asking. */
    static final class Greedy {
        Object network() throws IOException {
            return new java.net.Socket("localhost", 1);
        }

        Object file() throws IOException {
            return Files.readString(Path.of("x"));
        }

        Object thread() {
            return List.of(1).parallelStream().toList();
        }

        void process() throws IOException {
            new ProcessBuilder("x").start();
            System.exit(1);
        }

        void reflection() throws Exception {
            Class.forName("x").getDeclaredField("y").setAccessible(true);
        }

        native void outside();
    }

    private static byte[] classFile(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getName().replaceAll(".*\\.", "") + ".class")) {
            return in.readAllBytes();
        }
    }

    private List<String> lint(UnaryOperator<String> manifest, Map<String, byte[]> classes, String... headers) throws Exception {
        Path source = Samples.source(folder.resolve("src"));
        Files.writeString(source.resolve("pack.yaml"), manifest.apply(Samples.MANIFEST));
        return lint(source, classes, headers);
    }

    private List<String> lint(Path source, Map<String, byte[]> classes, String... headers) throws Exception {
        Path jar = folder.resolve("water.jar");
        Files.write(jar, Samples.jar(classes, headers));
        Path target = folder.resolve("water.gpack");
        new PackBuilder(source).bundle(jar).sbom("{\"bomFormat\": \"CycloneDX\"}".getBytes(StandardCharsets.UTF_8)).write(target, null);
        try (PackFile pack = PackFile.open(target)) {
            return new PackLint(Map.of("org.gemello.spi", "0.1.0", "org.gemello.api",
                    "0.1.0")).check(pack).stream().map(Finding::toString).toList();
        }
    }

    @Test
    void aSoundPackHasNoErrors() throws Exception {
        assertThat(lint(m -> m, Map.of(), "Import-Package", "org.gemello.spi;version=\"[0.1,0.2)\",java.util,org.slf4j;version=\"[2.0,3)\"",
                "Require-Capability", "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0))\",osgi.ee;filter:=\"(osgi.ee=JavaSE)\""))
                .allMatch(text -> text.startsWith("warning") && text.contains("no acceptance test"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"DynamicImport-Package|*|DynamicImport-Package is not allowed",
            "Fragment-Host|org.gemello.runtime|Fragment-Host",
            "Bundle-Activator|com.acme.A|Bundle-Activator", "Require-Bundle|org.gemello.log|Require-Bundle",
            "Bundle-NativeCode|x.so|Bundle-NativeCode",
            "Export-Package|org.gemello.spi;version=\"0.1\"|exports org.gemello.spi",
            "Import-Package|org.gemello.log|imports org.gemello.log",
            "Import-Package|org.apache.camel|imports org.apache.camel", "Import-Package|org.osgi.framework|imports org.osgi.framework",
            "Import-Package|org.gemello.spi;version=\"[0.2,0.3)\"|the platform has 0.1.0",
            "Require-Capability|osgi.extender;filter:=\"(osgi.extender=osgi.blueprint)\"|asks for the extender"})
    void manifestsThatReachTooFar(String header, String value, String sentence) throws Exception {
        assertThat(lint(m -> m, Map.of(), header, value)).anyMatch(text -> text.startsWith("error: bundles/water.jar")
                && text.contains(sentence));
    }

    @Test
    void ownPackagesMayBeImported() throws Exception {
        assertThat(lint(m -> m, Map.of(), "Export-Package", "com.acme.model;version=\"1.0\"", "Import-Package",
                "com.acme.model;version=\"[1.0,2)\""))
                .noneMatch(text -> text.startsWith("error"));
    }

    @Test
    void codeThatDoesWhatIsNotAskedFor() throws Exception {
        Map<String, byte[]> classes = Map.of("com/acme/Greedy.class", classFile(Greedy.class));
        String place = "error: bundles/water.jar: " + Greedy.class.getName() + ": ";
        assertThat(lint(m -> m.replace("network: [\"weather.example.com:443\"]", "network: []"), classes)).contains(
                place + "uses java.net.Socket.<init>; ask for 'permissions: network'",
                place + "uses java.nio.file.Files.readString; ask for 'permissions: files'",
                place + "uses java.util.List.parallelStream; ask for 'permissions: threads'")
                .anyMatch(text -> text.startsWith(place + "uses java.lang.ProcessBuilder")).anyMatch(text -> text.startsWith(place
                + "uses java.lang.System.exit"))
                .anyMatch(text -> text.contains("setAccessible")).anyMatch(text -> text.startsWith(place + "has a native method"))
                .anyMatch(text -> text.startsWith("warning") && text.contains("java.lang.Class.forName"));
    }

    @Test
    void permissionsAndTheWorkerTakeItIn() throws Exception {
        Map<String, byte[]> classes = Map.of("com/acme/Greedy.class", classFile(Greedy.class));
        assertThat(lint(m -> m.replace("files: false", "files: true").replace("threads: 0", "threads: 1").replace("in-process", "worker"),
                classes))
                .noneMatch(text -> text.startsWith("error"));
        assertThat(lint(m -> m.replace("files: false", "files: true").replace("threads: 0", "threads: 1"), classes))
                .anyMatch(text -> text.contains("ProcessBuilder")).noneMatch(text -> text.contains("'permissions:"));
    }

    @Test
    void librariesWithinABundleAreReadToo() throws Exception {
        byte[] library = Samples.jar(Map.of("a/Greedy.class", classFile(Greedy.class)));
        assertThat(lint(m -> m, Map.of("lib/inner.jar", library))).anyMatch(text -> text.contains("java.lang.System.exit"));
        assertThat(lint(m -> m, Map.of("lib/picture.png", library), "Bundle-ClassPath", ".,/lib/picture.png"))
                .anyMatch(text -> text.contains("java.lang.System.exit"));
        byte[] deeper = Samples.jar(Map.of("lib/inner.jar", library));
        assertThat(lint(m -> m, Map.of("lib/outer.jar", deeper))).anyMatch(text -> text.contains("within an archive within the bundle"));
    }

    @Test
    void damagedClassFilesAreAnAnswerAndNotACrash() throws Exception {
        byte[] good = classFile(Greedy.class);
        Random random = new Random(3);
        Map<String, byte[]> classes = new LinkedHashMap<>();
        classes.put("a/Text.class", "no class".getBytes(StandardCharsets.UTF_8));
        assertThat(lint(m -> m, classes)).anyMatch(text -> text.contains("a/Text.class is no class file"));
        for (int i = 0; i < 60; i++) {
            byte[] damaged = Arrays.copyOf(good, i % 2 == 0 ? good.length : random.nextInt(good.length));
            damaged[Math.min(damaged.length - 1, 10 + random.nextInt(200))] = (byte) random.nextInt(256);
            assertThat(lint(m -> m, Map.of("a/Damaged.class", damaged))).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"title: {en: Water, ko: 물}|title: {en: Water}|title is missing in 'ko'",
            "description: {en: Pumps and tanks, ko: 펌프와 탱크}|description: {ko: 펌프}|description is missing in 'en'",
            "text: {en: First, ko: 처음}|text: {en: First}|changelog of 1.2.0 is missing in 'ko'",
            "breaking: false|breaking: true|has no 'migration'",
            "- {version: 1.2.0, breaking|- {version: 1.1.0, breaking|nothing on version 1.2.0",
            "acceptance: []|acceptance: [acceptance/none.yaml]|which is not in the pack",
            "en: texts/en.properties, ko: texts/ko.properties|en: texts/en.properties|texts is missing in 'ko'",
            "file: views/pump.svg|file: views/none.svg|which is not in the pack",
            "[0.1,0.2)|[0.2,0.3)|does not take in this platform's SPI 0.1.0"})
    void whatIsNotComplete(String from, String to, String sentence) throws Exception {
        assertThat(lint(m -> m.replace(from, to), Map.of())).anyMatch(text -> text.startsWith("error: pack.yaml: ")
                && text.contains(sentence));
    }

    @Test
    void aTextThatOneLanguageLacks() throws Exception {
        Path source = Samples.source(folder.resolve("src"));
        Files.writeString(source.resolve("texts/en.properties"), "pump=Pump\ntank=Tank\n");
        assertThat(lint(source, Map.of())).anyMatch(text -> text.contains("texts/ko.properties: has no text 'tank'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<g onclick=\"x()\"/>", "<foreignObject/>",
            "<image href=\"https://example.com/x.png\"/>",
            "<a xlink:href=\"javascript:alert(1)\"/>", "<style>@import 'x.css';</style>",
            "<style>rect{fill:url(http://example.com/x)}</style>",
            "<rect style=\"fill:url('//example.com')\"/>", "<set attributeName=\"href\" to=\"x\"/>", "<use href=\"other.svg#a\"/>",
            "<style>@\\69mport 'x'</style>", "<?xml-stylesheet href='x'?>", "<image href=\"data:text/html;base64,AAAA\"/>"})
    void viewsThatDoMoreThanDraw(String inside) throws Exception {
        Path source = Samples.source(folder.resolve("src"));
        Files.writeString(source.resolve("views/pump.svg"), SVG + inside + "</svg>");
        assertThat(lint(source, Map.of())).anyMatch(text -> text.startsWith("error: views/pump.svg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&x;</svg>",
            "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "<svg", "no xml"})
    void viewsThatAreNone(String text) throws Exception {
        Path source = Samples.source(folder.resolve("src"));
        Files.writeString(source.resolve("views/pump.svg"), text);
        assertThat(lint(source, Map.of())).anyMatch(finding -> finding.startsWith("error: views/pump.svg"))
                .noneMatch(finding -> finding.contains("root:"));
    }

    @Test
    void aDrawingPasses() throws Exception {
        Path source = Samples.source(folder.resolve("src"));
        Files.writeString(source.resolve("views/pump.svg"), SVG + "<defs><linearGradient id=\"g\"/></defs><style>rect{fill:url(#g)}</style>"
                + "<rect fill=\"url(#g)\"/><use href=\"#g\"/><image href=\"data:image/png;base64,iVBORw0=\"/></svg>");
        assertThat(lint(source, Map.of())).noneMatch(text -> text.startsWith("error"));
    }
}
