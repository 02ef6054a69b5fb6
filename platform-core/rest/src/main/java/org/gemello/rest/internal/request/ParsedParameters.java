package org.gemello.rest.internal.request;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Values in queries that are read more strictly than the framework would. */
abstract class ParsedParameters<V> implements ParamConverterProvider {
    private final Class<V> type;

    ParsedParameters(Class<V> type) {
        this.type = type;
    }

    /** @throws IllegalArgumentException where the text is none; the message says what one looks like */
    abstract V parse(String text);

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        return rawType != type ? null : new ParamConverter<>() {
            @Override
            public T fromString(String text) {
                return text == null ? null : rawType.cast(parse(text)); // null: the parameter is absent
            }

            @Override
            public String toString(T value) {
                return value.toString();
            }
        };
    }
}
