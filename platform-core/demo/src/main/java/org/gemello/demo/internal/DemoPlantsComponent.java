package org.gemello.demo.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gemello.api.Folders;
import org.gemello.api.demo.DemoPlant;
import org.gemello.api.demo.DemoPlants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The plants in {@code demo/plants} of the distribution; their programs are in {@code tools/lib}. */
@Component(immediate = true)
public final class DemoPlantsComponent implements DemoPlants {
    private final ShippedPlants plants;

    @Activate
    public DemoPlantsComponent() throws IOException {
        Path home = Path.of(System.getProperty("karaf.home", "."));
        plants = new ShippedPlants(home.resolve("demo/plants"), home.resolve("tools/lib") + "/*", Folders.data().resolve("demo"));
        new Thread(plants::resume, "demo-plants").start(); // a plant takes seconds to start, for which the platform need not wait
    }

    @Override
    public List<DemoPlant> plants() {
        return plants.plants();
    }

    @Override
    public DemoPlant start(String id) throws IOException, InterruptedException {
        return plants.start(id);
    }

    @Override
    public DemoPlant stop(String id) throws IOException, InterruptedException {
        return plants.stop(id);
    }

    @Deactivate
    void close() {
        plants.close();
    }
}
