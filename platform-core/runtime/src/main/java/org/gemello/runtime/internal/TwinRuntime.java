package org.gemello.runtime.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gemello.api.PointDefinition;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.command.CommandState;
import org.gemello.api.command.CommandView;
import org.gemello.api.command.Commands;
import org.gemello.api.connection.Connections;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.LogSink;
import org.gemello.api.log.SampleLog;
import org.gemello.api.trace.Traces;
import org.gemello.api.twin.TwinRegistry;
import org.gemello.api.twin.TwinView;
import org.gemello.binding.Binding;
import org.gemello.binding.PointBinding;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.TwinDefinition;
import org.gemello.spi.TwinType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The twins of this site: kept up with the log, parked while their pack is away, brought back where they were. */
final class TwinRuntime implements TwinRegistry, LogSink, AutoCloseable {
    /** Name of the runtime's consumer group. */
    static final String GROUP = "twins";
    private static final Logger LOG = LoggerFactory.getLogger(TwinRuntime.class);
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final Duration FED_WITHIN = Duration.ofSeconds(10);
    private static final Duration IMAGE_TURN = Duration.ofMillis(500);
    private final SampleLog log;
    private final StateStore store;
    private final RuntimeOptions options;
    private final Map<TwinId, TwinCell> cells = new TreeMap<>();
    private final Map<String, List<TwinType<?>>> types = new HashMap<>();
    private final CommandBook book = new CommandBook();
    private final CommandDesk desk;
    private final Dispatcher dispatcher;
    private final ExecutorService workers;
    private final ScheduledExecutorService timer;
    private volatile long fedAt;

    /** Goes on where the last image and the log end; twins wait for their types. */
    TwinRuntime(SampleLog log, SiteConfiguration site, Connections connections, Traces traces, RuntimeOptions options)
            throws IOException, InterruptedException {
        this.log = log;
        this.options = options;
        this.store = new StateStore(options.folder());
        AtomicInteger number = new AtomicInteger();
        this.workers = Executors.newFixedThreadPool(options.workers(), task -> new Thread(task, "twins-" + number.incrementAndGet()));
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "twins-timer"));
        this.desk = new CommandDesk(log, traces, cells, book);
        PointSlots slots = new PointSlots(log.points());
        RuntimeContext context = new RuntimeContext(log, slots, traces, bound(site), new WriteGateway(desk, site, connections, timer), this::failed);
        for (TwinDefinition definition : site.twins()) {
            cells.put(definition.id(), new TwinCell(definition, context));
        }
        this.dispatcher = new Dispatcher(log, cells, slots, workers, recover());
        timer.scheduleAtFixedRate(guarded(() -> log.append(new LogEntry.Tick(Instant.now()), TraceId.NONE)), 0, 1000, TimeUnit.MILLISECONDS);
        timer.scheduleAtFixedRate(guarded(desk::expireOverdue), 250, 250, TimeUnit.MILLISECONDS);
        long period = options.imageEvery().toMillis();
        timer.scheduleWithFixedDelay(guarded(this::saveImage), period, period, TimeUnit.MILLISECONDS);
    }

    private static Map<TwinId, List<PointDefinition>> bound(SiteConfiguration site) {
        Map<TwinId, List<PointDefinition>> bound = new HashMap<>();
        site.connections().stream().flatMap(connection -> site.bindings(connection.name()).stream()).map(Binding::points).flatMap(List::stream)
                .map(PointBinding::point).forEach(point -> bound.computeIfAbsent(point.id().twin(), t -> new ArrayList<>()).add(point));
        return bound;
    }

    private long recover() throws IOException, InterruptedException {
        RuntimeImage image = store.load();
        image.commands().forEach(book::restore);
        image.twins().stream().filter(twin -> cells.containsKey(twin.twin())).forEach(twin -> cells.get(twin.twin()).restore(twin));
        long next = new Recovery(log, book).read(Math.max(image.offset(), log.start()), cells);
        for (CommandView view : book.all()) {
            if (view.state() == CommandState.ACCEPTED) {
                desk.move(view.command().id(), CommandState.EXPIRED, "the platform restarted before it was written");
            } else if (view.state() == CommandState.WRITING) {
                desk.move(view.command().id(), CommandState.UNKNOWN, "the platform restarted while it was being written");
            }
        }
        LOG.info("runtime recovered {} twins from offset {}, the log goes on at {}", image.twins().size(), image.offset(), next);
        return next;
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("the runtime's periodic work failed and is tried again: {}", e.toString());
            }
        };
    }

    Commands commands() {
        return desk;
    }

    /** A pack offers a type: its twins come back to work. With several of one id the first serves, the others stand by. */
    synchronized void addType(TwinType<?> type) {
        List<TwinType<?>> offered = types.computeIfAbsent(type.id().value(), id -> new ArrayList<>());
        offered.add(type);
        if (offered.size() == 1) {
            activate(type);
        }
    }

    /** A pack takes its type away: its twins are parked with the state of this moment. */
    synchronized void removeType(TwinType<?> type) {
        List<TwinType<?>> offered = types.getOrDefault(type.id().value(), new ArrayList<>());
        boolean served = !offered.isEmpty() && offered.get(0) == type;
        offered.remove(type);
        if (served) {
            park(type.id().value());
            saveImage();
            if (!offered.isEmpty()) {
                activate(offered.get(0));
            }
        }
    }

    private void activate(TwinType<?> type) {
        List<TwinCell> ready = ofType(type.id().value()).stream().filter(cell -> cell.activate(type)).toList();
        if (!ready.isEmpty()) {
            dispatcher.catchUp(ready);
        }
        LOG.info("type {} serves {} twins", type.id(), ready.size());
    }

    private void park(String type) {
        List<TwinCell> leaving = ofType(type);
        dispatcher.detach(leaving);
        for (TwinCell cell : leaving) {
            try {
                if (!cell.deactivate("its pack is not installed", TURN)) {
                    LOG.error("twin {} did not finish its work within {}; it goes on later from its last image", cell.id(), TURN);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        LOG.info("type {} is gone, {} twins are parked", type, leaving.size());
    }

    private List<TwinCell> ofType(String type) {
        return cells.values().stream().filter(cell -> cell.definition().type().equals(type)).toList();
    }

    private void failed(TwinCell cell) {
        dispatcher.detach(List.of(cell));
    }

    private synchronized void saveImage() {
        try {
            long offset = dispatcher.next();
            List<StateImage> images = new ArrayList<>();
            for (TwinCell cell : cells.values()) {
                StateImage image = cell.image(IMAGE_TURN);
                if (image != null) {
                    images.add(image);
                    offset = Math.min(offset, cell.hasBehavior() ? image.applied() + 1 : offset);
                }
            }
            store.save(new RuntimeImage(offset, images, book.all()));
            // a parked twin does not hold the log back for ever: what it may still want is kept as long as retention says
            log.commit(GROUP, offset);
        } catch (IOException e) {
            LOG.error("the state of the twins could not be saved; it is tried again, the log serves meanwhile: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public long position() {
        return dispatcher.next();
    }

    @Override
    public void accept(LogRecord record) {
        dispatcher.accept(record);
        fedAt = System.nanoTime();
    }

    /** True while the log's clock, which ticks every second, comes through to the twins: then everything before it works. */
    boolean isFed() {
        return fedAt != 0 && System.nanoTime() - fedAt < FED_WITHIN.toNanos();
    }

    @Override
    public List<TwinView> twins() {
        return cells.values().stream().map(TwinCell::view).toList();
    }

    @Override
    public Optional<TwinView> twin(TwinId id) {
        return Optional.ofNullable(cells.get(id)).map(TwinCell::view);
    }

    /** Parks all twins with the state of this moment and keeps it on disk. */
    @Override
    public void close() {
        timer.shutdownNow();
        dispatcher.close();
        for (String type : List.copyOf(types.keySet())) {
            park(type);
        }
        saveImage();
        workers.shutdownNow();
    }
}
