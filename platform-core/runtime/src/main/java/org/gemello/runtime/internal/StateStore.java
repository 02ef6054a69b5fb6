package org.gemello.runtime.internal;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runtime's image in two files, the newest and the one before it. A new one is written beside them, forced to disk and then
 * renamed, so a crash leaves a whole one. A damaged file is moved to {@code quarantine} and the older one, or the log, serves.
 */
final class StateStore {
    private static final Logger LOG = LoggerFactory.getLogger(StateStore.class);
    /** "GTWN"; the format's version follows. */
    private static final int MAGIC = 0x4754574E;
    private static final int VERSION = 3;
    private final Path folder;
    private final Path newest;
    private final Path previous;

    StateStore(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.newest = folder.resolve("runtime.image");
        this.previous = folder.resolve("runtime.image.1");
    }

    /** The newest image that can be read, else the empty one. */
    RuntimeImage load() throws IOException {
        for (Path file : new Path[] {newest, previous}) {
            if (Files.exists(file)) {
                try {
                    return read(file);
                } catch (IOException | RuntimeException e) {
                    Path aside = Files.createDirectories(folder.resolve("quarantine")).resolve(file.getFileName() + "." + UUID.randomUUID());
                    Files.move(file, aside);
                    LOG.error("state image {} is damaged and now lies in {}; an older one or the log serves instead", file, aside, e);
                }
            }
        }
        return RuntimeImage.EMPTY;
    }

    private static RuntimeImage read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < 2 * Long.BYTES) {
            throw new IOException("it has only " + bytes.length + " bytes");
        }
        int body = bytes.length - Long.BYTES;
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, body);
        if (ByteBuffer.wrap(bytes, body, Long.BYTES).getLong() != crc.getValue()) {
            throw new IOException("its checksum is wrong");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, body));
        int magic = in.readInt();
        int version = in.readInt();
        if (magic != MAGIC || version < 1 || version > VERSION) {
            throw new IOException("it is not a state image of this version");
        }
        return ImageCodec.read(in, version);
    }

    /** Keeps an image; on disk when this returns. */
    synchronized void save(RuntimeImage image) throws IOException {
        Path fresh = folder.resolve("runtime.image.new");
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            CheckedOutputStream checked = new CheckedOutputStream(Channels.newOutputStream(channel), new CRC32C());
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, 1 << 16));
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            ImageCodec.write(image, out);
            out.flush();
            out.writeLong(checked.getChecksum().getValue());
            out.flush();
            channel.force(true);
        }
        if (Files.exists(newest)) {
            Files.move(newest, previous, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(fresh, newest, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
