package org.gemello.historian.internal;

import org.gemello.api.history.Annotation;
import org.gemello.history.CorrectionRow;

/** What people have said about the past, with its place in the log. */
sealed interface NoteRow {

    long offset();

    /** A value put right. */
    record Corrected(CorrectionRow row) implements NoteRow {
        @Override
        public long offset() {
            return row.offset();
        }
    }

    /** A note on a stretch of time. */
    record Annotated(long offset, Annotation annotation) implements NoteRow {
    }
}
