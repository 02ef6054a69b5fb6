package org.gemello.packs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.job.JobView;
import org.gemello.api.pack.PackGrant;
import org.gemello.api.pack.PackOperation;
import org.gemello.api.pack.PackOperation.Outcome;
import org.gemello.api.pack.PackPlan;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.pack.PackRequest;
import org.gemello.api.pack.PackRequest.Action;
import org.gemello.api.pack.PackSignature;
import org.gemello.api.pack.PackState;
import org.gemello.api.pack.PackVersion;
import org.gemello.api.pack.PackView;
import org.gemello.api.pack.StagedPack;
import org.gemello.api.pack.ViewFile;
import org.gemello.gpack.PackKeys;
import org.gemello.security.AuditEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** The whole way of packs, on a real framework. */
class PackPlatformTest extends FrameworkTest {
    private TestPlatform platform;

    @BeforeEach
    void start() throws Exception {
        platform = new TestPlatform(framework, folder).start().trustAcme();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private void restart() throws Exception {
        platform.close();
        platform = new TestPlatform(framework, folder).start();
    }

    private PackView pack() {
        return platform.packs().pack("counter").orElseThrow();
    }

    private PackOperation last() {
        return platform.packs().operations().get(0);
    }

    private static CounterPack schema(int number) {
        return new CounterPack().schema(number);
    }

    private static TestPack two() {
        return new TestPack("2.0.0").code(schema(2)).schema(2);
    }

    @Test
    void aFirstInstallationServesAndARestartKeepsIt() throws Exception {
        JobView job = platform.install(new TestPack("1.0.0"));

        assertThat(job.state()).as(job.message()).isEqualTo(JobView.State.DONE);
        assertThat(platform.serving()).isEqualTo(1);
        assertThat(pack().state()).isEqualTo(PackState.ACTIVE);
        assertThat(pack().types()).containsEntry("acme/counter", 1);
        assertThat(last().outcome()).isEqualTo(Outcome.DONE);
        assertThat(last().steps()).extracting(PackOperation.Step::name).contains("plan", "load", "cut", "confirm");
        assertThat(platform.packs().staged()).isEmpty();
        assertThat(platform.packs().file("counter", "texts/en.properties")).hasValueSatisfying(text -> assertThat(text).isNotEmpty());
        assertThat(platform.packs().file("counter", "nothing")).isEmpty();

        restart();

        assertThat(platform.serving()).isEqualTo(1);
        assertThat(pack().state()).isEqualTo(PackState.ACTIVE);
        assertThat(platform.packs().operations()).hasSize(1);
    }

    @Test
    void theViewsAreThoseOfTheVersionThatServes() throws Exception {
        assertThat(platform.packs().views()).isEmpty();
        platform.install(new TestPack("1.0.0"));

        ViewFile first = platform.packs().views().get(0);
        assertThat(first.pack()).isEqualTo("counter");
        assertThat(first.version()).isEqualTo("1.0.0");
        assertThat(first.title()).containsEntry("ko", "수");
        assertThat(first.name()).isEqualTo("count.json");
        byte[] content = platform.packs().file("counter", first.file()).orElseThrow();
        assertThat(new String(content, StandardCharsets.UTF_8)).isEqualTo(TestPack.VIEW.formatted("1.0.0"));
        assertThat(first.sha256()).isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        assertThat(first.bytes()).isEqualTo(content.length);

        platform.install(two());
        assertThat(platform.packs().views()).singleElement().satisfies(view -> {
            assertThat(view.version()).isEqualTo("2.0.0");
            assertThat(view.sha256()).isNotEqualTo(first.sha256());
        });
    }

    @Test
    void anAlarmNamesThePackThatHoldsAMailboxOrWhoseTwinsAreParked() throws Exception {
        platform.install(new TestPack("1.0.0"));
        platform.exchange.holding = "t-1 for 7000 ms";
        platform.exchange.parked = "t-2: its behaviour failed";

        await().atMost(Duration.ofSeconds(30)).until(() -> platform.alarms.getOrDefault("packs.counter.twins", ""),
                alarm -> alarm.startsWith("pack counter 1.0.0: ") && alarm.contains("holds a mailbox: t-1 for 7000 ms") && alarm.contains("t-2: its behaviour"));

        platform.exchange.holding = "";
        platform.exchange.parked = "";
        await().atMost(Duration.ofSeconds(30)).until(() -> !platform.alarms.containsKey("packs.counter.twins"));
    }

    @Test
    void anUpdateOfItsBundleByHandReadsTheKeptFile() throws Exception {
        platform.install(new TestPack("1.0.0"));
        Bundle bundle = Arrays.stream(framework.context().getBundles()).filter(each -> each.getLocation().startsWith("gpack:counter@1.0.0")).findFirst()
                .orElseThrow();
        long before = bundle.getLastModified();

        bundle.update();

        assertThat(bundle.getLastModified()).isGreaterThan(before);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(platform.serving()).isEqualTo(1));
        assertThatThrownBy(() -> new URL("gpack:counter@9.9.9+00000000/bundles/none.jar").openStream()).hasMessageContaining("is not kept any more");
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
    void aTwinThatCannotBeginDoesNotKeepAFirstInstallationOut() throws Exception {
        platform.exchange.impossible = 1;
        platform.exchange.parked = "t-1: its configuration is wrong";
        JobView job = platform.install(new TestPack("1.0.0"));
        assertThat(job.state()).as(job.message()).isEqualTo(JobView.State.DONE);
    }

    @Test
    void unsignedUnknownTamperedAndRevokedAreRefusedEachWithItsSentence() throws Exception {
        StagedPack unsigned = platform.stage(new TestPack("1.0.0").signedWith(null));
        assertThat(unsigned.problems()).singleElement().satisfies(why -> assertThat(why).contains("not signed")
                .contains("gemello.packs.allow-unsigned"));
        assertThat(platform.run(new PackRequest(Action.INSTALL, "counter", unsigned.handle(), TestPlatform.ASKED, null)).state())
                .isEqualTo(JobView.State.FAILED);
        assertThat(last().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(platform.stage(new TestPack("1.0.1").signedWith(PackKeys.generate())).signature().state())
                .isEqualTo(PackSignature.State.UNKNOWN_PUBLISHER);
        platform.install(new TestPack("1.0.2"));
        platform.packs().revoke(PackKeys.id(TestPack.KEY.getPublic()), TestPlatform.ADMIN);
        assertThat(platform.stage(new TestPack("1.0.3")).problems()).singleElement().satisfies(why -> assertThat(why).contains("revoked"));
        assertThat(platform.serving()).as("what is installed goes on").isEqualTo(1);
        await().until(() -> platform.alarms.containsKey("packs.counter.key"));
        assertThat(platform.platform().health().text()).contains("revoked");
        assertThatThrownBy(() -> platform.packs().stage(new ByteArrayInputStream(new byte[] {1, 2, 3}), TestPlatform.ADMIN))
                .isInstanceOf(PackRefusedException.class);
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
        await().atMost(Duration.ofSeconds(60)).until(() -> last().steps().stream().anyMatch(step -> step.name().equals("shadow")));
        assertThat(pack().state()).isEqualTo(PackState.CHANGING);
        platform.jobs().cancel(job.id());
        assertThat(platform.ended(job.id()).state()).isEqualTo(JobView.State.CANCELLED);
        assertThat(last().outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(platform.serving()).isEqualTo(1);
        assertThat(pack().state()).isEqualTo(PackState.ACTIVE);
    }

    @Test
    void aRemovedPackServesNoMoreAndStaysAway() throws Exception {
        platform.install(new TestPack("1.0.0"));
        assertThat(platform.run(new PackRequest(Action.REMOVE, "counter", "", null, null)).state()).isEqualTo(JobView.State.DONE);
        assertThat(platform.serving()).isZero();
        restart();
        assertThat(platform.packs().packs()).isEmpty();
        assertThat(platform.serving()).isZero();
    }

    @Test
    void onlyAdministratorsChangeAndTheAuditKnowsWhoTried() {
        Caller engineer = new Caller("eva", Set.of(Role.ENGINEER));
        assertThatThrownBy(() -> platform.packs().stage(new ByteArrayInputStream(new byte[1]), engineer))
                .isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> platform.packs().trust("acme", "", engineer)).isInstanceOf(SecurityException.class);
        assertThat(platform.audit).filteredOn(event -> event.caller().equals("eva")).hasSize(2)
                .allMatch(event -> event.outcome() == AuditEvent.Outcome.REFUSED);
    }

    @Test
    void aTrialEndsAndATurnedClockDoesNotBringItBack() throws Exception {
        platform.install(new TestPack("1.0.0").trial(30));
        assertThat(platform.serving()).isEqualTo(1);
        platform.close();
        platform = new TestPlatform(framework, folder);
        platform.now = platform.now.plus(Duration.ofDays(31));
        platform.start();
        assertThat(platform.serving()).isZero();
        assertThat(pack().reason()).contains("trial of 30 days has ended");
        restart();
        assertThat(pack().reason()).as("the clock went back").contains("has ended");
        platform.close();
        Path note = platform.data().resolve("trials.json");
        Files.writeString(note, Files.readString(note).replace("2026-03-01", "2036-03-01"));
        platform = new TestPlatform(framework, folder).start();
        assertThat(pack().reason()).contains("not the one that this platform has written");
    }

    @Test
    void aFileChangedOnDiskIsNotStarted() throws Exception {
        platform.install(new TestPack("1.0.0"));
        platform.close();
        try (var files = Files.walk(platform.data().resolve("store"))) {
            Path file = files.filter(each -> each.toString().endsWith(".gpack")).findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
        platform = new TestPlatform(framework, folder).start();
        assertThat(platform.serving()).isZero();
        assertThat(pack().state()).isEqualTo(PackState.PARKED);
        assertThat(pack().reason()).isNotEmpty();
    }

    @Test
    void verifyRunsThePacksOwnAcceptanceTests() throws Exception {
        String test = """
                title: It adds
                type: acme/counter
                steps:
                  - {at: 0s, samples: {IN: 2}, expect: {derived: {SUM: 2}}}
                  - {at: 1s, samples: {IN: 3}, expect: {derived: {SUM: %d}}}
                """;
        platform.install(new TestPack("1.0.0").acceptance(test.formatted(5)));
        JobView job = platform.ended(platform.packs().verify("counter", TestPlatform.ADMIN).id());
        assertThat(job.state()).as(job.message()).isEqualTo(JobView.State.DONE);
        assertThat(job.result()).contains("signed by acme").contains("1 acceptance tests passed");
        assertThat(platform.serving()).isEqualTo(1);
        StagedPack wrong = platform.stage(new TestPack("1.1.0").acceptance(test.formatted(6)));
        JobView failed = platform.ended(platform.packs().verify(wrong.handle(), TestPlatform.ADMIN).id());
        assertThat(failed.state()).isEqualTo(JobView.State.FAILED);
        assertThat(failed.message()).contains("1 of 1 acceptance tests failed").contains("It adds");
        assertThatThrownBy(() -> platform.packs().verify("nothing", TestPlatform.ADMIN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGrantMayBeSmallerThanWhatIsAskedAndIsThenAnObstacle() throws Exception {
        StagedPack staged = platform.stage(new TestPack("1.0.0"));
        JobView job = platform.run(new PackRequest(Action.INSTALL, "counter", staged.handle(), PackGrant.NONE, null));
        assertThat(job.message()).contains("read */*").contains("write */SUM");
        assertThat(platform.packs().packs()).isEmpty();
    }

    @Test
    void aPackFindsItsServicesAndGetsWhatWasGrantedAlone() throws Exception {
        String user = "public static final class User { public void activate() { } public void deactivate() { }"
                + " public void bind(org.gemello.spi.pack.PackServices services) throws java.io.IOException { services.folder().write(\"note\", new byte[3]);"
                + " try { services.connect(\"example.com\", 443, Duration.ofSeconds(1)); } catch (SecurityException e) { return; }"
                + " throw new IllegalStateException(\"connected\"); } }";
        CounterPack code = new CounterPack() {
            @Override
            public TestBundle bundle() {
                return super.bundle().component("org.acme.counter.CounterType$User", "", "org.gemello.spi.pack.PackServices");
            }
        }.members(user);
        StagedPack staged = platform.stage(new TestPack("1.0.0").code(code)
                .permissions("{points: {read: [\"*/*\"], write: [\"*/SUM\"]}, files: true}"));
        PackGrant grant = new PackGrant(List.of("*/*"), List.of("*/SUM"), List.of(), true, List.of(), 0);

        JobView job = platform.run(new PackRequest(Action.INSTALL, "counter", staged.handle(), grant, null));

        assertThat(job.state()).as(job.message()).isEqualTo(JobView.State.DONE);
        assertThat(platform.data().resolve("files/counter/note")).hasSize(3);
        await().until(() -> platform.audit.stream().anyMatch(event -> event.action().equals("pack.network") && event.object()
                .contains("example.com:443")));
        await().until(() -> platform.platform().health().text().contains("has been refused network"));
    }
}
