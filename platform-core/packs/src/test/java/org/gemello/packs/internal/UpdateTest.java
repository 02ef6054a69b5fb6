package org.gemello.packs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.util.List;
import org.gemello.api.job.JobView;
import org.gemello.api.pack.PackOperation;
import org.gemello.api.pack.PackOperation.Outcome;
import org.gemello.api.pack.PackPlan;
import org.gemello.api.pack.PackRequest;
import org.gemello.api.pack.PackRequest.Action;
import org.gemello.api.pack.PackState;
import org.gemello.api.pack.PackVersion;
import org.gemello.api.pack.StagedPack;
import org.junit.jupiter.api.Test;

/** Another version is planned, cut in, or taken back. */
class UpdateTest extends PackPlatformTest {
    @Test
    void thePlanSaysWhatWouldChangeAndChangesNothing() throws Exception {
        platform.install(new TestPack("1.0.0"));
        StagedPack staged = platform.stage(two()
                .permissions("{points: {read: [\"*/*\"], write: [\"*/SUM\"]}, network: [\"example.com:443\"], threads: 1}"));

        PackPlan plan = platform.packs().plan(new PackRequest(Action.INSTALL, "counter", staged.handle(), null, null));

        assertThat(plan.from()).isEqualTo("1.0.0");
        assertThat(plan.to()).isEqualTo("2.0.0");
        assertThat(plan.twins()).singleElement().satisfies(twin -> assertThat(twin.becomes()).isEqualTo(2));
        assertThat(plan.permissions().added()).containsExactly("connect to example.com:443", "thread 1");
        assertThat(plan.obstacles()).singleElement().satisfies(why -> assertThat(why).contains("has not been granted")
                .contains("example.com:443"));
        assertThat(plan.words()).anyMatch(line -> line.contains("News of 2.0.0")).anyMatch(line ->
                line.contains("goes from 1.0.0 to 2.0.0"));
        assertThat(platform.serving()).isEqualTo(1);
        assertThat(List.of(framework.context().getBundles())).filteredOn(bundle -> bundle.getLocation().startsWith("gpack:")).hasSize(1);
    }

    @Test
    void anUpdateIsCutInAndOneCommandGoesBack() throws Exception {
        platform.install(new TestPack("1.0.0"));
        platform.install(two());
        assertThat(platform.serving()).isEqualTo(2);
        assertThat(pack().kept()).extracting(PackVersion::version).containsExactlyInAnyOrder("1.0.0", "2.0.0");
        assertThat(platform.exchange.done).containsExactly("shadow", "cut", "close", "confirm");
        assertThat(last().steps()).extracting(PackOperation.Step::name).contains("shadow");
        assertThat(last().pauses()).containsExactly(1_000_000L);
        assertThat(pack().leak()).isEmpty();

        JobView back = platform.run(new PackRequest(Action.ROLLBACK, "counter", "", null, null));

        assertThat(back.state()).as(back.message()).isEqualTo(JobView.State.DONE);
        assertThat(platform.serving()).isEqualTo(1);
        assertThat(platform.run(new PackRequest(Action.ROLLBACK, "counter", "2.0.0", null, null)).state()).isEqualTo(JobView.State.DONE);
        assertThat(platform.serving()).isEqualTo(2);
    }

    @Test
    void aMissingMigrationStopsBeforeTheCut() throws Exception {
        platform.install(new TestPack("1.0.0"));
        platform.exchange.impossible = 2;
        JobView job = platform.install(two());
        assertThat(job.state()).isEqualTo(JobView.State.FAILED);
        assertThat(job.message()).contains("no migration to 2");
        assertThat(last().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(platform.serving()).isEqualTo(1);
    }

    @Test
    void aVersionThatThrowsIsRolledBackByItself() throws Exception {
        platform.install(new TestPack("1.0.0"));
        platform.exchange.errors = 5;
        JobView job = platform.install(two());
        assertThat(job.state()).isEqualTo(JobView.State.FAILED);
        assertThat(job.message()).contains("rolled back").contains("5 of 100 calls");
        assertThat(last().outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(platform.serving()).isEqualTo(1);
        assertThat(pack().version()).isEqualTo("1.0.0");
        assertThat(platform.alarms).containsKey("packs.counter.operation");
        restart();
        assertThat(platform.serving()).isEqualTo(1);
    }

    @Test
    void aHangAParkedTwinAndATroubledProbeEachRollBack() throws Exception {
        platform.install(new TestPack("1.0.0"));
        platform.exchange.holding = "t-1 for 3000 ms";
        assertThat(platform.install(two()).message()).contains("does not come back");
        platform.exchange.parked = "t-1: it threw";
        assertThat(platform.install(new TestPack("1.9.0")).message()).as("it was parked before").isEmpty();
        platform.exchange.parked = "";
        String probe = "public static final class Probe implements org.gemello.spi.pack.PackProbe { public void activate() { } public void deactivate() { }"
                + " public String name() { return \"licence server\"; } public java.util.Optional<String> trouble() { return java.util.Optional.of(\"no answer\"); } }";
        CounterPack probed = new CounterPack() {
            @Override
            public TestBundle bundle() {
                return super.bundle().component("org.acme.counter.CounterType$Probe", "org.gemello.spi.pack.PackProbe");
            }
        }.members(probe);
        assertThat(platform.install(new TestPack("2.1.0").code(probed)).message()).contains("licence server").contains("no answer");
        assertThat(pack().version()).isEqualTo("1.9.0");
    }

    @Test
    void whatDoesNotStartLeavesTheOldVersion() throws Exception {
        platform.install(new TestPack("1.0.0"));
        assertThat(platform.install(new TestPack("2.0.0").schema(3)).message()).contains("has schema 1, its manifest says 3");
        assertThat(platform.install(two().code(schema(2).activate("throw new IllegalStateException(\"no\");"))).state())
                .isEqualTo(JobView.State.FAILED);
        platform.exchange.shadowFailure = "t-1: it threw at offset 7";
        assertThat(platform.install(new TestPack("2.2.0").code(schema(2)).schema(2)).message()).contains("offset 7");
        assertThat(platform.exchange.done).doesNotContain("rollBack");
        assertThat(platform.serving()).isEqualTo(1);
        assertThat(last().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void anOperationIsCancelledUntilTheCut() throws Exception {
        platform.install(new TestPack("1.0.0"));
        platform.exchange.catchesUp = false;
        StagedPack staged = platform.stage(two());
        JobView job = platform.packs().start(new PackRequest(Action.INSTALL, "counter", staged.handle(), TestPlatform.ASKED, null),
                TestPlatform.ADMIN);
        await().until(() -> last().steps().stream().anyMatch(step -> step.name().equals("shadow")));
        assertThat(pack().state()).isEqualTo(PackState.CHANGING);
        platform.jobs().cancel(job.id());
        assertThat(platform.ended(job.id()).state()).isEqualTo(JobView.State.CANCELLED);
        assertThat(last().outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(platform.serving()).isEqualTo(1);
        assertThat(pack().state()).isEqualTo(PackState.ACTIVE);
    }
}
