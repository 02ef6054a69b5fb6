package org.gemello.exchange.internal.backup;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.gemello.exchange.internal.Sha256;

/**
 * Reads a backup from front to back and compares every entry with the manifest at its end. The file may be hostile: names lead nowhere
 * but into {@code data} and {@code config}, and no more bytes come out than allowed.
 */
final class ArchiveReader {
    private static final Pattern NAME = Pattern.compile("(data|config)(/[^/\\\\:\\x00-\\x1f\\x7f]{1,255}){1,32}");
    private static final int LONGEST_NAME = 1024;
    private static final int MOST_ENTRIES = 2_000_000;
    private static final int LARGEST_MANIFEST = 256 << 20;
    private final Path file;
    private final char[] passphrase;
    private final long mostBytes;
    private final byte[] buffer = new byte[1 << 16];

    /** Where the content of an entry goes. */
    @FunctionalInterface
    interface Target {
        OutputStream open(String name) throws IOException;
    }

    /**
     * What was read.
     *
     * @param manifest whose sums all entries have
     * @param files    number of entries beside the manifest
     * @param bytes    their size together
     */
    record Content(Manifest manifest, int files, long bytes) {
    }

    /**
     * @param passphrase of a sealed backup, null where there is none
     * @param mostBytes  that may come out
     */
    ArchiveReader(Path file, char[] passphrase, long mostBytes) {
        this.file = file;
        this.passphrase = passphrase;
        this.mostBytes = mostBytes;
    }

    /** @throws IOException where the backup is damaged, not whole, sealed with another passphrase, or made to harm */
    Content read(Target target) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                InputStream plain = SealedInput.isSealed(raw) ? open(raw) : raw;
                ZipInputStream zip = new ZipInputStream(plain, StandardCharsets.UTF_8)) {
            Content content = read(zip, target);
            plain.transferTo(OutputStream.nullOutputStream()); // a sealed backup is whole only where its last chunk is
            return content;
        } catch (ZipException | IllegalArgumentException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    private InputStream open(InputStream raw) throws IOException {
        if (passphrase == null) {
            throw new IOException(file + " is encrypted; name its passphrase with --passphrase-file");
        }
        return new SealedInput(raw, passphrase);
    }

    private Content read(ZipInputStream zip, Target target) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        long bytes = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(Manifest.NAME)) {
                Manifest manifest = manifest(zip);
                compare(manifest, sums, zip);
                return new Content(manifest, sums.size(), bytes);
            }
            check(entry, sums);
            MessageDigest digest = Sha256.digest();
            try (OutputStream out = target.open(entry.getName())) {
                bytes += copy(zip, out, digest, mostBytes - bytes);
            }
            sums.put(entry.getName(), HexFormat.of().formatHex(digest.digest()));
        }
        throw new IOException(file + " is not whole, or no backup: it ends without " + Manifest.NAME);
    }

    private void check(ZipEntry entry, Map<String, String> sums) throws IOException {
        String name = entry.getName();
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches() || (name + "/").contains("/../") || (name + "/").contains("/./")) {
            throw new IOException(file + " is no backup: entry '" + name + "' lies outside of data and config");
        }
        if (sums.containsKey(name)) {
            throw new IOException(file + " is no backup: entry '" + name + "' is there twice");
        }
        if (sums.size() >= MOST_ENTRIES) {
            throw new IOException(file + " is no backup: more than " + MOST_ENTRIES + " entries");
        }
    }

    private long copy(InputStream in, OutputStream out, MessageDigest digest, long most) throws IOException {
        long bytes = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            bytes += count;
            if (bytes > most) {
                throw new IOException(file + " becomes larger than the " + mostBytes + " bytes that there is room for");
            }
            digest.update(buffer, 0, count);
            out.write(buffer, 0, count);
        }
        return bytes;
    }

    private Manifest manifest(InputStream in) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            if (text.size() + count > LARGEST_MANIFEST) {
                throw new IOException(file + " is no backup: its " + Manifest.NAME + " is too large");
            }
            text.write(buffer, 0, count);
        }
        return Manifest.parse(text.toString(StandardCharsets.UTF_8));
    }

    private void compare(Manifest manifest, Map<String, String> sums, ZipInputStream zip) throws IOException {
        if (zip.getNextEntry() != null) {
            throw new IOException(file + " is no backup: something follows " + Manifest.NAME);
        }
        for (Map.Entry<String, String> sum : manifest.sums().entrySet()) {
            String found = sums.get(sum.getKey());
            if (found == null) {
                throw new IOException(file + " is damaged: " + sum.getKey() + " is missing");
            }
            if (!found.equals(sum.getValue())) {
                throw new IOException(file + " is damaged: " + sum.getKey() + " has SHA-256 " + found + ", it should be " + sum.getValue());
            }
        }
        if (sums.size() != manifest.sums().size()) {
            sums.keySet().removeAll(manifest.sums().keySet());
            throw new IOException(file + " is no backup: " + sums.keySet() + " are not in " + Manifest.NAME);
        }
    }
}
