package org.gemello.log.internal;

import java.time.Instant;
import org.gemello.api.PointDefinition;
import org.gemello.api.Quality;
import org.gemello.api.ValueKind;
import org.gemello.api.history.Correction;
import org.gemello.api.log.LogEntry.Corrected;

/** The point's number, source time, kind and value, quality, author, reason, time. A text value stands in place of the bits. */
final class CorrectedCodec implements EntryCodec<Corrected> {

    @Override
    public void points(Corrected entry, Draft draft) {
        draft.use(entry.correction().definition());
    }

    @Override
    public boolean write(Corrected entry, PayloadWriter out, PointNumbers numbers) {
        Correction correction = entry.correction();
        int number = numbers.number(correction.definition());
        out.putInt(number);
        out.putInstant(correction.sourceTime());
        putValue(correction.value(), out);
        out.putInt(correction.quality().code());
        out.putText(correction.author());
        out.putText(correction.reason());
        out.putInstant(correction.time());
        return number != PointNumbers.NONE;
    }

    private static void putValue(Object value, PayloadWriter out) {
        if (value == null) {
            out.putByte(ValueKind.NONE.ordinal());
        } else if (value instanceof Double number) {
            out.putByte(ValueKind.DOUBLE.ordinal());
            out.putDouble(number);
        } else if (value instanceof Long number) {
            out.putByte(ValueKind.LONG.ordinal());
            out.putLong(number);
        } else if (value instanceof Boolean flag) {
            out.putByte(ValueKind.BOOLEAN.ordinal());
            out.putLong(flag ? 1 : 0);
        } else if (value instanceof String text) {
            out.putByte(ValueKind.TEXT.ordinal());
            out.putText(text);
        } else {
            throw new IllegalArgumentException("a correction cannot carry a " + value.getClass().getName()
                    + "; it takes Double, Long, Boolean, String or null");
        }
    }

    @Override
    public Corrected read(PayloadReader in, int count, long offset, PointNames names) {
        PointDefinition definition = names.definition(in.getInt());
        Instant sourceTime = in.getInstant();
        Object value = getValue(in);
        Quality quality = new Quality(in.getInt());
        return new Corrected(new Correction(definition, sourceTime, value, quality, in.getText(), in.getText(), in.getInstant()));
    }

    private static Object getValue(PayloadReader in) {
        ValueKind kind = ValueKind.of(in.getByte());
        return switch (kind) {
            case NONE -> null;
            case TEXT -> in.getText();
            case DOUBLE, LONG, BOOLEAN -> kind.value(in.getLong(), null);
        };
    }
}
