package org.gemello.historian.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gemello.historian.internal.TimeSpans.Span;

/**
 * What the name of a history file says, so that no file is opened in vain and a crash needs no other record.
 *
 * @param from     first offset of the log that the file stands for
 * @param to       offset after the last one
 * @param times    times of its samples and gaps
 * @param level    {@link #SPILLED} as flushed, 0 as a TsFile, then how often it was merged with others
 * @param checksum CRC-32C of the file
 */
record FileName(long from, long to, TimeSpans times, int level, int checksum) {
    /** Level of a spill file. */
    static final int SPILLED = -1;
    private static final String NUMBER = "-?\\d{1,19}";
    private static final Pattern FORM = Pattern.compile(
            "(\\d{1,19})-(\\d{1,19})_(" + NUMBER + "_" + NUMBER + "(?:_" + NUMBER + "_" + NUMBER + ")*)_(?:L(\\d)_([0-9a-f]{8})\\.tsfile|S_([0-9a-f]{8})\\.spill)");

    /** Reads a name; empty where it is none of ours. */
    static Optional<FileName> parse(String text) {
        Matcher name = FORM.matcher(text);
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            boolean spilled = name.group(4) == null;
            return Optional.of(new FileName(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)), times(name.group(3)),
                    spilled ? SPILLED : Integer.parseInt(name.group(4)), Integer.parseUnsignedInt(name.group(spilled ? 6 : 5), 16)));
        } catch (NumberFormatException beyondLong) {
            return Optional.empty();
        }
    }

    private static TimeSpans times(String text) {
        String[] numbers = text.split("_");
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            spans.add(new Span(Long.parseLong(numbers[i]), Long.parseLong(numbers[i + 1])));
        }
        return new TimeSpans(List.copyOf(spans));
    }

    /** True where this file has all that the other one stands for. */
    boolean replaces(FileName other) {
        return from <= other.from && to >= other.to;
    }

    /** True for a spill file, false for a TsFile. */
    boolean isSpilled() {
        return level == SPILLED;
    }

    @Override
    public String toString() {
        String form = isSpilled() ? "S_%08x.spill" : "L" + level + "_%08x.tsfile";
        return String.format("%019d-%019d_%s_" + form, from, to, times, checksum);
    }
}
