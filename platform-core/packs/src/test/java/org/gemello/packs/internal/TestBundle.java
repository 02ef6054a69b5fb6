package org.gemello.packs.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A bundle of a pack, compiled here from source. Compiled classes are kept for the next test. */
public final class TestBundle {
    private static final Map<String, Map<String, byte[]>> COMPILED = new ConcurrentHashMap<>();
    private final String name;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> components = new LinkedHashMap<>();
    private String imports =
            "org.gemello.api;version=\"[0.1,1)\",org.gemello.api.twin;version=\"[0.1,1)\",org.gemello.api.command;version=\"[0.1,1)\","
            + "org.gemello.spi;version=\"[0.1,1)\",org.gemello.spi.pack;version=\"[0.1,1)\",org.slf4j;version=\"[1.7,3)\"";
    private String exports = "";
    private boolean lifecycle = true;

    public TestBundle(String name) {
        this.name = name;
    }

    /** Adds a class by its full name. */
    public TestBundle source(String className, String source) {
        sources.put(className, source);
        return this;
    }

    /** Adds a component that offers a service; references by their names and interfaces. */
    public TestBundle component(String className, String service, String... references) {
        StringBuilder xml = new StringBuilder("<scr:component xmlns:scr='http://www.osgi.org/xmlns/scr/v1.3.0' name='" + className
                + "' immediate='true'" + (lifecycle ? " activate='activate' deactivate='deactivate'" : "") + "><implementation class='"
                        + className + "'/>");
        if (!service.isEmpty()) {
            xml.append("<service><provide interface='").append(service).append("'/></service>");
        }
        for (String reference : references) {
            xml.append("<reference name='r' interface='").append(reference).append("' bind='bind'/>");
        }
        components.put("OSGI-INF/" + className + ".xml", xml.append("</scr:component>").toString());
        return this;
    }

    /** Components added after this are told neither of their start nor of their end. */
    public TestBundle withoutLifecycle() {
        lifecycle = false;
        return this;
    }

    public TestBundle imports(String packages) {
        imports = packages;
        return this;
    }

    public TestBundle exports(String packages) {
        exports = packages;
        return this;
    }

    public byte[] jar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Import-Package", imports);
        if (!exports.isEmpty()) {
            main.putValue("Export-Package", exports);
        }
        if (!components.isEmpty()) {
            main.putValue("Service-Component", String.join(",", components.keySet()));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> compiled : classes().entrySet()) {
                put(jar, compiled.getKey().replace('.', '/') + ".class", compiled.getValue());
            }
            for (Map.Entry<String, String> component : components.entrySet()) {
                put(jar, component.getKey(), component.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static void put(JarOutputStream jar, String path, byte[] content) throws IOException {
        JarEntry entry = new JarEntry(path);
        entry.setTime(0);
        jar.putNextEntry(entry);
        jar.write(content);
    }

    private Map<String, byte[]> classes() {
        return sources.isEmpty() ? Map.of() : COMPILED.computeIfAbsent(sources.toString(), key -> compile());
    }

    private Map<String, byte[]> compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();
        List<JavaFileObject> units = sources.entrySet().stream().<JavaFileObject>map(source -> new SourceText(source.getKey(),
                source.getValue())).toList();
        JavaFileManager files = new ForwardingJavaFileManager<>(compiler.getStandardFileManager(null, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("mem:///" + className.replace('.', '/') + ".class"), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return written.computeIfAbsent(className, key -> new ByteArrayOutputStream());
                    }
                };
            }
        };
        if (!compiler.getTask(null, files, null, List.of("-proc:none", "--release", "17"), null, units).call()) {
            throw new IllegalStateException("the sources of " + name + " do not compile");
        }
        Map<String, byte[]> classes = new LinkedHashMap<>();
        written.forEach((className, bytes) -> classes.put(className, bytes.toByteArray()));
        return classes;
    }

    private static final class SourceText extends SimpleJavaFileObject {
        private final String text;

        SourceText(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
