package org.gemello.testkit.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.gemello.spi.StateMigration;
import org.gemello.spi.TwinType;

/** States and their bytes, as the platform turns one into the other. What the platform would refuse is an {@link AssertionError}. */
public final class StateBytes {
    private StateBytes() {
    }

    public static <S> byte[] encode(TwinType<S> type, S state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            type.codec().encode(state, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(type.id() + " cannot encode its state", e);
        }
        return bytes.toByteArray();
    }

    /** @throws AssertionError where the codec does not read them, or not to their end */
    public static <S> S decode(TwinType<S> type, byte[] bytes) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            S state = type.codec().decode(in);
            if (in.available() > 0) {
                throw new AssertionError(in.available() + " bytes of the state are left over");
            }
            return state;
        } catch (IOException e) {
            throw new AssertionError(type.id() + " does not read a state of schema " + type.model().schema() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Brings bytes of an older schema to the type's own.
     *
     * @throws AssertionError where a migration is missing or fails, or the bytes are of a newer schema
     */
    public static byte[] migrate(TwinType<?> type, int schema, byte[] bytes) {
        int present = type.model().schema();
        if (schema > present) {
            throw new AssertionError("the state has schema " + schema + ", this version of " + type.id() + " knows up to " + present);
        }
        byte[] migrated = bytes;
        for (int from = schema; from < present; from++) {
            try {
                migrated = migration(type, from).migrate(migrated);
            } catch (IOException e) {
                throw new AssertionError("the migration of " + type.id() + " from schema " + from + " fails: " + e.getMessage(), e);
            }
        }
        return migrated;
    }

    private static StateMigration migration(TwinType<?> type, int schema) {
        return type.migrations().stream().filter(migration -> migration.from() == schema).findFirst()
                .orElseThrow(() -> new AssertionError(type.id() + " has no migration from schema " + schema + " to " + (schema + 1)));
    }
}
