package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.twin.TwinStatus;
import org.gemello.runtime.exchange.TypeExchange;
import org.gemello.spi.TwinType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever step of an exchange the platform dies at, and whichever version comes back: nothing is lost, nothing done twice. */
class ExchangeCrashTest {
    @TempDir
    Path folder;
    private MemorySite site;
    private int next;

    @BeforeEach
    void site() {
        site = new MemorySite().twin("t1", CounterType.ID, MemorySite.point("t1/count", "1", false));
    }

    private void count(Harness harness, int more) throws Exception {
        for (int i = 0; i < more; i++) {
            harness.appendLater(TraceId.random(), "t1/count", "1", next++).get();
        }
    }

    private static void awaitAll(Harness harness, String point) throws Exception {
        int inputs = harness.inputs();
        await().until(() -> harness.value("t1", point) == inputs);
    }

    /** What a crash at this moment would leave on disk. */
    private void copy(Map<String, Path> steps, String step) throws IOException {
        Path to = folder.resolve(step.replace(' ', '-'));
        try (Stream<Path> files = Files.walk(folder.resolve("live"))) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(folder.resolve("live").relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        steps.put(step, to);
    }

    @Test
    void eitherVersionGoesOnFromWhatACrashLeavesAtAnyStep() throws Exception {
        Map<String, Path> steps = new LinkedHashMap<>();
        Path live = Files.createDirectories(folder.resolve("live"));
        try (Harness harness = new Harness(live, site)) {
            harness.runtime().addType(new CounterType());
            count(harness, 20);
            awaitAll(harness, "seen");
            copy(steps, "before");
            TypeExchange.Shadow shadow = harness.exchange().shadow(List.of(new SecondCounter()));
            await().until(() -> shadow.report().following() == 1);
            count(harness, 5);
            copy(steps, "shadow");
            TypeExchange.Cut first = shadow.cut();
            copy(steps, "cut");
            count(harness, 5);
            awaitAll(harness, "total");
            copy(steps, "cut and inputs");
            first.rollBack();
            copy(steps, "rolled back");
            count(harness, 5);
            awaitAll(harness, "seen");
            TypeExchange.Cut second = harness.cut(new SecondCounter());
            count(harness, 5);
            copy(steps, "second cut");
            second.confirm();
            copy(steps, "confirmed");
            count(harness, 5);
            awaitAll(harness, "total");
            TypeExchange.Cut third = harness.cut(new CounterType());
            copy(steps, "downgraded");
            third.confirm();
            count(harness, 5);
            awaitAll(harness, "seen");
            harness.cut(new SecondCounter()).confirm();
            copy(steps, "upgraded again");
        }
        for (Map.Entry<String, Path> step : steps.entrySet()) {
            goesOn(step.getKey(), step.getValue(), new CounterType(), "seen", "holes");
            goesOn(step.getKey(), step.getValue(), new SecondCounter(), "total", "lost");
        }
    }

    /** On the same folder one after the other: that is a down- or upgrade too. */
    private void goesOn(String step, Path left, TwinType<?> version, String seen, String lost) throws Exception {
        try (Harness harness = new Harness(left, site)) {
            next = harness.inputs();
            harness.runtime().addType(version);
            count(harness, 3);
            await(step).until(() -> harness.value("t1", seen) == next);
            assertThat(harness.twin("t1").status()).as(step).isIn(TwinStatus.RUNNING, TwinStatus.CATCHING_UP);
            assertThat(harness.value("t1", lost)).as(step).isZero();
            await(step).untilAsserted(() -> harness.assertEachInputDerivedOnce(next));
        }
    }

    @Test
    void anImageIsKeptForEachSchemaAndADowngradeGoesBackToItsOwn() {
        KeptImages kept = new KeptImages();
        for (int schema = 1; schema <= 3; schema++) {
            kept.keep(image(schema, 100L * schema));
        }
        assertThat(kept.choose(3, 0)).map(StateImage::applied).hasValue(300L);
        assertThat(kept.choose(2, 0)).map(StateImage::applied).hasValue(200L);
        assertThat(kept.choose(5, 0)).map(StateImage::schema).hasValue(3);
        kept.keep(image(1, 400));
        assertThat(kept.choose(3, 301)).map(StateImage::schema).as("the log still reaches from 301").hasValue(3);
        assertThat(kept.choose(3, 302)).map(StateImage::schema).as("the log reaches from 302 only").hasValue(1);
        assertThat(kept.choose(2, 500)).map(StateImage::schema).as("the newest where the log reaches from none").hasValue(1);
        kept.keep(image(4, 10));
        kept.keep(image(5, 500));
        assertThat(kept.all()).hasSize(KeptImages.SCHEMAS).extracting(StateImage::schema).containsExactly(1, 2, 3, 5);
    }

    private static StateImage image(int schema, long applied) {
        return new StateImage(new TwinId("t1"), schema, new byte[0], applied, applied, applied, applied, List.of(), List.of(), List.of());
    }
}
