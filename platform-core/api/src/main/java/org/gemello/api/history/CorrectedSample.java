package org.gemello.api.history;

import java.util.List;
import org.gemello.api.Sample;

/**
 * A correction beside what it replaced.
 *
 * @param correction what holds now
 * @param originals  the samples of that source time as they came, oldest offset first; empty where it inserted a value
 */
public record CorrectedSample(Correction correction, List<Sample> originals) {
    public CorrectedSample {
        originals = List.copyOf(originals);
    }
}
