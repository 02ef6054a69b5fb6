package org.gemello.gpack.internal.lint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gemello.api.pack.PackGrant;

/** A part of the JDK, and what a pack needs in order to use it. A rule without methods takes in the whole class. */
record JdkRule(Need need, Pattern owner, Pattern method) {

    /** What is needed. */
    enum Need {
        NETWORK("ask for 'permissions: network'"),
        FILES("ask for 'permissions: files'"),
        THREADS("ask for 'permissions: threads'"),
        WORKER("packs do not get it within the platform's process; do without, or set 'isolation: worker'"),
        REFLECTION("what is called by reflection cannot be checked; call it directly where you can");

        private final String remedy;

        Need(String remedy) {
            this.remedy = remedy;
        }

        String remedy() {
            return remedy;
        }

        /** True where the permissions, or the isolation, take it in. */
        boolean isMet(PackGrant asked, boolean worker) {
            return switch (this) {
                case NETWORK -> !asked.network().isEmpty();
                case FILES -> asked.files();
                case THREADS -> asked.threads() > 0;
                case WORKER, REFLECTION -> worker;
            };
        }
    }

    private static JdkRule classes(Need need, String... owners) {
        return new JdkRule(need, pattern(List.of(owners)), null);
    }

    private static JdkRule methods(Need need, List<String> owners, String... methods) {
        return new JdkRule(need, pattern(owners), pattern(List.of(methods)));
    }

    /** {@code *} stands for any text without a dot, {@code **} for any text. */
    private static Pattern pattern(List<String> globs) {
        return Pattern.compile(globs.stream().map(glob -> Pattern.quote(glob).replace("**", "\\E\u0000\\Q").replace("*", "\\E[^.]*\\Q")
                .replace("\u0000", ".*")).collect(Collectors.joining("|")));
    }

    /** Methods are matched as name and descriptor, such as {@code <init>(Ljava/lang/String;)V}, which has no dot. */
    static final List<JdkRule> ALL = List.of(
            classes(Need.NETWORK, "java.net.*Socket*", "java.net.*URLConnection", "java.net.http.**", "java.net.Inet*",
                    "java.net.NetworkInterface", "java.nio.channels.*SocketChannel", "java.nio.channels.DatagramChannel",
                    "java.nio.channels.Selector", "javax.net.**", "com.sun.net.**", "java.rmi.**", "javax.naming.**",
                    "javax.management.remote.**"),
            methods(Need.NETWORK, List.of("java.net.URL"), "open*", "getContent*"),
            classes(Need.FILES, "java.io.File", "java.io.RandomAccessFile", "java.io.File*Stream", "java.io.FileReader",
                    "java.io.FileWriter", "java.nio.file.Files", "java.nio.file.Paths", "java.nio.file.FileSystem*",
                    "java.nio.channels.*FileChannel", "java.util.zip.ZipFile", "java.util.jar.JarFile", "java.util.logging.FileHandler"),
            methods(Need.FILES, List.of("java.nio.file.Path"), "toFile*", "register*", "toRealPath*"),
            methods(Need.FILES, List.of("java.io.PrintStream", "java.io.PrintWriter", "java.util.Formatter"), "<init>(Ljava/lang/String;*"),
            methods(Need.THREADS, List.of("java.lang.Thread"), "<init>*", "start*", "ofVirtual*", "ofPlatform*", "sleep*"),
            classes(Need.THREADS, "java.util.Timer", "java.util.concurrent.Executors", "java.util.concurrent.ForkJoin*",
                    "java.util.concurrent.CompletableFuture", "java.util.concurrent.SubmissionPublisher",
                    "java.util.concurrent.StructuredTaskScope*", "java.util.concurrent.*ThreadPoolExecutor", "java.lang.ref.Cleaner"),
            methods(Need.THREADS, List.of("**"), "parallelStream()*"),
            methods(Need.THREADS, List.of("java.util.Arrays"), "parallel*"),
            methods(Need.THREADS, List.of("java.util.stream.**"), "parallel()*"),
            classes(Need.WORKER, "java.lang.Process*", "sun.**", "jdk.**", "com.sun.jna.**", "com.sun.tools.**", "java.lang.instrument.**",
                    "java.lang.foreign.**", "javax.script.**", "javax.tools.**"),
            methods(Need.WORKER, List.of("java.lang.System", "java.lang.Runtime"), "exit(*", "halt(*", "load(*", "loadLibrary(*", "exec(*",
                    "addShutdownHook(*", "setProperty(*", "setProperties(*", "setOut(*", "setErr(*", "setIn(*", "setSecurityManager(*"),
            methods(Need.WORKER, List.of("java.lang.Thread"), "setDefaultUncaughtExceptionHandler*"),
            methods(Need.WORKER, List.of("**ClassLoader"), "<init>*", "define*"),
            methods(Need.WORKER, List.of("java.lang.invoke.MethodHandles*"), "defineClass*", "defineHiddenClass*", "privateLookupIn*"),
            methods(Need.WORKER, List.of("**"), "setAccessible(*", "trySetAccessible(*"),
            methods(Need.REFLECTION, List.of("java.lang.Class"), "forName*", "getMethod*", "getDeclaredMethod*", "getConstructor*",
                    "newInstance*"),
            methods(Need.REFLECTION, List.of("java.lang.reflect.Method", "java.lang.reflect.Constructor"), "invoke*", "newInstance*"),
            methods(Need.REFLECTION, List.of("java.lang.invoke.MethodHandles$Lookup"), "find*", "unreflect*"));

    /** What the class refers to and this rule is about, by name. */
    Set<String> matches(ClassFile file) {
        Set<String> matches = new LinkedHashSet<>();
        if (method == null) {
            file.classes().stream().filter(each -> owner.matcher(each).matches()).forEach(matches::add);
        }
        for (ClassFile.Method each : file.methods()) {
            if (owner.matcher(each.owner()).matches() && (method == null || method.matcher(each.name() + each.descriptor()).matches())) {
                matches.remove(each.owner()); // the method says more than the class
                matches.add(each.toString());
            }
        }
        return matches;
    }
}
