package org.gemello.log;

import org.gemello.api.log.SampleLog;
import org.osgi.annotation.versioning.ProviderType;

/** A sample log for the one who opened it, and so closes it. */
@ProviderType
public interface CloseableSampleLog extends SampleLog, AutoCloseable {

    /** Puts on disk what was appended, ends all tails and gives the directory free. A second call does nothing. */
    @Override
    void close();
}
