package org.gemello.rest.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.demo.DemoPlant;
import org.gemello.api.demo.DemoPlants;
import org.gemello.api.site.SiteEdit;
import org.gemello.api.site.SiteKind;

/** One plant, which runs when it is told to, and another, which never does. */
final class FakePlants implements DemoPlants {
    private boolean running;

    private DemoPlant farm() {
        return new DemoPlant("wind-farm", Map.of("en", "Wind farm", "ko", "풍력 단지"), "energy", running, List.of(new SiteEdit(SiteKind.CONNECTION, "plant",
                Optional.of(Map.of("connection", "plant", "kind", "opcua", "endpoint", "opc.tcp://127.0.0.1:4840/plant")), SiteEdit.ABSENT)));
    }

    @Override
    public List<DemoPlant> plants() {
        return List.of(farm(), new DemoPlant("calm", Map.of("en", "Calm"), "energy", false, List.of()));
    }

    @Override
    public DemoPlant start(String id) throws IOException {
        if (id.equals("calm")) {
            throw new IOException("demo plant calm ended with exit code 3: no wind today");
        }
        running = true;
        return farm();
    }

    @Override
    public DemoPlant stop(String id) {
        running = false;
        return farm();
    }
}
