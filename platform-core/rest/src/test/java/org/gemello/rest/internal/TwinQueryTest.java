package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gemello.rest.internal.contract.TwinJson;
import org.gemello.rest.internal.contract.TwinStatusJson;
import org.junit.jupiter.api.Test;

class TwinQueryTest {
    private final FakePlatform platform = new FakePlatform();

    private List<String> ids(TwinQuery query) {
        return query.page(platform.twins).getItems().stream().map(TwinJson::getId).toList();
    }

    @Test
    void everyFilterNarrows() {
        assertThat(ids(new TwinQuery(null, null, null, 10, null))).containsExactly("wt-01", "wt-02", "wt-03");
        assertThat(ids(new TwinQuery("energy/wind-turbine", TwinStatusJson.RUNNING, "TURBINE 02", 10, null))).containsExactly("wt-02");
        assertThat(ids(new TwinQuery("energy/gas-turbine", null, null, 10, null))).isEmpty();
        assertThat(ids(new TwinQuery(null, TwinStatusJson.PARKED, null, 10, null))).isEmpty();
        assertThat(ids(new TwinQuery(null, null, "wt-03", 10, null))).containsExactly("wt-03");
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEndedThoughThatTwinIsGone() {
        platform.twins.remove(1);
        assertThat(ids(new TwinQuery(null, null, null, 10, "wt-02"))).containsExactly("wt-03");
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(new TwinQuery(null, null, null, 3, null).page(platform.twins).getNext()).isNull();
        assertThat(new TwinQuery(null, null, null, 2, null).page(platform.twins).getNext()).isEqualTo("wt-02");
    }
}
