package org.gemello.api.job;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Long work of the platform: exports, imports, backups. Finished jobs are remembered over a restart. Safe for use by many threads. */
@ProviderType
public interface Jobs {

    /**
     * Starts work on a thread of its own; few run at once, the others wait in state WAITING.
     *
     * @param kind   such as {@code history-export}
     * @param title  for people
     * @param caller who asked
     */
    JobView start(String kind, String title, String caller, Work work);

    /** The newest first. */
    List<JobView> jobs();

    Optional<JobView> job(String id);

    /**
     * Asks a job to end; it does so at its next {@link Progress#checkCancelled}.
     *
     * @return false where there is no such job or it has ended already
     */
    boolean cancel(String id);

    /** The work itself. */
    @FunctionalInterface
    interface Work {

        /** @return what came out, in words or as the path of a file below the data folder */
        String run(Progress progress) throws Exception;
    }

    /** How the work tells where it is. */
    interface Progress {

        /**
         * Tells where it is.
         *
         * @param share 0 to 1
         */
        void at(double share, String message);

        /** @throws java.util.concurrent.CancellationException where somebody has asked to end */
        void checkCancelled();
    }
}
