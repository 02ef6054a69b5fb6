package org.gemello.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gemello.api.TwinId;
import org.junit.jupiter.api.Test;

class TwinTablesTest {
    private final Farm farm = new Farm();

    private List<Table> show(String id) {
        return TwinTables.show(farm.twin(new TwinId(id)).orElseThrow(), Farm.NOW);
    }

    @Test
    void listShowsStatusWorstQualityAndAge() {
        Table table = TwinTables.list(farm.twins(), Farm.NOW);
        assertThat(table.headings()).containsExactly("Twin", "Type", "Status", "Points", "Worst quality", "Last source time", "Age",
                "Active alarms");
        assertThat(table.rows()).containsExactly(
                List.of("wt-01", "energy/wind-turbine", "RUNNING", "3", "Bad_SensorFailure", "2026-03-01T11:59:59.580Z", "0.4 s", "1"),
                List.of("wt-02", "energy/wind-turbine", "PARKED", "0", "-", "-", "-", "0"));
    }

    @Test
    void showBeginsWithTheTwinItself() {
        assertThat(show("wt-01").get(0).rows()).containsExactly(
                List.of("Name", "Turbine 1"), List.of("Type", "energy/wind-turbine"), List.of("Status", "RUNNING"), List.of("Offset",
                        "4711"));
        assertThat(show("wt-02").get(0).rows()).contains(List.of("Status", "PARKED"), List.of("Reason", "no pack brings this type"));
    }

    @Test
    void showHasEveryPointInOrder() {
        Table state = show("wt-01").get(1);
        assertThat(state.headings()).containsExactly("Point", "Value", "Unit", "Quality", "Source time", "Age");
        assertThat(state.rows()).containsExactly(
                List.of("WTUR.W", "4321.123", "kW", "Good", "2026-03-01T11:59:59.580Z", "0.4 s"),
                List.of("WNAC.Tmp", "-", "Cel", "Bad_SensorFailure", "2026-03-01T11:55:00Z", "5 min"),
                List.of("WTUR.St", "run?[31m", "1", "Uncertain", "2026-03-01T11:59:30Z", "30 s"));
    }

    @Test
    void showHasAlarmsAndCommands() {
        assertThat(show("wt-01").get(2).rows()).containsExactly(
                List.of("underperformance", "yes", "HIGH", "2026-03-01T11:58:30Z", "residual -312 kW"),
                List.of("over-temperature", "no", "LOW", "2026-03-01T11:45:00Z", "back to 60 Cel"));
        assertThat(show("wt-01").get(3).rows()).containsExactly(
                List.of("set-power-limit", "limit 0..5000 kW", "5.0 s", "Limit the power"),
                List.of("stop", "-", "-", "Stop the turbine"));
    }

    @Test
    void showLeavesOutWhatTheTwinHasNot() {
        assertThat(show("wt-02")).hasSize(2);
        assertThat(show("wt-02").get(1).rows()).isEmpty();
    }
}
