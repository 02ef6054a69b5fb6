package org.gemello.rest.internal.mapping;

import org.gemello.api.demo.DemoPlant;
import org.gemello.api.site.SiteEdit;
import org.gemello.rest.internal.contract.DemoPlantJson;
import org.gemello.rest.internal.contract.SiteEditJson;
import org.gemello.rest.internal.contract.SiteKindJson;

/** Demo plants as the contract shows them. */
public final class DemoMapping {
    private DemoMapping() {
    }

    public static DemoPlantJson of(DemoPlant plant) {
        return new DemoPlantJson().id(plant.id()).title(plant.title()).pack(plant.pack()).running(plant.running())
                .site(plant.site().stream().map(DemoMapping::of).toList());
    }

    private static SiteEditJson of(SiteEdit edit) {
        return new SiteEditJson().kind(SiteKindJson.valueOf(edit.kind().name())).name(edit.name()).content(edit.content().orElse(null))
                .expected(edit.expected());
    }
}
