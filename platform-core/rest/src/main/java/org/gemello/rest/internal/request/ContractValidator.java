package org.gemello.rest.internal.request;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.executable.ExecutableValidator;
import jakarta.validation.metadata.BeanDescriptor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.jersey.server.internal.inject.ConfiguredValidator;
import org.glassfish.jersey.server.model.Invocable;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Holds every call of a resource against the constraints that the contract has left on the generated interface: by a quick look, and where that
 * leaves a doubt, or something is to be said about it, by the engine. This is Jersey's own hook; the engine is named here, because a search for
 * providers does not cross bundles.
 */
public final class ContractValidator implements ConfiguredValidator {
    private static final Set<Locale> ENGLISH = Set.of(Locale.ENGLISH);
    private final Validator engine;
    private final Map<Method, PlainConstraints> plain = new ConcurrentHashMap<>();

    public ContractValidator() {
        this.engine = Validation.byProvider(HibernateValidator.class).providerResolver(() -> List.of(new HibernateValidator()))
                .configure().ignoreXmlConfiguration().externalClassLoader(HibernateValidator.class.getClassLoader())
                .parameterNameProvider(new ContractNames())
                .messageInterpolator(new ParameterMessageInterpolator(ENGLISH, Locale.ENGLISH, context -> Locale.ENGLISH, false))
                .buildValidatorFactory().getValidator();
    }

    @Override
    public void validateResourceAndInputParams(Object resource, Invocable method, Object[] arguments) {
        Method operation = method.getHandlingMethod();
        if (plain.computeIfAbsent(operation, this::plain).hold(arguments)) {
            return;
        }
        Set<ConstraintViolation<Object>> violations = engine.forExecutables().validateParameters(resource, operation, arguments);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }

    private PlainConstraints plain(Method operation) {
        return PlainConstraints.of(engine.getConstraintsForClass(operation.getDeclaringClass())
                .getConstraintsForMethod(operation.getName(), operation.getParameterTypes()));
    }

    /** Answers are held against the contract by the tests: at run time it would cost more than it could find. */
    @Override
    public void validateResult(Object resource, Invocable method, Object result) {
    }

    @Override
    public <T> Set<ConstraintViolation<T>> validate(T object, Class<?>... groups) {
        return engine.validate(object, groups);
    }

    @Override
    public <T> Set<ConstraintViolation<T>> validateProperty(T object, String propertyName, Class<?>... groups) {
        return engine.validateProperty(object, propertyName, groups);
    }

    @Override
    public <T> Set<ConstraintViolation<T>> validateValue(Class<T> beanType, String propertyName, Object value, Class<?>... groups) {
        return engine.validateValue(beanType, propertyName, value, groups);
    }

    @Override
    public BeanDescriptor getConstraintsForClass(Class<?> type) {
        return engine.getConstraintsForClass(type);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return engine.unwrap(type);
    }

    @Override
    public ExecutableValidator forExecutables() {
        return engine.forExecutables();
    }
}
