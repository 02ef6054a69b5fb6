package org.gemello.exchange.internal;

import org.gemello.api.health.DiskWatch;
import org.gemello.api.health.DiskWatch.Level;

/** Whether the disk has room for files that nobody needs at once. */
public final class RoomOnDisk {
    private final DiskWatch disk;

    /** @param disk null where nobody watches it */
    public RoomOnDisk(DiskWatch disk) {
        this.disk = disk;
    }

    /**
     * @param what such as {@code an export}
     * @throws IllegalStateException where the disk is too full for it
     */
    public void check(String what) {
        if (disk != null && disk.level().stops(Level.NO_EXPORTS)) {
            throw new IllegalStateException(String.format("the disk of the data folder is %.0f %% full: no room for %s; "
                    + "remove old exports and backups, or make the disk larger", disk.used() * 100, what));
        }
    }
}
