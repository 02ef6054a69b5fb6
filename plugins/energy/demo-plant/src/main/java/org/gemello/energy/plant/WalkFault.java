package org.gemello.energy.plant;

import java.util.List;

/** A fault that can be put into a turbine of the demo plant, and what the platform is expected to make of it. */
enum WalkFault {
    PITCH("3 degrees on its blade set: every blade stands 3 degrees further towards feather than the controller knows",
            List.of(new Value("Sim.PitchFault", 3)), "pitch offset", "pitch-correction", "WROT.SetPtCor1"),
    ICE("moderate ice on its blades, in air of -4 degrees Celsius and 96 % humidity",
            List.of(new Value("Site.Sim.Icing", 1), new Value("Sim.Ice", 1)), "power coefficient", "blade-heating", "WROT.SetHeat"),
    FRICTION("friction in its gearbox: 3 % of rated torque", List.of(new Value("Sim.Friction", 3)), "friction", "relieve-gearbox",
            "WTUR.SetW");

    /** What has to be written; names that begin with {@code Site.} are the plant's, others the turbine's. */
    record Value(String name, double value) {
        String node(String turbine) {
            return name.startsWith("Site.") ? name : turbine + '.' + name;
        }
    }

    final String title;
    final List<Value> values;
    /** What the alarm must name. */
    final String parameter;
    final String proposal;
    /** Set point in which the counter-measure is seen at the plant. */
    final String setPoint;

    WalkFault(String title, List<Value> values, String parameter, String proposal, String setPoint) {
        this.title = title;
        this.values = values;
        this.parameter = parameter;
        this.proposal = proposal;
        this.setPoint = setPoint;
    }
}
