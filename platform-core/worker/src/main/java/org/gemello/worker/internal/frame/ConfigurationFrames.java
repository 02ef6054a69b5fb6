package org.gemello.worker.internal.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gemello.api.twin.ConfigurationKey;
import org.gemello.api.twin.ConfigurationSpec;
import org.gemello.api.twin.ConfigurationType;

/** The keys of a type's configuration as part of a frame. */
final class ConfigurationFrames {
    private static final ConfigurationType[] TYPES = ConfigurationType.values();
    /** A key has a type, four texts, two lists, two numbers of double size and a truth value. */
    private static final int SMALLEST = 8 * Integer.BYTES + 2 * Double.BYTES;

    private ConfigurationFrames() {
    }

    static void write(Optional<ConfigurationSpec> configuration, FrameWriter frame) {
        frame.putInt(configuration.isPresent() ? 1 : 0);
        configuration.ifPresent(spec -> {
            frame.putInt(spec.keys().size());
            spec.keys().forEach(key -> write(key, frame));
        });
    }

    private static void write(ConfigurationKey key, FrameWriter frame) {
        frame.putText(key.name()).putInt(key.type().ordinal());
        ModelFrames.writeTexts(key.titles(), frame);
        frame.putText(key.unit()).putDouble(key.low()).putDouble(key.high());
        PartFrames.writeNames(key.choices(), frame);
        frame.putText(key.fallback()).putInt(key.required() ? 1 : 0).putText(key.role());
    }

    static Optional<ConfigurationSpec> read(FrameReader frame) throws MalformedFrameException {
        if (frame.getIndex(2) == 0) {
            return Optional.empty();
        }
        List<ConfigurationKey> keys = new ArrayList<>();
        for (int left = frame.getCount(SMALLEST); left > 0; left--) {
            keys.add(new ConfigurationKey(frame.getText(), TYPES[frame.getIndex(TYPES.length)], ModelFrames.readTexts(frame), frame.getText(),
                    frame.getDouble(), frame.getDouble(), PartFrames.readNames(frame), frame.getText(), frame.getIndex(2) == 1, frame.getText()));
        }
        return Optional.of(new ConfigurationSpec(keys));
    }
}
