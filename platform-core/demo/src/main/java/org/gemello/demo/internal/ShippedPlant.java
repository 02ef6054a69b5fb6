package org.gemello.demo.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gemello.api.demo.DemoPlant;
import org.gemello.api.site.SiteEdit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One plant that a distribution brings. Started and stopped by one caller at a time; meanwhile anybody can look at it. */
final class ShippedPlant {
    private static final Logger LOG = LoggerFactory.getLogger(ShippedPlant.class);
    private final PlantDescription description;
    private final String classPath;
    private final Path kept;
    /** With the ports of the last start, else with those that would be taken now. */
    private volatile List<SiteEdit> site;
    private volatile PlantProcess process;
    private volatile boolean closed;

    /**
     * @param classPath of the plant's program
     * @param kept      file for its ports and for whether it is to run
     */
    ShippedPlant(PlantDescription description, String classPath, Path kept) throws IOException {
        this.description = description;
        this.classPath = classPath;
        this.kept = kept;
        this.site = siteAt(new PlantPorts(kept).choose(description.ports()));
    }

    private List<SiteEdit> siteAt(Map<String, Integer> ports) throws IOException {
        return PlantSite.of(description.site(), description.ports(), ports);
    }

    DemoPlant view() {
        return new DemoPlant(description.id(), description.title(), description.pack(), isRunning(), site);
    }

    private boolean isRunning() {
        PlantProcess now = process;
        return now != null && now.isReady();
    }

    /** Whether it ran when the platform ended. */
    boolean shallRun() throws IOException {
        return new PlantPorts(kept).shallRun();
    }

    synchronized DemoPlant start() throws IOException, InterruptedException {
        if (!isRunning()) {
            PlantPorts ports = new PlantPorts(kept);
            Map<String, Integer> chosen = ports.choose(description.ports());
            List<SiteEdit> reached = siteAt(chosen);
            PlantProcess starting = new PlantProcess(description, classPath, description.arguments(chosen));
            process = starting;
            if (closed) {
                starting.stop();
            }
            try {
                starting.awaitReady();
            } catch (IOException | InterruptedException e) {
                starting.stop();
                throw e;
            }
            site = reached;
            ports.shallRun(true);
            LOG.info("demo plant {} runs", description.id());
        }
        return view();
    }

    synchronized DemoPlant stop() throws IOException, InterruptedException {
        new PlantPorts(kept).shallRun(false);
        if (process != null) {
            process.stop();
            process = null;
            LOG.info("demo plant {} was stopped", description.id());
        }
        return view();
    }

    /** Ends it with the platform, also while it starts; it stays one that is to run. */
    void close() throws InterruptedException {
        closed = true;
        PlantProcess now = process;
        if (now != null) {
            now.stop();
        }
    }
}
