package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.twin.PartSpec;
import org.gemello.api.twin.TwinStatus;
import org.gemello.runtime.exchange.TwinOutlook;
import org.gemello.runtime.exchange.TypeExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A twin made of others hears of them what the log holds, in its order, each once. */
class PartsTest {
    private static final Set<String> WANTED = Set.of("power", "output", "seen", "total");
    @TempDir
    Path folder;
    private int next;

    private static MemorySite site(String... parts) {
        MemorySite site = new MemorySite().composite("sum", SummingType.ID, List.of(parts), Set.of(), MemorySite.point("sum/own", "kW", false));
        for (String twin : List.of("t1", "t2")) {
            site.twin(twin, CounterType.ID, MemorySite.point(twin + "/count", "1", false), MemorySite.point(twin + "/power", "kW", false));
        }
        return site;
    }

    private static Harness open(Path folder) throws Exception {
        return new Harness(folder, site("counter=t1", "counter=t2"));
    }

    private void count(Harness harness, int more) throws Exception {
        CompletableFuture<Long> last = null;
        for (int i = 0; i < more; i++, next++) {
            harness.appendLater(TraceId.random(), "t1/count", "1", next);
            harness.appendLater(TraceId.random(), "t2/power", "kW", next);
            last = harness.appendLater(TraceId.random(), "t2/count", "1", next);
        }
        last.get();
    }

    /** The log is quiet and the composite is where the fold over the log is. */
    private static void awaitFold(Harness harness) {
        await().untilAsserted(() -> {
            long fold = 1;
            for (LogRecord record : harness.records()) {
                if (record.entry() instanceof LogEntry.Samples samples) {
                    fold = fold(fold, samples.batch());
                }
            }
            assertThat(harness.value("sum", "fold")).isEqualTo((double) fold);
        });
    }

    private static long fold(long before, SampleBatch batch) {
        long fold = before;
        for (int row = 0; row < batch.size(); row++) {
            PointId point = batch.point(row);
            if (!point.twin().value().equals("sum") && WANTED.contains(point.name())) {
                boolean power = Set.of("power", "output").contains(point.name());
                String name = power ? "power" : "seen";
                double megawatts = batch.points().definition(batch.handle(row)).unit().equals("W") ? 1e-6 : 1e-3;
                fold = SummingType.fold(fold, point.twin() + "/" + name, batch.doubleValue(row) * (power ? megawatts : 1));
            } else if (point.toString().equals("sum/own")) {
                fold = SummingType.fold(fold, "sum/own", batch.doubleValue(row));
            }
        }
        return fold;
    }

    private static void assertEachCauseOnce(Harness harness) throws Exception {
        Set<String> causes = new HashSet<>();
        for (LogRecord record : harness.derived()) {
            if (record.entry() instanceof LogEntry.Samples samples) {
                assertThat(causes.add(samples.batch().point(0).twin() + " " + record.cause())).as("%s", record).isTrue();
            }
        }
    }

    @Test
    void aCompositeHearsWhatItsPartsMeasureAndDeriveInItsOwnUnits() throws Exception {
        try (Harness harness = open(folder)) {
            harness.runtime().addType(new CounterType());
            harness.runtime().addType(new SummingType());
            harness.append("t1/power", "kW", 1500);
            harness.append("t2/power", "kW", 500);
            harness.append("t1/count", "1", 7);
            await().until(() -> harness.value("sum", "heard") == 3);
            assertThat(harness.value("sum", "power")).isEqualTo(2, within(1e-12));
            assertThat(harness.twin("sum").state().get("table").value()).isEqualTo("{t1=1.5, t2=0.5}");
            assertThat(harness.twin("sum").state()).as("its own points only").containsOnlyKeys("power", "heard", "table", "fold");
            assertThat(harness.twin("sum").parts()).containsOnlyKeys("counter");
            assertThat(harness.twin("sum").parts().get("counter")).containsExactly(new TwinId("t1"), new TwinId("t2"));
            assertThat(harness.value("t1", "seen")).isEqualTo(1);
            assertEachCauseOnce(harness);
        }
    }

    @Test
    void ownValuesAndThoseOfPartsInOneBatchKeepTheirOrderAndOnlyOwnAreShown() throws Exception {
        try (Harness harness = open(folder)) {
            harness.runtime().addType(new SummingType());
            var rows = SampleBatch.builder(harness.log().points(), 4);
            long now = Times.now();
            for (String point : List.of("t1/power", "sum/own", "t1/count", "t2/power", "sum/own")) {
                int handle = harness.log().points().handle(new PointDefinition(PointId.parse(point), point.endsWith("count") ? "1" : "kW"));
                rows.add(handle, 100.0 + rows.size(), Quality.GOOD.code(), now, now);
            }
            harness.log().append(new LogEntry.Samples(rows.build()), TraceId.random()).get();
            await().until(() -> harness.value("sum", "heard") == 4);
            assertThat(harness.value("sum", "own")).isEqualTo(104);
            assertThat(harness.twin("sum").state()).doesNotContainKey("count");
            awaitFold(harness);
        }
    }

    @Test
    void theCompositeDoesNotMindWhenThePackOfItsPartsComes() throws Exception {
        try (Harness harness = open(folder)) {
            harness.runtime().addType(new SummingType());
            count(harness, 20);
            await().until(() -> harness.value("sum", "heard") == 20);
            CounterType counter = new CounterType();
            harness.runtime().addType(counter);
            await().until(() -> harness.value("sum", "heard") == 60);
            harness.runtime().removeType(counter);
            count(harness, 5);
            assertThat(harness.twin("t1").status()).isEqualTo(TwinStatus.PARKED);
            await().until(() -> harness.value("sum", "heard") == 65);
            harness.runtime().addType(new CounterType());
            await().until(() -> harness.value("sum", "heard") == 75);
            awaitFold(harness);
            assertEachCauseOnce(harness);
        }
    }

    @Test
    void afterACrashTheCompositeIsWhereTheLogSaysAndNothingIsDerivedTwice() throws Exception {
        Harness harness = open(folder);
        for (int crash = 0; crash < 4; crash++) {
            harness.runtime().addType(crash % 2 == 0 ? new CounterType() : new SummingType());
            harness.runtime().addType(crash % 2 == 0 ? new SummingType() : new CounterType());
            count(harness, 25);
            if (crash == 1) {
                harness.restart();
            } else {
                harness.crash();
                harness.start();
            }
        }
        harness.runtime().addType(new SummingType());
        harness.runtime().addType(new CounterType());
        await().until(() -> harness.value("t1", "seen") == next && harness.value("t2", "seen") == next);
        awaitFold(harness);
        assertEachCauseOnce(harness);
        harness.close();
    }

    @Test
    void anExchangeOfPartsDoesNotDisturbTheComposite() throws Exception {
        try (Harness harness = open(folder)) {
            harness.runtime().addType(new CounterType());
            harness.runtime().addType(new SummingType());
            count(harness, 10);
            TypeExchange.Cut cut = harness.cut(new SecondCounter());
            assertThat(harness.twin("sum").status()).isEqualTo(TwinStatus.RUNNING);
            count(harness, 10);
            await().until(() -> harness.value("t2", "total") == next);
            cut.rollBack();
            count(harness, 10);
            await().until(() -> harness.value("t2", "seen") == next);
            harness.cut(new SecondCounter()).confirm();
            count(harness, 10);
            awaitFold(harness);
            assertThat(harness.value("sum", "heard")).isEqualTo(3.0 * next);
            assertEachCauseOnce(harness);
        }
    }

    @Test
    void aCompositeIsExchangedWhileItsPartsGoOn() throws Exception {
        try (Harness harness = open(folder)) {
            harness.runtime().addType(new CounterType());
            harness.runtime().addType(new SummingType("first"));
            count(harness, 20);
            TypeExchange.Shadow shadow = harness.exchange().shadow(List.of(new SummingType("second")));
            count(harness, 20);
            awaitFold(harness);
            await().until(() -> shadow.report().compared() > 0 && shadow.report().following() == 1);
            assertThat(shadow.report().different()).as("it hears what the serving one hears").isZero();
            TypeExchange.Cut cut = shadow.cut();
            count(harness, 20);
            cut.confirm();
            awaitFold(harness);
            assertThat(harness.twin("sum").model().title()).isEqualTo("second");
            assertThat(harness.value("sum", "heard")).isEqualTo(3.0 * next);
            assertEachCauseOnce(harness);
        }
    }

    @Test
    void aTwinMayBeAPartOfSeveralAndACompositeAPartOfAnother() throws Exception {
        MemorySite site = site("counter=t1", "counter=t2").composite("also", SummingType.ID, List.of("counter=t2"), Set.of())
                .composite("over", RelayType.ID, List.of("sum=also", "sum=sum"), Set.of());
        try (Harness harness = new Harness(folder, site)) {
            harness.runtime().addType(new RelayType());
            harness.runtime().addType(new SummingType());
            harness.append("t1/power", "kW", 1000);
            harness.append("t2/power", "kW", 500);
            await().until(() -> harness.value("over", "total") == 2);
            assertThat(harness.value("sum", "power")).isEqualTo(1.5);
            assertThat(harness.value("also", "power")).isEqualTo(0.5);
            harness.crash();
            harness.start();
            harness.runtime().addType(new SummingType());
            harness.runtime().addType(new RelayType());
            harness.append("t2/power", "kW", 1500);
            await().until(() -> harness.value("over", "total") == 4);
            assertEachCauseOnce(harness);
        }
    }

    @Test
    void anOutlookSaysWhatBecomesOfTheRoles() throws Exception {
        try (Harness harness = open(folder)) {
            harness.runtime().addType(new SummingType());
            SummingType without = new SummingType("without", List.of(new PartSpec("tank", "Tanks", List.of(), List.of(), 1, 2)));
            TwinOutlook outlook = harness.exchange().outlook(List.of(without)).get(0);
            assertThat(outlook.possible()).isFalse();
            assertThat(outlook.how()).contains("has parts in the role 'counter', which test/summing does not have; write one of [tank]");
            assertThat(outlook.model()).contains("role tank of parts is added; at least 1 are wanted").anyMatch(words -> words.startsWith("role counter of parts is removed"));
        }
    }

    @Test
    void whatTheSiteGivesAgainstTheModelParksTheCompositeWithPlaceAndRemedy() throws Exception {
        assertThat(reason(site("counter=t1", "mast=t2"))).isEqualTo("twins/test.yaml:1:3: twin 'sum' has parts in the role 'mast', which "
                + "test/summing does not have; write one of [counter]");
        assertThat(reason(site())).contains("has 0 parts in the role 'counter'", "wants 1 to 3");
        assertThat(reason(site("counter=t9"))).contains("names 't9' as its counter, which is no twin of this site; define it in twins/");
        assertThat(reason(site("counter=other").twin("other", "test/other"))).contains("of type test/other; it takes [test/counter]");
        assertThat(reason(site("counter=t3").twin("t3", CounterType.ID, MemorySite.point("t3/power", "m", false))))
                .contains("wants power of its parts in 'MW', and t3/power is bound in 'm'", "correct the binding");
    }

    private String reason(MemorySite site) throws Exception {
        try (Harness harness = new Harness(folder.resolve("site" + next++), site)) {
            harness.runtime().addType(new SummingType());
            assertThat(harness.twin("sum").status()).isEqualTo(TwinStatus.PARKED);
            return harness.twin("sum").reason();
        }
    }
}
