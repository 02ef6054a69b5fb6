package org.gemello.historian.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.TwinId;
import org.gemello.api.ValueKind;
import org.gemello.api.history.Annotation;
import org.gemello.api.history.Correction;
import org.gemello.history.CorrectionRow;

/** Corrections and annotations as bytes: kind, offset, then the fields in the order of their records; texts with their length in bytes. */
final class NoteCodec {
    private static final int CORRECTED = 1;
    private static final int ANNOTATED = 2;

    private NoteCodec() {
    }

    static byte[] encode(NoteRow note) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        if (note instanceof NoteRow.Corrected corrected) {
            out.writeByte(CORRECTED);
            out.writeLong(note.offset());
            correction(out, corrected.row().correction());
        } else if (note instanceof NoteRow.Annotated annotated) {
            out.writeByte(ANNOTATED);
            out.writeLong(note.offset());
            annotation(out, annotated.annotation());
        }
        return bytes.toByteArray();
    }

    private static void correction(DataOutputStream out, Correction correction) throws IOException {
        text(out, correction.definition().id().toString());
        text(out, correction.definition().unit());
        instant(out, correction.sourceTime());
        value(out, correction.value());
        out.writeInt(correction.quality().code());
        text(out, correction.author());
        text(out, correction.reason());
        instant(out, correction.time());
    }

    private static void annotation(DataOutputStream out, Annotation annotation) throws IOException {
        text(out, annotation.id());
        text(out, annotation.twin().value());
        text(out, annotation.point() == null ? "" : annotation.point().toString());
        instant(out, annotation.from());
        instant(out, annotation.to());
        text(out, annotation.text());
        text(out, annotation.author());
        instant(out, annotation.time());
    }

    private static void value(DataOutputStream out, Object value) throws IOException {
        if (value == null) {
            out.writeByte(ValueKind.NONE.ordinal());
        } else if (value instanceof Double number) {
            out.writeByte(ValueKind.DOUBLE.ordinal());
            out.writeDouble(number);
        } else if (value instanceof Long number) {
            out.writeByte(ValueKind.LONG.ordinal());
            out.writeLong(number);
        } else if (value instanceof Boolean flag) {
            out.writeByte(ValueKind.BOOLEAN.ordinal());
            out.writeBoolean(flag);
        } else {
            out.writeByte(ValueKind.TEXT.ordinal());
            text(out, value.toString());
        }
    }

    private static void instant(DataOutputStream out, Instant time) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** @throws IOException where the bytes are not as {@link #encode} makes them */
    static NoteRow decode(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            int kind = in.readByte();
            long offset = in.readLong();
            return switch (kind) {
                case CORRECTED -> new NoteRow.Corrected(new CorrectionRow(offset, new Correction(
                        new PointDefinition(PointId.parse(text(in)), text(in)), instant(in), value(in), new Quality(in.readInt()), text(in),
                        text(in), instant(in))));
                case ANNOTATED -> new NoteRow.Annotated(offset, new Annotation(text(in), new TwinId(text(in)), point(text(in)), instant(in),
                        instant(in), text(in), text(in), instant(in)));
                default -> throw new IOException("a note of kind " + kind + " is not known to this version");
            };
        } catch (RuntimeException e) {
            throw new IOException("not a note of the history", e);
        }
    }

    private static PointId point(String text) {
        return text.isEmpty() ? null : PointId.parse(text);
    }

    private static Object value(DataInputStream in) throws IOException {
        return switch (ValueKind.of(in.readByte())) {
            case NONE -> null;
            case DOUBLE -> (Object) in.readDouble();
            case LONG -> (Object) in.readLong();
            case BOOLEAN -> (Object) in.readBoolean();
            case TEXT -> text(in);
        };
    }

    private static Instant instant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a text of " + length + " bytes in a note of which " + in.available() + " are left");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
