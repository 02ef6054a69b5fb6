package org.gemello.rest.internal.request;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Times in queries. */
public final class InstantParameters implements ParamConverterProvider {
    @Override
    public <T> ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        return rawType != Instant.class ? null : new ParamConverter<>() {
            @Override
            public T fromString(String text) {
                return rawType.cast(parse(text));
            }

            @Override
            public String toString(T value) {
                return value.toString();
            }
        };
    }

    /** Null stays null: the parameter is absent. */
    private static Instant parse(String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is not a time such as 2026-03-01T12:00:00Z (write + as %2B)", e);
        }
    }
}
