package org.gemello.rest.internal;

import jakarta.ws.rs.ServiceUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.Gap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmJournal;
import org.gemello.api.alarm.Alarms;
import org.gemello.api.backup.Backups;
import org.gemello.api.command.Commands;
import org.gemello.api.connection.CertificateTrust;
import org.gemello.api.connection.Connection;
import org.gemello.api.connection.ConnectionProbes;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.connection.ConnectionView;
import org.gemello.api.connection.Connections;
import org.gemello.api.connection.DeadLetters;
import org.gemello.api.connection.EndpointDiscovery;
import org.gemello.api.demo.DemoPlants;
import org.gemello.api.exchange.HistoryExchange;
import org.gemello.api.health.HealthCheck.Health;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.history.History;
import org.gemello.api.history.HistoryResult;
import org.gemello.api.job.Jobs;
import org.gemello.api.log.SampleLog;
import org.gemello.api.pack.Packs;
import org.gemello.api.proposal.Proposals;
import org.gemello.api.site.Site;
import org.gemello.api.trace.Stage;
import org.gemello.api.trace.TraceStep;
import org.gemello.api.trace.Traces;
import org.gemello.api.twin.Alarm;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.ConfigurationKey;
import org.gemello.api.twin.ConfigurationSpec;
import org.gemello.api.twin.ConfigurationType;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.api.twin.PartPoint;
import org.gemello.api.twin.PartSpec;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.Severity;
import org.gemello.api.twin.TwinModel;
import org.gemello.api.twin.TwinRegistry;
import org.gemello.api.twin.TwinStatus;
import org.gemello.api.twin.TwinView;

/** Three turbines, two connections, and whatever a test puts in. */
final class FakePlatform implements Platform {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final TraceId TRACE = TraceId.parse("0af7651916cd43dd8448eb211c80319c");
    static final TwinModel MODEL = new TwinModel(1, "Wind turbine",
            List.of(PointSpec.measured("WTUR.W", "Active power", "kW", -200, 6000), PointSpec.derived("expected", "Expected power", "kW")),
            List.of(new CommandSpec("set-power-limit", "Limit the power", List.of(
                    new ParameterSpec("limit", "Limit", "kW", 0, 5000, Double.POSITIVE_INFINITY, "WTUR.W")), Duration.ofSeconds(10))))
            .configured(new ConfigurationSpec(List.of(ConfigurationKey.number("vibrationRate", "Sampling rate", "/s", 2560, 1, Double.POSITIVE_INFINITY),
                    new ConfigurationKey("law", ConfigurationType.CHOICE, Map.of("en", "Law", "ko", "법칙"), "1", Double.NEGATIVE_INFINITY,
                            Double.POSITIVE_INFINITY, List.of("gauss", "jensen"), "", true, ""))));
    final MemoryLog log = new MemoryLog();
    final List<TwinView> twins = new ArrayList<>(List.of(twin("wt-01"), twin("wt-02"), twin("wt-03")));
    final FakeCommands commands = new FakeCommands();
    final List<Health> health = new ArrayList<>(List.of(Health.well("log", "12 items")));
    HistoryResult history = new HistoryResult(List.of(sample("wt-01", "WTUR.W", 1500.0)),
            List.of(new Gap(new PointDefinition(PointId.parse("wt-01/WTUR.W"), "kW"), NOON.minusSeconds(60), NOON,
                    "connection plant lost")), 1, false);
    final FakeConnection lab = new FakeConnection();
    final FakeOffice office = new FakeOffice();
    final FakePacks packs = new FakePacks();
    final FakeJournal journal = new FakeJournal();
    final FakeHandledAlarms handledAlarms = new FakeHandledAlarms();
    final FakeProposals proposals = new FakeProposals();
    private final FakePlants plants = new FakePlants();
    final FakeSite site = new FakeSite(twins);
    /** The points of the history. */
    Set<PointId> known = Set.of(PointId.parse("wt-01/WTUR.W"));
    boolean siteIsThere = true;
    boolean historyIsThere = true;
    RuntimeException failure;

    static Sample sample(String twin, String point, Object value) {
        return new Sample(new PointId(new TwinId(twin), point), value, "kW", Quality.GOOD, NOON, NOON.plusMillis(8), 42, TRACE);
    }

    /** A farm of the first two turbines. */
    static TwinView farm(String id, String... turbines) {
        PartSpec turbine = new PartSpec("turbine", "Turbine", List.of("energy/wind-turbine"), List.of(new PartPoint("WTUR.W", "kW")), 1, 100);
        return new TwinView(new TwinId(id), "Farm", "energy/wind-farm", TwinStatus.RUNNING, "", 42, Map.of(), List.of(),
                new TwinModel(1, "Wind farm", List.of(), List.of(), Map.of(), List.of(turbine)),
                Map.of("turbine", Arrays.stream(turbines).map(TwinId::new).toList()));
    }

    private static TwinView twin(String id) {
        Map<String, Sample> state = new LinkedHashMap<>();
        state.put("WTUR.W", sample(id, "WTUR.W", 1523.4));
        state.put("expected", sample(id, "expected", Double.NaN).withQuality(Quality.BAD_NO_COMMUNICATION));
        state.put("WTUR.TurSt", sample(id, "WTUR.TurSt", "running"));
        Alarm alarm = new Alarm("underperformance", true, Severity.HIGH, "31 % below", NOON);
        return new TwinView(new TwinId(id), "Turbine " + id.substring(3), "energy/wind-turbine", TwinStatus.RUNNING, "", 42, state,
                List.of(alarm), MODEL);
    }

    @Override
    public TwinRegistry twins() {
        if (failure != null) {
            throw failure;
        }
        return new TwinRegistry() {
            @Override
            public List<TwinView> twins() {
                return List.copyOf(twins);
            }

            @Override
            public Optional<TwinView> twin(TwinId id) {
                return twins.stream().filter(twin -> twin.id().equals(id)).findFirst();
            }
        };
    }

    @Override
    public Commands commands() {
        return commands;
    }

    @Override
    public History history() {
        if (!historyIsThere) {
            throw new ServiceUnavailableException();
        }
        return new FakeHistory(this);
    }

    @Override
    public Proposals proposals() {
        return proposals;
    }

    @Override
    public Connections connections() {
        return new Connections() {
            @Override
            public List<ConnectionView> connections() {
                return List.of(
                        new ConnectionView("mast", "mqtt", "tcp://127.0.0.1:1883", ConnectionState.CONNECTED, "", NOON, 4, 9, 0, NOON),
                        new ConnectionView("plant", "opcua", "opc.tcp://127.0.0.1:4840", ConnectionState.CONNECTING, "refused", NOON, 30,
                                0, 0, null));
            }

            @Override
            public Optional<Connection> connection(String name) {
                return Optional.ofNullable(name.equals("lab") ? lab : name.equals("mast") ? new FakeConnection.Plain() : null);
            }
        };
    }

    @Override
    public Traces traces() {
        return new Traces() {
            @Override
            public void add(TraceId trace, Stage stage, String detail) {
                throw new UnsupportedOperationException("the API only reads traces");
            }

            @Override
            public List<TraceStep> steps(TraceId trace) {
                return !trace.equals(TRACE) ? List.of()
                        : List.of(new TraceStep(Stage.COLLECT, "plant", NOON), new TraceStep(Stage.STORE, "42", NOON));
            }
        };
    }

    @Override
    public SampleLog log() {
        return log;
    }

    @Override
    public List<Health> health() {
        return health;
    }

    @Override
    public DeadLetters deadLetters() {
        return office;
    }

    @Override
    public CertificateTrust certificates() {
        return office;
    }

    @Override
    public EndpointDiscovery discovery() {
        return office;
    }

    @Override
    public Jobs jobs() {
        return office.jobs;
    }

    @Override
    public HistoryExchange exchange() {
        return office.exchange;
    }

    @Override
    public Backups backups() {
        return office.backups;
    }

    @Override
    public PlatformAlarms alarms() {
        return office.alarms;
    }

    @Override
    public Alarms handledAlarms() {
        return handledAlarms;
    }

    @Override
    public AlarmJournal alarmJournal() {
        return journal;
    }

    @Override
    public Packs packs() {
        return packs;
    }

    @Override
    public Site site() {
        if (!siteIsThere) {
            throw new ServiceUnavailableException();
        }
        return site;
    }

    @Override
    public Optional<Site> siteIfPresent() {
        return siteIsThere ? Optional.of(site) : Optional.empty();
    }

    @Override
    public DemoPlants demoPlants() {
        return plants;
    }

    @Override
    public ConnectionProbes probes() {
        return site;
    }

    @Override
    public Map<String, TwinModel> models() {
        return Map.of("energy/wind-turbine", MODEL);
    }
}
