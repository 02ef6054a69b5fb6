package org.gemello.rest.internal.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the body of a request: it may have so many bytes instead of the usual number. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface MaxBytes {
    /** The body is streamed, and whoever reads it limits it. */
    int STREAMED = Integer.MAX_VALUE;

    int value();
}
