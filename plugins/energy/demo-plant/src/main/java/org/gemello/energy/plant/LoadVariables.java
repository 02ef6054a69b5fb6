package org.gemello.energy.plant;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;

/** Variables with no meaning, in any number: {@code Load.0001} and on, each a slow wave that changes with every value. */
final class LoadVariables {
    private final List<PlantVariable> variables = new ArrayList<>();

    LoadVariables(int count) {
        for (int i = 1; i <= count; i++) {
            variables.add(new PlantVariable(new Tag(String.format("Load.%04d", i), "Load", 0f, Tag.Unit.NONE, -1, 1), null));
        }
    }

    List<PlantVariable> variables() {
        return variables;
    }

    void publish(double time, DateTime now) {
        for (int i = 0; i < variables.size(); i++) {
            variables.get(i).publish((float) Math.sin(time / 7 + i), now);
        }
    }
}
