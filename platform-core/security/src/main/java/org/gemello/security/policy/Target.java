package org.gemello.security.policy;

import org.gemello.api.PointId;
import org.gemello.api.TwinId;

/**
 * What something is done with.
 *
 * @param twin    the twin
 * @param point   one of its points, null where it is the twin or a command
 * @param command one of its commands, null where it is the twin or a point
 */
public record Target(TwinId twin, String point, String command) {
    public static Target of(TwinId twin) {
        return new Target(twin, null, null);
    }

    public static Target of(PointId point) {
        return new Target(point.twin(), point.name(), null);
    }

    public static Target command(TwinId twin, String command) {
        return new Target(twin, null, command);
    }

    @Override
    public String toString() {
        return twin + (point != null ? "/" + point : command != null ? "/" + command : "");
    }
}
