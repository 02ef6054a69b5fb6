package org.gemello.worker.internal.child;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** Loads the classes of the pack: its own, the class library's, and of the platform only what a pack may see. */
final class PackLoader extends URLClassLoader {
    private static final List<String> PLATFORM = List.of("org.gemello.api.", "org.gemello.spi.", "org.slf4j.");

    PackLoader(List<Path> classPath) throws MalformedURLException {
        super("pack", urls(classPath), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] urls(List<Path> classPath) throws MalformedURLException {
        URL[] urls = new URL[classPath.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classPath.get(i).toUri().toURL();
        }
        return urls;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return PLATFORM.stream().anyMatch(name::startsWith) ? PackLoader.class.getClassLoader().loadClass(name) : super.loadClass(name,
                resolve);
    }
}
