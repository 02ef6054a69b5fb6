package org.gemello.runtime.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gemello.api.TwinId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * States of twins that have left the site, each in a folder named after the twin and its type: who makes such a twin again finds its state, and
 * who wants none removes the folder.
 */
final class Attic {
    private static final Logger LOG = LoggerFactory.getLogger(Attic.class);
    private final Path folder;

    Attic(Path folder) {
        this.folder = folder;
    }

    /** Keeps what a twin was; on disk when this returns. */
    void keep(TwinId twin, String type, List<StateImage> images) {
        List<StateImage> states = images.stream().filter(image -> image.state() != null).toList();
        if (states.isEmpty()) {
            return;
        }
        try {
            new StateStore(place(twin, type)).save(new RuntimeImage(0, states, List.of(), List.of(), List.of()));
        } catch (IOException e) {
            LOG.error("the state of twin {} ({}), which has left the site, could not be kept", twin, type, e);
        }
    }

    /** What a twin of that id and type was when it left; empty where there was none. */
    List<StateImage> find(TwinId twin, String type) {
        Path place = place(twin, type);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try {
            return new StateStore(place).load().twins();
        } catch (IOException e) {
            LOG.error("the state that twin {} ({}) once had cannot be read; it begins without", twin, type, e);
            return List.of();
        }
    }

    private Path place(TwinId twin, String type) {
        Path place = folder.resolve(twin.value()).resolve(type).normalize();
        if (!place.startsWith(folder)) {
            throw new IllegalArgumentException("twin type " + type + " is not of the form industry/kind");
        }
        return place;
    }
}
