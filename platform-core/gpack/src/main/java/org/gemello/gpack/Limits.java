package org.gemello.gpack;

/**
 * What a pack file may cost whoever opens it. All sizes are counted on the bytes that come, never on what a header claims.
 *
 * @param fileBytes  size of the file itself
 * @param entries    number of entries
 * @param entryBytes inflated size of one entry
 * @param totalBytes inflated size of all entries together
 * @param ratio      inflated size over compressed size of one entry, looked at from 1 MiB on
 * @param depth      folders in a name, the file included
 * @param nameBytes  length of a name in UTF-8
 * @param nested     archives within archives: 1 lets a bundle carry libraries of its own
 */
public record Limits(long fileBytes, int entries, long entryBytes, long totalBytes, int ratio, int depth, int nameBytes, int nested) {
    private static final long MIB = 1L << 20;
    /** 256 MiB of file, 2,000 entries of at most 128 MiB, 512 MiB in all, ratio 100, 8 folders, names of 200 bytes, one level nested. */
    public static final Limits STANDARD = new Limits(256 * MIB, 2_000, 128 * MIB, 512 * MIB, 100, 8, 200, 1);
    /** The same for the jar of a bundle, which has more and smaller entries. */
    public static final Limits BUNDLE = new Limits(256 * MIB, 50_000, 128 * MIB, 512 * MIB, 100, 40, 500, 1);
    /** Manifests, texts and other files that are read whole: 4 MiB. */
    public static final int DOCUMENT_BYTES = (int) (4 * MIB);
}
