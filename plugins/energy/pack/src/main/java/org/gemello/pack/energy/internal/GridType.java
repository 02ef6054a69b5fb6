package org.gemello.pack.energy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gemello.energy.grid.Branch;
import org.gemello.energy.grid.GridCase;
import org.gemello.energy.grid.GridTwin;
import org.gemello.energy.grid.GridTwinState;
import org.gemello.energy.grid.Meter;
import org.gemello.energy.grid.MeterPlan;
import org.gemello.energy.grid.ShippedCases;
import org.gemello.energy.live.LiveTwin;
import org.gemello.spi.TwinType;
import org.osgi.service.component.annotations.Component;

/** Twins of grids: a shipped case or one as text in MATPOWER format, and where its meters stand, see {@link MeterPlan}. */
@Component(service = TwinType.class)
public final class GridType extends LiveType<GridTwinState> {
    static final String TYPE = "grid";
    private static final double MOST = 100_000;

    public GridType() {
        super(TYPE, GridTwinState::new, GridType::points, GridType::twin);
    }

    private static Points points(Points points) {
        points.derived("GRD.MinV", "1").derived("GRD.MaxV", "1").derived("GRD.MaxLd", "%").derived("GRD.Loss", "MW")
                .derived("GRD.N1", "1").derived("GRD.N1Ld", "%").derived("GRD.Fit", "1").derived("GRD.Bad", "1").derived("GRD.Missing", "1")
                .derived("GRD.Buses", "1").derived("GRD.Branches", "1").derived("GRD.Outages", "1").derived("GRD.Meters", "1");
        for (int i = 1; i <= GridTwin.BUS_POINTS; i++) {
            points.numbered("BUS.V", i, "1").numbered("BUS.A", i, "deg");
        }
        for (int i = 1; i <= GridTwin.BRANCH_POINTS; i++) {
            points.numbered("BRA.P", i, "MW").numbered("BRA.Ld", i, "%");
        }
        for (int i = 1; i <= MeterPlan.VOLTAGES; i++) {
            points.numbered("V", i, "1", 0, 2);
        }
        for (int i = 1; i <= MeterPlan.POWERS; i++) {
            points.numbered("P", i, "MW", -MOST, MOST).numbered("Q", i, "MV.A", -MOST, MOST);
        }
        return points;
    }

    private static LiveTwin<GridTwinState> twin(Given given) {
        GridCase grid = rated(ShippedCases.of(given.document("case", ShippedCases.NAMES.get(1))), given.number("rating", "MV.A", 0, 0, MOST));
        String text = given.document("meters", "");
        Map<String, Meter> meters = text.isEmpty() ? MeterPlan.everywhere(grid) : MeterPlan.of(grid, text);
        GridTwin.Settings usual = GridTwin.Settings.DEFAULT;
        return new GridTwin(grid, meters, new GridTwin.Settings(given.number("window", "s", usual.window(), 1, 3600),
                given.number("tables", "s", usual.tables(), 60, 86_400), given.number("badAbove", "1", usual.badAbove(), 1, 100)));
    }

    /** Branches without a rating get this one, in MVA; 0: none. */
    private static GridCase rated(GridCase grid, double rating) {
        List<Branch> branches = new ArrayList<>();
        for (Branch each : grid.branches()) {
            branches.add(new Branch(each.from(), each.to(), each.resistance(), each.reactance(), each.charging(),
                    each.rating() == 0 ? rating : each.rating(), each.ratio(), each.shift(), each.inService()));
        }
        return new GridCase(grid.baseMva(), grid.buses(), grid.generators(), branches);
    }
}
