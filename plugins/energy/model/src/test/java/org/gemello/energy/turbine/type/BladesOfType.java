package org.gemello.energy.turbine.type;

import java.io.IOException;
import org.gemello.energy.rotor.Blade;
import org.gemello.energy.rotor.BladeElementMomentum;

/** The blades of the NREL 5-MW turbine without tilt and cone, solved at one position: what other plain programs compute. */
public final class BladesOfType {
    private BladesOfType() {
    }

    public static BladeElementMomentum nrel5Mw() throws IOException {
        BladeFiles files = new BladeFiles(TypeFiles.shipped("nrel-5mw"), "blade.csv", "polars.csv");
        return new BladeElementMomentum(new Blade(3, 1.5, 63, 0, files.sections(61.5)));
    }
}
