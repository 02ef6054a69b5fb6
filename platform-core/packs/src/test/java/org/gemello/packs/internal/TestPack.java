package org.gemello.packs.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Map;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.PackBuilder;
import org.gemello.gpack.PackKeys;
import org.gemello.gpack.PackSigner;

/** The counter pack as a file, built and signed as an author does it. */
final class TestPack {
    static final KeyPair KEY = PackKeys.generate();
    static final String VIEW = """
            {"view": 1, "twin": "acme/counter", "widgets": [
              {"type": "values", "title": {"en": "Sum %1$s", "ko": "합 %1$s"}, "points": ["SUM"]}]}
            """;
    private final String version;
    private CounterPack code = new CounterPack();
    private int schema = 1;
    private String licence = "licence: Apache-2.0";
    private String permissions = "{points: {read: [\"*/*\"], write: [\"*/SUM\"]}}";
    private String acceptance = "";
    private String isolation = "in-process";
    private KeyPair key = KEY;

    TestPack(String version) {
        this.version = version;
    }

    TestPack code(CounterPack pack) {
        code = pack;
        return this;
    }

    TestPack schema(int number) {
        schema = number;
        return this;
    }

    TestPack trial(int days) {
        licence = "trial: {days: " + days + "}";
        return this;
    }

    TestPack permissions(String yaml) {
        permissions = yaml;
        return this;
    }

    TestPack inWorker() {
        isolation = "worker";
        return this;
    }

    /** Its one acceptance test. */
    TestPack acceptance(String yaml) {
        acceptance = yaml;
        return this;
    }

    /** Null for no signature. */
    TestPack signedWith(KeyPair pair) {
        key = pair;
        return this;
    }

    /** Writes it below the folder. */
    Path write(Path folder) throws IOException, PackRefusedException {
        Path source = Files.createTempDirectory(Files.createDirectories(folder), "source");
        Files.writeString(source.resolve("pack.yaml"), """
                gpack: 1
                id: counter
                version: %s
                publisher: acme
                title: {en: Counter, ko: 계수기}
                description: {en: Adds up, ko: 더한다}
                %s
                platform: "[0.1,0.2)"
                isolation: %s
                twinTypes:
                  - {id: acme/counter, schema: %d}
                permissions: %s
                acceptance: [%s]
                views: [{id: count, file: views/count.json, title: {en: Count, ko: 수}}]
                texts: {en: texts/en.properties, ko: texts/ko.properties}
                changelog:
                  - {version: %s, breaking: false, text: {en: "News of %s", ko: 소식}}
                """.formatted(version, licence, isolation, schema, permissions, acceptance.isEmpty() ? "" : "acceptance/adds.yaml", version, version));
        Files.createDirectories(source.resolve("texts"));
        Files.writeString(source.resolve("texts/en.properties"), "counter=Counter\n");
        Files.writeString(source.resolve("texts/ko.properties"), "counter=계수기\n");
        Files.writeString(Files.createDirectories(source.resolve("views")).resolve("count.json"), VIEW.formatted(version));
        if (!acceptance.isEmpty()) {
            Files.writeString(Files.createDirectories(source.resolve("acceptance")).resolve("adds.yaml"), acceptance);
        }
        Path bundles = Files.createDirectories(folder.resolve("bundles-" + version));
        PackBuilder builder = new PackBuilder(source);
        for (Map.Entry<String, byte[]> file : code.files().entrySet()) {
            builder.bundle(Files.write(bundles.resolve(Path.of(file.getKey()).getFileName()), file.getValue()));
        }
        Path target = folder.resolve("counter-" + version + ".gpack");
        builder.sbom("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\",\"components\":[]}".getBytes(StandardCharsets.UTF_8))
                .write(target, null);
        if (key != null) {
            PackSigner.sign(target, key);
        }
        return target;
    }
}
