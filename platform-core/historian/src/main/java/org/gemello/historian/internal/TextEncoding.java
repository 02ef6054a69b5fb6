package org.gemello.historian.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.tsfile.file.metadata.enums.TSEncoding;
import org.apache.tsfile.write.schema.IMeasurementSchema;

/** Chooses how the texts of a series are encoded: by dictionary where they repeat (states, modes), else plain. */
final class TextEncoding {
    private static final int ROWS_PER_WORD = 4;

    private TextEncoding() {
    }

    static IMeasurementSchema column(SeriesRows rows) {
        Set<String> words = new HashSet<>();
        for (int row = 0; row < rows.size() && words.size() * ROWS_PER_WORD <= rows.size(); row++) {
            words.add(rows.text(row));
        }
        boolean repeats = words.size() * ROWS_PER_WORD <= rows.size();
        return FileLayout.TEXT.schema(repeats ? TSEncoding.DICTIONARY : TSEncoding.PLAIN, Map.of());
    }
}
