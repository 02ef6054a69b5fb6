package org.gemello.jobs.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.gemello.api.job.JobView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All jobs that are remembered, in memory and on disk. Of those that have ended the oldest are forgotten. Safe for many threads. */
final class JobList {
    private static final Logger LOG = LoggerFactory.getLogger(JobList.class);
    /** Ended jobs that are remembered. */
    static final int KEPT = 200;
    private final JobFile file;
    private final ArrayDeque<Job> jobs = new ArrayDeque<>();
    private boolean closed;

    JobList(JobFile file) throws IOException {
        this.file = file;
        file.read().forEach(view -> jobs.add(Job.remembered(view)));
        save();
    }

    synchronized void add(Job job) {
        jobs.add(job);
        save();
    }

    /** Takes a job out that could not be started after all. */
    synchronized void remove(Job job) {
        jobs.remove(job);
        save();
    }

    /** Writes what has changed. A disk that cannot take it costs the memory of jobs, not the jobs. */
    synchronized void save() {
        if (closed) {
            return;
        }
        forgetOldest();
        try {
            file.write(jobs.stream().map(Job::view).toList());
        } catch (IOException e) {
            LOG.error("the list of jobs cannot be written; a restart will not remember them", e);
        }
    }

    private void forgetOldest() {
        long ended = jobs.stream().filter(job -> job.view().state().isEnd()).count();
        for (Iterator<Job> oldest = jobs.iterator(); ended > KEPT;) {
            if (oldest.next().view().state().isEnd()) {
                oldest.remove();
                ended--;
            }
        }
    }

    synchronized Optional<Job> job(String id) {
        return jobs.stream().filter(job -> job.view().id().equals(id)).findFirst();
    }

    /** The newest first. */
    synchronized List<JobView> views() {
        List<JobView> views = new ArrayList<>(jobs.stream().map(Job::view).toList());
        Collections.reverse(views);
        return views;
    }

    /** Writes for the last time: a job that outlives this list must not change the file under the next one. */
    synchronized void close() {
        save();
        closed = true;
    }

    synchronized List<Job> unfinished() {
        return jobs.stream().filter(job -> !job.view().state().isEnd()).toList();
    }
}
