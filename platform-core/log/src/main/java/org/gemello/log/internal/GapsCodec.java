package org.gemello.log.internal;

import java.util.ArrayList;
import java.util.List;
import org.gemello.api.Gap;
import org.gemello.api.log.LogEntry.Gaps;

/** For each gap the point's number, both times and the reason. */
final class GapsCodec implements EntryCodec<Gaps> {
    /** Number, two times, length of the reason. */
    private static final int SMALLEST = 4 + 12 + 12 + 4;

    @Override
    public void points(Gaps entry, Draft draft) {
        entry.gaps().forEach(gap -> draft.use(gap.definition()));
    }

    @Override
    public boolean write(Gaps entry, PayloadWriter out, PointNumbers numbers) {
        boolean known = true;
        out.putInt(entry.gaps().size());
        for (Gap gap : entry.gaps()) {
            int number = numbers.number(gap.definition());
            known &= number != PointNumbers.NONE;
            out.putInt(number);
            out.putInstant(gap.from());
            out.putInstant(gap.to());
            out.putText(gap.reason());
        }
        return known;
    }

    @Override
    public Gaps read(PayloadReader in, int count, long offset, PointNames names) {
        int size = in.getCount(SMALLEST);
        List<Gap> gaps = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            gaps.add(new Gap(names.definition(in.getInt()), in.getInstant(), in.getInstant(), in.getText()));
        }
        return new Gaps(gaps);
    }
}
