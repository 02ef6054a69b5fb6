package org.gemello.demo.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private final Map<String, ShippedPlant> plants = new TreeMap<>();

    /**
     * @param folder    with a file for each plant; none where it is not there
     * @param classPath of the plants' programs
     * @param kept      folder for ports and for which plants are to run
     */
    ShippedPlants(Path folder, String classPath, Path kept) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                    PlantDescription plant = PlantDescription.read(file);
                    plants.put(plant.id(), new ShippedPlant(plant, classPath, kept.resolve(plant.id() + ".properties")));
                }
            }
        }
    }

    /** Starts again what ran when the platform ended; what cannot be started is logged and stays stopped. */
    void resume() {
        for (ShippedPlant plant : plants.values()) {
            try {
                if (plant.shallRun()) {
                    plant.start();
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
    public List<DemoPlant> plants() {
        return plants.values().stream().map(ShippedPlant::view).toList();
    }

    @Override
    public DemoPlant start(String id) throws IOException, InterruptedException {
        return known(id).start();
    }

    @Override
    public DemoPlant stop(String id) throws IOException, InterruptedException {
        return known(id).stop();
    }

    private ShippedPlant known(String id) {
        ShippedPlant plant = plants.get(id);
        if (plant == null) {
            throw new IllegalArgumentException("there is no demo plant '" + id + "'; there are " + plants.keySet());
        }
        return plant;
    }

    @Override
    public void close() {
        for (ShippedPlant plant : plants.values()) {
            try {
                plant.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
