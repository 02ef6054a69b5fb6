package org.gemello.connector.mqtt.internal;

import java.util.ArrayList;
import java.util.List;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatchBuilder;

/**
 * Makes samples of what the slots hold, for the points of one binding. A wrong time or quality refuses all of them: a value
 * under a wrong time is worse than none. A missing quality is good; a missing time is wrong.
 */
final class BoundSlots {
    private static final double LARGEST_CODE = 0xFFFFFFFFL;
    private final Slot time;
    private final TimeFormat clock;
    private final Slot quality;
    private final BoundPoint[] points;
    private final Slot[] slots;

    /**
     * @param time    null where the payload carries no time
     * @param clock   reads the time
     * @param quality null where the payload carries no quality
     * @param points  with the slots of the same index
     */
    BoundSlots(Slot time, TimeFormat clock, Slot quality, List<BoundPoint> points, List<? extends Slot> slots) {
        this.time = time;
        this.clock = clock;
        this.quality = quality;
        this.points = points.toArray(BoundPoint[]::new);
        this.slots = slots.toArray(Slot[]::new);
    }

    /**
     * @return which points could not be read though others could, empty where all could
     * @throws Refusal where none could be read
     */
    String emit(long received, SampleBatchBuilder into) throws Refusal {
        long sourceTime = time == null ? received : time();
        int code = quality == null ? Quality.GOOD.code() : quality();
        List<String> troubles = null;
        for (int i = 0; i < points.length; i++) {
            String trouble = add(points[i], slots[i], code, sourceTime, received, into);
            if (trouble != null) {
                troubles = troubles == null ? new ArrayList<>() : troubles;
                troubles.add(slots[i].where() + " of " + points[i].name() + ' ' + trouble);
            }
        }
        if (troubles == null) {
            return "";
        }
        String all = String.join("; ", troubles);
        if (troubles.size() == points.length) {
            throw new Refusal(all);
        }
        return all;
    }

    /** @return what is wrong, null where a sample was added */
    private static String add(BoundPoint point, Slot slot, int code, long sourceTime, long received, SampleBatchBuilder into) {
        switch (slot.content) {
            case NUMBER -> {
                return point.add(slot.number, code, sourceTime, received, into) ? null : "is not a finite number";
            }
            case NULL -> {
                into.addNone(point.handle(), Quality.BAD.worst(new Quality(code)).code(), sourceTime, received);
                return null;
            }
            case ABSENT -> {
                return "is missing";
            }
            case STRUCTURE -> {
                return slot.refused();
            }
            default -> {
                if (point.wantsNumber()) {
                    return "is not a number, and the point is scaled";
                } else if (slot.content == Slot.Content.BOOLEAN) {
                    into.add(point.handle(), slot.flag, code, sourceTime, received);
                } else {
                    into.add(point.handle(), slot.text, code, sourceTime, received);
                }
                return null;
            }
        }
    }

    private long time() throws Refusal {
        try {
            return switch (time.content) {
                case TEXT -> clock.read(time.text);
                case NUMBER -> clock.read(time.number);
                case ABSENT -> throw new IllegalArgumentException("is missing");
                default -> throw new IllegalArgumentException("is not a time");
            };
        } catch (IllegalArgumentException e) {
            throw new Refusal("time: " + time.where() + ' ' + e.getMessage());
        }
    }

    private int quality() throws Refusal {
        if (quality.content == Slot.Content.ABSENT) {
            return Quality.GOOD.code();
        }
        double code = quality.number;
        if (quality.content == Slot.Content.NUMBER && code == Math.rint(code) && code >= Integer.MIN_VALUE && code <= LARGEST_CODE) {
            return (int) (long) code;
        }
        throw new Refusal("quality: " + quality.where() + " is not an OPC UA status code (32 bits)");
    }
}
