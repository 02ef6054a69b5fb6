package org.gemello.worker.internal.frame;

/** Head of what the parent asks: objects of the child that nobody needs any more, then the operation. */
public final class Request {
    private Request() {
    }

    /** What the parent has let go of. */
    @FunctionalInterface
    public interface Freed {
        /** The next number, or -1 where there is none. */
        long next();
    }

    /** Called for each object that has been let go of. */
    @FunctionalInterface
    public interface Release {
        void release(long object);
    }

    private static final int MOST_FREED = 1_000;

    public static FrameWriter write(Freed freed, Operation operation, FrameWriter frame) {
        frame.begin();
        int mark = frame.mark();
        frame.putInt(0);
        int count = 0;
        for (long object = freed.next(); object >= 0; object = freed.next()) {
            frame.putLong(object);
            if (++count == MOST_FREED) {
                break;
            }
        }
        frame.putIntAt(mark, count);
        return frame.putByte(operation.ordinal());
    }

    public static Operation read(FrameReader frame, Release release) throws MalformedFrameException {
        for (int left = frame.getCount(Long.BYTES); left > 0; left--) {
            release.release(frame.getLong());
        }
        return Operation.of(frame.getByte());
    }
}
