package org.gemello.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.gemello.api.job.JobView;
import org.gemello.api.job.JobView.State;
import org.gemello.api.job.Jobs.Progress;
import org.gemello.api.job.Jobs.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobRunnerTest {
    @TempDir
    Path folder;
    private JobRunner jobs;
    private final CountDownLatch go = new CountDownLatch(1);

    @BeforeEach
    void open() throws IOException {
        jobs = open(folder.resolve("jobs.list"));
    }

    private static JobRunner open(Path file) throws IOException {
        return new JobRunner(file, 1, 2, Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
        go.countDown();
        jobs.close();
    }

    /** Works until it may end or is asked to. */
    private String untilTold(Progress progress) throws InterruptedException {
        progress.at(0.25, "a quarter");
        while (!go.await(5, TimeUnit.MILLISECONDS)) {
            progress.checkCancelled();
        }
        return "exports/one";
    }

    private JobView start(String title, Work work) {
        return jobs.start("history-export", title, "anna", work);
    }

    private void awaitState(JobView job, State state) {
        await().until(() -> jobs.job(job.id()).orElseThrow().state() == state);
    }

    @Test
    void aJobTellsItsProgressAndItsResult() {
        JobView job = start("boiler", this::untilTold);
        await().until(() -> jobs.job(job.id()).orElseThrow().progress() == 0.25);
        assertThat(jobs.job(job.id()).orElseThrow().message()).isEqualTo("a quarter");
        go.countDown();
        awaitState(job, State.DONE);
        JobView done = jobs.job(job.id()).orElseThrow();
        assertThat(done.result()).isEqualTo("exports/one");
        assertThat(done.progress()).isEqualTo(1);
        assertThat(done.caller()).isEqualTo("anna");
        assertThat(done.ended()).isAfterOrEqualTo(done.started());
    }

    @Test
    void aFailureIsSaidInWords() {
        JobView job = start("boiler", progress -> {
            throw new IOException("no space left on device");
        });
        awaitState(job, State.FAILED);
        assertThat(jobs.job(job.id()).orElseThrow().message()).isEqualTo("no space left on device");
    }

    @Test
    void whatIsTooMuchWaitsAndThenIsRefused() {
        JobView running = start("first", this::untilTold);
        awaitState(running, State.RUNNING);
        JobView second = start("second", progress -> "");
        start("third", progress -> "");
        assertThat(jobs.job(second.id()).orElseThrow().state()).isEqualTo(State.WAITING);
        assertThatThrownBy(() -> start("fourth", progress -> "")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2 jobs wait already");
        assertThat(jobs.jobs()).extracting(JobView::title).containsExactly("third", "second", "first");
        go.countDown();
        awaitState(second, State.DONE);
    }

    @Test
    void aRunningJobEndsWhereItLooksForIt() {
        JobView job = start("boiler", this::untilTold);
        awaitState(job, State.RUNNING);
        assertThat(jobs.cancel(job.id())).isTrue();
        awaitState(job, State.CANCELLED);
        assertThat(jobs.cancel(job.id())).isFalse();
        assertThat(jobs.cancel("unknown")).isFalse();
    }

    @Test
    void aWaitingJobThatIsCancelledNeverBegins() {
        AtomicBoolean begun = new AtomicBoolean();
        awaitState(start("first", this::untilTold), State.RUNNING);
        JobView second = start("second", progress -> {
            begun.set(true);
            return "";
        });
        assertThat(jobs.cancel(second.id())).isTrue();
        JobView third = start("third", progress -> "");
        go.countDown();
        awaitState(third, State.DONE);
        assertThat(begun).isFalse();
        assertThat(jobs.job(second.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void endedJobsAreRememberedOverARestart() throws IOException {
        JobView done = start("with\ttab, \\ and\nline feed", progress -> "exports/one");
        awaitState(done, State.DONE);
        JobView asEnded = jobs.job(done.id()).orElseThrow();
        jobs.close();
        jobs = open(folder.resolve("jobs.list"));
        assertThat(jobs.jobs()).containsExactly(asEnded);
    }

    @Test
    void whatACrashInterruptedIsShownAsFailed() throws IOException {
        JobView running = start("first", this::untilTold);
        awaitState(running, State.RUNNING);
        JobView waiting = start("second", progress -> "");
        Path afterCrash = folder.resolve("crash").resolve("jobs.list");
        Files.createDirectories(afterCrash.getParent());
        Files.copy(folder.resolve("jobs.list"), afterCrash);
        try (JobRunner next = open(afterCrash)) {
            assertThat(next.jobs()).extracting(JobView::id).containsExactly(waiting.id(), running.id());
            assertThat(next.jobs()).allSatisfy(job -> {
                assertThat(job.state()).isEqualTo(State.FAILED);
                assertThat(job.message()).startsWith("interrupted by a restart");
                assertThat(job.ended()).isNotNull();
            });
        }
    }

    @Test
    void closingAsksJobsToEndAndSaysThatARestartDidIt() {
        JobView running = start("first", this::untilTold);
        awaitState(running, State.RUNNING);
        JobView waiting = start("second", progress -> "");
        jobs.close();
        assertThat(jobs.job(running.id()).orElseThrow().message()).isEqualTo("interrupted by a restart");
        assertThat(jobs.job(waiting.id()).orElseThrow().message()).isEqualTo("interrupted by a restart");
        assertThatThrownBy(() -> start("late", progress -> "")).hasMessageContaining("the platform is stopping");
    }

    @Test
    void theOldestEndedJobsAreForgotten() throws IOException {
        Path full = folder.resolve("full.list");
        new JobFile(full).write(IntStream.range(0, JobList.KEPT).mapToObj(i -> ended("job " + i)).toList());
        jobs.close();
        jobs = open(full);
        awaitState(start("one more", progress -> ""), State.DONE);
        JobView last = start("the last", progress -> "");
        awaitState(last, State.DONE);
        assertThat(jobs.jobs()).hasSize(JobList.KEPT).extracting(JobView::title).startsWith("the last", "one more", "job " + (JobList.KEPT - 1))
                .endsWith("job 2");
    }

    private static JobView ended(String title) {
        Job job = Job.asked(title, "history-export", title, "anna");
        job.begin();
        job.end(State.DONE, "", "");
        return job.view();
    }

    @Test
    void aDamagedListIsReadAsFarAsItGoes() throws IOException {
        JobView done = start("good", progress -> "x");
        awaitState(done, State.DONE);
        jobs.close();
        Path file = folder.resolve("jobs.list");
        Files.writeString(file, Files.readString(file) + "half a li");
        jobs = open(file);
        assertThat(jobs.jobs()).extracting(JobView::title).containsExactly("good");
        jobs.close();
        Files.write(file, new byte[] {0, 1, 2});
        jobs = open(file);
        assertThat(jobs.jobs()).isEmpty();
    }
}
