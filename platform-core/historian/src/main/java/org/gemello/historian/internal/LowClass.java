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

/** Points of history class low, as the bindings say now; where one is made from a template, by the form of its name. */
final class LowClass implements Predicate<PointId> {
    private static final String ANY = "\u0000";
    private final SiteConfiguration site;
    private volatile Forms forms;

    /** Of one state of the site. */
    private record Forms(SiteConfiguration of, List<Pattern> low) {
    }

    LowClass(SiteConfiguration site) {
        this.site = site;
        this.forms = forms(site.now());
    }

    private static Forms forms(SiteConfiguration site) {
        List<Pattern> low = new ArrayList<>();
        for (ConnectionDefinition connection : site.connections()) {
            for (BindingTemplate binding : site.templates(connection.name())) {
                for (PointTemplate point : binding.points()) {
                    if (point.history() == HistoryClass.LOW) {
                        low.add(form(binding.twin() + "/" + point.name()));
                    }
                }
            }
        }
        return new Forms(site, low);
    }

    private static Pattern form(String text) {
        return Pattern.compile(Pattern.quote(Placeholders.fill(text, word -> ANY)).replace(ANY, "\\E.+\\Q"));
    }

    @Override
    public boolean test(PointId point) {
        SiteConfiguration now = site.now();
        if (forms.of() != now) {
            forms = forms(now);
        }
        return now.point(point).map(binding -> binding.history() == HistoryClass.LOW)
                .orElseGet(() -> forms.low().stream().anyMatch(template -> template.matcher(point.toString()).matches()));
    }
}
