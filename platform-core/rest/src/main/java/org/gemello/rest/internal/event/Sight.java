package org.gemello.rest.internal.event;

import org.gemello.api.PointId;
import org.gemello.api.TwinId;

/** What a client may see at this moment. */
public interface Sight {
    /** Everything there is. */
    Sight WHOLE = new Sight() {
        @Override
        public boolean seesAll() {
            return true;
        }

        @Override
        public boolean sees(TwinId twin) {
            return true;
        }

        @Override
        public boolean sees(PointId point) {
            return true;
        }
    };

    boolean seesAll();

    boolean sees(TwinId twin);

    boolean sees(PointId point);
}
