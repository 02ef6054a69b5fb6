package org.gemello.rest.internal.mapping;

import java.util.List;
import java.util.function.Predicate;
import org.gemello.api.health.HealthCheck.Health;
import org.gemello.rest.internal.contract.HealthJson;
import org.gemello.rest.internal.contract.HealthPartJson;

/** What the platform's parts say of themselves, as the contract shows it. */
public final class HealthMapping {
    private HealthMapping() {
    }

    /** @param isWell what every part must be for the platform to be up */
    public static HealthJson of(List<Health> parts, Predicate<Health> isWell) {
        return new HealthJson().status(parts.stream().allMatch(isWell) ? HealthJson.StatusEnum.UP : HealthJson.StatusEnum.DOWN)
                .parts(parts.stream().map(HealthMapping::of).toList());
    }

    private static HealthPartJson of(Health part) {
        return new HealthPartJson().part(part.part()).ready(part.ready()).live(part.live()).text(part.text());
    }
}
