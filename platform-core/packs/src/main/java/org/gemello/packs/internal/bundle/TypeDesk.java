package org.gemello.packs.internal.bundle;

import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.gemello.packs.internal.guard.GuardedType;
import org.gemello.runtime.exchange.TypeExchange;
import org.gemello.spi.TwinType;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

/** Takes the types of one version, checks them against the manifest and registers their guards. Safe for many threads. */
final class TypeDesk {
    private final BundleContext context;
    private final PackOrigin origin;
    private final Map<String, Integer> declared;
    private final Function<TwinType<?>, GuardedType<?>> guard;
    private final Map<String, Entry> entries = new ConcurrentSkipListMap<>();
    private final Map<String, String> problems = new ConcurrentHashMap<>();
    private boolean serving;

    private record Entry(GuardedType<?> type, ServiceRegistration<?> registration) {
    }

    /** @param declared schema by type, as the manifest says */
    TypeDesk(BundleContext context, PackOrigin origin, Map<String, Integer> declared, Function<TwinType<?>, GuardedType<?>> guard) {
        this.context = context;
        this.origin = origin;
        this.declared = Map.copyOf(declared);
        this.guard = guard;
    }

    /**
     * Takes a type that the pack offers.
     *
     * @return its guard, null where the type is refused; {@link #trouble} says why then
     */
    synchronized GuardedType<?> add(TwinType<?> offered) {
        String name = "a type";
        try {
            GuardedType<?> type = guard.apply(offered);
            name = type.id().value();
            String wrong = check(name, type.model().schema());
            if (wrong.isEmpty()) {
                entries.put(name, new Entry(type, context.registerService(TwinType.class, type, properties())));
                problems.remove(name);
                return type;
            }
            problems.put(name, wrong);
        } catch (RuntimeException | LinkageError e) {
            problems.put(name, name + " cannot be asked for its identity and model: " + PackFailure.reason(e));
        }
        return null;
    }

    private String check(String name, int schema) {
        Integer promised = declared.get(name);
        if (promised == null) {
            return "it offers the type " + name + ", which its manifest does not declare";
        }
        if (promised != schema) {
            return name + " has schema " + schema + ", its manifest says " + promised;
        }
        return entries.containsKey(name) ? "it offers the type " + name + " twice" : "";
    }

    synchronized void remove(GuardedType<?> type) {
        Entry entry = entries.get(type.id().value());
        if (entry != null && entry.type() == type) {
            entries.remove(type.id().value());
            entry.registration().unregister();
        }
    }

    synchronized void removeAll() {
        List.copyOf(entries.values()).forEach(entry -> remove(entry.type()));
    }

    synchronized void serving(boolean serves) {
        serving = serves;
        entries.values().forEach(entry -> entry.registration().setProperties(properties()));
    }

    private Hashtable<String, Object> properties() {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("gemello.pack", origin.id());
        properties.put("gemello.pack.version", origin.version());
        properties.put(TypeExchange.STANDBY, !serving);
        properties.put(Constants.SERVICE_DESCRIPTION, "twin type of pack " + origin + ", guarded");
        return properties;
    }

    synchronized List<GuardedType<?>> types() {
        return entries.values().stream().<GuardedType<?>>map(Entry::type).toList();
    }

    /** A service of the pack cannot be had; empty words where it can. */
    void service(String name, String problem) {
        if (problem.isEmpty()) {
            problems.remove(name);
        } else {
            problems.put(name, problem);
        }
    }

    /** True where types are missing that may still come. */
    synchronized boolean isWaiting() {
        return problems.isEmpty() && !trouble().isEmpty();
    }

    /** What is wrong, empty where every declared type is there and no other. */
    synchronized String trouble() {
        if (!problems.isEmpty()) {
            return String.join("; ", problems.values().stream().sorted().toList());
        }
        List<String> missing = declared.keySet().stream().filter(name -> !entries.containsKey(name)).sorted().toList();
        return missing.isEmpty() ? "" : "its manifest declares " + String.join(", ", missing) + ", which no service offers";
    }
}
