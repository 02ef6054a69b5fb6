package org.gemello.packs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.job.JobView;
import org.gemello.api.pack.PackGrant;
import org.gemello.api.pack.PackOperation.Outcome;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.pack.PackRequest;
import org.gemello.api.pack.PackRequest.Action;
import org.gemello.api.pack.PackSignature;
import org.gemello.api.pack.PackState;
import org.gemello.api.pack.StagedPack;
import org.gemello.gpack.PackKeys;
import org.gemello.security.AuditEvent;
import org.junit.jupiter.api.Test;

/** What may not be done with a pack is refused, each with its sentence. */
class RefusalTest extends PackPlatformTest {
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
    void aGrantMayBeSmallerThanWhatIsAskedAndIsThenAnObstacle() throws Exception {
        StagedPack staged = platform.stage(new TestPack("1.0.0"));
        JobView job = platform.run(new PackRequest(Action.INSTALL, "counter", staged.handle(), PackGrant.NONE, null));
        assertThat(job.message()).contains("read */*").contains("write */SUM");
        assertThat(platform.packs().packs()).isEmpty();
    }
}
