package org.gemello.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.gemello.api.TwinId;
import org.gemello.spi.TwinType;
import org.gemello.worker.pack.CounterType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** In a real framework, where a bundle's classes are not on any class path. */
class PlatformJarsTest {
    @TempDir
    private Path folder;

    private static String location(Class<?> type) {
        URL place = type.getProtectionDomain().getCodeSource().getLocation();
        return place.getPath().endsWith("/") ? "reference:" + place : place.toString();
    }

    @Test
    void aWorkerRunsOnWhatTheBundlesGive() throws Exception {
        Framework framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(Map.of(
                Constants.FRAMEWORK_STORAGE, folder.resolve("cache").toString(),
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "org.slf4j;version=2.0.17,org.osgi.annotation.versioning;version=1.1"));
        framework.start();
        try {
            for (Class<?> module : List.of(TwinId.class, TwinType.class)) {
                framework.getBundleContext().installBundle(location(module));
            }
            Bundle worker = framework.getBundleContext().installBundle(location(WorkerTypes.class));
            worker.start();
            @SuppressWarnings("unchecked") // the same method in the framework's own copy of the class
            List<Path> jars = (List<Path>) worker.loadClass(PlatformJars.class.getName()).getMethod("in", Path.class).invoke(null,
                    folder.resolve("jars"));
            assertThat(jars).hasSize(5).allSatisfy(jar -> assertThat(jar).isRegularFile().hasParent(folder.resolve("jars")));
            Path bundle = PackFile.of(folder.resolve("pack.jar"), CounterType.class);
            try (WorkerTypes types = WorkerTypes.start(new WorkerPack("test", "1.0.0", List.of(bundle)), WorkerFixture.LIMITS, jars,
                    folder.resolve("work"), status -> { })) {
                assertThat(types.types()).hasSize(1);
            }
        } finally {
            framework.stop();
            framework.waitForStop(30_000);
        }
    }
}
