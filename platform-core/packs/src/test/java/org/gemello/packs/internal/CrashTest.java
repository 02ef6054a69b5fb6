package org.gemello.packs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.gemello.api.job.JobView;
import org.gemello.api.pack.PackOperation.Outcome;
import org.gemello.api.pack.PackRequest;
import org.gemello.api.pack.PackRequest.Action;
import org.gemello.api.pack.PackState;
import org.gemello.packs.internal.store.Journal.Stage;
import org.junit.jupiter.api.Test;

/** What the disk holds at every stage is what a kill leaves there: from each of these the old version comes back or the new one, whole. */
class CrashTest extends FrameworkTest {

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies of the folder by stage, made while the operation goes on. */
    private Map<Stage, Path> duringAn(String name, boolean fails, Action action) throws Exception {
        Map<Stage, Path> copies = new LinkedHashMap<>();
        Path own = folder.resolve(name);
        TestPlatform[] platform = new TestPlatform[1];
        boolean[] watching = new boolean[1];
        platform[0] = new TestPlatform(framework, own).start(stage -> {
            if (watching[0]) {
                Path copy = folder.resolve(name + '-' + stage);
                copy(platform[0].data(), copy.resolve("data/packs"));
                copies.put(stage, copy);
            }
        }).trustAcme();
        try {
            platform[0].install(new TestPack("1.0.0"));
            assertThat(platform[0].serving()).isEqualTo(1);
            watching[0] = true;
            platform[0].exchange.errors = fails ? 3 : 0;
            JobView job = action == Action.REMOVE ? platform[0].run(new PackRequest(Action.REMOVE, "counter", "", null, null))
                    : platform[0].install(new TestPack("2.0.0").code(new CounterPack().schema(2)).schema(2));
            assertThat(job.state()).as(job.message()).isEqualTo(fails ? JobView.State.FAILED : JobView.State.DONE);
        } finally {
            platform[0].close();
        }
        return copies;
    }

    private int schemaAfter(Path copy, boolean fails) throws Exception {
        TestPlatform again = new TestPlatform(framework, copy);
        again.exchange.errors = fails ? 3 : 0;
        try (again) {
            again.start();
            int schema = again.serving();
            assertThat(again.packs().pack("counter").map(pack -> pack.state())).isEqualTo(schema == 0 ? java.util.Optional.empty()
                    : java.util.Optional.of(PackState.ACTIVE));
            assertThat(again.data().resolve("journal/intent.json")).doesNotExist();
            assertThat(again.packs().operations()).noneMatch(operation -> operation.outcome() == Outcome.UNDER_WAY);
            return schema;
        }
    }

    @Test
    void anUpdateThatIsKilledEndsInTheOldOrTheNewVersion() throws Exception {
        Map<Stage, Path> copies = duringAn("update", false, Action.INSTALL);
        assertThat(copies).containsOnlyKeys(Stage.LOAD, Stage.SHADOW, Stage.CUT, Stage.CONFIRM, Stage.RETIRE);
        Map<Stage, Integer> expected = Map.of(Stage.LOAD, 1, Stage.SHADOW, 1, Stage.CUT, 1, Stage.CONFIRM, 2, Stage.RETIRE, 2);
        for (Map.Entry<Stage, Path> copy : copies.entrySet()) {
            assertThat(schemaAfter(copy.getValue(), false)).as(copy.getKey().toString()).isEqualTo(expected.get(copy.getKey()));
        }
    }

    @Test
    void anUpdateThatWasNotConfirmedIsWatchedAgainAndGoesBack() throws Exception {
        Map<Stage, Path> copies = duringAn("failing", true, Action.INSTALL);
        assertThat(copies).containsOnlyKeys(Stage.LOAD, Stage.SHADOW, Stage.CUT, Stage.CONFIRM);
        TestPlatform again = new TestPlatform(framework, copies.get(Stage.CONFIRM));
        again.exchange.parked = "t-1: it threw";
        try (again) {
            again.start();
            assertThat(again.serving()).isEqualTo(1);
            assertThat(again.packs().operations()).anyMatch(operation -> operation.action() == Action.ROLLBACK
                    && operation.outcome() == Outcome.DONE);
        }
    }

    @Test
    void aRemovalThatIsKilledEndsInTheOldVersionOrNone() throws Exception {
        Map<Stage, Path> copies = duringAn("removal", false, Action.REMOVE);
        assertThat(schemaAfter(copies.get(Stage.CUT), false)).isEqualTo(1);
        assertThat(schemaAfter(copies.get(Stage.RETIRE), false)).isZero();
    }
}
