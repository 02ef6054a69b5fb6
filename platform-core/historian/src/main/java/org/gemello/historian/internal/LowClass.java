package org.gemello.historian.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gemello.api.PointId;
import org.gemello.binding.BindingTemplate;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.HistoryClass;
import org.gemello.binding.Placeholders;
import org.gemello.binding.PointTemplate;
import org.gemello.binding.SiteConfiguration;

/** Points of history class low, as the bindings say; where one is made from a template, by the form of its name. */
final class LowClass implements Predicate<PointId> {
    private static final String ANY = "\u0000";
    private final SiteConfiguration site;
    private final List<Pattern> templates = new ArrayList<>();

    LowClass(SiteConfiguration site) {
        this.site = site;
        for (ConnectionDefinition connection : site.connections()) {
            for (BindingTemplate binding : site.templates(connection.name())) {
                for (PointTemplate point : binding.points()) {
                    if (point.history() == HistoryClass.LOW) {
                        templates.add(form(binding.twin() + "/" + point.name()));
                    }
                }
            }
        }
    }

    private static Pattern form(String text) {
        return Pattern.compile(Pattern.quote(Placeholders.fill(text, word -> ANY)).replace(ANY, "\\E.+\\Q"));
    }

    @Override
    public boolean test(PointId point) {
        return site.point(point).map(binding -> binding.history() == HistoryClass.LOW)
                .orElseGet(() -> templates.stream().anyMatch(template -> template.matcher(point.toString()).matches()));
    }
}
