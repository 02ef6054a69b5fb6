package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.Role;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.TwinId;
import org.gemello.api.health.HealthCheck.Health;
import org.gemello.api.log.LogEntry;
import org.gemello.api.pack.PackLogLine;
import org.gemello.api.twin.Severity;
import org.gemello.rest.internal.EventClient.Event;
import org.gemello.security.ApiKeys.NewKey;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Globs;
import org.gemello.security.policy.KeptPolicy;
import org.gemello.security.policy.Policy;
import org.gemello.security.policy.Subjects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What of all events a client is told. */
@Timeout(30)
class EventFiltersTest {
    private static final String[] POINTS = {"wt-01/WTUR.W", "wt-01/WTUR.Ws", "wt-02/WTUR.W", "wf-01/W"};
    private static final Caller ADMIN = new Caller("admin", Set.of(Role.ADMINISTRATOR));
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    private void append(String... points) {
        SampleBatchBuilder batch = SampleBatch.builder(api.platform.log.points(), points.length);
        for (String point : points) {
            batch.add(api.platform.log.points().handle(new PointDefinition(PointId.parse(point), "kW")), 1, 0, Times.nanos(FakePlatform.NOON), 0);
        }
        api.platform.log.append(new LogEntry.Samples(batch.build()), FakePlatform.TRACE);
    }

    private void alarm(String twin) {
        api.platform.log.append(new LogEntry.AlarmChanged(new TwinId(twin), "hot", true, Severity.HIGH, "91 Cel", FakePlatform.NOON),
                FakePlatform.TRACE);
    }

    private static List<Long> offsets(JsonNode samples) {
        List<Long> offsets = new ArrayList<>();
        samples.forEach(sample -> offsets.add(sample.get("offset").longValue()));
        return offsets;
    }

    @Test
    void onlyKindsThatWereAskedForAreTold() throws IOException {
        try (EventClient client = new EventClient(api.uri("/events?kind=alarms&kind=commands"))) {
            append("wt-01/WTUR.W");
            alarm("wt-01");
            Event alarm = client.next();
            assertThat(alarm.name()).isEqualTo("alarm");
            assertThat(alarm.id()).isEqualTo(1);
        }
    }

    @Test
    void twinsAndPointsMayBePatterns() throws IOException {
        try (EventClient client = new EventClient(api.uri("/events?twin=wt-*&twin=wf-01&point=WTUR.W&point=wf-*/*"))) {
            append(POINTS);
            assertThat(offsets(client.next().data())).containsExactly(0L, 2L, 3L);
        }
    }

    /** A client that is cut off again and again gets exactly what one that was never cut off gets. */
    @Test
    void comingBackIsExactWithFilters() throws IOException {
        Random random = new Random(6);
        List<Long> wanted = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String[] batch = random.ints(1 + random.nextInt(5), 0, POINTS.length).mapToObj(p -> POINTS[p]).toArray(String[]::new);
            long offset = api.platform.log.end();
            for (int row = 0; row < batch.length; row++) {
                if (batch[row].equals("wt-01/WTUR.W")) {
                    wanted.add(offset + row);
                }
            }
            append(batch);
            alarm("wt-01");
        }
        List<Long> seen = new ArrayList<>();
        String resume = "Last-Event-ID: -1\r\n";
        while (seen.size() < wanted.size()) {
            try (EventClient client = new EventClient(api.uri("/events?kind=samples&twin=wt-01&point=WTUR.W"), resume)) {
                for (int i = random.nextInt(3); i >= 0 && seen.size() < wanted.size(); i--) {
                    Event event = client.next();
                    seen.addAll(offsets(event.data()));
                    resume = "Last-Event-ID: " + event.id() + "\r\n";
                }
            }
        }
        assertThat(seen).isEqualTo(wanted).hasSizeGreaterThan(30);
    }

    @Test
    void aClientThatIsTooFarBehindIsBroughtToTheEndAndToldSo() throws IOException {
        for (int i = 0; i < 50; i++) {
            append("wt-01/WTUR.W", "wt-01/WTUR.Ws");
        }
        try (EventClient client = new EventClient(api.uri("/events?since=-1&maxLag=20"))) {
            Event lost = client.next();
            assertThat(lost.name()).isEqualTo("lost");
            assertThat(lost.data().toString()).isEqualTo("{\"from\":0,\"to\":100,\"reason\":\"SLOW\"}");
            Contract.checkSchema("LostEvent", lost.data());
            append("wt-02/WTUR.W");
            assertThat(offsets(client.next().data())).containsExactly(100L);
        }
    }

    @Test
    void statesAreToldAtOnceAndWhenTheyChange() throws IOException {
        try (EventClient client = new EventClient(api.uri("/events?kind=health&kind=jobs&kind=packs&kind=site"))) {
            Event health = client.next();
            Contract.checkSchema("Health", health.data());
            assertThat(health.data().get("status").asText()).isEqualTo("UP");
            Event job = client.next();
            Contract.checkSchema("Job", job.data());
            while (job.name().equals("job")) {
                job = client.next();
            }
            assertThat(job.name()).isEqualTo("packs");
            Contract.checkSchema("StateEvent", job.data());
            assertThat(client.next().name()).isEqualTo("quarantine");
            assertThat(client.next().name()).isEqualTo("pack-log");
            assertThat(client.next().name()).isEqualTo("site");

            api.platform.health.add(Health.notReady("history", "disk full"));
            Event ill = client.next();
            assertThat(ill.name()).isEqualTo("health");
            assertThat(ill.data().get("status").asText()).isEqualTo("DOWN");
        }
    }

    @Test
    void whatComesIntoQuarantineAndWhatAPackLogsIsTold() throws IOException {
        try (EventClient client = new EventClient(api.uri("/events?kind=packs"))) {
            assertThat(client.next().name()).isEqualTo("packs");
            Event empty = client.next();
            Contract.checkSchema("StateEvent", empty.data());
            assertThat(client.next().data().toString()).isEqualTo("{\"pack\":\"energy\",\"newest\":2}");

            api.platform.packs.quarantine.clear();
            Event discarded = client.next();
            assertThat(discarded.name()).isEqualTo("quarantine");
            assertThat(discarded.data()).isNotEqualTo(empty.data());

            api.platform.packs.logs(PackLogLine.Level.WARN, "0.1.0", "odd", "");
            Event logged = client.next();
            Contract.checkSchema("PackLogEvent", logged.data());
            assertThat(logged.name()).isEqualTo("pack-log");
            assertThat(logged.data().get("newest").asLong()).isEqualTo(3);
        }
    }

    @Test
    void whatCannotBeAFilterIsRefusedWithItsName() throws Exception {
        assertThat(api.get("/events?kind=sample").body().at("/violations/0/field").asText()).isEqualTo("kind");
        assertThat(api.get("/events?twin=WT%201").body().at("/violations/0/field").asText()).isEqualTo("twin");
        assertThat(api.get("/events?maxLag=0").body().at("/violations/0/field").asText()).isEqualTo("maxLag");
    }

    @Test
    void whatTheCallerMayNotSeeIsNotTold() throws Exception {
        deny("ice", Globs.of("wt-02"), Globs.NONE);
        deny("wind", Globs.of("wt-01"), Globs.of("WTUR.Ws"));
        try (EventClient client = new EventClient(api.uri("/events?since=-1"))) {
            append(POINTS);
            alarm("wt-02");
            alarm("wt-01");
            assertThat(offsets(client.next().data())).containsExactly(0L, 3L);
            assertThat(client.next().data().get("twin").asText()).isEqualTo("wt-01");
        }
    }

    @Test
    void aStreamFollowsThePolicies() throws Exception {
        try (EventClient client = new EventClient(api.uri("/events?kind=samples"))) {
            append("wt-02/WTUR.W");
            assertThat(offsets(client.next().data())).containsExactly(0L);
            deny("ice", Globs.of("wt-02"), Globs.NONE);
            await().until(() -> {
                append("wt-02/WTUR.W");
                append("wf-01/W");
                List<JsonNode> told = new ArrayList<>();
                while (told.isEmpty() || !told.get(told.size() - 1).at("/0/point").asText().equals("wf-01/W")) {
                    told.add(client.next().data());
                }
                return told.size() == 1;
            });
        }
    }

    private void deny(String id, Globs twins, Globs points) {
        api.policies.put(new Policy(id, Policy.Effect.DENY, new Subjects(Globs.of("viewer"), Set.of(), Globs.NONE), Set.of(Action.READ), twins,
                points, Globs.NONE), KeptPolicy.ABSENT, ADMIN);
    }

    @Test
    void aStreamEndsWithItsKey() throws Exception {
        NewKey key = api.keys.create("historian", Role.VIEWER, Globs.ALL, Duration.ofDays(36_500), ADMIN);
        try (EventClient client = EventClient.withKey(key.secret(), api.uri("/events"))) {
            append("wt-01/WTUR.W");
            assertThat(client.next().name()).isEqualTo("samples");
            api.keys.revoke(key.key().id(), null);
            client.awaitEnd();
        }
    }

    @Test
    void aStreamEndsWhenTheUsersRolesChange() throws Exception {
        try (EventClient client = new EventClient(api.uri("/events"))) {
            append("wt-01/WTUR.W");
            assertThat(client.next().name()).isEqualTo("samples");
            api.security.put("viewer", null, Set.of(Role.OPERATOR), null);
            client.awaitEnd();
        }
    }
}
