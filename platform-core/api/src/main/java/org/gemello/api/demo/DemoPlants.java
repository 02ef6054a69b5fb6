package org.gemello.api.demo;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Simulated plants that come with the distribution. Each is a process of its own that listens on the loopback interface only, speaks the
 * protocols of a real plant, and ends with the platform. One that was running is started again with the platform, on the same ports.
 */
@ProviderType
public interface DemoPlants {

    List<DemoPlant> plants();

    /**
     * Starts a plant, where it does not run yet, and waits until it is ready, at most a minute.
     *
     * @throws IllegalArgumentException where there is none of that id
     * @throws IOException              where it cannot be started; the message has what it printed last
     */
    DemoPlant start(String id) throws IOException, InterruptedException;

    /**
     * Stops a plant; its connections are lost as those of a real one would be.
     *
     * @throws IllegalArgumentException where there is none of that id
     */
    DemoPlant stop(String id) throws IOException, InterruptedException;
}
