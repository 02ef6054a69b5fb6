package org.gemello.rest.internal.request;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Truth values in queries: {@code true} or {@code false}, and not everything else for false. */
public final class FlagParameters implements ParamConverterProvider {
    @Override
    public <T> ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        return rawType != Boolean.class ? null : new ParamConverter<>() {
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
    private static Boolean parse(String text) {
        if (text == null || text.equals("true") || text.equals("false")) {
            return text == null ? null : Boolean.valueOf(text);
        }
        throw new IllegalArgumentException("'" + text + "' is neither true nor false");
    }
}
