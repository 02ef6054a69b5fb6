package org.gemello.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    /** Reference values by the definitions of BIPM's SI brochure and NIST SP 811, appendix B. */
    @ParameterizedTest(name = "{0} {1} = {2} {3}")
    @CsvSource({
        "1, kW, 1000, W", "2.5, MW, 2500, kW", "1, bar, 100000, Pa", "1013.25, hPa, 1.01325, bar", "36, km/h, 10, m/s",
        "25, Cel, 298.15, K", "0, K, -273.15, Cel", "212, '[degF]', 100, Cel", "-40, '[degF]', -40, Cel", "32, '[degF]', 273.15, K",
        "180, deg, 3.14159265358979, rad", "1, circ/min, 0.10471975511966, rad/s", "6, deg/s, 1, circ/min",
        "60, /min, 1, Hz", "1500, '{rpm}/min', 25, /s", "1500, '{rev}/min', 1500, /min", "50, %, 0.5, 1", "1, %, 1, '%{slope}'",
        "1, N.m, 1, J", "1, kN.m, 1000, N.m", "1, kW.h, 3600000, J", "1, MW.h, 3.6, GJ", "3.6, m3/h, 1, L/s",
        "1, '[psi]', 6.894757293168, kPa",
        "1, '[in_i]', 25.4, mm", "1, '[kn_i]', 0.514444444444, m/s", "10, '[ppth]', 1, %", "1, V.A, 0.001, kV.A", "1, kg/m3, 0.001, g/cm3",
        "10, mPa.s, 0.01, Pa.s", "1, uS/cm, 0.0001, S/m", "1, d, 24, h", "1, t, 1000, kg", "760, 'mm[Hg]', 101324.72, Pa",
        "1, '[g]', 9.80665, m/s2",
        "1, J/(kg.K), 0.001, kJ/(kg.K)", "1, m2.s-3, 1, m2/s3"})
    void convertsAsTheReferencesSay(double value, String from, double expected, String to) {
        assertThat(Units.conversion(from, to).apply(value)).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
        assertThat(Units.conversion(to, from).apply(expected)).isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
    }

    @Test
    void factorsThatAreWholeAreExact() {
        assertThat(Units.conversion("kW", "W")).isEqualTo(new LinearScale(1000, 0));
        assertThat(Units.conversion("kW.h", "J")).isEqualTo(new LinearScale(3_600_000, 0));
        assertThat(Units.conversion("Cel", "K")).isEqualTo(new LinearScale(1, 273.15));
        assertThat(Units.conversion("%", "1")).isEqualTo(new LinearScale(0.01, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kW", "m/s", "Cel", "deg", "%", "1", "{rpm}", "/min", "N.m", "Hz", "V", "mm/s", "bar"})
    void sameUnitIsIdentity(String unit) {
        assertThat(Units.conversion(unit, unit).isIdentity()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kWh", "rpm", "Nm", "foo", "", " ", "m/", "((((m", "°C", "m³", "kW h", "degC", "10*3"})
    void refusesWhatIsNotUcum(String unit) {
        assertThatIllegalArgumentException().isThrownBy(() -> Units.check(unit)).withMessageContaining("'" + unit + "' is not a UCUM unit");
        assertThatIllegalArgumentException().isThrownBy(() -> Units.conversion(unit, unit)).withMessageContaining("is not a UCUM unit");
    }

    @Test
    void refusesAUnitThatIsTooLong() {
        assertThatIllegalArgumentException().isThrownBy(() -> Units.check("(".repeat(1_000_000))).withMessageContaining("not a UCUM unit");
    }

    @ParameterizedTest(name = "{0} is no {1}")
    @CsvSource({"m, s, same quantity", "kW, kW.h, same quantity", "Cel, bar, same quantity", "/min, rad/s, angle", "Hz, rad/s, angle",
        "deg, 1, angle",
        "m/0, m, factor and an offset"})
    void refusesOtherQuantities(String from, String to, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> Units.conversion(from, to))
                .withMessageContaining("'" + from + "' cannot become '" + to + "'").withMessageContaining(reason);
    }

    /** In a container the thread's class loader knows nothing of the library, and the library asks just that one. */
    @Test
    void worksWhereTheThreadsClassLoaderIsAStranger() throws Exception {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .map(UnitsTest::url).toArray(URL[]::new);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader bundle = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            Method conversion = bundle.loadClass(Units.class.getName()).getMethod("conversion", String.class, String.class);
            assertThat(conversion.invoke(null, "[degF]", "K")).hasToString(Units.conversion("[degF]", "K").toString());
            assertThat(thread.getContextClassLoader()).isSameAs(ClassLoader.getPlatformClassLoader());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
