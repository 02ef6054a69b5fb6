package org.gemello.packs.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.pack.PackOperation;

/** Operations with their steps and their end, the newest first; the last two hundred are kept. */
public final class OperationHistory {
    private static final int MOST = 200;
    private final DurableJson<List<PackOperation>> file;
    private List<PackOperation> operations;

    public OperationHistory(Path folder) throws IOException {
        file = new DurableJson<>(folder.resolve("operations.json"), new TypeReference<>() { });
        operations = List.copyOf(file.read().orElse(List.of()));
    }

    public synchronized List<PackOperation> all() {
        return operations;
    }

    /** Adds it, or replaces what was known of it. */
    public synchronized void put(PackOperation operation) throws IOException {
        List<PackOperation> changed = new ArrayList<>(operations);
        changed.removeIf(other -> other.id().equals(operation.id()));
        changed.add(0, operation);
        operations = List.copyOf(changed.subList(0, Math.min(MOST, changed.size())));
        file.write(operations);
    }
}
