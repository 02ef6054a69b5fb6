package org.gemello.runtime.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.twin.TwinModel;
import org.gemello.runtime.exchange.TwinOutlook;
import org.gemello.spi.TwinType;

/** What would become of one twin under a candidate, tried on a copy. */
final class Outlook {
    private final TwinCell cell;
    private final TwinType<?> candidate;
    private final RuntimeContext context;

    Outlook(TwinCell cell, TwinType<?> candidate, RuntimeContext context) {
        this.cell = cell;
        this.candidate = candidate;
        this.context = context;
    }

    TwinOutlook look(Duration patience) {
        TwinModel model = TwinModel.UNKNOWN;
        int present = 0;
        String how;
        boolean possible = false;
        try {
            model = context.calls().call("model of " + cell.definition().type(), candidate::model);
            cell.image(patience);
            present = cell.images().newest().map(StateImage::schema).orElse(0);
            Incarnation tried = Incarnation.start(candidate, cell.definition(), cell.images(), cell.model(), context);
            how = how(tried.from(), model.schema());
            possible = true;
        } catch (PackCalls.PackCallException e) {
            how = e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            how = "interrupted before it was tried";
        }
        return new TwinOutlook(cell.id(), cell.definition().type(), present, model.schema(), how, possible, changes(model));
    }

    private static String how(StateImage from, int schema) {
        if (from == null || from.state() == null) {
            return "begins without a state";
        }
        String until = "from its state at offset " + from.applied();
        if (from.schema() == schema) {
            return "goes on " + until;
        }
        List<String> steps = new ArrayList<>();
        for (int step = from.schema(); step < schema; step++) {
            steps.add(step + " to " + (step + 1));
        }
        return "goes on " + until + ", migrated from schema " + String.join(", ", steps);
    }

    private List<String> changes(TwinModel model) {
        Intake door = new Intake(context, cell.id(), model, TwinModel.UNKNOWN);
        return cell.model().schema() == 0 || model.schema() == 0 ? List.of() : ModelChanges.of(cell.model(), model, door, context.bound(cell.id()));
    }
}
