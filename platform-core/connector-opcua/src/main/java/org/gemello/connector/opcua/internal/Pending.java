package org.gemello.connector.opcua.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.PointId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stretches that are still to be filled, also after a crash: each is on disk before the sample that ended it is handed on, so that
 * none is forgotten between the sample and the gap. A text file with a line for each event; it is emptied when nothing is left.
 */
final class Pending implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pending.class);
    private static final String FOUND = "found";
    private static final String FILLED = "filled";
    private static final String SETTLED = "settled";

    private final Map<Key, Fill> fills = new LinkedHashMap<>();
    private final FileChannel file;

    /** No two stretches of a point end at the same time. */
    private record Key(PointId point, long to) {
        static Key of(Stretch stretch) {
            return new Key(stretch.item().binding.point().id(), stretch.to());
        }
    }

    private Pending(FileChannel file) {
        this.file = file;
    }

    /** Without a file: what is left at the end is forgotten. */
    static Pending inMemory() {
        return new Pending(null);
    }

    /** With the stretches that an earlier run has left, as far as their points are still bound. */
    static Pending open(Path path, Items items) {
        try {
            Files.createDirectories(path.getParent());
            List<String> lines = Files.exists(path) ? Files.readAllLines(path) : List.of();
            Pending pending = new Pending(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            lines.forEach(line -> pending.replay(line, items));
            pending.file.truncate(0);
            pending.write(pending.all().stream().map(fill -> found(fill.rest())).toList(), true);
            return pending;
        } catch (IOException e) {
            throw new UncheckedIOException("the stretches that are still to be filled cannot be kept in " + path, e);
        }
    }

    private void replay(String line, Items items) {
        String[] part = line.split("\t", 6);
        try {
            Optional<Item> item = items.of(PointId.parse(part[1]));
            if (item.isEmpty()) {
                return;
            }
            Key key = new Key(PointId.parse(part[1]), Long.parseLong(part[2]));
            switch (part[0]) {
                case FOUND -> fills.put(key, new Fill(new Stretch(item.get(), Long.parseLong(part[3]), key.to(), Long.parseLong(part[4]),
                        part[5])));
                case FILLED -> Optional.ofNullable(fills.get(key)).ifPresent(fill -> fill.filled(Long.parseLong(part[3])));
                case SETTLED -> fills.remove(key);
                default -> throw new IllegalArgumentException("no such event");
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            LOG.warn("a line of the stretches to be filled cannot be read and is passed over: '{}'", line); // the torn end of a crash
        }
    }

    private static String found(Stretch stretch) {
        return String.join("\t", FOUND, stretch.item().binding.point().id().toString(), Long.toString(stretch.to()),
                Long.toString(stretch.from()), Long.toString(stretch.shown()), stretch.reason().replaceAll("\\s+", " "));
    }

    /** On disk when this returns. */
    synchronized void add(List<Stretch> found) {
        write(found.stream().map(Pending::found).toList(), true);
        found.forEach(stretch -> fills.put(Key.of(stretch), new Fill(stretch)));
        notifyAll();
    }

    /**
     * After an earlier run: stretches of which more was filled than their lines say are shortened. Those whose last sample did not come
     * to the log are struck off, since they have no end any more.
     *
     * @return source time up to which each point of a stretch that was struck off is stored
     */
    synchronized Map<Item, Long> reopen(Coverage coverage) {
        Map<Item, Long> reopened = new HashMap<>();
        for (Fill fill : all()) {
            Item item = fill.whole().item();
            long late = coverage.filled(item);
            if (late > fill.rest().from() && late < fill.whole().to()) {
                filled(fill, late);
            }
            if (fill.whole().to() > coverage.of(item)) {
                reopened.merge(item, Math.max(fill.rest().from(), coverage.of(item)), Math::max);
                settled(fill);
            }
        }
        return reopened;
    }

    /** Everything up to this time is stored. */
    synchronized void filled(Fill fill, long time) {
        fill.filled(time);
        Key key = Key.of(fill.whole());
        write(List.of(String.join("\t", FILLED, key.point().toString(), Long.toString(key.to()), Long.toString(time))), false);
    }

    /** Nothing more is to be done about it. */
    synchronized void settled(Fill fill) {
        Key key = Key.of(fill.whole());
        fills.remove(key);
        if (fills.isEmpty()) {
            empty();
        } else {
            write(List.of(String.join("\t", SETTLED, key.point().toString(), Long.toString(key.to()))), false);
        }
    }

    /** Waits until there is something to be filled. */
    synchronized List<Fill> await() throws InterruptedException {
        while (fills.isEmpty()) {
            wait();
        }
        return all();
    }

    synchronized List<Fill> all() {
        return new ArrayList<>(fills.values());
    }

    private void empty() {
        try {
            if (file != null && file.isOpen()) {
                file.truncate(0);
            }
        } catch (IOException e) {
            LOG.warn("the stretches that were filled cannot be struck off, they will be filled once more after a restart: {}", e.toString());
        }
    }

    /** @param force whether to wait for the disk: a line that is lost only makes the same thing be done twice, but for those of holes */
    private void write(List<String> lines, boolean force) {
        if (file == null || lines.isEmpty()) {
            return;
        }
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(String.join("\n", lines) + "\n");
            file.position(file.size());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            if (force) {
                file.force(false);
            }
        } catch (IOException e) {
            LOG.error("stretches to be filled cannot be kept on disk; after a crash now they would not be known: {}", e.toString());
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            LOG.debug("the file of stretches was not closed: {}", e.toString());
        }
    }
}
