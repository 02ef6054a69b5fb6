package org.gemello.energy.condition;

import java.util.Optional;
import org.gemello.energy.fatigue.LoadDesign;
import org.gemello.energy.thermal.ThermalDesign;
import org.gemello.energy.vibration.VibrationDesign;

/**
 * What the condition of a turbine type is judged by, beside its {@link org.gemello.energy.turbine.TurbineDesign}.
 *
 * @param loads     of its components
 * @param thermal   of its drive train, where that is known
 * @param vibration of its gearbox, where it has one and that is known
 */
public record ConditionDesign(LoadDesign loads, Optional<ThermalDesign> thermal, Optional<VibrationDesign> vibration) {
}
