package org.gemello.demo.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gemello.api.demo.DemoPlant;
import org.gemello.api.demo.DemoPlants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plants that a distribution brings. */
final class ShippedPlants implements DemoPlants, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShippedPlants.class);
    private final Map<String, PlantDescription> descriptions = new TreeMap<>();
    private final Map<String, PlantProcess> processes = new HashMap<>();
    private final String classPath;
    private final Path kept;

    /**
     * @param folder    with a file for each plant; none where it is not there
     * @param classPath of the plants' programs
     * @param kept      folder for ports and for which plants are to run
     */
    ShippedPlants(Path folder, String classPath, Path kept) throws IOException {
        this.classPath = classPath;
        this.kept = kept;
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                    PlantDescription plant = PlantDescription.read(file);
                    descriptions.put(plant.id(), plant);
                }
            }
        }
    }

    /** Starts again what ran when the platform ended; what cannot be started is logged and stays stopped. */
    void resume() {
        for (String id : descriptions.keySet()) {
            try {
                if (ports(id).shallRun()) {
                    start(id);
                }
            } catch (IOException e) {
                LOG.warn("{}", e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public synchronized List<DemoPlant> plants() {
        List<DemoPlant> plants = new ArrayList<>();
        for (PlantDescription plant : descriptions.values()) {
            try {
                plants.add(view(plant));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return plants;
    }

    @Override
    public synchronized DemoPlant start(String id) throws IOException, InterruptedException {
        PlantDescription plant = known(id);
        if (!isRunning(id)) {
            PlantPorts ports = ports(id);
            PlantProcess process = new PlantProcess(plant, classPath, plant.arguments(ports.choose(plant.ports())));
            process.awaitReady();
            processes.put(id, process);
            ports.shallRun(true);
            LOG.info("demo plant {} runs", id);
        }
        return view(plant);
    }

    @Override
    public synchronized DemoPlant stop(String id) throws IOException, InterruptedException {
        PlantDescription plant = known(id);
        ports(id).shallRun(false);
        PlantProcess process = processes.remove(id);
        if (process != null) {
            process.stop();
            LOG.info("demo plant {} was stopped", id);
        }
        return view(plant);
    }

    private PlantDescription known(String id) {
        PlantDescription plant = descriptions.get(id);
        if (plant == null) {
            throw new IllegalArgumentException("there is no demo plant '" + id + "'; there are " + descriptions.keySet());
        }
        return plant;
    }

    private boolean isRunning(String id) {
        return processes.containsKey(id) && processes.get(id).isAlive();
    }

    private DemoPlant view(PlantDescription plant) throws IOException {
        Map<String, Integer> chosen = ports(plant.id()).choose(plant.ports());
        return new DemoPlant(plant.id(), plant.title(), plant.pack(), isRunning(plant.id()), PlantSite.of(plant.site(), plant.ports(), chosen));
    }

    private PlantPorts ports(String id) throws IOException {
        return new PlantPorts(kept.resolve(id + ".properties"));
    }

    @Override
    public synchronized void close() {
        for (PlantProcess process : processes.values()) {
            try {
                process.stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
