package org.gemello.rest.internal.request;

import jakarta.validation.ParameterNameProvider;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names of parameters as callers know them; the body has none. They stand on the generated interface, not on the class. */
final class ContractNames implements ParameterNameProvider {
    private final Map<Method, List<String>> known = new ConcurrentHashMap<>();

    @Override
    public List<String> getParameterNames(Method method) {
        return known.computeIfAbsent(method, each -> names(declaration(each)));
    }

    @Override
    public List<String> getParameterNames(Constructor<?> constructor) {
        return names(constructor);
    }

    private static Method declaration(Method method) {
        return Arrays.stream(method.getDeclaringClass().getInterfaces()).flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(declared -> declared.getName().equals(method.getName())
                        && Arrays.equals(declared.getParameterTypes(), method.getParameterTypes()))
                .findFirst().orElse(method);
    }

    private static List<String> names(Executable executable) {
        return Arrays.stream(executable.getParameters()).map(ContractNames::name).toList();
    }

    private static String name(Parameter parameter) {
        if (parameter.isAnnotationPresent(QueryParam.class)) {
            return parameter.getAnnotation(QueryParam.class).value();
        } else if (parameter.isAnnotationPresent(PathParam.class)) {
            return parameter.getAnnotation(PathParam.class).value();
        }
        return parameter.isAnnotationPresent(HeaderParam.class) ? parameter.getAnnotation(HeaderParam.class).value() : "";
    }
}
