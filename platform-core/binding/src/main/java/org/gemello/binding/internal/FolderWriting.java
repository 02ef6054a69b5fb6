package org.gemello.binding.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes several files of the configuration folder as one: the new texts are laid down in the subfolder {@code .change}, then the list of them
 * appears there by one rename, and from then on the change is made, if need be at the next start: each text is moved to its place. Without the
 * list nothing has happened, and what lies there is thrown away.
 */
final class FolderWriting {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWriting.class);
    private static final Pattern LINE = Pattern.compile("(write \\d+|remove) ((?:connections|twins|bindings)/[^/\\\\]+\\.ya?ml)");
    private final Path folder;
    private final Path desk;
    private final Path list;

    FolderWriting(Path folder) {
        this.folder = folder;
        this.desk = folder.resolve(".change");
        this.list = desk.resolve("list");
    }

    /** Writes all texts, removes the files that have none; on disk when this returns. */
    void write(Map<String, Optional<String>> texts) throws IOException {
        if (Files.exists(list)) {
            throw new IOException("an earlier change is not finished, see " + desk);
        }
        lay(texts);
        commit();
        move();
    }

    /** Finishes or forgets what an earlier life of the platform has left in the middle. */
    void recover() throws IOException {
        if (Files.exists(list)) {
            LOG.warn("the last change of the configuration was interrupted and is finished now");
            move();
        } else if (Files.isDirectory(desk)) {
            clear();
        }
    }

    /** Step one: nothing has happened yet. */
    void lay(Map<String, Optional<String>> texts) throws IOException {
        Files.createDirectories(desk);
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Optional<String>> file : texts.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            if (!target.getParent().toRealPath().startsWith(folder.toRealPath())) {
                throw new NotDirectoryException(target.getParent() + " leads out of the configuration folder; put the folder itself there");
            }
            if (!Files.isWritable(target.getParent())) {
                throw new AccessDeniedException(target.getParent().toString());
            }
            if (file.getValue().isPresent()) {
                store(desk.resolve(String.valueOf(lines.size())), file.getValue().get());
                lines.add("write " + lines.size() + " " + file.getKey());
            } else {
                lines.add("remove " + file.getKey());
            }
        }
        store(desk.resolve("list.new"), String.join("\n", lines) + "\n");
        force(desk);
    }

    /** Step two: now it will be made, come what may. */
    void commit() throws IOException {
        Files.move(desk.resolve("list.new"), list, StandardCopyOption.ATOMIC_MOVE);
        force(desk);
    }

    /** Step three; may be done again after it was interrupted. */
    void move() throws IOException {
        List<Path> touched = new ArrayList<>();
        for (String line : Files.readAllLines(list)) {
            Matcher order = LINE.matcher(line);
            if (!order.matches()) {
                throw new IOException(list + " has a line that nobody has written here; remove the file");
            }
            Path target = folder.resolve(order.group(2));
            Path laid = desk.resolve(order.group(1).substring(order.group(1).indexOf(' ') + 1));
            if (order.group(1).equals("remove")) {
                Files.deleteIfExists(target);
            } else if (Files.exists(laid)) { // else it is in its place already
                Files.move(laid, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            touched.add(target.getParent());
        }
        for (Path subfolder : touched.stream().distinct().toList()) {
            force(subfolder);
        }
        Files.delete(list);
        clear();
    }

    private void clear() throws IOException {
        try (Stream<Path> left = Files.list(desk)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(desk);
        force(folder);
    }

    private static void store(Path file, String text) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    /** The names in a folder are on disk once the folder itself is. */
    private static void force(Path subfolder) throws IOException {
        try (FileChannel names = FileChannel.open(subfolder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
