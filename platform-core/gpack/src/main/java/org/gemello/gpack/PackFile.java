package org.gemello.gpack;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.PackManifest.Digest;
import org.gemello.gpack.internal.ByteSource;
import org.gemello.gpack.internal.Quoted;
import org.gemello.gpack.internal.RefusedIOException;
import org.gemello.gpack.internal.Sha256;
import org.gemello.gpack.internal.Zip;

/**
 * A pack file, opened within limits. Opening reads every byte once: names, sizes, hashes. A file that has been changed after it was built
 * still opens, so that one can say what is wrong with it ({@link #differences}), but what differs is never handed out: hashes are
 * counted again while a file is read. For one thread at a time.
 */
public final class PackFile implements Closeable {
    private final Path path;
    private final FileChannel channel;
    private final Zip zip;
    private final Digest digest;
    private final byte[] manifestBytes;
    private final PackManifest manifest;
    private final byte[] signature;
    private final List<String> differences;

    private PackFile(Path path, FileChannel channel, Limits limits) throws IOException, PackRefusedException {
        this.path = path;
        this.channel = channel;
        zip = new Zip(archive(path), ByteSource.of(channel), limits);
        if (!zip.folders().isEmpty()) {
            throw new PackRefusedException(archive(path) + " has the folder entry " + Quoted.name(zip.folders().get(0))
                    + "; a pack has files only, build it with the plugin");
        } else if (!zip.has(PackManifest.NAME)) {
            throw new PackRefusedException(archive(path) + " has no " + PackManifest.NAME + ": it is no pack");
        }
        Map<String, byte[]> documents = new TreeMap<>();
        Map<String, Digest> found = new LinkedHashMap<>();
        zip.visit((name, content) -> {
            if (name.equals(PackManifest.NAME) || name.equals(PackManifest.SIGNATURE)) {
                documents.put(name, document(name, content));
            } else {
                found.put(name, Sha256.of(content));
            }
        });
        manifestBytes = documents.get(PackManifest.NAME);
        signature = documents.get(PackManifest.SIGNATURE);
        manifest = ManifestReader.read(manifestBytes);
        if (!manifest.isBuilt()) {
            throw new PackRefusedException(archive(path) + " lists no files in its " + PackManifest.NAME + "; build it with the plugin");
        }
        differences = differences(manifest.files(), found);
        digest = Sha256.of(Channels.newInputStream(channel.position(0))); // what was looked at, even if the name means another file by now
    }

    /** As {@link #open(Path, Limits)} within {@link Limits#STANDARD}. */
    public static PackFile open(Path path) throws IOException, PackRefusedException {
        return open(path, Limits.STANDARD);
    }

    /** @throws PackRefusedException where it is no pack, or beyond a limit; the message names the rule, the place and the remedy */
    public static PackFile open(Path path, Limits limits) throws IOException, PackRefusedException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new PackFile(path, channel, limits);
        } catch (IOException | PackRefusedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String archive(Path path) {
        return Quoted.name(String.valueOf(path.getFileName()));
    }

    private static byte[] document(String name, InputStream content) throws IOException, PackRefusedException {
        byte[] bytes = content.readNBytes(Limits.DOCUMENT_BYTES + 1);
        if (bytes.length > Limits.DOCUMENT_BYTES) {
            throw new PackRefusedException(name + " is larger than " + Limits.DOCUMENT_BYTES + " bytes");
        }
        return bytes;
    }

    private static List<String> differences(Map<String, Digest> listed, Map<String, Digest> found) {
        List<String> differences = new ArrayList<>();
        new TreeSet<>(listed.keySet()).forEach(name -> {
            Digest there = found.get(name);
            if (there == null) {
                differences.add(name + " is listed in " + PackManifest.NAME + " and is not there");
            } else if (!there.equals(listed.get(name))) {
                differences.add(name + " is not the file that was built: size or SHA-256 differ from " + PackManifest.NAME);
            }
        });
        new TreeSet<>(found.keySet()).stream().filter(name -> !listed.containsKey(name))
                .forEach(name -> differences.add(Quoted.name(name) + " is there and is not listed in " + PackManifest.NAME));
        return List.copyOf(differences);
    }

    public Path path() {
        return path;
    }

    public PackManifest manifest() {
        return manifest;
    }

    /** The bytes that are signed. */
    public byte[] manifestBytes() {
        return manifestBytes.clone();
    }

    /** The bytes of {@code pack.sig}; empty where the pack is not signed. */
    public Optional<byte[]> signature() {
        return Optional.ofNullable(signature).map(byte[]::clone);
    }

    /** Where files and manifest differ, one sentence each; empty where all files are those that were built. */
    public List<String> differences() {
        return differences;
    }

    /** Hash of the whole file, lower-case hex. */
    public String sha256() {
        return digest.sha256();
    }

    /** Size of the whole file. */
    public long bytes() {
        return digest.bytes();
    }

    /**
     * A file as it was built.
     *
     * @throws NoSuchElementException where the manifest does not list it
     * @throws PackRefusedException   where it has been changed
     */
    public byte[] read(String name) throws IOException, PackRefusedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        copy(name, bytes);
        return bytes.toByteArray();
    }

    /** As {@link #read}, to a stream; what has been written before a refusal is not to be used. */
    public void copy(String name, OutputStream to) throws IOException, PackRefusedException {
        Digest wanted = manifest.files().get(name);
        if (wanted == null) {
            throw new NoSuchElementException(archive(path) + " lists no file " + Quoted.name(name));
        } else if (!zip.has(name)) {
            throw new PackRefusedException(archive(path) + ": " + name + " is listed and is not there");
        }
        try (InputStream content = zip.open(name)) {
            if (!Sha256.copy(content, to).equals(wanted)) {
                throw new PackRefusedException(archive(path) + ": " + name + " is not the file that was built");
            }
        } catch (RefusedIOException e) {
            throw new PackRefusedException(e.getMessage(), e);
        }
    }

    /**
     * Writes all files and the manifest below a folder that is empty or absent. Where it fails the folder is not to be used.
     *
     * @throws PackRefusedException where a file has been changed
     */
    public void extract(Path folder) throws IOException, PackRefusedException {
        if (!differences.isEmpty()) {
            throw new PackRefusedException(archive(path) + ": " + String.join("; ", differences));
        }
        Files.createDirectories(folder);
        for (String name : new TreeSet<>(manifest.files().keySet())) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                copy(name, out);
            }
        }
        Files.write(folder.resolve(PackManifest.NAME), manifestBytes, StandardOpenOption.CREATE_NEW);
        if (signature != null) {
            Files.write(folder.resolve(PackManifest.SIGNATURE), signature, StandardOpenOption.CREATE_NEW);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
