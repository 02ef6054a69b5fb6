package org.gemello.packs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gemello.api.pack.PackOffer;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.pack.PackRequest;
import org.gemello.api.pack.PackRequest.Action;
import org.gemello.gpack.PackKeys;
import org.gemello.gpack.RepositoryIndex;
import org.junit.jupiter.api.Test;

/** The other ways by which packs come: watched folder, with the platform, from repositories. */
class IntakeTest extends FrameworkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aFileInTheWatchedFolderWaitsForItsGrantAndAnUpdateWithinItGoesByItself() throws Exception {
        try (TestPlatform platform = new TestPlatform(framework, folder).start().trustAcme()) {
            Files.createDirectories(platform.config());
            Files.copy(new TestPack("1.0.0").write(folder.resolve("built")), platform.config().resolve("counter.gpack"));
            await().until(() -> platform.alarms.containsKey("packs.folder.counter.gpack"));
            String alarm = platform.alarms.get("packs.folder.counter.gpack");
            assertThat(platform.packs().staged()).singleElement().satisfies(staged -> assertThat(alarm).contains(staged.handle())
                    .contains("read */*"));
            platform.run(new PackRequest(Action.INSTALL, "counter", platform.packs().staged().get(0).handle(), TestPlatform.ASKED, null));
            assertThat(platform.serving()).isEqualTo(1);

            Path update = new TestPack("2.0.0").code(new CounterPack().schema(2)).schema(2).write(folder.resolve("built"));
            byte[] bytes = Files.readAllBytes(update);
            Path target = platform.config().resolve("update.gpack");
            Files.write(target, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            Files.write(target, bytes);
            await().until(() -> platform.serving() == 2);
            await().until(() -> platform.jobs().jobs().stream().allMatch(job -> job.state().isEnd()));
            long operations = platform.packs().operations().size();
            assertThat(operations).isEqualTo(2);
        }
        try (TestPlatform again = new TestPlatform(framework, folder).start()) {
            await().pollDelay(Duration.ofSeconds(5)).atMost(PATIENCE).until(() -> again.serving() == 2);
            assertThat(again.packs().operations()).as("each file is taken once").hasSize(2);
        }
    }

    @Test
    void packsOfThePlatformAreInstalledOnceAndANewerOneIsOffered() throws Exception {
        Path shipped = Files.createDirectories(folder.resolve("shipped"));
        Files.move(new TestPack("1.0.0").write(folder.resolve("built")), shipped.resolve("counter.gpack"));
        Files.writeString(shipped.resolve("acme.pem"), PackKeys.publicPem(TestPack.KEY.getPublic()));
        try (TestPlatform platform = new TestPlatform(framework, folder).with("shipped", shipped.toString()).start()) {
            assertThat(platform.serving()).isEqualTo(1);
            assertThat(platform.packs().pack("counter").orElseThrow().grant()).isEqualTo(TestPlatform.ASKED);
            assertThat(platform.packs().publishers()).singleElement().satisfies(publisher -> assertThat(publisher.builtIn()).isTrue());
        }
        Files.copy(new TestPack("2.0.0").code(new CounterPack().schema(2)).schema(2).write(folder.resolve("built")),
                shipped.resolve("counter.gpack"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (TestPlatform platform = new TestPlatform(framework, folder).with("shipped", shipped.toString()).start()) {
            assertThat(platform.serving()).isEqualTo(1);
            assertThat(platform.packs().search("count")).extracting(PackOffer::version, PackOffer::note).containsExactly(
                    org.assertj.core.api.Assertions.tuple("2.0.0", "1.0.0 is installed"));
        }
        try (TestPlatform platform = new TestPlatform(framework, folder).with("shipped", shipped.toString()).with("update-shipped",
                "install").start()) {
            assertThat(platform.serving()).isEqualTo(2);
            platform.run(new PackRequest(Action.REMOVE, "counter", "", null, null));
        }
        try (TestPlatform platform = new TestPlatform(framework, folder).with("shipped", shipped.toString()).with("update-shipped",
                "install").start()) {
            assertThat(platform.packs().packs()).as("who removes it is not brought it again").isEmpty();
        }
    }

    @Test
    void aRepositoryOnAStick() throws Exception {
        Path stick = Files.createDirectories(folder.resolve("stick"));
        Files.copy(new TestPack("1.0.0").write(folder.resolve("built")), stick.resolve("counter-1.0.0.gpack"));
        RepositoryIndex.of(stick, "acme").write(stick, TestPack.KEY);
        try (TestPlatform platform = new TestPlatform(framework, folder).with("repositories", "stick=" + stick).start()) {
            assertThat(platform.packs().search("")).as("its index is signed by nobody who is trusted").isEmpty();
            platform.trustAcme();
            assertThat(platform.packs().search("adds up")).singleElement().satisfies(offer -> {
                assertThat(offer.repository()).isEqualTo("stick");
                assertThat(offer.compatible()).isTrue();
            });
            String handle = platform.packs().fetch("stick", "counter", "1.0.0", TestPlatform.ADMIN).handle();
            platform.run(new PackRequest(Action.INSTALL, "counter", handle, TestPlatform.ASKED, null));
            assertThat(platform.serving()).isEqualTo(1);
            assertThatThrownBy(() -> platform.packs().fetch("stick", "counter", "9.0.0", TestPlatform.ADMIN))
                    .isInstanceOf(PackRefusedException.class);
            Files.write(stick.resolve("counter-1.0.0.gpack"), new byte[] {1});
            assertThatThrownBy(() -> platform.packs().fetch("stick", "counter", "1.0.0", TestPlatform.ADMIN))
                    .isInstanceOf(PackRefusedException.class);
        }
        assertThatThrownBy(() -> new TestPlatform(framework, folder).with("repositories", "far=http://192.0.2.1/packs").start())
                .hasMessageContaining("without encryption");
    }
}
