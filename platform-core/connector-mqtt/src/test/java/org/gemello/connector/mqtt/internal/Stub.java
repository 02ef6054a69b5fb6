package org.gemello.connector.mqtt.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Objects that answer some methods and know no others. */
final class Stub {
    private Stub() {
    }

    /** What a method gives. */
    interface Answer {
        Object to(Object[] arguments);
    }

    static <T> T of(Class<T> type, Map<String, Answer> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            Answer answer = answers.get(method.getName());
            if (answer == null) {
                throw new UnsupportedOperationException(method.toString());
            }
            Object result = answer.to(arguments);
            return method.getReturnType() == void.class ? null : result;
        }));
    }
}
