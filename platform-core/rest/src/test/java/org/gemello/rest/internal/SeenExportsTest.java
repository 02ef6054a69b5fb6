package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.gemello.api.PointId;
import org.gemello.api.Role;
import org.gemello.rest.internal.ApiServer.Answer;
import org.gemello.security.AuditEvent;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Globs;
import org.gemello.security.policy.Policy.Effect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever does not see all exports what is seen, and sees what exports have no more than that. */
class SeenExportsTest {
    private static final String ALL = "{\"from\":\"2026-03-01T00:00:00Z\",\"to\":\"2026-03-02T00:00:00Z\",\"format\":\"csv\"%s}";
    @TempDir
    private Path folder;
    private final ApiServer api = new ApiServer();

    @AfterEach
    void stop() {
        api.close();
    }

    private Set<PointId> exported() {
        return api.platform.office.exported.points();
    }

    @Test
    void whoSeesEverythingExportsEverything() throws Exception {
        assertThat(api.post("/exports", "operator", ALL.formatted("")).status()).isEqualTo(202);
        assertThat(exported()).as("all of them, whichever they are then").isEmpty();
    }

    @Test
    void hiddenTwinsAndPointsAreLeftOutAndTheAuditLogSaysHowMuchWasTaken() throws Exception {
        api.platform.known = Set.of(PointId.parse("wt-01/WTUR.W"), PointId.parse("wt-01/expected"), PointId.parse("wt-02/expected"));
        api.policies.add("secret", Effect.DENY, Role.OPERATOR, Action.READ, Globs.ALL, Globs.of("WTUR.W"), Globs.NONE);
        assertThat(api.post("/exports", "operator", ALL.formatted("")).status()).isEqualTo(202);
        assertThat(exported()).containsExactlyInAnyOrder(PointId.parse("wt-01/expected"), PointId.parse("wt-02/expected"));
        assertThat(api.security.events).last().extracting(AuditEvent::action, AuditEvent::caller).containsExactly("history.export", "operator");
        assertThat(api.security.events).last().extracting(AuditEvent::reason).asString().endsWith(", 2 points");
    }

    @Test
    void whatIsHiddenCannotBeAskedForAndIsAsIfItWereNotThere() throws Exception {
        api.policies.add("hidden", Effect.DENY, Role.OPERATOR, Action.READ, "wt-01");
        for (String asked : new String[] {",\"points\":[\"wt-01/WTUR.W\"]", ",\"twin\":\"wt-01\""}) {
            Answer answer = api.post("/exports", "operator", ALL.formatted(asked));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().toString()).contains("the history has no samples of");
        }
        assertThat(api.platform.office.exported).isNull();
    }

    @Test
    void anExportThatHasMoreThanIsSeenIsNotThere() throws Exception {
        api.platform.office.file = Files.writeString(folder.resolve("samples.csv"), "point,time\n");
        assertThat(api.get("/exports/history-1/samples.csv").status()).isEqualTo(200);
        assertThat(api.security.events).last().extracting(AuditEvent::action, AuditEvent::object)
                .containsExactly("export.download", "history-1/samples.csv");
        api.policies.add("other", Effect.DENY, Role.VIEWER, Action.READ, "wt-02");
        assertThat(api.get("/exports").body()).as("it has points of wt-01 alone").hasSize(1);
        assertThat(api.get("/exports/history-1/samples.csv").status()).isEqualTo(200);
        api.policies.add("hidden", Effect.DENY, Role.VIEWER, Action.READ, Globs.of("wt-01"), Globs.of("WTUR.*"), Globs.NONE);
        assertThat(api.get("/exports").body()).isEmpty();
        assertThat(api.get("/exports/history-1/samples.csv").status()).isEqualTo(404);
    }
}
