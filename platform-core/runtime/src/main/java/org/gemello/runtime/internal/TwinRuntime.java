package org.gemello.runtime.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmJournal;
import org.gemello.api.alarm.Alarms;
import org.gemello.api.audit.AuditTrail;
import org.gemello.api.command.Commands;
import org.gemello.api.connection.Connections;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.LogSink;
import org.gemello.api.log.SampleLog;
import org.gemello.api.proposal.Proposals;
import org.gemello.api.trace.Traces;
import org.gemello.api.twin.TwinRegistry;
import org.gemello.api.twin.TwinView;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.TwinDefinition;
import org.gemello.runtime.exchange.TypeExchange;
import org.gemello.spi.TwinType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The twins of this site: kept up with the log, parked while their pack is away, brought back where they were. */
final class TwinRuntime implements TwinRegistry, LogSink, AutoCloseable {
    /** Name of the runtime's consumer group. */
    static final String GROUP = "twins";
    private static final Logger LOG = LoggerFactory.getLogger(TwinRuntime.class);
    private static final Duration FED_WITHIN = Duration.ofSeconds(10);
    private final SampleLog log;
    private final Map<TwinId, TwinCell> cells = new ConcurrentSkipListMap<>();
    private final Map<String, TypeLine> lines = new ConcurrentHashMap<>();
    private final Books books;
    private final CommandDesk desk;
    private final AlarmDesk alarmDesk;
    private final ProposalCarrier carrier;
    private final ProposalDesk proposals;
    private final ExecutorService carrying;
    private final Dispatcher dispatcher;
    private final ImageKeeper keeper;
    private final Warden warden;
    private final ExchangeDesk exchange;
    private final PackCalls calls;
    private final SiteFollower follower;
    private final WorkerPool workers;
    private final ScheduledExecutorService timer;
    private final ScheduledExecutorService watch;
    private volatile long fedAt;

    /** As below where there is nobody to tell of failures. */
    TwinRuntime(SampleLog log, SiteConfiguration site, Connections connections, Traces traces, RuntimeOptions options)
            throws IOException, InterruptedException {
        this(log, site, connections, traces, options, () -> null, () -> null);
    }

    /**
     * Goes on where the last image and the log end; twins wait for their types.
     *
     * @param alarms gives null where there is nobody to tell
     * @param audit  gives null where there is no audit log: then nobody can decide about a proposal
     */
    TwinRuntime(SampleLog log, SiteConfiguration site, Connections connections, Traces traces, RuntimeOptions options,
                Supplier<PlatformAlarms> alarms, Supplier<AuditTrail> audit) throws IOException, InterruptedException {
        this.log = log;
        this.books = new Books(new AlarmHistory(options.folder().resolve("alarms"), AlarmHistory.MOST_BYTES, alarms));
        StateStore store = new StateStore(options.folder());
        this.workers = new WorkerPool(options.workers());
        this.calls = new PackCalls(options.limit());
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "twins-timer"));
        this.watch = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "twins-warden"));
        this.warden = new Warden(options.limit(), alarms);
        this.desk = new CommandDesk(log, traces, cells, books.commands(), options.approval());
        this.carrying = Executors.newSingleThreadExecutor(task -> new Thread(task, "proposals"));
        ProposalVoice voice = new ProposalVoice(log, books.proposals(), alarms);
        this.carrier = new ProposalCarrier(desk, voice, audit, guarded(carrying));
        this.proposals = new ProposalDesk(cells, desk, voice, carrier, audit);
        desk.watch(carrier::moved);
        this.alarmDesk = new AlarmDesk(log, books.alarms(), alarms, audit);
        SiteFacts facts = new SiteFacts(site);
        Attic attic = new Attic(options.folder().resolve("removed"));
        PointSlots slots = new PointSlots(log.points());
        RuntimeContext context = new RuntimeContext(log, slots, traces, facts, calls,
                new WriteGateway(desk, site, connections, timer), voice, warden);
        for (TwinDefinition definition : site.twins()) {
            cells.put(definition.id(), new TwinCell(definition, context));
        }
        long next = new Restart(log, cells, books, desk, attic, this::farewell).from(store.load());
        carrier.settle();
        this.dispatcher = new Dispatcher(log, cells, slots, workers, next);
        this.keeper = new ImageKeeper(log, store, cells.values(), books, dispatcher);
        this.exchange = new ExchangeDesk(this::line, context, dispatcher, keeper, workers, options.limit());
        this.follower = new SiteFollower(site, facts, context, cells, this::line, dispatcher, exchange, attic, this::farewell);
        warden.watch(cells.values(), dispatcher, workers);
        timer.scheduleAtFixedRate(guarded(() -> log.append(new LogEntry.Tick(Instant.now()), TraceId.NONE)), 0, 1000, TimeUnit.MILLISECONDS);
        timer.scheduleAtFixedRate(guarded(desk::expireOverdue), 250, 250, TimeUnit.MILLISECONDS);
        every(timer, options.imageEvery(), keeper::trySave);
        every(watch, options.limit().dividedBy(8), warden::look);
    }

    private static void every(ScheduledExecutorService timer, Duration period, Runnable work) {
        timer.scheduleWithFixedDelay(guarded(work), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes work as long as it can; a runtime that is being closed does not mind what comes too late. */
    private static Executor guarded(ExecutorService thread) {
        return work -> {
            if (!thread.isShutdown()) {
                thread.execute(guarded(work));
            }
        };
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

    Proposals proposals() {
        return proposals;
    }

    Alarms alarms() {
        return alarmDesk;
    }

    AlarmJournal journal() {
        return books.journal();
    }

    TypeExchange exchange() {
        return exchange;
    }

    /** Threads that do not come back from a behaviour. */
    int stuckThreads() {
        return warden.stuck();
    }

    private TypeLine line(String type) {
        return lines.computeIfAbsent(type, id -> new TypeLine(id,
                () -> cells.values().stream().filter(cell -> cell.definition().type().equals(id)).toList(), dispatcher, keeper, warden,
                () -> guarded(carrying).execute(this::follow)));
    }

    /** A pack offers a type: its twins come back to work. With several of one id the first serves, the others stand by. */
    void addType(TwinType<?> type) {
        interruptibly(() -> line(type.id().value()).offer(type));
    }

    /** A pack takes its type away: its twins are parked with the state of this moment. */
    void removeType(TwinType<?> type) {
        interruptibly(() -> line(type.id().value()).withdraw(type));
    }

    /** Brings the twins to what the site says now. */
    void follow() {
        interruptibly(() -> {
            if (follower.follow()) {
                keeper.trySave();
            }
        });
    }

    private void farewell(TwinId twin) {
        String why = "twin " + twin + " has left the site or is of another type now";
        desk.close(twin, why);
        proposals.close(twin, why);
        alarmDesk.close(twin, why);
    }

    private static void interruptibly(ExchangeDesk.Step work) {
        try {
            work.run();
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
        alarmDesk.accept(record.entry());
        books.journal().take(record);
        if (record.entry() instanceof LogEntry.Tick tick) {
            guarded(carrying).execute(() -> {
                proposals.tick(tick.time());
                alarmDesk.tick(tick.time());
            });
        }
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
        carrying.shutdownNow();
        dispatcher.close();
        watch.shutdownNow();
        interruptibly(() -> {
            for (TypeLine line : lines.values()) {
                line.park("the platform is stopping");
            }
        });
        keeper.trySave();
        workers.close();
        calls.close();
    }
}
