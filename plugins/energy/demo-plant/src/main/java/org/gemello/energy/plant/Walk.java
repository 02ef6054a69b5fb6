package org.gemello.energy.plant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The seven steps of a digital twin with the running demo: a turbine, its twin, its sensors, the way of the values, what is concluded and
 * proposed, the counter-measure at the turbine, and its effect; then all begins again. Exit codes: 0 the fault was found and named and
 * the counter-measure helped, 1 it was not, 2 wrong option, 3 plant or platform cannot be reached, 130 cancelled. However it ends, the
 * plant is mended.
 */
public final class Walk {
    private static final String HELP = """
            Walk through the seven steps of a digital twin, with the running demo
              --fault NAME          what goes wrong: pitch, ice or friction (pitch)
              --turbine NUMBER      of the demo's turbines, 1 to 3 (1)
              --minutes NUMBER      give up after so long, 5 to 60 (20)
              --url URL             where the platform is (http://127.0.0.1:8181)
              --opcua URL           where the plant is (opc.tcp://127.0.0.1:4840/plant)
              --user NAME           user of the platform, who may operate (admin)
              --password-file FILE  file whose first line is the password
            """;
    private static final Set<String> OPTIONS = Set.of("fault", "turbine", "minutes", "url", "opcua", "user", "password-file");
    private static final long LOOK_MILLIS = 2000;
    private static final Duration TELL = Duration.ofSeconds(20);
    private final ObjectMapper mapper = new ObjectMapper();
    private final PlatformClient platform;
    private final PlantClient plant;
    private final WalkFault fault;
    private final String twin;
    private final String turbine;
    private final long end;
    private final long begin = System.nanoTime();

    private Walk(PlatformClient platform, PlantClient plant, WalkFault fault, int number, int minutes) {
        this.platform = platform;
        this.plant = plant;
        this.fault = fault;
        twin = String.format("wt-%02d", number);
        turbine = String.format("WT%02d", number);
        end = begin + Duration.ofMinutes(minutes).toNanos();
    }

    /** A look at something that may not be there yet. */
    private interface Look {
        Optional<JsonNode> at() throws PlantException;
    }

    private void walk() throws PlantException, InterruptedException {
        step(1, "Physical turbine", "%s turns in wind of %.1f m/s: %.0f kW, %.2f revolutions per minute, blades at %.1f degrees", turbine,
                plant.read(turbine + ".WNAC.WdSpd"), plant.read(turbine + ".WTUR.W") / 1000,
                30 / Math.PI * plant.read(turbine + ".WROT.RotSpd"),
                Math.toDegrees(plant.read(turbine + ".WROT.PtAngVal")));
        JsonNode sound = await("the twin to expect a power", () -> twinWith("WTUR.ExpW"));
        step(2, "Digital twin",
                "%s (%s) expects %.0f kW of a turbine as designed in this wind, blade by blade; the difference is %+.1f %%", twin,
                sound.path("type").asText(), value(sound, "WTUR.ExpW"), value(sound, "WTUR.ResPct"));
        requireNothingOpen();
        step(3, "Sensors",
                "%d values with their quality, among them %.1f Cel in the gearbox, %.0f kN m at the root of blade 1, "
                        + "air of %.1f Cel and %.0f %%",
                sound.path("state").size(), value(sound, "WTRM.GbxOilTmp"), value(sound, "WROT.BlRtMom1"), value(sound, "WMET.EnvTmp"),
                value(sound, "WMET.EnvHum"));
        step(4, "Transport", "OPC UA, in the log before anything else sees it: %.0f life signs of the controller received, %.0f missed",
                value(sound, "WTUR.BeatCount"), value(sound, "WTUR.BeatMissed"));
        say("    now %s gets %s", turbine, fault.title);
        for (WalkFault.Value each : fault.values) {
            plant.write(each.node(turbine), each.value());
        }
        JsonNode alarm = await("the alarm that names it", () -> twin().flatMap(Walk::driftAlarm)
                .filter(found -> found.path("message").asText().contains(fault.parameter)));
        step(5, "Monitoring, prediction, optimisation", "alarm %s", alarm.path("message").asText());
        JsonNode proposal = await("the proposal " + fault.proposal, () -> proposal("OPEN"));
        say("    proposal: %s", proposal.path("title").asText());
        say("    %s", proposal.path("explanation").asText());
        say("    expected gain %s; respected: %s", gain(proposal.path("gain")), join(proposal.path("constraints")));
        String id = proposal.path("id").asText();
        platform.post("/proposals/" + id + "/decision", mapper.createObjectNode().put("decision", "accept").put("reason", "walk-through"));
        await("its commands to be confirmed", () -> byId(id, "APPLIED", "MEASURED"));
        step(6, "Applied to the turbine", "accepted, held against policy and limits, written, read back: %s at the plant is %.1f",
                fault.setPoint,
                plant.read(turbine + '.' + fault.setPoint));
        JsonNode measured = await("its effect, measured at equal wind", () -> byId(id, "MEASURED"));
        step(7, "Repeated without end", "measured gain %s", gain(measured.path("measured")));
        JsonNode history = measured.path("history");
        say("    %s", history.path(history.size() - 1).path("reason").asText());
        if (!(measured.path("measured").path("expected").asDouble() > 0)) {
            throw new PlantException("the counter-measure has not helped");
        }
        say("The twin goes on looking; found, explained, counteracted and measured in %d s.", seconds());
    }

    private void requireNothingOpen() throws PlantException {
        if (twin().flatMap(Walk::driftAlarm).isPresent()) {
            throw new PlantException(twin + " has drifted already; wait until that alarm has gone, or take another turbine");
        }
    }

    private Optional<JsonNode> twin() throws PlantException {
        return stream(platform.twins()).filter(each -> each.path("id").asText().equals(twin)).findFirst();
    }

    private Optional<JsonNode> twinWith(String point) throws PlantException {
        return twin().filter(each -> !Double.isNaN(value(each, point)));
    }

    private static Optional<JsonNode> driftAlarm(JsonNode twin) {
        return stream(twin.path("alarms")).filter(alarm -> alarm.path("name").asText().equals("parameter-drift"))
                .filter(alarm -> alarm.path("active").asBoolean()).findFirst();
    }

    private Optional<JsonNode> proposal(String state) throws PlantException {
        return stream(platform.get("/proposals?twin=" + twin + "&state=" + state).path("items"))
                .filter(each -> each.path("key").asText().equals(fault.proposal)).findFirst();
    }

    private Optional<JsonNode> byId(String id, String... states) throws PlantException {
        JsonNode proposal = platform.get("/proposals/" + id);
        String state = proposal.path("state").asText();
        if (Set.of("FAILED", "WITHDRAWN", "EXPIRED", "DECLINED").contains(state)) {
            throw new PlantException("the proposal is " + state + ": " + proposal.path("reason").asText());
        }
        return Arrays.asList(states).contains(state) ? Optional.of(proposal) : Optional.empty();
    }

    private double value(JsonNode node, String point) {
        String name = twin + '/' + point;
        return stream(node.path("state")).filter(sample -> sample.path("point").asText().equals(name)).findFirst()
                .map(sample -> sample.path("value").asDouble(Double.NaN)).orElse(Double.NaN);
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Waits with a word about the turbine now and then. */
    private JsonNode await(String what, Look look) throws PlantException, InterruptedException {
        long told = System.nanoTime();
        while (true) {
            Optional<JsonNode> found = look.at();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new PlantException("waited in vain for " + what);
            }
            if (System.nanoTime() - told > TELL.toNanos()) {
                told = System.nanoTime();
                JsonNode now = twin().orElseThrow(() -> new PlantException("the platform has no twin " + twin));
                say("    %4d s  waiting for %s; %.0f kW measured, %.0f kW expected", seconds(), what, value(now, "WTUR.W"),
                        value(now, "WTUR.ExpW"));
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    }

    private static String gain(JsonNode gain) {
        return String.format(Locale.ROOT, "%.0f %s (%.0f to %.0f)", gain.path("expected").asDouble(), gain.path("unit").asText(),
                gain.path("low").asDouble(), gain.path("high").asDouble());
    }

    private static String join(JsonNode texts) {
        return String.join("; ", stream(texts).map(JsonNode::asText).toList());
    }

    private void step(int number, String title, String pattern, Object... values) {
        say("%d  %s", number, title);
        say("    " + pattern, values);
    }

    private static void say(String pattern, Object... values) {
        System.out.println(String.format(Locale.ROOT, pattern, values));
    }

    /** Faults away, set points as they were. */
    private static void mend(PlantClient plant, String turbine) {
        List<WalkFault.Value> usual = List.of(new WalkFault.Value("Sim.PitchFault", 0), new WalkFault.Value("Sim.Ice", 0),
                new WalkFault.Value("Site.Sim.Icing", 0), new WalkFault.Value("Sim.Friction", 0), new WalkFault.Value("WROT.SetPtCor1", 0),
                new WalkFault.Value("WROT.SetPtCor2", 0), new WalkFault.Value("WROT.SetPtCor3", 0), new WalkFault.Value("WROT.SetHeat", 0),
                new WalkFault.Value("WTUR.SetW", 5_000_000));
        for (WalkFault.Value each : usual) {
            try {
                plant.write(each.node(turbine), each.value());
            } catch (PlantException e) {
                System.err.println("not mended: " + e.getMessage());
            }
        }
    }

    private static WalkFault fault(String name) {
        return Arrays.stream(WalkFault.values()).filter(each -> each.name().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--fault is '" + name + "', it must be pitch, ice or friction"));
    }

    public static void main(String[] args) throws InterruptedException {
        if (Options.asksForHelp(args)) {
            System.out.print(HELP);
            return;
        }
        int exit = 3;
        try {
            Options options = new Options(args, OPTIONS, Set.of());
            WalkFault fault = fault(options.text("fault", "pitch"));
            int number = options.whole("turbine", 1, 1, 3);
            int minutes = options.whole("minutes", 20, 5, 60);
            PlatformClient platform = PlatformClient.of(options);
            PlantClient plant = new PlantClient(options.text("opcua", "opc.tcp://127.0.0.1:4840/plant"));
            Thread mending = new Thread(() -> mend(plant, String.format("WT%02d", number)), "mend");
            Runtime.getRuntime().addShutdownHook(mending);
            platform.twins();
            exit = 1;
            new Walk(platform, plant, fault, number, minutes).walk();
            exit = 0;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            exit = 2;
        } catch (PlantException e) {
            System.err.println(e.getMessage());
        }
        System.exit(exit);
    }
}
