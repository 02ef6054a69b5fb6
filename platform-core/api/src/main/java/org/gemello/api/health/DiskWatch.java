package org.gemello.api.health;

import org.osgi.annotation.versioning.ProviderType;

/** How full the disk of the data folder is, and what must stop for it. Answers at once, from the last look. */
@ProviderType
public interface DiskWatch {

    Level level();

    /** Share of the disk in use, 0 to 1. */
    double used();

    /** What must stop; each level stops what the levels before it stop too. */
    enum Level {
        NORMAL,
        /** From 85 %: no exports, no backups. */
        NO_EXPORTS,
        /** From 92 %: points of low history class are not kept. */
        NO_LOW_CLASS_HISTORY,
        /** From 97 %: nothing more is taken from sources; they wait. */
        NO_INTAKE;

        public boolean stops(Level what) {
            return compareTo(what) >= 0;
        }
    }
}
