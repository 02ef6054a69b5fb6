package org.gemello.log.internal;

import java.time.Instant;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.api.history.Annotation;
import org.gemello.api.log.LogEntry.Annotated;

/** The note's parts in the order of its record. The point by its name: a note may be about one that never had a sample. */
final class AnnotatedCodec implements EntryCodec<Annotated> {

    @Override
    public boolean write(Annotated entry, PayloadWriter out, PointNumbers numbers) {
        Annotation note = entry.annotation();
        out.putText(note.id());
        out.putText(note.twin().value());
        out.putText(note.point() == null ? null : note.point().toString());
        out.putInstant(note.from());
        out.putInstant(note.to());
        out.putText(note.text());
        out.putText(note.author());
        out.putInstant(note.time());
        return true;
    }

    @Override
    public Annotated read(PayloadReader in, int count, long offset, PointNames names) {
        String id = in.getText();
        TwinId twin = new TwinId(in.getText());
        String point = in.getText();
        Instant from = in.getInstant();
        Instant to = in.getInstant();
        return new Annotated(new Annotation(id, twin, point == null ? null : PointId.parse(point), from, to, in.getText(), in.getText(),
                in.getInstant()));
    }
}
