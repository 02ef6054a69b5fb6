package org.gemello.gpack.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.Limits;

/**
 * The entries of a zip (PKWARE APPNOTE 6.3, 4.3 and 4.4), read more strictly than any unpacker does: the central directory and every local
 * header say the same, and entries, directory and end follow one another without a gap and without overlap, so that two readers cannot
 * see two archives.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_BYTES = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int HAS_DESCRIPTOR = 1 << 3;
    private static final int UTF8 = 1 << 11;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int UNIX = 3;
    private static final int FILE_TYPE = 0xF000;
    private static final int REGULAR = 0x8000;
    private static final int ZIP64 = 0x0001;
    private static final int UNICODE_NAME = 0x7075;
    private final String archive;
    private final ByteSource source;
    private final Limits limits;
    private final ZipNames names;

    ZipDirectory(String archive, ByteSource source, Limits limits) {
        this.archive = archive;
        this.source = source;
        this.limits = limits;
        this.names = new ZipNames(archive, limits);
    }

    /** A header of the central directory with where its local header stands. */
    private record Found(ZipEntryHeader header, int flags, int method, byte[] rawName, long local) {
    }

    List<ZipEntryHeader> read() throws IOException, PackRefusedException {
        long size = source.size();
        if (size > limits.fileBytes()) {
            throw refused("has " + size + " bytes; at most " + limits.fileBytes() + " are taken");
        } else if (size < END_BYTES) {
            throw refused("is no zip: it is too short");
        }
        // without a comment, so the end record stands at the end: a comment can hold a second archive
        byte[] end = bytes(size - END_BYTES, END_BYTES);
        if (int32(end, 0) != END || int16(end, 20) != 0) {
            throw refused("is no zip, is cut off, or has a comment or something else at its end; build it again");
        }
        int count = int16(end, 10);
        long length = uint32(end, 12);
        long start = uint32(end, 16);
        if (int16(end, 4) != 0 || int16(end, 6) != 0 || int16(end, 8) != count || count == 0xFFFF || start == 0xFFFFFFFFL) {
            throw refused("is split over several files or uses Zip64; packs are one plain zip");
        } else if (count > limits.entries()) {
            throw refused("has " + count + " entries; at most " + limits.entries() + " are taken");
        } else if (start + length != size - END_BYTES) {
            throw refused("has bytes that belong to no entry; build it again");
        }
        return checkLocals(central(bytes(start, (int) length), count), start);
    }

    private List<Found> central(byte[] directory, int count) throws PackRefusedException {
        List<Found> found = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (at + CENTRAL_BYTES > directory.length || int32(directory, at) != CENTRAL) {
                throw refused("has a damaged directory; build it again");
            }
            int nameLength = int16(directory, at + 28);
            int extraLength = int16(directory, at + 30);
            int next = at + CENTRAL_BYTES + nameLength + extraLength + int16(directory, at + 32);
            if (next > directory.length) {
                throw refused("has a damaged directory; build it again");
            }
            byte[] rawName = Arrays.copyOfRange(directory, at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength);
            int flags = int16(directory, at + 8);
            int method = int16(directory, at + 10);
            String name = names.check(rawName, (flags & UTF8) != 0);
            checkKind(name, flags, method, int16(directory, at + 4) >> 8, int32(directory, at + 38) >>> 16);
            checkExtra(name, directory, at + CENTRAL_BYTES + nameLength, extraLength);
            ZipEntryHeader header = new ZipEntryHeader(name, method == STORED, uint32(directory, at + 20), uint32(directory, at + 24),
                    uint32(directory, at + 16), 0);
            found.add(new Found(header, flags, method, rawName, uint32(directory, at + 42)));
            at = next;
        }
        if (at != directory.length) {
            throw refused("has bytes in its directory that belong to no entry; build it again");
        }
        return found;
    }

    private void checkKind(String name, int flags, int method, int system, int mode) throws PackRefusedException {
        int type = mode & FILE_TYPE;
        if ((flags & ENCRYPTED) != 0) {
            throw refused("has the encrypted entry " + Quoted.name(name) + "; packs are signed, not encrypted");
        } else if (method != STORED && method != DEFLATED) {
            throw refused("compresses " + Quoted.name(name) + " by method " + method + "; only deflate is taken");
        } else if (system == UNIX && type != 0 && type != REGULAR && !name.endsWith("/")) {
            throw refused("has " + Quoted.name(name) + " as a link or device; only plain files are taken");
        }
    }

    private void checkExtra(String name, byte[] bytes, int from, int length) throws PackRefusedException {
        for (int at = from; at + 4 <= from + length; at += 4 + int16(bytes, at + 2)) {
            int kind = int16(bytes, at);
            if (kind == ZIP64 || kind == UNICODE_NAME) {
                throw refused("says the size or name of " + Quoted.name(name) + " a second time in an extra field; build it again");
            }
        }
    }

    private List<ZipEntryHeader> checkLocals(List<Found> found, long directory) throws IOException, PackRefusedException {
        List<ZipEntryHeader> entries = new ArrayList<>();
        List<Found> byPlace = found.stream().sorted(Comparator.comparingLong(Found::local)).toList();
        long at = 0;
        for (Found each : byPlace) {
            if (each.local() != at || at + LOCAL_BYTES > directory) {
                throw refused("has entries that overlap, or bytes that belong to no entry, before " + Quoted.name(each.header().name()));
            }
            byte[] local = bytes(at, LOCAL_BYTES);
            long data = at + LOCAL_BYTES + int16(local, 26) + int16(local, 28);
            long end = data + each.header().compressed();
            if (int32(local, 0) != LOCAL || end > directory || !agrees(each, local, at)) {
                throw refused("says of " + Quoted.name(each.header().name())
                        + " one thing in its directory and another at the entry; build it again");
            }
            checkExtra(each.header().name(), bytes(data - int16(local, 28), int16(local, 28)), 0, int16(local, 28));
            at = (each.flags() & HAS_DESCRIPTOR) == 0 ? end : descriptorEnd(each, end, directory);
            ZipEntryHeader header = each.header();
            entries.add(new ZipEntryHeader(header.name(), header.stored(), header.compressed(), header.claimed(), header.crc(), data));
        }
        if (at != directory) {
            throw refused("has bytes that belong to no entry before its directory; build it again");
        }
        return entries;
    }

    private boolean agrees(Found found, byte[] local, long at) throws IOException {
        ZipEntryHeader header = found.header();
        boolean described = (found.flags() & HAS_DESCRIPTOR) != 0;
        return int16(local, 6) == found.flags() && int16(local, 8) == found.method()
                && sameOrLater(uint32(local, 14), header.crc(), described) && sameOrLater(uint32(local, 18), header.compressed(), described)
                && sameOrLater(uint32(local, 22), header.claimed(), described)
                && Arrays.equals(found.rawName(), bytes(at + LOCAL_BYTES, int16(local, 26)));
    }

    /** A streamed entry leaves its sizes to the descriptor behind it. */
    private static boolean sameOrLater(long local, long central, boolean described) {
        return local == central || described && local == 0;
    }

    private long descriptorEnd(Found found, long end, long directory) throws IOException, PackRefusedException {
        ZipEntryHeader header = found.header();
        for (int lead : new int[] {4, 0}) {
            if (end + lead + 12 > directory) {
                continue;
            }
            byte[] bytes = bytes(end, lead + 12);
            if ((lead == 0 || int32(bytes, 0) == DESCRIPTOR) && uint32(bytes, lead) == header.crc()
                    && uint32(bytes, lead + 4) == header.compressed() && uint32(bytes, lead + 8) == header.claimed()) {
                return end + lead + 12;
            }
        }
        throw refused("says of " + Quoted.name(header.name()) + " one thing in its directory and another behind the entry; build it again");
    }

    private byte[] bytes(long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        if (position < 0 || position + length > source.size()) {
            throw new IOException(archive + " is shorter than its headers say");
        }
        source.read(position, bytes, length);
        return bytes;
    }

    private static int int16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    private static int int32(byte[] bytes, int at) {
        return int16(bytes, at) | int16(bytes, at + 2) << 16;
    }

    private static long uint32(byte[] bytes, int at) {
        return int32(bytes, at) & 0xFFFFFFFFL;
    }

    private PackRefusedException refused(String text) {
        return new PackRefusedException(archive + " " + text);
    }
}
