package org.gemello.packs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gemello.api.job.JobView;
import org.gemello.api.pack.PackLogFilter;
import org.gemello.api.pack.PackLogLine;
import org.gemello.api.pack.PackRequest;
import org.gemello.api.pack.PackRequest.Action;
import org.gemello.packs.internal.bundle.TestFramework;
import org.gemello.spi.TwinType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack in a process of its own goes the same way as all others. */
class WorkerPackTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().descendants().filter(process -> process.info().commandLine().orElse("").contains("ChildMain")
                || process.info().command().orElse("").endsWith("java")).toList();
    }

    @Test
    void itServesComesBackAfterItsDeathAndGoes(@TempDir Path cache, @TempDir Path folder) throws Exception {
        try (TestFramework framework = new TestFramework(cache); TestPlatform platform = new TestPlatform(framework, folder)
                .with("confirm", "500 ms").start()) {
            platform.trustAcme();
            JobView job = platform.install(new TestPack("1.0.0").code(new CounterPack().plain()
                    .members("static { org.slf4j.LoggerFactory.getLogger(CounterType.class).warn(\"here I am\"); }")).inWorker());
            assertThat(job.state()).as(job.message()).isEqualTo(JobView.State.DONE);
            assertThat(platform.serving()).isEqualTo(1);
            assertThat(List.of(framework.context().getBundles())).noneMatch(bundle -> bundle.getLocation().startsWith("gpack:"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(platform.packs().log("counter", PackLogFilter.ALL))
                    .anySatisfy(line -> {
                        assertThat(line.message()).isEqualTo("here I am");
                        assertThat(line.level()).isEqualTo(PackLogLine.Level.WARN);
                        assertThat(line.logger()).isEqualTo("org.acme.counter.CounterType");
                        assertThat(line.version()).isEqualTo("1.0.0");
                    }));
            TwinType<?> before = platform.exchange.serving.get(CounterPack.TYPE);
            assertThat(children()).isNotEmpty();

            children().forEach(ProcessHandle::destroyForcibly);

            await().atMost(PATIENCE).until(() -> platform.serving() == 1 && platform.exchange.serving.get(CounterPack.TYPE) != before);
            assertThat(platform.run(new PackRequest(Action.REMOVE, "counter", "", null, null)).state()).isEqualTo(JobView.State.DONE);
            assertThat(platform.serving()).isZero();
            await().atMost(PATIENCE).until(() -> children().isEmpty());
        }
    }
}
