package org.gemello.packs.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gemello.api.pack.PackGrant;

/** Which version of each pack serves: {@code active.json}, the one truth. Its replacement decides every operation. */
public final class ActivePacks {
    private final DurableJson<Map<String, Active>> file;
    private Map<String, Active> packs;

    /**
     * The version that serves.
     *
     * @param version semantic version
     * @param sha256  hash of its file
     * @param grant   what it may do
     */
    public record Active(String version, String sha256, PackGrant grant) {
    }

    public ActivePacks(Path folder) throws IOException {
        file = new DurableJson<>(folder.resolve("active.json"), new TypeReference<>() { });
        packs = Map.copyOf(file.read().orElse(Map.of()));
    }

    public synchronized Map<String, Active> all() {
        return new TreeMap<>(packs);
    }

    public synchronized Optional<Active> find(String id) {
        return Optional.ofNullable(packs.get(id));
    }

    /** Makes a version the one that serves; null for none. On disk when this returns. */
    public synchronized void put(String id, Active active) throws IOException {
        Map<String, Active> changed = new TreeMap<>(packs);
        if (active == null) {
            changed.remove(id);
        } else {
            changed.put(id, active);
        }
        file.write(changed);
        packs = Map.copyOf(changed);
    }
}
