package org.gemello.historian.postgres.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.gemello.api.TraceId;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes rows by {@code COPY ... FROM STDIN (FORMAT binary)}; the format is that of the PostgreSQL manual, COPY, "Binary Format". */
final class BinaryCopy {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final int BLOCK = 1 << 16;
    private static final int LARGEST_FIXED = 20;
    private final CopyIn copy;
    private final int columns;
    private ByteBuffer block = ByteBuffer.allocate(BLOCK);

    /** @param table name and columns, such as {@code points (twin, name)} */
    BinaryCopy(Connection connection, String table, int columns) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN (FORMAT binary)");
        this.columns = columns;
        block.put(SIGNATURE);
    }

    void row() throws SQLException {
        room(Short.BYTES);
        block.putShort((short) columns);
    }

    void none() throws SQLException {
        room(Integer.BYTES);
        block.putInt(-1);
    }

    void bool(boolean value) throws SQLException {
        room(LARGEST_FIXED);
        block.putInt(1).put((byte) (value ? 1 : 0));
    }

    void int2(int value) throws SQLException {
        room(LARGEST_FIXED);
        block.putInt(Short.BYTES).putShort((short) value);
    }

    void int4(int value) throws SQLException {
        room(LARGEST_FIXED);
        block.putInt(Integer.BYTES).putInt(value);
    }

    /** A bigint, or the bits of a double precision. */
    void int8(long value) throws SQLException {
        room(LARGEST_FIXED);
        block.putInt(Long.BYTES).putLong(value);
    }

    void uuid(TraceId trace) throws SQLException {
        room(LARGEST_FIXED);
        block.putInt(2 * Long.BYTES).putLong(trace.high()).putLong(trace.low());
    }

    void text(String text) throws SQLException {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(byte[] bytes) throws SQLException {
        room(Integer.BYTES);
        block.putInt(bytes.length);
        if (bytes.length > block.remaining()) {
            send();
            if (bytes.length > block.remaining()) {
                copy.writeToCopy(bytes, 0, bytes.length);
                return;
            }
        }
        block.put(bytes);
    }

    private void room(int bytes) throws SQLException {
        if (block.remaining() < bytes) {
            send();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(block.array(), 0, block.position());
        block.clear();
    }

    /** Ends the copy; returns the number of rows that the server took. */
    long end() throws SQLException {
        room(Short.BYTES);
        block.putShort((short) -1);
        send();
        return copy.endCopy();
    }
}
