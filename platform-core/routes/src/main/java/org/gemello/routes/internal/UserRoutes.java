package org.gemello.routes.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Routes of the integrator: each file of {@code routes/} in the configuration folder (Camel's YAML DSL) is started when it appears,
 * started anew when it changes, and stopped when it goes. A file that is wrong is named with the reason; the others run.
 */
final class UserRoutes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UserRoutes.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final long LARGEST = 1_000_000;
    private final CamelContext context;
    private final Path folder;
    private final Map<String, Deployed> deployed = new TreeMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "gemello-user-routes");

    /**
     * What became of a file.
     *
     * @param stamp   size and time of the file as it was read
     * @param routes  ids of its routes
     * @param problem why it does not run, empty where it does
     */
    private record Deployed(String stamp, List<String> routes, String problem) {
    }

    UserRoutes(CamelContext context, Path folder) {
        this.context = context;
        this.folder = folder;
        thread.setDaemon(true);
    }

    UserRoutes start() {
        thread.start();
        return this;
    }

    private void run() {
        try {
            do {
                look();
            } while (!closing.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        Map<String, Path> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> found = Files.list(folder)) {
                found.filter(UserRoutes::isWanted).forEach(file -> files.put(file.getFileName().toString(), file));
            } catch (IOException e) {
                LOG.warn("the routes in {} cannot be listed; those that run stay: {}", folder, e.toString());
                return;
            }
        }
        for (String gone : deployed.keySet().stream().filter(name -> !files.containsKey(name)).toList()) {
            LOG.info("routes of {} are stopped: the file is gone", gone);
            remove(deployed.remove(gone).routes());
        }
        files.forEach(this::deploy);
    }

    private static boolean isWanted(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private void deploy(String name, Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            String stamp = attributes.size() + " " + attributes.lastModifiedTime();
            Deployed before = deployed.get(name);
            if (before != null && before.stamp().equals(stamp)) {
                return;
            }
            if (before != null) {
                remove(before.routes());
            }
            deployed.put(name, new Deployed(stamp, List.of(), "it is being started"));
            deployed.put(name, start(name, stamp, file, attributes.size()));
        } catch (IOException e) {
            LOG.debug("{} is gone or cannot be read; the next look tells: {}", file, e.toString());
        }
    }

    private Deployed start(String name, String stamp, Path file, long size) {
        List<String> before = ids();
        try {
            if (size > LARGEST) {
                throw new IllegalArgumentException("it has " + size + " bytes, at most " + LARGEST + " are read");
            }
            Resource resource = ResourceHelper.fromBytes("file:" + name, Files.readAllBytes(file));
            for (RoutesBuilder routes : PluginHelper.getRoutesLoader(context).findRoutesBuilders(resource)) {
                refuseTakenIds(routes, before);
                context.addRoutes(routes);
            }
            List<String> added = added(before);
            if (added.isEmpty()) {
                throw new IllegalArgumentException("there is no route in it; begin with '- route:' or '- from:'");
            }
            LOG.info("routes of {} run: {}", name, added);
            return new Deployed(stamp, added, "");
        } catch (Exception e) {
            remove(added(before));
            String problem = CamelHost.root(e).getMessage();
            LOG.error("routes of {} do not run: {}", name, problem, e);
            return new Deployed(stamp, List.of(), problem);
        }
    }

    /** Camel would put such a route in the place of the one that runs. */
    private void refuseTakenIds(RoutesBuilder routes, List<String> taken) throws Exception {
        if (routes instanceof RouteBuilder builder) {
            for (RouteDefinition route : builder.configureRoutes(context).getRoutes()) {
                if (taken.contains(route.getRouteId())) {
                    throw new IllegalArgumentException("a route '" + route.getRouteId() + "' runs already; give this one another id");
                }
            }
        }
    }

    private List<String> ids() {
        return context.getRoutes().stream().map(Route::getRouteId).toList();
    }

    private List<String> added(List<String> before) {
        List<String> added = new ArrayList<>(ids());
        added.removeAll(before);
        return added;
    }

    private void remove(List<String> routes) {
        for (String route : routes) {
            try {
                context.getRouteController().stopRoute(route);
                context.removeRoute(route);
            } catch (Exception e) {
                LOG.warn("route {} did not stop cleanly: {}", route, e.toString());
            }
        }
    }

    /** Files whose routes do not run, with the reason; empty where all do. */
    synchronized String problems() {
        List<String> problems = new ArrayList<>();
        deployed.forEach((name, file) -> {
            if (!file.problem().isEmpty()) {
                problems.add("routes/" + name + ": " + file.problem());
            }
        });
        return String.join("; ", problems);
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
