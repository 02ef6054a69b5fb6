package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmFilter;
import org.gemello.api.alarm.AlarmView;
import org.gemello.api.twin.Alarm;
import org.gemello.api.twin.Severity;
import org.gemello.api.twin.TwinView;
import org.gemello.rest.internal.TwinQuery.Own;
import org.gemello.rest.internal.TwinQuery.Parts;
import org.gemello.rest.internal.contract.SeverityJson;
import org.gemello.rest.internal.contract.TwinDetailJson;
import org.gemello.rest.internal.contract.TwinJson;
import org.gemello.rest.internal.contract.TwinStatusJson;
import org.gemello.rest.internal.problem.InvalidRequestException;
import org.junit.jupiter.api.Test;

class TwinQueryTest {
    private static final Own ANYTHING = new Own(null, null, null, null, null);
    private final FakePlatform platform = new FakePlatform();

    private List<String> ids(TwinQuery query) {
        return query.page(platform.twins).getItems().stream().map(TwinJson::getId).toList();
    }

    private List<String> own(String type, TwinStatusJson status, String text, String alarm, SeverityJson severity) {
        return ids(new TwinQuery(new Own(type, status, text, alarm, severity), Parts.ANY, TwinDetailJson.FULL, 10, null));
    }

    private static TwinQuery all(int limit, String after) {
        return new TwinQuery(ANYTHING, Parts.ANY, TwinDetailJson.FULL, limit, after);
    }

    private List<String> related(Parts parts) {
        return ids(new TwinQuery(ANYTHING, parts, TwinDetailJson.FULL, 10, null));
    }

    @Test
    void everyFilterNarrows() {
        assertThat(own(null, null, null, null, null)).containsExactly("wt-01", "wt-02", "wt-03");
        assertThat(own("energy/wind-turbine", TwinStatusJson.RUNNING, "TURBINE 02", "*", SeverityJson.LOW)).containsExactly("wt-02");
        assertThat(own("energy/gas-turbine", null, null, null, null)).isEmpty();
        assertThat(own(null, TwinStatusJson.PARKED, null, null, null)).isEmpty();
        assertThat(own(null, null, "wt-03", null, null)).containsExactly("wt-03");
    }

    @Test
    void alarmsAreThoseThatAreActive() {
        assertThat(own(null, null, null, "underperformance", null)).hasSize(3);
        assertThat(own(null, null, null, "overspeed", null)).isEmpty();
        assertThat(own(null, null, null, null, SeverityJson.HIGH)).hasSize(3);
        assertThat(own(null, null, null, null, SeverityJson.CRITICAL)).isEmpty();
        platform.twins.replaceAll(twin -> new TwinView(twin.id(), twin.name(), twin.type(), twin.status(), "", 42, twin.state(),
                List.of(new Alarm("underperformance", false, Severity.HIGH, "", FakePlatform.NOON)), twin.model()));
        assertThat(own(null, null, null, "*", null)).isEmpty();
    }

    @Test
    void pointsAreHeldAgainstTheirLastValues() {
        platform.twins.get(0).state().put("WTUR.W", FakePlatform.sample("wt-01", "WTUR.W", 800.0));

        assertThat(where("WTUR.W<1000")).containsExactly("wt-01");
        assertThat(where("WTUR.W>=800", "WTUR.W!=8e2")).containsExactly("wt-02", "wt-03");
        assertThat(where("WTUR.W=800.0")).containsExactly("wt-01");
        assertThat(where("WTUR.TurSt=running")).hasSize(3);
        assertThat(where("WTUR.TurSt!=running")).isEmpty();
        assertThat(where("none=1")).isEmpty();
        assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> where("WTUR.TurSt>running"));
        assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> where("WTUR.W"));
    }

    private List<String> where(String... conditions) {
        return ids(new TwinQuery(new Own(null, null, null, null, null, null, PointCondition.of("where", List.of(conditions))), Parts.ANY,
                TwinDetailJson.FULL, 10, null));
    }

    @Test
    void alarmsInAStateAreThoseThatSomebodyHasHandledSo() {
        platform.twins.add(FakePlatform.farm("farm", "wt-01"));
        Map<TwinId, List<AlarmView>> waiting = Map.of(new TwinId("wt-01"), platform.handledAlarms.alarms(AlarmFilter.STANDING));

        assertThat(ids(new TwinQuery(new Own(null, null, null, null, null, waiting, List.of()), Parts.ANY, TwinDetailJson.FULL, 10, null)))
                .containsExactly("wt-01");
        assertThat(ids(new TwinQuery(new Own(null, null, null, "cold", null, waiting, List.of()), Parts.ANY, TwinDetailJson.FULL, 10, null))).isEmpty();
        assertThat(related(new Parts(null, null, false, null, new Own(null, null, null, "hot", null, waiting, List.of())))).containsExactly("farm");
    }

    @Test
    void partsAreFoundFromTheWholeAndTheWholeFromItsParts() {
        platform.twins.add(FakePlatform.farm("farm", "wt-01", "wt-02", "gone"));
        platform.twins.add(FakePlatform.farm("region", "farm", "region"));

        assertThat(related(new Parts("farm", null, false, null, ANYTHING))).containsExactly("wt-01", "wt-02");
        assertThat(related(new Parts("farm", "turbine", false, null, ANYTHING))).containsExactly("wt-01", "wt-02");
        assertThat(related(new Parts("farm", "mast", false, null, ANYTHING))).isEmpty();
        assertThat(related(new Parts("region", null, false, null, ANYTHING))).containsExactly("farm", "region");
        assertThat(related(new Parts("region", null, true, null, ANYTHING))).containsExactly("wt-01", "wt-02", "farm", "region");
        assertThat(related(new Parts("nowhere", null, true, null, ANYTHING))).isEmpty();
        assertThat(related(new Parts(null, null, false, "wt-02", ANYTHING))).containsExactly("farm");
    }

    @Test
    void aWholeIsFoundByWhatOneOfItsPartsIs() {
        platform.twins.add(FakePlatform.farm("farm", "wt-01"));
        platform.twins.add(FakePlatform.farm("region", "farm"));

        assertThat(related(new Parts(null, null, false, null, new Own(null, null, null, "*", null)))).containsExactly("farm");
        assertThat(related(new Parts(null, null, false, null, new Own("energy/wind-farm", null, null, null, null)))).containsExactly("region");
        assertThat(related(new Parts(null, null, false, null, new Own("energy/wind-farm", null, null, "*", null)))).isEmpty();
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEndedThoughThatTwinIsGone() {
        platform.twins.remove(1);
        assertThat(ids(all(10, "wt-02"))).containsExactly("wt-03");
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(all(3, null).page(platform.twins).getNext()).isNull();
        assertThat(all(2, null).page(platform.twins).getNext()).isEqualTo("wt-02");
    }
}
