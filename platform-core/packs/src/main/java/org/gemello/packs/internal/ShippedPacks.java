package org.gemello.packs.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.gemello.api.job.Jobs;
import org.gemello.api.pack.PackGrant;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.pack.PackRequest;
import org.gemello.api.pack.StagedPack;
import org.gemello.gpack.SemanticVersion;
import org.gemello.packs.internal.bundle.PackFailure;
import org.gemello.packs.internal.store.DurableJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The packs that come with the platform. Each is installed once, with what it asks for; whoever removes it is not brought it again. A newer
 * one
 * that comes with an update of the platform is offered, and installed by itself only where the setting says so and it asks for no more.
 */
final class ShippedPacks {
    private static final Logger LOG = LoggerFactory.getLogger(ShippedPacks.class);
    private static final String CALLER = "platform";
    private static final Jobs.Progress UNWATCHED = new Jobs.Progress() {
        @Override
        public void at(double share, String message) {
            LOG.debug("{}", message);
        }

        @Override
        public void checkCancelled() {
            // nobody can cancel what the platform does at its start
        }
    };
    private final Workshop shop;
    private final Operations operations;
    private final Shelf shelf;
    private final DurableJson<Map<String, String>> file;

    ShippedPacks(Workshop shop, Operations operations, Shelf shelf, Path folder) {
        this.shop = shop;
        this.operations = operations;
        this.shelf = shelf;
        this.file = new DurableJson<>(folder.resolve("shipped.json"), new TypeReference<>() { });
    }

    /** Installs those that have never been here; for the thread that has its turn. */
    void install() throws IOException, InterruptedException {
        Path shipped = shop.settings().shipped();
        if (shipped == null || !Files.isDirectory(shipped)) {
            return;
        }
        Map<String, String> known = new HashMap<>(file.read().orElse(Map.of()));
        List<Path> packs;
        try (Stream<Path> files = Files.list(shipped)) {
            packs = files.filter(each -> each.toString().endsWith(".gpack")).sorted().toList();
        }
        for (Path pack : packs) {
            try {
                install(pack, known);
            } catch (PackRefusedException | PackFailure | RuntimeException e) {
                LOG.error("{} came with the platform and is not installed: {}", pack.getFileName(), e.getMessage());
            }
        }
    }

    private void install(Path pack, Map<String, String> known) throws IOException, PackRefusedException, PackFailure, InterruptedException {
        String handle;
        try (InputStream in = Files.newInputStream(pack)) {
            handle = shop.quarantine().add(in);
        }
        try {
            StagedPack staged = shelf.staged(handle);
            Optional<PackGrant> grant = grant(staged, known.get(staged.id()));
            if (grant.isPresent()) {
                known.put(staged.id(), staged.version());
                // where nothing serves there is nothing to go back to: the platform need not wait to be ready
                Duration confirm = shop.active().find(staged.id()).isEmpty() ? Duration.ZERO : null;
                operations.run(UUID.randomUUID().toString(), new PackRequest(PackRequest.Action.INSTALL, staged.id(), handle, grant.get(),
                        confirm), CALLER, UNWATCHED);
                file.write(known);
            }
        } finally {
            shop.quarantine().remove(handle);
        }
    }

    /** With what it is to be installed; empty where it is not. */
    private Optional<PackGrant> grant(StagedPack staged, String before) {
        var active = shop.active().find(staged.id());
        if (before == null && active.isEmpty()) {
            return Optional.of(staged.asks());
        }
        if (active.isEmpty() || SemanticVersion.parse(staged.version()).compareTo(SemanticVersion.parse(active.get().version())) <= 0) {
            return Optional.empty();
        }
        boolean asksMore = !Grants.difference(active.get().grant(), staged.asks(), active.get().grant()).added().isEmpty();
        if (!shop.settings().updateShipped() || asksMore) {
            LOG.info("pack {} {} came with the platform and is newer than the installed {}; install it when it suits", staged.id(),
                    staged.version(),
                    active.get().version());
            return Optional.empty();
        }
        return Optional.of(active.get().grant());
    }
}
