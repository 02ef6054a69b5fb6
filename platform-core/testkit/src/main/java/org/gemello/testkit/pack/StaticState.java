package org.gemello.testkit.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Format;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Looks for static fields that can change: what one twin leaves there another one sees, and no image keeps it. Arrays are let through
 * where they are private, for tables of constants are written so.
 */
final class StaticState {
    private static final List<String> UNMODIFIABLE = List.of("java.util.ImmutableCollections", "java.util.Collections$Unmodifiable",
            "java.util.Collections$Empty", "java.util.Collections$Singleton");
    private static final List<Class<?>> MUTABLE = List.of(Collection.class, Map.class, StringBuilder.class, StringBuffer.class,
            Random.class, ThreadLocal.class, Date.class, Calendar.class, Format.class);

    private StaticState() {
    }

    /** @throws AssertionError that names the fields */
    static void check(Class<?> ofThePack) {
        List<String> found = new ArrayList<>();
        for (String name : classes(ofThePack)) {
            for (Field field : load(name, ofThePack.getClassLoader()).getDeclaredFields()) {
                String why = Modifier.isStatic(field.getModifiers()) && !field.isSynthetic() ? objection(field) : null;
                if (why != null) {
                    found.add(name + '.' + field.getName() + ' ' + why);
                }
            }
        }
        if (!found.isEmpty()) {
            throw new AssertionError("static state, which twins would share and no image keeps: " + String.join("; ", found));
        }
    }

    /** Why the field is state; null where it is a constant. */
    private static String objection(Field field) {
        if (!Modifier.isFinal(field.getModifiers())) {
            return "is not final";
        } else if (field.getType().isPrimitive() || field.getType() == String.class) {
            return null;
        }
        Object value = value(field);
        if (value == null) {
            return null;
        }
        Class<?> kind = value.getClass();
        if (kind.isArray()) {
            return Modifier.isPrivate(field.getModifiers()) ? null : "is an array that others can change";
        } else if (MUTABLE.stream().anyMatch(mutable -> mutable.isInstance(value)) || kind.getName().startsWith("java.util.concurrent.")) {
            boolean fixed = UNMODIFIABLE.stream().anyMatch(kind.getName()::startsWith);
            return fixed ? null : "is of type " + kind.getSimpleName() + ", which can change";
        }
        return kind.getClassLoader() == field.getDeclaringClass().getClassLoader() ? ownState(kind) : null;
    }

    /** An object of the pack that has a field which is not final. */
    private static String ownState(Class<?> kind) {
        for (Class<?> part = kind; part != null && part != Object.class && part != Enum.class; part = part.getSuperclass()) {
            for (Field field : part.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers())) {
                    return "is of type " + kind.getSimpleName() + ", whose field " + field.getName() + " can change";
                }
            }
        }
        return null;
    }

    private static Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot look into " + field, e);
        }
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("class " + name + " is there and cannot be loaded", e);
        }
    }

    /** Names of all classes in the folder or jar that the class came from. */
    private static List<String> classes(Class<?> ofThePack) {
        try {
            Path place = Path.of(ofThePack.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                return classes(place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return classes(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(ofThePack + " does not come from a file", e);
        }
    }

    private static List<String> classes(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.map(path -> root.relativize(path).toString()).filter(path -> path.endsWith(".class") && !path.contains("-"))
                    .map(path -> path.substring(0, path.length() - ".class".length()).replace('/', '.').replace('\\', '.'))
                    .sorted().toList();
        }
    }
}
