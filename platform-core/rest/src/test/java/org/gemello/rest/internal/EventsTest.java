package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.Gap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmAction;
import org.gemello.api.command.CommandState;
import org.gemello.api.log.LogEntry;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.twin.Severity;
import org.gemello.rest.internal.EventClient.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventsTest {
    private static final Instant NOON = FakePlatform.NOON;
    private static final TraceId TRACE = FakePlatform.TRACE;
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    private EventClient client(String path, String... headers) throws IOException {
        return new EventClient(api.uri(path), headers);
    }

    private void append(String... pointsOfABatch) {
        SampleBatchBuilder batch = SampleBatch.builder(api.platform.log.points(), pointsOfABatch.length);
        for (String point : pointsOfABatch) {
            int handle = api.platform.log.points().handle(new PointDefinition(PointId.parse(point), "kW"));
            batch.add(handle, 1.5, 0, Times.nanos(NOON), Times.nanos(NOON));
        }
        api.platform.log.append(new LogEntry.Samples(batch.build()), TRACE);
    }

    private void tick() {
        api.platform.log.append(new LogEntry.Tick(NOON), TRACE);
    }

    private static List<Long> offsets(Event samples) {
        List<Long> offsets = new ArrayList<>();
        samples.data().forEach(sample -> offsets.add(sample.get("offset").longValue()));
        return offsets;
    }

    @Test
    void aStreamStartsAtTheEndOfTheLog() throws IOException {
        append("wt-01/WTUR.W");
        try (EventClient client = client("/events")) {
            append("wt-02/WTUR.W", "wt-01/WTUR.W");
            Event event = client.next();

            assertThat(event.name()).isEqualTo("samples");
            assertThat(event.id()).isEqualTo(2);
            assertThat(offsets(event)).containsExactly(1L, 2L);
            Contract.checkSchema("SamplesEvent", event.data());
        }
    }

    @Test
    void aClientThatComesBackMissesNothingAndGetsNothingTwice() throws IOException {
        List<Long> seen = new ArrayList<>();
        String resume = "Last-Event-ID: -1\r\n";
        for (int connection = 0; connection < 10; connection++) {
            append("wt-01/WTUR.W", "wt-02/WTUR.W", "wt-03/WTUR.W");
            tick();
            append("wt-01/WTUR.W");
            try (EventClient client = client("/events", resume)) {
                for (int i = 0; i <= connection % 2; i++) {
                    Event event = client.next();
                    seen.addAll(offsets(event));
                    resume = "Last-Event-ID: " + event.id() + "\r\n";
                }
            }
        }
        List<Long> wanted = new ArrayList<>();
        for (long offset = 0; wanted.size() < seen.size(); offset++) {
            if (offset % 5 != 3) {
                wanted.add(offset);
            }
        }
        assertThat(seen).hasSizeGreaterThan(20).isEqualTo(wanted);
    }

    @Test
    void aClientMayComeBackInTheMiddleOfABatch() throws IOException {
        append("wt-01/a", "wt-01/b", "wt-01/c");
        try (EventClient client = client("/events?since=0")) {
            assertThat(offsets(client.next())).containsExactly(1L, 2L);
        }
    }

    @Test
    void theHeaderWinsOverTheQuery() throws IOException {
        append("wt-01/a");
        append("wt-01/b");
        try (EventClient client = client("/events?since=-1", "Last-Event-ID: 0\r\n")) {
            assertThat(offsets(client.next())).containsExactly(1L);
        }
    }

    @Test
    void aFilterKeepsOtherTwinsOutAndTheIdGoesOn() throws IOException {
        try (EventClient client = client("/events?twin=wt-02")) {
            append("wt-01/a", "wt-02/a", "wt-01/b");
            append("wt-01/a");
            assertThat(offsets(client.next())).containsExactly(1L);
            await().until(() -> client.nextHeartbeat() == 3);
        }
    }

    @Test
    void proposalsAndWhatIsDoneAboutAlarmsAreTold() throws Exception {
        try (EventClient client = client("/events?twin=wf-01")) {
            for (String twin : new String[] {"wt-02", "wf-01"}) {
                var proposal = FakeProposals.view(twin, "wake-steering", 7, ProposalState.OPEN).proposal();
                api.platform.log.append(new LogEntry.ProposalMade(proposal), TRACE);
                api.platform.log.append(new LogEntry.ProposalMoved(proposal.id(), proposal.twin(), proposal.key(), ProposalState.DECLINED,
                        "olga", "crew in the nacelle", List.of(), null, NOON), TRACE);
                api.platform.log.append(new LogEntry.AlarmHandled(proposal.twin(), "hot", AlarmAction.SHELVE, "olga", "ice",
                        NOON.plusSeconds(60), NOON), TRACE);
            }
            Event made = client.next();
            Contract.checkSchema("ProposalEvent", made.data());
            assertThat(made.data().get("state").asText()).isEqualTo("OPEN");
            Event declined = client.next();
            Contract.checkSchema("ProposalEvent", declined.data());
            assertThat(declined.data().get("by").asText()).isEqualTo("olga");
            Event shelved = client.next();
            Contract.checkSchema("AlarmHandledEvent", shelved.data());
            assertThat(shelved.data().get("action").asText()).isEqualTo("SHELVE");
            assertThat(List.of(made.name(), declined.name(), shelved.name())).containsExactly("proposal", "proposal", "alarm-handled");
        }
    }

    @Test
    void alarmsCommandsAndGapsAreTold() throws Exception {
        api.post("/twins/wt-01/commands", "operator", "{\"name\":\"stop\"}");
        try (EventClient client = client("/events?twin=wt-01")) {
            for (String twin : new String[] {"wt-02", "wt-01"}) {
                api.platform.log.append(new LogEntry.AlarmChanged(new TwinId(twin), "hot", true, Severity.HIGH, "91 Cel", NOON), TRACE);
                PointDefinition point = new PointDefinition(PointId.parse(twin + "/a"), "kW");
                api.platform.log.append(new LogEntry.Gaps(List.of(new Gap(point, NOON, NOON.plusSeconds(1), "lost"))), TRACE);
            }
            api.platform.log.append(new LogEntry.CommandIssued(api.platform.commands.given.get("c-1").command()), TRACE);
            api.platform.log.append(new LogEntry.CommandMoved("c-99", CommandState.EXPIRED, "", NOON), TRACE);
            api.platform.log.append(new LogEntry.CommandMoved("c-1", CommandState.CONFIRMED, "", NOON), TRACE);

            Event alarm = client.next();
            Contract.checkSchema("AlarmEvent", alarm.data());
            assertThat(alarm.data().at("/alarm/message").asText()).isEqualTo("91 Cel");
            Event gap = client.next();
            Contract.checkSchema("GapEvent", gap.data());
            assertThat(gap.data().at("/gaps/0/point").asText()).isEqualTo("wt-01/a");
            Event issued = client.next();
            Event confirmed = client.next();
            Contract.checkSchema("CommandEvent", confirmed.data());
            assertThat(List.of(alarm.name(), gap.name(), issued.name(), confirmed.name()))
                    .containsExactly("alarm", "gap", "command", "command");
            assertThat(issued.data().get("state").asText()).isEqualTo("ACCEPTED");
            assertThat(confirmed.data().get("twin").asText()).isEqualTo("wt-01");
        }
    }

    @Test
    void whatTheLogNoLongerKeepsIsToldAsLost() throws IOException {
        append("wt-01/a");
        append("wt-01/b");
        append("wt-01/c");
        api.platform.log.forgetBefore(2);
        try (EventClient client = client("/events?since=-1")) {
            Event lost = client.next();
            assertThat(lost.name()).isEqualTo("lost");
            assertThat(lost.data().toString()).isEqualTo("{\"from\":0,\"to\":2,\"reason\":\"RETENTION\"}");
            Contract.checkSchema("LostEvent", lost.data());
            assertThat(offsets(client.next())).containsExactly(2L);
        }
    }

    @Test
    void aClientThatIsGoneFreesItsPlaceThoughTheLogIsQuiet() throws IOException {
        EventClient client = client("/events");
        assertThat(api.streams.open()).isEqualTo(1);
        client.close();
        await().until(() -> api.streams.open() == 0);
        assertThat(api.platform.log.openTails).hasValue(0);
    }

    @Test
    void thereIsPlaceForABoundedNumberOfClients() throws Exception {
        List<EventClient> clients = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            clients.add(client("/events"));
        }
        assertThat(api.get("/events").status()).isEqualTo(503);
        clients.remove(0).close();
        await().until(() -> api.streams.open() == 63);
        clients.add(client("/events"));
        for (EventClient client : clients) {
            client.close();
        }
        await().until(() -> api.platform.log.openTails.get() == 0);
    }
}
