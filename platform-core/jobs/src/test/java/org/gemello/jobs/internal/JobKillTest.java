package org.gemello.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gemello.api.job.JobView;
import org.gemello.api.job.JobView.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed while jobs run, as by {@code kill -9}. */
class JobKillTest {
    @TempDir
    Path folder;

    /** Does one job, lets a second one come half way, and says so. */
    public static final class Victim {
        private Victim() {
        }

        public static void main(String[] arguments) throws Exception {
            CountDownLatch asked = new CountDownLatch(1);
            JobRunner jobs = new JobRunner(Path.of(arguments[0]), 1, 10, Duration.ofSeconds(1));
            jobs.start("history-export", "done", "olga", progress -> "exports/done");
            jobs.start("history-export", "half", "olga", progress -> {
                asked.await();
                progress.at(0.5, "wt-02 of 4 twins");
                System.out.println("half way");
                Thread.sleep(TimeUnit.MINUTES.toMillis(10));
                return "never";
            });
            jobs.start("history-export", "waits", "olga", progress -> "");
            asked.countDown();
            Thread.sleep(TimeUnit.MINUTES.toMillis(10));
        }
    }

    @Test
    void whatRanIsShownWithHowFarItHadCome() throws IOException, InterruptedException {
        Path file = folder.resolve("jobs.list");
        Process victim = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"),
                Victim.class.getName(), file.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            assertThat(victim.inputReader().readLine()).isEqualTo("half way");
        } finally {
            victim.destroyForcibly().waitFor();
        }
        try (JobRunner next = new JobRunner(file, 1, 10, Duration.ofSeconds(1))) {
            assertThat(next.jobs()).extracting(JobView::title).containsExactly("waits", "half", "done");
            JobView waiting = next.jobs().get(0);
            assertThat(waiting.state()).isEqualTo(State.FAILED);
            assertThat(waiting.message()).isEqualTo("interrupted by a restart");
            JobView half = next.jobs().get(1);
            assertThat(half.state()).isEqualTo(State.FAILED);
            assertThat(half.progress()).isEqualTo(0.5);
            assertThat(half.message()).isEqualTo("interrupted by a restart; it was at: wt-02 of 4 twins");
            assertThat(half.ended()).isNotNull();
            JobView done = next.jobs().get(2);
            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(done.result()).isEqualTo("exports/done");
        }
    }
}
