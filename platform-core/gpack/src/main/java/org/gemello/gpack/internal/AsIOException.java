package org.gemello.gpack.internal;

import java.io.IOException;
import org.gemello.api.pack.PackRefusedException;

/** Lets a refusal pass where only an {@link IOException} may. */
public final class AsIOException {
    private AsIOException() {
    }

    /** Something that may refuse. */
    public interface Action {
        void run() throws IOException, PackRefusedException;
    }

    public static void run(Action action) throws IOException {
        try {
            action.run();
        } catch (PackRefusedException e) {
            throw new RefusedIOException(e.getMessage(), e);
        }
    }
}
