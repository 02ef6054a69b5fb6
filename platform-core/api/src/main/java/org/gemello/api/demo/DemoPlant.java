package org.gemello.api.demo;

import java.util.List;
import java.util.Map;
import org.gemello.api.site.SiteEdit;

/**
 * A simulated plant.
 *
 * @param id      such as {@code wind-farm}
 * @param title   by language, {@code en} and {@code ko}
 * @param pack    id of the pack that brings the types of its twins
 * @param running true while its process lives
 * @param site    the connections, twins and bindings that make twins of it, on the ports that it has; each must not exist yet
 */
public record DemoPlant(String id, Map<String, String> title, String pack, boolean running, List<SiteEdit> site) {
    public DemoPlant {
        title = Map.copyOf(title);
        site = List.copyOf(site);
    }
}
