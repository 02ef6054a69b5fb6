package org.gemello.binding;

import java.util.List;

/**
 * Points of any number of twins that one connection feeds from places of one form. A placeholder is a word in braces, such as
 * <code>{machine}</code>; the connector finds what it stands for in the place, as in the topic <code>plant/{machine}/state</code>.
 *
 * @param connection name of the connection
 * @param twin       id of the twin, with placeholders
 * @param settings   what belongs to the place; checked by the connector
 * @param points     the points
 */
public record BindingTemplate(String connection, String twin, Settings settings, List<PointTemplate> points) {
    public BindingTemplate {
        points = List.copyOf(points);
    }
}
