package org.gemello.packs.internal.bundle;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** The framework that the container runs on, with declarative services; the platform's packages come from the class path. */
public final class TestFramework implements AutoCloseable {
    private static final List<String> PLATFORM = List.of("org.gemello.api", "org.gemello.api.twin", "org.gemello.api.command",
            "org.gemello.api.pack",
            "org.gemello.spi", "org.gemello.spi.pack", "org.gemello.security");
    private final Framework framework;

    public TestFramework(Path cache) throws BundleException, IOException {
        String packages = String.join(",", PLATFORM.stream().map(name -> name + ";version=0.1.0").toList()) + ",org.slf4j;version=2.0.0";
        framework = ServiceLoader.load(FrameworkFactory.class).iterator().next().newFramework(Map.of(
                Constants.FRAMEWORK_STORAGE, cache.toString(), Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, packages,
                Constants.FRAMEWORK_BEGINNING_STARTLEVEL, "100", "ds.loglevel", "error"));
        framework.start();
        for (Class<?> part : List.of(org.osgi.util.function.Function.class, org.osgi.util.promise.Promise.class,
                org.osgi.service.component.ComponentContext.class, org.apache.felix.scr.info.ScrInfo.class)) {
            install(part);
        }
        for (Bundle bundle : framework.getBundleContext().getBundles()) {
            bundle.start();
        }
    }

    private void install(Class<?> part) throws BundleException, IOException {
        try {
            Path jar = Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI());
            framework.getBundleContext().installBundle("test:" + jar.getFileName(), Files.newInputStream(jar));
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** The manager's own context; here that of the framework. */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    @Override
    public void close() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(20_000);
    }
}
