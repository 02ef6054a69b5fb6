package org.gemello.packs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.gemello.api.job.JobView;
import org.gemello.api.pack.PackGrant;
import org.gemello.api.pack.PackOperation;
import org.gemello.api.pack.PackOperation.Outcome;
import org.gemello.api.pack.PackRequest;
import org.gemello.api.pack.PackRequest.Action;
import org.gemello.api.pack.PackState;
import org.gemello.api.pack.StagedPack;
import org.gemello.api.pack.ViewFile;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** Packs come, serve, are seen and go. */
class InstallTest extends PackPlatformTest {
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

        await().until(() -> platform.alarms.getOrDefault("packs.counter.twins", ""),
                alarm -> alarm.startsWith("pack counter 1.0.0: ") && alarm.contains("holds a mailbox: t-1 for 7000 ms") && alarm.contains("t-2: its behaviour"));

        platform.exchange.holding = "";
        platform.exchange.parked = "";
        await().until(() -> !platform.alarms.containsKey("packs.counter.twins"));
    }

    @Test
    void anUpdateOfItsBundleByHandReadsTheKeptFile() throws Exception {
        platform.install(new TestPack("1.0.0"));
        Bundle bundle = Arrays.stream(framework.context().getBundles()).filter(each -> each.getLocation().startsWith("gpack:counter@1.0.0")).findFirst()
                .orElseThrow();
        long before = bundle.getLastModified();

        bundle.update();

        assertThat(bundle.getLastModified()).isGreaterThan(before);
        await().untilAsserted(() -> assertThat(platform.serving()).isEqualTo(1));
        assertThatThrownBy(() -> new URL("gpack:counter@9.9.9+00000000/bundles/none.jar").openStream()).hasMessageContaining("is not kept any more");
    }

    @Test
    void aTwinThatCannotBeginDoesNotKeepAFirstInstallationOut() throws Exception {
        platform.exchange.impossible = 1;
        platform.exchange.parked = "t-1: its configuration is wrong";
        JobView job = platform.install(new TestPack("1.0.0"));
        assertThat(job.state()).as(job.message()).isEqualTo(JobView.State.DONE);
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
