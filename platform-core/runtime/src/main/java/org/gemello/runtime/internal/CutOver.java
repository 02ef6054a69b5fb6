package org.gemello.runtime.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gemello.runtime.exchange.TypeExchange;
import org.gemello.spi.TwinType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An exchange after its cut. Until it is confirmed or rolled back no images of its twins are taken: those of the cut stay the last ones
 * on disk, from which after a crash either version goes on.
 */
final class CutOver implements TypeExchange.Cut {
    private static final Logger LOG = LoggerFactory.getLogger(CutOver.class);
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private final ExchangeDesk desk;
    private final Map<TypeLine, TwinType<?>> before = new LinkedHashMap<>();
    private final Map<TypeLine, TwinType<?>> after;
    private final List<Long> pauses = new ArrayList<>();

    /** @param after who shall serve */
    CutOver(ExchangeDesk desk, Map<TypeLine, TwinType<?>> after) {
        this.desk = desk;
        this.after = new LinkedHashMap<>(after);
    }

    @Override
    public synchronized List<Long> pauses() {
        return List.copyOf(pauses);
    }

    private List<TwinCell> cells() {
        return after.keySet().stream().flatMap(line -> line.cells().stream()).toList();
    }

    /**
     * Switches; the caller holds the lines' locks and the images are on disk.
     *
     * @throws IllegalStateException where not every twin came to its offset in time; the old types serve again then
     */
    synchronized void cut(ShadowRun shadows) throws InterruptedException {
        after.keySet().stream().filter(line -> line.serving() != null).forEach(line -> before.put(line, line.serving()));
        cells().forEach(cell -> cell.freeze(true));
        List<TwinCell> late = take(shadows.handOver(PATIENCE), after, pauses);
        if (!late.isEmpty()) {
            after.forEach((line, type) -> line.succeed(type)); // some twins have gone over: all go back
            back();
            throw new IllegalStateException("the cut was called off, for these twins did not come to their offset within " + PATIENCE + ": "
                    + late.stream().map(TwinCell::id).toList());
        }
        after.forEach((line, type) -> line.succeed(type));
    }

    /** Waits for the pauses; twins that are parked start anew. Returns those that did not go over. */
    private List<TwinCell> take(Map<TwinCell, CompletableFuture<Long>> handed, Map<TypeLine, TwinType<?>> types,
                                List<Long> measured) throws InterruptedException {
        List<TwinCell> late = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Map.Entry<TypeLine, TwinType<?>> type : types.entrySet()) {
            List<TwinCell> parked = new ArrayList<>();
            for (TwinCell cell : type.getKey().cells()) {
                CompletableFuture<Long> pause = handed.get(cell);
                if (!cell.hasBehavior()) {
                    parked.add(cell);
                } else if (pause == null || !isOver(cell, pause, deadline, measured)) {
                    (cell.hasBehavior() ? late : parked).add(cell);
                }
            }
            type.getKey().activate(type.getValue(), parked);
        }
        return late;
    }

    private boolean isOver(TwinCell cell, CompletableFuture<Long> pause, long deadline, List<Long> measured) throws InterruptedException {
        try {
            measured.add(pause.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
            return true;
        } catch (TimeoutException e) {
            cell.keepLife();
            return pause.isDone() && !pause.isCancelled();
        } catch (CancellationException | ExecutionException e) {
            LOG.info("twin {} was parked before it came to its offset; it starts anew", cell.id());
            return false;
        }
    }

    @Override
    public synchronized void confirm() {
        if (!after.isEmpty()) {
            end();
        }
    }

    private void end() {
        cells().forEach(cell -> cell.freeze(false));
        after.keySet().forEach(TypeLine::endExchange);
        after.clear();
        before.clear();
        desk.settled();
    }

    @Override
    public synchronized void rollBack() throws InterruptedException {
        if (!after.isEmpty()) {
            desk.locked(List.copyOf(after.keySet()), this::back);
        }
    }

    private void back() throws InterruptedException {
        Map<TypeLine, TwinType<?>> returning = new LinkedHashMap<>(before);
        returning.keySet().removeIf(line -> line.serving() != after.get(line)); // its service has gone meanwhile, and the old one has come back
        ShadowRun shadows = desk.follow(returning);
        boolean near = shadows.awaitCaughtUp(PATIENCE);
        List<TwinCell> late = take(near ? shadows.handOver(PATIENCE) : Map.of(), returning, new ArrayList<>());
        shadows.close();
        for (Map.Entry<TypeLine, TwinType<?>> type : returning.entrySet()) {
            type.getKey().succeed(type.getValue());
            List<TwinCell> own = type.getKey().cells().stream().filter(late::contains).toList();
            if (!own.isEmpty()) {
                LOG.warn("twins {} go back without their shadow and catch up", own.stream().map(TwinCell::id).toList());
                desk.park(own);
                type.getKey().activate(type.getValue(), own);
            }
        }
        for (TypeLine line : after.keySet()) {
            if (!before.containsKey(line) && line.serving() == after.get(line)) {
                line.park("its pack is not installed");
            }
        }
        end();
    }
}
