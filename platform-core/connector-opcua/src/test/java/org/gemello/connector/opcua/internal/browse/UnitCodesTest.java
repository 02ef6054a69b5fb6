package org.gemello.connector.opcua.internal.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.milo.opcua.sdk.core.CefactEngineeringUnits;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.gemello.binding.Units;
import org.junit.jupiter.api.Test;

class UnitCodesTest {

    @Test
    void everyCodeOfTheTableIsAKnownCodeAndEveryUnitIsUcum() {
        Set<String> codes = Arrays.stream(CefactEngineeringUnits.getAll()).map(unit -> UnitCodes.code(unit.getUnitId()))
                .collect(Collectors.toSet());
        assertThat(codes).containsAll(UnitCodes.all().keySet());
        assertThat(UnitCodes.all().values()).hasSizeGreaterThan(150)
                .allSatisfy(unit -> assertThatCode(() -> Units.check(unit)).doesNotThrowAnyException());
    }

    @Test
    void aNameThatCouldBeSomethingElseIsNotGuessed() {
        EUInformation unit = new EUInformation("urn:maker", 1, LocalizedText.english("C"), LocalizedText.NULL_VALUE);
        assertThat(UnitCodes.byCode(unit)).isEmpty();
        assertThat(UnitCodes.byName(unit)).isEmpty();
    }

    @Test
    void aCodeOfSomebodyElsesTableIsNotTakenForOurs() {
        EUInformation celsius = new EUInformation("urn:maker", 4_408_652, LocalizedText.english("degC"), LocalizedText.NULL_VALUE);
        assertThat(UnitCodes.byCode(celsius)).isEmpty();
        assertThat(UnitCodes.byName(celsius)).contains("Cel");
    }
}
