package org.gemello.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gemello.api.pack.PackSignature.State;
import org.gemello.gpack.PackFile;
import org.gemello.gpack.PackLint;
import org.gemello.gpack.PackTrust;
import org.gemello.gpack.SignatureCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new pack: generated, counted, built with its tests, packed, linted, signed. */
class ArchetypeIT {
    private static final int MOST_FILES = 6;
    private static final long MOST_LINES = 150;
    private static final long MOST_JAVA = 60;
    @TempDir
    Path folder;

    private static List<Path> files(Path project) throws Exception {
        try (Stream<Path> all = Files.walk(project)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static long lines(List<Path> files, String end) throws Exception {
        long lines = 0;
        for (Path file : files) {
            lines += file.toString().endsWith(end) ? Files.readAllLines(file).size() : 0;
        }
        return lines;
    }

    @Test
    void generatesASmallProjectThatBuilds() throws Exception {
        MavenRun maven = new MavenRun(folder);
        maven.installArchetype();
        maven.run("mvn -q org.apache.maven.plugins:maven-archetype-plugin:3.4.1:generate -DarchetypeGroupId=org.gemello"
                + " -DarchetypeArtifactId=gemello-archetype -DarchetypeVersion=" + System.getProperty("gemello.version")
                + " -DgroupId=com.acme -DartifactId=hello -Dpackage=com.acme.hello -Dpublisher=acme\n");
        Path project = folder.resolve("hello");
        List<Path> files = files(project);
        assertThat(files).hasSizeLessThanOrEqualTo(MOST_FILES);
        assertThat(lines(files, "")).isLessThanOrEqualTo(MOST_LINES);
        assertThat(lines(files, ".java")).isLessThanOrEqualTo(MOST_JAVA);

        maven.run("cd hello\nmvn -q package\n");
        assertThat(project.resolve("target/surefire-reports/TEST-com.acme.hello.TankTypeTest.xml")).content().contains("passesItsAcceptanceTest", "theSameLogTwice",
                "failures=\"0\"");
        Path keys = Files.createDirectories(folder.resolve("keys"));
        Files.copy(project.resolve("target/acme.hello-0.1.0.pem"), keys.resolve("acme.hello-0.1.0.pem"));
        try (PackFile pack = PackFile.open(project.resolve("target/hello-0.1.0.gpack"))) {
            assertThat(new PackLint(Map.of("org.gemello.spi", "0.1.0")).check(pack)).isEmpty();
            assertThat(new SignatureCheck(new PackTrust(keys, keys)).check(pack).state()).isEqualTo(State.TRUSTED);
            assertThat(pack.manifest().title()).containsOnlyKeys("en", "ko");
            assertThat(new String(pack.read("sbom.cdx.json"), StandardCharsets.UTF_8)).contains("CycloneDX",
                    "pkg:maven/com.acme/hello@0.1.0");
        }
        assertThat(files(project)).noneMatch(file -> file.toString().endsWith("key.pem"));

        Files.writeString(project.resolve("src/main/java/com/acme/hello/Caller.java"), """
                package com.acme.hello;

                class Caller {
                    Object call() throws java.io.IOException {
                        return new java.net.Socket("localhost", 1);
                    }
                }
                """);
        maven.run("cd hello\nmvn -q -DskipTests package > log.txt 2>&1 && exit 1\n"
                + "grep \"com.acme.hello.Caller: uses java.net.Socket.<init>; ask for 'permissions: network'\" log.txt\n");
    }
}
