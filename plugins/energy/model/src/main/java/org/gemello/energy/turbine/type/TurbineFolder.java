package org.gemello.energy.turbine.type;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gemello.energy.turbine.TurbineDesign;

/** A turbine type in a folder: a description with its tables beside it, none outside. For programs; a pack has no permission for files. */
public final class TurbineFolder implements TypeFiles {
    private final Path folder;

    private TurbineFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * A type from a description.
     *
     * @throws IOException where a file is missing or wrong; the message names file, line and remedy
     */
    public static TurbineDesign read(Path description) throws IOException {
        Path file = description.toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": no such file; shipped types are " + TurbineTypes.names());
        }
        return new TurbineReader(new TurbineFolder(file.getParent()), file.getFileName().toString()).read();
    }

    /** A shipped type by its name, else a description by its path. */
    public static TurbineDesign of(String nameOrPath) throws IOException {
        return TurbineTypes.names().contains(nameOrPath) ? TurbineTypes.shipped(nameOrPath) : read(Path.of(nameOrPath));
    }

    @Override
    public String place(String name) {
        return folder.resolve(name).toString();
    }

    @Override
    public InputStream open(String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException(place(name) + ": outside the folder of the turbine type; put the file beside its description");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(place(name) + ": no such file; the path counts from the folder of the turbine type");
        }
        return Files.newInputStream(file);
    }
}
