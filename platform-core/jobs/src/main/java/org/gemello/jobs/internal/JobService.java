package org.gemello.jobs.internal;

import java.io.IOException;
import java.time.Duration;
import org.gemello.api.Folders;
import org.gemello.api.job.Jobs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Jobs as a service: two at once, a hundred may wait, remembered in {@code jobs} of the data. */
@Component(service = Jobs.class)
public final class JobService extends JobRunner {

    /** @throws IOException where the data folder cannot be read */
    @Activate
    public JobService() throws IOException {
        super(Folders.data().resolve("jobs").resolve("jobs.list"), 2, 100, Duration.ofSeconds(10));
    }

    @Override
    @Deactivate
    public void close() {
        super.close();
    }
}
