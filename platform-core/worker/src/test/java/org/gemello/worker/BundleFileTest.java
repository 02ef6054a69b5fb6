package org.gemello.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gemello.worker.pack.CounterType;
import org.gemello.worker.pack.HeavyType;
import org.gemello.worker.pack.TroubleType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which bundles a worker takes, and what it says about those that it does not. */
class BundleFileTest {
    @TempDir
    private Path folder;
    private List<Path> platform;

    @BeforeEach
    void findPlatform() throws IOException {
        platform = PlatformJars.in(folder);
    }

    private List<String> types(Path... bundles) throws IOException {
        try (WorkerTypes worker = WorkerTypes.start(new WorkerPack("test", "1.0.0", List.of(bundles)), WorkerFixture.LIMITS, platform,
                folder.resolve("work"), status -> { })) {
            return worker.types().stream().map(type -> type.id().value()).toList();
        }
    }

    @Test
    void typesOfSeveralBundlesAndOfJarsWithinThem() throws IOException {
        Path inner = new PackFile(folder.resolve("inner.jar")).classes(HeavyType.class).close();
        Path outer = new PackFile(folder.resolve("outer.jar"), "Bundle-ClassPath", ".,lib/inner.jar", "Service-Component",
                "OSGI-INF/org.gemello.worker.pack.HeavyType.xml").entry("lib/inner.jar", Files.readAllBytes(inner))
                .component(HeavyType.class.getName(), "").component("not.Named", "").close();
        assertThat(types(PackFile.of(folder.resolve("a.jar"), CounterType.class, TroubleType.class), outer))
                .containsExactlyInAnyOrder("test/counter", "test/trouble", "test/heavy");
    }

    @Test
    void saysWhatCannotLiveInAWorker() throws IOException {
        Path referring = new PackFile(folder.resolve("referring.jar"), "Service-Component", "OSGI-INF/*.xml").classes(CounterType.class)
                .component(CounterType.class.getName(), "<reference name=\"history\" interface=\"org.gemello.api.history.History\"/>")
                        .close();
        assertThatThrownBy(() -> types(referring)).isInstanceOf(IOException.class).hasMessageContaining("it could not load the pack")
                .hasMessageContaining("it refers to the service org.gemello.api.history.History");
        Path none = new PackFile(folder.resolve("none.jar")).classes(CounterType.class).close();
        assertThatThrownBy(() -> types(none)).isInstanceOf(IOException.class).hasMessageContaining("no component of the pack provides");
        Path missing = new PackFile(folder.resolve("missing.jar"), "Service-Component", "OSGI-INF/*.xml").component("gone.Type", "")
                .close();
        assertThatThrownBy(() -> types(missing)).isInstanceOf(IOException.class).hasMessageContaining("gone.Type");
        Path noJar = Files.writeString(folder.resolve("no.jar"), "no jar");
        assertThatThrownBy(() -> types(noJar)).isInstanceOf(IOException.class).hasMessageContaining("zip END header not found");
        Path entity = new PackFile(folder.resolve("entity.jar"), "Service-Component", "OSGI-INF/*.xml").entry("OSGI-INF/x.xml",
                "<!DOCTYPE c [<!ENTITY e SYSTEM \"file:/etc/passwd\">]><component>&e;</component>".getBytes(StandardCharsets.UTF_8))
                        .close();
        assertThatThrownBy(() -> types(entity)).isInstanceOf(IOException.class).hasMessageContaining("not XML");
    }
}
