package org.gemello.worker.internal.frame;

import java.security.MessageDigest;

/** The first frame of a connection, from the child: that it is the child, and speaks this protocol. */
public final class Hello {
    public static final int VERSION = 2;
    /** Bytes of the secret that the parent gives the child by its standard input. */
    public static final int TOKEN = 16;
    private static final int MAGIC = 0x47454D4F;

    private Hello() {
    }

    public static FrameWriter write(byte[] token, FrameWriter frame) {
        return frame.begin().putInt(MAGIC).putInt(VERSION).putBytes(token);
    }

    /** @throws MalformedFrameException where it is somebody else, or another version */
    public static void check(FrameReader frame, byte[] token) throws MalformedFrameException {
        int magic = frame.getInt();
        int version = frame.getInt();
        if (magic != MAGIC || version != VERSION) {
            throw new MalformedFrameException("it does not speak version " + VERSION + " of the worker protocol");
        }
        if (!MessageDigest.isEqual(token, frame.getBytes())) {
            throw new MalformedFrameException("it does not know the secret of this worker");
        }
        frame.end();
    }
}
