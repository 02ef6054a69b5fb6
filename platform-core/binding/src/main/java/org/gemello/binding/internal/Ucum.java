package org.gemello.binding.internal;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.measure.IncommensurableException;
import javax.measure.Unit;
import javax.measure.UnitConverter;
import org.gemello.binding.LinearScale;
import systems.uom.ucum.format.UCUMFormat;
import tech.units.indriya.function.Calculus;
import tech.units.indriya.unit.Units;

/** The units library (Indriya with systems-ucum) behind two calls, with its traps taken care of. */
public final class Ucum {
    /** Visible ASCII, as UCUM demands; no unit needs more characters, and the parser behind is recursive. */
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,80}");
    /** A third point, to see whether factor and offset from two are the whole truth. */
    private static final double PROBE = 1_000;
    private static final double TOLERANCE = 1e-9;
    /** Bounded, since texts come from files: one site uses some dozens of units. */
    private static final int MAX_CACHED = 1_000;
    private static final Map<String, Unit<?>> UNITS = new ConcurrentHashMap<>();
    private static final Map<String, LinearScale> CONVERSIONS = new ConcurrentHashMap<>();

    private Ucum() {
    }

    /** @throws IllegalArgumentException where the text is not a UCUM unit */
    public static Unit<?> unit(String code) {
        return cached(UNITS, code, () -> parse(code));
    }

    /** @throws IllegalArgumentException where a text is not a UCUM unit or there is no linear conversion */
    public static LinearScale conversion(String from, String to) {
        return cached(CONVERSIONS, from + ' ' + to, () -> derive(from, to));
    }

    private static <T> T cached(Map<String, T> cache, String key, Supplier<T> value) {
        T known = cache.get(key);
        if (known != null) {
            return known;
        }
        T made = withOwnClassLoader(value);
        if (cache.size() < MAX_CACHED) {
            cache.put(key, made);
        }
        return made;
    }

    /** The library finds its parts by the thread's class loader, which in a container is anybody's. */
    private static <T> T withOwnClassLoader(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Ucum.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Unit<?> parse(String code) {
        if (!FORM.matcher(code).matches()) {
            throw notAUnit(code, null);
        }
        try {
            return Objects.requireNonNull(UCUMFormat.getInstance(UCUMFormat.Variant.CASE_SENSITIVE).parse(code));
        } catch (RuntimeException | Error e) { // its lexer throws an Error of its own for a character that it does not expect
            if (e instanceof VirtualMachineError || e instanceof LinkageError) {
                throw e;
            }
            throw notAUnit(code, e);
        }
    }

    private static IllegalArgumentException notAUnit(String code, Throwable cause) {
        return new IllegalArgumentException("'" + code + "' is not a UCUM unit; write one such as kW, m/s, Cel, %, /min, or 1 for none",
                cause);
    }

    private static LinearScale derive(String from, String to) {
        Unit<?> source = unit(from);
        Unit<?> target = unit(to);
        if (from.equals(to)) {
            return LinearScale.IDENTITY;
        }
        if (angle(source) != angle(target)) {
            throw refused(from, to, "only one of them measures an angle; a turn is 'circ', as in circ/min", null);
        }
        try {
            return linear(source.getConverterToAny(target));
        } catch (IncommensurableException e) {
            throw refused(from, to, "they do not measure the same quantity", e);
        } catch (RuntimeException e) {
            throw refused(from, to, "the conversion is not a factor and an offset", e);
        }
    }

    private static IllegalArgumentException refused(String from, String to, String reason, Throwable cause) {
        return new IllegalArgumentException("'" + from + "' cannot become '" + to + "': " + reason, cause);
    }

    /** Power of the radian in a unit; the library counts it as a mere number. */
    private static int angle(Unit<?> unit) {
        Unit<?> system = unit.getSystemUnit();
        if (system.equals(Units.RADIAN)) {
            return 1;
        }
        Map<? extends Unit<?>, Integer> parts = system.getBaseUnits();
        return parts == null ? 0 : parts.getOrDefault(Units.RADIAN, 0);
    }

    /** In the library's exact numbers: with doubles a degree Celsius would be 0.9999999999999999 K. */
    private static LinearScale linear(UnitConverter converter) {
        Number offset = converter.convert((Number) 0);
        Number factor = Calculus.currentNumberSystem().subtract(converter.convert((Number) 1), offset);
        LinearScale scale = new LinearScale(factor.doubleValue(), offset.doubleValue());
        double expected = converter.convert(PROBE);
        if (Math.abs(scale.apply(PROBE) - expected) > TOLERANCE * Math.abs(expected)) {
            throw new ArithmeticException(converter + " is not linear");
        }
        return scale;
    }
}
