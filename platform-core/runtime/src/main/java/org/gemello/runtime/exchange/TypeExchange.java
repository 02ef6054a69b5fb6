package org.gemello.runtime.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gemello.spi.TwinType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Exchanges types that serve twins for others, at an exact offset of the log, without a sample lost or an effect done twice. The candidates
 * are objects, they need not be registered as services; those that are bear the property {@link #STANDBY} until they serve, so that the
 * whiteboard leaves them alone. A candidate that serves may be registered, as the same object, without that property at any time; the
 * runtime lets it go when that service goes. Safe for use by many threads; one exchange per type at a time.
 */
@ProviderType
public interface TypeExchange {
    /** Service property of a {@link TwinType} that must not serve by itself: {@code Boolean.TRUE}. */
    String STANDBY = "gemello.standby";

    /** What would become of every twin of these types; nothing is changed, the candidates' codecs and migrations are tried on copies. */
    List<TwinOutlook> outlook(List<TwinType<?>> candidates);

    /**
     * Starts the candidates beside the types that serve, on copies of the state, following the log with their effects suppressed. Twins
     * that are parked get a shadow too, from their last image, so that it is seen whether the candidate would fail.
     *
     * @throws IllegalStateException where one of the types is being exchanged already
     */
    Shadow shadow(List<TwinType<?>> candidates);

    /** How a type does that serves now; empty where none does. */
    Optional<TypeHealth> health(String type);

    /**
     * Brings the parked twins of a type that serves back to work, from their last images. A twin that is parked because its behaviour
     * failed stays so until this is asked, its type is offered again, or exchanged.
     *
     * @return number of twins that are at work again; 0 where none of them was parked, or nothing serves the type
     */
    int resume(String type);

    /** A candidate at work without effects. Closing it without a cut leaves everything as it was. */
    interface Shadow extends AutoCloseable {

        ShadowReport report();

        /** Waits until every twin's shadow has been at the end of the log and is near it now, or has failed; false where that took longer. */
        boolean awaitCaughtUp(Duration patience) throws InterruptedException;

        /**
         * Switches every twin, each at one exact offset. The images of the types that served are on disk before this begins, and until
         * the cut is confirmed or rolled back no newer ones of these twins replace them: after a crash either version goes on from there.
         * A twin that was parked starts from its image, with all effects that it owes. A shadow that has fallen behind for a moment is
         * awaited. Can be done once.
         *
         * @throws IllegalStateException where a twin's shadow has failed or does not follow the log, where the images could not be
         *                               written, or where not every twin came to its offset in time; the old types serve then
         */
        Cut cut() throws InterruptedException;

        @Override
        void close();
    }

    /** The candidates serve; the types before them are kept ready until one of these is called. */
    interface Cut {

        /** For each twin the nanoseconds between its last record under the old type and its first chance under the new one. */
        List<Long> pauses();

        /** The new types stay. What the old ones held is let go; their images stay on disk. */
        void confirm();

        /**
         * Back to the old types, from their state at the cut; what has come since is replayed to them beside the twins at work, which
         * then go over at one exact offset too. What the new types made of their state is forgotten. Nothing after a confirmation.
         */
        void rollBack() throws InterruptedException;
    }
}
