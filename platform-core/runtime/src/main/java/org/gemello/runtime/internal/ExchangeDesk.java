package org.gemello.runtime.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.gemello.runtime.exchange.ShadowReport;
import org.gemello.runtime.exchange.TwinOutlook;
import org.gemello.runtime.exchange.TypeExchange;
import org.gemello.runtime.exchange.TypeHealth;
import org.gemello.spi.TwinType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where types are exchanged: looks ahead, runs shadows, cuts. */
final class ExchangeDesk implements TypeExchange {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeDesk.class);
    private static final Duration TURN = Duration.ofMillis(500);
    private static final Duration LONG_CALL = Duration.ofSeconds(1);
    private final Function<String, TypeLine> lines;
    private final RuntimeContext context;
    private final Dispatcher dispatcher;
    private final ImageKeeper keeper;
    private final WorkerPool workers;
    private final Duration limit;

    /** @param lines the line of a type id */
    ExchangeDesk(Function<String, TypeLine> lines, RuntimeContext context, Dispatcher dispatcher, ImageKeeper keeper, WorkerPool workers, Duration limit) {
        this.lines = lines;
        this.context = context;
        this.dispatcher = dispatcher;
        this.keeper = keeper;
        this.workers = workers;
        this.limit = limit;
    }

    private Map<TypeLine, TwinType<?>> byLine(List<TwinType<?>> types) {
        Map<TypeLine, TwinType<?>> byLine = new TreeMap<>(Comparator.comparing(TypeLine::id));
        types.forEach(type -> byLine.put(lines.apply(type.id().value()), type));
        return byLine;
    }

    @Override
    public List<TwinOutlook> outlook(List<TwinType<?>> candidates) {
        List<TwinOutlook> all = new ArrayList<>();
        byLine(candidates).forEach((line, candidate) -> line.cells().forEach(cell -> all.add(new Outlook(cell, candidate, context).look(TURN))));
        return all;
    }

    @Override
    public Shadow shadow(List<TwinType<?>> candidates) {
        Map<TypeLine, TwinType<?>> byLine = byLine(candidates);
        List<TypeLine> begun = new ArrayList<>();
        try {
            for (TypeLine line : byLine.keySet()) {
                line.beginExchange();
                begun.add(line);
            }
            for (TypeLine line : byLine.keySet()) {
                for (TwinCell cell : line.cells()) {
                    cell.image(TURN);
                }
            }
            return new Running(byLine, follow(byLine));
        } catch (RuntimeException e) {
            begun.forEach(TypeLine::endExchange);
            throw e;
        } catch (InterruptedException e) {
            begun.forEach(TypeLine::endExchange);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the shadow was starting", e);
        }
    }

    ShadowRun follow(Map<TypeLine, TwinType<?>> candidates) throws InterruptedException {
        return new ShadowRun(candidates, context, dispatcher, limit);
    }

    /** Work that may be interrupted. */
    @FunctionalInterface
    interface Step {
        void run() throws InterruptedException;
    }

    /** Does it while nobody else changes these types. */
    void locked(Collection<TypeLine> some, Step work) throws InterruptedException {
        List<TypeLine> taken = new ArrayList<>();
        try {
            for (TypeLine line : some) {
                line.lock().lockInterruptibly();
                taken.add(line);
            }
            work.run();
        } finally {
            taken.forEach(line -> line.lock().unlock());
        }
    }

    /** Stops feeding these twins and lets their behaviours go, without images. */
    void park(List<TwinCell> cells) {
        dispatcher.detach(cells);
        cells.forEach(cell -> cell.park("it goes back to the version before"));
    }

    /** An exchange is over: threads that have run the type that is gone are let go, and images are taken again. */
    void settled() {
        workers.renew();
        keeper.trySave();
    }

    @Override
    public Optional<TypeHealth> health(String type) {
        TypeLine line = lines.apply(type);
        if (line.serving() == null) {
            return Optional.empty();
        }
        long[] sums = CallMeter.sums();
        long errors = 0;
        long lag = 0;
        String holding = "";
        List<String> parked = new ArrayList<>();
        for (TwinCell cell : line.cells()) {
            CallMeter meter = cell.meter();
            meter.addTo(sums);
            errors += meter.errors();
            lag = cell.hasBehavior() ? Math.max(lag, dispatcher.lag(cell)) : lag;
            if (!cell.hasBehavior()) {
                parked.add(cell.id() + ": " + cell.reason());
            } else if (meter.held() > LONG_CALL.toNanos()) {
                holding = cell.id() + " for " + meter.held() / 1_000_000 + " ms";
            }
        }
        long calls = Arrays.stream(sums).sum();
        return Optional.of(new TypeHealth(type, line.cells().size(), parked, calls, errors, CallMeter.p99(sums), lag, holding));
    }

    @Override
    public int resume(String type) {
        try {
            return lines.apply(type).resume();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** A shadow until its cut. */
    private final class Running implements Shadow {
        private final Map<TypeLine, TwinType<?>> candidates;
        private final ShadowRun run;
        private boolean over;

        Running(Map<TypeLine, TwinType<?>> candidates, ShadowRun run) {
            this.candidates = candidates;
            this.run = run;
        }

        @Override
        public ShadowReport report() {
            return run.report();
        }

        @Override
        public boolean awaitCaughtUp(Duration patience) throws InterruptedException {
            return run.awaitCaughtUp(patience);
        }

        @Override
        public synchronized Cut cut() throws InterruptedException {
            if (!over) {
                run.awaitCaughtUp(CutOver.PATIENCE);
            }
            ShadowReport report = run.report();
            if (over || report.following() < report.twins()) {
                throw new IllegalStateException(over ? "this shadow is over" : report.failures().isEmpty()
                        ? "the shadow is still " + report.lag() + " entries behind after " + CutOver.PATIENCE : "these twins' shadows failed: " + report.failures());
            }
            CutOver cut = new CutOver(ExchangeDesk.this, candidates);
            locked(candidates.keySet(), () -> cutNow(cut));
            return cut;
        }

        private void cutNow(CutOver cut) throws InterruptedException {
            try {
                keeper.save();
            } catch (IOException e) {
                throw new IllegalStateException("the images of the twins could not be written, nothing was switched: " + e.getMessage(), e);
            }
            over = true;
            cut.cut(run);
            LOG.info("types {} were exchanged, pauses {} ns", candidates.keySet().stream().map(TypeLine::id).toList(), cut.pauses());
        }

        @Override
        public synchronized void close() {
            if (!over) {
                over = true;
                try {
                    run.close();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                candidates.keySet().forEach(TypeLine::endExchange);
            }
        }
    }
}
