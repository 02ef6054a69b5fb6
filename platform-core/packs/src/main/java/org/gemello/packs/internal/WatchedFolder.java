package org.gemello.packs.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.pack.PackGrant;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.pack.PackRequest;
import org.gemello.api.pack.PackView;
import org.gemello.api.pack.Packs;
import org.gemello.api.pack.StagedPack;
import org.gemello.api.twin.Severity;
import org.gemello.packs.internal.store.DurableJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes packs that somebody puts into a folder, each once and only when it no longer grows. It goes the way of every other: quarantine, and
 * from
 * there on by itself only where its signature is trusted and it asks for nothing that the pack has not been granted before.
 */
final class WatchedFolder {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);
    private static final Caller CALLER = new Caller("watched-folder", Set.of(Role.ADMINISTRATOR));
    private final Path folder;
    private final Packs packs;
    private final PlatformAlarms alarms;
    private final DurableJson<Map<String, String>> file;
    private final Map<String, String> taken;
    private Map<String, String> seen = Map.of();

    WatchedFolder(Path folder, Packs packs, PlatformAlarms alarms, Path data) throws IOException {
        this.folder = folder;
        this.packs = packs;
        this.alarms = alarms;
        this.file = new DurableJson<>(data.resolve("taken.json"), new TypeReference<>() { });
        this.taken = new HashMap<>(file.read().orElse(Map.of()));
    }

    /** One look: a file that is as it was at the look before is whole. */
    void look() throws IOException {
        Map<String, String> now = new HashMap<>();
        if (Files.isDirectory(folder)) {
            List<Path> files;
            try (Stream<Path> list = Files.list(folder)) {
                files = list.filter(each -> each.toString().endsWith(".gpack")).sorted().toList();
            }
            for (Path each : files) {
                String name = each.getFileName().toString();
                BasicFileAttributes found = Files.readAttributes(each, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                String mark = found.size() + " bytes of " + found.lastModifiedTime();
                now.put(name, mark);
                if (found.isRegularFile() && mark.equals(seen.get(name)) && !mark.equals(taken.get(name))) {
                    take(each, name, mark);
                }
            }
        }
        if (taken.keySet().retainAll(now.keySet())) {
            file.write(taken);
        }
        seen = now;
    }

    private void take(Path each, String name, String mark) throws IOException {
        taken.put(name, mark);
        file.write(taken);
        String alarm = "packs.folder." + name;
        try (InputStream in = Files.newInputStream(each)) {
            StagedPack staged = packs.stage(in, CALLER);
            Optional<PackGrant> granted = packs.pack(staged.id()).map(PackView::grant);
            List<String> more = Grants.difference(granted.orElse(PackGrant.NONE), staged.asks(), granted.orElse(PackGrant.NONE)).missing();
            if (!staged.problems().isEmpty()) {
                wait(alarm, name, String.join("; ", staged.problems()), staged);
            } else if (!more.isEmpty()) {
                wait(alarm, name, "it asks for " + String.join(", ", more) + "; grant that and install it", staged);
            } else {
                packs.start(new PackRequest(PackRequest.Action.INSTALL, staged.id(), staged.handle(), granted.orElse(PackGrant.NONE),
                        null), CALLER);
                alarms.clear(alarm, name + " is being installed");
            }
        } catch (IOException e) {
            taken.remove(name); // the disk, not the file: it is tried again
            throw e;
        } catch (PackRefusedException | RuntimeException e) {
            LOG.warn("{} is refused: {}", name, e.getMessage());
            alarms.raise(alarm, Severity.MEDIUM, name + " is refused: " + e.getMessage());
        }
    }

    private void wait(String alarm, String name, String why, StagedPack staged) {
        String words = name + " waits in quarantine as " + staged.handle() + ": " + why;
        LOG.warn("{}", words);
        alarms.raise(alarm, Severity.MEDIUM, words);
    }
}
