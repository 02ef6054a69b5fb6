package org.gemello.worker.internal.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gemello.spi.TwinType;

/** The types of the pack, in the order of their bundles. */
record HostedTypes(List<HostedType> types) {

    /** @throws IllegalStateException where a component cannot live in a worker; the message says why */
    static HostedTypes load(List<Path> bundles) throws IOException, ReflectiveOperationException {
        List<Path> classPath = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Path file : bundles) {
            BundleFile bundle = BundleFile.read(file, Path.of("").toAbsolutePath());
            classPath.addAll(bundle.classPath());
            names.addAll(bundle.twinTypes());
        }
        if (names.isEmpty()) {
            throw new IllegalStateException("no component of the pack provides " + TwinType.class.getName());
        }
        PackLoader loader = new PackLoader(classPath);
        List<HostedType> types = new ArrayList<>();
        for (String name : names) {
            types.add(HostedType.of(instance(loader, name)));
        }
        return new HostedTypes(List.copyOf(types));
    }

    private static TwinType<?> instance(PackLoader loader, String name) throws ReflectiveOperationException {
        try {
            return (TwinType<?>) loader.loadClass(name).getConstructor().newInstance();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(name + " needs a public constructor without arguments to live in a worker", e);
        }
    }

    HostedType at(int place) {
        return types.get(place);
    }
}
