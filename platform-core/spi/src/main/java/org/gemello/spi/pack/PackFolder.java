package org.gemello.spi.pack;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Small files of a pack, below a quota. Names are letters, digits, dots, hyphens and underscores, with {@code /} for folders. */
@ProviderType
public interface PackFolder {

    /** Names of all files, sorted. */
    List<String> list() throws IOException;

    /** @throws java.nio.file.NoSuchFileException where there is none */
    byte[] read(String name) throws IOException;

    /**
     * Replaces a file as a whole; a crash leaves the old content or the new one.
     *
     * @throws IOException where the quota would be passed
     */
    void write(String name, byte[] content) throws IOException;

    /** Removes a file; false where there is none. */
    boolean delete(String name) throws IOException;

    /** Bytes that all files together may have. */
    long quota();
}
