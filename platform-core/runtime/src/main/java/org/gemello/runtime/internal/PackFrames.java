package org.gemello.runtime.internal;

import java.util.List;

/** Finds in a stack the place that the people who wrote a pack want to know. */
final class PackFrames {
    private static final List<String> NOT_OF_A_PACK = List.of("java.", "javax.", "jdk.", "sun.", "org.gemello.api.", "org.gemello.binding.",
            "org.gemello.spi.", "org.gemello.packs.", EffectCollector.class.getName());
    private static final List<String> CORE = List.of(BehaviorHost.class.getName(), Incarnation.class.getName(), PackCalls.class.getName());

    private PackFrames() {
    }

    /** What went wrong with its first frame in pack code. */
    static String describe(Throwable failure) {
        String top = top(failure.getStackTrace());
        return failure + (top.isEmpty() ? "" : " at " + top);
    }

    /** The first frame in pack code; empty where there is none. */
    static String top(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            String name = frame.getClassName();
            if (CORE.stream().anyMatch(name::startsWith)) {
                return "";
            }
            if (NOT_OF_A_PACK.stream().noneMatch(name::startsWith)) {
                return frame.toString();
            }
        }
        return "";
    }
}
